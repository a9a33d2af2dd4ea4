#!/bin/bash
# A backup: what it holds, what it refuses, and the same database out of it.
. "${BELFRY_SOURCE:-.}/tests/private"
. "$BELFRY_SOURCE/tests/running/tap.sh"
. "$BELFRY_SOURCE/tests/database/other.sh"
cd "$BELFRY_STATE" || exit 1

age-keygen -o secret.key 2>/dev/null
age-keygen -y secret.key >backup.keys
echo "backup_recipients = $BELFRY_STATE/backup.keys" >>"$BELFRY_CONF"
$BELFRY migrate --demo >/dev/null || exit 1

# What must not come to life again; a new table is in neither list until somebody
# has decided.
left_out="attempt credential_link draft draft_answer kept_form outbox session"
is "backups read every table but those that must not come to life again" \
	"$(awk '/^[a-z]/ && $5 != "S" { print $1 }' "$source/tests/database/rights" | tr '\n' ' ')" "$left_out "

# said PATTERN STATUS COMMAND...: that exit status, and words like these.
said() {
	local pattern=$1 wanted=$2 status=0
	shift 2

	"$@" >said 2>&1 || status=$?
	cat said
	[ "$status" = "$wanted" ] && grep -qE "$pattern" said
}

restore() {
	local name=$1
	shift

	BELFRY_CONF=$state/$name.conf $BELFRY restore "$@"
}

holds "a backup is made" said 'one.belfry: VELCIRT at .* tables, .* rows' 0 $BELFRY backup one.belfry
is "nobody else may read it" "$(stat -c %a one.belfry)" 600
is "nothing is left beside it" "$(echo ./*.part)" './*.part'
holds "it is an age file" grep -q '^age-encryption.org/v1' one.belfry
holds "nothing of it can be read" bash -c '! grep -qaE "argon2|Nadia|cirt.example" one.belfry'
holds "another one overwrites nothing" said 'overwrite' 1 $BELFRY backup one.belfry
holds "it can be checked" said 'whole and unaltered' 0 $BELFRY verify --key secret.key one.belfry
cp said verified
holds "standard output gets the same" bash -c "$BELFRY backup - >two.belfry 2>/dev/null &&
	$BELFRY verify --key secret.key two.belfry | diff <(grep '^  ' verified) <(grep '^  ')"
holds "but no terminal" said 'terminal' 2 script -qec "$BELFRY backup -" /dev/null
holds "a database in use is not restored into" said 'not empty' 3 $BELFRY restore --key secret.key one.belfry

other copy
holds "an empty one is" said '^restored' 0 restore copy --key secret.key one.belfry
each() {
	for table in $(sql -BN "$1" --execute 'SHOW TABLES'); do
		[[ " $left_out event " == *" $table "* ]] || sql -BN --execute "CHECKSUM TABLE $1.$table" | sed "s/^$1\.//"
	done
}
is "every row is there" "$(diff <(each belfry) <(each copy))" ""
holds "and history says that it was restored" test "$(sql -BN copy --execute \
	"SELECT action FROM event ORDER BY id DESC LIMIT 1")" = restored
all_of belfry >all.of.belfry
all_of copy | sed 's/\bcopy\b/belfry/g' >all.of.copy

done_testing
