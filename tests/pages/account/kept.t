#!/bin/bash
# A form that came after its session had ended waits for its owner.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/account.sh"

story_days=2
typed=$'Line <one> & "two"\n\nنص عربي\n'

# Signs in where the browser is.
come_back() {
	give_password "$1"
	see 'What you typed before you were signed out is kept.'
	order fill_code $factor
	press Continue
}

# An analyst NAME has a ticket open and types a note.
begin_note() {
	report
	person "$1" analyst
	sign_in "$1"
	get "/desk/tickets/$reference"
	fill body="$typed"
}

notes() {
	rows "SELECT COUNT(*) FROM message JOIN ticket ON ticket.id = ticket_id
		WHERE reference = '$reference' AND direction = 'note'"
}

for language in en fr ar; do
	begin "a note is sent after all, in $language"
	as anna-$language
	speak $language
	begin_note anna-$language
	at 08:31:00
	press 'Save note'
	lands_on /login
	see 'You were signed out because nothing happened for a while. What you wrote is kept: sign in to send it.'
	is "nothing is written yet" "$(notes)" 0
	kept=$(cookie belfry_kept)
	come_back anna-$language
	lands_on /login/kept
	titled 'You were signed out before this was saved'
	see 'Nothing is lost. This is what you had typed:' 'Line <one> & "two"' 'نص عربي'
	get "/login/kept?form=$kept"
	status 200
	press 'Send now'
	lands_on "/desk/tickets/$reference"
	see 'Line <one> & "two"'
	is "it is written once" "$(notes)" 1
	is "as it was typed" "$(rows "SELECT body FROM message WHERE direction = 'note' ORDER BY id DESC LIMIT 1")" \
		'Line <one> & "two"\n\nنص عربي'
	at 08:32:00
	post /logout
	get /login
	fill email=anna-$language@cirt.example password="$password"
	press 'Sign in'
	not_see 'What you typed before you were signed out is kept.'
	order fill_code $factor
	press Continue
	lands_on /desk/queue
done

begin "another person at the same browser does not see it"
begin_note bert
at 08:31:00
press 'Save note'
lands_on /login
kept=$(cookie belfry_kept)
is "the database does not know the token" "$(rows "SELECT COUNT(*) FROM kept_form WHERE digest LIKE '%$kept%'")" 0
person carl analyst
get /login
fill email=carl@cirt.example password="$password"
press 'Sign in'
order fill_code $factor
press Continue
lands_on /desk/queue
not_see 'Line <one>'
get "/login/kept?form=$kept"
status 404
not_see 'Line <one>'
is "nothing is written" "$(notes)" 0
as bert-elsewhere
get /login
fill email=bert@cirt.example password="$password"
press 'Sign in'
order fill_code $factor
press Continue
lands_on /desk/queue
get "/login/kept?form=$kept"
see 'Line <one>'
for forged in "${kept%?}" "${kept}x" x '' "$(rows "SELECT digest FROM kept_form ORDER BY ends_at DESC LIMIT 1")"; do
	get "/login/kept?form=$forged"
	status 404
done
get /login/kept
status 404
as nobody
get "/login/kept?form=$kept"
lands_on /login
as half
get /login
fill email=bert@cirt.example password="$password"
press 'Sign in'
get "/login/kept?form=$kept"
lands_on /login/code

begin "after twelve hours it is forgotten"
begin_note dora
at 08:31:00
press 'Save note'
kept=$(cookie belfry_kept)
at 20:30:59
sign_in dora
order is_on /login/kept
at 20:31:00
get "/login/kept?form=$kept"
status 404

begin "leaving it"
begin_note emma
at 08:31:00
press 'Save note'
come_back emma
lands_on /login/kept
click 'Leave it'
lands_on /desk/queue
is "nothing is written" "$(notes)" 0

begin "an administrator's invitation"
person fred administrator
sign_in fred
get /admin/accounts
fill name='Gina <G>' email=gina@cirt.example roles=analyst roles=duty_lead
at 08:30:00
press Invite
lands_on /login
come_back fred
lands_on /login/kept
see 'Gina <G>' gina@cirt.example
press 'Send now'
see 'The invitation' 'Gina <G>'
is "both roles came along" "$(rows "SELECT COUNT(*) FROM account_role JOIN account ON account.id = account_id
	WHERE email = 'gina@cirt.example'")" 2

count_kept() {
	rows "SELECT COUNT(*) FROM kept_form WHERE account_id = $person"
}

begin "what is not kept"
begin_note hans
session=$(cookie belfry_session)
at 08:31:00
get /login
with 'Origin: https://evil.example'
post "/desk/tickets/$reference/note" body=forged
lands_on /login
is "a form from elsewhere" "$(count_kept)" 0
with 'Sec-Fetch-Site: cross-site'
post "/desk/tickets/$reference/note" body=forged
is "another form from elsewhere" "$(count_kept)" 0
post /account/password old_password="$password" password='violet tractors sing at noon'
lands_on /login
is "a password" "$(count_kept)" 0
post /account/factor code=123456
is "a code" "$(count_kept)" 0
post /account/sessions/revoke-others
is "a button of the account" "$(count_kept)" 0
post /login email=hans@cirt.example password=x
is "a try to sign in" "$(count_kept)" 0
for try in {1..22}; do
	ask POST "/desk/tickets/$reference/note" token=x body="$try"
	header Location /login
done
is "more than twenty" "$(count_kept)" 20
as nobody
get /login
ask POST "/desk/tickets/$reference/note" token="$(token)" body=forged
header Location /login
is "nobody's" "$(count_kept)" 20
person ines analyst
as ines
sign_in ines
session=$(cookie belfry_session)
post /logout
set_cookie belfry_session "$session"
at 09:30:00
ask POST "/desk/tickets/$reference/note" token=x body=forged
header Location /login
is "after signing out" "$(count_kept)" 0
is "no note was written" "$(notes)" 0

begin "half a session"
report
person jana analyst
get /login
fill email=jana@cirt.example password="$password"
press 'Sign in'
post "/desk/tickets/$reference/note" body=forged
lands_on /login/code
at 08:16:00
post "/desk/tickets/$reference/note" body=forged
lands_on /login
is "nothing is kept" "$(count_kept)" 0

begin "a long one comes back whole"
begin_note karl
long=$(printf 'word %.0s' {1..1900})
fill body="$long"
at 08:31:00
press 'Save note'
come_back karl
lands_on /login/kept
press 'Send now'
lands_on "/desk/tickets/$reference"
is "all of it" "$(rows "SELECT CHAR_LENGTH(body) FROM message WHERE direction = 'note' ORDER BY id DESC LIMIT 1")" \
	"$((${#long} - 1))"

the_end
