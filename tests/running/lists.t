#!/bin/bash
# A mailing to a list while its sender is killed again and again; what comes back; and the
# rate at which it leaves.
set -u

source=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
. "$source/tests/private"
. "$source/tests/running/tap.sh"

private_open || exit 1

day=2026-11-24 people=300
box=$state/mail
sql belfry --execute "
	INSERT INTO team (id, code, name, short_name, country, zone, email, phone, emergency_phone, address,
		privacy_contact, complaint_body, retention_months, demo)
	VALUES (1, 'TEST', 'A Team', 'TEST', 'Testland', 'Africa/Nairobi', 'team@cirt.example', '1', '2', 'x', 'x', 'x', 1, TRUE);
	INSERT INTO subscription (list_id, email, email_key, language, state, seed, digest, asked_at, confirmed_at)
	SELECT 1, CONCAT('reader', seq, '@x.example'), CONCAT('reader', seq, '@x.example'), 'en', 'confirmed',
		CONCAT('seed', seq), SHA2(seq, 256), '$day 07:00:00', '$day 07:00:00' FROM seq_1_to_$people"

mkdir -p "$box"
"$source/tests/mails/server" "$box" >"$box/log" 2>&1 {lock}>&- &
disown
within 60 test -s "$box/port" || exit 1
{
	cat "$state/belfry.conf"
	printf '%s\n' "mail_host = 127.0.0.1" "mail_port = $(cat "$box/port")" "mail_tls = none" \
		"list_mails_a_minute = 400" "returns_address = returns@cirt.example"
} >"$state/work.conf"

# work_at TIME [SECONDS]: what is due then, once; killed after so many.
work_at() {
	BELFRY_NOW=$1 BELFRY_CONF=$state/work.conf timeout -s KILL "${2:-120}" "$program" work --once \
		2>>"$state/log/work.log" {lock}>&-
}

at() {
	date -u -d "$day 08:00:00 UTC + $1 seconds" '+%F %T'
}

said() {
	sql -BN belfry --execute "$1" | tr '\t\n' '  ' | sed 's/ $//'
}

mailing() {
	sql belfry --execute "
		INSERT INTO mailing (id, list_id, tlp, kind, severity, language, state, made_at, begun_at)
		VALUES ($1, 1, 'clear', 'alert', 'high', 'en', 'sending', '$2', '$2');
		INSERT INTO mailing_text (mailing_id, language, title, body) VALUES ($1, 'en', 'Title $1', 'Words.')"
}

# --- a minute's share, and other mail first

mailing 1 "$(at 0)"
work_at "$(at 1)"
is "a tenth of a minute's share in a step" "$(said 'SELECT given, state FROM mailing')" "40 sending"
is "nobody else was written to" "$(find "$box" -name '*.eml' | wc -l)" 40
sql belfry --execute "
	INSERT INTO person (id, name) VALUES (1, 'Somebody');
	INSERT INTO account (id, person_id, email, email_key, created_at) VALUES (1, 1, 'a@x.example', 'a@x.example', '$day');
	INSERT INTO outbox (kind, account_id, recipient, language, message_id, made_at, ends_at, next_at)
	VALUES ('password', 1, 'first@x.example', 'en', 'm1@cirt.example', '$(at 7)', '2027-01-01', '$(at 7)')"
work_at "$(at 8)"
first=$(grep -l 'first@x.example' "$box"/*.envelope | sed 's/.*\///; s/\..*//')
is "other mail leaves before that of lists" "$first" 41

# --- killed in every moment

seconds=20 runs=0
while [ "$(said 'SELECT state FROM mailing')" = sending ] && [ $runs -lt 60 ]; do
	work_at "$(at $seconds)" "0.$(printf '%03d' $((RANDOM % 400 + 20)))" >/dev/null 2>&1
	seconds=$((seconds + 200)) runs=$((runs + 1))
done
holds "it took more than a few kills ($runs)" [ $runs -ge 6 ]
for i in 1 2 3; do
	work_at "$(at $seconds)"
	seconds=$((seconds + 400))
done
is "all of it was given out" "$(said 'SELECT state, given FROM mailing')" "sent $people"
is "each once" "$(said 'SELECT COUNT(*), COUNT(DISTINCT subscription_id), SUM(state = "sent") FROM delivery')" \
	"$people $people $people"
pairs=$(for file in "$box"/*.eml; do
	printf '%s %s\n' "$(sed -n 's/^To: //p' "$file" | tr -d '\r')" "$(sed -n 's/^Message-ID: //p' "$file" | tr -d '\r')"
done | grep reader | sort -u)
is "each reader has one mail by its Message-ID" "$(wc -l <<<"$pairs") $(cut -d ' ' -f 1 <<<"$pairs" | sort -u | wc -l)" "$people $people"

# --- what comes back

# report ACTION: a delivery report.
report() {
	printf '%s\r\n' 'From: MAILER-DAEMON@x.example' 'Content-Type: multipart/report; report-type=delivery-status;' \
		' boundary=b' '' '--b' 'Content-Type: text/plain' '' 'Action: failed' '--b' \
		'Content-Type: message/delivery-status' '' 'Reporting-MTA: dns; x.example' '' \
		'Final-Recipient: rfc822; reader1@x.example' "Action: $1" 'Status: 5.1.1' '' '--b--'
}
mail_in() {
	BELFRY_NOW=$(at $seconds) BELFRY_CONF=$state/work.conf timeout 20 "$program" mail-in "$1" 2>/dev/null {lock}>&-
}
# bounced N: what the N-th mail to reader1 would return to.
bounced() {
	sed -n 's/^from <*\([^>]*\)>*$/\1/p' $(grep -l 'reader1@x.example' "$box"/*.envelope | sort -V | tail -n 1) | tr -d '<>'
}
address=$(bounced)
holds "each mail returns to an address of its own ($address)" grep -qE '^returns\+[0-9]+\.[0-9a-f]{24}@cirt\.example$' <<<"$address"
report failed | mail_in "$address"
is "it is taken" "$?" 0
work_at "$(at $((seconds += 20)))"
is "and counts" "$(said 'SELECT bounces, state FROM subscription WHERE email = "reader1@x.example"')" "1 confirmed"
is "in the account of who received what" "$(said 'SELECT delivery.state FROM delivery JOIN subscription ON id = subscription_id
	WHERE email = "reader1@x.example"')" returned
report failed | mail_in "$address"
work_at "$(at $((seconds += 20)))"
is "once, however often it is said" "$(said 'SELECT bounces FROM subscription WHERE email = "reader1@x.example"')" 1
for action in delayed delivered relayed expanded; do
	mailing $((10 + RANDOM)) "$(at $((seconds += 20)))"
	for i in 1 2 3 4 5 6 7 8 9; do work_at "$(at $((seconds += 20)))"; done
	report $action | mail_in "$(bounced)"
	work_at "$(at $((seconds += 20)))"
	is "$action does not count" "$(said 'SELECT bounces FROM subscription WHERE email = "reader1@x.example"')" 1
done
printf 'Subject: I am away\r\n\r\nAction: failed\r\n' | mail_in "$(bounced)"
work_at "$(at $((seconds += 20)))"
is "nor what somebody's mailbox answers by itself" "$(said 'SELECT bounces FROM subscription WHERE email = "reader1@x.example"')" 1

for wrong in returns@cirt.example "${address/./.0}" "${address%@*}0@cirt.example" "returns+1.x@cirt.example" \
	"other${address#returns}" "${address%@*}@elsewhere.example" '' 'returns+@cirt.example' "returns+99999999999999999999.$(printf 'a%.0s' {1..24})@cirt.example"; do
	report failed | mail_in "$wrong"
	is "nobody lives at '$wrong'" "$?" 67
done
head -c 3000000 /dev/urandom | mail_in "$address"
is "bytes of any kind are kept, as far as they go" "$? $(said 'SELECT MAX(LENGTH(bytes)) FROM returned')" "0 262144"
work_at "$(at $((seconds += 20)))"
is "and read" "$(said 'SELECT COUNT(*) FROM returned WHERE read_at IS NULL')" 0
is "and forgotten" "$(work_at "$(date -u -d "$day + 30 days" '+%F %T')"; said 'SELECT COUNT(*) FROM returned')" 0

done_testing
