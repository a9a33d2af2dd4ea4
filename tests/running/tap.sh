# Shell functions: TAP. Read by the tests of this folder.

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

done_testing() {
	echo "1..$tests"
	[ "$broken" = 0 ]
}
