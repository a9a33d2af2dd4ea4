#!/bin/bash
# An advisory at the desk: written by one, reviewed by another, published, corrected,
# withdrawn; and what is not taken.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/advisory.sh"

page_of=/desk/publish/advisories

story "one writes, another looks, and it goes out"
now '2026-11-23 08:00:00'
person writer analyst
person reviewer analyst
person lead duty_lead
person citizen constituent
person adam administrator
sign_in writer
get /desk/publish/advisories
see 'Nothing here.' 'Write it, let a colleague review it'
click 'Write an advisory'
lands_on /desk/publish/advisories/new
holds tlp=clear language=en severity=none
advise severity=high weaknesses='cve-2026-12345 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' \
	affected='Lamp | Mail Server | 4.0 to 4.2.6' fixed='Lamp | Mail Server | 4.2.7' \
	links='https://www.example.com/note What the maker says'
lands_on "$page_of/$advisory"
see 'Being written' 'Doors of the harbour stand open' TLP:CLEAR 'Not translated yet' 'Written by: writer'
click Preview
lands_on "$page_of/$advisory/preview/en"
see 'Preview. Nobody outside sees this.' 'Look at your locks.' CVE-2026-12345 9.8 Critical 'Lamp Mail Server' '4.0 to 4.2.6' \
	'What the maker says'
is "its text is Markdown" "$(page | grep -c '<strong>locks</strong>')" 1
click 'Back to the advisory'
press 'Send for review'
see 'It waits for a review.' 'In review' 'You wrote some of it. Somebody else has to look at it.'
not_see Approve
post "$page_of/$advisory/approve" version="$(advisory_is version)"
see 'You wrote some of it. Somebody else has to look at it.'
is "nobody approves their own" "$(advisory_is state)" review
as visitor
get "/advisories/$advisory"
status 404
sign_in_again reviewer
get '/desk/publish/advisories?state=review'
click 'Doors of the harbour'
press Approve
see 'Approved, as it stands.'
change "INSERT INTO subscription (list_id, email, email_key, language, kinds, state, seed, digest, asked_at, confirmed_at)
	VALUES (1, 'all@x.example', 'all@x.example', 'en', '', 'confirmed', 's1', SHA2('s1', 256), '2026-01-01', '2026-01-01'),
	       (1, 'some@x.example', 'some@x.example', 'en', 'awareness', 'confirmed', 's2', SHA2('s2', 256), '2026-01-01', '2026-01-01'),
	       (1, 'not@x.example', 'not@x.example', 'en', '', 'asked', 's3', SHA2('s3', 256), '2026-01-01', NULL)"
get "/desk/publish/advisories/$advisory"
see 'Subscribers who get it by mail: 1'
fill at='2026-11-23 08'
press Publish
status 422
see 'Write a day and a time within a year from now, as in 2026-11-30 08:00'
fill at=
press Publish
see 'Published.'
is "it is on record" "$(rows "SELECT GROUP_CONCAT(action ORDER BY id) FROM event WHERE object = 'advisory'")" \
	begun,sent,approved,published
as visitor
get "/advisories/$advisory"
status 200
see 'Doors of the harbour stand open' 'First version' TLP:CLEAR

story "a review holds for what was reviewed"
now '2026-11-23 09:00:00'
sign_in writer
advise title='Second warning'
press 'Send for review'
sign_in_again reviewer
get "$page_of/$advisory"
press Approve
click 'Write: English'
see 'It is approved as it stands. A change needs another review.'
fill title='Second warning, again'
press Save
see 'Being written' 'No longer holds: the text was changed'
not_see 'Not before'
post "$page_of/$advisory/publish" version="$(advisory_is version)"
see 'That is not possible here.'
change "UPDATE advisory SET state = 'approved' WHERE reference = '$advisory'"
post "$page_of/$advisory/publish" version="$(advisory_is version)"
see 'Nobody approved what it says now.'
change "UPDATE advisory SET state = 'draft' WHERE reference = '$advisory'"
is "the lapse is on record" "$(rows "SELECT COUNT(*) FROM event WHERE action = 'review_lapsed'")" 1
get "$page_of/$advisory"
press 'Send for review'
post "$page_of/$advisory/approve" version="$(advisory_is version)"
see 'You wrote some of it.'
sign_in_again lead
get "$page_of/$advisory"
press 'Send back' return
status 422
see 'Say what has to change'
fill remark='The title is too loud.'
press 'Send back' return
see 'Sent back with your remark.' 'The title is too loud.'

story "two people write at once"
now '2026-11-23 10:00:00'
sign_in writer
get "$page_of/$advisory/edit"
fill title='Mine'
sign_in_again reviewer
get "$page_of/$advisory/edit"
fill title='Theirs'
press Save
status 200
as writer
press Save
status 409
see 'Somebody else saved this while you were writing' 'Nothing was overwritten.' Theirs
holds title=Mine
is "theirs stands" "$(rows "SELECT title FROM advisory_text JOIN advisory ON id = advisory_id WHERE reference = '$advisory'")" Theirs
press Save
status 200
is "sent again it is a decision" "$(rows "SELECT title FROM advisory_text JOIN advisory ON id = advisory_id WHERE reference = '$advisory'")" Mine
post "$page_of/$advisory/review" version=1
status 409
see 'Somebody else changed this advisory meanwhile'

story "in another language"
now '2026-11-23 10:30:00'
sign_in writer
get "$page_of/$advisory"
click 'Translate: العربية'
lands_on "$page_of/$advisory/texts/ar"
press Save
status 422
see 'Enter a title'
fill title='تحذير' summary='ملخص' body='نص **مهم**'
press Save
see 'Saved.' تحذير
get "$page_of/$advisory/preview/ar"
see نص
is "it runs from right to left" "$(page | grep -c '<div class="letters stack" lang="ar" dir="rtl">')" 1
get "/desk/publish/advisories/$advisory/preview/fr"
see 'There is no text in your language yet. This is the one in English.'
get "$page_of/$advisory/texts/ar"
press 'Take this translation away'
see 'The translation was taken away.'
is "it is gone" "$(rows "SELECT GROUP_CONCAT(advisory_text.language) FROM advisory_text JOIN advisory ON id = advisory_id WHERE reference = '$advisory'")" en
get "$page_of/$advisory/texts/en"
status 404
get "$page_of/$advisory/texts/xx"
status 404

story "a lead cannot wait, and somebody looks afterwards"
now '2026-11-23 11:00:00'
sign_in writer
get "$page_of/$advisory"
not_see 'Decide without a second person'
post "$page_of/$advisory/override" version="$(advisory_is version)" why='Now'
status 403
sign_in_again lead
get "$page_of/$advisory"
press 'Decide without a second person'
status 422
see 'Say why it cannot wait'
fill why='It is being used in attacks, and nobody else is here.'
press 'Decide without a second person'
see 'Somebody else reviews it afterwards.' 'To be reviewed afterwards' 'nobody else is here'
press Publish
see 'Published.'
post "$page_of/$advisory/look-back" version="$(advisory_is version)" finding='I was right.'
see 'You wrote some of it. Somebody else has to look at it.'
sign_in_again writer
post "$page_of/$advisory/look-back" version="$(advisory_is version)" finding='I was right.'
see 'You wrote some of it. Somebody else has to look at it.'
person fresh analyst
sign_in_again fresh
get '/desk/publish/advisories?state=afterwards'
click Mine
press 'Review it afterwards'
status 422
see 'Say what you found'
fill finding='It was right to hurry.'
press 'Review it afterwards'
see 'Your review is kept.' 'It was right to hurry.' 'Reviewed afterwards: fresh'
not_see 'To be reviewed afterwards'
post "$page_of/$advisory/look-back" version="$(advisory_is version)" finding='Again.'
see 'That is not possible here.'

story "corrected, and withdrawn"
now '2026-11-23 12:00:00'
sign_in writer
get "$page_of/$advisory/edit"
lands_on "$page_of/$advisory"
see 'It is published. Begin a correction to change it.'
press 'Begin a correction'
status 422
see 'Say what the correction changes'
fill correction='The version was wrong.'
press 'Begin a correction'
see 'What is out stays until the correction is published.' 'This is a correction: The version was wrong.'
press 'Give up the correction'
see 'It stays as it is published.'
is "and as it was" "$(advisory_is "CONCAT(state, COALESCE(reason, ''))")" published
post "$page_of/$advisory/correct" version="$(advisory_is version)" correction='The version was wrong.'
get "$page_of/$advisory/edit"
fill body='Better.'
press Save
press 'Send for review'
as visitor
get "/advisories/$advisory"
see 'Look at your locks.'
sign_in_again reviewer
get "$page_of/$advisory"
press Approve
press Publish
see 'Revision 1' 'Revision 2'
as visitor
get "/advisories/$advisory"
see 'Better.' 'The version was wrong.' 'First version'
as reviewer
click 'Revision 1'
lands_on "$page_of/$advisory/revisions/1"
see 'Look at your locks.'
get "/desk/publish/advisories/$advisory/revisions/3"
status 404
get "$page_of/$advisory"
press Withdraw
status 422
see 'Say why it no longer holds'
not_asks_for alone
post "$page_of/$advisory/withdraw" version="$(advisory_is version)" withdrawal='No.' alone='I want to.'
see 'That is not possible here.'
get "$page_of/$advisory"
fill withdrawal='It is old.'
press Withdraw
see 'Somebody else has to agree. Until then it stays as it is.' 'To be withdrawn, if somebody agrees' 'It is old.'
post "$page_of/$advisory/withdraw/agree" version="$(advisory_is version)"
see 'That is not possible here.'
as visitor
get "/advisories/$advisory"
see 'Better.'
sign_in_again lead
get '/desk/publish/advisories?state=review'
see 'To be withdrawn, if somebody agrees'
get "$page_of/$advisory"
press 'Do not withdraw it'
see 'It is not withdrawn.'
not_see 'It is old.'
post "$page_of/$advisory/withdraw/agree" version="$(advisory_is version)"
see 'That is not possible here.'
sign_in_again reviewer
get "$page_of/$advisory"
fill withdrawal='The maker showed that it was no danger.'
press Withdraw
sign_in_again lead
get "$page_of/$advisory"
press 'Agree, and withdraw it'
see 'Withdrawn. Its page says so, and why.' Approved
not_see 'To be reviewed afterwards'
is "who asked, who kept, who agreed" "$(rows "SELECT GROUP_CONCAT(action, ' ', SUBSTRING_INDEX(email, '@', 1) ORDER BY event.id)
	FROM event JOIN account ON account.id = account_id WHERE object = 'advisory'
	AND object_id = (SELECT id FROM advisory WHERE reference = '$advisory')
	AND action IN ('withdrawal_asked', 'kept', 'withdrawn')")" \
	'withdrawal_asked reviewer,kept lead,withdrawal_asked reviewer,withdrawn lead'
as visitor
get "/advisories/$advisory"
see 'This advisory no longer holds' 'The maker showed that it was no danger.'
not_see 'Better.'
as lead
post "$page_of/$advisory/withdraw" version="$(advisory_is version)" withdrawal='Again.'
see 'That is not possible here.'
is "what is published is never changed" "$(rows "SELECT GROUP_CONCAT(number, withdrawn ORDER BY number)
	FROM advisory_revision WHERE reference = '$advisory'")" 10,20,31

story "a lead withdraws alone, and somebody looks afterwards"
now '2026-11-23 12:30:00'
published title='In a hurry'
sign_in_again lead
get "$page_of/$advisory"
fill withdrawal='It names somebody.' alone='It is night, and it does harm.'
press Withdraw
see 'Withdrawn. Its page says so, and why.' 'Decided without a second person' 'It is night, and it does harm.' 'To be reviewed afterwards'
as visitor
get "/advisories/$advisory"
see 'It names somebody.'
not_see 'It is night'
as lead
post "$page_of/$advisory/look-back" version="$(advisory_is version)" finding='Myself.'
see 'Somebody else has to look at it.'
sign_in_again reviewer
get "$page_of/$advisory"
fill finding='It was right.'
press 'Review it afterwards'
see 'Your review is kept.'

story "at a later time"
now '2026-11-23 13:00:00'
sign_in writer
advise title='In the morning'
press 'Send for review'
sign_in_again reviewer
get "$page_of/$advisory"
press Approve
for at in '2026-11-23 12:00' '2028-11-23 12:00' '2026-02-30 12:00' '2026-11-24 25:00' 'tomorrow'; do
	fill at="$at"
	press Publish
	status 422
done
fill at='2026-11-24 08:00'
press Publish
see 'It goes out by itself at that time.' Scheduled '24 November 2026, 08:00 EAT'
as visitor
get "/advisories/$advisory"
status 404
get /advisories
not_see 'In the morning'
as reviewer
press 'Call off'
see 'Called off. It is approved and not published.' Approved
is "nothing waits" "$(rows "SELECT COUNT(*) FROM advisory_waiting") $(rows "SELECT COUNT(*) FROM advisory_waiting_document")" '0 0'
fill at='2026-11-24 08:00'
press Publish
is "it is not among what is published" "$(rows "SELECT COUNT(*) FROM advisory_revision WHERE reference = '$advisory'")" 0
get /desk/publish/advisories
see 'In the morning' Scheduled
clock() {
	now "$1"
	BELFRY_NOW=$1 "$BELFRY" work --once --only jobs 2>>"$BELFRY_STATE/log/jobs.log"
}
as visitor
clock '2026-11-24 04:59:59'
get "/advisories/$advisory"
status 404
ask GET "/.well-known/csaf/white/2026/${advisory,,}.json"
status 404
ask GET /.well-known/csaf/white/index.txt
not_see "${advisory,,}"
clock '2026-11-24 05:00:00'
get "/advisories/$advisory"
status 200
get /
see 'In the morning'
ask GET "/.well-known/csaf/white/2026/${advisory,,}.json"
status 200
see '2026-11-24T05:00:00Z'
is "as it was approved, at its time, and nothing waits" "$(rows "SELECT CONCAT_WS(' ', number, published_at, first_at,
	(SELECT COUNT(*) FROM advisory_waiting)) FROM advisory_revision WHERE reference = '$advisory'")" \
	'1 2026-11-24 05:00:00 2026-11-24 05:00:00 0'
is "history has it, by the clock" "$(rows "SELECT GROUP_CONCAT(action, IF(account_id IS NULL, ' by itself', '') ORDER BY id)
	FROM event WHERE object = 'advisory' AND object_id = (SELECT id FROM advisory WHERE reference = '$advisory')
	AND action IN ('scheduled', 'called_off', 'published')")" 'scheduled,called_off,scheduled,published by itself'
as reviewer
sign_in_again reviewer
get "$page_of/$advisory"
post "$page_of/$advisory/call-off" version="$(advisory_is version)"
see 'That is not possible here.'
is "too late to call it off" "$(rows "SELECT COUNT(*) FROM advisory_revision WHERE reference = '$advisory'")" 1

story "a correction at a later time"
now '2026-11-24 06:00:00'
sign_in_again writer
get "$page_of/$advisory"
fill correction='More of it.'
press 'Begin a correction'
get "$page_of/$advisory/edit"
fill title='In the forenoon'
press Save
press 'Send for review'
sign_in_again reviewer
get "$page_of/$advisory"
press Approve
fill at='2026-11-24 10:00'
press Publish
as visitor
get "/advisories/$advisory"
see 'In the morning'
clock '2026-11-24 07:00:00'
get "/advisories/$advisory"
see 'In the forenoon' 'More of it.'
is "two revisions, first published when the first was" "$(rows "SELECT GROUP_CONCAT(number, ' ', published_at, ' ', first_at
	ORDER BY number) FROM advisory_revision WHERE reference = '$advisory'")" \
	'1 2026-11-24 05:00:00 2026-11-24 05:00:00,2 2026-11-24 07:00:00 2026-11-24 05:00:00'

story "a button that is pressed three times at once"
now '2026-11-24 08:30:00'
sign_in writer
advise title='Once'
press 'Send for review'
sign_in_again reviewer
get "$page_of/$advisory"
press Approve
press_at_once 3 Publish >"$state/at_once"
is "publishes once" "$(rows "SELECT COUNT(*) FROM advisory_revision WHERE reference = '$advisory'")" 1
is "with one document" "$(rows "SELECT COUNT(*) FROM advisory_document JOIN advisory ON id = advisory_id WHERE reference = '$advisory'")" 1

story "only what everybody may read is published"
now '2026-11-24 09:00:00'
sign_in writer
advise tlp=amber
press 'Send for review'
sign_in_again reviewer
get "$page_of/$advisory"
see TLP:AMBER 'Only TLP:CLEAR can be published.'
press Approve
not_see 'Not before'
post "$page_of/$advisory/publish" version="$(advisory_is version)"
see 'Its label does not allow that everybody reads it.'
as visitor
get "/advisories/$advisory"
status 404

story "what is not taken, and why"
now '2026-11-24 10:00:00'
sign_in writer
refused() {
	get /desk/publish/advisories/new
	fill kind=alert title=T summary=S body=B "$1"
	press Save
	status 422
	see "$2"
	holds "$1"
}
refused weaknesses='CVSS:3.1/AV:N/AC:L' 'Line 1: the vector lacks the metric PR'
refused weaknesses='CVSS:3.1/AV:Q/AC:L' 'Line 1: AV:Q is not a value that this metric can have'
refused weaknesses='CVSS:4.0/XX:Q' 'Line 1: there is no metric XX:Q in this version of CVSS'
refused weaknesses=$'CVE-2026-1234\nCVSS:2.0/AV:N' 'Line 2: a vector begins with CVSS:3.1/ or CVSS:4.0/'
refused weaknesses=$'CVE-2026-1234\nheartache' 'Line 2: heartache is neither a CVE id'
refused affected='Lamp' 'Line 1: write Vendor | Product | Versions'
refused links='javascript:alert(1)' 'Line 1: begin with the address of a page'
refused body=$'A\n\n[b](javascript:alert(1))' 'Line 3: a link begins with https:, http: or mailto:'
refused body=$'A\n\n<b>b</b>' 'Line 3: HTML is not taken.'
refused body='![b](https://www.example.com/x.png)' 'Line 1: pictures are not shown.'
refused body="$(printf '> %.0s' {1..40})x" 'Line 1: too many lists or quotes inside of each other'
refused title=$'Harmless \u202etxt.exe' 'signs in it that nobody sees'
get /desk/publish/advisories/new
fill kind=alert title=T summary=S body=B affected='A | B | 1' fixed='A | B | 1'
press Save
status 422
see 'Line 1: the same product and versions stand here or in another field already'
perl -e 'print "kind=alert&severity=none&tlp=clear&language=en&title=T&summary=S&body=", "%5Ba%5D(b" x 200000, "&token=$ARGV[0]"' "$(token)" >"$state/bomb"
send /desk/publish/advisories/new application/x-www-form-urlencoded "$state/bomb"
status 413
get /desk/publish/advisories/new
fill kind=alert title=T summary=S body="$(perl -e 'print "x" x 200001')"
press Save
status 422
advise title='A long table' body="$(perl -e 'print "| a | b |\n" x 10000')"
get "$page_of/$advisory/preview/en"
status 200
see '| a | b |'
is "nothing of it was published" "$(rows "SELECT COUNT(*) FROM advisory_revision WHERE reference = '$advisory'")" 0

story "who has no business there"
now '2026-11-24 11:00:00'
for name in citizen adam; do
	sign_in $name
	for path in "" /new "/$advisory" "/$advisory/edit" "/$advisory/texts/fr" "/$advisory/preview/en" "/$advisory/revisions/1"; do
		get "/desk/publish/advisories$path"
		status 403
	done
done
as visitor
get "/desk/publish/advisories/$advisory"
lands_on "/login?next=%2Fdesk%2Fpublish%2Fadvisories%2F$advisory"
sign_in_again writer
get /desk/publish/advisories/VELCIRT-A-2026-2222222
status 404
post /desk/publish/advisories/VELCIRT-A-2026-2222222/approve version=1
status 404

the_end
