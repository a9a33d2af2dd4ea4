#!/bin/bash
# Bringing a database to the program's version: from nothing, twice, after being
# killed anywhere, and not by a program that is too old.
. "${BELFRY_SOURCE:-.}/tests/private"
. "$BELFRY_SOURCE/tests/running/tap.sh"
. "$BELFRY_SOURCE/tests/database/other.sh"

# On one line: what differs, or nothing.
difference() {
	diff "$1" "$2" | grep '^[<>]' | head -n 5 | tr '\n' '~'
}


# --- what it makes

sql --execute 'CREATE DATABASE as_written CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci'
sql as_written <"$source/sql/schema.sql"
other fresh
holds "a fresh database is made" migrate fresh
schema_of as_written >"$state/as_written"
schema_of fresh >"$state/as_migrated"
is "all tables of sql/schema.sql, and no other" "$(difference "$state/as_migrated" "$state/as_written")" ""
holds "it is not empty" grep -q 'CREATE TABLE `ticket`' "$state/as_migrated"
# Both are read by people: neither may say more than the other. What a migration takes
# back of an earlier one stands in a line of its own.
taken_back() {
	sed -n 's/^-- No longer so: /-- /p' "$source"/sql/migrations/*.sql
}
is "also in its comments" "$(diff <(grep -v '^--' "$source/sql/schema.sql" | grep -o -e '-- .*' | sort) \
	<(cat "$source"/sql/migrations/*.sql | grep -v '^--' | grep -o -e '-- .*' | grep -vxF -f <(taken_back) | sort) | head -n 3)" ""

all_of fresh >"$state/once"
holds "a second run" migrate fresh
all_of fresh >"$state/twice"
is "changes nothing" "$(difference "$state/once" "$state/twice")" ""
is "and says nothing of migrations" "$(migrate fresh | grep -c '^migration')" 0

sql fresh --execute "UPDATE priority SET answer_minutes = 7, around_the_clock = TRUE WHERE name = 'low';
	UPDATE category SET priority = 'low' WHERE name = 'ransomware';
	UPDATE state SET label = 'Changed by hand' WHERE kind = 'report' AND name = 'new'"
migrate fresh >/dev/null
is "what a team decides stays" "$(sql -BN fresh --execute "SELECT answer_minutes, around_the_clock FROM priority
	WHERE name = 'low'; SELECT priority FROM category WHERE name = 'ransomware'" | tr '\t\n' '  ')" "7 1 low "
is "words that are translated come from the program" \
	"$(sql -BN fresh --execute "SELECT label FROM state WHERE kind = 'report' AND name = 'new'")" New

sql --execute "GRANT SELECT ON fresh.ticket TO belfry_public@localhost;
	GRANT DELETE ON fresh.event TO belfry_inside@localhost"
migrate fresh >/dev/null
is "rights that an earlier version gave are taken away" "$(sql -BN --execute "SELECT COUNT(*) FROM mysql.tables_priv
	WHERE db = 'fresh' AND (user = 'belfry_public' AND table_name = 'ticket' AND table_priv LIKE '%Select%'
		OR user = 'belfry_inside' AND table_name = 'event' AND table_priv LIKE '%Delete%')")" 0


# --- killed

# A migration of its own, so that the first statement after it can wait.
statements=$(cat "$source/sql/migrations/001-first.sql" | grep -cE ';( --.*)?$')
first=001-first.sql

# stopped_after N: a copy of the SQL that sleeps after the N-th statement.
stopped_after() {
	rm -rf "$state/sql.stopped"
	cp -r "$source/sql" "$state/sql.stopped"
	awk -v n="$1" '{ print } /;( --.*)?$/ { if (++count == n) print "SELECT SLEEP(60);" }' \
		"$source/sql/migrations/$first" >"$state/sql.stopped/migrations/$first"
}

is_asleep() {
	[ "$(sql -BN --execute "SELECT COUNT(*) FROM information_schema.processlist
		WHERE user = 'belfry_migrate' AND state = 'User sleep'")" = 1 ]
}

nobody_migrates() {
	[ "$(sql -BN --execute "SELECT COUNT(*) FROM information_schema.processlist
		WHERE user = 'belfry_migrate'")" = 0 ]
}

# killed_at NAME N: migrates until the N-th statement is done, and dies there.
killed_at() {
	local pid tries=0

	stopped_after "$2"
	BELFRY_CONF=$state/$1.conf $BELFRY migrate >/dev/null 2>&1 &
	pid=$!
	until is_asleep || ! kill -0 $pid 2>/dev/null || ((++tries > 200)); do
		sleep 0.01
	done
	{ kill -KILL $pid && wait $pid; } 2>/dev/null
	sql -BN --execute "SELECT CONCAT('KILL ', id) FROM information_schema.processlist
		WHERE user = 'belfry_migrate'" | sql
	tries=0
	until nobody_migrates || ((++tries > 200)); do
		sleep 0.01
	done
}

# One database that is killed after every statement, goes on, is killed after the
# next; every other time before it had written down how far it came.
other often_killed "$state/sql.stopped"
went_on=0
for ((n = 1; n <= statements; n++)); do
	killed_at often_killed "$n"
	found=$(sql -BN often_killed --execute 'SELECT statements FROM migration WHERE finished_at IS NULL')
	[ "$found" = "$n" ] && went_on=$((went_on + 1))
	((n % 2)) || sql often_killed --execute 'UPDATE migration SET statements = statements - 1'
done
is "killed after each of $statements statements, it knows how far it came" "$went_on" "$statements"
cp "$source/sql/migrations/$first" "$state/sql.stopped/migrations/$first"
holds "the last run ends well" migrate often_killed
all_of often_killed >"$state/often_killed"
is "and the database is as if nothing had been" "$(difference "$state/once" "$state/often_killed")" ""

# Anywhere, also among procedures, reference data and rights.
other measured
began=$EPOCHREALTIME
migrate measured >/dev/null
took=$(((${EPOCHREALTIME/./} - ${began/./}) / 1000))
all_of measured >"$state/measured"
different=0
rounds=$([ "${BELFRY_FULL:-}" = 1 ] && echo 200 || echo 12)
for ((round = 1; round <= rounds; round++)); do
	other random
	for kill in 1 2; do
		BELFRY_CONF=$state/random.conf $BELFRY migrate >/dev/null 2>&1 &
		pid=$!
		sleep "$(printf '0.%03d' $((RANDOM % (took > 900 ? 900 : took + 20))))"
		{ kill -KILL $pid && wait $pid; } 2>/dev/null
	done
	migrate random >/dev/null 2>"$state/random.err" || different=$((different + 1))
	all_of random >"$state/random"
	[ -z "$(difference "$state/measured" "$state/random")" ] || {
		different=$((different + 1))
		difference "$state/measured" "$state/random" | sed 's/^/# /'
		cat "$state/random.err"
	}
	drop_other random
done
is "killed twice at $rounds random moments and run again: the same" "$different" 0

# Two administrators at once.
other two_at_once
for i in 1 2; do
	migrate two_at_once >"$state/both.$i" 2>&1 &
	pids[i]=$!
done
wait "${pids[1]}"; first_status=$?
wait "${pids[2]}"; second_status=$?
migrate two_at_once >/dev/null 2>&1
is "after two at the same time a run ends well" "$?" 0
all_of two_at_once >"$state/both"
is "and the database is the same" "$(difference "$state/measured" "$state/both")" ""
[ $((first_status + second_status)) = 0 ] || sed 's/^/# /' "$state"/both.[12]


# --- too old, too new

# serve_and_read NAME SENTENCE: whether the log says it, in $found.
serve_and_read() {
	local pid tries=0

	mkdir -p "$state/sockets"
	sed -i "s|^runtime_folder = .*|runtime_folder = $state/sockets|" "$state/$1.conf"
	BELFRY_CONF=$state/$1.conf $BELFRY serve >"$state/served" 2>&1 &
	pid=$!
	found=no
	until ((++tries > 100)); do
		grep -q -e "$2" "$state/served" && found=yes && break
		sleep 0.05
	done
	{ kill -TERM $pid && wait $pid; } 2>/dev/null
}

all_of fresh >"$state/before"
sql fresh --execute "INSERT INTO migration VALUES (999, 3, '2026-01-01 00:00:00')"
migrate fresh >"$state/refused" 2>&1
is "a program that is too old refuses" "$?" 1
holds "and says so" grep -q 'version 999 and this program knows .*: use a newer program' "$state/refused"
sql fresh --execute 'UPDATE migration SET finished_at = NULL WHERE version = 999'
migrate fresh >"$state/refused" 2>&1
is "also where the newer one did not finish" "$?" 1
sql fresh --execute "UPDATE migration SET finished_at = '2026-01-01 00:00:00' WHERE version = 999"
serve_and_read fresh 'version 999 and this program knows'
is "it does not serve such a database either" "$found" yes
sql fresh --execute 'DELETE FROM migration WHERE version = 999'
all_of fresh >"$state/after"
is "nothing was changed by it" "$(difference "$state/before" "$state/after")" ""

other empty
sql empty --execute 'CREATE TABLE migration (version SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
	statements SMALLINT UNSIGNED NOT NULL, finished_at DATETIME NULL)'
sql --execute "GRANT SELECT ON empty.migration TO belfry_public@localhost, belfry_inside@localhost"
serve_and_read empty "run 'belfry migrate'"
is "a database that was not migrated is not served" "$found" yes

cp -r "$source/sql" "$state/sql.broken"
printf 'CREATE TABLE broken (id INT);\nALTER TABLE nowhere ADD x INT;\nCREATE TABLE never (id INT);\n' \
	>"$state/sql.broken/migrations/900-broken.sql"
other broken "$state/sql.broken"
migrate broken >"$state/refused" 2>&1
is "a migration that fails ends the run" "$?" 1
holds "names the file and the statement" grep -q '900-broken.sql: .*nowhere' "$state/refused"
is "what comes after it is not done" "$(sql -BN broken --execute "SHOW TABLES LIKE 'never'")" ""
sed -i '/nowhere/d' "$state/sql.broken/migrations/900-broken.sql"
migrate broken >/dev/null 2>&1
is "mended, it goes on" "$(sql -BN broken --execute "SHOW TABLES LIKE 'never'")" never


# --- the demo

other demo '' 'demo = yes'
holds "the demo is loaded where it may be" migrate demo --demo
holds "it has a team and people" test "$(sql -BN demo --execute 'SELECT COUNT(*) FROM account JOIN team ON team.demo')" -gt 5
all_of demo >"$state/demo.once"
holds "again" migrate demo --demo
all_of demo >"$state/demo.twice"
is "changes nothing" "$(difference "$state/demo.once" "$state/demo.twice")" ""

other of_a_real_team '' 'demo = yes'
migrate of_a_real_team >/dev/null
sql of_a_real_team --execute "INSERT INTO team (id, code, name, short_name, country, zone, email, phone, emergency_phone,
	address, privacy_contact, complaint_body, retention_months) VALUES (1, 'REAL', 'Real', 'R', 'Somewhere',
	'UTC', 'r@r.example', '1', '2', 'x', 'y', 'z', 24)"
all_of of_a_real_team >"$state/before"
migrate of_a_real_team --demo >"$state/refused" 2>&1
is "a real team's database takes no demo" "$?" 1
holds "and it is said why" grep -q 'belongs to a real team' "$state/refused"
all_of of_a_real_team >"$state/after"
is "nothing of it is loaded" "$(difference "$state/before" "$state/after")" ""

other careful '' 'demo = no'
migrate careful --demo >"$state/refused" 2>&1
is "nor one whose settings do not allow it" "$?" 1
holds "which is said too" grep -q 'demo = yes' "$state/refused"
is "nobody was added" "$(sql -BN careful --execute 'SELECT COUNT(*) FROM account')" 0
migrate careful --everything >"$state/refused" 2>&1
is "other words are not understood" "$?" 2

done_testing
