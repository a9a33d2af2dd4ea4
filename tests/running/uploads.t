#!/bin/bash
# Many people send files at the same moment: what comes is stored as it comes,
# and no worker holds a whole file in its memory. `make bench` does it with a
# hundred.
set -u

source=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
. "$source/tests/private"
. "$source/tests/running/tap.sh"

people=24 megabytes=8 most=4096

private_open --serve --demo || exit 1

"$source/tests/load/uploads" "$BELFRY_ADDRESS" "$(pid_of serve)" "$people" "$megabytes" >"$state/tmp/said"
sed 's/^/# /' "$state/tmp/said"
stored=$(sed -n 's/^answers 303 //p' "$state/tmp/said")
holds "files were sent by $people people at once" grep -q '^took' "$state/tmp/said"
# Who waits too long for their turn is told so, by nginx.
is "each got an answer" "$(awk '$1 == "answers" && ($2 == 303 || $2 == 503) { n += $3 } END { print n + 0 }' "$state/tmp/said")" "$people"
holds "files were stored" test "${stored:-0}" -gt 0
holds "those are there, whole" test "$(sql belfry -N -e "SELECT COUNT(*) FROM attachment
	WHERE size = $megabytes << 20 AND sha256 IS NOT NULL")" -ge "${stored:-1}"

# The sanitizers take memory of their own.
if grep -qa __asan_init "$program"; then
	tests=$((tests + 1))
	echo "ok $tests - no worker grows by more than 4 MiB # SKIP sanitizers take memory too"
else
	is "all workers stayed" "$(awk '$1 == "worker" && $4 > 0' "$state/tmp/said" | wc -l)" \
		"$(wc -w <"/proc/$(pid_of serve)/task/$(pid_of serve)/children")"
	while read -r _ pid before after; do
		holds "worker $pid grows by no more than 4 MiB" test $((after - before)) -le $most
	done < <(grep '^worker' "$state/tmp/said")
fi

done_testing
