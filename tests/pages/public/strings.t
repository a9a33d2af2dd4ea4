#!/bin/bash
# Whatever people type is shown as they typed it: markup, the templates' own
# language, every script, marks that turn text around.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 08:00:00'

# 300 odd strings, each ended by a NUL; one line each, normalised, as they come
# out again. ("{odd_hole}": the browser knows that nobody fills it.)
odd_strings() {
	perl -CO -Mutf8 -e '
	no warnings;
	my @odd = (
		"<?cs var:token ?>", "<?cs include:\"/etc/passwd\" ?>", "?>", "<?php phpinfo(); ?>", "{{7*7}}",
		"\${7*7}", "#{7*7}", "<%= 7*7 %>", "{odd_hole}", "%s%s%n%n", "%00", "\\0", "\\x00", "\\u0000",
		"<script>alert(1)</script>", "<b>bold</b>", "</textarea><script>x</script>", "</title><h1>x</h1>",
		"<!-- comment", "-->", "]]>", "<![CDATA[x]]>", "<svg onload=alert(1)>", "<img src=x onerror=y>",
		"\" onmouseover=\"x", "\x27 onmouseover=\x27x", "\"><i>", "javascript:alert(1)", "&lt;", "&amp;lt;", "&#60;b&#62;",
		"&", "&&amp;", "&nosuch;", "<", ">", "\"", "\x27", "`id`", "\$(id)", "; id", "| id", "\x27 OR 1=1 -- ",
		"\x27; DROP TABLE ticket; --", "\\\x27", "\\", "=1+1", "\@SUM(A1)", "+1", "-1", "../../etc/passwd",
		"C:\\Windows", "Subject: x%0d%0aBcc: y", "a\tb", "null", "undefined", "true", "0", "00", "NaN", "-0",
		"العربية", "עברית", "中文字", "日本語", "Русский", "Türkçe ıİ", "ß ẞ ſ", "ﷺ", "﷽",
		"é\x{301}", "q" . "\x{300}" x 1000, "Z\x{351}\x{352}\x{35b}algo", "👨‍👩‍👧‍👦", "🏴‍☠️", "🇻🇪🇱", "\x{1F600}",
		"\x{10FFFF}", "\x{FFFE}", "\x{FDD0}", "\x{E000}", "a\x{200B}b", "a\x{200D}b", "a\x{FEFF}b", "a\x{AD}b",
		"a\x{2028}b", "a\x{2029}b", "a\x{202E}evil\x{202C}b", "a\x{2066}b\x{2069}c", "a\x{2067}b\x{2069}c",
		"a\x{200F}b", "a\x{061C}b", "x\x{202E}gpj.exe", "a\x{3000}b", "a\x{1160}b", "½ ⅓ ²", "𝕭𝖔𝖑𝖉", "ｆｕｌｌ",
		"ﬀ ﬁ", "①②③", "۱۲۳ ١٢٣", "a" x 3000,
	);
	my @all = map { my $x = $_; map { sprintf $_, $x } "«%s»", "x%sy", "مرحبا %s نعم" } @odd;

	print map { "$_\0" } @all[0 .. 299];'
}

mapfile -d '' -t odd < <(odd_strings)
is "there are 300 odd strings" "${#odd[@]}" 300
not_logged "${odd[@]}"

story "odd strings in a report and in what is written to it"
report
for ((i = 0; i < ${#odd[@]}; i += 20)); do
	some=("${odd[@]:i:20}")
	text=$(printf '%s\n\n' "${some[@]}")
	get /report/who
	fill reporting_for=business
	press Continue
	post /report/what category=message
	post /report/story description="${text:0:9000}" headers="$text"
	lands_on /report/when
	post /report/when noticed="${some[0]:0:90}" started="${some[1]:0:90}"
	post /report/affected indicators="$text"
	post /report/impact loss_currency="${some[2]:0:40}"
	post /report/help done="${text:0:4900}" told_reference="${some[3]:0:200}"
	post /report/contact org_name="${some[4]:0:200}" org_id="${some[5]:0:50}" name="${some[6]:0:200}" role="${some[7]:0:100}" \
		contact_note="${some[8]:0:200}" contact_how=page
	lands_on /report/sharing
	get /report/story
	holds headers="$text"
	get /report/check
	see "${text:0:9000}" "$text" "${some[0]:0:90}" "${some[1]:0:90}" "${some[2]:0:40}" "${some[3]:0:200}" "${some[4]:0:200}" \
		"${some[5]:0:50}" "${some[6]:0:200}" "${some[7]:0:100}" "${some[8]:0:200}"
	press 'Send report'
	lands_on /report/sent
	remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
	remember secret '(\d{5} \d{5} \d{5} \d{5} \d{5})'
	get /follow
	fill reference="$reference" secret="$secret"
	press 'Open the report'
	see "${text:0:9000}"
	fill body="${text:0:9000}"
	press 'Send message'
	see "${text:0:9000}"
	is "stored byte for byte" "$(rows "SELECT DISTINCT HEX(body) FROM message JOIN ticket ON ticket.id = ticket_id
		WHERE reference = '$reference'")" \
		"$(printf '%s' "${text:0:9000}" | perl -0777 -pe 's/\A\s+|\s+\z//g' | od -An -v -tx1 | tr -d ' \n' | tr a-f A-F)"
	post /report/forget
done

story "odd references and secrets"
get /follow
for ((i = 0; i < ${#odd[@]}; i += 3)); do
	post /follow reference="${odd[i]:0:60}" secret="${odd[i]:0:60}"
	status 422
	holds reference="${odd[i]:0:60}"
done

the_end
