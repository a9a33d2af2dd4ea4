#!/bin/bash
# What the team offers and with whom it works, as everybody reads it.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 10:00:00'

for language in en fr ar; do
	story "nothing has been said yet, in $language"
	speak "$language"
	get /
	click 'What we offer'
	lands_on /services
	titled 'What we offer'
	see 'This page will say which services there are. An incident can be reported at any time.'
	click Partners
	lands_on /partners
	titled 'Whom we work with'
	see 'No partners are named here yet. If your team or organisation would like to work with us, write to us.'
done

change "INSERT INTO service_offer (service_id, state, audience, hours, since_on) VALUES
		(61, 'running', 'everybody', 'open', '2026-01-05'), (74, 'running', NULL, NULL, NULL),
		(91, 'planned', 'constituents', 'agreed', '2027-02-28'), (93, 'none', 'teams', 'always', '2020-01-01'),
		(64, 'stopped', 'essential', 'always', NULL);
	INSERT INTO service_text VALUES (61, 'en', 'We read <b>every</b> report.'), (61, 'fr', 'Nous lisons tout.'),
		(91, 'ar', 'نعلّم الناس.'), (64, 'en', 'Nobody reads this.'), (93, 'en', 'Nor this.');
	INSERT INTO partner (id, name, kind, url) VALUES (1, 'Harbour <CERT>', 'team', 'https://cert.harbour.example/a?b=c&d'),
		(2, 'Night Office', 'authority', NULL);
	INSERT INTO partner_text VALUES (1, 'en', 'Ships & quays.'), (1, 'fr', 'Les navires.')"

for language in en fr ar; do
	story "what runs and what is planned, in $language"
	speak "$language"
	get /services
	see 'Incident report acceptance' 'Everybody' 'At the hours of our phone' 'Receipt of incident reports' \
		'Vulnerability coordination' 'What is planned' 'Awareness building' 'Organisations that we serve' 'By agreement'
	not_see 'Exercises' 'Mitigation and recovery' 'Nobody reads this.' 'Nor this.' 'Essential services'
	get /partners
	see 'Harbour <CERT>' 'Night Office' 'Incident response team' 'Public authority'
	not_see 'No partners are named here yet. If your team or organisation would like to work with us, write to us.'
	is "its address is a link" "$(page | grep -c 'href="https://cert.harbour.example/a?b=c&amp;d"')" 1
done

story "days as they are, and the team's words in the language of the page, else in the first one"
get /services
see '5 January 2026' '28 February 2027' 'We read <b>every</b> report.'
is "a day for machines" "$(page | grep -c '<time datetime="2026-01-05">')" 1
get /partners
see 'Ships & quays.'
speak fr
get /services
holds_true "in French" grep -q 'Nous lisons tout.' <(page)
get /partners
holds_true "in French" grep -q 'Les navires.' <(page)
speak ar
get /services
holds_true "English, where there is no Arabic" grep -q 'We read &lt;b&gt;every' <(page)
holds_true "and Arabic where there is" grep -q 'نعلّم الناس' <(page)
change "UPDATE team SET zone = 'Pacific/Kiritimati'"
speak en
get /services
see '5 January 2026' '28 February 2027'
change "UPDATE team SET zone = 'Pacific/Pago_Pago'"
get /services
see '5 January 2026' '28 February 2027'

the_end
