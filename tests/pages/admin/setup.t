#!/bin/bash
# Setting up the team: an installation in which there is nothing yet, part by
# part, until its public pages open; closing them; two administrators at once.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

made_team=none            # nobody has set up anything
closed='These pages are not open yet'

events() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', action, from_value, to_value) ORDER BY id SEPARATOR ', ')
		FROM event WHERE object = 'team' AND id > $seen"
}
seen=0
events_begin() {
	seen=$(rows 'SELECT COALESCE(MAX(id), 0) FROM event')
}

# closed_for_all: whatever the public asks, it learns nothing.
closed_for_all() {
	local path

	for path in / /contact /privacy /accessibility /report /report/who /report/check /follow /follow/ticket \
		/nothing /desks /ar /fr/report; do
		ask GET "$path"
		status 404
		see "$(in_words "$path")"
		header Cache-Control no-store
		not_see "$@"
	done
	ask POST /report/who reporting_for=myself
	status 404
	ask PUT /follow
	status 404
}
in_words() {
	case $1 in
	/ar*) echo 'هذه الصفحات لم تُفتح بعد';;
	/fr*) echo 'Ces pages ne sont pas encore ouvertes';;
	*)    echo "$closed";;
	esac
}

now '2026-11-23 07:30:00'

story "before anybody has done anything"
closed_for_all TEST
get /login
status 200
titled Belfry
speak ar
get /contact
titled 'Not open yet'
status 404
see "$closed"

story "the first administrator"
person root administrator
as root
get /login
fill email=root@cirt.example password="$password"
press 'Sign in'
order fill_code JOEK5P7EBU7GENETLANSJDSTEU6LX56O
press Continue
lands_on /admin/setup
titled 'The team and its public pages'
see 'The public pages are closed' '5 parts are missing' Missing 'None yet; may stay empty' \
	'Who hears of a report' 'Nobody yet'
holds_true "who does no work at the desk has no way there" test "$(page | grep -c /desk/duty)" = 0
holds_true "there is no way to open them" test "$(page | grep -c /admin/setup/open)" = 0
post /admin/setup/open
lands_on /admin/setup
see 'The public pages stay closed: something is still missing.'
get /admin/setup/close
lands_on /admin/setup
get /desk/queue
status 403
get /admin/setup

now '2026-11-23 07:31:00'
click 'Fill in: The team'
lands_on /admin/setup/team
press Save
status 422
see 'Enter the name of the team' 'Enter a short name' 'Enter a code for references' 'Enter the country' \
	'Enter the time zone'
fill name='Response Team of Lumora' short_name=LUM-CIRT code='l-1' country=Lumora zone=Nairobi
press Save
status 422
see 'Use two to twelve letters A to Z and digits, a letter first' \
	'There is no such time zone. Write its name as in Africa/Nairobi or America/Lima'
holds name='Response Team of Lumora' code='l-1' zone=Nairobi
for code in L 1AB LUMÉ 'L M' ABCDEFGHIJKLM; do
	fill code="$code" zone=../../../etc/passwd
	press Save
	status 422
	holds code="$code"
done
fill code=lumc zone=Africa/Nairobi
press Save
lands_on /admin/setup
see 'Saved.' '4 parts are missing' 'Response Team of Lumora'
closed_for_all LUM Lumora Response
as nobody
get /login
not_see LUM Lumora

as root
get /admin/setup
click 'Fill in: How the team is reached'
press Save
status 422
fill phone='call us' email='nowhere' emergency_phone=none
press Save
status 422
holds phone='call us' email=nowhere
fill email=help@lum.example
press Save
status 422
see 'Enter a phone number: digits, with + and spaces'
fill phone='0555 0100' emergency_phone=999
press Save
status 422
see 'Begin with + and the country code, as in +230 555 0100'
fill phone='+999 20 555 0300' email=help@lum.example emergency_phone=9
press Save
status 422
fill emergency_phone='٩٩٩' address=$'1 Harbour Road\nPort Lum'
press Save
lands_on /admin/setup
is "digits are ours" "$(rows 'SELECT emergency_phone FROM team')" 999

click 'Fill in: Opening hours'
press Save
status 422
see 'Choose when somebody answers the phone'
fill answered=hours
press Save
status 422
see 'Enter the hours of one day at least, or choose day and night'
for wrong in 8 8-8 18:00-08:00 '08:00-12:00 13:00-17:00' '08:00-12:00, 11:00-17:00' 24:01-24:02 8:5-9 08:60-09:00 \
	'08:00–' ',' '1-2,3-4,5-6,7-8,9-10,11-12,13-14' "8-9'"; do
	fill answered=hours monday="$wrong"
	press Save
	status 422
	see 'Monday: write hours as in 08:00-12:00, 13:00-17:00, one after the other'
	holds monday="$wrong"
done
for wrong in 'New Year' 2027-02-29 2027-13-01 27-01-01 1999-01-01 2099-01-01 2027-01-01x "2027-01-01 $(printf 'x%.0s' {1..101})"; do
	fill answered=hours monday=8-17 holidays=$'2027-01-01 New Year\n'"$wrong"
	press Save
	status 422
	see 'Line 2: write the day as in 2027-01-01 New Year'
done
fill answered=hours monday='8–12, 13.30 - 17:00' tuesday=Closed friday='٠٨:٠٠-١٢:٠٠' sunday=22:00-24:00 \
	holidays=$'2027-01-01 New Year\n\n2026-12-25 Midwinter <Day>\n'
press Save
lands_on /admin/setup
see '3 days a week'
is "the calendar" "$(rows 'SELECT GROUP_CONCAT(weekday, " ", opens, " ", closes ORDER BY weekday, opens) FROM hours')" \
	'1 08:00:00 12:00:00,1 13:30:00 17:00:00,5 08:00:00 12:00:00,7 22:00:00 24:00:00'
click 'Change: Opening hours'
holds answered=hours monday='08:00-12:00, 13:30-17:00' tuesday= sunday=22:00-24:00 \
	holidays=$'2026-12-25 Midwinter <Day>\n2027-01-01 New Year\n'

get /admin/setup
click 'Fill in: Privacy'
press Save
status 422
fill contact=privacy@lum.example retention=0
press Save
status 422
fill retention=12
press Save
lands_on /admin/setup
see '12 months' '1 part is missing'
post /admin/setup/open
see 'The public pages stay closed: something is still missing.'
closed_for_all LUM Lumora

as root
get /admin/setup
click 'Fill in' /texts/en
press Save
status 422
see 'Write a few sentences about the team'
fill about=$'We help Lumora.\nDay by day.' emergency='At sea: channel 16.' help_yes='With computers.'
press Save
lands_on /admin/setup
see 'Everything is there.' 'We help Lumora.'
click Change /texts/ar
fill about='نساعد لومورا.' name='فريق لومورا'
press Save
lands_on /admin/setup
for path in /admin/setup/texts/xx /admin/setup/texts/EN /admin/setup/texts/e; do
	get $path
	status 404
	post $path about=Something
	status 404
done
closed_for_all LUM Lumora 'We help'

as root
get /admin/setup
see 'Nobody hears of a report by mail yet: a lead says who, at On duty.' \
	'Once open, they promise for you that a person answers each report within:' '1 hour' '24 hours' \
	'Whoever found a vulnerability reads that a person answers within one working day' 'Day and night'
press 'Open the public pages'
lands_on /admin/setup
see 'The public pages are open' 'The public pages are open. Within seconds everybody can read them and report.'
see 'Nobody hears of a report by mail yet: a lead says who, at On duty.'
change "INSERT INTO duty (email, since_at) VALUES ('duty@lum.example', '2026-11-23')"
get /admin/setup
see '1 address'
not_see 'Nobody hears of a report'
change 'DELETE FROM duty'
is "each change is on record, and no text of theirs" "$(events)" \
"code LUMC, zone Africa/Nairobi, team 0 1, contact 0 1, hours 0 1, privacy 0 1, texts-en 0 1, texts-ar 0 1, opened"
is "and who did it" "$(rows "SELECT COUNT(DISTINCT account_id) FROM event WHERE object = 'team' AND account_id = $person")" 1

story "the public sees what was set up"
get /
status 200
see 'Response Team of Lumora' 'We help Lumora.' '+999 20 555 0300' '08:00–12:00'
get /report
see 'At sea: channel 16.' 'With computers.' 999
get /contact
see '1 Harbour Road' help@lum.example
get /privacy
see privacy@lum.example '12 months'
get /ar
see 'نساعد لومورا.' 'فريق لومورا'
get /fr
see 'We help Lumora.'
report
is "references carry the code" "${reference%%-*}" LUMC

story "the code is fixed, the rest is not"
now '2026-11-23 07:40:00'
sign_in root
lands_on /account
get /admin/setup/team
see 'There are reports, so the code for references stays as it is.'
fill code=OTHER
press Save
status 422
see 'There are reports whose references carry the code. It stays as it is'
fill code=LUMC name='Team of Lumora'
press Save
lands_on /admin/setup
is "the code" "$(rows 'SELECT CONCAT(code, name) FROM team')" 'LUMCTeam of Lumora'
events_begin

story "a day without hours, in the language of the page"
now '2026-11-23 07:45:00'
sign_in root
speak fr
get /admin/setup/hours
fill answered=hours monday=fermé tuesday=CLOSED wednesday=8-
press Save
status 422
is "the day that is wrong, and no other" "$(page | grep -o 'id="[a-z]*day"[^>]*aria-invalid' | cut -d'"' -f2)" wednesday
speak en

story "hotlines"
now '2026-11-23 07:50:00'
sign_in root
get /admin/setup
click 'Change: Hotlines'
lands_on /admin/setup/hotlines
see 'None yet. The pages show the emergency number alone.'
press Add
status 422
fill name=Police phone=abc
press Add
status 422
holds name=Police phone=abc
fill phone=110 note='In danger'
press Add
lands_on /admin/setup/hotlines
holds name= phone=
fill name='Bank <b>line' phone='+999 116' category=money
press Add
fill name=Family phone=117
press Add
order_of() {
	rows 'SELECT GROUP_CONCAT(name ORDER BY position) FROM hotline'
}
is "in order" "$(order_of)" 'Police,Bank <b>line,Family'
press 'Move up: Family'
press 'Move up: Family'
press 'Move down: Police'
is "moved" "$(order_of)" 'Family,Bank <b>line,Police'
one=$(rows "SELECT id FROM hotline WHERE name = 'Family'")
post /admin/setup/hotlines/$one/up
last=$(rows "SELECT id FROM hotline WHERE name = 'Police'")
post /admin/setup/hotlines/$last/down
is "the ends are the ends" "$(order_of)" 'Family,Bank <b>line,Police'
click 'Change: Bank <b>line'
holds name='Bank <b>line' phone='+999 116' category=money
fill name='Bank line' category=
press Save
lands_on /admin/setup/hotlines
press 'Remove: Family'
is "removed" "$(order_of)" 'Bank line,Police'
for id in 0 $one 999999; do
	get /admin/setup/hotlines/$id
	status 404
	post /admin/setup/hotlines/$id name=X phone=110
	status 404
	for act in up down remove; do
		post /admin/setup/hotlines/$id/$act
		status 404
	done
done
for i in {1..18}; do
	post /admin/setup/hotlines name="Line $i" phone=11$i
done
see 'There are as many hotlines as the pages show. Remove one first.'
post /admin/setup/hotlines name=More phone=110
lands_on /admin/setup/hotlines
is "no more than the pages show" "$(rows 'SELECT COUNT(*) FROM hotline')" 20
get /
see 'Bank line' 'Line 18'
change 'DELETE FROM hotline WHERE position > 3'
is "each is on record" "$(events | grep -o 'hotline_[a-z]*' | sort | uniq -c | tr -s ' \n' ' ')" \
	' 21 hotline_added 1 hotline_changed 3 hotline_moved 1 hotline_removed '

story "two administrators at once"
now '2026-11-23 08:00:00'
person other administrator
sign_in root
sign_in other
for part in team contact hours privacy texts/fr; do
	as root
	get /admin/setup/$part
	as other
	get /admin/setup/$part
done
as root
get /admin/setup/team
fill name='As root has it'
as other
get /admin/setup/team
fill name='As the other has it'
press Save
lands_on /admin/setup
as root
press Save
status 409
see 'Somebody else saved this while you were writing' 'As the other has it'
holds name='As root has it'
is "nothing was overwritten" "$(rows 'SELECT name FROM team')" 'As the other has it'
press Save
lands_on /admin/setup
is "the second time it is meant" "$(rows 'SELECT name FROM team')" 'As root has it'
for try in 'contact phone=+999111 email=x@y.example emergency_phone=11' 'hours answered=always' \
	'privacy contact=x@y.example retention=3' 'texts/fr about=Bonjour' \
	'languages offered=en first=en'; do
	set -- $try
	before=$(rows 'SELECT version FROM team')
	post /admin/setup/$1 version=99 "${@:2}"
	status 409
	see 'Somebody else saved this while you were writing'
	is "$1 was not overwritten" "$(rows 'SELECT version FROM team')" "$before"
done
as root
get /admin/setup/hotlines/$last
fill phone=112
as other
get /admin/setup/hotlines/$last
fill note='Anywhere'
press Save
as root
press Save
status 409
see 'Somebody else saved this while you were writing' Anywhere
holds phone=112
as other
get /admin/setup/privacy
fill retention=36
as root
get /admin/setup/contact
fill address='2 Harbour Road'
press Save
as other
press Save
lands_on /admin/setup
is "different parts are no quarrel" "$(rows 'SELECT CONCAT(retention_months, address) FROM team')" '362 Harbour Road'
as root
get /admin/setup/privacy
fill retention=48
press_at_once 4 Save >"$BELFRY_STATE/tmp/statuses"
is "four presses are one change" "$(rows "SELECT version FROM team_section WHERE name = 'privacy'")" 3

story "day and night"
now '2026-11-23 08:10:00'
sign_in root
get /admin/setup/hours
fill answered=always
press Save
see 'Day and night'
is "no hours" "$(rows 'SELECT COUNT(*) FROM hours')" 0
get /
see 'The phone is answered now.'

story "closing, with a form open somewhere"
now '2026-11-23 08:20:00'
sign_in root
as visitor
to_the_story
as root
events_begin
get /admin/setup
click 'Close the public pages'
lands_on /admin/setup/close
click 'Leave them open'
lands_on /admin/setup
click 'Close the public pages'
press 'Close them now'
lands_on /admin/setup
see 'The public pages are closed. The desk works as before.'
as visitor
fill description='Half a story.'
press Continue
status 404
see "$closed" 'What you typed is kept in this page.'
closed_for_all LUM Lumora root
with 'Origin: https://evil.example'
post /report/story description='Not ours to keep.'
status 404
not_see 'What you typed is kept in this page.'
person anna analyst
sign_in anna
get /desk/queue
status 200
get /desk/tickets/$reference
status 200
as root
get /admin/setup
press 'Open the public pages'
is "on record" "$(events)" 'closed, opened'
post /admin/setup/open
is "once" "$(events)" 'closed, opened'
as visitor
get /report/story
status 200

for language in fr ar; do
	story "every page of it, in $language"
	now "2026-11-23 08:2$([ $language = fr ] && echo 5 || echo 7):00"
	speak $language
	sign_in root
	for path in /admin/setup /admin/setup/team /admin/setup/contact /admin/setup/hours /admin/setup/hotlines \
		/admin/setup/hotlines/$last /admin/setup/privacy /admin/setup/texts/en /admin/setup/texts/$language \
		/admin/setup/close; do
		get $path
		status 200
	done
	get /admin/setup/team
	fill zone=Nowhere
	press Save
	status 422
	see 'There is no such time zone. Write its name as in Africa/Nairobi or America/Lima'
done

traces() {
	rows "SELECT CONCAT_WS(' ', (SELECT version FROM team), (SELECT COUNT(*) FROM event), (SELECT SUM(version) FROM team_section))"
}
forms() {
	cat <<-END
		/admin/setup/open
		/admin/setup/close
		/admin/setup/team name=F short_name=F code=LUMC country=F zone=UTC version=1
		/admin/setup/contact phone=110 email=f@f.example emergency_phone=110 version=1
		/admin/setup/hours answered=always version=1
		/admin/setup/privacy contact=f retention=1 version=1
		/admin/setup/texts/en about=F version=1
		/admin/setup/languages offered=en first=en version=0
		/admin/setup/hotlines name=F phone=110
		/admin/setup/hotlines/$last name=F phone=110 version=1
		/admin/setup/hotlines/$last/remove
		/admin/setup/hotlines/$last/up
		/admin/setup/hotlines/$last/down
	END
}

story "who is no administrator"
now '2026-11-23 08:40:00'
before=$(traces)
for role in constituent analyst duty_lead team_manager; do
	person no-$role $role
	sign_in no-$role
	get /admin/setup
	status 403
	while read -r path fields; do
		post $path $fields
		status 403
	done < <(forms)
done
as nobody
get /admin/setup
lands_on '/login?next=%2Fadmin%2Fsetup'
while read -r path fields; do
	post $path $fields
	lands_on /login
done < <(forms)
sign_in other
while read -r path fields; do
	post $path $fields token=
	status 403
	with 'Origin: https://evil.example'
	post $path $fields
	status 403
done < <(forms)
is "nothing was done" "$(traces)" "$before"

the_end
