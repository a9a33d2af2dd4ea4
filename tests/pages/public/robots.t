#!/bin/bash
# What search engines are told.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 10:00:00'
address=$(sed -n 's/^address *= *//p' "$BELFRY_CONF")

story "which pages there are, in all languages"
ask GET /sitemap.xml
status 200
header Content-Type 'application/xml; charset=utf-8'
save "$BELFRY_STATE/tmp/sitemap.xml"
holds_true "it is well-formed" perl -0777 -ne '
	my @open; while (/<(\/?)([a-z:]+)[^>?]*?(\/?)>/g) { $1 ? (pop(@open) eq $2 or die) : $3 || push @open, $2 } die if @open' \
	"$BELFRY_STATE/tmp/sitemap.xml"
listed() {
	grep -oE '<loc>[^<]*' "$BELFRY_STATE/tmp/sitemap.xml" | cut -c 6-
}
is "all of one address" "$(listed | grep -cvF -e "$address")" 0
is "none twice" "$(listed | sort | uniq -d)" ""
for path in / /report /contact /guidelines /services /programme /ar /fr/threat-model; do
	is "$path is there" "$(listed | grep -cxF -e "$address$path")" 1
done
is "no step, no secret, nothing of the desk" \
	"$(listed | grep -cE '/(report/|follow|desk|admin|login|account|healthz|metrics|sitemap|robots)')" 0
# Nobody has published a profile here.
for path in $(listed | sed "s|^$address||; s|^$|/|" | grep -vE '^/(es|ru|zh)(/|$)|/rfc2350$'); do
	ask GET "$path"
	status 200
done
is "each says where its translations are" "$(grep -c "hreflang=\"ar\" href=\"$address/ar/contact\"" \
	"$BELFRY_STATE/tmp/sitemap.xml")" "$(listed | grep -c '/contact$')"

story "what is no use to them"
ask GET /robots.txt
status 200
header Content-Type 'text/plain; charset=utf-8'
see 'User-agent: *' 'Disallow: /report/' 'Disallow: /*/report/' 'Disallow: /follow' "Sitemap: $address/sitemap.xml"
is "each once" "$(page | grep . | sort | uniq -d)" ""
not_see 'Disallow: /follow/ticket'
is "not what people look for" "$(page | grep -cxE 'Disallow: /(report|vulnerability|programme)')" 0
for language in ar fr; do
	ask GET /$language/robots.txt
	status 404
	ask GET /$language/sitemap.xml
	status 404
done

story "only what the team has opened"
change 'UPDATE team SET opened_at = NULL'
ask GET /sitemap.xml
status 404
change "UPDATE team SET opened_at = '2026-01-05 08:00:00', languages = 'fr,ar'"
ask GET /sitemap.xml
save "$BELFRY_STATE/tmp/sitemap.xml"
is "the first language has no prefix" "$(listed | grep -cE "^$address/(fr|en)")" 0
is "the other has one" "$(listed | grep -cxF -e "$address/ar/contact")" 1

the_end
