#!/bin/bash
# Tickets with odd data, for their reporter and at the desk.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 10:00:00'
markup="<script>alert('x')</script> & \"quoted\" {odd_hole} <?cs var:token ?> %s"
long=$(printf 'Verylongwordwithoutspace%.0s' {1..9})
rtl='مرحبا <b> abc (1) نعم'

open_it() {
	get /follow
	fill reference="$reference" secret="$secret"
	press 'Open the report'
	lands_on /follow/ticket
}

# The last ticket and the queue, as its reporter and as staff see them.
shown_in_each_language() {
	local language

	for language in en fr ar; do
		as reader
		speak $language
		open_it
		status 200
		see "$1"
		as "$staff"
		speak $language
		get /desk/queue
		status 200
		get "/desk/tickets/$reference"
		status 200
		see "$@"
	done
	speak en
}

staff=$'Eve'
story "markup wherever somebody can write"
person Eve analyst,duty_lead
sign_in Eve
change "UPDATE person SET name = $(quoted "$markup") WHERE id = (SELECT person_id FROM account WHERE id = $person)"
as reporter
report reporting_for=business category=message description="$markup" headers="$markup" org_name="$markup" name="$markup" \
	email="a&'b@example.org" role="$markup" contact_note="$markup" org_id="${markup:0:50}" indicators="$markup" \
	done="$markup" told_reference="$markup" started="${markup:0:90}" loss_currency='<&>'
open_it
fill body="$markup"
press 'Send message'
as Eve
get "/desk/tickets/$reference"
press 'Take it'
get "/desk/tickets/$reference"
fill body="To you: $markup"
press 'Send reply'
get "/desk/tickets/$reference"
shown_in_each_language "$markup" "a&'b@example.org" "To you: $markup"

story "very long words"
sign_in_again() {
	as Eve
	now "$1"
	sign_in Eve
}
sign_in_again '2026-11-23 10:05:00'
change "UPDATE person SET name = '${long:0:200}' WHERE id = (SELECT person_id FROM account WHERE id = $person)"
as reporter
report reporting_for=business description="$long" org_name="${long:0:200}" name="${long:0:200}" email="a@$(printf 'b.%.0s' {1..100})example" \
	role="${long:0:100}"
shown_in_each_language "$long" "${long:0:200}"

story "what turns text around"
sign_in_again '2026-11-23 10:10:00'
as reporter
report description="$rtl" name="$rtl" contact_how=page
shown_in_each_language "$rtl"

story "nothing but what must be"
sign_in_again '2026-11-23 10:15:00'
as reporter
report description=x
change "UPDATE ticket SET subject = '', category = NULL, rsit_class = NULL, rsit_type = NULL
	WHERE reference = '$reference'; DELETE FROM ticket_answer; DELETE FROM event; DELETE FROM message"
shown_in_each_language ''

story "a state and a priority that nobody translated"
sign_in_again '2026-11-23 10:20:00'
change "UPDATE state SET label = $(quoted "${markup:0:60}"), plain = $(quoted "${markup}") WHERE kind = 'report' AND name = 'new';
	UPDATE priority SET label = '<b>&\"'; UPDATE transition SET label = '<i>&\"' WHERE kind = 'report'"
as reporter
report
shown_in_each_language "${markup:0:60}"

the_end
