#!/bin/bash
# Warnings for a list: written by one, sent by another, followed to who received them.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/advisory.sh"
. "$BELFRY_SOURCE/tests/pages/mail.sh"

page_of=/desk/publish/mailings

# warn [NAME=VALUE...]: who is signed in writes one with the least that there has to be.
# Sets $mailing to its number.
warn() {
	order quiet 1
	get $page_of/new
	fill list="$list" tlp=amber kind=alert title='Lamps are being broken' \
		body=$'Look at your lamps.\n\nThen tell us.' "$@"
	press Save
	order quiet 0
	status 200
	mailing=$(rows 'SELECT MAX(id) FROM mailing')
}
mailing_is() {
	rows "SELECT $1 FROM mailing WHERE id = $mailing"
}
events() {
	rows "SELECT GROUP_CONCAT(action ORDER BY id) FROM event WHERE object = 'mailing' AND object_id = $mailing"
}

story "one writes, another sends"
now '2026-11-24 08:00:00'
person anna analyst
person lena duty_lead
person mike team_manager
person carl constituent
change "DELETE FROM list;
	INSERT INTO list (id, name, open, advisories, tlp, made_at) VALUES (5, 'Ministries', 0, 0, 'amber', '2026-01-01'),
		(6, 'Everybody', 1, 1, 'clear', '2026-01-01'), (7, 'Old ones', 0, 0, 'amber', '2026-01-01');
	UPDATE list SET ended_at = '2026-02-01' WHERE id = 7;
	INSERT INTO subscription (id, list_id, email, email_key, language, kinds, severity, sectors, state, seed, digest, asked_at,
		confirmed_at) SELECT seq, 5, CONCAT('p', seq, '@ministry.example'), CONCAT('p', seq, '@ministry.example'), 'en', '', NULL,
		IF(seq <= 2, 'energy', ''), IF(seq = 9, 'asked', 'confirmed'), seq, SHA2(seq, 256), '2026-01-01', '2026-01-02'
		FROM seq_1_to_9"
list=5
sign_in anna
get $page_of
titled 'Warnings by mail'
see 'Nothing here.' 'a lead who did not write it sends it'
click 'Write a warning'
lands_on $page_of/new
holds severity=none language=en
not_see 'Old ones'
press Save
status 422
see 'Choose a list' 'Choose a label' 'Choose a kind' 'Enter a title' 'Enter the text'
fill list=6 tlp=amber kind=alert severity=high sectors=energy sectors=health title='Lamps <all> are being broken' body='Look at them.'
press Save
status 422
see 'The list does not carry this label. Choose another label or another list'
holds title='Lamps <all> are being broken' sectors=energy,health
post $page_of/new list=5 tlp=red kind=alert severity=none language=en title=X body=Y
status 422
post $page_of/new list=7 tlp=clear kind=alert severity=none language=en title=X body=Y
status 422
get $page_of/new
fill list=5 tlp=amber kind=alert title=$'Lamps \u202eare' body='Look.'
press Save
status 422
see 'There are signs in it that nobody sees'
warn severity=high sectors=energy sectors=health title='Lamps <all> are being broken'
lands_on $page_of/$mailing
see 'Saved. It goes to nobody before a lead sends it.' 'Being written' 'Lamps <all> are being broken' TLP:AMBER Ministries High \
	'Energy' 'of 8 subscribers.' '1 to be confirmed' 'A duty lead sends it.' 'Not translated yet'
not_see 'Send it'
is "kept" "$(mailing_is "CONCAT_WS('|', list_id, tlp, kind, severity, sectors, language, state, version)")" \
	'5|amber|alert|high|energy,health|en|draft|1'
click Preview
lands_on $page_of/$mailing/preview/en
see 'The mail as who reads English gets it.' 'Look at your lamps.' 'Response Team of Testland' TLP:AMBER
post $page_of/$mailing/send version=1
status 403
sign_in lena
get "$page_of?state=draft"
see 'Being written' 'anna'
click 'Lamps <all>'
not_see 'Why nobody else sends it'
press 'Send it'
lands_on $page_of/$mailing
see 'It is on its way.' 'Being sent' 'No mail is sent.' 'What there is to send waits until an administrator names one.' 'Look again' 'Sent by' lena
is "it is" "$(mailing_is "CONCAT_WS('|', state, sent_by = (SELECT MAX(account.id) FROM account WHERE email LIKE 'lena@%'),
	reason IS NULL, begun_at, version)")" 'sending|1|1|2026-11-24 08:00:00|2'
is "on record" "$(events)" begun,released
ask GET $page_of/$mailing/edit
status 303
post $page_of/$mailing/send version=2
see 'That is not possible here. Nothing was changed.'

story "how far it is, and who received it"
change "UPDATE mailing SET given = 7 WHERE id = $mailing;
	INSERT INTO delivery (mailing_id, subscription_id, state, at) SELECT $mailing, id,
		ELT(id, 'sent', 'sent', 'sent', 'waiting', 'failed', 'returned', 'kept'), '2026-11-24 08:01:00'
		FROM subscription WHERE id <= 7;
	UPDATE subscription SET email = NULL, email_key = NULL, state = 'left', ended_at = '2026-11-24' WHERE id = 2"
sign_in_again lena
get $page_of
see 'Being sent' '3 of 7 sent' '1 failed, 1 came back' '1 kept for a digest' lena
get $page_of/$mailing
see '3 of 7 sent' '1 waiting to leave' p1@ministry.example 'The address is forgotten' 'Subscriber 2' 'Kept for a digest'
not_see p8@ministry.example
get "$page_of/$mailing?letters=returned"
see p6@ministry.example 'Came back'
not_see p1@ministry.example
get "$page_of/$mailing?letters=nothing"
see p1@ministry.example
get "/desk/publish/mailings/$mailing/recipients.csv"
header Content-Type 'text/csv; charset=utf-8'
header Content-Disposition "attachment; filename=\"mailing-$mailing.csv\""
is "each as it stands" "$(page | grep -cE '^"1","p1@ministry.example","sent","2026-11-24T08:01:00Z"|^"2","","sent"|^"6","p6@ministry.example","returned"')" 3
get $page_of/$mailing
press Stop
see 'Stopped. Nothing more of it leaves.' 'Go on sending'
is "it stands" "$(mailing_is state)" stopped
sign_in_again anna
get $page_of/$mailing
see '3 of 7 sent' 'Subscriber 1' 'Their addresses the duty leads see.'
not_see p1@ministry.example 'Go on sending'
ask GET $page_of/$mailing/recipients.csv
status 403
for act in stop go-on send; do
	post $page_of/$mailing/$act version=3
	status 403
done
sign_in_again lena
change "UPDATE list SET tlp = 'green' WHERE id = 5"
get $page_of/$mailing
press 'Go on sending'
see 'The list does not carry this label any more. Nothing was sent.'
is "it still stands" "$(mailing_is state)" stopped
change "UPDATE list SET tlp = 'amber' WHERE id = 5"
get $page_of/$mailing
press 'Go on sending'
see 'It goes on, to those who did not get it.' 'Being sent'
post $page_of/$mailing/stop version=1
status 409
see 'Somebody else changed it meanwhile' 'Nothing was done. This is how it stands now.'
is "on record" "$(events)" begun,released,stopped,gone_on
see 'It was stopped' 'It was sent on'

story "page by page"
change "INSERT INTO subscription (id, list_id, email, email_key, language, state, seed, digest, asked_at)
	SELECT 100 + seq, 5, CONCAT('q', seq, '@bank.example'), CONCAT('q', seq, '@bank.example'), 'en', 'confirmed', seq,
		SHA2(CONCAT('q', seq), 256), '2026-01-01' FROM seq_1_to_60;
	INSERT INTO delivery (mailing_id, subscription_id, state, at) SELECT $mailing, id, 'sent', '2026-11-24 08:02:00'
		FROM subscription WHERE id > 100"
sign_in_again lena
get $page_of/$mailing
see q43@bank.example
not_see q44@bank.example
click 'Further in this list'
see q44@bank.example q60@bank.example
not_see 'Further in this list'
get "$page_of/$mailing?letters=sent"
click 'Further in this list'
see q60@bank.example
not_see p1@ministry.example
change "INSERT INTO mailing (id, list_id, tlp, kind, language, state, made_at)
	SELECT 1000 + seq, 5, 'clear', 'note', 'en', 'discarded', '2026-01-01' FROM seq_1_to_30;
	INSERT INTO mailing_text SELECT id, 'en', CONCAT('Old ', id), 'Text' FROM mailing WHERE id > 1000"
for query in '' '?state=discarded' '?list=5'; do
	get "$page_of$query"
	see 'Old 1030' 'Old 1006'
	not_see 'Old 1005'
	click 'Older ones'
	see 'Old 1005' 'Old 1001'
	not_see 'Old 1006'
done
see 'Warnings by mail: Ministries'
get "$page_of?list=6"
see 'Nothing here.'
change "DELETE FROM mailing WHERE id > 1000"

story "who wrote it gives a reason"
sign_in_again lena
warn
see 'Why nobody else sends it'
press 'Send it'
status 422
see 'Say why nobody else sends it'
is "it waits" "$(mailing_is state)" draft
fill why='Nobody else is <awake>.'
press 'Send it'
see 'It is on its way.' 'Why nobody else sent it' 'Nobody else is <awake>.' 'Its writer sent it without a second person'
is "on record" "$(events)" begun,released_alone
sign_in_again anna
warn
sign_in_again mike
get $page_of/$mailing
click 'Write: English'
fill title='Lamps, again'
press Save
see 'Saved.' 'Why nobody else sends it'
post $page_of/$mailing/send version="$(mailing_is version)"
status 422
sign_in_again lena
get $page_of/$mailing
not_see 'Why nobody else sends it'
press 'Send it'
see 'It is on its way.'
is "a third sends it without" "$(mailing_is "reason IS NULL")" 1

story "what the list is now"
sign_in_again anna
warn
sign_in_again lena
change "UPDATE list SET tlp = 'green' WHERE id = 5"
get $page_of/$mailing
press 'Send it'
see 'The list does not carry this label any more. Nothing was sent.'
change "UPDATE list SET tlp = 'amber', ended_at = '2026-11-24' WHERE id = 5"
get $page_of/$mailing
see 'The list ended. Nothing goes to it any more.'
not_see 'Send it'
post $page_of/$mailing/send version=1
see 'The list ended. Nothing goes to it any more.'
is "nothing was sent" "$(mailing_is state)" draft
change "UPDATE list SET ended_at = NULL WHERE id = 5"

story "two people write at once, and a draft is discarded"
sign_in_again anna
get $page_of/$mailing/edit
holds list=5 tlp=amber kind=alert severity=none title='Lamps are being broken'
fill title=Mine
sign_in_again lena
get $page_of/$mailing/edit
fill title=Theirs sectors=energy
press Save
status 200
as anna
press Save
status 409
see 'Somebody else saved this while you were writing' Theirs Energy
holds title=Mine
press Save
is "sent again it is a decision" "$(rows "SELECT title FROM mailing_text WHERE mailing_id = $mailing")" Mine
get $page_of/$mailing
press Discard
see 'Discarded. You can take it up again.'
ask GET $page_of/$mailing/edit
status 303
post $page_of/$mailing/edit version="$(mailing_is version)" list=5 tlp=amber kind=alert severity=none title=X body=Y
see 'That is not possible here. Nothing was changed.'
get "$page_of?state=discarded"
click Mine
press 'Take it up again'
see 'It is a draft again.'
post $page_of/$mailing/discard
status 422
post $page_of/$mailing/discard version=1
status 409
is "on record" "$(events)" begun,saved,saved,discarded,taken_up

story "in another language"
sign_in_again anna
get $page_of/$mailing
click 'Translate: العربية'
lands_on $page_of/$mailing/texts/ar
see 'The text to translate' 'Look at your lamps.'
press Save
status 422
fill title='تحذير' body='انظروا'
press Save
see Saved. تحذير
get "/desk/publish/mailings/$mailing/preview/ar"
see انظروا
is "it runs from right to left" "$(page | grep -c 'lang="ar" dir="rtl"')" 1
get $page_of/$mailing/preview/fr
status 404
get $page_of/$mailing/texts/en
status 404
get $page_of/$mailing/texts/xx
status 404
post $page_of/$mailing/texts/ar version=1 title=X body=Y
status 409
see 'Somebody else saved this while you were writing' تحذير
get $page_of/$mailing/texts/ar
press 'Take this translation away'
see 'The translation was taken away.'
post $page_of/$mailing/texts/ar/remove version="$(mailing_is version)"
see 'That is not possible here. Nothing was changed.'
is "it is gone" "$(rows "SELECT GROUP_CONCAT(language) FROM mailing_text WHERE mailing_id = $mailing")" en

mail_server
mail_story "from the button to the mailbox, and back to the page" 08:00:00
change "UPDATE mailing SET state = 'stopped' WHERE state = 'sending';
	INSERT INTO list (id, name, open, advisories, tlp, made_at) VALUES (8, 'Two', 0, 0, 'green', '2026-01-01');
	INSERT INTO subscription (list_id, email, email_key, language, state, pace, seed, digest, asked_at, confirmed_at) VALUES
		(8, 'now@bank.example', 'now@bank.example', 'en', 'confirmed', 'at_once', 'n', SHA2('now', 256), '2026-01-01', '2026-01-02'),
		(8, 'later@bank.example', 'later@bank.example', 'en', 'confirmed', 'weekly', 'l', SHA2('later', 256), '2026-01-01', '2026-01-02'),
		(8, 'energy@bank.example', 'energy@bank.example', 'en', 'confirmed', 'at_once', 'e', SHA2('e', 256), '2026-01-01', '2026-01-02');
	UPDATE subscription SET sectors = 'energy' WHERE email = 'energy@bank.example'"
sign_in_again anna
list=8
warn tlp=green kind=note sectors=health title='Lamps of hospitals'
see 'It goes to 2 of 3 subscribers.'
sign_in_again lena
get $page_of/$mailing
press 'Send it'
see 'Being sent' 'It begins within a minute.'
not_see 'No mail is sent.'
deliver "$today 08:01:00"
is "one mail" "$(outbox 'recipient, state' "mailing_id = $mailing")" 'now@bank.example sent'
in_mail 1 'Lamps of hospitals' TLP:GREEN 'Look at your lamps.'
get $page_of/$mailing
see Sent '1 of 2 sent' '1 kept for a digest' now@bank.example later@bank.example 'Kept for a digest' 'Everybody has been written to'
not_see energy@bank.example 'Look again'
list=5

story "others"
sign_in carl
ask GET $page_of
status 403
ask GET $page_of/$mailing
status 403
post $page_of/new list=5 tlp=clear kind=alert severity=none language=en title=X body=Y
status 403
post $page_of/$mailing/discard version="$(mailing_is version)"
status 403
as visitor
ask GET $page_of/$mailing
status 303
sign_in_again anna
for path in 9999 9999/edit 9999/texts/ar 9999/preview/en; do
	get $page_of/$path
	status 404
done
for act in discard take-up; do
	post $page_of/9999/$act version=1
	status 404
done
post $page_of/new list=99 tlp=clear kind=alert severity=none language=en title=X body=Y
status 422
post $page_of/new list=5 tlp=clear kind=alert severity=none language=en title="$(printf 'x%.0s' {1..201})" body=Y
status 422
post $page_of/new list=5 tlp=clear kind=alert severity=none language=en title=X body="$(printf 'x%.0s' {1..10001})"
status 422

the_end
