#!/bin/bash
# Each thing that one can do with a ticket, when a colleague was faster, and
# when whoever does it may no longer.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 08:00:00'
story "the people"
person Anna analyst
person Bert duty_lead
bert=$person
person Adam administrator
sign_in Anna
anna_session=$(cookie belfry_session)
sign_in Bert
bert_session=$(cookie belfry_session)

# A ticket, faster than through the form; its last letter is its first, which is
# what the check wants of them.
letters=23456789BCDFGHJKMNPQRSTVWXZ
a_ticket() {
	reference=TESTCIRT-2026-${letters:0:1}22222${letters:0:1}
	letters=${letters:1}
	change "INSERT INTO ticket (reference, kind, state, place, subject, category, rsit_class, rsit_type, priority,
			tlp, channel, language, opened_at, due_at, clock_at, changed_at, secret)
		VALUES ('$reference', 'report', 'new', 'open', 'A strange program', 'malware', 'malicious-code',
			'infected-system', 'normal', 'amber', 'web', 'en', '2026-11-23 07:00:00', '2026-11-24 07:00:00',
			'2026-11-24 07:00:00', '2026-11-23 07:00:00', SHA2('$reference', 256));
		INSERT INTO message (ticket_id, direction, body, written_at)
		VALUES (LAST_INSERT_ID(), 'from_reporter', 'A strange program asks for money.', '2026-11-23 07:00:00');
		INSERT INTO event (at, object, object_id, action, to_value)
		SELECT '2026-11-23 07:00:00', 'ticket', id, 'opened', 'new' FROM ticket WHERE reference = '$reference'"
}

everybody() {
	as Bert
	set_cookie belfry_session "$bert_session"
	as Anna
	set_cookie belfry_session "$anna_session"
}

# A ticket that both look at, Bert last.
both_open_it() {
	everybody
	a_ticket
	as Anna
	get "/desk/tickets/$reference"
	as Bert
	get "/desk/tickets/$reference"
}

facts() {
	rows "SELECT state, place, owner_id, priority, tlp, rsit_type, subject, spam, duplicate_of_id, held, version
		FROM ticket WHERE reference = '$reference'"
}

# late NAME BUTTON PART [FIELD=VALUE]: Anna does it from a page that Bert has
# made old; she is told what he did, and keeps what she typed.
late() {
	local name=$1 button=$2 part=$3 field=${4:-}

	story "late: $name"
	both_open_it
	fill tlp=green
	press Save /tlp
	see 'The sharing label is changed.'
	before=$(facts)
	events=$(rows 'SELECT COUNT(*) FROM event')
	as Anna
	[ -z "$field" ] || fill "$field"
	press "$button" "$part"
	status 409
	see 'This ticket changed while you were writing' \
		'Nothing was overwritten, and what you typed is below. Since then: Bert: Sharing: TLP:GREEN'
	is "nothing is changed" "$(facts)" "$before"
	is "and nothing is written down" "$(rows 'SELECT COUNT(*) FROM event')" "$events"
	is "what Bert wrote is on the page" "$(text | grep -c 'Sharing TLP:GREEN')" 1
	[ -z "$field" ] || holds_typed "$field"
	# The page is now of today's ticket, so pressing once more is a decision.
	press "$button" "$part"
	status 200
	not_see 'This ticket changed while you were writing'
	holds_true "now it is done" test "$(facts)" != "$before"
}

# The field as it stands in its own form; a box of the same name may be beside.
holds_typed() {
	holds_true "holds ${1%%=*}" page_holds "$1"
}
page_holds() {
	page | perl -0777 -e '
		my ($name, $value) = split /=/, $ARGV[0], 2;
		my $page = <STDIN>;
		exit 0 if $page =~ /name="$name"[^>]*value="\Q$value\E"/ || $page =~ /value="\Q$value\E"[^>]*name="$name"/;
		exit 0 if $page =~ /<textarea[^>]*name="$name"[^>]*>\n?\Q$value\E</;
		exit 0 if $page =~ /<select[^>]*name="$name".*?<option value="\Q$value\E" selected/s;
		exit 1' "$1"
}

late 'taking it'       'Take it'               /take
late 'giving it away'  Save                    /assign   "owner=$bert"
late 'another state'   'Wait for the reporter' /state
late 'closing it'      Close                   /state
late 'a priority'      Save                    /priority priority=urgent
late 'a class'         Save                    /rsit     rsit=fraud/phishing
late 'a label'         Save                    /tlp      tlp=red
late 'a subject'       Save                    /subject  'subject=What Anna calls it'
late 'a reply'         'Send reply'            /reply    'body=What Anna answers'
late 'spam'            'It is spam'            /spam
a_ticket
other=$reference
late 'a duplicate'     'Mark as duplicate'     /duplicate "of=$other"

# A note overwrites nothing, so it is never late.
story "a note from an old page"
both_open_it
press 'Take it' /take
as Anna
fill body='Still worth saying.'
press 'Save note'
see 'The note is saved. Only the team sees it.' 'Still worth saying.'
is "Bert keeps it" "$(rows "SELECT owner_id FROM ticket WHERE reference = '$reference'")" "$bert"

# Between the page and the button: may_no_longer NAME SQL
may_no_longer() {
	local name=$1 sql=$2

	now "$3"
	story "$name"
	a_ticket
	person "Gone$4" analyst
	sign_in "Gone$4"
	get "/desk/tickets/$reference"
	fill body='A last word.'
	change "${sql//:id/$person}"
	before=$(facts)
	press 'Send reply'
	lands_on "$5"
	is "nothing is changed" "$(facts)" "$before"
	is "and nothing is sent" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'A last word.'")" 0
	get "/desk/tickets/$reference"
	lands_on "$5"
}

may_no_longer "the account was closed" 'UPDATE account SET disabled_at = "2026-11-23 09:00:00", version = version + 1
	WHERE id = :id' '2026-11-23 09:00:00' 1 /login
may_no_longer "the session was ended elsewhere" 'UPDATE session SET revoked_at = "2026-11-23 09:10:00"
	WHERE account_id = :id' '2026-11-23 09:10:00' 2 /login
may_no_longer "the roles were changed" 'UPDATE account_role SET role = "constituent" WHERE account_id = :id;
	UPDATE account SET version = version + 1 WHERE id = :id' '2026-11-23 09:20:00' 3 /login

story "an analyst who became somebody else"
now '2026-11-23 09:30:00'
a_ticket
person Other analyst
sign_in Other
get "/desk/tickets/$reference"
change "UPDATE account_role SET role = 'administrator' WHERE account_id = $person"
press 'Take it' /take
status 403
titled 'This page is not open to you'
is "it is nobody's" "$(rows "SELECT owner_id FROM ticket WHERE reference = '$reference'")" NULL

# In each language the same desk: every button once.
minute=0
for language in en fr ar; do
	now '2026-11-23 10:'"$((minute++))"'0:00'
	story "every button, in $language"
	a_ticket
	other=$reference
	a_ticket
	person "Lena-$language" duty_lead
	as "Lena-$language"
	speak $language
	sign_in "Lena-$language"
	get "/desk/tickets/$reference"
	status 200
	titled "$reference"
	press 'Take it' /take
	see 'The ticket is yours.'
	press 'Give it back' /release
	see "The ticket is nobody's now. Take it again to undo this."
	fill owner="$person"
	press Save /assign
	see 'The ticket has a new owner.'
	fill priority=low
	press Save /priority
	see 'The priority is changed, and the clock with it.'
	fill rsit=availability/dos
	press Save /rsit
	see 'The class is changed.'
	fill tlp=clear
	press Save /tlp
	see 'The sharing label is changed.'
	fill subject='Called something else'
	press Save /subject
	see 'The subject is changed.'
	fill body='A note.'
	press 'Save note'
	see 'The note is saved. Only the team sees it.'
	fill body='A reply.'
	press 'Send reply'
	see "Your reply is on the reporter's follow-up page."
	press Solved /state
	see 'The state is changed.'
	press Reopen /state
	see 'The state is changed.'
	press 'It is spam' /spam
	see 'Marked as spam and out of the queue. You can take that back here.'
	press 'It is not spam' /not-spam
	see 'It is back in the queue.'
	fill of="$other"
	press 'Mark as duplicate'
	see 'Marked as a duplicate. You can take that back here.'
	press 'It is not the same'
	see 'It is a ticket of its own again.'
	change "UPDATE ticket SET held = TRUE, place = 'held' WHERE reference = '$reference'"
	get "/desk/tickets/$reference"
	press 'Take into the queue'
	see 'It is in the queue, and its clock runs.'
	is "each has left its event" "$(rows "SELECT GROUP_CONCAT(action ORDER BY event.id) FROM event
		JOIN ticket ON ticket.id = object_id WHERE object = 'ticket' AND reference = '$reference'")" \
		"opened,owner,state,owner,owner,priority,rsit,tlp,subject,noted,answered,state,state,spam,not_spam,duplicate,not_duplicate,accepted"
done

the_end
