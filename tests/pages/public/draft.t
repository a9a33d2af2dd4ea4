#!/bin/bash
# What was typed is kept for a day, sent once, and shown again for an hour.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 10:00:00'
lost='We no longer have your earlier answers. They are kept for 24 hours, and only if your browser accepts cookies from this site.'

# As far as the story.
begin() {
	get /report/who
	fill reporting_for=business
	press Continue
	fill category=leak
	press Continue
	fill description="$1"
	press Continue
}

tickets() {
	rows 'SELECT COUNT(*) FROM ticket'
}

# A cookie that its browser would have thrown away.
keep_cookie() {
	set_cookie "$1" "$(cookie "$1")"
}

story "answers are there the next morning"
now '2026-11-23 10:00:00'
begin 'Lists of names were published.'
keep_cookie belfry_draft
now '2026-11-24 09:59:59'
get /report/story
lands_on /report/story
holds description='Lists of names were published.'
get /report/check
see 'Lists of names were published.'

story "each answer keeps them for another day"
now '2026-11-23 10:00:00'
begin 'A second story.'
now '2026-11-24 09:00:00'
get /report/when
fill ongoing=yes
press Continue
now '2026-11-25 08:59:59'
get /report/story
holds description='A second story.'

story "after a day they are gone"
for language in en fr ar; do
	speak $language
	now '2026-11-23 10:00:00'
	begin 'A third story.'
	keep_cookie belfry_draft
	now '2026-11-24 10:00:00'
	for path in /report/story /report/check /report/sent /report/contact; do
		get $path
		lands_on /report/who
		see "$lost"
	done
	post /report/story description='Too late, and not lost on the way.'
	lands_on /report/who
	see "$lost"
	get /report/story
	holds description='Too late, and not lost on the way.'
	drop_cookie belfry_draft
	post /report/check
	lands_on /report/who
done
is "nothing was sent" "$(tickets)" 0

story "the browser itself forgets them after a day"
now '2026-11-23 10:00:00'
begin 'A fourth story.'
now '2026-11-24 10:00:01'
get /report/story
lands_on /report/who

for language in en fr ar; do
	story "a browser that keeps no cookies is told so, in $language"
	speak $language
	keep_no_cookies
	get /report/who
	not_see "$lost"
	fill reporting_for=myself
	press Continue
	lands_on /report/who
	see "$lost"
	fill reporting_for=myself
	press Continue
	lands_on /report/who
	see "$lost"
done

story "nobody opens the draft of somebody else"
now '2026-11-23 10:00:00'
begin 'Private, very private.'
digest=$(rows "SELECT digest FROM draft_answer WHERE value = 'Private, very private.'")
key=$(cookie belfry_draft)
as thief
for guess in "$digest" "${key%?}" "${key}x" "${key:0:8}" "${key^^}" '%' "' OR 1=1 --" '' x; do
	set_cookie belfry_draft "$guess"
	get /report/story
	lands_on /report/who
	not_see 'Private, very private.'
	get /report/check
	lands_on /report/who
	post /report/check
	lands_on /report/who
	post /report/contact name=Thief contact_how=page
	lands_on /report/who
done
is "nothing was sent for them" "$(tickets)" 0
is "nor written into it" "$(rows "SELECT COUNT(*) FROM draft_answer WHERE value = 'Thief' AND digest = '$digest'")" 0
as somebody
get /report/story
holds description='Private, very private.'

story "the first question does not take over a foreign key"
set_cookie belfry_draft chosen-by-somebody-else
get /report/who
fill reporting_for=myself
press Continue
lands_on /report/what
holds_true "the key is a new one" test "$(cookie belfry_draft)" != chosen-by-somebody-else

story "what must be answered is asked before it is sent"
get /report/who
fill reporting_for=myself
press Continue
get /report/check
lands_on /report/what
post /report/check
lands_on /report/what
fill category=malware
press Continue
get /report/sharing
press Continue
lands_on /report/story
is "nothing was sent" "$(tickets)" 0

story "a name without a way to answer is asked about"
for language in en fr ar; do
	as "reader of $language"
	speak $language
	begin 'Please call me.'
	get /report/contact
	fill name='Anna Berg'
	press Continue
	status 422
	see 'Enter an e-mail address or a phone number, choose the follow-up page, or leave your name empty'
	holds name='Anna Berg'
	fill contact_how=page
	press Continue
	lands_on /report/sharing
done

story "pressing Send twice sends one report"
begin 'One after the other.'
get /report/check
press 'Send report'
lands_on /report/sent
remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
remember secret '(\d{5} \d{5} \d{5} \d{5} \d{5})'
is "one ticket" "$(tickets)" 1
back
press 'Send report'
lands_on /report/sent
see "$reference" "$secret"
is "still one ticket" "$(tickets)" 1

story "pressing Send in four tabs at once sends one report"
begin 'All at once.'
get /report/check
is "each is sent on" "$(press_at_once 4 'Send report')" "303 303 303 303"
is "one ticket" "$(rows "SELECT COUNT(*) FROM ticket WHERE subject = 'All at once.'")" 1
get /report/sent
remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
is "all see the same" "$(rows "SELECT reference FROM ticket WHERE subject = 'All at once.'")" "$reference"
is "with one message and one event" "$(rows "SELECT COUNT(DISTINCT message.id), COUNT(DISTINCT event.id)
	FROM ticket JOIN message ON ticket_id = ticket.id JOIN event ON object_id = ticket.id AND object = 'ticket'
	WHERE reference = '$reference'")" "1	1"

story "the confirmation can be opened for an hour"
for language in en fr ar; do
	speak $language
	now '2026-11-23 10:00:00'
	report
	keep_cookie belfry_draft
	now '2026-11-23 10:59:59'
	get /report/sent
	see "$reference" "$secret" 'What happens next'
	for path in /report/check /report/what /report/contact /report/sharing; do
		get $path
		lands_on /report/sent
	done
	post /report/story description='Changed afterwards'
	lands_on /report/sent
	now '2026-11-23 11:00:00'
	get /report/sent
	lands_on /report/who
	see "$lost"
	not_see "$reference" "$secret"
done
is "what was sent stays as it was" "$(rows "SELECT COUNT(*) FROM message WHERE body LIKE 'Changed%'")" 0
is "its answers are no longer with the draft" "$(rows "SELECT COUNT(*) FROM draft_answer
	JOIN draft USING (digest) WHERE reference IS NOT NULL")" 0

# A day of grace is for those who report from farther east.
story "moments and days are those of the team"
now '2026-11-23 21:30:00'
begin 'It is after midnight in Nairobi.'
fill noticed-day=25 noticed-month=11 noticed-year=2026
press Continue
lands_on /report/affected
get /report/when
fill noticed-day=26
press Continue
status 422
holds noticed-day=26 noticed-month=11 noticed-year=2026
get /report/check
press 'Send report'
see '24 November 2026, 00:30 EAT'
not_see UTC

story "a new report after one was sent"
now '2026-11-23 10:00:00'
report description='The first.'
first=$reference
get /report/who
holds reporting_for=
report description='The second.'
holds_true "has a reference of its own" test "$first" != "$reference"

story "forgetting it on a device that others use"
for language in en fr ar; do
	speak $language
	report
	press 'Close it and begin a new report'
	lands_on /report
	get /report/sent
	lands_on /report/who
	not_see "$reference"
done
speak en
get /report
post /report/forget
lands_on /report

story "nobody is found by the minute of an anonymous report"
now '2026-11-23 10:17:23'
report organisation=
exact="'10:17'"
is "no contact" "$(rows "SELECT COUNT(*) FROM ticket_contact JOIN ticket ON id = ticket_id
	WHERE reference = '$reference'")" 0
is "every moment is a full hour" "$(rows "SELECT COUNT(*) FROM ticket JOIN message ON ticket_id = ticket.id
	JOIN event ON object = 'ticket' AND object_id = ticket.id WHERE reference = '$reference'
	AND MINUTE(opened_at) + SECOND(opened_at) + MINUTE(changed_at) + SECOND(changed_at)
		+ MINUTE(due_at) + SECOND(due_at) + MINUTE(clock_at) + SECOND(clock_at)
		+ MINUTE(written_at) + SECOND(written_at) + MINUTE(event.at) + SECOND(event.at) = 0")" 1
report name='Anna Berg' email=anna@example.org
is "with a name it is exact" "$(rows "SELECT opened_at FROM ticket WHERE reference = '$reference'")" \
	"2026-11-23 10:17:23"

story "over the budget a report is held and not lost"
now '2026-11-23 12:00:00'
setting 'reports_per_address = 2'
from 203.0.113.9
report
is "the first is taken up" "$(rows "SELECT place FROM ticket WHERE reference = '$reference'")" open
not_see 'Many reports are coming in.'
from 203.0.113.200
report
is "the second, from next door, too" "$(rows "SELECT place FROM ticket WHERE reference = '$reference'")" open
for language in en fr ar; do
	speak $language
	report
	is "a further one is held" "$(rows "SELECT CONCAT(place, held) FROM ticket WHERE reference = '$reference'")" held1
	see 'Many reports are coming in. A person first looks at yours, and then it is taken up like every other.'
done
speak en
from 203.0.114.9
report
is "others are not" "$(rows "SELECT place FROM ticket WHERE reference = '$reference'")" open
from 2001:db8:1:2::1
report
report
from 2001:db8:1:2:ffff::9
report
is "of IPv6 the network counts" "$(rows "SELECT place FROM ticket WHERE reference = '$reference'")" held
from 2001:db8:1:3::1
report
is "the next network is another" "$(rows "SELECT place FROM ticket WHERE reference = '$reference'")" open
from 203.0.113.9
now '2026-11-23 13:00:00'
report
is "an hour later it is taken up again" "$(rows "SELECT place FROM ticket WHERE reference = '$reference'")" open
setting 'reports_in_all = 3'
from 192.0.2.1
now '2026-11-23 14:00:00'
report
from 192.0.3.1
report
from 192.0.4.1
report
from 192.0.5.1
report
is "everybody together has a budget too" "$(rows "SELECT place FROM ticket WHERE reference = '$reference'")" held

the_end
