#!/bin/bash
# What breaks around Belfry, one thing at a time: people get a clear page in
# time, what is acknowledged is kept, and it heals by itself.
set -u

source=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
# A small disk of our own to fill, where the kernel lets us have one.
if [ -z "${BELFRY_SMALL_DISK:-}" ]; then
	for become in "unshare --mount" "unshare --mount --map-root-user"; do
		$become mount -t tmpfs -o size=1m none /mnt 2>/dev/null &&
			BELFRY_SMALL_DISK=yes exec $become "$0"
	done
	export BELFRY_SMALL_DISK=no
fi
. "$source/tests/private"
. "$source/tests/running/tap.sh"

private_open --serve --durable --demo || exit 1
echo 'drafts_per_address = 1000000' >>"$state/belfry.conf"
kill -HUP "$(pid_of serve)"
leave() {
	end serve TERM 10
	end database KILL 1
	umount -l "$state/disk" 2>/dev/null
	private_close
}
trap leave EXIT
jar=$state/tmp/jar page=$state/tmp/page

# ask ARGUMENT...: the status, and the page in $page; milliseconds in $took.
ask() {
	local began=${EPOCHREALTIME/./}
	status=$(curl -s -m 60 -b "$jar" -c "$jar" -H "Origin: $BELFRY_ADDRESS" -o "$page" -w '%{http_code}' "$@")
	took=$(((${EPOCHREALTIME/./} - began) / 1000))
}

token() {
	grep -o 'name="token" value="[^"]*"' "$page" | head -n 1 | cut -d'"' -f4
}

asks_the_database() {
	ask "$BELFRY_ADDRESS/report/what"
	[ "$status" = 200 ]
}

begin_report() {
	rm -f "$jar"
	ask "$BELFRY_ADDRESS/report/who"
	ask --data-urlencode "token=$(token)" -d reporting_for=myself "$BELFRY_ADDRESS/report/who"
	ask "$BELFRY_ADDRESS/report/what"
}

begin_report
is "a page of a report comes" "$status" 200

# none_is_open: all workers are shut in; the others are in $open_workers. One that
# was just begun needs a moment for it.
none_is_open() {
	local pid

	open_workers=
	for pid in $(cat "/proc/$(pid_of serve)/task/$(pid_of serve)/children"); do
		grep -q '^Seccomp:.*2$' "/proc/$pid/status" && grep -q '^NoNewPrivs:.*1$' "/proc/$pid/status" ||
			open_workers+=" $pid"
	done
	[ -z "$open_workers" ]
}

# Not where sanitizers look: they make calls of their own.
if ! grep -qa __asan_init "$program"; then
	within 30 none_is_open
	is "every worker is shut in" "$open_workers" ""
fi



# --- a MariaDB that does not answer: stopped, not gone

kill -STOP "$(pid_of database)"
ask "$BELFRY_ADDRESS/report/what"
is "without an answer of the database the page says so" "$status" 503
holds "and says it in time (it took $took ms)" test "$took" -lt 8000
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	curl -s -m 60 -b "$jar" -o /dev/null "$BELFRY_ADDRESS/report/what" &
	waiting[i]=$!
done
sleep 0.2
ask "$BELFRY_ADDRESS/report"
is "a page without the database comes all the same" "$status" 200
holds "and does not wait behind those that want it (it took $took ms)" test "$took" -lt 10000
wait "${waiting[@]}"
kill -CONT "$(pid_of database)"
holds "it heals without a restart" within 30 asks_the_database


# --- nginx takes new settings while people come

failures=$state/tmp/failures

# Three, who ask sixty times each; what fails is in $failures.
people_come() {
	local i n

	: >"$failures"
	for i in 1 2 3; do
		(
			for ((n = 0; n < 60; n++)); do
				curl -sf -m 20 -o /dev/null "$BELFRY_ADDRESS/report" || echo "$? at $n" >>"$failures"
			done
		) &
		visitors[i]=$!
	done
}

people_come
for i in 1 2 3 4 5; do
	sleep 0.2
	kill -HUP "$(pid_of nginx)"
done
wait "${visitors[@]}"
is "no request fails while nginx reloads" "$(cat "$failures")" ""


# --- the workers are renewed while people come

people_come
for i in 1 2 3; do
	sleep 0.3
	kill -HUP "$(pid_of serve)"
done
wait "${visitors[@]}"
is "no request fails while the workers are renewed" "$(cat "$failures")" ""


# --- the disk of the database is full

send_long_stories() {
	local n
	long=$(head -c 30000 /dev/urandom | base64 -w 0 | head -c 9000)
	for ((n = 0; n < 3000; n++)); do
		begin_report
		[ "$status" = 200 ] || return 0
		ask --data-urlencode "token=$(token)" -d category=malware "$BELFRY_ADDRESS/report/what"
		ask "$BELFRY_ADDRESS/report/story"
		[ "$status" = 200 ] || return 0
		ask --data-urlencode "token=$(token)" --data-urlencode "description=$long" "$BELFRY_ADDRESS/report/story"
		[ "$status" = 303 ] || return 0
		((stored++))
	done
	return 1
}

send_file() {
	ask "$BELFRY_ADDRESS/report/files"
	ask -F "token=$(token)" -F "files=@$source/README.md" -F add_files=1 "$BELFRY_ADDRESS/report/files"
}

if [ "$BELFRY_SMALL_DISK" = yes ]; then
	end serve TERM 15
	end database TERM 60
	mkdir -p "$state/disk"
	size=$(($(du -sm "$state/database" | cut -f1) + 100))
	mount -t tmpfs -o "size=${size}m" none "$state/disk"
	cp -r "$state/database" "$state/disk/"
	mv "$state/database" "$state/database.before"
	ln -s "$state/disk/database" "$state/database"
	# A disk in memory takes no direct writes.
	database_options+=(--innodb-flush-method=fsync)
	launch_database
	wait_until 60 database sql --execute 'DO 0' || exit 1
	launch_serve
	wait_until 15 serve sockets_are_there || exit 1
	sed -i '/^disk_reserve/d' "$state/belfry.conf"
	printf 'disk_folder = %s\ndisk_reserve_megabytes = 5000\n' "$state/disk" >>"$state/belfry.conf"
	end serve TERM 15
	launch_serve
	wait_until 15 serve sockets_are_there || exit 1
	begin_report
	is "it runs on a small disk" "$status" 200
	send_file
	holds "which takes a file" grep -q '>README.md<' "$page"
	# All but a little is somebody else's.
	dd if=/dev/zero of="$state/disk/other" bs=1M count=$(($(df -m --output=avail "$state/disk" | tail -n 1) - 3)) 2>/dev/null
	begin_report
	send_file
	is "below the reserve it takes no file" "$status" 422
	holds "and says so" grep -q 'We cannot take files at the moment' "$page"
	stored=0
	holds "the disk fills up" send_long_stories
	is "who then sends something is told" "$status" 503
	holds "what was typed is kept in the page" grep -q 'What you typed is kept' "$page"
	ask "$BELFRY_ADDRESS/"
	is "pages are read as before" "$status" 200
	drafts=$(sql -NBe "SELECT COUNT(*) FROM belfry.draft_answer WHERE field = 'description' AND LENGTH(value) = 9000")
	is "each story that was taken is there, whole" "$drafts" "$stored"
	holds "and some were taken" test "$stored" -gt 0
	rm "$state/disk/other"
	holds "with room again it heals without a restart" within 30 asks_the_database
	begin_report
	ask --data-urlencode "token=$(token)" -d category=malware "$BELFRY_ADDRESS/report/what"
	is "and takes what is sent" "$status" 303

	# The log's disk: what cannot be logged is served all the same.
	end serve TERM 15
	ln -sf /dev/full "$state/log/serve.log"
	launch_serve
	wait_until 15 serve sockets_are_there || exit 1
	begin_report
	is "without room for the log pages come" "$status" 200
else
	echo "ok $((++tests)) - a full disk # SKIP no small disk can be mounted here"
fi

done_testing
