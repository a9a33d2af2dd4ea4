#!/bin/bash
# Mail out, as those who look after it have it: what waits, has left, was given up
# or stopped; trying now, stopping, starting again; and what an administrator does
# not see.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/mail.sh"

mail_server
waiting() {
	rows "SELECT CONCAT_WS(' ', state, tries, TIME(next_at)) FROM outbox ORDER BY id DESC LIMIT 1"
}

for language in en fr ar; do
	story "nothing is there yet, in $language"
	now '2026-11-24 08:00:00'
	person adam-$language administrator
	as adam-$language
	speak $language
	sign_in adam-$language
	get /admin/mail
	titled 'Mail out'
	see 'No mail is sent.' 'Nothing waits. Everything that there was to send has left.'
	click Sent
	see 'Nothing was sent in the last days.'
	click 'Given up'
	see 'Nothing was given up.'
	click Stopped
	see 'Nobody has stopped a mail.'
	get '/admin/mail?state=nonsense'
	see 'Nothing waits. Everything that there was to send has left.'
done

story "a server that refuses for now"
with_mail
now '2026-11-24 09:00:00'
report name=Anna email=anna@example.org
behave 'rcpt 451 4.7.1 <ADDRESS>: come back later, ADDRESS'
deliver '2026-11-24 09:00:05'
person adam administrator
sign_in adam
get /admin/mail
status 200
not_see 'No mail is sent.'
see 'To a reporter: the report arrived' '451 4.7.1 @ come back later, @' 'To whom is not shown to you.'
not_see anna@example.org "$reference"
is "it is tried again a minute later" "$(waiting)" 'waiting 1 09:01:05'
deliver '2026-11-24 09:01:00'
is "not before" "$(waiting)" 'waiting 1 09:01:05'
deliver '2026-11-24 09:01:05'
is "then five minutes later" "$(waiting)" 'waiting 2 09:06:05'
press 'Stop: To a reporter: the report arrived'
lands_on /admin/mail
see 'Stopped. It is not tried again unless somebody starts it again.'
behave
deliver '2026-11-24 12:00:00'
is "a stopped one stays" "$(mails)" 0
click Stopped
see 'To a reporter: the report arrived'
id=$(rows 'SELECT id FROM outbox')
post "/admin/mail/$id/stop"
see 'Stopped. It is not tried again unless somebody starts it again.'
post "/admin/mail/$id/try"
see 'Too late: this mail has left, or is of no use any more.'
get '/admin/mail?state=stopped'
press 'Start again: To a reporter: the report arrived'
lands_on /admin/mail
see 'Started again. It is tried within a few seconds.'
press 'Try now: To a reporter: the report arrived'
see 'It is tried within a few seconds.'
deliver '2026-11-24 12:00:00'
is "then it leaves" "$(mails)" 1
click Sent
see 'To a reporter: the report arrived' '250 kept as 1'
not_see anna@example.org
post "/admin/mail/$id/start"
see 'Too late: this mail has left, or is of no use any more.'
is "history has who did it" "$(rows "SELECT GROUP_CONCAT(action ORDER BY id) FROM event WHERE object = 'mail'
	AND account_id = $person")" stopped,started_again

story "the team sees more"
with_mail
now '2026-11-24 13:00:00'
person lena duty_lead
sign_in lena
get '/admin/mail?state=sent'
see anna@example.org "$reference"
click "$reference"
lands_on "/desk/tickets/$reference"
see 'The reporter was told by mail that the report arrived'

story "a recipient who is refused for good"
with_mail
now '2026-11-25 09:00:00'
report name=Anna email=gone@example.org
behave 'rcpt 550 5.1.1 <ADDRESS>: no such person'
deliver '2026-11-25 09:00:05'
is "is given up at once" "$(rows "SELECT state, tries FROM outbox WHERE recipient = 'gone@example.org'")" $'given_up\t1'
sign_in lena
get '/admin/mail'
click 'Given up'
see gone@example.org '550 5.1.1 @ no such person'
get "/desk/tickets/$reference"
see 'The reporter could not be told by mail'
behave
get '/admin/mail?state=given_up'
press 'Start again: To a reporter: the report arrived'
deliver '2026-11-25 09:00:10'
is "and leaves when somebody knows better" "$(rows "SELECT state, tries FROM outbox
	WHERE recipient = 'gone@example.org'")" $'sent\t2'

story "a long list"
now '2026-11-26 09:00:00'
change "INSERT INTO outbox (kind, account_id, recipient, language, message_id, made_at, ends_at, next_at)
	SELECT 'password', $person, CONCAT(seq, '@long.example'), 'en', CONCAT(seq, '@x'), '2026-11-26', '2026-11-27',
		'2026-11-26' FROM seq_1_to_120"
person eve administrator
sign_in eve
get /admin/mail
is "fifty rows" "$(page | grep -c '@long.example')" 50
see 120@long.example
not_see 70@long.example
click 'Further in this list'
see 70@long.example
not_see 71@long.example
click 'Further in this list'
see 1@long.example
click 'To the newest'
see 120@long.example
sign_in lena
get /admin/mail
not_see 120@long.example
see 'To whom is not shown to you.'

story "the wrong people"
now '2026-11-26 09:30:00'
id=$(rows "SELECT MAX(id) FROM outbox")
person nora analyst
sign_in nora
for path in /admin/mail; do
	get $path
	status 403
done
for act in try stop start; do
	post "/admin/mail/$id/$act"
	status 403
done
sign_in eve
for act in try stop start; do
	post /admin/mail/999999999/$act
	status 404
	post "/admin/mail/$id/$act" token=x
	status 403
done

story "what has ended is forgotten, what waits too long is given up"
with_mail "mail_kept_days = 3"
change "UPDATE outbox SET ends_at = '2026-11-26 00:30:00' WHERE recipient = '5@long.example'"
deliver '2026-11-28 08:00:00'
is "all are given up" "$(rows "SELECT GROUP_CONCAT(DISTINCT state) FROM outbox WHERE recipient LIKE '%@long.example'")" given_up
is "what was sent four days ago is gone" "$(rows "SELECT COUNT(*) FROM outbox WHERE recipient = 'anna@example.org'")" 0
is "what was sent this week is not" "$(rows "SELECT COUNT(*) FROM outbox WHERE recipient = 'gone@example.org'")" 1
deliver '2026-12-01 10:00:01'
is "until it is three days" "$(rows "SELECT COUNT(*) FROM outbox")" 0

story "nobody has said in whose name"
with_mail
now '2026-12-10 09:20:00'
person ines administrator
sign_in ines
get /admin/accounts
not_see 'Fill in the team first'
change "DELETE FROM outbox WHERE state = 'waiting'; UPDATE team SET short_name = '', email = ''"
get /admin/accounts
see 'Fill in the team first: mail leaves in its name.'
fill name=Early email=early@cirt.example roles=duty_lead
press Invite
lands_on /admin/accounts
left=$(mails)
deliver '2026-12-10 09:20:05'
deliver '2026-12-10 09:21:05'
is "it waits" "$(waiting)" 'waiting 2 09:26:05'
get /admin/mail
see 'The team has no name and address yet.'
not_see 'the log says why'
now '2026-12-10 09:22:00'
get /admin/setup/team
fill short_name=LUM
press Save
get /admin/setup/contact
fill email=help@lum.example
press Save
lands_on /admin/setup
deliver '2026-12-10 09:22:00'
is "it leaves when somebody has" "$(($(mails) - left)) $(waiting)" '1 sent 3 09:22:00'
get /admin/accounts
not_see 'Fill in the team first'

the_end
