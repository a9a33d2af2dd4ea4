#!/bin/bash
# The longest answers that the questions take, in letters of several bytes.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 08:00:00'
# COUNT TEXT: the text so many times.
repeated() {
	local all

	printf -v all '%*s' "$1" ''
	printf '%s' "${all// /$2}"
}

story "the source of a message, and technical details"
get /report/who
fill reporting_for=business
press Continue
fill category=message
press Continue
fill description="$(repeated 10000 ж)" headers="$(repeated 100000 a)"
press Continue
lands_on /report/when
press Continue
fill indicators="$(repeated 50000 ж)"
press Continue
lands_on /report/impact
report reporting_for=business category=message
is "all of it is stored" "$(rows "SELECT GROUP_CONCAT(CHAR_LENGTH(value) ORDER BY field) FROM ticket_answer
	WHERE field IN ('headers', 'indicators')")" "100000,50000"
get /follow

story "an address that looks short"
get /report/who
fill reporting_for=myself
press Continue
fill category=malware
press Continue
fill description='It looks strange.'
press Continue
press Continue
press Continue
press Continue
press Continue
press Continue
lands_on /report/contact
fill email="anna@exam$(repeated 290 $'\ufe0f')ple.org"
press Continue
status 422
see 'Enter an e-mail address like name@example.org'
the_end
