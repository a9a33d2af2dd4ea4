#!/bin/bash
# At the desk when something is odd: two clicks, the way back, a session that
# ended, an address with any number, somebody who writes more than a page holds.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 08:00:00'
story "one form, pressed from four tabs, is one ticket"
person Anna analyst
sign_in Anna
get /desk/new
fill channel=phone category=malware description='The first caller.'
is "each shows it" "$(press_at_once 4 'Save report')" "200 200 200 200"
is "there is one" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'The first caller.'")" 1

story "going back to enter the next caller"
now '2026-11-23 08:10:00'
sign_in Anna
get /desk/new
fill channel=phone category=malware description='Somebody called.'
press 'Save report'
remember first '([A-Z]+-\d{4}-[2-9A-Z]{7})'
back
fill description='Somebody else called.'
press 'Save report'
remember second '([A-Z]+-\d{4}-[2-9A-Z]{7})'
holds_true "it is another ticket" test "$first" != "$second"
is "both are there" "$(rows "SELECT COUNT(*) FROM message WHERE body LIKE 'Somebody%called.'")" 2

story "a long reply whose session had ended is offered again"
now '2026-11-23 08:20:00'
report
sign_in Anna
get "/desk/tickets/$reference"
# In Arabic each letter takes six characters on its way.
fill body="$(printf 'كلمة %.0s' {1..1500})"
now '2026-11-23 10:00:00'
press 'Send reply'
lands_on /login
fill email=Anna@cirt.example password="$password"
press 'Sign in'
order fill_code JOEK5P7EBU7GENETLANSJDSTEU6LX56O
press Continue
lands_on /login/kept
see 'كلمة كلمة'
press 'Send now'
lands_on "/desk/tickets/$reference"
is "it is a message, whole" "$(rows "SELECT CHAR_LENGTH(body) FROM message WHERE direction = 'to_reporter'")" 7499

story "a filter is still there after signing in"
as somebody
get '/desk/queue?place=held&priority=high'
lands_on /login
is "the whole address goes along" "$(page | grep -o 'name="next" value="[^"]*"')" \
	'name="next" value="/desk/queue?place=held&amp;priority=high"'

story "any number in an address is an address"
now '2026-11-23 10:10:00'
sign_in Anna
for at in 253402300799 253402300800 9223372036854775807 99999999999999999999 -1 1e9; do
	get "/desk/queue?at=$at&id=1"
	status 200
done

story "more is written than a page holds"
now '2026-11-23 10:20:00'
report
sign_in Anna
change "INSERT INTO message (ticket_id, direction, body, written_at)
	SELECT (SELECT MAX(id) FROM ticket), 'from_reporter', CONCAT(seq, REPEAT('\"', 9990)), '2026-11-23 10:00:00'
	FROM seq_1_to_200"
get "/desk/tickets/$reference"
status 200
see '200"""'
press 'It is spam'
status 200
see 'Marked as spam. Nobody works on it.'
the_end
