#!/bin/bash
# The machine burns down; what people find on the next one.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 08:00:00'
age-keygen -o "$state/secret.key" 2>/dev/null
age-keygen -y "$state/secret.key" >"$state/backup.keys"

# On a server that has never been started before: users, and no table.
another_machine() {
	away
	rm -rf "$state/database"
	install_database && here && make_users
}

restored() {
	BELFRY_CONF=$state/story.conf $BELFRY restore --key "$state/secret.key" "$@"
}

# More than two of the pieces that files are kept in.
head -c 2500000 /dev/urandom >"$state/plan"

story "a reporter, an analyst, and a backup of that night"
setting "backup_recipients = $state/backup.keys"
report description='The mill has stopped.' name=Anna contact_how=page
person bert analyst
sign_in bert
get /desk/queue
see "$reference"
get "/desk/tickets/$reference"
fill body='Switch the mill off.'
attach files "$state/plan" 'the plan.pdf' application/pdf
press 'Send reply'
see 'the plan.pdf'
get /account
holds_true "the backup is made" env BELFRY_CONF="$state/story.conf" $BELFRY backup "$state/night.age"
dump() {
	sql belfry --batch --execute 'SELECT * FROM ticket; SELECT * FROM ticket_contact; SELECT * FROM ticket_answer;
		SELECT * FROM message; SELECT * FROM account; SELECT * FROM account_role; SELECT * FROM person'
}
dump >"$state/before"
change "INSERT INTO message (ticket_id, direction, body, written_at)
	SELECT id, 'note', 'After the backup', '2026-11-23 09:00:00' FROM ticket"
first=$reference first_secret=$secret

holds_true "another machine is set up" another_machine
is "there is nothing on it" "$(rows 'SHOW TABLES')" ""
get /
status 500 503
expect_errors
holds_true "the backup is restored" restored "$state/night.age"
dump >"$state/after"
is "what people wrote is there as it was" "$(diff "$state/before" "$state/after")" ""
holds_true "all of it is sound" env BELFRY_CONF="$state/story.conf" $BELFRY verify
is "sessions are not" "$(rows 'SELECT COUNT(*) FROM session')" 0

get /desk/queue
lands_on '/login?next=%2Fdesk%2Fqueue'
now '2026-11-23 10:00:00'
sign_in bert
get "/desk/tickets/$first"
see 'The mill has stopped.' 'Switch the mill off.'
not_see 'After the backup'
click 'the plan.pdf'
save "$state/back"
holds_true "the file is what was sent" cmp "$state/plan" "$state/back"

as reader
get /follow
fill reference="$first" secret="$first_secret"
press 'Open the report'
lands_on /follow/ticket
see 'The mill has stopped.' 'Switch the mill off.' 'the plan.pdf'
fill body='It is off.'
press 'Send message'
see 'Your message is with us.'

as another
report description='Another one, on the next machine.'
see "$reference"
holds_true "the number goes on where it was" test "$(rows "SELECT id FROM ticket WHERE reference = '$reference'")" -gt \
	"$(rows "SELECT id FROM ticket WHERE reference = '$first'")"

the_end
