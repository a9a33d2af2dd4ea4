#!/bin/bash
# Who is on duty: begun and ended by oneself, addresses and others by a lead, and
# who then gets a mail.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

to_whom() {
	rows "SELECT GROUP_CONCAT(recipient ORDER BY recipient) FROM outbox WHERE kind = 'arrived'
		AND ticket_id = (SELECT id FROM ticket WHERE reference = '$reference')"
}

for language in en fr ar; do
	story "somebody begins and ends, in $language"
	now '2026-11-24 08:00:00'
	person nora-$language analyst
	as nora-$language
	speak $language
	sign_in nora-$language
	get /desk/duty
	titled 'On duty'
	see 'Nobody is on duty. New reports wait in the queue, and no mail says that they came.' 'No mail is sent.'
	not_asks_for email
	press 'Begin my duty'
	lands_on /desk/duty
	see 'You are on duty: a mail tells you of every new report.' nora-$language
	post /desk/duty/begin
	status 200
	is "once" "$(rows "SELECT COUNT(*) FROM duty")" 1
	as somebody
	report
	is "a new report goes to them" "$(to_whom)" nora-$language@cirt.example
	as nora-$language
	get /desk/duty
	press 'End my duty'
	lands_on /desk/duty
	see 'You are no longer on duty.'
	is "history has both" "$(rows "SELECT GROUP_CONCAT(action ORDER BY id) FROM event
		WHERE object = 'account' AND object_id = $person AND action LIKE '%duty'")" on_duty,off_duty
	as somebody
	report
	is "and a later one does not" "$(to_whom)" NULL
done

story "a lead names addresses and removes"
now '2026-11-25 08:00:00'
person lena duty_lead
sign_in lena
get /desk/duty
press Add
status 422
see 'Enter an address'
fill email='not one'
press Add
status 422
see 'Enter an e-mail address like name@example.org'
fill email=Duty@CIRT.example
press Add
lands_on /desk/duty
see 'Saved. This address gets a mail with every new report.' duty@cirt.example
fill email=duty@cirt.example
press Add
status 422
see 'This address is there already, or there are too many.'
person olga analyst
change "INSERT INTO duty (account_id, since_at) VALUES ($person, '2026-11-24')"
as somebody
report
is "both are told" "$(to_whom)" duty@cirt.example,olga@cirt.example
change "DELETE FROM account_role WHERE account_id = $person; INSERT INTO account_role VALUES ($person, 'constituent')"
report
is "who is no longer of the team is not" "$(to_whom)" duty@cirt.example
change "DELETE FROM account_role WHERE account_id = $person; INSERT INTO account_role VALUES ($person, 'analyst');
	UPDATE account SET disabled_at = '2026-11-25' WHERE id = $person"
report
is "nor whose account is closed" "$(to_whom)" duty@cirt.example
as lena
get /desk/duty
not_see olga
press 'Remove: duty@cirt.example'
lands_on /desk/duty
see 'Removed.'
is "the address is gone" "$(rows "SELECT COUNT(*) FROM duty WHERE email IS NOT NULL")" 0
post /desk/duty/999999/remove
status 404
as somebody
report
is "nobody is told" "$(to_whom)" NULL

story "who enters a report is not told of it"
now '2026-11-25 09:00:00'
change "UPDATE account SET disabled_at = NULL WHERE id = $person"
sign_in olga
get /desk/new
fill channel=phone description='They called.' category=malware
press 'Save report'
status 200
is "nobody is told" "$(rows "SELECT COUNT(*) FROM outbox WHERE made_at = '2026-11-25 09:00:00'")" 0

story "the wrong people"
now '2026-11-26 09:00:00'
person carl constituent
sign_in carl
get /desk/duty
status 403
post /desk/duty/begin
status 403
sign_in olga
post /desk/duty email=mine@evil.example
status 403
post /desk/duty/1/remove
status 403
as nobody
get /desk/duty
lands_on /login
post /desk/duty/begin token=
lands_on /login

story "who sets up the team is sent here"
now '2026-11-26 08:00:00'
change 'DELETE FROM duty'
person sami administrator,duty_lead
sign_in sami
get /admin/setup
see 'Nobody yet' 'Nobody hears of a report by mail yet: a lead says who, at On duty.'
click 'Change: Who hears of a report'
lands_on /desk/duty
press 'Begin my duty'
get /admin/setup
see '1 address'
not_see 'Nobody hears of a report'

the_end
