#!/bin/bash
# The profile and the flyer as everybody can print them: PDFs that the jobs draw, one
# for each language, and what a text in them cannot do.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/printed.sh"

published() {
	as lena
	sign_in lena
	get /desk/publish/profile
	fill changes="$1"
	press Publish
	status 200
}

# A port of this machine that writes down who comes.
knocks=$BELFRY_STATE/tmp/knocks
perl -MIO::Socket::INET -e '
	my $server = IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 5) or die;
	$| = 1;
	print $server->sockport, "\n";
	while (my $client = $server->accept) { print "somebody\n" }' >"$knocks" 2>/dev/null &
listener=$!
until [ -s "$knocks" ]; do sleep 0.05; done
port=$(head -n 1 "$knocks")

story "there is nothing to print yet"
clock='2026-11-23 08:00:00'
now "$clock"
person lena duty_lead
for address in /rfc2350.pdf /flyer.pdf /rfc2350/v/1/pdf; do
	ask GET $address
	status 404
done
get /guidelines
not_see 'The most important of it on one page'

story "the first version is printed in every language"
clock='2026-11-23 08:10:00'
now "$clock"
change "INSERT INTO profile_text (section, language, value, state, changed_at) VALUES
	('3.1', 'en', 'We help.\n\nhttps://cirt.example/mission', 'reviewed', NOW()),
	('3.1', 'fr', 'Nous aidons, déjà.', 'reviewed', NOW()),
	('3.1', 'ar', 'نحن نساعد', 'reviewed', NOW()),
	('3.1', 'zh', '我们提供帮助', 'reviewed', NOW()),
	('3.2', 'en', 'Everybody <b>here</b> & <img src=\"file:///etc/passwd\"> <img src=\"http://127.0.0.1:$port/a\">', 'reviewed', NOW()),
	('3.3', 'en', '<style>@import url(http://127.0.0.1:$port/b); p { background: url(file:///etc/passwd) }</style>', 'reviewed', NOW()),
	('3.4', 'en', '<link rel=attachment href=\"file:///etc/passwd\"><svg><image href=\"data:image/png;base64,iVBORw0KGgo=\"/></svg>', 'reviewed', NOW())"
published 'The first version.'
print 6
is "six languages" "$(rows "SELECT GROUP_CONCAT(language ORDER BY language) FROM printed WHERE kind = 'profile'")" 'ar,en,es,fr,ru,zh'
as somebody
get /rfc2350
click 'To print (PDF)'
fetch /rfc2350.pdf
in_pdf 'Profile of TEST-CIRT (RFC 2350)' 'Version 1 · 23 November 2026' TLP:CLEAR '3.1 Mission Statement' 'We help.' \
	'7 Disclaimers' "1/$(pages)" "$(pages)/$(pages)"
is "the label stands in head and foot of each page" "$(grep -oF TLP:CLEAR "$pdf_text" | wc -l)" $((2 * $(pages)))
is "its pages were counted" "$(rows "SELECT pages FROM printed WHERE kind = 'profile' AND language = 'en'")" "$(pages)"
is "paper is A4" "$(pdfinfo "$pdf" | grep -c 'Page size: *595.2[0-9]* x 841.8[0-9]* pts (A4)')" 1
fetch /fr/rfc2350.pdf
in_pdf 'Nous aidons, déjà.'
fetch /zh/rfc2350.pdf
in_pdf 我们提供帮助
holds_true "Chinese has its letters in the file" grep -q 'WenQuanYi.* yes yes ' <(pdffonts "$pdf")
fetch /ar/rfc2350.pdf
holds_true "Arabic too" grep -q 'Noto-Naskh-Arabic.* yes yes ' <(pdffonts "$pdf")
is "no letter is missing anywhere" "$(grep -c $'\ufffd' "$pdf_text")" 0

story "what somebody wrote stays words"
fetch /rfc2350.pdf
in_pdf '<b>here</b> & <img src="file:///etc/passwd">' '@import url(http://127.0.0.1' '<image href='
not_in_pdf root:x:0 /en/rfc2350
is "no pictures" "$(pdfimages -list "$pdf" | tail -n +3 | wc -l)" 0
is "no files in it" "$(pdfdetach -list "$pdf")" '0 embedded files'
is "nobody was asked for anything" "$(tail -n +2 "$knocks")" ''

story "who has it already is told so"
as somebody
get /rfc2350
ask GET /rfc2350.pdf
tag=$(perl -MDigest::SHA=sha256_hex -0777 -ne 'print substr sha256_hex($_), 0, 32' "$pdf")
header ETag "\"$tag\""
order with "If-None-Match: \"$tag\""
ask GET /rfc2350.pdf
status 304

story "drawn again, it is the same"
before=$(rows "SELECT GROUP_CONCAT(sha256 ORDER BY language) FROM printed WHERE kind = 'profile' AND language IN ('ar', 'en')")
change "DELETE FROM printed WHERE kind = 'profile' AND language IN ('ar', 'en')"
clock='2026-11-25 10:00:00'
print 2
is "the same bytes" "$(rows "SELECT GROUP_CONCAT(sha256 ORDER BY language) FROM printed WHERE kind = 'profile' AND language IN ('ar', 'en')")" "$before"

story "the second version, and the first one stays"
clock='2026-12-01 08:00:00'
now "$clock"
change "UPDATE profile_text SET value = 'We help everybody.' WHERE section = '3.1' AND language = 'en'"
published 'Whom we help.'
as somebody
get /rfc2350
not_see 'To print (PDF)'
ask GET /rfc2350.pdf
status 404
print 2
fetch /rfc2350.pdf
in_pdf 'Version 2' 'We help everybody.'
get /rfc2350/v/1
see 'To print (PDF)'
fetch /rfc2350/v/1/pdf
in_pdf 'Version 1' 'We help.'
not_in_pdf 'We help everybody.'
for wrong in 0 3 99999999999 x; do
	ask GET /rfc2350/v/$wrong/pdf
	status 404
done

story "the flyer, in each language"
as somebody
get /guidelines
click 'The most important of it on one page, to print and hang up (PDF)'
fetch /flyer.pdf
is "one page" "$(pages)" 1
in_pdf 'Has something happened?' "${BELFRY_ADDRESS#http://}/report" '+999 20 555 0100' report@cirt.example \
	'Monday–Friday 08:00–18:00' 'If somebody is in danger, call first: 999'
fetch /fr/flyer.pdf
in_pdf "${BELFRY_ADDRESS#http://}/fr/report"
for language in ar es ru zh; do
	fetch /$language/flyer.pdf
	is "one page in $language" "$(pages)" 1
	in_pdf '+999 20 555 0100'
done

kill "$listener"
the_end
