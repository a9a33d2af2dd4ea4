#!/bin/bash
# An invitation to an event: what a guest reads and answers, with the link of the letter
# and without; and the events that everybody reads of.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/mail.sh"

mail_server
person lena duty_lead

an_event() {
	id=$(rows "INSERT INTO occasion (place, starts_at, ends_at, answer_until, places, shown, made_at) VALUES
		('The <old> mill', '2026-12-10 11:00:00', '2026-12-10 14:00:00', '2026-12-08 15:00:00', $1, FALSE, '2026-11-20 08:00:00');
		SET @id = LAST_INSERT_ID();
		INSERT INTO occasion_text VALUES (@id, 'en', 'Open <house>', 'Bread, salt; tea.'), (@id, 'fr', 'Portes ouvertes', NULL);
		SELECT @id")
}

# The last mail to somebody, as they read it.
mail_to() {
	local number

	for ((number = $(mails); number > before; number--)); do
		[[ $(envelope "$number") != *"<$1>" ]] || break
	done
	mail "$number"
}

# with_a_token: of the public door, from another page; then what is posted is not
# refused for the want of one.
with_a_token() {
	order quiet 1
	get /programme/ask
	order quiet 0
}

# invite ADDRESS...: their links, in the array of that name.
invite() {
	local address

	order quiet 1
	sign_in lena
	get /desk/publish/events/$id
	fill addresses="$(printf '%s\n' "$@")"
	press Invite
	deliver "$today 09:00:10"
	links=()
	for address; do
		links+=("$(mail_to "$address" | sed -n 's|.*\(/event/[A-Za-z0-9_-]*\).*|\1|p')")
	done
	as nobody
	order quiet 0
}
answer() {
	rows "SELECT CONCAT_WS('|', answer, people, remark) FROM occasion_guest WHERE email = '$1@guests.example' AND occasion_id = $id"
}

for language in en fr ar; do
	mail_story "a guest answers, in $language" 09:00:00
	an_event 3
	invite rosa-$language@guests.example
	link=${links[0]}
	not_logged "${link#/event/}"
	speak $language
	get $link
	status 200
	see 'The <old> mill' 'Are you coming?' 'Put it into your calendar' Invitation
	[ $language != en ] || see 'Places left: 3'
	header Cache-Control no-store
	press 'Send my answer'
	status 422
	see 'Choose an answer'
	fill answer=yes people=11
	press 'Send my answer'
	status 422
	fill answer=yes people=2 remark='We bring <tea>.'
	press 'Send my answer'
	lands_on $link
	see 'Thank you. We look forward to seeing you.' 'You said yes.' 'You can change that until the event begins.'
	[ $language != en ] || see 'People who come: 2.'
	holds answer=yes people=2 remark='We bring <tea>.'
	is "it is kept" "$(answer rosa-$language)" 'yes|2|We bring <tea>.'
	fill answer=no
	press 'Change my answer'
	see 'Thank you for telling us. Perhaps another time.' 'You said no.'
	is "and changed" "$(answer rosa-$language)" 'no|0|We bring <tea>.'
	fill answer=maybe people= remark=
	press 'Change my answer'
	see 'Thank you. Tell us here as soon as you know.' 'You said maybe.'
	is "once more" "$(answer rosa-$language)" 'maybe|1'
	is "on record, by nobody who signed in" "$(rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', COALESCE(account_id, '-'), action, from_value, to_value)
		ORDER BY event.id SEPARATOR ', ') FROM event JOIN occasion_guest AS guest ON guest.id = object_id
		WHERE object = 'guest' AND action = 'answered' AND email LIKE 'rosa-$language@%'")" \
		'- answered yes, - answered yes no, - answered no maybe'
done

mail_story "an entry for the calendar" 09:00:00
an_event NULL
invite rosa@guests.example
rosa=${links[0]}
ask GET $rosa/event.ics
status 200
header Content-Type 'text/calendar; charset=utf-8; method=PUBLISH'
header Content-Disposition 'attachment; filename="event.ics"'
page >"$state/tmp/event.ics"
is "a calendar program understands it" "$(perl -0777 -e '
	my $text = <STDIN>;
	die "line ends\n" if $text =~ /(?<!\r)\n|\r(?!\n)/ || $text !~ /\r\n\z/;
	die "a long line\n" if grep { length > 75 } split /\r\n/, $text;
	$text =~ s/\r\n[ \t]//g;
	my %value;
	for (split /\r\n/, $text) {
		/^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/ or die "no line: $_\n";
		push @{$value{$1}}, $3;
	}
	die "frame\n" if "@{$value{BEGIN}} @{$value{END}}" ne "VCALENDAR VEVENT VEVENT VCALENDAR";
	for (qw(VERSION PRODID UID DTSTAMP DTSTART)) { die "$_\n" if @{$value{$_} // []} != 1 }
	print join "|", map { $value{$_}[0] } qw(DTSTART DTEND SUMMARY LOCATION DESCRIPTION STATUS UID)' <"$state/tmp/event.ics")" \
	"20261210T110000Z|20261210T140000Z|Open <house>|The <old> mill|Bread\\, salt\\; tea.|CONFIRMED|event-$id@127.0.0.1"
holds_true "nothing of the link is in it" test "$(grep -cF -e "${rosa#/event/}" "$state/tmp/event.ics")" = 0

mail_story "as many as there are places" 09:00:00
an_event 3
invite rosa@guests.example otto@guests.example mia@guests.example
get ${links[0]}
fill answer=yes people=2
press 'Send my answer'
get ${links[1]}
see 'Places left: 1'
fill answer=yes people=2
press 'Send my answer'
status 422
see 'Places left: 1'
holds people=2
fill people=1
press 'Send my answer'
see 'You said yes.'
get ${links[2]}
see 'All places are taken at the moment.'
fill answer=yes
press 'Send my answer'
status 422
see 'All places are taken. If somebody cancels, there is room again: look here later, or say maybe'
fill answer=maybe
press 'Send my answer'
see 'You said maybe.'
get ${links[0]}
fill answer=yes people=3
press 'Change my answer'
status 422
fill answer=yes people=1
press 'Change my answer'
see 'You said yes.'
get ${links[2]}
fill answer=yes people=1
press 'Change my answer'
see 'You said yes.'
is "three come" "$(rows "SELECT SUM(people) FROM occasion_guest WHERE occasion_id = $id AND answer = 'yes'")" 3

mail_story "reading changes nothing, and nobody else answers" 09:00:00
an_event NULL
invite rosa@guests.example
link=${links[0]}
checksum() {
	rows 'CHECKSUM TABLE occasion, occasion_guest, event, outbox'
}
earlier=$(checksum)
ask GET "$link?answer=yes&people=2"
ask HEAD $link
ask GET $link/event.ics
get $link
token=$(token)
drop_cookie belfry_notice
ask POST $link answer=yes
status 403
ask POST $link token=x answer=yes
status 403
with 'Origin: https://evil.example'
ask POST $link token="$token" answer=yes
status 403
ask POST $link token="$token" answer=perhaps
status 422
ask POST $link token="$token" answer=yes people=-1
status 422
ask POST $link token="$token" answer=yes remark="$(printf 'x%.0s' {1..201})"
status 422
for guess in AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ${link#/event/}A $(rows "SELECT seed FROM occasion_guest WHERE occasion_id = $id") \
	$(rows "SELECT digest FROM occasion_guest WHERE occasion_id = $id") 1; do
	ask GET /event/$guess
	status 404
	see 'This invitation is not known here'
	ask POST /event/$guess token="$token" answer=yes
	status 404
	ask GET /event/$guess/event.ics
	status 404
done
is "nothing is changed" "$(checksum)" "$earlier"
ask POST $link token="$token" answer=yes
status 303
holds_true "as it should be, it is" test "$(checksum)" != "$earlier"
setting 'messages_per_address = 1'
ask POST $link token="$token" answer=no
ask POST $link token="$token" answer=no
status 429

mail_story "late, called off, over" 09:00:00
an_event NULL
invite rosa@guests.example otto@guests.example
get ${links[0]}
fill answer=yes
press 'Send my answer'
now '2026-12-09 09:00:00'
get ${links[0]}
see 'You said yes.' 'You can change that until the event begins.'
fill answer=no
press 'Change my answer'
see 'You said no.'
get ${links[1]}
see 'Answers were asked for until' 'If you would like to come, write to us:' report@cirt.example
not_asks_for answer
with_a_token
post ${links[1]} answer=yes
see 'Answers were asked for until'
is "not taken" "$(answer otto)" '0'
now '2026-12-10 12:00:00'
get ${links[0]}
see 'This event has begun.'
not_asks_for answer
with_a_token
post ${links[0]} answer=yes
is "not taken either" "$(rows "SELECT answer FROM occasion_guest WHERE occasion_id = $id AND email LIKE 'rosa%'")" no
now '2026-12-10 15:00:00'
get ${links[0]}
see 'This event is over.'
now "$today 10:00:00"
change "UPDATE occasion SET called_off_at = '2026-11-30' WHERE id = $id"
get ${links[0]}
see 'This event was called off' 'Nobody needs to do anything.'
not_asks_for answer
with_a_token
post ${links[0]} answer=yes
see 'This event was called off'
ask GET ${links[0]}/event.ics
holds_true "in the calendar too" grep -q STATUS:CANCELLED <(page)

story "events for everybody"
now '2026-12-01 09:00:00'
for language in en fr ar; do
	speak $language
	get /about
	click Events
	lands_on /events
	see 'Nothing is planned at the moment that everybody can come to.'
done
speak en
change "DELETE FROM occasion"
an_event NULL
get /events
not_see 'Open <house>'
change "UPDATE occasion SET shown = TRUE"
get /events
see 'Open <house>' 'The <old> mill' '10 December 2026, 14:00 EAT' 'Bread, salt; tea.' report@cirt.example
speak fr
get /events
holds_true "in French" grep -q 'Portes ouvertes' <(page)
speak ar
get /events
holds_true "in another language where there is no text" grep -q 'lang="en" dir="auto">Open &lt;house&gt;' <(page)
speak en
change "UPDATE occasion SET called_off_at = '2026-11-30'"
get /events
see 'Called off'
now '2026-12-10 14:00:01'
get /events
see 'Nothing is planned at the moment that everybody can come to.'
now '2026-12-01 09:00:00'
change "INSERT INTO occasion (place, starts_at, ends_at, answer_until, shown, made_at)
		SELECT 'P', '2027-01-01', '2027-01-02', '2026-12-31', TRUE, '2026-11-20' FROM seq_1_to_25;
	INSERT INTO occasion_text SELECT id, 'en', CONCAT('Number ', id, '.'), NULL FROM occasion WHERE place = 'P'"
get /events
last=$(rows 'SELECT MAX(id) FROM occasion')
see "Number $((last - 24))." 'Later ones'
not_see "Number $last."
click 'Later ones'
see "Number $last."
not_see "Number $((last - 24))."

the_end
