#!/bin/bash
# What looks like SQL is text: the same statements run, and no others, whatever
# stands in an address, a form or a cookie; and % and _ are themselves.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

hostile=("'" "%" "_" "\\' OR '1'='1" "\" OR \"\"=\"" "' UNION SELECT NULL,NULL,NULL -- " "'; DROP TABLE ticket; -- "
	"1; SELECT SLEEP(5)" "clock_at DESC" "TESTCIRT-2026-%")

# What our users sent to the server since it was listened to: each statement is
# prepared once by each worker, before it gets any values.
listen() {
	change "SET GLOBAL log_output = 'TABLE'; SET GLOBAL general_log = ON"
}
heard() {
	rows "SELECT DISTINCT argument FROM mysql.general_log WHERE user_host LIKE 'belfry%'
		AND command_type IN ('Prepare', 'Query')" | LC_ALL=C sort
}

encoded() {
	perl -e '$_ = $ARGV[0]; s/([^A-Za-z0-9])/sprintf "%%%02X", ord $1/ge; print' "$1"
}

# asked_with TEXT [ADDRESS]: it, wherever a visitor can put it. (nginx's log has
# the addresses.)
asked_with() {
	local text=$1 at part
	at=$(encoded "${2:-$1}")

	order quiet 1
	as Anna
	for part in place state owner kind priority at id turn; do
		get "/desk/queue?$part=$at"
		status 200 400
	done
	get "/desk/go?reference=$at"
	get "/desk/tickets/$at"
	get "/desk/tickets/$reference"
	# Each fact of a ticket, as its forms send them.
	for part in priority:priority rsit:rsit tlp:tlp state:to assign:owner subject:subject duplicate:of note:body; do
		get "/desk/tickets/$reference"
		version=$(page | grep -o 'name="version" value="[0-9]*"' | head -n 1 | tr -dc 0-9)
		post "/desk/tickets/$reference/${part%:*}" "${part#*:}=$text" version="$version" seen=0
	done
	as Root
	get "/admin/accounts?after=$at"
	as Reporter
	set_cookie belfry_draft "$text"
	get /report/story
	set_cookie belfry_follow "$text"
	get /follow/ticket
	drop_cookie belfry_draft
	drop_cookie belfry_follow
	get /follow
	post /follow reference="$text" secret="$text"
	get /report/who
	fill reporting_for=business
	press Continue
	post /report/what category="$text"
	post /report/what category=malware
	post /report/story description="$text"
	post /report/when noticed="$text" started="$text" ongoing="$text"
	post /report/contact org_name="$text" org_id="$text" name="$text" language="$text" contact_how=page
	post /report/sharing sharing="$text"
	get /report/check
	press 'Send report'
	as Stranger
	get /login
	post /login email="$text@cirt.example" password="$text"
	get "/login?next=$at"
	get "/invite/$at"
	order quiet 0
}

story "words without a meaning"
listen
served
person Anna analyst
person Root administrator
sign_in Anna
sign_in Root
as Reporter
report description='The first.'
asked_with Quarzblume Weg
# What is done once a minute is done here too.
change "UPDATE session SET seen_at = seen_at - INTERVAL 2 MINUTE"
asked_with 'Quarz, Blume' 'Weg, Steg'
heard >"$state/harmless"
holds_true "many statements are heard" test "$(wc -l <"$state/harmless")" -gt 40

story "words that want to be more"
tickets=$(rows 'SELECT COUNT(*) FROM ticket')
for text in "${hostile[@]}"; do
	asked_with "$text"
	# Nobody's tries count for the next.
	change 'DELETE FROM attempt'
done
heard >"$state/hostile"
is "no other statement was heard" "$(LC_ALL=C comm -13 "$state/harmless" "$state/hostile" | head -n 5)" ""
is "each is a report, and no more" "$(($(rows 'SELECT COUNT(*) FROM ticket') - tickets))" "${#hostile[@]}"
is "none of them was signed in" "$(rows "SELECT COUNT(*) FROM session WHERE account_id NOT IN
	(SELECT id FROM account WHERE email IN ('Anna@cirt.example', 'Root@cirt.example'))")" 0
for text in "${hostile[@]}"; do
	is "as it was written: $text" "$(rows "SELECT COUNT(*) > 0 FROM message WHERE HEX(body) = '$(
		printf '%s' "$text" | perl -pe 's/\A\s+|\s+\z//g' | od -An -v -tx1 | tr -d ' \n' | tr a-f A-F)'")" 1
done

the_end
