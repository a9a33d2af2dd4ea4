#!/bin/bash
# A ticket at the desk: a report is found, taken, answered, sorted, closed, and
# whatever was a wrong turn is taken back.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

state_of() {
	rows "SELECT state FROM ticket WHERE reference = '$reference'"
}

place_of() {
	rows "SELECT place FROM ticket WHERE reference = '$reference'"
}

now '2026-11-23 08:00:00'
story "from a report to an answer"
person Anna analyst
person Bert duty_lead
report description='The printer prints <b>odd</b> pages & <?cs var:x ?>.'
as Anna
sign_in Anna
see 'Open tickets, by first answer due'
get "/desk/tickets/$reference"
status 200
see 'The printer prints <b>odd</b> pages & <?cs var:x ?>.' 'The report arrived' 'nobody'
press 'Take it' /take
see 'The ticket is yours.' 'State: In progress' 'Owner: Anna'
is "it is in progress" "$(state_of)" open
fill body='Switch the printer off, <i>then</i> on again.'
press 'Send reply'
see "Your reply is on the reporter's follow-up page." 'First answer'
is "its clock stands still" "$(rows "SELECT clock_at FROM ticket WHERE reference = '$reference'")" \
	'9999-12-31 00:00:00'
now '2026-11-23 08:05:00'
as Nadia
get /follow
fill reference="$reference" secret="$secret"
press "Open the report"
see 'Switch the printer off, <i>then</i> on again.' 'In progress'
not_see Anna

story "a note stays inside the team"
now '2026-11-23 08:10:00'
sign_in Anna
get "/desk/tickets/$reference"
post "/desk/tickets/$reference/note" body='A canary that the reporter never sees.' \
	version="$(rows "SELECT version FROM ticket WHERE reference = '$reference'")"
see 'The note is saved. Only the team sees it.' 'A canary that the reporter never sees.'
as Nadia
get /follow
fill reference="$reference" secret="$secret"
press "Open the report"
not_see 'A canary'

story "each fact by itself"
now '2026-11-23 08:20:00'
sign_in Anna
get "/desk/tickets/$reference"
fill priority=urgent
press Save /priority
see 'The priority is changed, and the clock with it.' 'Priority: Urgent'
fill rsit=fraud/phishing
press Save /rsit
see 'The class is changed.' 'Class: Phishing'
fill tlp=red
press Save /tlp
see 'The sharing label is changed.' 'Sharing: TLP:RED'
fill subject='A printer with a will of its own'
press Save /subject
see 'The subject is changed.' 'A printer with a will of its own'
fill owner="$(rows "SELECT id FROM account WHERE email = 'Bert@cirt.example'")"
press Save /assign
see 'The ticket has a new owner.' 'Owner: Bert'
press 'Wait for the reporter' /state
see 'The state is changed.' 'State: Waiting for the reporter'
is "it waits" "$(state_of)" waiting
as Bert
now '2026-11-23 08:21:00'
sign_in Bert
get "/desk/tickets/$reference"
press 'Give it back'
see "The ticket is nobody's now."

story "what the lifecycle or the lists do not have is refused"
now '2026-11-23 08:30:00'
sign_in Anna
get "/desk/tickets/$reference"
version() { rows "SELECT version FROM ticket WHERE reference = '$reference'"; }
for wrong in state:to=new state:to=nowhere priority:priority=vast tlp:tlp=purple \
	rsit:rsit=fraud/none rsit:rsit=nothing assign:owner=999999; do
	before=$(version)
	post "/desk/tickets/$reference/${wrong%%:*}" "${wrong#*:}" version="$before"
	see 'That is not possible here. Nothing was changed.'
	is "$wrong changes nothing" "$(version)" "$before"
done
post "/desk/tickets/$reference/state" to=waiting version="$(version)"
see 'It was so already. Nothing was changed.'
get /desk/tickets/VELCIRT-2026-2222222
status 404
post /desk/tickets/VELCIRT-2026-2222222/take version=1
status 404
post "/desk/tickets/$reference/reply" body= version="$(version)"
status 422
see 'Write something before you send it'
post "/desk/tickets/$reference/reply" body=x version=
status 422
post "/desk/tickets/$reference/reply" body=x version=18446744073709551617
status 422

story "spam and back"
now '2026-11-23 08:40:00'
sign_in Anna
get "/desk/tickets/$reference"
press 'It is spam' /spam
see 'Marked as spam and out of the queue.' 'Marked as spam'
is "it is with the spam" "$(place_of)" spam
get '/desk/queue?place=spam'
see 'A printer with a will'
get /desk/queue
not_see 'A printer with a will'
get "/desk/tickets/$reference"
press 'It is not spam'
see 'It is back in the queue.'
is "it is open" "$(place_of)" open

story "a duplicate and back"
now '2026-11-23 08:50:00'
first=$reference
report description='The same printer again.'
sign_in Anna
get "/desk/tickets/$reference"
fill of='no reference at all'
press 'Mark as duplicate'
status 422
see 'That is no reference.'
fill of="$reference"
press 'Mark as duplicate'
see 'That is not possible here.'
fill of="$(tr 'A-Z-' 'a-z ' <<<"$first")"
press 'Mark as duplicate'
see 'Marked as a duplicate.' "$first"
is "it is with the duplicates" "$(place_of)" duplicate
press 'It is not the same'
see 'It is a ticket of its own again.'
is "it is open" "$(place_of)" open

story "two people on one ticket know of each other"
now '2026-11-23 09:00:00'
as Anna
sign_in Anna
get "/desk/tickets/$reference"
not_see 'Here now:'
as Bert
sign_in Bert
get "/desk/tickets/$reference"
see 'Here now:' Anna
now '2026-11-23 09:20:00'
get "/desk/tickets/$reference"
not_see 'Here now:'

story "whoever is slower is told, and loses nothing"
now '2026-11-23 09:30:00'
as Anna
sign_in Anna
get "/desk/tickets/$reference"
as Bert
sign_in Bert
get "/desk/tickets/$reference"
fill body='Bert was first.'
press 'Send reply'
as Anna
fill body='Anna was second, and wrote a long answer.'
press 'Send reply'
status 409
see 'This ticket changed while you were writing' Bert 'Bert was first.'
# The box of a note beside it is empty.
holds body='Anna was second, and wrote a long answer.,'
is "nothing of it was sent" "$(rows "SELECT COUNT(*) FROM message WHERE body LIKE 'Anna was second%'")" 0
press 'Send reply'
see "Your reply is on the reporter's follow-up page."
is "now it is" "$(rows "SELECT COUNT(*) FROM message WHERE body LIKE 'Anna was second%'")" 1

story "a held report counts when a person has looked"
now '2026-11-23 09:40:00'
setting 'reports_per_address = 1'
from 198.51.100.7
report description='The first of many.'
report description='The second of many.'
is "the second is held" "$(place_of)" held
sign_in Anna
get /desk/queue
not_see 'The second of many.'
get '/desk/queue?place=held'
see 'The second of many.'
get "/desk/tickets/$reference"
press 'Take into the queue'
see 'It is in the queue, and its clock runs.'
is "it is open" "$(place_of)" open

hour=10
for language in ar fr; do
	story "the same desk in $language"
	now "2026-11-23 $((hour++)):00:00"
	speak $language
	report description="Une imprimante / طابعة $language."
	sign_in Bert
	get "/desk/tickets/$reference"
	see "Une imprimante / طابعة $language."
	press 'Take it' /take
	see 'The ticket is yours.'
done

the_end
