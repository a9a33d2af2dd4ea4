#!/bin/bash
# What each database user may do, table by table: as tests/database/rights says,
# and not a word more. A new table fails here until somebody has decided.
. "${BELFRY_SOURCE:-.}/tests/private"
. "$BELFRY_SOURCE/tests/running/tap.sh"
state=$BELFRY_STATE runtime=$BELFRY_RUNTIME
users=(public inside work backup seal)

# as USER: statements from standard input; each error on its line, no stop.
as() {
	local user=belfry_$1
	shift

	mariadb --no-defaults --socket="$runtime/database.sock" --user="$user" \
		--password="$(cat "$state/secrets/database/$user")" --batch --skip-column-names \
		--force "$@" belfry 2>&1
}

# refused USER STATEMENT: with the server's "denied", and not for another reason.
refused() {
	local said

	said=$(as "$1" <<<"$2;")
	grep -qE '^ERROR (1142|1044|1045|1227|1370|1143|1445|4166|1290|1644) ' <<<"$said" && return
	echo "$1: $2"
	echo "$said" | head -n 3
	return 1
}


# --- the table of rights

mapfile -t tables < <(sql -BN --execute "SELECT table_name FROM information_schema.tables
	WHERE table_schema = 'belfry' ORDER BY 1")
declare -A decided=()
while read -r table rights; do
	case $table in '' | '#'*) continue;; esac
	decided[$table]="$rights -"
done <"$source/tests/database/rights"

missing= gone=
for table in "${tables[@]}"; do
	[ -n "${decided[$table]:-}" ] || missing="$missing $table"
done
for table in "${!decided[@]}"; do
	[[ " ${tables[*]} " == *" $table "* ]] || gone="$gone $table"
done
is "every table is in the table of rights" "$missing" ""
is "and there are no others in it" "$gone" ""

# What the server has: "USER TABLE SIUD".
declare -A given=()
while read -r user table rights; do
	given[$user $table]=$rights
done < <(sql -BN --execute "SELECT REPLACE(user, 'belfry_', ''), table_name,
	CONCAT(IF(FIND_IN_SET('Select', table_priv), 'S', ''), IF(FIND_IN_SET('Insert', table_priv), 'I', ''),
		IF(FIND_IN_SET('Update', table_priv), 'U', ''), IF(FIND_IN_SET('Delete', table_priv), 'D', ''))
	FROM mysql.tables_priv WHERE db = 'belfry'")
declare -A first_column=()
while read -r table column; do
	first_column[$table]=$column
done < <(sql -BN --execute "SELECT table_name, column_name FROM information_schema.columns
	WHERE table_schema = 'belfry' AND ordinal_position = 1")

for i in "${!users[@]}"; do
	user=${users[i]} differences=
	for table in "${tables[@]}"; do
		rights=(${decided[$table]:-})
		found=${given[$user $table]:-}
		[ "${found:--}" = "${rights[i]:-}" ] ||
			differences="$differences $table:${found:--}:${rights[i]:-undecided}"
	done
	is "belfry_$user has what was decided" "$differences" ""
	is "and nothing beyond tables" "$(sql -BN --execute "
		SELECT table_name, table_priv FROM mysql.tables_priv WHERE user = 'belfry_$user'
		   AND (db <> 'belfry' OR REGEXP_REPLACE(table_priv, 'Select|Insert|Update|Delete|,', '') <> '')
		UNION ALL SELECT table_name, column_name FROM mysql.columns_priv WHERE user = 'belfry_$user'
		UNION ALL SELECT db, 'a database' FROM mysql.db WHERE user = 'belfry_$user'
		UNION ALL SELECT grantee, privilege_type FROM information_schema.user_privileges
		 WHERE grantee LIKE '%belfry_$user%' AND privilege_type <> 'USAGE'")" ""
done

# Not only as it is written down: each thing is tried. What is allowed may still
# fail, but not by being denied.
for i in "${!users[@]}"; do
	user=${users[i]}
	if [[ " ${!given[*]} " != *" $user "* ]]; then
		holds "belfry_$user, who has no rights, does not come in" refused "$user" 'SELECT 1'
		continue
	fi
	for table in "${tables[@]}"; do
		rights=(${decided[$table]:-- - - - -})
		column=${first_column[$table]}
		echo "S ${rights[i]} $table SELECT COUNT(*) FROM $table WHERE FALSE"
		echo "I ${rights[i]} $table INSERT INTO $table () VALUES ()"
		echo "U ${rights[i]} $table UPDATE $table SET $column = NULL WHERE FALSE"
		echo "D ${rights[i]} $table DELETE FROM $table WHERE 1 = 0"
		for statement in "TRUNCATE $table" "DROP TABLE $table" "ALTER TABLE $table ADD x INT" \
			"CREATE INDEX x ON $table ($column)" "RENAME TABLE $table TO gone" "LOCK TABLES $table WRITE" \
			"CREATE TRIGGER x BEFORE INSERT ON $table FOR EACH ROW SET @x = 1" \
			"CREATE VIEW x AS SELECT 1 FROM $table" "REPLACE INTO $table () VALUES ()" \
			"SELECT 1 FROM $table INTO OUTFILE '/tmp/belfry-rights-test'"; do
			echo "X - $table $statement"
		done
	done >"$state/tried"
	{
		echo 'SET autocommit = 0;'
		cut -d ' ' -f 4- "$state/tried" | sed 's/$/;/'
	} | as "$user" >"$state/said"
	# ERROR 1142 (42000) at line 17: ...; the first line is not of the list.
	awk '
		NR == FNR { if (match($0, /^ERROR [0-9]+/)) { number = substr($0, 7, RLENGTH - 6);
			if (match($0, /at line [0-9]+/)) error[substr($0, RSTART + 8, RLENGTH - 8) - 1] = number } next }
		{ denied = error[FNR] ~ /^(1142|1044|1227|1045)$/
		  allowed = index($2, $1) > 0
		  if (denied == allowed) { line = $0; sub(/^[A-Z] [A-Z-]+ [a-z_]+ /, "", line)
			print (denied ? "denied: " : "not denied: ") line " (" error[FNR] ")" } }
	' "$state/said" "$state/tried" | grep -vE 'not denied: REPLACE' >"$state/wrong"
	is "belfry_$user is denied exactly the rest ($(wc -l <"$state/tried") statements)" \
		"$(head -n 5 "$state/wrong" | tr '\n' '~')" ""
done

# REPLACE asks for DELETE, which only what may be thrown away has with INSERT.
for table in ticket message event ticket_contact ticket_answer account session; do
	holds "belfry_inside cannot replace a row of $table" refused inside "REPLACE INTO $table () VALUES ()"
done


# --- procedures

for user in "${users[@]}"; do
	is "belfry_$user may call what was decided" "$(sql -BN --execute "SELECT routine_name
		FROM mysql.procs_priv WHERE user = 'belfry_$user' AND db = 'belfry'" | sort | tr '\n' ' ')" \
		"$(sed -n "s/^# *$user calls: *//p" "$source/tests/database/rights" | tr ' ' '\n' | grep . | sort | tr '\n' ' ')"
done
is "every procedure runs as its owner, and the owner is who migrates" \
	"$(sql -BN --execute "SELECT routine_name FROM information_schema.routines
		WHERE routine_schema = 'belfry' AND (security_type <> 'DEFINER' OR definer <> 'belfry_migrate@localhost')")" ""


# --- the public door, with something there to be found

sql belfry --execute "
	INSERT INTO person (id, name) VALUES (1, 'canary');
	INSERT INTO account (id, person_id, email, email_key, created_at) VALUES
		(1, 1, 'canary@x.example', 'canary@x.example', '2026-01-01');
	INSERT INTO ticket (id, reference, kind, state, place, subject, priority, tlp, channel, language,
		opened_at, due_at, clock_at, changed_at, secret, form_key) VALUES
		(1, 'TEST-2026-2222222', 'report', 'new', 'open', 'canary', 'normal', 'amber', 'web', 'en',
		'2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', REPEAT('a', 64), REPEAT('b', 64));
	INSERT INTO ticket_contact VALUES (1, 'canary', 'canary@x.example', NULL, NULL);
	INSERT INTO message (ticket_id, direction, body, written_at) VALUES
		(1, 'from_reporter', 'canary', '2026-01-01'), (1, 'note', 'canary note', '2026-01-01');
	INSERT INTO attachment (id, holder, name, declared, size, sha256, stored_at, ends_at) VALUES
		(1, REPEAT('c', 64), 'canary', '', 6, REPEAT('d', 64), '2026-01-01', '2026-01-02');
	INSERT INTO attachment (id, ticket_id, message_id, name, declared, size, sha256, stored_at)
		SELECT 2, 1, MIN(id), 'canary', '', 6, REPEAT('e', 64), '2026-01-01' FROM message;
	INSERT INTO attachment (id, ticket_id, message_id, name, declared, size, sha256, stored_at)
		SELECT 3, 1, MAX(id), 'canary note', '', 6, REPEAT('f', 64), '2026-01-01' FROM message;
	INSERT INTO attachment_part SELECT id, 0, 'canary' FROM attachment;
	INSERT INTO attachment (id, holder, name, declared, stored_at, ends_at) VALUES
		(4, REPEAT('c', 64), 'arriving', '', '2026-01-01', '2026-01-02');
	INSERT INTO draft VALUES (REPEAT('c', 64), '2026-01-01', '2026-01-02', NULL, NULL);
	INSERT INTO draft_answer VALUES (REPEAT('c', 64), 'description', 'canary');
	INSERT INTO duty (email, since_at) VALUES ('duty@x.example', '2026-01-01');
	INSERT INTO advisory (id, reference, state, kind, tlp, language, weaknesses, products, links, digest, created_at,
		changed_at) VALUES (1, 'CANARY-A', 'published', 'note', 'clear', 'en', '', 'canary', '', '', '2026-01-01', '2026-01-01');
	INSERT INTO advisory_text VALUES (1, 'en', 'canary', 'canary', 'canary');
	INSERT INTO advisory_waiting VALUES (1, 1, '2026-01-01', '2027-01-01', NULL);
	INSERT INTO advisory_waiting_document VALUES (1, 'en', 2027, 'canary.json', '2027-01-01', 'canary', '', '');
	INSERT INTO team_key (id, state, armored, bytes, fingerprint, owner, added_at, removed_at) VALUES
		(1, 'good', 'shown', 'shown', 'F1', 'shown', '2026-01-01', NULL),
		(2, 'good', 'canary', 'canary', 'CANARY', 'canary', '2026-01-01', '2026-01-02'),
		(3, 'arrived', 'canary', NULL, NULL, NULL, '2026-01-01', NULL);
	INSERT INTO team_key_address VALUES (1, 'shown@x.example', 'h1'), (2, 'canary@x.example', 'h2');
	INSERT INTO occasion (id, place, starts_at, ends_at, answer_until, shown, made_at) VALUES
		(1, 'canary', '2026-02-02', '2026-02-03', '2026-02-01', FALSE, '2026-01-01'),
		(2, 'shown', '2026-02-02', '2026-02-03', '2026-02-01', TRUE, '2026-01-01');
	INSERT INTO occasion_text SELECT id, 'en', place, NULL FROM occasion;
	INSERT INTO occasion_guest (id, occasion_id, email, email_key, language, seed, digest, invited_at) VALUES
		(1, 1, 'canary@x.example', 'canary@x.example', 'en', 'canary', REPEAT('e', 64), '2026-01-01'),
		(2, 1, 'other@x.example', 'other@x.example', 'en', 'canary', REPEAT('f', 64), '2026-01-01')"

while read -r statement; do
	[ -n "$statement" ] || continue
	holds "belfry_public is denied: $statement" refused public "$statement"
done <<'END'
SELECT title FROM advisory_text
SELECT out_at FROM advisory_waiting
SELECT bytes FROM advisory_waiting_document
CALL advisory_release('2030-01-01')
SELECT armored FROM team_key
SELECT address FROM team_key_address
SELECT subject FROM ticket
SELECT secret FROM ticket WHERE reference = 'TEST-2026-2222222'
SELECT body FROM message
SELECT name, email FROM ticket_contact
SELECT value FROM ticket_answer
SELECT name FROM attachment
SELECT bytes FROM attachment_part
INSERT INTO attachment (name, declared, stored_at) VALUES ('x', '', '2026-01-01')
INSERT INTO attachment_part VALUES (2, 1, 'x')
UPDATE attachment SET holder = REPEAT('0', 64)
DELETE FROM attachment
CALL files_sent(REPEAT('c', 64), 1, 1)
CALL files_sent_from_desk(REPEAT('c', 64), 1, 1, 1)
SELECT value FROM draft_answer
SELECT digest FROM draft
SELECT email FROM account
SELECT name FROM person
SELECT digest FROM session
SELECT at FROM event
SELECT subject FROM attempt
SELECT digest FROM credential_link
SELECT fields FROM kept_form
SELECT digest FROM recovery_code
SELECT recipient FROM outbox
INSERT INTO outbox (recipient) VALUES ('x')
SELECT email FROM duty
CALL outbox_letter(1)
CALL outbox_guest(1)
SELECT place FROM occasion
SELECT title FROM occasion_text
SELECT email FROM occasion_guest
SELECT seed FROM occasion_guest
UPDATE occasion_guest SET answer = 'yes'
INSERT INTO event (at, object, object_id, action) VALUES ('2026-01-01', 'guest', 1, 'answered')
INSERT INTO event (at, object, object_id, action) VALUES ('2026-01-01', 'occasion', 1, 'called_off')
INSERT INTO event (at, object, object_id, action) VALUES ('2026-01-01', 'subscription', 7, 'left')
CALL outbox_received_of(1, 'x@y', '2026-01-01')
CALL outbox_answered(1, 'x@y', '2026-01-01')
SET @x = (SELECT secret FROM ticket LIMIT 1)
DO (SELECT COUNT(*) FROM ticket)
SELECT 1 WHERE EXISTS (SELECT 1 FROM ticket)
SELECT COUNT(*) FROM team JOIN ticket
SELECT name FROM team UNION SELECT body FROM message
UPDATE ticket SET secret = REPEAT('0', 64)
UPDATE ticket SET state = 'closed' WHERE id = 1
DELETE FROM ticket
DELETE FROM message
DELETE FROM draft_answer
INSERT INTO draft_answer VALUES (REPEAT('c', 64), 'x', 'y')
INSERT INTO message (ticket_id, direction, body, written_at) SELECT 1, 'note', body, written_at FROM message
INSERT INTO ticket_answer (ticket_id, field, value) VALUES (1, 'x', (SELECT body FROM message LIMIT 1))
INSERT INTO message (ticket_id, direction, body, written_at) VALUES (1, 'note', 'x', '2026-01-01') RETURNING ticket_id
INSERT INTO ticket_contact (ticket_id, name) VALUES (1, 'x') ON DUPLICATE KEY UPDATE name = 'x'
REPLACE INTO ticket_contact (ticket_id, name) VALUES (1, 'x')
HANDLER ticket OPEN
LOCK TABLES ticket READ
CHECKSUM TABLE ticket
EXPLAIN SELECT subject FROM ticket
ANALYZE TABLE ticket
SHOW COLUMNS FROM draft
SHOW CREATE TABLE account
CREATE TABLE mine (id INT)
CREATE TEMPORARY TABLE mine (id INT)
CREATE VIEW mine AS SELECT subject FROM ticket
CREATE PROCEDURE mine () SELECT 1
CREATE OR REPLACE PROCEDURE follow_open (a INT, b INT) SELECT 1
DROP PROCEDURE follow_open
ALTER PROCEDURE follow_open SQL SECURITY INVOKER
CREATE EVENT mine ON SCHEDULE EVERY 1 SECOND DO SELECT 1
GRANT SELECT ON ticket TO belfry_public@localhost
SET PASSWORD FOR belfry_inside@localhost = PASSWORD('x')
SELECT user, authentication_string FROM mysql.user
SELECT LOAD_FILE('/etc/passwd') FROM mysql.global_priv
SET GLOBAL general_log = 1
LOAD DATA INFILE '/etc/passwd' INTO TABLE ticket_answer
SELECT name FROM team INTO OUTFILE '/tmp/belfry-rights-test'
USE mysql
INSTALL SONAME 'x'
SHUTDOWN
CREATE DATABASE mine
END

for key in "${!given[@]}"; do
	[[ $key == 'public '* && ${given[$key]} == *S* ]] && echo "SELECT * FROM ${key#public };"
done | as public >"$state/readable"
is "in all that it may read there is nothing of these" "$(grep -ci canary "$state/readable")" 0
holds "and it read something" grep -q shown <(as public <<<"CALL team_keys_shown('2026-06-01');
	CALL team_key_of_address('h1', '2026-06-01');")
is "of keys those that are shown" "$(as public <<<"CALL team_keys_shown('2026-06-01'); CALL team_keys_shown('1970-01-01');
	CALL team_key_of_address('h2', '2026-06-01'); CALL team_key_of_address('%', '2026-06-01');" | grep -ci canary)" 0

is "it reads no file" "$(as public <<<"SELECT LOAD_FILE('/etc/passwd') IS NULL;")" 1
is "of the database it sees what is published" "$(as public <<<"SELECT COUNT(*) FROM information_schema.columns
	WHERE table_schema = 'belfry' AND column_name IN ('secret', 'password', 'factor', 'digest')
	  AND privileges LIKE '%select%';")" 0
is "and of procedures not what is in them" "$(as public <<<"SELECT COUNT(*) FROM information_schema.routines
	WHERE routine_definition LIKE '%SELECT%';")" 0
is "other connections are not its own" "$(as public <<<"SELECT COUNT(*) FROM information_schema.processlist
	WHERE user <> 'belfry_public';")" 0

# Wrong secrets: nothing comes back, and nothing is changed.
sql belfry --execute "INSERT INTO list (id, name, open, advisories, tlp, made_at)
	VALUES (7, 'Canaries', FALSE, FALSE, 'amber', '2026-01-01');
	INSERT INTO subscription (id, list_id, email, email_key, language, state, seed, digest, asked_at)
	VALUES (7, 7, 'canary@example.org', 'canary@example.org', 'en', 'confirmed', 'canary', REPEAT('a', 64), '2026-01-01')"
sql belfry --execute 'CHECKSUM TABLE ticket, message, draft, draft_answer, event, outbox, attachment, attachment_part, subscription, delivery, occasion, occasion_guest' >"$state/before"
guesses=("''" NULL "'%'" "'_'" "REPEAT('_', 64)" "REPEAT('%', 64)" 0 1 "REPEAT('A', 64)" "REPEAT('0', 64)" \
	"'\\' OR 1=1 -- '" "CONCAT(REPEAT('a', 63), 'b')" "REPEAT('a', 63)")
for guess in "${guesses[@]}"; do
	for reference in "'TEST-2026-2222222'" "'%'" NULL "''"; do
		echo "CALL follow_open($reference, $guess); CALL follow_messages($reference, $guess);"
		echo "CALL follow_steps($reference, $guess); CALL follow_lock($reference, $guess);"
		echo "CALL follow_changed($reference, $guess, 'closed', '2026-01-02');"
		echo "CALL follow_files($reference, $guess); CALL follow_file_part($reference, $guess, 2, 0);"
		echo "CALL files_sent_with_message(REPEAT('c', 64), $reference, $guess, 1);"
		echo "CALL outbox_received($reference, $guess, 'x@y', '2026-01-02'); CALL outbox_arrived($reference, $guess, 'x@y');"
	done
	echo "CALL subscription_ask(7, 'a@b', 'a@b', 'en', '', NULL, '', 'daily', 'x', $guess, 'x@y', '2026-01-02', 3, 3, 'x');"
	echo "CALL subscription_open($guess); CALL subscription_archive($guess, 'en', 20);"
	echo "CALL subscription_confirm($guess, '2026-01-02'); CALL subscription_leave($guess, '2026-01-02');"
	echo "CALL subscription_change($guess, 'en', '', NULL, '', 'daily', '2026-01-02');"
	echo "CALL draft_open($guess, '2026-01-01'); CALL draft_lock($guess, '2026-01-01');"
	echo "CALL draft_sent($guess, 'X', '2026-01-01', '2026-01-01'); CALL ticket_of_form($guess);"
	echo "CALL files_held($guess); CALL file_remove($guess, 1); SET @file_holder = $guess;"
	echo "INSERT INTO attachment_part VALUES (1, 1, 'x'); INSERT INTO attachment_part VALUES (4, 1, 'x');"
	echo "CALL guest_open($guess, 'en', 'en'); CALL guest_answer($guess, 'yes', 1, 'x', '2026-01-02');"
	echo "SET @guest_digest = $guess; INSERT INTO event (at, object, object_id, action) VALUES ('2026-01-02', 'guest', 1, 'answered');"
	echo "SET @subscription_digest = $guess; INSERT INTO event (at, object, object_id, action) VALUES ('2026-01-02', 'subscription', 7, 'left');"
	echo "CALL file_end($guess, 1, 1, REPEAT('0', 64), 'x'); CALL files_sent_with_form($guess);"
done >"$state/guesses"
is "no procedure gives anything for $((${#guesses[@]} * 56)) guesses" "$(as public <"$state/guesses" | grep -vE '^ERROR (1406|1644)|^-*$|^INSERT INTO (attachment_part|event) ')" ""
sql belfry --execute 'CHECKSUM TABLE ticket, message, draft, draft_answer, event, outbox, attachment, attachment_part, subscription, delivery, occasion, occasion_guest' >"$state/after"
holds "and none changes anything" cmp "$state/before" "$state/after"
is "the right one opens its own" "$(as public <<<"CALL follow_messages('TEST-2026-2222222', REPEAT('a', 64));" | cut -f 1,2)" \
	"from_reporter	canary"
is "and of files what was sent to the reporter" "$(as public <<<"CALL follow_file_part('TEST-2026-2222222', REPEAT('a', 64), 2, 0);
	CALL follow_file_part('TEST-2026-2222222', REPEAT('a', 64), 3, 0);")" ""
is "their names, but none of a note" "$(as public <<<"CALL follow_files('TEST-2026-2222222', REPEAT('a', 64));" | cut -f 1)" 2
is "a draft's digest finds the draft's files" "$(as public <<<"CALL files_held(REPEAT('c', 64));" | cut -f 1)" 1
is "and adds to one that arrives, not to one that is there" "$(as public <<<"SET @file_holder = REPEAT('c', 64);
	INSERT INTO attachment_part VALUES (4, 0, 'x'); INSERT INTO attachment_part VALUES (1, 1, 'x');" | grep -o '^ERROR 1644'
	) $(sql -BN belfry --execute "SELECT attachment_id, number FROM attachment_part WHERE bytes = 'x'" | tr '\t' ' ')" \
	"ERROR 1644 4 0"
sql belfry --execute "INSERT INTO service_offer (service_id, state) VALUES (61, 'running'), (62, 'planned'), (64, 'stopped'),
	(65, 'none'); INSERT INTO service_text SELECT service_id, 'en', CONCAT('of ', state) FROM service_offer"
is "of lists those that everybody may ask for" "$(as public <<<"CALL lists_open('fr', 'fr');" | cut -f 1,2 | tr '\t' ' ')" "1 Advisories"
is "of subscriptions the own one" "$(as public <<<"CALL subscription_open(REPEAT('a', 64));" | cut -f 3,5 | tr '\t' ' ')" \
	"Canaries canary@example.org"
is "of services what runs and what is planned" "$(as public <<<"CALL services_published('fr', 'fr');" | cut -f 1,9 | tr '\t\n' ' ')" \
	"61 of running 62 of planned "
is "of events what everybody may read" "$(as public <<<"CALL occasions_shown('en', 'en', '2026-01-01', '2026-01-01', 0, 9);" | cut -f 1,2 | tr '\t\n' ' ')" \
	"2 shown "
is "a guest's digest opens the guest's own" "$(as public <<<"CALL guest_open(REPEAT('e', 64), 'en', 'en');" | cut -f 1,8 | tr '\t\n' ' ')" "1 canary "
is "and answers for this guest alone" "$(as public <<<"CALL guest_answer(REPEAT('e', 64), 'yes', 2, 'x', '2026-01-02');
	SET @guest_digest = REPEAT('e', 64);
	INSERT INTO event (at, object, object_id, action) VALUES ('2026-01-02', 'guest', 2, 'answered');" | grep -oE '^saved|ERROR 1644' | tr '\n' ' '
	)$(sql -BN belfry --execute "SELECT GROUP_CONCAT(COALESCE(answer, '-') ORDER BY id) FROM occasion_guest")" \
	"saved ERROR 1644 yes,-"
is "every procedure was tried" "$(sql -BN --execute "SELECT routine_name FROM information_schema.routines
	WHERE routine_schema = 'belfry'" | while read -r name; do
		grep -q "CALL $name(" "$state/guesses" || case $name in advisory_release | team_keys_shown | team_key_of_address | document_signed | draft_begin | draft_answer | file_begin \
			| files_unsent | files_sent | files_sent_from_desk | outbox_received_of | outbox_answered | outbox_letter | team_changed | outbox_publishing | profile_signed \
			| statistic_first | outbox_guest | occasions_shown | statistic_classes | statistic_answers \
			| services_published | lists_open | announcement_out | announcement_texts) ;; *) echo "$name";; esac
	done)" ""


# --- history is added to, and what people wrote stays

while read -r statement; do
	[ -n "$statement" ] || continue
	for user in public inside work seal backup; do
		holds "belfry_$user is denied: $statement" refused "$user" "$statement"
	done
done <<'END'
UPDATE event SET at = '2020-01-01'
DELETE FROM event
TRUNCATE event
DROP TABLE event
ALTER TABLE event MODIFY at DATETIME NULL
UPDATE seal SET digest = REPEAT('0', 64)
DELETE FROM seal
TRUNCATE seal
DROP TABLE seal
UPDATE message SET body = 'x'
DELETE FROM message
TRUNCATE message
DELETE FROM ticket
TRUNCATE ticket
DROP TABLE ticket
UPDATE ticket_contact SET name = 'x'
UPDATE ticket_answer SET value = 'x'
DELETE FROM account
UPDATE attachment SET name = 'x'
INSERT INTO attachment_part VALUES (2, 1, 'x')
UPDATE attachment_part SET bytes = 'x'
DELETE FROM attachment_part
TRUNCATE attachment
DELETE FROM person
UPDATE role SET bit = 16 WHERE name = 'constituent'
INSERT INTO transition VALUES ('report', 'closed', 'new', 'x', 1)
UPDATE priority SET answer_minutes = 1
DELETE FROM migration
END

rm -f /tmp/belfry-rights-test
done_testing
