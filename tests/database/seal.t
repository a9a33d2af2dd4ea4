#!/bin/bash
# The seals over what happened: made while people work, and broken by whoever
# changes the past, be it the owner of the database.
. "${BELFRY_SOURCE:-.}/tests/private"
. "$BELFRY_SOURCE/tests/running/tap.sh"
. "$BELFRY_SOURCE/tests/database/other.sh"
cd "$BELFRY_STATE" || exit 1

$BELFRY migrate --demo >/dev/null || exit 1
cat >>"$BELFRY_CONF" <<END
seal_after = 0
seal_anchors = $BELFRY_STATE/anchors
END

seal() {
	$BELFRY work --once --only seal
}

verify() {
	$BELFRY verify "$@" >said 2>&1
}

# The same; where it is not sound, the test shows why.
sound() {
	verify "$@" && return
	cat said
	return 1
}

# found PATTERN: verify ends with 3 and says this.
found() {
	local status=0

	verify || status=$?
	cat said
	[ "$status" = 3 ] && grep -qE "^wrong: $1" said
}

number() {
	sql -BN belfry --execute "$1"
}

# happen N: events, as pages write them.
happen() {
	sql belfry --execute "INSERT INTO event (at, account_id, object, object_id, action, from_value, to_value)
		SELECT UTC_TIMESTAMP(), 1, 'ticket', 1001, 'state', 'new', CONCAT('open', seq) FROM seq_1_to_$1"
}

# What the owner of the database does, and what gives it back.
keep() {
	sql belfry --execute 'DROP TABLE IF EXISTS kept_event, kept_seal;
		CREATE TABLE kept_event AS SELECT * FROM event; CREATE TABLE kept_seal AS SELECT * FROM seal'
	cp anchors kept_anchors
}
give_back() {
	sql belfry --execute 'DELETE FROM event; INSERT INTO event SELECT * FROM kept_event;
		DELETE FROM seal; INSERT INTO seal SELECT * FROM kept_seal'
	cp kept_anchors anchors
}

# tampered NAME STATEMENTS PATTERN
tampered() {
	sql belfry --execute "$2"
	holds "$1 is seen" found "$3"
	give_back
}


# --- made

sql belfry --execute "UPDATE event SET at = '2020-01-01' ORDER BY id LIMIT 1"
holds "what was never sealed is told" found 'nothing was sealed since 2020'
: >anchors
holds "the demo is sealed" seal
holds "and sound" verify
holds "nothing is behind" grep -qE "^$(number 'SELECT COUNT(*) FROM event') events under 1 seals, 0 of them late; 0 behind" said
is "nothing new, no seal" "$(seal 2>/dev/null; number 'SELECT COUNT(*) FROM seal')" 1
happen 2500
seal 2>sealed.log
is "many are sealed in several pieces" "$(number 'SELECT COUNT(*) FROM seal')" 4
is "each is noted in the log" "$(grep -c 'seal [0-9]* events [0-9]*-[0-9]* digest [0-9a-f]\{64\}' sealed.log)" 4
is "and among the anchors" "$(cut -d ' ' -f 1,2 anchors | sort -u | tr '\n' ' ')" 'seal 1 seal 2 seal 3 seal 4 '
is "which nobody else reads" "$(stat -c %a anchors)" 600

# Numbers that nobody got, and one that is seen after those behind it.
sql belfry --execute "START TRANSACTION; INSERT INTO event (at, object, object_id, action) VALUES (NOW(), 'ticket', 1, 'x'), (NOW(), 'ticket', 1, 'x'); ROLLBACK"
happen 1
mkfifo slow
sql -N --unbuffered belfry <slow >slow.out &
slow=$!
exec {late}>slow
echo "START TRANSACTION; INSERT INTO event (at, object, object_id, action) VALUES (NOW(), 'ticket', 1001, 'late'); SELECT 'written', LAST_INSERT_ID();" >&$late
tries=0
until grep -q written slow.out || ((++tries > 600)); do sleep 0.05; done
happen 3
seal 2>/dev/null
holds "one that is not committed is not waited for" verify
echo 'COMMIT;' >&$late
exec {late}>&-
wait $slow
late=$(grep written slow.out | tr -dc '0-9')
holds "when it is seen it is not under a seal" found "event $late was put in after seal 5"
seal 2>sealed.log
holds "the sealer tells" grep -q "event $late appeared after" sealed.log
holds "and seals it as late" verify
holds "which can be counted" grep -q ' 1 of them late; 0 behind' said
is "rolled back numbers are known to be nobody's" "$(number 'SELECT missing FROM seal WHERE number = 5' | grep -cE '[0-9]+-[0-9]+,[0-9]+')" 1

# Several writers, some of whom change their minds, and two sealers.
write_much() {
	local i

	for ((i = 0; i < 40; i++)); do
		echo "START TRANSACTION; INSERT INTO event (at, object, object_id, action) VALUES (NOW(), 'ticket', 1001, 'w$1'), (NOW(), 'ticket', 1001, 'w$1');
			DO SLEEP(RAND() / 50); $( ((RANDOM % 4)) && echo COMMIT || echo ROLLBACK);"
	done | sql belfry
}
writers=()
for i in 1 2 3; do
	write_much $i &
	writers+=($!)
done
for i in 1 2; do
	while kill -0 "${writers[0]}" 2>/dev/null || kill -0 "${writers[1]}" 2>/dev/null || kill -0 "${writers[2]}" 2>/dev/null; do
		seal 2>/dev/null
	done &
	sealers[i]=$!
done
wait "${writers[@]}" "${sealers[@]}"
seal 2>/dev/null
holds "three writers and two sealers: sound" verify
holds "with every event under a seal" grep -qE "^$(number 'SELECT COUNT(*) FROM event') events under .*; 0 behind" said


# --- broken

# The last run of the sealer may have ended with a late one; here the chain ends
# with a seal that came in its turn.
happen 3
seal 2>/dev/null
keep
first=$(number 'SELECT MIN(id) FROM event')
middle=$(number 'SELECT id FROM event ORDER BY id LIMIT 1 OFFSET 1200')
gap=$(number "SELECT SUBSTRING_INDEX(missing, '-', 1) FROM seal WHERE number = 5")
newest=$(number 'SELECT MAX(id) FROM event')
for change in "at = at + INTERVAL 1 SECOND" "account_id = 2" "account_id = NULL" "object = 'account'" "object_id = 1002" \
	"action = 'tlp'" "from_value = NULL" "to_value = 'closed'" "to_value = ''"; do
	tampered "an event with $change" "UPDATE event SET $change WHERE id = $middle" 'seal [0-9]+ does not fit'
done
tampered "the first event, edited," "UPDATE event SET action = 'x' WHERE id = $first" 'seal 1 does not fit'
tampered "the last one" "UPDATE event SET action = 'x' WHERE id = $newest" 'seal [0-9]+ does not fit'
tampered "values moved from one column to the next" "UPDATE event SET from_value = 'new ', to_value = SUBSTR(to_value, 2) WHERE id = $middle" 'seal'
tampered "two events that changed places" "SET @o = (SELECT to_value FROM event WHERE id = $middle);
	UPDATE event SET to_value = (SELECT to_value FROM kept_event WHERE id = $middle + 1) WHERE id = $middle;
	UPDATE event SET to_value = @o WHERE id = $middle + 1" 'seal'
tampered "an event removed" "DELETE FROM event WHERE id = $middle" "event $middle, under seal [0-9]+, is gone"
tampered "the first event removed" "DELETE FROM event WHERE id = $first" "event $first, under seal 1, is gone"
tampered "the last one removed" "DELETE FROM event WHERE id = $newest" "event $newest, under seal [0-9]+, is gone"
tampered "the late one removed" "DELETE FROM event WHERE id = $late" "event $late, under seal 6, is gone"
tampered "an event put in where there was none" "INSERT INTO event (id, at, object, object_id, action)
	VALUES ($first - 1, '2026-01-01', 'ticket', 1, 'x')" "event $((first - 1)) was put in after seal 1"
tampered "one with the number of another" "UPDATE event SET id = $gap WHERE id = $newest" "event $gap was put in"
tampered "a seal edited" "UPDATE seal SET sealed_at = sealed_at - INTERVAL 1 DAY WHERE number = 2" 'seal 2 does not fit'
tampered "another digest" "UPDATE seal SET digest = REPEAT('0', 64) WHERE number = 2" 'seal 3 does not fit'
tampered "a seal removed" "DELETE FROM seal WHERE number = 2" 'between seal 1 and seal 3 others are gone'
tampered "the first seal removed" "DELETE FROM seal WHERE number = 1" 'between seal 0 and seal 2 others are gone'
tampered "a gap made wider" "UPDATE seal SET missing = CONCAT(missing, ',$middle') WHERE number = 2; DELETE FROM event WHERE id = $middle" 'seal 2 does not fit'
tampered "a late one that was none" "UPDATE seal SET late = TRUE WHERE number = 3" 'seal'
# The last one that came in its turn: what came late is of an older place.
last_seal=$(number 'SELECT MAX(number) FROM seal')
is "the last seal came in its turn" "$(number "SELECT late FROM seal WHERE number = $last_seal")" 0
cut="DELETE FROM event WHERE id >= (SELECT first_event FROM seal WHERE number = $last_seal) ORDER BY id; DELETE FROM seal WHERE number = $last_seal"
tampered "the end cut off, events and seals," "$cut" "seal $last_seal was made and is gone"
tampered "everything removed" "DELETE FROM event; DELETE FROM seal" "seal 1 was made and is gone"
sql belfry --execute "UPDATE event SET to_value = 'y' WHERE id = $middle; DELETE FROM seal"
mv anchors anchors.away
seal 2>/dev/null
mv anchors.away anchors
holds "a chain made anew is seen" found 'seal [0-9]+ is another one than was noted'
give_back
sql belfry --execute "$cut"
sed -i 's|^seal_anchors.*||' "$BELFRY_CONF"
holds "without anchors the end can be cut off: that is what they are for" sound
grep 'seal [0-9]* events' sealed.log >system.log
sed 's/^seal/2026-01-01 host belfry[7]: seal/' kept_anchors >>system.log
holds "the log of another machine serves as well" bash -c "! $BELFRY verify --anchors system.log && $BELFRY verify --anchors system.log | grep -q '^wrong: seal $last_seal was made'"
give_back
holds "given back, all of it is sound" verify
holds "also against the log" verify --anchors system.log
holds "as it is read" bash -c "cat system.log | $BELFRY verify --anchors /dev/stdin | grep -q '^$(grep -c . system.log) seals noted'"
holds "and against all that was noted" verify --anchors anchors
is "anchors that are not there are wrong" "$(verify --anchors nowhere; echo $?)" 3
echo "seal_anchors = $BELFRY_STATE/anchors" >>"$BELFRY_CONF"


# --- and in backups

age-keygen -o secret.key 2>/dev/null
age-keygen -y secret.key >backup.keys
echo "backup_recipients = $BELFRY_STATE/backup.keys" >>"$BELFRY_CONF"
$BELFRY backup sealed.age >/dev/null
happen 5
seal 2>/dev/null
sql --execute 'DROP DATABASE belfry'
cp "$BELFRY_CONF" belfry.conf.kept
other belfry
cp belfry.conf.kept "$BELFRY_CONF"
holds "a backup is restored" $BELFRY restore --key secret.key sealed.age
seal 2>/dev/null
happen 3
seal 2>/dev/null
holds "the chain goes on from there" verify
holds "and says that something was restored" grep -q 'and 1 restores' said
sql belfry --execute "DELETE FROM seal WHERE number = 2"
holds "what was before can still be proven" found 'seal 2 was made and is gone'


# --- what else is not as it should be

sql belfry --execute "INSERT INTO seal SELECT 1000, 1, 1, 0, '', 1, '2026-01-01', REPEAT('0', 64); DELETE FROM seal; DELETE FROM event WHERE object = 'backup'"
rm anchors
seal 2>/dev/null
holds "a sound database" verify
broken() {
	sql belfry --execute "SET foreign_key_checks = 0; $2"
	holds "$1" found "$3"
	sql belfry --execute "$4"
}
broken "a message without its ticket" "INSERT INTO message (ticket_id, direction, body, written_at) VALUES (77, 'note', 'x', NOW())" \
	'1 rows of message name rows of ticket that are not there' 'DELETE FROM message WHERE ticket_id = 77'
broken "a ticket in the wrong list" "UPDATE ticket SET place = 'closed' WHERE id = 1001" '1 tickets are in a list' \
	"UPDATE ticket SET place = 'open' WHERE id = 1001"
broken "a clock that should stand" "UPDATE ticket SET answered_at = NOW() WHERE id = 1001" '1 tickets have a clock' \
	"UPDATE ticket SET answered_at = NULL WHERE id = 1001"
holds "and sound again" verify

done_testing
