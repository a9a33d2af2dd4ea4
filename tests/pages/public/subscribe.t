#!/bin/bash
# Lists: somebody asks to be written to, confirms, receives what they wish, changes it,
# and ends it; whoever asks for somebody else's address gets nowhere.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/mail.sh"

mail_server

# An advisory that went out: publish NUMBER MOMENT KIND SEVERITY TITLE.
publish() {
	local severity=NULL

	[ -z "$4" ] || severity="'$4'"
	change "INSERT INTO advisory (id, reference, state, kind, severity, tlp, language, weaknesses, products, links,
			digest, created_at, changed_at, version)
		VALUES ($1, 'TESTCIRT-A-2026-22222$1', 'published', '$3', $severity, 'clear', 'en', '', '', '', REPEAT('0', 64),
			'$2', '$2', 1);
		INSERT INTO advisory_revision (advisory_id, number, reference, written_at, published_at, first_at, withdrawn,
			kind, severity, language, weaknesses, products, links)
		VALUES ($1, 1, 'TESTCIRT-A-2026-22222$1', '$2', '$2', '$2', FALSE, '$3', $severity, 'en', '', '', '');
		INSERT INTO advisory_revision_text (advisory_id, number, language, title, summary, body)
		VALUES ($1, 1, 'en', '$5', 'What $5 means.', 'All of it.')"
}

# subscribed ADDRESS [NAME=VALUE...]: through the form and the mail; sets $link.
subscribed() {
	local address=$1
	shift

	get /subscribe
	fill email="$address" "$@"
	press 'Send me the link'
	lands_on /subscribe/asked
	deliver "$today 08:00:10"
	link=$(mail "$(mails)" | grep -oE '/subscription/[A-Za-z0-9_-]{43}' | head -n 1)
	get "$link"
	press 'Yes, write to me'
	see 'Confirmed. From now on we write to you.'
}

state_of() {
	rows "SELECT state FROM subscription WHERE email = '$1'"
}

mail_story "somebody asks, confirms, reads, and ends it" 08:00:00
get /advisories
click 'Get them by mail'
lands_on /subscribe
titled 'Be told by mail'
press 'Send me the link'
status 422
see 'Enter your e-mail address'
fill email=anna@example.org
press 'Send me the link'
lands_on /subscribe/asked
see 'Look into your mail'
is "asked, and nothing more" "$(state_of anna@example.org)" asked
deliver "$today 08:00:05"
one=$(mails)
is "one mail" "$one" $((before + 1))
in_mail $one 'To: anna@example.org' 'Shall TEST-CIRT write to you?' 'To receive it, open this page and confirm:'
link=$(mail $one | grep -oE '/subscription/[A-Za-z0-9_-]{43}' | head -n 1)
get "$link"
titled 'Shall we write to you?'
see anna@example.org Advisories TLP:CLEAR
is "looking at it confirms nothing" "$(state_of anna@example.org)" asked
press 'Yes, write to me'
lands_on "$link"
see 'Confirmed. From now on we write to you.' 'What we send you'
is "confirmed" "$(state_of anna@example.org)" confirmed
is "on record, without an address" "$(rows "SELECT GROUP_CONCAT(action ORDER BY id) FROM event WHERE object = 'subscription'")" \
	asked,confirmed

publish 2 "$today 08:05:00" advisory high 'Open doors'
deliver "$today 08:05:10"
deliver "$today 08:05:20"
two=$(mails)
is "what is published comes" "$two" $((one + 1))
in_mail $two 'Subject: [TLP:CLEAR] Advisory: Open doors' 'TLP:CLEAR' 'What Open doors means.' 'Severity: High' \
	"$BELFRY_ADDRESS/advisories/TESTCIRT-A-2026-222222" 'Auto-Submitted: auto-generated' \
	'List-Id: <list-1.cirt.example>' 'List-Unsubscribe-Post: List-Unsubscribe=One-Click' \
	"List-Archive: <$BELFRY_ADDRESS/advisories>"
is "its bytes are as they should be" "$(mail $two --raw)" ""
is "who received what" "$(rows "SELECT delivery.state FROM delivery JOIN subscription ON id = subscription_id
	WHERE email = 'anna@example.org'")" sent
is "the mailing is done" "$(rows 'SELECT state, given FROM mailing' | tr '\t' ' ')" 'sent 1'
deliver "$today 08:30:00"
is "and comes once" "$(mails)" $two
end=$(mail $two | grep -oE '<http[^>]*/unsubscribe/[^>]*>' | tr -d '<>' | head -n 1)
is "the link to end it is ours" "${end%/*}" "$BELFRY_ADDRESS/unsubscribe"
get "${end#"$BELFRY_ADDRESS"}"
titled 'Receive nothing any more'
is "looking at it ends nothing" "$(state_of anna@example.org)" confirmed
press 'End it'
see 'We no longer write to you'
is "ended" "$(state_of anna@example.org)" left
get "$link"
see 'We no longer write to you'
publish 3 "$today 09:00:00" advisory high 'Shut doors'
deliver "$today 09:00:10"
deliver "$today 09:00:20"
is "nothing comes any more" "$(mails)" $two

mail_story "a mail program ends it with one POST" 08:00:00
subscribed bob@example.org
token=${link##*/}
as robot
keep_no_cookies
ask POST "/unsubscribe/$token" token= List-Unsubscribe=One-Click
status 200
is "ended, without a form" "$(state_of bob@example.org)" left
ask POST "/unsubscribe/$token" token= List-Unsubscribe=One-Click
status 200
for guess in AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA "${token%?}" x "${token}x"; do
	for path in subscription unsubscribe; do
		get "/$path/$guess"
		status 404
		see 'This link is over'
	done
	ask POST "/unsubscribe/$guess" token=
	status 404
	get /subscribe
	post "/subscription/$guess" pace=daily language=en
	status 404
	post "/subscription/$guess/confirm"
	status 404
done

mail_story "who wishes less receives less" 08:00:00
subscribed carl@example.org kinds=alert severity=high
get "$link"
holds kinds=alert severity=high pace=at_once language=en
subscribed dora@example.org sectors=energy
publish 4 "$today 08:10:00" note '' 'A note'
publish 5 "$today 08:10:00" alert medium 'A small alert'
publish 6 "$today 08:10:00" alert critical 'A great alert'
deliver "$today 08:10:10"
deliver "$today 08:10:20"
deliver "$today 08:10:30"
received() {
	rows "SELECT GROUP_CONCAT(advisory_id ORDER BY advisory_id) FROM delivery JOIN mailing ON mailing.id = mailing_id
		JOIN subscription ON subscription.id = subscription_id WHERE email = '$1'"
}
is "by kind and severity" "$(received carl@example.org)" 6
is "all that concerns everybody" "$(received dora@example.org)" 4,5,6
change "INSERT INTO mailing (id, list_id, tlp, kind, severity, sectors, language, state, made_at, begun_at)
	VALUES (90, 1, 'clear', 'alert', 'critical', 'health', 'en', 'sending', '$today 08:20:00', '$today 08:20:00'),
	       (91, 1, 'clear', 'note', NULL, 'energy,water', 'en', 'sending', '$today 08:20:00', '$today 08:20:00');
	INSERT INTO mailing_text (mailing_id, language, title, body) VALUES (90, 'en', 'Hospitals', 'Words for hospitals.'),
		(91, 'en', 'Power', 'Words for power.')"
deliver "$today 08:20:10"
deliver "$today 08:20:20"
is "by sector" "$(rows "SELECT GROUP_CONCAT(mailing_id, email ORDER BY mailing_id, email) FROM delivery
	JOIN subscription ON id = subscription_id WHERE mailing_id >= 90 AND email IN ('carl@example.org', 'dora@example.org')")" \
	'90carl@example.org,91dora@example.org'
in_mail "$(mails)" 'Words for power.'
publish 30 "$today 08:30:00" alert critical 'For ships alone'
change "UPDATE advisory_revision SET sectors = 'transport,post' WHERE advisory_id = 30"
deliver "$today 08:30:10"
deliver "$today 08:30:20"
is "an advisory too" "$(received carl@example.org) $(received dora@example.org)" '6,30 4,5,6'
get /advisories/TESTCIRT-A-2026-2222230
see 'Sectors that it concerns: Transport, Post and courier'
get "$link"
see 'What went to this list' 'Power' 'A great alert'

mail_story "once a day" 08:00:00
subscribed ella@example.org pace=daily language=fr
publish 7 "$today 08:10:00" advisory low 'First thing'
publish 8 "$today 08:11:00" advisory critical 'Second thing'
deliver "$today 08:12:00"
deliver "$today 08:12:10"
deliver "$today 08:12:20"
mine() {
	outbox kind "recipient = '$1' AND kind <> 'subscription'"
}
is "nothing at once" "$(mine ella@example.org)" ""
is "kept" "$(rows "SELECT GROUP_CONCAT(delivery.state) FROM delivery JOIN subscription ON id = subscription_id
	WHERE email = 'ella@example.org'")" kept,kept
is "until seven in the team's morning" "$(rows "SELECT collects_at FROM subscription WHERE email = 'ella@example.org'")" \
	"$(date -u -d "$today + 1 day" +%F) 04:00:00"
publish 9 "$today 08:20:00" alert high 'Something urgent'
deliver "$today 08:20:10"
deliver "$today 08:20:20"
is "but an alert at once" "$(mine ella@example.org)" bulletin
next=$(date -u -d "$today + 1 day" +%F)
deliver "$next 03:59:00"
is "not before" "$(mine ella@example.org)" bulletin
deliver "$next 04:00:01"
deliver "$next 04:00:11"
is "then together" "$(mine ella@example.org)" 'bulletin collected'
number=$(mails)
while [ $number -gt 1 ] && ! mail $number | grep -q 'To: ella@example.org'; do number=$((number - 1)); done
in_mail $number 'Content-Language: fr' 'First thing' 'Second thing' "$BELFRY_ADDRESS/fr/advisories/TESTCIRT-A-2026-222227" \
	"$BELFRY_ADDRESS/fr/unsubscribe/"
not_in_mail $number 'Something urgent'
is "the most severe first" "$(mail $number | grep -oE '^(First|Second) thing' | tr '\n' ,)" 'Second thing,First thing,'
deliver "$next 04:01:00"
deliver "$(date -u -d "$today + 2 days" +%F) 04:00:20"
is "once" "$(mine ella@example.org)" 'bulletin collected'

mail_story "what was stopped does not come in the morning either" 08:00:00
subscribed gaby@example.org pace=daily
header Cache-Control no-store
change "INSERT INTO mailing (id, list_id, tlp, kind, severity, language, state, made_at, begun_at)
	VALUES (9992, 1, 'clear', 'note', NULL, 'en', 'sending', '$today 08:10:00', '$today 08:10:00');
	INSERT INTO mailing_text (mailing_id, language, title, body) VALUES (9992, 'en', 'A mistake', 'Words too many.')"
deliver "$today 08:10:10"
deliver "$today 08:10:20"
person lena duty_lead
now "$today 08:20:00"
sign_in lena
get /desk/publish/mailings/9992
press Stop
see 'It was stopped'
next=$(date -u -d "$today + 1 day" +%F)
deliver "$next 04:00:01"
deliver "$next 04:00:11"
is "nothing leaves" "$(mine gaby@example.org)" ""
get /desk/publish/mailings/9992
press 'Go on sending'
deliver "$next 05:00:01"
deliver "$next 05:00:11"
is "gone on with, it does" "$(mine gaby@example.org)" collected
in_mail "$(mails)" 'Words too many.'

mail_story "a list that carried more is not opened to everybody" 08:00:00
change "INSERT INTO list (id, name, open, advisories, tlp, made_at) VALUES (50, 'Inner circle', FALSE, FALSE, 'amber', '2026-01-01');
	INSERT INTO mailing (id, list_id, tlp, kind, language, state, made_at, begun_at)
	VALUES (9993, 50, 'amber', 'note', 'en', 'sent', '$today 07:00:00', '$today 07:00:00'),
	       (9994, 50, 'clear', 'note', 'en', 'sent', '$today 07:00:00', '$today 07:00:00');
	INSERT INTO mailing_text (mailing_id, language, title, body)
	VALUES (9993, 'en', 'Inner words', 'Not for everybody.'), (9994, 'en', 'Outer words', 'For everybody.')"
person lola duty_lead
sign_in lola
get /desk/publish/lists/50/edit
fill tlp=clear entry=open
press Save
status 422
see 'Something stricter went to this list, and whoever subscribes can read what went to it. Make a new list'
change "UPDATE list SET tlp = 'clear', open = TRUE WHERE id = 50"
as reader
subscribed hugo@example.org list=50
get "$link"
see 'Outer words'
not_see 'Inner words' 'Not for everybody.'
change 'UPDATE list SET ended_at = UTC_TIMESTAMP() WHERE id = 50'

mail_story "nobody is subscribed by others, nor flooded" 08:00:00
for i in 1 2 3 4 5; do
	get /subscribe
	fill email=Victim@Example.org pace=daily
	press 'Send me the link'
	lands_on /subscribe/asked
done
is "three mails a day, whoever asks" "$(outbox kind "recipient LIKE 'victim@example.org'")" 'subscription subscription subscription'
publish 10 "$today 08:30:00" alert critical 'Nobody asked'
deliver "$today 08:31:00"
deliver "$today 08:31:10"
is "and nothing else" "$(outbox kind "recipient LIKE 'victim@example.org' AND kind <> 'subscription'")" ""
get "$(mail "$(mails)" | grep -oE '/subscription/[A-Za-z0-9_-]{43}' | head -n 1)"
deliver "$(date -u -d "$today + 3 days" +%F) 09:00:00"
for i in 1 2 3 4 5; do
	get /subscribe
	fill email=trail+$i@example.org
	press 'Send me the link'
done
is "nor by what stands after a plus" "$(outbox kind "recipient LIKE 'trail%'" | wc -w)" 3
is "after three days it is forgotten" "$(rows "SELECT COUNT(*) FROM subscription WHERE email LIKE 'victim@example.org'")" 0

mail_story "asking again for what is confirmed changes nothing and says nothing" 08:00:00
subscribed finn@example.org pace=weekly
mine=$link
as stranger
get /subscribe
fill email=finn@example.org pace=daily
press 'Send me the link'
lands_on /subscribe/asked
is "as it was" "$(rows "SELECT state, pace FROM subscription WHERE email = 'finn@example.org'" | tr '\t' ' ')" 'confirmed weekly'
deliver "$today 08:05:00"
in_mail "$(mails)" 'which it does already' "$mine"

mail_story "a domain in letters of its own is one of the DNS" 08:00:00
subscribed rosa@bücher.example
is "written to" "$(envelope "$(mails)")" 'from <report@cirt.example> to <rosa@xn--bcher-kva.example>'
get /subscribe
fill email=Rosa@xn--bcher-kva.example
press 'Send me the link'
deliver "$today 08:10:00"
in_mail "$(mails)" 'which it does already'
subscribed rosa@strasse.example
get /subscribe
fill email=rosa@straße.example
press 'Send me the link'
deliver "$today 08:20:00"
in_mail "$(mails)" 'To receive it, open this page and confirm:'
is "another domain is somebody else" "$(rows "SELECT COUNT(*) FROM subscription WHERE email LIKE 'rosa@stra%'")" 2

mail_story "whom mail does not reach is left alone, until they say so" 08:00:00
subscribed gone@example.org
behave 'rcpt 550 5.1.1 nobody here'
for i in 1 2 3; do
	publish 2$i "$today 09:0$i:00" alert high "Try $i"
	deliver "$today 09:0$i:10"
	deliver "$today 09:0$i:20"
done
behave
is "paused" "$(rows "SELECT state, bounces FROM subscription WHERE email = 'gone@example.org'" | tr '\t' ' ')" 'paused 3'
is "on record" "$(rows "SELECT COUNT(*) FROM event JOIN subscription ON subscription.id = object_id
	WHERE object = 'subscription' AND action = 'paused' AND email = 'gone@example.org'")" 1
publish 24 "$today 09:10:00" alert high 'Not for them'
deliver "$today 09:10:10"
deliver "$today 09:10:20"
is "nothing is tried any more" "$(rows "SELECT COUNT(*) FROM delivery JOIN subscription ON id = subscription_id
	WHERE email = 'gone@example.org'")" 3
get "$link"
see 'We have stopped, because our mail came back'
press 'Go on writing to me'
is "confirmed anew" "$(rows "SELECT state, bounces FROM subscription WHERE email = 'gone@example.org'" | tr '\t' ' ')" 'confirmed 0'

the_end
