#!/bin/bash
# Advisories as everybody reads them: pages, feeds, tables, and documents for
# machines.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/advisory.sh"

csaf=/.well-known/csaf

story "before anything is published"
now '2026-11-23 08:00:00'
person writer analyst
person reviewer duty_lead
for language in en fr ar; do
	speak $language
	get /
	click Advisories
	lands_on /advisories
	see 'Nothing is published yet.'
	get '/advisories?q=harbour'
	see 'Nothing fits that.'
done
speak en
ask GET /advisories.atom
status 200
ask GET $csaf/white/feed-tlp-white.json
status 200

story "three of them"
now '2026-11-23 08:10:00'
published title='Harbour doors' weaknesses='CVE-2026-12345 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' \
	affected='Lamp | Mail Server | before 4.2' fixed='Lamp | Mail Server | 4.2' kind=vulnerability severity=critical \
	links='https://www.example.com/a What the maker says'
first=$advisory
now '2026-11-23 09:10:00'
published title='Mails about parcels' kind=awareness
now '2026-11-23 10:10:00'
published title='=cmd|calc "quoted" & <b>' kind=note severity=low
odd=$advisory
as visitor
get /
see 'What is going on' 'Harbour doors' 'Mails about parcels' '=cmd|calc "quoted" & <b>'
click 'Harbour doors'
lands_on "/advisories/$first"
titled 'Harbour doors'
see 'Look at your locks.' CVE-2026-12345 'CVSS 3.1 9.8 Critical' 'Lamp Mail Server' 'before 4.2' Affected Fixed 'First version' \
	TLP:CLEAR
click 'All advisories'
see 'Harbour doors' 'Mails about parcels'
fill kind=awareness
press Search
see 'Mails about parcels'
not_see 'Harbour doors'
get '/advisories?severity=critical'
see 'Harbour doors'
not_see parcels
get '/advisories?kind=note&severity=critical'
see 'Nothing fits that.'
click 'Show all advisories'
fill q=HARBOUR
press Search
see 'Harbour doors'
not_see parcels
get '/advisories?q=cve-2026-12345'
see 'Harbour doors'
not_see parcels
for query in "q='%22%3Cscript%3E" 'q=%25' 'q=_' 'kind=x' 'severity=%00' 'at=99999999999999&id=3' 'at=-1&id=-1' "id=1'"; do
	get "/advisories?$query"
	status 200 400
	is "what was typed is no markup" "$(page | grep -c '<script>')" 0
done
get '/advisories?q=%25'
not_see 'Harbour doors'
get /advisories/$first/more
status 404
get /advisories/TESTCIRT-A-2026-2222222
status 404
ask GET "/advisories/$first"
header Cache-Control no-cache

story "in another language, as far as there is a text"
speak fr
get "/advisories/$first"
see "Il n’y a pas encore de texte dans votre langue. Voici celui en English."
is "it says what language the text is in" "$(page | grep -c '<h1 lang="en"')" 1
sign_in_again writer
speak en
post "/desk/publish/advisories/$first/correct" version="$(rows "SELECT version FROM advisory WHERE reference = '$first'")" \
	correction='A French text was added.'
get "/desk/publish/advisories/$first/texts/fr"
fill title='Portes du port' summary='Les serrures.' body='Regardez **vos serrures**.'
press Save
press 'Send for review'
now '2026-11-23 11:00:00'
sign_in_again reviewer
get "/desk/publish/advisories/$first"
press Approve
press Publish
as visitor
speak fr
get "/advisories/$first"
titled 'Portes du port'
see 'Regardez vos serrures.'
get /advisories
see 'Portes du port' 'Mails about parcels'
get /
see 'Portes du port'
speak en
get "/advisories/$first"
see 'Harbour doors' 'A French text was added.' 'Also in: Français'

story "a feed for each language"
ask GET /advisories.atom
status 200
header Content-Type 'application/atom+xml; charset=utf-8'
page >"$state/en.atom"
is "newest change first" "$(grep -o '<title>[^<]*' "$state/en.atom" | sed 's/.*>//' | tr '\n' ';')" \
	'Advisories of TEST-CIRT;Harbour doors;=cmd|calc &quot;quoted&quot; &amp; &lt;b&gt;;Mails about parcels;'
is "each has its own id" "$(grep -oE 'urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}' "$state/en.atom" | sort -u | wc -l)" 4
is "and when it was published and changed" "$(grep -A3 '<title>Harbour' "$state/en.atom" | grep -o '2026-11-23T[0-9:]*Z' | tr '\n' ' ')" \
	'2026-11-23T11:00:00Z 2026-11-23T08:10:00Z '
holds_true "it is XML" python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$state/en.atom"
ask GET /fr/advisories.atom
page >"$state/fr.atom"
is "in French" "$(grep -c '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">' "$state/fr.atom")$(grep -c 'Portes du port' "$state/fr.atom")" 11
is "an entry is the same one in every language" "$(grep -h '<id>' "$state/en.atom" | sed 1d)" "$(grep -h '<id>' "$state/fr.atom" | sed 1d)"
tag() {
	perl -e '$_ = join "", <STDIN>; print /^ETag: (.*?)\r?$/m'
}
ask GET /advisories.atom
header Last-Modified 'Mon, 23 Nov 2026 11:00:00 GMT'
tag="\"$(page | sha256sum | cut -c 1-32)\""
header ETag "$tag"
with "If-None-Match: $tag"
ask GET /advisories.atom
status 304
with 'If-None-Match: "other"'
ask GET /advisories.atom
status 200

story "a table"
ask GET /advisories.csv
status 200
header Content-Type 'text/csv; charset=utf-8'
page >"$state/table.csv"
is "a line each" "$(wc -l <"$state/table.csv")" 4
is "what would be a formula is none" "$(grep -c "\"'=cmd|calc \"\"quoted\"\" & <b>\"" "$state/table.csv")" 1
is "with scores" "$(grep -c '"vulnerability","critical","9.8"' "$state/table.csv")" 1

story "a provider of documents"
for file in provider-metadata.json service.json white/index.txt white/changes.csv white/feed-tlp-white.json; do
	ask GET "$csaf/$file"
	status 200
	ask GET "/fr$csaf/$file"
	status 404
done
ask GET /.well-known/csaf/provider-metadata.json
header Content-Type application/json
ask GET /.well-known/csaf/service.json
status 200
ask GET /.well-known/csaf/white/feed-tlp-white.json
page >"$state/feed.json"
is "the feed has them all" "$(python3 -c 'import json, sys; f = json.load(open(sys.argv[1]))["feed"]; print(len(f["entry"]), f["updated"], f["entry"][0]["updated"])' "$state/feed.json")" \
	'4 2026-11-23T11:00:00Z 2026-11-23T11:00:00Z'
ask GET /.well-known/csaf/white/index.txt
is "the list has them" "$(page | sort)" "$(rows 'SELECT DISTINCT CONCAT(year, "/", name) FROM advisory_document' | sort)"
ask GET /.well-known/csaf/white/changes.csv
is "the last changed first" "$(page | head -n 1)" "\"2026/${first,,}-fr.json\",\"2026-11-23T11:00:00Z\""
get /.well-known/csaf/white/
click 2026/
lands_on /.well-known/csaf/white/2026/
status 200
see "${odd,,}.json" "${odd,,}.json.sha512"
get /.well-known/csaf/white/2025/
status 404
year=2026 name=${first,,}
mkdir "$state/documents"
for document in $(rows 'SELECT DISTINCT name FROM advisory_document'); do
	ask GET "/.well-known/csaf/white/$year/$document"
	status 200
	save "$state/documents/$document"
	ask GET "/.well-known/csaf/white/$year/$document.sha512"
	is "its digest" "$(page)" "$(sha512sum <"$state/documents/$document" | cut -d ' ' -f 1) $document"
	ask GET "/.well-known/csaf/white/$year/$document.sha256"
	is "and the other" "$(page)" "$(sha256sum <"$state/documents/$document" | cut -d ' ' -f 1) $document"
done
ask GET "/.well-known/csaf/white/$year/$name.json"
is "a revision has its history" "$(python3 -c '
import json, sys
t = json.load(open(sys.argv[1]))["document"]["tracking"]
print(t["id"], t["version"], t["initial_release_date"], t["current_release_date"], [r["summary"] for r in t["revision_history"]])' \
	"$state/documents/$name.json")" "$first 2 2026-11-23T08:10:00Z 2026-11-23T11:00:00Z ['First version', 'A French text was added.']"
for path in "2026/$name.json.asc" "2026/$name" "2025/$name.json" "2026/.json" "2026/..json" "2026/$name.json.sha1" "2026/x.json"; do
	ask GET "/.well-known/csaf/white/$path"
	status 404
done
change "UPDATE advisory_document SET signature = '-----BEGIN PGP SIGNATURE-----' WHERE name = '$name.json'"
ask GET "/.well-known/csaf/white/2026/$name.json.asc"
status 200
see 'BEGIN PGP SIGNATURE'
ask GET /.well-known/csaf/white/feed-tlp-white.json
is "the feed leads to the signature" "$(page | grep -c -e "$name.json.asc")" 1

story "withdrawn"
now '2026-11-23 12:00:00'
sign_in reviewer
get "/desk/publish/advisories/$first"
fill withdrawal='It was no danger.'
press Withdraw
sign_in writer
get "/desk/publish/advisories/$first"
press 'Agree, and withdraw it'
as visitor
get /
see Withdrawn
get "/advisories/$first"
see 'This advisory no longer holds' 'It was no danger.'
ask GET /advisories.atom
is "the feed says so" "$(page | grep -c 'Withdrawn: It was no danger.')" 1
ask GET "/.well-known/csaf/white/2026/$name.json"
save "$state/documents/withdrawn.json"
is "and the document" "$(grep -c 'Withdrawn: It was no danger.' "$state/documents/withdrawn.json")" 2
holds_true "all of them are CSAF 2.0" node "$BELFRY_SOURCE/tests/browser/csaf_valid.js" "$state"/documents/*.json

story "a table with lines that are too long for one file"
now '2026-11-23 13:00:00'
change "CREATE TABLE kept AS SELECT advisory_id, weaknesses FROM advisory_revision;
	UPDATE advisory_revision SET weaknesses = REPEAT('x', 2500000)"
ask GET /advisories.csv
lines() {
	page | grep -c '^"TEST'
}
is "two lines, and no half one" "$(lines) $(page | tail -n 1 | tr -d '\r' | grep -c '"$')" '2 1'
second=$(rows "SELECT CONCAT('at=', TIMESTAMPDIFF(SECOND, '1970-01-01', first_at), '&id=', advisory_id)
	FROM advisory_revision WHERE number = 1 ORDER BY first_at DESC, advisory_id DESC LIMIT 1 OFFSET 1")
header Link "<$(sed -n 's/^address *= *//p' "$BELFRY_CONF")/advisories.csv?$second>; rel=\"next\""
ask GET "/advisories.csv?$second"
is "and there the rest" "$(lines)" 1
header Link
change "UPDATE advisory_revision JOIN kept USING (advisory_id) SET advisory_revision.weaknesses = kept.weaknesses; DROP TABLE kept"

story "page after page"
now '2026-11-24 08:00:00'
change "INSERT INTO advisory (reference, state, kind, tlp, language, weaknesses, products, links, digest, created_at, changed_at)
		SELECT CONCAT('TESTCIRT-A-2026-', seq), 'published', 'note', 'clear', 'en', '', '', '', '', '2026-01-01', '2026-01-01'
		  FROM seq_2000001_to_2000045;
	INSERT INTO advisory_revision (advisory_id, number, reference, written_at, published_at, first_at, withdrawn, kind, language,
		weaknesses, products, links)
		SELECT id, 1, reference, '2026-01-01', '2026-01-01', '2026-01-01', FALSE, kind, language, '', '', ''
		  FROM advisory WHERE created_at = '2026-01-01';
	INSERT INTO advisory_revision_text SELECT advisory_id, 1, 'en', CONCAT('Number ', reference), 'S', 'B' FROM advisory_revision
		WHERE first_at = '2026-01-01'"
seen=0
get '/advisories?kind=note'
for page in 1 2 3; do
	seen=$((seen + $(page | grep -c 'class="told"')))
	[ $page = 3 ] || click 'Older ones'
done
is "all of them, once" $seen 46
not_see 'Older ones'
click 'The newest'
lands_on '/advisories?kind=note'
change "INSERT INTO advisory (reference, state, kind, tlp, language, weaknesses, products, links, digest, created_at, changed_at)
		SELECT CONCAT('TESTCIRT-A-2027-', seq), 'published', 'note', 'clear', 'en', '', '', '', '', '2026-01-02', '2026-01-02'
		  FROM seq_2000001_to_2000070;
	INSERT INTO advisory_revision (advisory_id, number, reference, written_at, published_at, first_at, withdrawn, kind, language,
		weaknesses, products, links)
		SELECT id, 1, reference, '2026-01-02', '2026-01-02', '2026-01-02', FALSE, kind, language, '', '', ''
		  FROM advisory WHERE created_at = '2026-01-02';
	INSERT INTO advisory_revision_text SELECT advisory_id, 1, 'en', CONCAT('Number ', reference), 'S', 'B' FROM advisory_revision
		WHERE first_at = '2026-01-02'"
seen=0 feed=/advisories.atom
while [ -n "$feed" ]; do
	ask GET "$feed"
	status 200
	page >"$state/part.atom"
	seen=$((seen + $(grep -c '<entry' "$state/part.atom")))
	feed=$(sed -n 's|.*rel="next"[^>]*href="[^"]*\(/advisories.atom[^"]*\)".*|\1|p' "$state/part.atom" | sed 's/&amp;/\&/g')
done
is "a feed leads to all that there is" $seen "$(rows 'SELECT COUNT(*) FROM advisory WHERE state IN ("published", "withdrawn")')"
sign_in_again writer
get /desk/publish/advisories
status 200

story "words of every language are looked for"
now '2026-11-24 08:00:00'
for word in '%C3%A9' '%D8%A8%D8%B1' '%E6%BC%8F' '%F0%9F%94%94' "$(printf 'a%.0s' {1..300})"; do
	get "/advisories?q=$word"
	status 200
	see 'Nothing fits that.'
done

the_end
