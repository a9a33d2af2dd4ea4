# Shell functions: TAP, and waiting. Read by the tests that start servers
# themselves.

tests=0
broken=0

# holds NAME COMMAND...: one case.
holds() {
	local name=$1
	shift
	tests=$((tests + 1))
	if "$@" >"$state/tap.out" 2>&1; then
		echo "ok $tests - $name"
	else
		broken=$((broken + 1))
		echo "not ok $tests - $name"
		echo "# $*"
		tail -n 20 "$state/tap.out" | sed 's/^/# /'
	fi
}

# is NAME FOUND WANTED
is() {
	holds "$1" test "$2" = "$3" || :
}

# within SECONDS COMMAND...: asked again until it is true, or the time is over.
within() {
	local end=$((${EPOCHREALTIME/./} + $1 * 1000000))
	shift
	until "$@" >/dev/null 2>&1; do
		((${EPOCHREALTIME/./} < end)) || return 1
		sleep 0.02
	done
}

done_testing() {
	echo "1..$tests"
	[ "$broken" = 0 ]
}
