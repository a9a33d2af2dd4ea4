#!/bin/bash
# The queue: the most urgent first, fifty a page, filters in the address, and a
# way to a reference however it is spelled.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

# some N PLACE EXTRA-COLUMNS EXTRA-VALUES: tickets with due times in a row.
some() {
	local i
	for ((i = 1; i <= $1; i++)); do
		echo "INSERT INTO ticket (reference, kind, state, place, subject, priority, tlp, channel,
			language, opened_at, due_at, clock_at, changed_at, secret, rsit_class, rsit_type)
			VALUES ('Q-$2-$i', 'report', '$3', '$2', 'Number $i of $2', 'normal', 'amber', 'web',
			'en', '2026-11-22 08:00:00', '2026-11-24 08:00:00' + INTERVAL ($i DIV 3) MINUTE,
			'2026-11-24 08:00:00' + INTERVAL ($i DIV 3) MINUTE, '2026-11-22 08:00:00',
			SHA2('$2-$i', 256), 'fraud', 'phishing');"
	done
}

now '2026-11-23 08:00:00'
story "nothing to do"
person Anna analyst
person Bert analyst
sign_in Anna
lands_on /desk/queue
see 'Nothing here.' 'Open tickets, by first answer due'
for place in held closed duplicate spam; do
	get "/desk/queue?place=$place"
	see 'Nothing here.'
done

story "page by page, each ticket once"
change "$(some 120 open new)"
now '2026-11-23 08:10:00'
sign_in Anna
seen=$(page | grep -o '/desk/tickets/Q-open-[0-9]*')
is "fifty on the first page" "$(wc -l <<<"$seen")" 50
click 'Further in this list'
second=$(page | grep -o '/desk/tickets/Q-open-[0-9]*')
click 'Further in this list'
third=$(page | grep -o '/desk/tickets/Q-open-[0-9]*')
is "a hundred and twenty in all, none twice" \
	"$(printf '%s\n' "$seen" "$second" "$third" | sort | uniq -u | wc -l)" 120
not_see 'Further in this list'
click 'Earlier in this list'
is "back is the second page, in its order" "$(page | grep -o '/desk/tickets/Q-open-[0-9]*')" "$second"
click 'Earlier in this list'
is "and the first" "$(page | grep -o '/desk/tickets/Q-open-[0-9]*')" "$seen"
not_see 'Earlier in this list'
is "the earliest due is on top" \
	"$(page | grep -o 'Number [0-9]* of open' | head -n 1)" 'Number 2 of open'

story "filters are in the address and say what they show"
now '2026-11-23 08:20:00'
change "UPDATE ticket SET owner_id = (SELECT id FROM account WHERE email_key = 'anna@cirt.example')
	WHERE reference = 'Q-open-7'"
change "UPDATE ticket SET owner_id = (SELECT id FROM account WHERE email_key = 'bert@cirt.example'),
	priority = 'urgent', state = 'open' WHERE reference = 'Q-open-8'"
sign_in Anna
click Mine
see 'Open tickets of yours, by first answer due' 'Number 7 of open'
not_see 'Number 8 of open'
get '/desk/queue?owner=nobody'
see 'Open tickets that nobody has taken, by first answer due'
not_see 'Number 7 of open'
click Bert
see 'Open tickets of a colleague, by first answer due' 'Number 8 of open'
not_see 'Number 7 of open'
click Urgent
see 'Number 8 of open'
get '/desk/queue?priority=urgent&state=open&kind=report'
see 'Number 8 of open'
not_see 'Number 7 of open'
get '/desk/queue?kind=vulnerability'
see 'Nothing here.'

story "places as long as the years"
now '2026-11-23 08:30:00'
change "$(some 60 closed closed)"
sign_in Anna
get '/desk/queue?place=closed'
see 'Closed tickets, the newest first' 'Number 60 of closed'
click 'Further in this list'
see 'Number 10 of closed'
not_see 'Number 60 of closed'
get '/desk/queue?place=closed&priority=normal'
see 'Number 60 of closed'
get '/desk/queue?place=closed&owner=nobody'
see 'Number 60 of closed'

story "any address is a list, and none is an error"
now '2026-11-23 08:40:00'
sign_in Anna
for odd in 'place=nowhere' 'owner=-1' 'owner=99999999999999999999' 'at=1e309&id=-5' \
	'at=9223372036854775807&id=9223372036854775807' 'id=0' 'turn=back' 'id=1&at=0&turn=back' \
	'state=%27%20OR%201%3D1' 'priority=%25' 'kind=report%00'; do
	ask GET "/desk/queue?$odd"
	status 200 400
done

story "to a reference in any spelling"
now '2026-11-23 08:50:00'
report description='One to go to.'
sign_in Anna
for spelling in "$reference" "$(tr 'A-Z' 'a-z' <<<"$reference")" "$(tr -d - <<<"$reference")" \
	" $(tr - ' ' <<<"$reference") "; do
	get /desk/queue
	fill reference="$spelling"
	press Go
	lands_on "/desk/tickets/$reference"
	see 'One to go to.'
done
get '/desk/go?reference=nonsense'
lands_on /desk/queue
see 'That is no reference.'
get /desk
lands_on /desk/queue

story "entering a report for a caller"
now '2026-11-23 09:00:00'
sign_in Anna
click 'Enter a report' /desk/new
press 'Save report'
status 422
see 'Choose how they reached us'
fill channel=phone category=outage description='The caller says the site is down.' \
	name='Somebody Else' phone='+999 20 555 0199'
press 'Save report'
see 'The report is stored'
remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
remember secret '((?:\d{5} ){4}\d{5})'
click 'Open the ticket'
see 'The caller says the site is down.' 'Somebody Else' 'Phone' 'written down by Anna'
as Caller
get /follow
fill reference="$reference" secret="$secret"
press "Open the report"
see 'The caller says the site is down.'

story "a page of fifty lines"
long='Ministry of Digital Affairs, Posts and Telegraphs'
change "UPDATE ticket SET subject = REPEAT('пять слов ', 20), unread = TRUE, priority = 'high',
	tlp = 'amber+strict', state = 'waiting', owner_id = 1 + id % 2"
change "INSERT INTO ticket_contact (ticket_id, organisation) SELECT id, '$long' FROM ticket
	ON DUPLICATE KEY UPDATE organisation = '$long'"
now '2026-11-23 11:00:00'
sign_in Anna
bytes=$(page | LC_ALL=C wc -c)
is "every cell full: $bytes bytes, at most 50 kB" "$((bytes <= 50 * 1024))" 1
change "UPDATE ticket SET subject = 'Nobody can open the files on the shared drive since this morning',
	priority = 'normal', state = 'new', tlp = 'amber', owner_id = NULL"
get /desk/queue
bytes=$(page | LC_ALL=C wc -c)
is "as it mostly is: $bytes bytes, at most 40 kB" "$((bytes <= 40 * 1024))" 1

the_end
