#!/bin/bash
# belfry work and a real mail server: TLS, signing in, refusals, silence, absence;
# killed in every moment, and several at once.
set -u

source=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
. "$source/tests/private"
. "$source/tests/running/tap.sh"

private_open || exit 1

day=2026-11-24
mkdir -p "$state/keys"
sql belfry --execute "
	INSERT INTO team (id, code, name, short_name, country, zone, email, phone, emergency_phone, address,
		privacy_contact, complaint_body, retention_months, demo)
	VALUES (1, 'TEST', 'A Team', 'TEST', 'Testland', 'Africa/Nairobi', 'team@cirt.example', '1', '2', 'x', 'x', 'x', 1, TRUE);
	INSERT INTO person (id, name) VALUES (1, 'Somebody');
	INSERT INTO account (id, person_id, email, email_key, created_at)
	VALUES (1, 1, 'a@x.example', 'a@x.example', '$day')"

# --- words

# server NAME [ARGUMENT...]: a mail server with a folder of its own; $port, $box.
server() {
	box=$state/mail-$1
	shift
	mkdir -p "$box"
	"$source/tests/mails/server" "$box" "$@" >"$box/log" 2>&1 {lock}>&- &
	server=$!
	disown
	within 60 test -s "$box/port" || {
		sed 's/^/# /' "$box/log"
		return 1
	}
	port=$(cat "$box/port")
}

# settings LINE...: of the next belfry work.
settings() {
	{
		cat "$state/belfry.conf"
		printf '%s\n' "mail_host = 127.0.0.1" "mail_port = $port" "$@"
	} >"$state/work.conf"
}

behave() {
	printf '%s\n' "$@" >"$box/behave.new"
	mv "$box/behave.new" "$box/behave"
}

# rows N: so many new mails wait, and no others.
new_mails() {
	sql belfry --execute "DELETE FROM outbox;
		INSERT INTO outbox (kind, account_id, recipient, language, message_id, made_at, ends_at, next_at)
		SELECT 'password', 1, CONCAT('reader', seq, '@x.example'), 'en', CONCAT('m', seq, '.$RANDOM@cirt.example'),
			'$day 08:00:00', '2027-01-01', '$day 08:00:00' FROM seq_1_to_$1"
}

# work_at TIME: everything that is due then, once.
work_at() {
	BELFRY_NOW=$1 BELFRY_CONF=$state/work.conf timeout 120 "$program" work --once 2>>"$state/log/mail.log" {lock}>&-
}

of_outbox() {
	sql -BN belfry --execute "SELECT $1 FROM outbox" | tr '\t\n' '  ' | sed 's/ $//'
}

arrived() {
	find "$box" -name '*.eml' | wc -l
}

# The mails of this server by Message-ID and Date: "COUNT ID DATE".
by_id() {
	local file

	for file in "$box"/*.eml; do
		[ -f "$file" ] && printf '%s %s\n' "$(sed -n 's/^Message-ID: //p' "$file" | tr -d '\r')" \
			"$(sed -n 's/^Date: //p' "$file" | tr -d '\r')"
	done | sort | uniq -c
}

# --- TLS: an authority, a server it vouches for, and others

authority() {
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$1" \
		-keyout "$state/keys/$1.key" -out "$state/keys/$1.pem"
}
certificate() {
	openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$1" \
		-keyout "$state/keys/$1.key" -out "$state/keys/$1.csr" &&
	openssl x509 -req -in "$state/keys/$1.csr" -CA "$state/keys/$2.pem" -CAkey "$state/keys/$2.key" \
		-CAcreateserial -days "$4" -extfile <(echo "subjectAltName=$3") -out "$state/keys/$1.pem"
}
{
	authority ours && authority another &&
	certificate good ours IP:127.0.0.1 2 && certificate elsewhere ours DNS:mail.example 2 &&
	certificate foreign another IP:127.0.0.1 2
} >"$state/log/keys.log" 2>&1 || { sed 's/^/# /' "$state/log/keys.log"; exit 1; }

tls="mail_authorities = $state/keys/ours.pem"
server good --certificate "$state/keys/good.pem" --key "$state/keys/good.key"
new_mails 1
settings "$tls"
work_at "$day 08:00:10"
is "by STARTTLS, without being asked to" "$(of_outbox state) $(grep '^tls' "$box/1.envelope")" "sent tls yes"
is "it calls itself by its address" "$(grep '^helo' "$box/1.envelope")" "helo [127.0.0.1]"

new_mails 1
settings
work_at "$day 08:00:10"
is "an authority that nobody knows: nothing is sent" "$(of_outbox state,tries) $(arrived)" "waiting 1 1"
holds "and it is said why" grep -qi 'certificate' <(of_outbox answer)

for which in elsewhere foreign; do
	server $which --certificate "$state/keys/$which.pem" --key "$state/keys/$which.key"
	new_mails 1
	settings "$tls"
	work_at "$day 08:00:10"
	is "the certificate of $which: nothing is sent" "$(of_outbox state,tries) $(arrived)" "waiting 1 0"
done

server plain
new_mails 1
settings
work_at "$day 08:00:10"
is "a server without STARTTLS: nothing is sent" "$(of_outbox state,tries) $(arrived)" "waiting 1 0"
settings "mail_tls = none"
work_at "$day 08:02:00"
is "unless the settings say so" "$(of_outbox state,tries) $(arrived)" "sent 2 1"

server whole --whole --certificate "$state/keys/good.pem" --key "$state/keys/good.key"
new_mails 1
settings "$tls" "mail_tls = whole"
work_at "$day 08:00:10"
is "TLS from the first byte on" "$(of_outbox state) $(grep '^tls' "$box/1.envelope")" "sent tls yes"

server user --certificate "$state/keys/good.pem" --key "$state/keys/good.key" --user 'belfry@cirt.example:correct horse'
echo 'wrong' >"$state/keys/password"
new_mails 1
settings "$tls" "mail_user = belfry@cirt.example" "mail_password_file = $state/keys/password"
work_at "$day 08:00:10"
is "with a wrong password it waits" "$(of_outbox state,tries) $(arrived)" "waiting 1 0"
holds "and the page has the server's words" grep -q '^535' <(of_outbox answer)
echo 'correct horse' >"$state/keys/password"
work_at "$day 08:02:00"
is "with the right one it leaves" "$(of_outbox state,tries) $(grep '^user' "$box/1.envelope")" \
	"sent 2 user belfry@cirt.example"
holds "no password is in the log" sh -c '! grep -qE "wrong|correct horse" "$1"' - "$state/log/mail.log"

# --- refusals, silence, absence

server moody
# as BEHAVIOUR OUTCOME [SECONDS]: one mail, one try, of that length at most.
as() {
	local before

	settings "mail_tls = none" "mail_seconds = ${3:-60}"
	new_mails 1
	behave "$1"
	before=$(arrived)
	work_at "$day 08:00:10"
	is "$1" "$(of_outbox state,tries) $(($(arrived) - before))" "$2"
}
as 'rcpt 450 4.2.0 busy' 'waiting 1 0'
as 'rcpt 550 5.1.1 nobody' 'given_up 1 0'
as 'data 451 4.3.0 disk' 'waiting 1 0'
as 'data 554 5.7.1 no' 'given_up 1 0'
as 'mail 550 5.7.1 not you' 'waiting 1 0'
as 'greet 421 later' 'waiting 1 0'
as 'greet 554 never' 'waiting 1 0'
as 'greet hang' 'waiting 1 0' 2
as 'data hang' 'waiting 1 1' 5
as 'data drop' 'waiting 1 1'
behave
work_at "$day 08:05:00"
is "what was taken without a word is sent again" "$(of_outbox state,tries)" "sent 2"
is "under the same Message-ID and Date" "$(by_id | sort -n | tail -n 1 | awk '{ print $1 }')" 2

new_mails 3
behave 'greet hang'

work_at "$day 08:00:10"
is "a server that says nothing is asked once, not for each mail" "$(of_outbox 'SUM(tries)')" 1
new_mails 3
settings "mail_tls = none"
behave 'rcpt 450 busy'
work_at "$day 08:00:10"
is "one that refuses a mail for now is asked for the others" "$(of_outbox 'SUM(tries)')" 3

kill "$server"
within 10 sh -c '! kill -0 "$1"' - "$server"
new_mails 1
work_at "$day 08:00:10"
is "a server that is away" "$(of_outbox state,tries)" "waiting 1"
tried=
for minute in $(seq 1 10 3000); do
	work_at "$(date -u -d "$day 08:00 UTC + $minute minutes" '+%F %T')"
	now=$(of_outbox tries)
	[ "$now" = "${tried##* }" ] || tried="$tried $now"
	[ "$now" -lt 6 ] || break
done
holds "is asked less and less often" test "$minute" -gt 40
sql belfry --execute "UPDATE outbox SET ends_at = '$day 20:00:00'"
work_at "$day 19:00:00"
work_at "$day 23:00:00"
is "and given up in the end" "$(of_outbox state)" given_up

# --- killed

server killed
settings "mail_tls = none"
count=25
new_mails $count
behave 'data slow 0.03'
kills=0
for round in $(seq 1 40); do
	minutes=$((round * 10))
	work_at_moment=$(date -u -d "$day 08:00 UTC + $minutes minutes" '+%F %T')
	BELFRY_NOW=$work_at_moment BELFRY_CONF=$state/work.conf "$program" work --once 2>>"$state/log/mail.log" {lock}>&- &
	worker=$!
	sleep "0.0$((RANDOM % 10))$((RANDOM % 10))"
	[ $((RANDOM % 3)) = 0 ] && sleep 0.1
	kill -KILL "$worker" 2>/dev/null && kills=$((kills + 1))
	wait "$worker" 2>/dev/null
	[ "$(of_outbox "SUM(state = 'sent')")" = $count ] && break
done
behave
work_at "$day 23:00:00"
is "killed $kills times, all have left" "$(of_outbox "SUM(state = 'sent')")" $count
is "each Message-ID is one of a row" "$(comm -13 <(of_outbox message_id | tr ' ' '\n' | sort) \
	<(by_id | awk '{ gsub(/[<>]/, "", $2); print $2 }' | sort -u))" ""
is "and each row's mail is there" "$(by_id | awk '{ print $2 }' | sort -u | wc -l)" $count
is "what came twice is the same mail, by Message-ID and Date" "$(by_id | wc -l)" $count
is "to the same reader" "$(for file in "$box"/*.eml; do
		printf '%s %s\n' "$(sed -n 's/^Message-ID: //p' "$file")" "$(sed -n 's/^To: //p' "$file")"
	done | sort -u | wc -l)" $count
echo "# $(arrived) mails for $count rows and $kills kills"
holds "no more came twice than were killed" test $(($(arrived) - count)) -le "$kills"

# Between the server's 250 and the commit: somebody holds the row meanwhile, and
# the server waits for that.
new_mails 1
behave 'data wait'
before=$(arrived)
BELFRY_NOW="$day 08:00:10" BELFRY_CONF=$state/work.conf "$program" work --once 2>>"$state/log/mail.log" {lock}>&- &
worker=$!
holds "the server has it" within 60 test -f "$box/$((before + 1)).eml"
sql belfry --execute "BEGIN; SELECT id FROM outbox FOR UPDATE; DO SLEEP(100)" >/dev/null 2>&1 {lock}>&- &
holder=$!
disown
is_held() {
	[ "$(sql -BN --execute "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'DO SLEEP%'")" = 1 ]
}
holds "somebody holds the row" within 30 is_held
: >"$box/go"
# Or it has waited for as long as it does, and ended.
waits() {
	[ "$(sql -BN --execute "SELECT COUNT(*) FROM information_schema.processlist
		WHERE user = 'belfry_work' AND info LIKE 'UPDATE outbox SET state%'")" = 1 ] || ! started "$worker"
}
holds "it has its 250, and waits to say so" within 30 waits
kill -KILL "$worker" "$holder" 2>/dev/null
wait "$worker" 2>/dev/null
sql --execute "SELECT id INTO @id FROM information_schema.processlist WHERE info LIKE 'DO SLEEP%' LIMIT 1; KILL @id" 2>/dev/null
behave
is "killed then, the row does not know" "$(of_outbox state)" waiting
work_at "$day 08:00:40"
is "nobody takes it while its claim lasts" "$(of_outbox tries)" 1
work_at "$day 08:04:00"
is "then it is sent again" "$(of_outbox state,tries) $(($(arrived) - before))" "sent 2 2"
is "as the same mail" "$(cmp "$box/$((before + 1)).eml" "$box/$((before + 2)).eml" && echo same)" same

# --- several at once

new_mails 30
behave 'data slow 0.02'
before=$(arrived)
workers=()
for worker in 1 2 3; do
	work_at "$day 08:00:10" &
	workers+=($!)
done
wait "${workers[@]}"
is "three processes send each mail once" "$(of_outbox "SUM(state = 'sent')") $(of_outbox 'MAX(tries)') $(($(arrived) - before))" \
	"30 1 30"

# --- without a server

new_mails 2
BELFRY_NOW="$day 08:00:10" timeout 60 "$program" work --once 2>"$state/log/without.log" {lock}>&-
is "where no server is named, mail waits" "$(of_outbox state,tries)" "waiting 0 waiting 0"
holds "and the log says so at the start" grep -q "no mail is sent: 'mail_host' is not set" "$state/log/without.log"

done_testing
