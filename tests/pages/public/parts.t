#!/bin/bash
# Forms in parts as no browser sends them: each is taken or refused as it says in
# tests/pages/parts, what was whole of it is kept, and nothing else is.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

folder=$BELFRY_STATE/tmp/parts
mkdir "$folder"

workers() {
	cat "/proc/$(pid_of serve)/task/$(pid_of serve)/children"
}

memory() {
	local pid

	for pid in $(workers); do
		sed -n "s/^$1:[[:space:]]*\([0-9]*\) kB/$pid \1/p" "/proc/$pid/status"
	done
}

story "odd bodies, one after another"
served
get /report/who
fill reporting_for=myself
press Continue
fill category=malware
press Continue
lands_on /report/story
"$BELFRY_SOURCE/tests/pages/parts" "$folder" "$(token)" >"$folder/list" || exit 1
for pid in $(workers); do
	(echo 5 >"/proc/$pid/clear_refs") 2>/dev/null
done
memory VmRSS >"$folder/before"

while IFS=$'\t' read -r number kind wanted kept what; do
	order quiet 1
	send /report/files "$kind" "$folder/$number"
	order quiet 0
	found=$(rows "SELECT GROUP_CONCAT(LEFT(IFNULL(sha256, 'begun'), 16) ORDER BY id),
			(SELECT COUNT(*) FROM attachment_part p LEFT JOIN attachment a ON a.id = p.attachment_id WHERE a.id IS NULL),
			COUNT(*) FROM attachment; DELETE FROM attachment_part; DELETE FROM attachment")
	IFS=$'\t' read -r digests orphans _ <<<"$found"
	order status "$wanted"
	is "$what: what is kept" "${digests/NULL/-} $orphans" "$kept 0"
done <"$folder/list"
holds_true "there were many" test "$(wc -l <"$folder/list")" -gt 130
is "nothing of them is left between us" "$(find "$BELFRY_STATE/nginx/body" -type f | wc -l)" 0
if ! grep -qa __asan_init "$program"; then
	memory VmHWM >"$folder/most"
	is "no worker ended" "$(cut -d' ' -f1 "$folder/most" | tr '\n' ' ')" "$(cut -d' ' -f1 "$folder/before" | tr '\n' ' ')"
	is "no worker grew by more than 8 MiB" \
		"$(join "$folder/before" "$folder/most" | awk '$3 - $2 > 8192 { print $3 - $2 }')" ""
fi

story "and the form goes on"
order over nginx
report

the_end
