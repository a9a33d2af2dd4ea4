# Shell functions: servers that are kept up, and people who report to them
# without pause. Read by the scripts of this folder, behind tests/private;
# $writers of them.

# What systemd does for an installed Belfry: whatever ends is started again.
keep_up() {
	local name

	for name in database serve work nginx; do
		pid_of "$name" >/dev/null && continue
		end "$name" KILL 0
		"launch_$name"
	done
}

# open_servers OPTION...: Belfry with budgets that nobody reaches from one machine.
open_servers() {
	private_open --demo "$@" || exit 1
	cat >>"$state/belfry.conf" <<-END
		reports_per_address = 1000000
		reports_in_all = 10000000
		drafts_per_address = 1000000
		drafts_in_all = 10000000
		messages_in_all = 1000000
		upload_megabytes_in_all = 1000000
		unsent_megabytes = 100000
	END
	end serve TERM 10
	launch_serve
	wait_until 15 serve sockets_are_there || exit 1
	mkdir -p "$state/soak"
}

# report_while SECONDS COMMAND: people report; COMMAND is called until they stop.
report_while() {
	local reporters
	"$source/tests/soak/reporters.pl" "$BELFRY_ADDRESS" "$state/soak" "$1" "$writers" {lock}>&- &
	reporters=$!
	while kill -0 "$reporters" 2>/dev/null; do
		[ "$2" = : ] || "$2"
		sleep 0.$((RANDOM % 9))
	done
	wait "$reporters"
	keep_up
	wait_until 60 database sql --execute 'DO 0'
}

count_of() {
	cat "$state"/soak/journal.* 2>/dev/null | grep -c "^$1 "
}
