#!/bin/bash
# Pages that are always there, their addresses and their languages.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 10:00:00'

for language in en fr ar; do
	story "somebody looks around in $language"
	speak "$language"
	get /
	status 200
	see 'Report an incident' '+999 20 555 0100' 'Follow up a report'
	click 'Report an incident'
	lands_on /report
	see '999' 'How we handle personal data' 'Good to have at hand'
	click 'How we handle personal data'
	lands_on /privacy
	status 200
	see 'privacy@cirt.example' 'Data Office'
	click 'Accessibility'
	lands_on /accessibility
	status 200
	click 'Contact'
	lands_on /contact
	status 200
	see 'Family line' '1 Test Road' 'report@cirt.example'
	click 'What to report, and how'
	lands_on /guidelines
	see 'What is an incident?' 'Do not pay before you have talked to us.' Urgent 'Work that people depend on has stopped.' \
		'1 Test Road' 'Whom else to tell'
	click 'What we can and cannot protect'
	lands_on /threat-model
	see 'What our servers write down' 'What we cannot promise'
	click 'About us'
	lands_on /about
	see 'Testland' 'Response Team of Testland'
	not_see 'Whom we serve'
	click 'Follow up a report'
	lands_on /follow
	status 200
	click 'TEST-CIRT'
	lands_on /
done

story "when we answer is what the team has promised"
get /guidelines
see '1 hour' '4 hours' '8 hours' '24 hours' 'Day and night' 'Of our hours'
change "UPDATE priority SET answer_minutes = 90 WHERE name = 'high'"
get /guidelines
see '1 h 30 min'
change "UPDATE priority SET answer_minutes = 240 WHERE name = 'high'"
for part in what which keep who why how tell next times others; do
	is "the contents lead to $part" "$(page | grep -cE "href=\"#$part\"|<h2 id=\"$part\"")" 2
done

story "what the team says of itself"
change "INSERT INTO team_text (language, name, value) VALUES ('en', 'mission', 'To keep <lamps> lit.'),
	('en', 'constituency', 'Sailors.'), ('fr', 'authority', 'Aucune.'), ('en', 'sponsor', 'The harbour.')"
get /about
see 'What we are here for' 'To keep <lamps> lit.' 'Whom we serve' 'Sailors.' 'Who stands behind us' 'The harbour.'
not_see 'What we may do'
speak fr
get /about
see 'What we may do'
holds_true "in French" grep -q 'Aucune.' <(page)
change 'DELETE FROM team_text'

story "a page says what language it is in"
get /ar/report
is "Arabic runs from right to left" "$(page | grep -o '<html[^>]*>')" '<html lang="ar" dir="rtl">'
click English
lands_on /report
is "English from left to right" "$(page | grep -o '<html[^>]*>')" '<html lang="en" dir="ltr">'
click Français
lands_on /fr/report
click العربية
lands_on /ar/report
get /
click العربية
lands_on /ar
click English
lands_on /

story "one page has one address"
for path in /en /en/report /en/report/ /report/ /contact/ /ar/report/ /fr/follow/; do
	ask GET "$path"
	status 301
done
ask GET /en/report
header Location /report
ask GET /en
header Location /
ask GET /report/
header Location /report
ask GET /ar/report/
header Location /ar/report
ask GET /en/report/
header Location /report
ask GET '/en/report/what?change=1'
header Location '/report/what?change=1'
ask GET '/%C3%A9%3F%23/%3Cb%3E%20/'
header Location '/%C3%A9%3F%23/%3Cb%3E%20'
ask GET '/en/%252f%252fevil.example/'
header Location '/%252f%252fevil.example'
for path in //evil.example /en//evil.example /en/%2F/evil.example/ /en/%09/evil.example/ /ar//evil.example/ '/en/\evil.example/' \
	'/en/%5Cevil.example/' '/%5C%5Cevil.example/'; do
	ask GET "$path"
	header Location
done
get /en/contact/
lands_on /contact

story "HEAD has the headers and nothing else"
ask HEAD /report
status 200
is "no body" "$(page)" ""

story "an address that does not exist"
for language in en fr ar; do
	speak "$language"
	for path in /nothing /report/nothing /report/who/more /Report /reports /follow/ticket/nothing; do
		get "$path"
		status 404
		titled 'There is no such page'
	done
	see 'First page' 'Report an incident'
	click 'First page'
	lands_on /
done
get '/%3Cscript%3Ealert(1)%3C%2Fscript%3E'
not_see 'alert'

story "an address that is used in another way"
for language in en fr ar; do
	speak "$language"
	prefix=/$language
	[ "$language" != en ] || prefix=
	ask POST "$prefix/contact"
	status 405
	header Allow 'GET, HEAD'
	titled 'This address is used in another way'
	ask GET "$prefix/follow/leave"
	status 405
	header Allow POST
	ask PUT "$prefix/report"
	status 405
	ask DELETE "$prefix/report"
	status 405
done
ask GET /follow/ticket/write
status 405
ask GET /follow/ticket/solved
status 405

story "a server answers to its own names only"
for host in evil.example evil.example:80 localhost.evil.example 127.0.0.1.evil.example '127.0.0.1@evil.example' ''; do
	with "Host: $host"
	ask GET /
	status 421
	not_see evil
done
for host in localhost LocalHost:8080 127.0.0.1; do
	with "Host: $host"
	ask GET /
	status 200
done

story "an address that is no address"
for path in '/%' '/%zz' '/%00' '/a%00b' '/%ff' '/%c0%af' '//' '//evil.example' '/../etc/passwd' '/report/../desk' \
	'/%2e%2e/x' '/a%2fb' '/a\b' '/report/./who' '/%0d%0aSet-Cookie:x=y' "/$(printf 'a%.0s' {1..1100})"; do
	ask GET "$path"
	status 400 404 413
	titled 'TEST-CIRT'
done

the_end
