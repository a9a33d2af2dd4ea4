#!/bin/bash
# Archives and pictures that become enormous or endless for whoever opens them:
# we take them as bytes, store them as bytes and give them back as bytes.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

folder=$BELFRY_STATE/tmp
mkdir "$folder/bombs" "$folder/noise" "$folder/unpacked"
"$BELFRY_SOURCE/tests/pages/bombs" "$folder/bombs" >"$folder/kinds" || exit 1
# As many files of the same sizes, in which nothing can be found.
while IFS=$'\t' read -r name _; do
	head -c "$(stat -c %s "$folder/bombs/$name")" /dev/urandom >"$folder/noise/$name.bin"
done <"$folder/kinds"

echo 'files_most = 20' >>"$BELFRY_STATE/belfry.conf"
person Ola analyst

workers() {
	cat "/proc/$(pid_of serve)/task/$(pid_of serve)/children"
}

# Hundredths of a second of the workers and of the children they waited for.
processor_time() {
	local pid stat sum=0

	for pid in $(workers); do
		stat=$(<"/proc/$pid/stat")
		set -- ${stat##*) }
		sum=$((sum + ${12} + ${13} + ${14} + ${15}))
	done
	echo "$sum"
}

# memory NAME: kilobytes of each worker.
memory() {
	local pid

	for pid in $(workers); do
		sed -n "s/^$1:[[:space:]]*\([0-9]*\) kB/$pid \1/p" "/proc/$pid/status"
	done
}

# From here on the most that a worker holds is counted anew; where the kernel
# does not do that, the most of its life counts.
watch_memory() {
	local pid

	for pid in $(workers); do
		(echo 5 >"/proc/$pid/clear_refs") 2>/dev/null
	done
	memory VmRSS >"$folder/before"
}

stays_small() {
	grep -qa __asan_init "$program" && return
	memory VmHWM >"$folder/most"
	is "no worker ended" "$(cut -d' ' -f1 "$folder/most" | tr '\n' ' ')" "$(cut -d' ' -f1 "$folder/before" | tr '\n' ' ')"
	is "no worker grew by more than 4 MiB" \
		"$(join "$folder/before" "$folder/most" | awk '$3 - $2 > 4096 { print $3 - $2 }')" ""
}

# send FOLDER: a report with all the files in it; what that took is in $took.
report_with() {
	local file before

	get /report/who
	fill reporting_for=myself
	press Continue
	fill category=malware
	press Continue
	fill description='These came by mail.'
	press Continue
	get /report/files
	for file in "$1"/*; do
		attach files "$file"
	done
	before=$(processor_time)
	press Upload
	took=$(($(processor_time) - before))
	status 200
	lands_on /report/files
	see $(ls "$1")
	get /report/check
	press 'Send report'
	lands_on /report/sent
	remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
	remember secret '(\d{5} \d{5} \d{5} \d{5} \d{5})'
}

story "they are sent as evidence"
served
report_with "$folder/noise"
noise=$took
holds_true "looking at noise is seen to take time" test "$noise" -gt 0
as another
watch_memory
report_with "$folder/bombs"
bombs=$reference
stays_small
holds_true "looking at them took $took hundredths of a second, $noise for noise" test "$took" -le $((noise * 3 + 100))
is "each is stored as it came" "$(rows "SELECT name, size, sha256 FROM attachment JOIN ticket ON ticket.id = ticket_id
		WHERE reference = '$reference' ORDER BY name" | tr '\t' ' ')" \
	"$(cd "$folder/bombs" && for file in *; do echo "$file $(stat -c %s "$file") $(sha256sum "$file" | cut -c1-64)"; done | LC_ALL=C sort)"
while IFS=$'\t' read -r name kind; do
	found=$(rows "SELECT sniffed FROM attachment WHERE name = '$name'")
	is "$name is seen for what it is on the outside" "$found" "${kind:-$found}"
done <"$folder/kinds"
is "and looking at none of them came to grief" "$(grep -c 'not recognised' "$BELFRY_STATE/log/serve.log")$(rows "SELECT COUNT(*) FROM attachment
	WHERE sniffed = 'unknown'")" 00
holds_true "nothing was written beside it" test ! -e /tmp/belfry-was-here

story "with a message too"
order over nginx
report
get /follow
fill reference="$reference" secret="$secret"
press 'Open the report'
attach files "$folder/bombs/overlap.zip" again.zip
attach files "$folder/bombs/itself.gz" again.gz
fill body='And these.'
press 'Send message'
status 200
see 'And these.' again.zip again.gz

story "the team fetches them"
order over nginx
sign_in Ola
get "/desk/tickets/$bombs"
see $(ls "$folder/bombs")
watch_memory
for file in "$folder"/bombs/*; do
	name=${file##*/}
	id=$(rows "SELECT id FROM attachment WHERE name = '$name'")
	get "/desk/tickets/$bombs/files/$id"
	status 200
	header Content-Disposition "attachment; filename=\"$name\""
	save "$folder/back"
	holds_true "$name comes back as it was sent" cmp "$file" "$folder/back"
	with 'Accept-Encoding: gzip'
	get "/desk/tickets/$bombs/files/$id/locked"
	header Content-Encoding
	save "$folder/locked.zip"
	holds_true "locked it is hardly larger" test "$(stat -c %s "$folder/locked.zip")" -le $(($(stat -c %s "$file") + 600))
	holds_true "and opens with its password" unzip -o -q -P infected -d "$folder/unpacked" "$folder/locked.zip"
	holds_true "to what was sent" cmp "$file" "$folder/unpacked/$name"
done
stays_small

the_end
