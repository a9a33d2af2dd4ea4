# More words of the stories: what leaves by mail. Read after story.sh by the tests
# that need a mail server.
#
#   mail_server [ARGUMENT...]   starts one (tests/mails/server)
#   with_mail [LINE...]         the story's pages and deliver use it
#   mail_story TITLE HH:MM:SS   a story with mail, on a day of its own ($day, $today);
#                          $before is how many have come until then
#   deliver 'YYYY-MM-DD HH:MM:SS'   what is due at that moment leaves
#   mails                  how many have come there; printed
#   mail N [OPTION]        the N-th as its reader sees it (tests/mails/read); printed
#   envelope N             from whom and to whom the server was told; printed
#   behave LINE...         what the server does from now on; without any: its work
#   outbox COLUMNS [CONDITION]   rows of the outbox, in their order; printed
#   in_mail N TEXT..., not_in_mail N TEXT...

mailbox=$BELFRY_STATE/mailbox

mail_server() {
	local pid

	mkdir -p "$mailbox"
	rm -f "$mailbox/port"
	"$BELFRY_SOURCE/tests/mails/server" "$mailbox" "$@" >>"$mailbox/log" 2>&1 &
	pid=$!
	disown
	until [ -s "$mailbox/port" ]; do
		kill -0 "$pid" 2>/dev/null || {
			order ok 0 "a mail server starts" "$(tail -n 5 "$mailbox/log")"
			return 1
		}
		sleep 0.05
	done
	mail_port=$(cat "$mailbox/port")
}

with_mail() {
	setting "mail_host = 127.0.0.1" "mail_port = $mail_port" "mail_tls = none" "$@"
}

day=0
mail_story() {
	story "$1"
	with_mail
	day=$((day + 1))
	today=$(date -u -d "2026-11-23 + $day days" +%F)
	now "$today $2"
	before=$(mails)
}

deliver() {
	env BELFRY_NOW="$1" BELFRY_CONF="$BELFRY_STATE/story.conf" \
		timeout 120 "$BELFRY" work --once 2>>"$mailbox/work.log"
}

mails() {
	find "$mailbox" -name '*.eml' | wc -l
}

mail() {
	"$BELFRY_SOURCE/tests/mails/read" ${2:-} "$mailbox/$1.eml"
}

envelope() {
	sed -E '/^(from|to) /!d; s/<<>>/<>/' "$mailbox/$1.envelope" | tr '\n' ' ' | sed 's/ $//'
}

behave() {
	printf '%s\n' "$@" >"$mailbox/behave.new"
	mv "$mailbox/behave.new" "$mailbox/behave"
}

outbox() {
	rows "SELECT $1 FROM (SELECT outbox.* FROM outbox ORDER BY id LIMIT 10000) AS outbox WHERE ${2:-TRUE}" | tr '\t\n' '  ' | sed 's/ $//'
}

in_mail() {
	local number=$1 text said
	shift

	said=$(mail "$number" 2>&1)
	for text; do
		if grep -qF -- "$text" <<<"$said"; then
			order ok 1 "mail $number says '$text'"
		else
			order ok 0 "mail $number says '$text'" "$said"
		fi
	done
}

# As it was sent, and as it is read.
not_in_mail() {
	local number=$1 text said
	shift

	said=$(cat "$mailbox/$number.eml"; mail "$number" 2>&1; mail "$number" --html 2>&1)
	for text; do
		if grep -qF -- "$text" <<<"$said"; then
			order ok 0 "mail $number does not say '$text'" "$said"
		else
			order ok 1 "mail $number does not say '$text'"
		fi
	done
}
