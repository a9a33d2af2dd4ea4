#!/bin/bash
# Events at the desk: written by a lead, read by the team, people invited by mail, what
# they answered, reminded once, called off, and forgotten.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/mail.sh"

mail_server
history() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', action, to_value) ORDER BY id SEPARATOR ', ')
		FROM event WHERE object = 'occasion' AND object_id = $id"
}
guests() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', email, language, answer, IF(people, people, NULL)) ORDER BY id SEPARATOR ', ')
		FROM occasion_guest WHERE occasion_id = $id"
}
# Which mail of this story went to NAME@guests.example.
to() {
	local number

	for ((number = $(mails); number > before + 1; number--)); do
		[[ $(envelope "$number") != *"<$1@guests.example>"* ]] || break
	done
	echo "$number"
}
letters() {
	outbox 'kind, recipient' "guest_id IS NOT NULL AND state = 'waiting'"
}

for language in en fr ar; do
	story "an analyst reads, and changes nothing, in $language"
	now '2026-11-24 08:00:00'
	person anna-$language analyst
	as anna-$language
	speak $language
	sign_in anna-$language
	get /desk/publish
	click Events
	lands_on /desk/publish/events
	titled Events
	see 'Nothing here.'
	ask GET /desk/publish/events/new
	status 403
	post /desk/publish/events/new place=X
	status 403

	story "a lead writes one, in $language"
	now '2026-11-24 08:10:00'
	person lena-$language duty_lead
	as lena-$language
	speak $language
	sign_in lena-$language
	get /desk/publish/events
	click 'New event'
	lands_on /desk/publish/events/new
	press Save
	status 422
	see 'Say where it is' 'Say when it begins' 'Say when it ends' 'Say until when you need the answers' 'Enter a title'
	fill place='1 <Test> Road' starts='2026-12-10 14:00' ends='2026-12-10 13:00' until='2026-12-11 14:00' \
		title_en='Open <house>' words_fr='Bienvenue.'
	press Save
	status 422
	see 'It ends before it begins' 'That is after the event has begun' 'There is a text in this language. Enter a title too'
	fill ends='2026-12-10 17:30' until='tomorrow' starts='2026-11-24 11:00' title_fr='Portes ouvertes'
	press Save
	status 422
	see 'Write a day and a time as in 2026-11-30 08:00'
	fill until='2026-11-24 09:00'
	press Save
	status 422
	see 'That is over. An event begins later than now'
	holds place='1 <Test> Road' ends='2026-12-10 17:30' title_fr='Portes ouvertes'
	fill starts='2026-12-10 14:00' until='2026-12-08 18:00' places=3
	press Save
	id=$(rows 'SELECT MAX(id) FROM occasion')
	lands_on /desk/publish/events/$id
	see 'Saved. Now you can invite people.' '1 <Test> Road' 'Nobody is invited yet.' 'Bienvenue.'
	is "in UTC" "$(rows "SELECT CONCAT_WS('|', starts_at, ends_at, answer_until, places, shown, version) FROM occasion WHERE id = $id")" \
		'2026-12-10 11:00:00|2026-12-10 14:30:00|2026-12-08 15:00:00|3|0|1'
	is "its texts" "$(rows "SELECT GROUP_CONCAT(language, ' ', title ORDER BY language) FROM occasion_text WHERE occasion_id = $id")" \
		'en Open <house>,fr Portes ouvertes'
	click Change /desk/publish/events/$id/edit
	lands_on /desk/publish/events/$id/edit
	holds place='1 <Test> Road' starts='2026-12-10 14:00' until='2026-12-08 18:00' places=3 shown= title_fr='Portes ouvertes'
	fill shown=yes places=
	press Save
	lands_on /desk/publish/events/$id
	see Saved. Everybody
	is "changed" "$(rows "SELECT CONCAT_WS('|', COALESCE(places, 'all'), shown, version) FROM occasion WHERE id = $id")" 'all|1|2'
	is "on record" "$(history)" 'added, saved'
	get /desk/publish/events/999
	status 404
	change 'DELETE FROM occasion'
done

# an_event [COLUMN=VALUE...]: in the database; its number is in $id.
an_event() {
	local pair changes=

	for pair; do
		changes+=", ${pair%%=*} = $(quoted "${pair#*=}")"
	done
	id=$(rows "INSERT INTO occasion (place, starts_at, ends_at, answer_until, shown, made_at) VALUES
		('The old mill', '2026-12-10 11:00:00', '2026-12-10 14:00:00', '2026-12-08 15:00:00', FALSE, '2026-11-20 08:00:00');
		SET @id = LAST_INSERT_ID();
		UPDATE occasion SET id = id$changes WHERE id = @id;
		INSERT INTO occasion_text VALUES (@id, 'en', 'Open house', 'Bread and salt.'), (@id, 'ar', 'باب مفتوح', NULL);
		SELECT @id")
}
person mike team_manager

mail_story "people are invited" 09:00:00
an_event
sign_in mike
get /desk/publish/events/$id
press Invite
status 422
see 'Enter an address'
holds language=en
fill addresses=$'rosa@guests.example\nnot an address\nOtto Berg <otto@guests.example>\n<script>@x' language=fr
press Invite
status 422
see 'Line 2: “not an address” is no mail address.' 'Line 4: “<script>@x” is no mail address.'
holds language=fr
is "nobody was" "$(guests)" NULL
fill addresses=$'rosa@guests.example\n\nBerg, Otto <otto@guests.example>; Mia <mia@guests.example>\nnoor@guests.example, ROSA@guests.example'
fill language=en
press Invite
lands_on "/desk/publish/events/$id?fresh=4&known=0&twice=1"
see 'Twice in the list: 1.' rosa@guests.example 'Not answered'
is "once each" "$(guests)" 'rosa@guests.example en, otto@guests.example en, mia@guests.example en, noor@guests.example en'
is "a letter for each" "$(letters)" 'guest_invited rosa@guests.example guest_invited otto@guests.example guest_invited mia@guests.example guest_invited noor@guests.example'
is "the rows hold no words and no token" "$(rows "SELECT COUNT(*) FROM outbox WHERE CONCAT_WS(' ', kind, recipient, message_id) LIKE '%mill%'")" 0
fill addresses=$'Rosa@Guests.example\nsami@guests.example' language=ar
press Invite
see 'Invitations that leave now: 1.' 'Invited already: 1.'
is "on record" "$(history)" 'invited 4, invited 1'
deliver "$today 09:00:10"
is "they leave" "$(mails)" $((before + 5))
rosa=$(to rosa) sami=$(to sami)
in_mail $rosa 'Subject: Invitation: Open house' 'Response Team of Testland invites you.' 'Where: The old mill' \
	'Begins: 10 December 2026, 14:00 EAT' 'Bread and salt.' "$BELFRY_ADDRESS/event/" 'Auto-Submitted: auto-generated'
is "its bytes are as they should be" "$(mail $rosa --raw)" ""
in_mail $sami 'باب مفتوح' "$BELFRY_ADDRESS/ar/event/" 'Content-Language: ar'
token=$(mail $rosa | sed -n 's|.*/event/\([A-Za-z0-9_-]*\).*|\1|p')
is "nothing of the link is in the database" "$(rows "SELECT (SELECT COUNT(*) FROM occasion_guest WHERE '$token' IN (seed, digest))
	+ (SELECT COUNT(*) FROM outbox WHERE message_id LIKE '%$token%')")" 0
get /admin/mail?state=sent
see 'To a guest: an invitation' rosa@guests.example
person adam administrator
sign_in adam
get /admin/mail?state=sent
see 'To a guest: an invitation' 'To whom is not shown to you.'
not_see rosa@guests.example

mail_story "reminded once, and not those who have answered" 09:00:00
change "UPDATE occasion_guest SET answer = 'yes', people = 2, remark = '=1+1', answered_at = '2026-11-25 10:00:00' WHERE email LIKE 'rosa%';
	UPDATE occasion_guest SET answer = 'no', answered_at = '2026-11-25 10:00:00' WHERE email LIKE 'otto%';
	UPDATE occasion_guest SET answer = 'maybe', people = 1, answered_at = '2026-11-25 10:00:00' WHERE email LIKE 'mia%'"
sign_in mike
get /desk/publish/events/$id
see 'for all who come; until now 2' '=1+1'
is "each number leads to its rows" "$(text | tr -s ' \n' ' ' | grep -o 'All who are invited 5 Yes 1 Maybe 1 No 1 Not answered 2')" \
	'All who are invited 5 Yes 1 Maybe 1 No 1 Not answered 2'
click 'Not answered'
see noor@guests.example sami@guests.example
not_see otto@guests.example
get /desk/publish/events/$id?answer=no
see otto@guests.example
not_see noor@guests.example
ask GET /desk/publish/events/$id/answers.csv
status 200
header Content-Type 'text/csv; charset=utf-8'
is "a table, without formulas" "$(page | tr -d '\r' | sed -n '1p;2p')" '"email","language","invited","answer","people","remark","answered"
"rosa@guests.example","en","'"$(date -u -d "$today - 1 day" +%F)"'T09:00:00Z","yes","2","'"'"'=1+1","2026-11-25T10:00:00Z"'
is "of everybody" "$(page | wc -l)" 6
get /desk/publish/events/$id
press 'Send a reminder'
see 'Those who have not answered get a reminder.' 'A reminder was sent:' 'Reminded: 2'
is "two letters" "$(letters)" 'guest_reminded noor@guests.example guest_reminded sami@guests.example'
post /desk/publish/events/$id/remind
see 'That is not possible here. Nothing was changed.'
is "no third" "$(letters)" 'guest_reminded noor@guests.example guest_reminded sami@guests.example'
deliver "$today 09:00:10"
in_mail $(to noor) 'Subject: Are you coming? Open house' 'would like to know whether you are coming.'
not_in_mail $(to noor) 'Bread and salt.'

mail_story "another place is told to those who did not say no" 09:00:00
sign_in mike
get /desk/publish/events/$id/edit
fill words_en='Bread, salt and tea.'
press Save
see Saved.
is "other words are told to nobody" "$(letters)" ""
click Change /edit
fill place='The new mill'
press Save
see 'Saved. Guests who did not say no hear of the new time or place by mail.'
is "four letters" "$(letters | grep -o 'guest_changed [a-z]*' | tr '\n' ' ')" \
	'guest_changed rosa guest_changed mia guest_changed noor guest_changed sami '
deliver "$today 09:00:10"
in_mail $(to rosa) 'Subject: Another time or place: Open house' 'Where: The new mill' 'You have answered. Here you can change it:'

mail_story "a guest is removed" 09:00:00
sign_in mike
get /desk/publish/events/$id
press 'Remove: noor@guests.example'
see 'Removed. The link in the letter opens nothing any more.'
not_see noor@guests.example
post /desk/publish/guests/999999/remove
status 404

mail_story "it is called off" 09:00:00
sign_in mike
get /desk/publish/events/$id
fill addresses=late@guests.example
press Invite
press 'Call the event off'
status 422
see 'Say that you mean it'
fill sure=yes
press 'Call the event off'
see 'Called off. Everybody who did not say no hears of it by mail.'
not_asks_for addresses sure
is "who said no is left alone, and so is who never got an invitation" "$(letters | grep -o 'guest_[a-z_]* [a-z]*' | tr '\n' ' ')" \
	'guest_called_off rosa guest_called_off mia guest_called_off sami '
is "their letter is stopped" "$(rows "SELECT state FROM outbox WHERE recipient = 'late@guests.example'")" stopped
deliver "$today 09:00:10"
in_mail $(to rosa) 'Subject: Called off: Open house' 'This event was called off. Nobody needs to do anything.'
not_in_mail $((before + 1)) /event/
for path in invite remind; do
	post /desk/publish/events/$id/$path addresses=x@guests.example language=en
	see 'That is not possible here. Nothing was changed.'
done
post /desk/publish/events/$id/call-off sure=yes
see 'That is not possible here. Nothing was changed.'
post /desk/publish/events/$id/edit place=X starts='2026-12-20 10:00' ends='2026-12-20 11:00' until='2026-12-19 10:00' title_en=X version=9
see 'That is not possible here. Nothing was changed.'
is "on record" "$(history)" 'invited 4, invited 1, reminded 2, saved, saved, guest_removed, invited 1, called_off 3'

mail_story "two leads at once" 09:00:00
an_event
sign_in mike
get /desk/publish/events/$id/edit
person nora duty_lead
sign_in nora
get /desk/publish/events/$id/edit
fill place='Theirs'
press Save
as mike
fill place='Mine'
press Save
status 409
see 'Somebody else saved this while you were writing' Theirs
holds place=Mine
is "nothing was overwritten" "$(rows "SELECT place FROM occasion WHERE id = $id")" Theirs
press Save
is "sending it again is a decision" "$(rows "SELECT place FROM occasion WHERE id = $id")" Mine

mail_story "limits" 09:00:00
sign_in mike
get /desk/publish/events/$id
fill addresses="$(printf 'g%s@guests.example\n' {1..201})"
press Invite
status 422
see 'That is more than 200 addresses. Invite them in two or more lists'
fill addresses="$(printf 'g%s@guests.example\n' {1..200})"
press Invite
see 'Invitations that leave now: 200.' 'Further in this list' g200@guests.example
not_see 'g1@guests.example'
click 'Further in this list'
see g1@guests.example
change "INSERT INTO occasion_guest (occasion_id, email, email_key, language, seed, digest, invited_at)
	SELECT $id, CONCAT('s', seq, '@x.example'), CONCAT('s', seq, '@x.example'), 'en', seq, SHA2(seq, 256), '2026-11-24' FROM seq_1_to_299"
get /desk/publish/events/$id
fill addresses=$'a@guests.example\nb@guests.example'
press Invite
status 422
see 'With these there would be more than 500 guests, which is as many as one event can have. Nobody was invited'
is "none of both" "$(rows "SELECT COUNT(*) FROM occasion_guest WHERE occasion_id = $id")" 499
fill addresses=a@guests.example
press Invite
see 'Invitations that leave now: 1.'
not_asks_for addresses
post /desk/publish/events/new place="$(printf 'x%.0s' {1..301})" starts='2026-12-20 10:00' ends='2026-12-20 11:00' \
	until='2026-12-19 10:00' title_en=X
status 422
post /desk/publish/events/new place=X starts='2026-12-20 10:00' ends='2026-12-20 11:00' until='2026-12-19 10:00' \
	title_en="$(printf 'x%.0s' {1..151})"
status 422
post /desk/publish/events/new place=X starts='2026-12-20 10:00' ends='2026-12-20 11:00' until='2026-12-19 10:00' title_en=X places=10001
status 422
post /desk/publish/events/new place=X starts='2036-12-20 10:00' ends='2036-12-20 11:00' until='2036-12-19 10:00' title_en=X
status 422
change "INSERT INTO occasion (place, starts_at, ends_at, answer_until, shown, made_at)
		SELECT 'P', '2027-01-01', '2027-01-02', '2026-12-31', FALSE, '2026-11-20' FROM seq_1_to_25;
	INSERT INTO occasion_text SELECT id, 'en', CONCAT('Number ', id), NULL FROM occasion WHERE place = 'P'"
get /desk/publish/events
last=$(rows "SELECT MAX(id) FROM occasion")
see "Number $last" 'Older ones'
not_see "Number $((last - 20))"
click 'Older ones'
see "Number $((last - 20))" 'Open house'
click 'To the newest'
lands_on /desk/publish/events
change "DELETE FROM occasion WHERE place = 'P'"

mail_story "guests are forgotten, and their number is not" 09:00:00
change "DELETE FROM occasion_guest WHERE occasion_id = $id AND email NOT LIKE 'g_@guests.example';
	UPDATE occasion_guest SET answer = 'yes', people = 3 WHERE occasion_id = $id AND email LIKE 'g1@%';
	UPDATE occasion_guest SET answer = 'no' WHERE occasion_id = $id AND email LIKE 'g2@%'"
deliver '2027-01-09 13:00:00'
is "not before the day" "$(rows "SELECT COUNT(*) FROM occasion_guest WHERE occasion_id = $id")" 9
deliver '2027-01-09 14:00:01'
is "all of them" "$(rows "SELECT COUNT(*) FROM occasion_guest") $(rows "SELECT COUNT(*) FROM outbox WHERE recipient LIKE '%guests.example'")" '0 0'
is "on record" "$(history | grep -o 'erased 9')" 'erased 9'
now '2027-01-09 15:00:00'
sign_in mike
get /desk/publish/events/$id
see 'Who was invited is forgotten by now. The numbers stay:' 'This event is over.' 'for all who come; until now 3'
is "the numbers" "$(rows "SELECT CONCAT_WS(' ', invited, said_yes, people, said_maybe, said_no) FROM occasion WHERE id = $id")" '9 1 3 0 1'

the_end
