#!/bin/bash
# `make run`: starts, restarts what dies, survives being killed, stops.
set -u

source=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
. "$source/tests/private"
. "$source/tests/running/tap.sh"

mkdir -p "$build/var/tests"
state=$(mktemp -d "$build/var/tests/run.XXXXXX")
exec {lock}>"$state/lock.test"
port=$(free_port)
address=http://127.0.0.1:$port

# As from a terminal: a script's background jobs ignore Ctrl-C otherwise.
start_run() {
	rm -f "$state/run.out"
	BELFRY_STATE=$state PORT=$port HOST=desk.example \
		env --default-signal=INT,QUIT "$source/conf/run" >"$state/run.out" 2>&1 {lock}>&- &
	run=$!
	disown
}

greeted() { grep -q 'Ctrl-C stops' "$state/run.out"; }
answers() { curl -sf -m 2 -o /dev/null "$address/"; }
gone() { ! started "$1"; }

tidy() {
	kill -KILL "$run" 2>/dev/null
	for name in nginx work serve database; do
		end "$name" KILL 1
	done
	runtime=$(readlink "$state/runtime") && remove_runtime
	rm -rf "$state"
}
trap tidy EXIT
trap 'exit 1' INT TERM HUP

start_run
holds "it starts" within 90 greeted
if ! greeted; then
	sed 's/^/# /' "$state/run.out"
	done_testing
	exit
fi
holds "it prints its address" grep -qF -e "$address/" "$state/run.out"
holds "it prints the demo's sign-ins" grep -q '@' "$state/run.out"
holds "it answers" within 5 answers
is "it answers to the name given" \
	"$(curl -s -o /dev/null -w '%{http_code}' -H 'Host: desk.example' "$address/")" 200
runtime=$(readlink "$state/runtime")

is "a second one says that the first is running" \
	"$(BELFRY_STATE=$state PORT=$port timeout 30 "$source/conf/run" 2>&1 | grep -c 'runs already')" 1

sql -e 'CREATE TABLE belfry.kept_by_test (n INT); INSERT INTO belfry.kept_by_test VALUES (42)'

# again NAME PROCESS: it is there, as another process.
again() { now=$(pid_of "$1") && [ "$now" != "$2" ] && answers; }
for name in serve work nginx database; do
	old=$(pid_of "$name")
	kill -KILL "$old"
	holds "$name is started again when it dies" within 10 again "$name" "$old"
done

for name in nginx serve work database; do
	pid_of "$name"
done >"$state/left"
kill -KILL "$run"
within 5 gone "$run"
start_run
holds "after kill -9 it starts again" within 90 greeted
holds "it answers again" within 5 answers
left_alive=
while read -r pid; do
	gone "$pid" >/dev/null || left_alive="$left_alive $pid"
done <"$state/left"
is "what the killed one left behind is gone" "$left_alive" ""
is "the data is still there" "$(sql -NBe 'SELECT n FROM belfry.kept_by_test')" 42

taken_by_us=$(BELFRY_STATE=$state/other PORT=$port timeout 30 "$source/conf/run" 2>&1)
holds "a taken port is named" grep -q "Port $port is taken" <<<"$taken_by_us"

for name in nginx serve work database; do
	pid_of "$name"
done >"$state/left"
kill -INT "$run"
holds "Ctrl-C stops it" within 60 gone "$run"
left_alive=
while read -r pid; do
	gone "$pid" >/dev/null || left_alive="$left_alive $pid"
done <"$state/left"
is "nothing keeps running" "$left_alive" ""
holds "its sockets are gone" test ! -e "$runtime"

done_testing
