#!/bin/bash
# The list of partners, kept at the desk: read by all of the team, changed by a lead.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

events() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', action, from_value, to_value) ORDER BY id SEPARATOR ', ')
		FROM event WHERE object = 'partner' AND object_id = $id"
}

for language in en fr ar; do
	story "an analyst reads the list, in $language"
	now '2026-11-24 08:00:00'
	person anna-$language analyst
	as anna-$language
	speak $language
	sign_in anna-$language
	get /desk/publish/partners
	titled Partners
	see 'None yet. The public page says so.'
	not_asks_for name
	post /desk/publish/partners name=X kind=team
	status 403
	ask GET /desk/publish/partners/1
	status 403
	post /desk/publish/partners/1/remove
	status 403

	story "a lead adds, changes and removes one, in $language"
	now '2026-11-24 09:00:00'
	person lena-$language duty_lead
	as lena-$language
	speak $language
	sign_in lena-$language
	get /desk/publish/partners
	press Add
	status 422
	see 'Enter the name' 'Choose what it is'
	fill name='Harbour <CERT>' kind=team url='ftp://harbour.example' words_en='Ships.'
	press Add
	status 422
	see 'Enter the address in full, as in https://cert.example'
	holds name='Harbour <CERT>' kind=team url=ftp://harbour.example words_en=Ships.
	fill url='https://harbour.example/team?x=1#y'
	press Add
	lands_on /desk/publish/partners
	see 'Saved.' 'Harbour <CERT>' 'Incident response team'
	id=$(rows 'SELECT MAX(id) FROM partner')
	is "kept" "$(rows "SELECT CONCAT_WS('|', name, kind, url, version) FROM partner")" \
		'Harbour <CERT>|team|https://harbour.example/team?x=1#y|1'
	is "on record" "$(events)" added
	click Change partners/$id
	lands_on /desk/publish/partners/$id
	holds name='Harbour <CERT>' kind=team words_en=Ships. words_fr=
	fill kind=network url= words_fr='Des navires.' words_en=
	press Save
	lands_on /desk/publish/partners
	is "changed" "$(rows "SELECT CONCAT_WS('|', name, kind, url, version) FROM partner")" 'Harbour <CERT>|network|2'
	is "its words too" "$(rows "SELECT GROUP_CONCAT(language, value) FROM partner_text")" 'frDes navires.'
	is "on record too" "$(events)" 'added, saved 1 2'
	if [ $language = en ]; then
		press 'Remove: Harbour <CERT>'
	else
		post /desk/publish/partners/$id/remove
	fi
	see 'None yet. The public page says so.'
	is "gone, and on record" "$(rows 'SELECT COUNT(*) FROM partner') $(rows 'SELECT COUNT(*) FROM partner_text') $(events)" \
		'0 0 added, saved 1 2, removed'
	post /desk/publish/partners/$id/remove
	status 404
	ask GET /desk/publish/partners/$id
	status 404
	post /desk/publish/partners/$id name=X kind=team version=2
	status 404
done

story "addresses that are none"
now '2026-11-24 10:00:00'
person mike team_manager
sign_in mike
for url in javascript:alert.1 //harbour.example https:/harbour.example https:// https://harbour 'https://a b.example' \
	https://user@harbour.example 'https://harbour.example/"x' 'https://.harbour' 'https://harbour.example/<b>' \
	'https://harbour.example\x' HTTPS://harbour.example; do
	post /desk/publish/partners name=X kind=team url="$url"
	status 422
	see 'Enter the address in full, as in https://cert.example'
done
post /desk/publish/partners name=X kind=friends
status 422
post /desk/publish/partners name="$(printf 'x%.0s' {1..201})" kind=team
status 422
post /desk/publish/partners name=X kind=team url="https://cert.example/$(printf 'x%.0s' {1..300})"
status 422
post /desk/publish/partners name=X kind=team words_en="$(printf 'x%.0s' {1..601})"
status 422
is "none was kept" "$(rows 'SELECT COUNT(*) FROM partner')" 0

story "two leads at once"
change "INSERT INTO partner (id, name, kind) VALUES (7, 'Quay', 'company')"
now '2026-11-24 10:05:00'
sign_in mike
get /desk/publish/partners/7
person nora duty_lead
sign_in nora
get /desk/publish/partners/7
fill name='Long Quay' url=https://quay.example words_en='Theirs.'
press Save
as mike
fill name='Short Quay' kind=other
press Save
status 409
see 'Somebody else saved this while you were writing' 'Long Quay' https://quay.example Company 'Theirs.'
holds name='Short Quay' kind=other
is "nothing was overwritten" "$(rows 'SELECT CONCAT(name, version) FROM partner')" 'Long Quay2'
press Save
is "sending it again is a decision" "$(rows 'SELECT CONCAT(name, version) FROM partner')" 'Short Quay3'

story "page after page, each once, in order"
change "DELETE FROM partner; INSERT INTO partner (name, kind) SELECT CONCAT('P', LPAD(seq, 3, '0')), 'other' FROM seq_1_to_49;
	INSERT INTO partner (name, kind) SELECT 'Same <name>', 'team' FROM seq_1_to_52; INSERT INTO partner (name, kind) VALUES ('Last', 'other')"
now '2026-11-24 10:10:00'
sign_in mike
for path in /desk/publish/partners /partners; do
	get $path
	seen=0
	for part in 50 50 2; do
		is "$path has its part" "$(page | grep -cE '(P0|Last|Same)[^<]*</bdi></strong>|<tr><th scope="row">')" $part
		[ $part = 2 ] || click 'Further in this list'
	done
	not_see 'Further in this list'
	see P048 P049
done
get '/partners?after=999999'
see 'Same <name>'
change 'DELETE FROM partner'

the_end
