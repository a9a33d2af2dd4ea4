#!/bin/bash
# Following a report up, with nothing but its reference and its secret.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 08:00:00'
unknown='There is no report with this reference and this secret. Check both, or call us.'

# What the team did to the last report.
team_did() {
	change "SET @ticket = (SELECT id FROM ticket WHERE reference = '$reference'); $1"
}

# open_with REFERENCE SECRET: through the form.
open_with() {
	get /follow
	fill reference="$1" secret="$2"
	press 'Open the report'
}

keep_cookie() {
	set_cookie "$1" "$(cookie "$1")"
}

for language in en fr ar; do
	story "a reporter reads the answer, in $language"
	now '2026-11-23 08:00:00'
	speak $language
	report description=$'Line <one>\n\nLine two' name=Anna contact_how=page
	as reader
	speak $language
	get /
	click 'Follow up a report'
	lands_on /follow
	press 'Open the report'
	status 422
	see 'Enter the reference of your report' 'Enter the 25 digits of your secret'
	fill reference="$reference" secret="$secret"
	press 'Open the report'
	lands_on /follow/ticket
	see "$reference" 'New' 'We have your report. A person reads it next.' 'A person answers by:' 'Line <one>' 'Line two'
	not_see "$secret"
	team_did "
		INSERT INTO message (ticket_id, direction, body, written_at)
		VALUES (@ticket, 'note', 'Only for us: probably nothing', '2026-11-23 08:30:00'),
			(@ticket, 'to_reporter', 'Dear <Anna> & family,\n\nswitch it off.', '2026-11-23 08:40:00');
		INSERT INTO event (at, object, object_id, action, from_value, to_value)
		VALUES ('2026-11-23 08:40:00', 'ticket', @ticket, 'state', 'new', 'waiting');
		UPDATE ticket SET state = 'waiting', answered_at = '2026-11-23 08:40:00' WHERE id = @ticket"
	get /follow/ticket
	see 'We asked you something and wait for your answer.' 'Dear <Anna> & family,' 'switch it off.' 'TEST-CIRT'
	not_see 'Only for us' 'A person answers by:'
	fill body=$'It is off.\nThank you <b>.'
	press 'Send message'
	lands_on /follow/ticket
	see 'Your message is with us.' 'It is off.' 'Thank you <b>.' 'Somebody in our team is working on it.'
	is "the team sees that something was written" "$(stored "CONCAT(state, unread, place, version)")" "open1open2"
	get /follow/ticket
	not_see 'Your message is with us.'
	press 'Send message'
	status 422
	see 'Write something before you send it'
	press 'It is solved'
	lands_on /follow/ticket
	see 'This is solved as far as we know. Write to us if it is not.'
	is "it is solved for the team too" "$(stored "CONCAT(state, place)")" solvedclosed
	fill body='It came back.'
	press 'Send message'
	see 'It came back.' 'Somebody in our team is working on it.'
	is "a message wakes it" "$(stored "CONCAT(state, place, unread, IFNULL(closed_at, '-'))")" "openopen1-"
	press Finish
	lands_on /follow
	see 'You have left the follow-up page. Your reference and secret open it again.'
	get /follow/ticket
	lands_on /follow
	see 'Enter your reference and secret again. They are asked after an hour, so that nobody else at this device reads your report.'
done
is "what happened is on record" "$(rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', action, from_value, to_value)
	ORDER BY event.id SEPARATOR ', ') FROM event JOIN ticket ON object = 'ticket' AND object_id = ticket.id
	WHERE reference = '$reference'")" \
	"opened new, state new waiting, written, state waiting open, state open solved, written, state solved open"

story "the language is changed while writing"
report
open_with "$reference" "$secret"
get /follow/ticket
press 'Send message'
status 422
click Français
lands_on /fr/follow/ticket
status 200

story "a closed report can be written to, and not solved again"
report
open_with "$reference" "$secret"
team_did "UPDATE ticket SET state = 'closed', place = 'closed', closed_at = '2026-11-23 08:10:00' WHERE id = @ticket"
get /follow/ticket
see 'This is closed. You can still write to us here.'
not_see 'It is solved'
post /follow/ticket/solved
lands_on /follow/ticket
is "it stays closed" "$(stored "CONCAT(state, place, closed_at)")" "closedclosed2026-11-23 08:10:00"
fill body='Once more.'
press 'Send message'
is "writing opens it" "$(stored "CONCAT(state, place)")" openopen

story "what the team put aside stays aside"
for place in held spam duplicate; do
	report
	open_with "$reference" "$secret"
	team_did "UPDATE ticket SET place = '$place' WHERE id = @ticket"
	get /follow/ticket
	fill body='Hello?'
	press 'Send message'
	see 'Hello?'
	not_see spam duplicate
	is "$place" "$(stored place)" "$place"
	post /follow/ticket/solved
	is "$place, solved" "$(stored place)" "$place"
done

story "pressing Send message twice writes it once"
report
open_with "$reference" "$secret"
fill body='Said once.'
press 'Send message'
back
press 'Send message'
lands_on /follow/ticket
see 'Your message is with us.' 'Said once.'
is "one after the other" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'Said once.'")" 1
fill body='At once.'
is "from four tabs" "$(press_at_once 4 'Send message')" "303 303 303 303"
is "in the same moment" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'At once.'")" 1
get /follow/ticket
fill body='Said once.'
press 'Send message'
is "but it may be said again later" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'Said once.'")" 2

story "an answer that is late is called late"
now '2026-11-23 08:00:00'
report
open_with "$reference" "$secret"
now '2026-12-23 08:00:00'
open_with "$reference" "$secret"
see 'We wanted to have answered you by now, and are late. If it is urgent, call us.'
not_see 'A person answers by:'
now '2026-11-23 08:00:00'

story "reference and secret as people write them"
now '2026-11-23 08:00:00'
report
plain=${reference//-/}
digits=${secret// /}
in_digits() {
	local text=$1 i

	for i in {0..9}; do
		text=${text//$i/${2:i:1}}
	done
	printf '%s' "$text"
}
arabic=٠١٢٣٤٥٦٧٨٩
persian=۰۱۲۳۴۵۶۷۸۹
for typed in "$reference" "${reference,,}" "$plain" "  ${reference//-/ } " "${reference//-/–}" \
	"$(in_digits "$reference" $arabic)" "$(in_digits "$reference" $persian)" $'\u200e'"$reference"$'\u200f'; do
	open_with "$typed" "$secret"
	lands_on /follow/ticket
	press Finish
done
for typed in "$digits" "${secret// /-}" "  $secret  " "$(in_digits "$secret" $arabic)" "$(in_digits "$digits" $persian)" \
	"${secret// /   }" "${secret// /–}"; do
	open_with "$reference" "$typed"
	lands_on /follow/ticket
	press Finish
done

# What a page shows, without what differs each time, and the work it was.
refusal=
refused_alike() {
	local seen work

	open_with "$1" "$2"
	status 422
	see "$unknown"
	seen=$(page | sed -E 's/name="token" value="[^"]*"//g; s/<bdi dir="ltr">[^<]*<\/bdi>//g
		s/(name="(reference|secret)"[^>]* value=")[^"]*"/\1"/g')
	work=$(log | grep -oE '[0-9]+ statements')
	[ -n "$refusal" ] || refusal=$seen$work
	holds_true "the same page for the same work" test "$refusal" = "$seen$work"
}

for language in en fr ar; do
	story "an unknown reference and a wrong secret are the same, in $language"
	report
	as stranger
	speak $language
	refusal=
	last=${secret: -1}
	refused_alike "$reference" "${secret%?}$(((last + 1) % 10))"
	refused_alike TESTCIRT-2026-2222222 "$secret"
	refused_alike TESTCIRT-2026-2222222 "11111 22222 33333 44444 55555"
	refused_alike TESTCIRT-2026-2222229 "$secret"
	refused_alike OTHER-2026-ZZZZZZP "$secret"
	refused_alike 'no reference at all' "$secret"
	refused_alike "$reference" "${secret%??????}"
	refused_alike "$reference" "123"
	is "nothing is opened" "$(cookie belfry_follow)" ""
done

story "what was typed wrong can be corrected"
get /follow
fill reference="TESTCIRT-2026-2222222" secret='11111 22222 33333 44444 55555'
press 'Open the report'
status 422
holds reference=TESTCIRT-2026-2222222 secret='11111 22222 33333 44444 55555'

story "after an hour it is asked again"
now '2026-11-23 08:00:00'
report
open_with "$reference" "$secret"
keep_cookie belfry_follow
now '2026-11-23 08:59:59'
get /follow/ticket
lands_on /follow/ticket
now '2026-11-23 09:00:00'
get /follow/ticket
lands_on /follow
post /follow/ticket/solved
lands_on /follow
post /follow/ticket/write
lands_on /follow
post /follow/ticket/write body=$'Too late.\nBy a <minute>.'
status 422
see 'Your message is kept: enter the reference and the secret, and send it then.'
not_see 'There is a problem'
is "nothing was written" "$(rows "SELECT COUNT(*) FROM message WHERE body LIKE 'Too late.%'")" 0
is "nothing was solved" "$(stored state)" new
fill reference="$reference" secret='11111 22222 33333 44444 55555'
press 'Open the report'
status 422
see "$unknown"
fill secret="$secret"
press 'Open the report'
status 200
see "$reference" 'We have your report. A person reads it next.'
holds body=$'Too late.\nBy a <minute>.'
press 'Send message'
lands_on /follow/ticket
see 'Your message is with us.' 'By a <minute>.'
is "the message came, once" "$(rows "SELECT COUNT(*) FROM message WHERE body LIKE 'Too late.%'")" 1

story "a browser that keeps no cookies is asked again, and told why"
keep_no_cookies
open_with "$reference" "$secret"
lands_on /follow
see 'Enter your reference and secret again. They are asked after an hour, so that nobody else at this device reads your report.'

story "a cookie that we did not make opens nothing"
now '2026-11-23 08:00:00'
report description='Mine alone.'
mine=$reference
open_with "$reference" "$secret"
pass=$(cookie belfry_follow)
as other
report description='Yours alone.'
open_with "$reference" "$secret"
see 'Yours alone.'
IFS=. read -r his_reference his_end his_digest his_seal <<<"$(cookie belfry_follow)"
IFS=. read -r _ end digest seal <<<"$pass"
as thief
for forged in "$mine.$end.$digest.$his_seal" "$mine.$his_end.$his_digest.$his_seal" "$mine.9999999999.$digest.$seal" \
	"$mine.$end.$digest" "$mine.$end.$digest." "$mine..$digest.$seal" "$pass.x" ".$pass" "x$pass" "${pass^^}" \
	"$mine.$end.$(stored secret).$seal" . ... '' "$(printf 'x%.0s' {1..4000})"; do
	set_cookie belfry_follow "$forged"
	get /follow/ticket
	lands_on /follow
	not_see 'Mine alone.' 'Yours alone.'
	post /follow/ticket/write body='Forged.'
	status 422
	not_see 'Mine alone.' 'Yours alone.'
	post /follow/ticket/solved
	lands_on /follow
done
is "nothing was written with it" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'Forged.'")" 0
set_cookie belfry_follow "$pass"
get /follow/ticket
see 'Mine alone.'

story "leaving without ever having come"
get /follow
post /follow/leave
lands_on /follow

story "a long message is refused and kept, its neighbour is taken"
report
open_with "$reference" "$secret"
long=$(printf 'é%.0s' {1..10000})
fill body="${long}x"
press 'Send message'
status 422
see '10001'
holds body="${long}x"
fill body="$long"
press 'Send message'
lands_on /follow/ticket
is "all of it arrived" "$(rows "SELECT CHAR_LENGTH(body) FROM message ORDER BY id DESC LIMIT 1")" 10000

the_end
