#!/bin/bash
# MariaDB is away: everybody is told so, keeps what was typed, and goes on when
# it is back. Nothing of Belfry is started again.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

down='We cannot store anything at this moment'
kept='What you typed is kept in this page.'
text=$'A <b> "story" & more\n\n of it, ٣ 🙂'

refused() {
	status 503
	header Retry-After 10
	titled "$down"
	see 'It is our fault, not yours, and it mostly passes within minutes.' '+999 20 555 0100'
}

story "a team that everybody can call"
served
for i in {1..12}; do
	get /report
done
status 200

for language in en fr ar; do
	story "the database goes away in the middle of a report, in $language"
	order over nginx
	speak $language
	get /report/who
	fill reporting_for=business
	press Continue
	fill category=message
	press Continue
	lands_on /report/story
	fill description="$text" headers=$'From: x\nTo: y'
	away
	press Continue
	refused
	see "$kept"
	holds description="$text" headers=$'From: x\nTo: y'
	press 'Try again'
	refused
	holds description="$text" headers=$'From: x\nTo: y'
	get /report/story
	refused
	here
	click 'Try again'
	lands_on /report/story
	status 200
	back
	back
	press 'Try again'
	lands_on /report/when
	get /report/story
	holds description="$text" headers=$'From: x\nTo: y'
	[ $language = en ] || continue
	get /report/check
	away
	press 'Send report'
	refused
	here
	press 'Try again'
	lands_on /report/sent
	remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
	remember secret '(\d{5} \d{5} \d{5} \d{5} \d{5})'
	is "it was sent once" "$(rows "SELECT COUNT(*) FROM ticket WHERE language = '$language'")" 1
	get /follow
	fill reference="$reference" secret="$secret"
	away
	press 'Open the report'
	refused
	holds reference="$reference"
	here
	press 'Try again'
	status 422
	fill secret="$secret"
	press 'Open the report'
	lands_on /follow/ticket
	fill body="More: $text"
	away
	press 'Send message'
	refused
	here
	press 'Try again'
	lands_on /follow/ticket
	see 'Your message is with us.' 'More: A <b> "story" & more'
	away
	press 'It is solved'
	refused
	here
	press 'Try again'
	lands_on /follow/ticket
	is "each was done once" "$(rows "SELECT MIN(state), COUNT(*) FROM ticket JOIN message ON ticket_id = ticket.id
		WHERE reference = '$reference'")" "solved	2"
done

story "what needs no database is there all the time"
order over nginx
away
for path in /report /report/who /contact /; do
	get $path
	status 200
done
here

story "a worker that starts while it is away"
order over cgi
away
get /report/story
status 503
see "$down"
post /report/who reporting_for=myself
status 403 503
here
get /report/who
status 200
fill reporting_for=myself
away
press Continue
status 503
titled "$down"
see "$kept"
here
press 'Try again'
lands_on /report/what

expect_errors 'cannot|connect|gone away|Lost'
the_end
