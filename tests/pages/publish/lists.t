#!/bin/bash
# Lists at the desk: made, changed and ended by a lead; who reads them; and what an
# analyst sees of it.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/advisory.sh"

page_of=/desk/publish/lists

events() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', action, from_value, to_value) ORDER BY id SEPARATOR ', ')
		FROM event WHERE object = '$1' AND object_id = $2"
}
# subscriber ADDRESS STATE [COLUMN=VALUE...]: of list $list; their number is in $subscriber.
subscriber() {
	local pair more=

	for pair in "${@:3}"; do
		more+=", ${pair%%=*} = $(quoted "${pair#*=}")"
	done
	subscriber=$(rows "INSERT INTO subscription SET list_id = $list, email = '$1', email_key = LOWER('$1'),
		language = 'en', state = '$2', seed = '$1', digest = SHA2('$list $1', 256), asked_at = '2026-11-20 08:00:00'$more;
		SELECT LAST_INSERT_ID()")
}
state_of() {
	rows "SELECT CONCAT_WS(' ', state, bounces, IF(ended_at IS NULL, 'goes on', 'ended')) FROM subscription WHERE id = $1"
}

story "a lead makes a list"
now '2026-11-24 08:00:00'
person lena duty_lead
person anna analyst
sign_in lena
change "DELETE FROM list"
get $page_of
titled Lists
see 'There is no list yet.' 'A duty lead makes one'
click 'Make a list'
lands_on $page_of/new
holds entry=invited
press Save
status 422
see 'Enter the name' 'Choose a label'
fill name='Ministries <all>' tlp=amber entry=open words_en='Who works for the state.'
press Save
status 422
see 'Only a list for TLP:CLEAR can be open'
post $page_of/new name=X tlp=red entry=invited
status 422
get $page_of/new
fill name='Ministries <all>' tlp=amber entry=invited words_en='Who works for the state.' words_fr='Pour les ministères.'
press Save
list=$(rows 'SELECT MAX(id) FROM list')
lands_on $page_of/$list
see 'The list is there. Invite those who should read it.' 'Ministries <all>' TLP:AMBER 'By invitation' '0 confirmed' \
	'Nobody has subscribed yet.' 'Invite those who should read it; each is asked to confirm by mail.'
is "kept" "$(rows "SELECT CONCAT_WS('|', name, open, advisories, tlp, version) FROM list WHERE id = $list")" \
	'Ministries <all>|0|0|amber|1'
is "with its purpose" "$(rows "SELECT GROUP_CONCAT(language, ' ', value ORDER BY language) FROM list_text WHERE list_id = $list")" \
	'en Who works for the state.,fr Pour les ministères.'
is "on record" "$(events list "$list")" 'added amber'
get $page_of/new
fill name='Ministries <all>' tlp=clear entry=open
press Save
status 422
see 'Another list has this name. Choose another one'
get $page_of
see 'Ministries <all>' 'Who works for the state.' 'Nothing yet.'

story "it is changed, by one at a time"
sign_in_again lena
get $page_of/$list
click Change "lists/$list/edit"
lands_on $page_of/$list/edit
holds name='Ministries <all>' tlp=amber entry=invited advisories= words_en='Who works for the state.'
person mike team_manager
sign_in mike
get $page_of/$list/edit
fill name='Ministries' advisories=yes words_fr=
press Save
lands_on $page_of/$list
see Saved. 'Carries advisories'
as lena
fill name='State bodies'
press Save
status 409
see 'Somebody else saved this while you were writing' 'TLP:AMBER' 'By invitation'
holds name='State bodies'
is "theirs stands" "$(rows "SELECT CONCAT(name, version) FROM list WHERE id = $list")" Ministries2
press Save
is "sent again it is a decision" "$(rows "SELECT CONCAT(name, version) FROM list WHERE id = $list")" 'State bodies3'
is "on record too" "$(events list "$list")" 'added amber, saved amber amber, saved amber amber'
subscriber one@ministry.example confirmed
get $page_of/$list/edit
fill tlp=amber+strict
press Save
status 422
see 'Its subscribers were not chosen for a stricter label.'
fill tlp=green
press Save
status 200
get $page_of/99/edit
status 404
post $page_of/99/edit version=1 name=X tlp=clear entry=open
status 404

story "an analyst sees how many, not who"
sign_in anna
get $page_of
see 'State bodies' '1 confirmed'
not_see 'Make a list'
get $page_of/$list
see '1 confirmed' 'Who they are, the duty leads see.' 'The list was made' lena
not_see one@ministry.example 'Invite addresses' 'End the list' Removed
get "$page_of/$list?address=one"
not_see one@ministry.example
for path in new "$list/edit" "$list/invite" "$list/subscribers.csv"; do
	ask GET $page_of/$path
	status 403
done
post $page_of/new name=X tlp=clear entry=open
status 403
for act in edit end start invite; do
	post $page_of/$list/$act version=4 name=X tlp=clear entry=open addresses=x@y.example language=en
	status 403
done
for act in remove resume; do
	post /desk/publish/subscribers/$subscriber/$act
	status 403
done
is "nothing was done" "$(rows "SELECT COUNT(*) FROM list") $(state_of "$subscriber")" '1 confirmed 0 goes on'

story "somebody is invited"
sign_in_again lena
get $page_of/$list
click 'Invite addresses'
lands_on $page_of/$list/invite
press Invite
status 422
see 'Enter at least one address'
fill addresses=$'two@ministry.example\nnot an address\n\n@\nthree@ministry.example'
press Invite
status 422
see 'These lines are no mail addresses: 2, 4. Nobody was invited yet'
is "nobody was" "$(rows "SELECT COUNT(*) FROM subscription")" 1
fill addresses=$'two@ministry.example\n\nTwo@Ministry.example\none@ministry.example\nthree@ministry.example' language=fr
press Invite
status 200
see '2 addresses were invited' 'Not invited: on the list already, or twice in your lines' Two@Ministry.example one@ministry.example
is "they are asked" "$(rows "SELECT GROUP_CONCAT(email, ' ', state, ' ', language, ' ', invited_by IS NOT NULL ORDER BY id)
	FROM subscription WHERE list_id = $list AND state = 'asked'")" \
	'two@ministry.example asked fr 1,three@ministry.example asked fr 1'
is "by mail" "$(rows "SELECT GROUP_CONCAT(recipient ORDER BY id) FROM outbox WHERE kind = 'subscription'")" \
	two@ministry.example,three@ministry.example
get $page_of/$list/invite
fill addresses="$(printf 'a%d@ministry.example\n' {1..201})"
press Invite
status 422
see 'There are more than 200 addresses. Invite them in parts'
is "nobody more" "$(rows "SELECT COUNT(*) FROM subscription")" 3

story "who reads it"
sign_in_again lena
subscriber paused_one@bank.example paused bounces=3 bounced_at='2026-11-23 06:00:00' confirmed_at='2026-11-01 08:00:00' \
	ended_at='2026-11-23 06:00:00'
paused=$subscriber
subscriber pausedXone@bank.example confirmed confirmed_at='2026-11-01 08:00:00' pace=weekly
subscriber gone@bank.example left ended_at='2026-11-22 06:00:00'
gone=$subscriber
change "INSERT INTO subscription SET list_id = $list, language = 'en', state = 'left', seed = 'x', digest = SHA2('x', 256),
	asked_at = '2026-01-01', ended_at = '2026-02-01'"
get $page_of/$list
see one@ministry.example 'Was invited' 'Asked for it' '3 mails came back' 'the last one:' 'Once a week' gone@bank.example \
	'1 paused: their mail came back'
get "$page_of/$list?state=left"
see gone@bank.example 'The address is forgotten'
not_see one@ministry.example 'Remove: gone@bank.example'
get "$page_of/$list?state=asked"
see two@ministry.example three@ministry.example
not_see one@ministry.example
get $page_of/$list
fill address='Paused_'
press Search
see paused_one@bank.example
not_see pausedXone@bank.example one@ministry.example
get "$page_of/$list?address=%25"
see 'Nobody here.'
get "$page_of/$list?state=nothing"
see one@ministry.example
get $page_of/$list
press "Take it back: paused_one@bank.example"
see 'It is on the list as before.'
is "it is as before" "$(state_of "$paused")" 'confirmed 0 goes on'
press "Remove: paused_one@bank.example"
see 'Removed. Nothing goes there any more.'
is "removed" "$(state_of "$paused")" 'removed 0 ended'
is "on record" "$(events subscription "$paused")" 'resumed paused confirmed, removed confirmed removed'
post /desk/publish/subscribers/$paused/remove
see 'That is not possible here. Nothing was changed.'
get "$page_of/$list?state=removed"
press "Take it back: paused_one@bank.example"
is "and back" "$(state_of "$paused")" 'confirmed 0 goes on'
post /desk/publish/subscribers/$gone/resume
see 'That is not possible here. Nothing was changed.'
is "who left stays away" "$(state_of "$gone")" 'left 0 ended'
post /desk/publish/subscribers/9999/remove
status 404
get "/desk/publish/lists/$list/subscribers.csv"
status 200
header Content-Type 'text/csv; charset=utf-8'
header Content-Disposition "attachment; filename=\"list-$list.csv\""
is "each as it stands" "$(page | grep -cE '^"paused_one@bank.example","confirmed","en","at_once"|^"gone@bank.example","left",')" 2
is "a line each" "$(page | grep -c '@')" 6

story "page by page"
change "INSERT INTO subscription (list_id, email, email_key, language, state, seed, digest, asked_at)
	SELECT $list, CONCAT('z', LPAD(seq, 3, '0'), '@many.example'), CONCAT('z', LPAD(seq, 3, '0'), '@many.example'), 'en', 'confirmed',
		seq, SHA2(CONCAT('many', seq), 256), '2026-11-20' FROM seq_1_to_120"
sign_in_again lena
get $page_of/$list
see '123 confirmed' z044@many.example
not_see z045@many.example
click 'Further in this list'
see z045@many.example z094@many.example
not_see z044@many.example
click 'Further in this list'
see z120@many.example
not_see 'Further in this list'
get "$page_of/$list?address=z"
see z050@many.example
press 'Further in this list'
see z051@many.example z100@many.example
not_see z050@many.example z101@many.example
get "$page_of/$list?state=confirmed"
see z120@many.example
click 'Further in this list'
see z070@many.example
not_see z071@many.example

story "its end, and how it goes on"
change "INSERT INTO mailing (id, list_id, tlp, kind, language, state, made_at, begun_at)
	VALUES (70, $list, 'clear', 'note', 'en', 'sending', '2026-11-24 08:00:00', '2026-11-24 08:00:00');
	INSERT INTO mailing_text VALUES (70, 'en', 'Halfway', 'Text')"
sign_in_again lena
get $page_of/$list
post $page_of/$list/end version=1
see 'Somebody else changed the list meanwhile. Nothing was done.'
post $page_of/$list/end
status 422
get $page_of/$list
press 'End the list'
see 'The list ended. Nothing goes to it any more' 'Start it again'
not_see 'Invite addresses' 'Write a warning'
is "what was on its way stops" "$(rows "SELECT state FROM mailing WHERE id = 70") $(events mailing 70)" \
	'stopped stopped sending stopped'
ask GET $page_of/$list/invite
status 404
post $page_of/$list/invite addresses=x@y.example language=en
status 404
get $page_of
see Ended
get $page_of/$list
press 'Start it again'
see 'The list goes on.' 'End the list'
is "on record" "$(rows "SELECT GROUP_CONCAT(action ORDER BY id DESC) FROM event WHERE object = 'list'")" \
	started,ended,saved,saved,saved,added
post $page_of/99/end version=1
status 404

story "as many as there can be"
change "INSERT INTO list (name, open, advisories, tlp, made_at) SELECT CONCAT('L', seq), 0, 0, 'clear', '2026-01-01' FROM seq_1_to_39"
sign_in_again lena
get $page_of
see 'There are as many lists as there can be.' L39
not_see 'Make a list'
post $page_of/new name=X tlp=clear entry=open
lands_on $page_of
is "and no more" "$(rows 'SELECT COUNT(*) FROM list')" 40

story "in Arabic"
as lena
speak ar
sign_in_again lena
get $page_of/$list
see 'How the address begins' 'Was invited'

the_end
