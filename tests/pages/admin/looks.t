#!/bin/bash
# The team's own colour and logo: contrast is measured, pictures are read with suspicion,
# what is saved is on every page under an address of its own, and goes back with a button.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

tmp=$BELFRY_STATE/tmp
events() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', action, COALESCE(LEFT(from_value, 8), '-'), COALESCE(LEFT(to_value, 8), '-'))
		ORDER BY id SEPARATOR ', ') FROM event WHERE object = 'team' AND action IN ('colour', 'logo')"
}
colour() {
	rows "SELECT colour FROM team_look WHERE part = 'colour' AND place = 'now'"
}
logo() {
	rows "SELECT CONCAT(type, ' ', width, ' ', height) FROM team_look WHERE part = 'logo' AND place = 'now'"
}
version() {
	rows "SELECT COALESCE(MAX(version), 0) FROM team_section WHERE name = 'looks'"
}
# The address of the page's own style sheet, and of its logo.
sheet() {
	page | grep -oE '/looks/[0-9a-f]{16}\.css' | head -n 1
}
picture() {
	page | grep -oE '/looks/[0-9a-f]{32}\.(png|svg)' | head -n 1
}

# draw FILE [TEXT]: an SVG, with something inside.
draw() {
	printf '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">%s<rect width="40" height="20" fill="#0f5c4d"/></svg>\n' \
		"${2:-}" >"$1"
}
# paint FILE WIDTH HEIGHT: a PNG of one grey, with a text chunk that says where.
paint() {
	perl -MCompress::Zlib -e '
		my ($file, $width, $height) = @ARGV;
		my $chunk = sub { my $data = join "", @_; pack("N", length($data) - 4) . $data . pack("N", crc32($data)) };
		open my $out, ">:raw", $file or die;
		print $out "\x89PNG\r\n\x1a\n", $chunk->("IHDR", pack("NNCCCCC", $width, $height, 8, 0, 0, 0, 0)),
			$chunk->("tEXt", "Comment\0taken at the harbour"),
			$chunk->("IDAT", compress(join "", map { "\0" . "\x40" x $width } 1 .. $height)), $chunk->("IEND");
	' "$@"
}

story "without a choice nothing is added"
get /
is "no sheet of its own" "$(sheet)$(picture)" ""
see 'Response Team of Testland'
ask GET /looks/0123456789abcdef.css
status 404
ask GET /looks/0123456789abcdef0123456789abcdef.svg
status 404

story "who may not"
for role in analyst duty_lead team_manager; do
	now '2026-11-24 08:00:00'
	person "p_$role" $role
	sign_in "p_$role"
	ask GET /admin/setup/looks
	status 403
	post /admin/setup/looks colour=#0f5c4d version=0
	status 403
	post /admin/setup/looks/back part=colour version=0
	status 403
	post /admin/setup/looks/logo version=0
	status 403
	post /admin/setup/looks/logo/remove version=0
	status 403
done
is "nothing was changed" "$(colour)$(events)" NULL

story "a colour"
now '2026-11-24 09:00:00'
person adam administrator
sign_in adam
get /admin/setup
click 'Change: Colour and logo'
lands_on /admin/setup/looks
titled 'Colour and logo'
holds colour=
see 'None yet: pages show a small belfry.'
not_see 'Go back to' 'Take the colours of Belfry' 'Remove the logo'
for wrong in blue '#12345' '#1234567' '#gggggg' '0x112233' '12 34 56' '#0f5c4d;}*{x:y}' 'url(x)'; do
	fill colour="$wrong"
	press Save
	status 422
	see 'Write the colour as in #0f5c4d'
	holds colour="$wrong"
done
fill colour=#ffcc00
press Save
status 422
# Worked out apart from us, by the formula of WCAG 2.2: 1.3057 on the darkest light ground.
see 'On our pages #ffcc00 has a contrast of 1.30 to 1, and text needs 4.50 to 1.'
holds colour=#ffcc00
remember nearest 'The nearest that can be read is (#[0-9a-f]{6})'
is "nothing is kept yet" "$(colour)" ""
press "Take $nearest instead"
lands_on /admin/setup/looks
see 'Saved.'
is "the nearest is taken" "$(colour)" "$nearest"
holds colour="$nearest"
holds_true "the page has a sheet of its own" test -n "$(sheet)"

fill colour=123ABC
press 'Show it first'
status 200
see '#123abc has a contrast of'
holds colour=123ABC
is "showing keeps nothing" "$(colour)" "$nearest"
press Save
lands_on /admin/setup/looks
is "and saving does" "$(colour)" '#123abc'
see "Go back to $nearest"

as nobody
get /
first=$(sheet)
ask GET "$first"
status 200
header Content-Type 'text/css; charset=utf-8'
header Cache-Control 'public, max-age=31536000, immutable'
see '--bronze:#123abc' '@media screen' 'prefers-color-scheme:dark'
ask GET "/fr$first"
status 404
get /fr/contact
is "every page has it" "$(sheet)" "$first"
get /login
is "the other door too" "$(sheet)" "$first"

as adam
press "Go back to $nearest"
is "it goes back" "$(colour)" "$nearest"
second=$(sheet)
holds_true "under another address" test "$second" != "$first"
ask GET "$first"
status 200
get /admin/setup/looks
press 'Take the colours of Belfry'
is "and away" "$(colour)" ""
is "pages add nothing again" "$(sheet)" ""
press "Go back to $nearest"
is "and back" "$(colour)" "$nearest"
is "on record" "$(events)" "colour - $nearest, colour $nearest #123abc, colour #123abc $nearest, colour $nearest -, colour - $nearest"

story "two administrators at once"
now '2026-11-24 09:10:00'
sign_in adam
get /admin/setup/looks
person aida administrator
sign_in aida
get /admin/setup/looks
fill colour=#0f5c4d
press Save
as adam
fill colour=#8a4a10
press Save
lands_on /admin/setup/looks
see 'Somebody else changed the looks meanwhile, and nothing was overwritten.'
is "the first one holds" "$(colour)" '#0f5c4d'
fill colour=#0f5c4d
press Save
see 'Nothing was changed: it is as you want it.'

story "a logo that is drawn"
now '2026-11-24 09:20:00'
sign_in adam
get /admin/setup/looks
press 'Use this logo'
status 422
see 'Choose the file of the logo'
draw "$tmp/logo.svg" '<!-- by somebody --><metadata>At the harbour</metadata><style>.a{fill:#fff}</style><defs><linearGradient id="g"><stop offset="0" stop-color="rgb(1,2,3)"/></linearGradient></defs><path class="a" d="M0 0h9" style="fill:url(#g)" data-x="1" transform="translate(1 2)"/>'
attach files "$tmp/logo.svg" crest.svg image/svg+xml
press 'Use this logo'
lands_on /admin/setup/looks
see 'Saved.' 'Remove the logo'
is "kept" "$(logo)" 'svg 2000 1000'
drawn=$(picture)
as nobody
get /ar/report
is "in the head of every page" "$(picture)" "$drawn"
holds_true "its shape is said" grep -q 'width="72" height="36"' <<<"$(page)"
ask GET "$drawn"
status 200
header Content-Type image/svg+xml
header X-Content-Type-Options nosniff
header Content-Security-Policy "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
save "$tmp/sent.svg"
holds_true "what draws is there" grep -q 'url(#g).*translate(1 2)' "$tmp/sent.svg"
holds_true "what does not is gone" sh -c '! grep -qE "harbour|somebody|data-x|metadata" "$1"' - "$tmp/sent.svg"
ask GET "${drawn%.svg}.png"
status 404
ask GET "${drawn%.svg}"
status 404

story "pictures that are more than that"
now '2026-11-24 09:30:00'
sign_in adam
get /admin/setup/looks
refused() {
	attach files "$tmp/bad" bad.svg image/svg+xml
	press 'Use this logo'
	status 422
	see "$1"
	get /admin/setup/looks
}
part='This SVG has a part that we do not take' value='This SVG runs or fetches something'
damaged='This file is damaged, or holds more than a picture'
while IFS='|' read -r said inside; do
	draw "$tmp/bad" "$inside"
	refused "${!said}"
done <<-'END'
	part|<script>alert(1)</script>
	part|<g><g><script href="data:,alert(1)"/></g></g>
	part|<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>
	part|<image href="https://elsewhere.example/x.png"/>
	part|<use href="#a"/>
	part|<a href="https://elsewhere.example/"><path d="M0 0"/></a>
	part|<animate attributeName="x"/>
	part|<set attributeName="onload" to="alert(1)"/>
	part|<filter id="f"/>
	value|<path onload="alert(1)"/>
	value|<path ONclick="alert(1)"/>
	value|<path fill="url(https://elsewhere.example/x)"/>
	value|<path fill="url( 'data:x')"/>
	value|<path style="fill:u\72l(x)"/>
	value|<path style="background:image-set('x')"/>
	value|<style>@import "https://elsewhere.example/x.css";</style>
	value|<style>path{fill:url(//elsewhere.example)}</style>
	value|<style>path{fill:url(#a);stroke:URL(x)}</style>
	value|<style>path{Clip-Path:url(#a)}</style>
	value|<linearGradient href="https://elsewhere.example/x#g"/>
	value|<linearGradient xlink:href="x.svg#g"/>
	damaged|<path
	damaged|&nothing;
END
printf '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&a;</text></svg>' >"$tmp/bad"
refused "$part"
printf '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&a;</text></svg>' >"$tmp/bad"
refused "$part"
printf '<svg viewBox="0 0 9 9"><path/></svg>' >"$tmp/bad"
refused "$damaged"
printf '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>' >"$tmp/bad"
refused "$damaged"
printf '<html xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/></html>' >"$tmp/bad"
refused "$damaged"
draw "$tmp/plain" && iconv -t UTF-16 "$tmp/plain" >"$tmp/bad"
refused 'This file is neither PNG nor SVG'
printf 'GIF89a<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' >"$tmp/bad"
refused 'This file is neither PNG nor SVG'
draw "$tmp/bad" "$(printf '<g/>%.0s' {1..3001})"
refused 'This SVG has too many parts'
draw "$tmp/bad" "$(printf '<g clip-path="url(#a)"/>%.0s' {1..9})"
refused 'This SVG has too many parts'
for side in 1e-320 1e300 inf nan; do
	printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s"><path/></svg>' $side $side >"$tmp/bad"
	refused "$damaged"
done
draw "$tmp/bad" "$(printf '<path d="%s"/>' "$(printf '%33000s' '')")"
refused 'This file is larger than 32 kB'
sed -i 's/0 0 40 20/0 0 700 100/' "$tmp/plain" && cp "$tmp/plain" "$tmp/bad"
refused 'at most six times as wide as high'
is "the one before is still there" "$(logo)" 'svg 2000 1000'

story "a logo that is painted"
now '2026-11-24 09:40:00'
sign_in adam
get /admin/setup/looks
paint "$tmp/logo.png" 120 60
attach files "$tmp/logo.png" logo.svg image/svg+xml
press 'Use this logo'
lands_on /admin/setup/looks
is "its bytes say what it is" "$(logo)" 'png 120 60'
painted=$(picture)
ask GET "$painted"
status 200
header Content-Type image/png
save "$tmp/sent.png"
holds_true "where it was taken is gone" sh -c '! grep -q harbour "$1"' - "$tmp/sent.png"
ask GET "$drawn"
status 200
cp "$tmp/logo.png" "$tmp/bad" && printf '<script>alert(1)</script>' >>"$tmp/bad"
get /admin/setup/looks
refused "$damaged"
head -c 200 "$tmp/logo.png" | head -c -9 >"$tmp/bad"
refused "$damaged"
perl -0pe 's/taken at/takin at/' "$tmp/logo.png" >"$tmp/bad"
refused "$damaged"
paint "$tmp/bad" 8 8
refused 'A logo has 16 to 2000 points on each side'
paint "$tmp/bad" 2001 400
refused 'A logo has 16 to 2000 points on each side'

press 'Go back to the logo before'
is "back" "$(picture)" "$drawn"
press 'Remove the logo'
is "removed" "$(picture)$(logo)" ""
see 'None yet: pages show a small belfry.'
press 'Go back to the logo before'
is "and back again" "$(picture)" "$drawn"
is "never more than two" "$(rows "SELECT COUNT(*) <= 2 FROM team_look WHERE part = 'logo'")" 1
post /admin/setup/looks/back part=other version="$(version)"
status 422
post /admin/setup/looks colour=#123456 version="$(version)" token=
status 403
is "and no colour without a token" "$(colour)" '#0f5c4d'

story "before the pages are open"
change "UPDATE team SET opened_at = NULL, version = version + 1"
as nobody
get /
status 404
is "a closed site shows no looks" "$(sheet)$(picture)" ""
ask GET "$drawn"
status 200
now '2026-11-24 09:50:00'
sign_in adam
get /admin/setup/looks
is "the administrator sees them" "$(picture)" "$drawn"

the_end
