#!/bin/bash
# A specialist's report: one page, one press, kept where it is not finished.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 07:30:20'
indicators=$'198.51.100.7\nhxxps://pay-portbank[.]example/login\n3f786850e387550fdab836ed7e6dc881de23001b\nkit@mail[.]example'
fingerprint='0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567'

printf -v lines 'a\n%.0s' {1..500}

# To the page, as somebody who says that they are a specialist.
come() {
	get /report/who
	fill reporting_for=specialist
	press Continue
	lands_on /report/technical
}

for language in en fr ar; do
	story "an abuse desk sends what it has, in $language"
	speak "$language"
	come
	titled 'Report with technical details'
	asks_for description rsit ongoing zone systems service_impact recovery indicators logs done wanted \
		their_reference tlp name org_name email phone openpgp language
	see 'Indicators and evidence' 'What we do with your name and address'
	fill description='A phishing kit on eleven hosts <b>here</b>.' rsit=fraud/phishing ongoing=yes \
		started-day=19 started-month=11 started-year=2026 started-time=23:10 noticed='since Friday' zone='+03:00' \
		systems=$'web-1 nginx 1.22\nweb-2' service_impact=little recovery=days indicators="$indicators" \
		logs='198.51.100.7 POST /login 302' done='Told two providers.' wanted=takedown wanted=inform \
		their_reference='NCSC-1234' tlp=green name='Inès Duval' org_name='Abuse desk' email='abuse@net.example' \
		phone='+999 20 555 0199' openpgp="$fingerprint" language=fr
	press 'Send report'
	arrived
	see 'Keep logs, images and messages as they are. We may ask for them.'
	is "class, label, contact" \
		"$(stored "CONCAT_WS('|', kind, category, channel, rsit_class, rsit_type, tlp, language, priority, state, place,
			name, email, phone, organisation, opened_at)")" \
		"report|technical|web|fraud|phishing|green|fr|normal|new|open|Inès Duval|abuse@net.example|+999 20 555 0199|Abuse desk|2026-11-23 07:30:20"
	is "the answers" "$(answered)" "done=Told two providers.;indicators=${indicators//$'\n'/\\n};language=fr;\
logs=198.51.100.7 POST /login 302;noticed=since Friday;ongoing=yes;openpgp=$fingerprint;recovery=days;service_impact=little;\
started=2026-11-19 23:10;systems=web-1 nginx 1.22\nweb-2;their_reference=NCSC-1234;wanted=inform,takedown;zone=+03:00"

	story "with one sentence it is complete, in $language"
	speak "$language"
	come
	press 'Send report'
	status 422
	titled 'Error:'
	see 'There is a problem' 'Tell us what happened, even if it is one sentence'
	fill description='A scan.'
	press 'Send report'
	arrived
	is "nothing else is known" "$(stored "CONCAT_WS(' ', rsit_class, rsit_type, tlp, ticket_id, opened_at)")" \
		"other undetermined amber 2026-11-23 07:00:00"
	is "nor answered" "$(answered)" NULL

	story "what is not right is said at its field and kept, in $language"
	speak "$language"
	come
	fill description='An intrusion.' started-day=20 started-month=11 started-year=2026 noticed-day=19 noticed-month=11 \
		noticed-year=2026 email=abuse openpgp='my key' indicators="${lines}b" tlp=red
	press 'Send report'
	status 422
	see 'This day is after the day you noticed it. Change one of the two' \
		'Enter an e-mail address like name@example.org' \
		'Enter the fingerprint, which has 40 or 64 digits, or the whole public key with its first and last line' \
		'Use 500 lines or fewer here, and add the others as a file'
	holds description='An intrusion.' started-day=20 noticed-day=19 email=abuse openpgp='my key' tlp=red
	fill started-day=18 email=abuse@net.example openpgp=$'-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQVYBF\n-----END PGP PRIVATE KEY BLOCK-----' \
		indicators="${lines}"
	press 'Send report'
	status 422
	see 'This is a secret key. Take it out, show it to nobody, and send your public key'
	not_see 'Use 500 lines'
	fill openpgp=$'-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEZQ\n-----END PGP PUBLIC KEY BLOCK-----'
	press 'Send report'
	arrived
	is "the secret key was stored nowhere" "$(rows "SELECT (SELECT COUNT(*) FROM ticket_answer WHERE value LIKE '%PRIVATE%')
		+ (SELECT COUNT(*) FROM draft_answer WHERE value LIKE '%PRIVATE%')")" 0
done

story "it is saved and gone on with the next morning"
for language in en fr ar; do
	speak "$language"
	now '2026-11-23 10:00:00'
	come
	fill description='Half of it.' indicators="$indicators" wanted=coordinate noticed-day=20 noticed-month=11 \
		noticed-year=2026 noticed-time=2:14 tlp=strict rsit=intrusions/system-compromise
	press 'Save and go on later'
	lands_on /report/technical
	see 'Saved. Open this page again in this browser within 24 hours to go on.'
	set_cookie belfry_draft "$(cookie belfry_draft)"
	now '2026-11-24 09:59:59'
	get /report/technical
	holds description='Half of it.' indicators="$indicators" wanted=coordinate noticed-day=20 noticed-month=11 \
		noticed-time=02:14 tlp=strict rsit=intrusions/system-compromise
	fill email=nobody
	press 'Save and go on later'
	status 422
	see 'Enter an e-mail address like name@example.org'
	fill email=
	press 'Send report'
	arrived
	is "the label is FIRST's" "$(stored tlp)" amber+strict
	post /report/forget
done

story "nothing has to be answered to save it"
now '2026-11-23 10:00:00'
come
press 'Save and go on later'
lands_on /report/technical
not_see 'There is a problem'

story "what the personal track asks too is asked once"
now '2026-11-23 10:00:00'
get /report/who
fill reporting_for=business
press Continue
fill category=malware
press Continue
fill description='It began as a person.'
press Continue
get /report/contact
fill name='Bert' email=bert@example.org
press Continue
come
holds description='It began as a person.' name=Bert email=bert@example.org
fill description='And went on as a specialist.'
press 'Save and go on later'
get /report/story
holds description='And went on as a specialist.'

story "a page that was open for more than a day loses nothing"
for language in en fr ar; do
	speak "$language"
	now '2026-11-23 10:00:00'
	come
	set_cookie belfry_draft "$(cookie belfry_draft)"
	fill description='It took me a day.' indicators="$indicators" email=me@net.example
	change 'DELETE FROM draft'
	press 'Send report'
	lands_on '/report/technical?again=1'
	see 'This page was open for more than a day. What you typed is here again: look through it and send it.'
	holds description='It took me a day.' indicators="$indicators" email=me@net.example
	press 'Send report'
	arrived
	is "then it is sent" "$(stored email)" me@net.example
	post /report/forget
done

story "nobody without a draft sees the page, and nothing is sent for them"
now '2026-11-23 10:00:00'
before=$(rows 'SELECT COUNT(*) FROM ticket')
get /report/technical
lands_on '/report/who?again=1'
see 'We no longer have your earlier answers.'
post /report/technical description='Without a draft.'
lands_on '/report/technical?again=1'
holds description='Without a draft.'
drop_cookie belfry_draft
keep_no_cookies
post /report/technical description='Without a cookie.'
lands_on '/report/who?again=1'
is "no ticket" "$(rows 'SELECT COUNT(*) FROM ticket')" "$before"

story "pressed twice it is one report"
now '2026-11-23 10:00:00'
come
fill description='Pressed from four tabs.'
press_at_once 4 'Send report' >"$BELFRY_STATE/tmp/statuses"
get /report/sent
arrived
is "one ticket" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'Pressed from four tabs.'")" 1
get /report/technical
lands_on /report/sent
post /report/technical description='Once more.'
lands_on /report/sent
see "$reference"
is "and no other" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'Once more.'")" 0

story "the language is changed without losing a word"
now '2026-11-23 10:00:00'
come
fill description='In English.' openpgp='half a key' wanted=inform tlp=clear
press العربية
status 200
holds description='In English.' openpgp='half a key' wanted=inform tlp=clear
not_see 'half a key, which'
is "nothing was sent" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'In English.'")" 0

story "a class or a label that is not offered"
now '2026-11-23 10:00:00'
come
for pair in rsit=fraud/nothing rsit=fraud rsit=% "rsit=' OR 1=1 --" tlp=white tlp=none recovery=never; do
	post /report/technical description='Forged.' "$pair"
	status 422
done
is "is not taken" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'Forged.'")" 0

story "files arrive before the form is right, and go with it"
now '2026-11-23 10:00:00'
printf 'a log\n' >"$BELFRY_STATE/tmp/a.log"
printf 'another\n' >"$BELFRY_STATE/tmp/b.log"
come
see 'Up to 5 files, each up to 10 MB, together up to 25 MB.'
fill openpgp=x their_reference=AD-9
attach files "$BELFRY_STATE/tmp/a.log"
press Upload
status 200
see a.log '6 bytes'
holds openpgp=x their_reference=AD-9
attach files "$BELFRY_STATE/tmp/b.log" 'second.log'
press 'Send report'
status 422
see a.log 'second.log' 'Tell us what happened, even if it is one sentence'
fill openpgp= description='With two files.'
press 'Save and go on later'
lands_on /report/technical
see a.log 'second.log'
press 'Remove: a.log'
status 200
not_see a.log
holds description='With two files.'
press 'Send report'
arrived
is "one is left" "$(rows "SELECT name FROM attachment JOIN message ON message.id = message_id
	WHERE body = 'With two files.'")" 'second.log'

story "over the budget it is held"
now '2026-11-23 15:00:00'
setting 'reports_per_address = 1'
from 203.0.113.77
report
come
fill description='One too many.'
press 'Send report'
arrived
is "and not lost" "$(stored place)" held
see 'Many reports are coming in. A person first looks at yours, and then it is taken up like every other.'

story "the desk reads it in the order of the form, and answers"
now '2026-11-23 16:00:00'
from 192.0.2.7
come
fill description='A kit.' indicators=$'198.51.100.7\n<b>bad</b>[.]example' logs='a  b   c' done='Told them.' their_reference=AD-7 \
	zone=UTC openpgp="$fingerprint" org_name='Abuse desk'
press 'Send report'
arrived
person Anna analyst
sign_in Anna
get "/desk/tickets/$reference"
see 'Also in the report' 'Indicators' $'198.51.100.7\n<b>bad</b>[.]example' 'Log lines, mail headers or other raw text' \
	'Told them.' 'AD-7' 'Time zone of these times, and of those in your text' "$fingerprint" 'Abuse desk'
holds_true "indicators come before what was done" grep -qz 'example</pre>.*Told them' <(page)
holds_true "they are lines to be copied" grep -qz '<pre class="mono" dir="ltr"[^>]*>198.51.100.7'$'\n''&lt;b&gt;bad' <(page)
fill body='Thank you. Which provider did not answer?'
press 'Send reply'
as somebody
get /follow
fill reference="$reference" secret="$secret"
press 'Open the report'
see 'A kit.' 'Which provider did not answer?'
fill body='The second one.'
press 'Send message'
see 'The second one.'

the_end
