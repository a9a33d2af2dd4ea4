#!/bin/bash
# Which languages the pages are offered in, and which comes first, is the team's
# to say.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/mail.sh"

languages() {
	rows 'SELECT languages FROM team'
}

# sign_in_french NAME: where French is the first language.
sign_in_french() {
	as "$1"
	speak fr
	get /login
	fill email="$1@cirt.example" password="$password"
	press 'Sign in'
	order fill_code JOEK5P7EBU7GENETLANSJDSTEU6LX56O
	press Continue
}

mail_server

story "all of them, until somebody chooses"
with_mail
now '2026-11-23 08:00:00'
person lena analyst
change "UPDATE person JOIN account ON account.person_id = person.id SET language = 'ar' WHERE account.id = $person"
lena=$person
person adam administrator
sign_in adam
for language in en fr ar; do
	speak $language
	get /admin/setup/languages
	titled 'Languages'
	see English العربية Español Français Русский 中文 'Those that the team can answer in. Others can be added later.'
	is "all six are offered, English first" "$(page | grep -oE ' (checked|selected)' | wc -l)" 7
done
speak en
ask GET /fr
speak fr
see 'Report an incident'
speak en

story "what does not go together is refused and kept"
now '2026-11-23 08:10:00'
sign_in adam
get /admin/setup
click 'Change: Languages'
post /admin/setup/languages version=0
status 422
see 'Choose at least one language' 'Choose the first language'
post /admin/setup/languages version=0 offered=en offered=ar first=fr
status 422
see 'Choose the first language among those of the pages'
post /admin/setup/languages version=0 offered=en offered=de first=en
status 422
post /admin/setup/languages version=0 offered=en offered=fr first=fr
status 422
see 'Write what the team says of itself in this language, before it becomes the first one'
is "nothing was changed" "$(languages)" ''

story "another language becomes the first"
now '2026-11-23 08:15:00'
sign_in adam
get /admin/setup/texts/fr
fill about='Nous aidons tout le monde.'
press Save
lands_on /admin/setup
post /admin/setup/languages version=0 offered=en offered=fr first=fr
lands_on /en/admin/setup
is "it is kept" "$(languages)" fr,en
is "and on record" "$(rows "SELECT COUNT(*) FROM event WHERE object = 'team' AND action = 'languages'")" 1
as visitor
get /
status 200
see 'Signaler un incident' 'Nous aidons tout le monde.'
is "it says so to machines" "$(page | grep -c '<html lang="fr"')" 1
get /en
see 'Report an incident'
is "the first one's text is better than none" "$(page | grep -c 'Nous aidons tout le monde.')" 1
ask GET /fr/report
status 301
header Location /report
ask GET /ar
status 404
ask GET /en/report/who
status 200
see 'Who are you reporting for?'

story "mail to who reads another one is in the first"
with_mail
now '2026-11-23 08:20:00'
sign_in_french adam
post "/admin/accounts/$lena/roles" roles=analyst roles=duty_lead
deliver '2026-11-23 08:21:00'
in_mail 1 'Subject: Ce que vous pouvez faire à TEST-CIRT a changé'

story "all processes know at the next page"
person berta administrator
change "INSERT INTO team_text (language, name, value) VALUES ('en', 'about', 'We help everybody.')"
served
sign_in_french berta
get /admin/setup/languages
version=$(rows "SELECT version FROM team_section WHERE name = 'languages'")
post /admin/setup/languages version=$version offered=en offered=ar first=en
speak en
is "English is the first again" "$(languages)" en,ar
for try in 1 2 3 4 5 6 7 8; do
	get /login
	status 200
	is "the desk's page, $try" "$(page | grep -c '<html lang="en"')" 1
	get /ar/login
	is "in Arabic, $try" "$(page | grep -c '<html lang="ar"')" 1
	ask GET /fr/login
	status 404
done
as visitor
for try in {1..100}; do
	ask GET '/report/who?now'
	page | grep -q '<html lang="en"' && break
	sleep 0.1
done
is "and the public's" "$(page | grep -c '<html lang="en"')" 1

the_end
