#!/bin/bash
# What others know of weaknesses: read from files by an operator, shown with each CVE id
# of an advisory, and in its document for machines.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/advisory.sh"

folder=$BELFRY_STATE/tmp
# said STATUS TEXT... -- ARGUMENT...: belfry import ends so and says this.
said() {
	local wanted=$1 texts=() text status=0
	shift

	while [ "$1" != -- ]; do
		texts+=("$1")
		shift
	done
	shift
	env BELFRY_NOW='2026-11-24 08:00:00' timeout 120 "$BELFRY" import "$@" >"$folder/said" 2>&1 || status=$?
	is "import $1 ${2##*/} ends with $wanted" "$status $([ "$status" = "$wanted" ] || tail -n 3 "$folder/said")" "$wanted "
	for text in "${texts[@]}"; do
		holds_true "and says '$text'" grep -qF -e "$text" "$folder/said"
	done
}
# catalogue DAY CVE...: exploited since the first of March.
catalogue() {
	local day=$1 entries= cve
	shift

	for cve; do
		entries+=",{\"cveID\":\"$cve\",\"vendorProject\":\"Lantern\",\"dateAdded\":\"2026-03-01\"}"
	done
	printf '{"title":"Invented","catalogVersion":"%s","dateReleased":"%sT15:00:00.0000Z","count":%d,"vulnerabilities":[%s]}\n' \
		"${day//-/.}" "$day" $# "${entries#,}"
}
# scores DAY LINE...
scores() {
	printf '#model_version:v1,score_date:%sT00:00:00+0000\ncve,epss,percentile\n' "$1"
	shift
	[ $# = 0 ] || printf '%s\n' "$@"
}
there() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', name, as_of, release_name, entries) ORDER BY name SEPARATOR ', ') FROM threat_source"
}
numbers() {
	rows "SELECT (SELECT COUNT(*) FROM threat_exploited), (SELECT COUNT(*) FROM threat_likely)" | tr '\t' ' '
}

story "files that are read"
catalogue 2026-11-20 CVE-2026-990017 CVE-2026-990020 CVE-26-1 >"$folder/kev.json"
said 0 '2 weaknesses, as of 2026-11-20 (2026.11.20)' '1 could not be read' 'entry 3 cannot be read' -- kev "$folder/kev.json"
{
	scores 2026-11-21 CVE-2026-990017,0.94321,0.97203 CVE-2026-990018,0.00012,0.0312 nonsense CVE-2026-990019,7,0.5
	perl -e 'printf "CVE-2025-%06d,0.%05d,0.%05d\n", $_, $_ % 99999, $_ % 99999 for 1 .. 3500'
} | gzip >"$folder/epss.csv.gz"
said 0 '3502 weaknesses, as of 2026-11-21 (v1)' '2 could not be read' 'line 5 cannot be read' 'line 6 cannot be read' -- epss "$folder/epss.csv.gz"
is "both are there" "$(there)" 'epss 2026-11-21 v1 3502, kev 2026-11-20 2026.11.20 2'
is "on record" "$(rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', action, to_value) ORDER BY id) FROM event WHERE object = 'threats'")" \
	'kev 2026-11-20,epss 2026-11-21'

story "an advisory says it"
now '2026-11-24 09:00:00'
person writer analyst
person reviewer duty_lead
published weaknesses=$'CVE-2026-990017\nCVE-2026-990018\nCVE-2026-990099' links='https://maker.example/ What the maker says'
as nobody
for language in en fr ar; do
	speak $language
	get "/advisories/$advisory"
	see CVE-2026-990017 CVE-2026-990099
	is "of one that it is exploited" "$(page | grep -c '<p class="stop"><strong>')" 1
	is "of two how likely it is" "$(page | grep -oE 'EPSS[^<]*(0\.94|&lt;0\.01)' | wc -l)" 2
done
speak en
get "/advisories/$advisory"
see 'Known to be exploited since 1 March 2026 (CISA KEV, list of 20 November 2026)' \
	'EPSS 0.94 (percentile 97), as of 21 November 2026' 'EPSS <0.01 (percentile 3), as of 21 November 2026'
as reviewer
get "/desk/publish/advisories/$advisory"
see CVE-2026-990018 'Known to be exploited since 1 March 2026 (CISA KEV, list of 20 November 2026)'
get "/desk/publish/advisories/$advisory/preview/en"
see 'Known to be exploited since 1 March 2026 (CISA KEV, list of 20 November 2026)'
is "the document for machines too" "$(rows "SELECT JSON_VALUE(bytes, '\$.vulnerabilities[0].threats[0].category'),
	JSON_VALUE(bytes, '\$.vulnerabilities[0].threats[0].details'), JSON_LENGTH(bytes, '\$.vulnerabilities[1].threats')
	FROM advisory_document LIMIT 1" | tr '\t' '|')" \
	'exploit_status|Known to be exploited since 1 March 2026 (CISA KEV, list of 20 November 2026)|NULL'

story "newer ones take their place, older ones do not"
catalogue 2026-11-19 CVE-2026-990001 >"$folder/old.json"
said 1 'it is of 2026-11-19, and one of 2026-11-20 is there already; --force reads it all the same' -- kev "$folder/old.json"
is "it stays" "$(there)" 'epss 2026-11-21 v1 3502, kev 2026-11-20 2026.11.20 2'
catalogue 2026-11-22 CVE-2026-990018 >"$folder/new.json"
said 0 -- kev "$folder/new.json"
as nobody
get "/advisories/$advisory"
see 'list of 22 November 2026'
is "of the other one" "$(page | grep -c 'Known to be exploited')" 1
said 0 -- kev "$folder/old.json" --force
is "by force it does" "$(there)" 'epss 2026-11-21 v1 3502, kev 2026-11-19 2026.11.19 1'
is "nothing of before is left" "$(numbers)" '1 3502'

story "what is none leaves what is there"
earlier=$(there)
: >"$folder/empty"
said 1 'it is empty' -- kev "$folder/empty"
said 1 -- kev "$folder/nowhere"
said 1 -- epss "$folder"
said 1 'is no table of EPSS' -- epss "$folder/kev.json"
said 1 'line 1' -- kev "$folder/epss.csv.gz"
scores 2026-11-23 >"$folder/bare.csv"
said 1 'there is no entry in it that can be read' -- epss "$folder/bare.csv"
scores 2026-11-23 x y z >"$folder/wrong.csv"
said 1 'there is no entry in it that can be read' 'line 3 cannot be read' -- epss "$folder/wrong.csv"
{ scores 2026-11-23; perl -e 'printf "CVE-2024-%06d,0.%05d,0.5\n", $_, $_ * 7919 % 99999 for 1 .. 30000'; } | gzip >"$folder/whole.gz"
head -c $(($(stat -c %s "$folder/whole.gz") * 3 / 4)) "$folder/whole.gz" >"$folder/cut.gz"
said 1 'its end is missing; what was there before stays' -- epss "$folder/cut.gz"
perl -e 'print "{" x 40000000' >"$folder/large.json"
said 1 'it is larger than such a catalogue is' -- kev "$folder/large.json"
said 2 'usage: belfry import kev FILE' -- nothing "$folder/kev.json"
is "the same is there" "$(there)" "$earlier"
for i in 1 2 3; do
	env BELFRY_NOW='2026-11-24 08:00:00' "$BELFRY" import epss "$folder/whole.gz" >/dev/null 2>&1 &
	sleep 0.$((i * 2))
	kill -9 $! 2>/dev/null
	wait $! 2>/dev/null
done
get "/advisories/$advisory"
status 200
said 0 '30000 weaknesses, as of 2026-11-23 (v1)' -- epss "$folder/whole.gz"
is "killed before or not, it is whole in the end" "$(numbers)" '1 30000'

the_end
