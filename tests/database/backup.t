#!/bin/bash
# A backup: what it holds, what is refused as one, and the same database out of
# it, also after being killed on the way.
. "${BELFRY_SOURCE:-.}/tests/private"
. "$BELFRY_SOURCE/tests/running/tap.sh"
. "$BELFRY_SOURCE/tests/database/other.sh"
cd "$BELFRY_STATE" || exit 1

age-keygen -o secret.key 2>/dev/null
age-keygen -o other.key 2>/dev/null
age-keygen -y secret.key >backup.keys
mkdir folder
cat >>"$BELFRY_CONF" <<END
backup_recipients = $BELFRY_STATE/backup.keys
backup_folder = $BELFRY_STATE/folder
backups_kept = 3
END
$BELFRY migrate --demo >/dev/null || exit 1

# said STATUS PATTERN COMMAND...: that exit status, and words like these.
said() {
	local wanted=$1 pattern=$2 status=0
	shift 2

	"$@" >said 2>&1 || status=$?
	cat said
	[ "$status" = "$wanted" ] && grep -qE -e "$pattern" said
}

# As `belfry`, for the database NAME.
for_database() {
	local name=$1
	shift

	BELFRY_CONF=$state/$name.conf $BELFRY "$@"
}

restore() {
	for_database "$1" restore --key "${3:-secret.key}" "$2"
}

# What a backup says of each table: name, rows, digest. History and how far the
# schema has come go on after a restore.
tables_in() {
	$BELFRY verify --key secret.key "$1" | grep '^  ' | grep -vE '^  (event|migration) '
}

# Within half a minute.
until_true() {
	local tries=600

	until "$@"; do
		((--tries > 0)) || return 1
		sleep 0.05
	done
}


# --- what is in it

# What must not come to life again, and what a restore writes anew. A new table
# is in neither list until somebody has decided.
left_out="attempt carried credential_link draft draft_answer kept_form outbox printing returned session threat_exploited threat_likely threat_source"
is "backups read every table but those that must not come to life again" \
	"$(awk '/^[a-z]/ && $5 != "S" { print $1 }' "$source/tests/database/rights" | tr '\n' ' ')" "$left_out "

# Files of odd sizes, and one that nobody has sent yet.
a_file() {
	echo "INSERT INTO attachment (id, holder, ticket_id, message_id, name, declared, size, sha256, stored_at, ends_at)
		VALUES ($1, $2, 'odd', '', $3, SHA2(LEFT(REPEAT(SHA2('$1', 512), 30000), $3), 256), '2026-01-01', '2026-01-02');"
	for ((part = 0; part * 1048576 < $3; part++)); do
		echo "INSERT INTO attachment_part VALUES ($1, $part, SUBSTR(LEFT(REPEAT(SHA2('$1', 512), 30000), $3), $((part * 1048576 + 1)), 1048576));"
	done
}
id=100
{
	for size in 0 1 1048575 1048576 1048577 2097152 2500001; do
		a_file $((++id)) "NULL, 1001, 100100" $size
	done
	a_file 200 "REPEAT('c', 64), NULL, NULL" 1048577
} | sql belfry
sql -BN belfry --execute 'SELECT attachment_id, number, LENGTH(bytes), SHA2(bytes, 256) FROM attachment_part
	JOIN attachment ON attachment.id = attachment_id WHERE ticket_id IS NOT NULL' >files.before

holds "a backup is made" said 0 'one.age: VELCIRT at .* tables, .* rows' $BELFRY backup one.age
is "nobody else may read it" "$(stat -c %a one.age)" 600
is "nothing is left beside it" "$(find . -name '*.part')" ''
holds "it is an age file" grep -q '^age-encryption.org/v1' one.age
holds "nothing of it can be read" bash -c '! grep -qaE "argon2|Nadia|cirt.example" one.age'
holds "another one overwrites nothing" said 1 'overwrite' $BELFRY backup one.age
holds "it can be checked" said 0 'whole and unaltered' $BELFRY verify --key secret.key one.age
holds "with its own tools as well" bash -c "age -d -i secret.key one.age | zstd -dq | head -n 1 | grep -qx 'belfry backup 1'"
$BELFRY backup - 2>/dev/null >two.age
is "standard output gets the same" "$(tables_in two.age)" "$(tables_in one.age)"
holds "but no terminal" said 2 'terminal' script -qec "$BELFRY backup -" /dev/null
holds "options that there are not" said 2 usage $BELFRY backup --everything
mv backup.keys away.keys
holds "without public keys there is none" said 2 'public keys' $BELFRY backup none.age
echo 'not a key' >backup.keys
holds "nor with something else" said 1 'cannot write' $BELFRY backup none.age
mv away.keys backup.keys
is "and no file" "$(ls | grep none)" ''


# --- out of it again

holds "a database in use is not restored into" said 3 'not empty' $BELFRY restore --key secret.key one.age
other copy
holds "an empty one is" said 0 '^restored' restore copy one.age
for_database copy backup copy.age >/dev/null
is "it holds the same" "$(tables_in copy.age)" "$(tables_in one.age)"
other fresh
migrate fresh >/dev/null
for kind in routine tables; do
	case $kind in
	routine) of="SELECT routine_name, routine_definition FROM information_schema.routines WHERE routine_schema = '@' ORDER BY 1";;
	tables) of="SELECT user, table_name, table_priv FROM mysql.tables_priv WHERE db = '@' ORDER BY 1, 2";;
	esac
	is "with the same $kind and rights as any" "$(sql -BN --execute "${of//@/copy}")" "$(sql -BN --execute "${of//@/fresh}")"
done
is "and the same tables" "$(diff <(schema_of copy) <(schema_of fresh))" ""
is "history says that it was restored" "$(sql -BN copy --execute "SELECT action, to_value FROM event
	ORDER BY id DESC LIMIT 1" | tr '\t' ' ')" "restored $(grep -o '20[0-9-]*T[0-9:]*Z' said | head -n 1)"
holds "it is restored into once" said 3 'not empty' restore copy one.age
is "with the files that were sent, whole" "$(sql -BN copy --execute 'SELECT attachment_id, number, LENGTH(bytes), SHA2(bytes, 256)
	FROM attachment_part')" "$(cat files.before)"
sql copy --execute "UPDATE attachment_part SET bytes = CONCAT('x', SUBSTR(bytes, 2)) WHERE attachment_id = 104 AND number = 0"
holds "a file that is altered is seen" said 3 '^wrong: file 104 of ticket 1001' for_database copy verify
sql copy --execute "DELETE FROM attachment_part WHERE attachment_id = 107 AND number = 1"
holds "one that has lost a part as well" said 3 '^wrong: file 107 of ticket 1001' for_database copy verify
sql belfry --execute 'DELETE FROM attachment'
holds "tables in which nobody has written yet are empty too" said 0 '^restored' restore fresh one.age


# --- refused, with nothing written

# refused FILE [SECRET KEY]
refused_count=0
refused() {
	said 3 'is not restored' restore nothing "$@" || { echo "# $1 $(cat said)" >&2; return 1; }
	refused_count=$((refused_count + 1))
}
other nothing

holds "another key opens nothing" refused one.age other.key
holds "nor does no key" said 2 'cannot open the key' restore nothing one.age no.key
holds "the same when it is only checked" said 3 'no identity matched' $BELFRY verify --key other.key one.age

# More than one piece of age's (64 KiB), so that they can be mixed up.
# say_much TIMES: messages that cannot be made smaller.
say_much() {
	local i

	for ((i = 0; i < $1; i++)); do
		echo "INSERT INTO message (ticket_id, direction, body, written_at)
			VALUES (1001, 'note', '$(head -c 90000 /dev/urandom | base64 -w 0)', '2026-01-01');"
	done | sql belfry
}
say_much 4
$BELFRY backup long.age >/dev/null
size=$(stat -c %s long.age)
header=$(perl -0777 -ne '/\n--- .*?\n/g and print pos' long.age)
piece=$((65536 + 16)) first=$((header + 16))
holds "it has several pieces" test "$size" -gt $((first + 3 * piece))

# altered AT: one bit there is another.
altered() {
	cp long.age altered.age
	perl -e 'open my $f, "+<", "altered.age"; seek $f, $ARGV[0], 0; read $f, my $c, 1; seek $f, $ARGV[0], 0;
		print $f $c ^ chr(1 << $ARGV[0] % 8)' "$1"
	! cmp -s long.age altered.age && refused altered.age
}
places=(0 21 22 40 "$((header - 60))" "$((header - 2))" "$header" "$((header + 15))" "$first" "$((first + 1))"
	"$((first + piece - 17))" "$((first + piece - 1))" "$((first + piece))" "$((first + 2 * piece + 5))" "$((size - 17))" "$((size - 16))" "$((size - 1))")
while [ ${#places[@]} -lt 50 ]; do
	places+=($(((RANDOM << 15 | RANDOM) % size)))
done
bad=
for at in "${places[@]}"; do
	altered "$at" >/dev/null || bad="$bad $at"
done
is "altered at ${#places[@]} places" "$bad" ""

bad=
for length in 0 1 22 100 "$header" "$((header + 16))" "$first" "$((first + piece))" "$((first + 2 * piece))" \
	$((size / 2)) $((size - 16)) $((size - 1)); do
	head -c "$length" long.age >cut.age
	refused cut.age >/dev/null || bad="$bad $length"
done
is "cut off anywhere" "$bad" ""

part() {
	tail -c +$(($1 + 1)) long.age | head -c "$2"
}
{ part 0 "$first"; part $((first + piece)) "$piece"; part "$first" "$piece"; part $((first + 2 * piece)) "$size"; } >mixed.age
holds "pieces in another order" refused mixed.age
{ part 0 "$first"; part $((first + piece)) "$size"; } >mixed.age
holds "a piece left out" refused mixed.age
{ part 0 $((first + piece)); part "$first" "$size"; } >mixed.age
holds "a piece twice" refused mixed.age
{ cat long.age; echo more; } >mixed.age
holds "something behind it" refused mixed.age
cat long.age long.age >mixed.age
holds "itself behind it" refused mixed.age

# Whoever has the public keys can encrypt anything.
sealed() {
	zstd -q | age -R backup.keys -o "$1"
}
age -d -i secret.key one.age | zstd -dq >plain
rm -f mixed.age
age -R backup.keys -o mixed.age <plain
holds "not compressed" refused mixed.age
rm mixed.age
printf 'hello\n' | sealed mixed.age
holds "of something else" refused mixed.age
rm mixed.age
: | sealed mixed.age
holds "of nothing" refused mixed.age
rm mixed.age
sed '1s/1/2/' plain | sealed mixed.age
holds "of another form" said 3 'newer program' restore nothing mixed.age
rm mixed.age
{ cat plain; echo; } | sealed mixed.age
holds "with a line more" refused mixed.age
rm mixed.age
sed 's/n.okonjo@landregistry/x.okonjo@landregistry/' plain | sealed mixed.age
holds "with a value of somebody else's" refused mixed.age
rm mixed.age
grep -av '^row 4:1001 ' plain | sealed mixed.age
holds "with fewer rows" refused mixed.age
rm mixed.age
for lie in 's/^row 1:1 /row 99999999:1 /' 's/^row 1:1 /row -1:1 /' 's/^row 1:1 /row 00000000001:1 /' \
	's/^row 1:1 /row 1x1 /' 's/^table account /table `account` /' 's/^table account [0-9]*/table account -5/' \
	's/^schema 1/schema 1000/' 's/^schema 1/schema x/' 's/^team .*/team/' 's/^table account.*/table account 0/' \
	's/^total [0-9]*/total 1/' 's/^mark .*/mark/' 's/^end \([0-9]*\)/end 1\1/'; do
	sed "$lie" plain | sealed mixed.age
	cmp -s <(sed "$lie" plain) plain || refused mixed.age >/dev/null || bad="$bad ($lie)"
	rm mixed.age
done
is "with lines that lie" "$bad" ""

# All digests right, but nobody has the installation's key.
perl -0777 -MDigest::SHA=sha256_hex -pe 's/^team VELCIRT/team EVILONE/m; s/^total (\d+ \d+) \w+/"total $1 " . sha256_hex(substr $_, 0, $-[0])/me' \
	plain >forged
sealed mixed.age <forged
holds "forged with care" said 3 "another installation's key" restore nothing mixed.age

cp "$state/secrets/key" kept.key
random_hex >"$state/secrets/key"
holds "of another installation" said 3 "another installation's key" restore nothing one.age
is "nothing was written by any of it" "$(sql -BN --execute "SELECT table_name FROM information_schema.tables
	WHERE table_schema = 'nothing'")" ""
holds "where that key is lost it can be said" said 0 '^restored' for_database nothing restore \
	--key secret.key --installation-key-was-lost one.age
cp kept.key "$state/secrets/key"
holds "refused were more than 70" test "$refused_count" -gt 70


# --- older and newer, and every kind of column

cp -r "$source/sql" sql.newer
cat >sql.newer/migrations/900-odd.sql <<'END'
CREATE TABLE IF NOT EXISTS odd (
	id INT NOT NULL AUTO_INCREMENT, part INT NOT NULL, bytes MEDIUMBLOB NULL, fixed BINARY(4) NULL, words TEXT NULL,
	one ENUM('', 'a b', '-') NULL, bits BIT(11) NULL, amount DECIMAL(30,10) NULL, real_number DOUBLE NULL,
	at DATETIME(6) NULL, hour TIME NULL, day DATE NULL, `select` BOOLEAN NULL, computed INT AS (part + 1),
	parent INT NULL, PRIMARY KEY (id, part), FOREIGN KEY (parent) REFERENCES odd (id)
);
INSERT IGNORE INTO odd (id, part) VALUES (1, 1);
END
echo 'GRANT SELECT ON odd TO belfry_backup@localhost;' >>sql.newer/grants.sql
other newer "$state/sql.newer"
restore newer one.age >/dev/null
is "an older backup goes on to this program's version" \
	"$(sql -BN newer --execute 'SELECT MAX(version) FROM migration; SELECT COUNT(*) FROM odd')" $'900\n1'
# Every byte, and lengths around the pieces of whatever is between.
for ((i = 0; i < 256; i++)); do
	printf -v hex '%s%02x' "${hex:-}" "$i"
done
{
	echo "DELETE FROM odd; INSERT INTO odd (id, part, bytes, fixed, words, one, bits, amount, real_number, at, hour, day, \`select\`, parent) VALUES
	(1, 1, '', 0x00000000, '', '', 0, 0, 0, '2026-01-01', '00:00:00', '2026-01-01', 0, NULL),
	(2, 2, 0x$hex, 0x0aff2000, CONCAT('a', CHAR(10), 'row 1:1', CHAR(13), CHAR(0), '-', CHAR(9), '\\\\ '), 'a b', b'10100000001', -12345678901234567890.0123456789,
		0.1, '2026-02-28 23:59:59.999999', '-838:59:59', '1000-01-01', 1, 1),
	(2, -5, 0x2d, NULL, '👩‍🚒 e\u0301 مرحبا', '-', NULL, NULL, 1.7976931348623157e308, NULL, NULL, '9999-12-31', NULL, 1),
	(3, 1, NULL, NULL, NULL, NULL, NULL, 0.0000000001, 4.9e-324, NULL, NULL, NULL, NULL, 3);"
	for length in 1 255 256 65535 65536 65537 131071 131072 131073 1048575 1048576 1048577; do
		echo "INSERT INTO odd (id, part, bytes) VALUES (10, $length, LEFT(REPEAT(UNHEX(SHA2($length, 512)), 20000), $length));"
	done
	echo "INSERT INTO odd (id, part) VALUES (500, 1); DELETE FROM odd WHERE id = 500;"
} | sql --default-character-set=utf8mb4 newer
for_database newer backup newer.age >/dev/null
holds "a newer backup is refused" said 3 'version 900 and this program knows .*: use belfry' restore copy newer.age
other odd "$state/sql.newer"
holds "columns of every kind are restored" said 0 '^restored' restore odd newer.age
is "as they were" "$(sql -BN --execute 'CHECKSUM TABLE odd.odd' | cut -f 2)" "$(sql -BN --execute 'CHECKSUM TABLE newer.odd' | cut -f 2)"
is "with every byte" "$(sql -BN odd --execute 'SELECT HEX(bytes) FROM odd WHERE part = 2')" "${hex^^}"
is "numbers that were given are not given again" "$(sql -BN odd --execute 'INSERT INTO odd (part) VALUES (9); SELECT LAST_INSERT_ID()')" 501


# --- killed, and out of room

limited() {
	(ulimit -f "$1"; shift; exec "$@")
}
holds "no room for it" said 1 'cannot write' limited 40 $BELFRY backup full.age
holds "nor at the very end" said 1 'cannot write' limited $((size / 1024)) $BELFRY backup full.age
holds "a full device" said 1 'cannot write' bash -c "$BELFRY backup - >/dev/full"
holds "a folder that is not there" said 1 'cannot make' $BELFRY backup "$state/nowhere/full.age"
is "leave nothing" "$(ls | grep full)" ''

killed=0 half=0
for ((round = 1; round <= 12; round++)); do
	$BELFRY backup killed.age >/dev/null 2>&1 &
	pid=$!
	sleep "0.$(printf '%03d' $((RANDOM % 150)))"
	{ kill -KILL $pid && wait $pid; } 2>/dev/null && killed=$((killed + 1))
	if [ -e killed.age ]; then
		$BELFRY verify --key secret.key killed.age >/dev/null || half=$((half + 1))
		rm killed.age
	fi
done
is "killed at 12 moments it leaves no half file under its name" "$half" 0

# A backup that waits in the middle, because nobody takes what it writes.
mkfifo slow
begin_slow() {
	$BELFRY backup - >slow 2>slow.err &
	slow=$!
	exec {reader}<slow
	head -c 200000 <&$reader >slow.age
}
end_slow() {
	cat <&$reader >>slow.age
	exec {reader}<&-
	wait $slow
}
sql belfry --execute "INSERT INTO message (ticket_id, direction, body, written_at)
	SELECT 1001, 'note', REPEAT(SHA2(RAND(), 512), 1000), '2026-01-01' FROM ticket_answer LIMIT 12"
say_much 8
$BELFRY backup before.age >/dev/null
begin_slow
# Between what was read and what was not: a ticket, all it hangs on, and changes.
sql belfry --execute "
	INSERT INTO account_role SELECT 8, name FROM role WHERE name NOT IN (SELECT role FROM account_role WHERE account_id = 8);
	INSERT INTO ticket (reference, kind, state, place, subject, priority, tlp, channel, language, opened_at, due_at,
		clock_at, changed_at, secret) SELECT 'VELCIRT-2026-2222222', kind, state, place, 'Later', priority, tlp, channel,
		language, opened_at, due_at, clock_at, changed_at, secret FROM ticket WHERE id = 1001;
	SET @ticket = LAST_INSERT_ID();
	INSERT INTO ticket_contact (ticket_id, name) VALUES (@ticket, 'Later');
	INSERT INTO message (ticket_id, direction, body, written_at) VALUES (@ticket, 'note', 'Later', '2026-01-01');
	UPDATE ticket SET subject = 'Later', version = version + 1 WHERE id = 1001;
	DELETE FROM ticket_answer WHERE ticket_id = 1001"
holds "a backup goes on while people write" end_slow
is "and holds what was there when it began" "$(tables_in slow.age)" "$(tables_in before.age)"

begin_slow
sql -BN --execute "SELECT CONCAT('KILL ', id) FROM information_schema.processlist WHERE user = 'belfry_backup'" | sql
end_slow
is "a backup whose connection breaks fails" "$?" 1
holds "and says so" grep -q 'could not be read' slow.err
holds "what came out of it is refused" said 3 'is not' $BELFRY verify --key secret.key slow.age

# Killed, it is run again; whatever it left is not opened to anybody.
$BELFRY backup long2.age >/dev/null
other measured
began=$EPOCHREALTIME
restore measured long2.age >/dev/null
took=$(((${EPOCHREALTIME/./} - ${began/./}) / 1000))
for_database measured backup measured.age >/dev/null
again=0 different=0
for ((round = 1; round <= 4; round++)); do
	other often
	for kill in 1 2; do
		BELFRY_CONF=$state/often.conf $BELFRY restore --key secret.key long2.age >restored 2>&1 &
		pid=$!
		sleep "$(printf '%d.%03d' $((took * round / 4000)) $((took * round / 4 % 1000)))"
		{ kill -KILL $pid && wait $pid; } 2>/dev/null
		if [ -n "$(sql -BN often --execute "SHOW TABLES LIKE 'restoring'")" ]; then
			again=$((again + 1))
			for_database often migrate >restored 2>&1 && different=$((different + 1))
		fi
	done
	restore often long2.age >restored 2>&1 || grep -q 'not empty' restored || { sed 's/^/# /' restored; different=$((different + 1)); }
	for_database often backup often.age >/dev/null
	[ "$(tables_in often.age)" = "$(tables_in measured.age)" ] || different=$((different + 1))
	rm -f often.age
	drop_other often
done
is "a restore that was killed 8 times is run again and ends well" "$different" 0
holds "some of them in the middle" test "$again" -gt 1


# --- a folder of them

mkdir -p folder
touch folder/belfry-20260101T030000Z.zst.age folder/belfry-20260102T030000Z.zst.age folder/belfry-20260103T030000Z.zst.age \
	folder/belfry-20260104T030000Z.zst.age folder/mine.age folder/belfry-20260101T030000Z.zst.age.old \
	folder/belfry-20260104T040000Z.zst.age.AbCdEf.part folder/belfry-20260104T050000Z.zst.age.AbCdEf.part
exec {writing}<folder/belfry-20260104T050000Z.zst.age.AbCdEf.part
flock $writing
mv backup.keys away.keys
echo 'not a key' >backup.keys
$BELFRY backup >/dev/null 2>&1
is "when none can be made none goes" "$?:$(ls folder | wc -l)" 1:8
mv away.keys backup.keys
holds "by itself it makes one in its folder" said 0 'folder/belfry-20[0-9T]*Z.zst.age: VELCIRT' $BELFRY backup
made=$(grep -o 'folder/[^:]*' said)
is "and keeps as many as it should, and files of others" "$(ls folder | sed "s/^$(basename "$made")$/now/" | sort | tr '\n' ' ')" \
	"$(printf '%s ' belfry-20260101T030000Z.zst.age.old belfry-20260103T030000Z.zst.age belfry-20260104T030000Z.zst.age \
		belfry-20260104T050000Z.zst.age.AbCdEf.part mine.age now | tr ' ' '\n' | sort | tr '\n' ' ' | sed 's/^ //')"
exec {writing}<&-

done_testing
