#!/bin/bash
# What everybody reads of the profile: as a page in each language, as plain text, and
# the versions before.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

published() {
	as lena
	sign_in lena
	get /desk/publish/profile
	fill changes="$1"
	press Publish
	status 200
}

story "there is none yet"
now '2026-11-23 08:00:00'
person lena duty_lead
for language in en fr ar; do
	as "visitor-$language"
	speak $language
	get /rfc2350
	status 404
	see 'The team has not published its profile yet.'
done
ask GET /rfc2350.txt
status 404

story "the first version"
now '2026-11-23 08:10:00'
change "INSERT INTO profile_text (section, language, value, state, changed_at) VALUES
	('3.1', 'en', 'We help.\n\nhttps://cirt.example/mission', 'reviewed', NOW()),
	('3.1', 'fr', 'Nous aidons.', 'reviewed', NOW()),
	('3.2', 'en', 'Everybody <b>here</b>.', 'reviewed', NOW()),
	('3.3', 'en', 'A draft that nobody reads.', 'draft', NOW()),
	('4.1', 'en', '$(printf 'All kinds of incidents, %.0s' {1..20})', 'reviewed', NOW())"
published 'The first version.'
as somebody
get /
click 'Profile (RFC 2350)'
lands_on /rfc2350
status 200
see 'Version 1' '3.1 Mission Statement' 'We help.' 'Everybody <b>here</b>.' '2.5 Facsimile Number' 'Not available.' \
	'TLP:CLEAR' '7 Disclaimers'
not_see 'A draft that nobody reads.'
holds_true "numbers can be called" grep -q 'href="tel:+' <(page)
for language in fr ar; do
	as "visitor-$language"
	speak $language
	get /rfc2350
	status 200
	see '3.1 ' '7 '
done
as visitor-fr
see 'Nous aidons.'
as visitor-ar
holds_true "Latin lines among Arabic ones run their way" grep -q '<bdi class="name" dir="ltr">TEST-CIRT</bdi>' <(page)
holds_true "what is not translated says in which language it is" grep -q '<p dir="auto" lang="en">We help' <(page)

story "as plain text"
as somebody
ask GET /rfc2350.txt
status 200
header Content-Type 'text/plain; charset=utf-8'
save "$BELFRY_STATE/tmp/plain"
is "72 columns at most" "$(perl -CS -lne 'print if length > 72 && !/^\s*\S+$/' "$BELFRY_STATE/tmp/plain")" ''
is "every section of appendix D" "$(grep -cE '^[1-7](\.[0-9]+)* [A-Z]' "$BELFRY_STATE/tmp/plain")" 34
is "in their order" "$(grep -oE '^[1-7](\.[0-9]+)* ' "$BELFRY_STATE/tmp/plain" | tr -d '\n')" \
	'1 1.1 1.2 1.3 1.4 2 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 3 3.1 3.2 3.3 3.4 4 4.1 4.2 4.3 5 5.1 5.1.1 5.1.2 5.1.3 5.2 6 7 '
ask GET /rfc2350.txt.asc
status 404
ask GET /fr/rfc2350.txt
see 'Nous aidons.'
ask GET /ar/rfc2350.txt
status 200

story "who has it already is told so"
as somebody
get /rfc2350
ask GET /rfc2350.txt
tag=$(perl -MDigest::SHA=sha256_hex -0777 -ne 'print substr sha256_hex($_), 0, 32' "$BELFRY_STATE/tmp/plain")
header ETag "\"$tag\""
order with "If-None-Match: \"$tag\""
ask GET /rfc2350.txt
status 304
order with 'If-None-Match: "another"'
ask GET /rfc2350.txt
status 200

story "a second version, and the first one stays"
now '2026-12-01 08:00:00'
change "UPDATE profile_text SET value = 'We help everybody.' WHERE section = '3.1' AND language = 'en'"
published 'Whom we help.'
as somebody
get /rfc2350
see 'Version 2' 'We help everybody.' 'Whom we help.' 'The first version.'
click 'Version 1' /v/1
lands_on /rfc2350/v/1
see 'This is an old version.' 'We help.'
not_see 'We help everybody.'
click 'As plain text'
see 'We help.'
ask GET /rfc2350/v/1/text
status 200
ask GET /rfc2350/v/2/text
see 'We help everybody.'
ask GET /rfc2350/v/1/signed
status 404
for wrong in 0 3 99999999999 x; do
	get /rfc2350/v/$wrong
	status 404
done

the_end
