#!/bin/bash
# Accounts, as an administrator has them: inviting, links, roles, closing and
# opening, a lost telephone.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/account.sh"

# administrator: of this story, signed in, before the list.
administrator() {
	person "admin-$day" administrator
	sign_in "admin-$day"
	get /admin/accounts
	status 200
}

# A link that the page shows, without our host, in $link.
read_link() {
	remember link "$BELFRY_ADDRESS(/(?:invite|password)/[A-Za-z0-9_-]{43})"
	not_logged "${link##*/}"
}

account() {
	rows "SELECT $1 FROM account JOIN person ON person.id = person_id WHERE account.id = $id"
}

roles() {
	rows "SELECT GROUP_CONCAT(role.name ORDER BY position) FROM account_role JOIN role ON role.name = role
		WHERE account_id = $id"
}

events() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', action, from_value, to_value) ORDER BY event.id SEPARATOR ', ')
		FROM event WHERE object = 'account' AND object_id = $id"
}

use_link() {
	as "$1"
	get "$link"
	fill password="$new"
	press 'Save password'
}

for language in en fr ar; do
	begin "somebody is invited, in $language"
	as admin-$day
	speak $language
	administrator
	titled Accounts
	see 'Answers reports, writes and reviews advisories.' 'May do what a duty lead may.' \
		'Also makes lists, sends warnings, publishes the profile and says who is on duty.' \
		'Sets up the team, its accounts and its mail; reads no reports.' \
		'Their own account, and nothing of the desk.' 'Two leads are best: one writes, the other approves.'
	press Invite
	status 422
	see "Enter the person's name" "Enter the person's address" 'Choose at least one role'
	fill name='Leïla <b>Haddad</b>' email='not an address' roles=analyst
	press Invite
	status 422
	holds name='Leïla <b>Haddad</b>' email='not an address'
	fill name='Leïla <b>Haddad</b>' email=Leila-$language@cirt.example roles=analyst roles=duty_lead
	press Invite
	status 200
	see 'Give this address to the person yourself. It works once, for half an hour, and is not shown again.' \
		'Leïla <b>Haddad</b>' Leila-$language@cirt.example invited
	holds name= email=
	read_link
	id=$(rows "SELECT id FROM account WHERE email = 'Leila-$language@cirt.example'")
	is "with these roles" "$(roles)" analyst,duty_lead
	is "without a password" "$(account "password IS NULL")" 1
	get /admin/accounts
	is "the link is not shown again" "$(page | grep -cF -e "${link##*/}")" 0
	fill name=Another email=LEILA-$language@CIRT.example roles=analyst
	press Invite
	status 422
	see 'There is an account with this address already.'
	holds name=Another
	is "one person has that name" "$(rows "SELECT COUNT(*) FROM person WHERE name = 'Another'")" 0
	use_link leila-$language
	lands_on /account/factor

	story "a link, and what closing does, in $language"
	person anna-$language analyst
	id=$person
	sign_in anna-$language
	as admin
	speak $language
	at 08:01:00
	person chief-$language administrator
	sign_in chief-$language
	as chief-$language
	speak $language
	get /admin/accounts
	see anna-$language anna-$language@cirt.example
	post "/admin/accounts/$id/link"
	status 200
	read_link
	post "/admin/accounts/$id/disable"
	lands_on /admin/accounts
	see 'The account is closed, and the person is signed out everywhere.' closed
	post "/admin/accounts/$id/link"
	lands_on /admin/accounts
	see 'This account is closed. Open it again first.'
	as anna-$language
	get /desk/queue
	lands_on /login
	fill email=anna-$language@cirt.example password="$password"
	press 'Sign in'
	status 422
	get "$link"
	status 404
	as chief-$language
	post "/admin/accounts/$id/enable"
	lands_on /admin/accounts
	see 'The account is open again.'
	as anna-$language
	get "$link"
	status 404
	at 08:02:00
	sign_in anna-$language
	lands_on /desk/queue

	as chief-$language
	post "/admin/accounts/$id/roles" roles=constituent roles=donor
	lands_on /admin/accounts
	see 'Saved. The person is signed out and has the new roles from now on.'
	is "the roles" "$(roles)" constituent,donor
	post "/admin/accounts/$id/roles"
	lands_on /admin/accounts
	see 'Nothing was changed: choose at least one role.'
	post "/admin/accounts/$id/roles" roles=king
	lands_on /admin/accounts
	see 'Nothing was changed: choose at least one role.'
	post "/admin/accounts/$id/roles" roles=analyst roles=king
	see 'Nothing was changed: choose at least one role.'
	is "the roles stay" "$(roles)" constituent,donor
	as anna-$language
	get /desk/queue
	lands_on /login
	at 08:03:00
	sign_in anna-$language
	get /desk/queue
	status 403
	titled 'This page is not open to you'

	as chief-$language
	post "/admin/accounts/$id/roles" roles=analyst
	post "/admin/accounts/$id/forget-factor"
	lands_on /admin/accounts
	see 'Saved. The person sets up a new second factor after the next sign-in.'
	as anna-$language
	get /login
	fill email=anna-$language@cirt.example password="$password"
	press 'Sign in'
	lands_on /account/factor
	is "all of it is on record" "$(events)" "link password, disabled, enabled, roles 2 513, roles 513 2, factor_forgotten"
	is "and who did it" "$(rows "SELECT COUNT(*) FROM event WHERE object = 'account' AND object_id = $id
		AND account_id = (SELECT id FROM account WHERE email = 'chief-$language@cirt.example')")" 6
done

begin "the buttons of the list"
person olga analyst
id=$person
administrator
for act in 'Make a link to a new password' 'Forget the second factor'; do
	press "$act: olga" "/$id/"
	status 200
done
press 'Close the account: olga' "/$id/"
see closed
press 'Open the account again: olga' "/$id/"
see 'The account is open again.'
fill roles=team_manager
press Save "/$id/roles"
is "one role for the other" "$(roles)" team_manager
press Save "/$id/roles"
is "saving what is there changes nothing" "$(account version)" 5

begin "one's own account is another's to change"
administrator
id=$person
see 'Your account'
before="$(account 'CONCAT_WS(" ", version, disabled_at IS NULL, factor)') $(roles)"
for act in disable enable forget-factor; do
	post "/admin/accounts/$id/$act"
	lands_on /admin/accounts
	see 'Another administrator has to change your own account.'
done
post "/admin/accounts/$id/roles" roles=administrator roles=analyst roles=team_manager
see 'Another administrator has to change your own account.'
is "it is as it was" "$(account 'CONCAT_WS(" ", version, disabled_at IS NULL, factor)') $(roles)" "$before"
get /desk/queue
status 403

# Every row of the site map for the team's desk.
desk_rows() {
	sed -nE 's/^\s*\{ (GET|POST), *"(\/desk[^"]*)", *INSIDE, *[A-Z_]+, .*/\1 \2/p' "$BELFRY_SOURCE/app/site.c" |
		sed "s/:id/1/; s/:reference/$reference/; s/:section/3-1/; s/:language/en/"
}

begin "an administrator sees no case"
report description='For the team alone.'
administrator
form=$(token)
while read -r method path; do
	if [ "$method" = GET ]; then
		ask GET "$path"
	else
		ask POST "$path" token="$form" body=forged to=closed owner=1 version=1
	fi
	status 403
	titled 'This page is not open to you'
	not_see 'For the team alone.'
done < <(desk_rows)
holds_true "there are such rows" test "$(desk_rows | wc -l)" -gt 15
is "nothing was written" "$(rows "SELECT CONCAT(version, state) FROM ticket WHERE reference = '$reference'")" 1new
get /admin/accounts
not_see Queue

traces() {
	rows "SELECT CONCAT_WS(' ', (SELECT SUM(version) FROM account), (SELECT COUNT(*) FROM account),
		(SELECT COUNT(*) FROM account_role), (SELECT COUNT(*) FROM credential_link), (SELECT COUNT(*) FROM event),
		(SELECT COUNT(*) FROM person))"
}

forms() {
	cat <<-END
		/admin/accounts name=Forged email=forged@cirt.example roles=administrator
		/admin/accounts/$id/link
		/admin/accounts/$id/roles roles=administrator
		/admin/accounts/$id/forget-factor
		/admin/accounts/$id/disable
		/admin/accounts/$id/enable
	END
}

for language in en fr ar; do
	begin "who is no administrator, in $language"
	person victim-$language analyst
	id=$person
	roles=(constituent analyst)
	[ $language != en ] || roles+=(duty_lead team_manager country_manager itu_manager)
	for role in "${roles[@]}"; do
		person $role-$language $role
		sign_in $role-$language
		speak $language
		get /account
		before=$(traces)
		ask GET "$([ $language = en ] || echo /$language)/admin/accounts"
		status 403
		titled 'This page is not open to you'
		while read -r path fields; do
			post "$path" $fields
			status 403
			titled 'This page is not open to you'
		done < <(forms)
		is "$role changed nothing" "$(traces)" "$before"
	done
	as nobody
	speak $language
	get /admin/accounts
	lands_on '/login?next=%2Fadmin%2Faccounts'
	while read -r path fields; do
		post "$path" $fields
		lands_on /login
	done < <(forms)
	is "nobody changed nothing" "$(traces)" "$before"

	begin "forms that no administrator sent, in $language"
	person target-$language analyst
	id=$person
	as admin-$day
	speak $language
	administrator
	own=$(token)
	before=$(traces)
	headers=('Origin: https://evil.example')
	[ $language != en ] || headers+=('Origin: null' 'Sec-Fetch-Site: cross-site' 'Sec-Fetch-Site: same-site')
	while read -r path fields; do
		for header in "${headers[@]}"; do
			with "$header"
			post "$path" $fields
			status 403
		done
		with 'Origin:' 'Sec-Fetch-Site:'
		post "$path" $fields
		status 403
		for token in '' "${own%?}" x; do
			post "$path" $fields token="$token"
			status 403
			titled 'Send this once more'
		done
	done < <(forms)
	is "nothing was done" "$(traces)" "$before"
done

begin "accounts that are not there"
administrator
before=$(traces)
for id in 0 999999 999999999999999999; do
	while read -r path fields; do
		[ "$path" != /admin/accounts ] || continue
		post "$path" $fields
		status 404
	done < <(forms)
done
for id in -1 1x 99999999999999999999 '1%20' 1.0 0x1 "1'"; do
	post "/admin/accounts/$id/disable"
	status 404
done
is "nothing was done" "$(traces)" "$before"
for after in 0 -1 1 999999999 9223372036854775807 9223372036854775808 x '' 1e9; do
	get "/admin/accounts?after=$after"
	status 200 400
done
get /admin/accounts?after=999999999
see 'Nobody yet. The people you invite appear here.'

begin "what is too long, and its neighbour"
administrator
name=$(printf 'é%.0s' {1..200})
fill name="${name}x" email=long@cirt.example roles=donor
press Invite
status 422
holds name="${name}x"
fill name="$name" email=long@cirt.example roles=donor
press Invite
status 200
see "$name"
fill name=Long email="$(printf 'a%.0s' {1..260})@cirt.example" roles=donor
press Invite
status 422
post /admin/accounts name=Odd email=odd@cirt.example roles=king
status 422
post /admin/accounts name=Odd email=odd@cirt.example roles=analyst roles=analyst,administrator
status 422
post /admin/accounts name=$'Two\nlines' email=lines@cirt.example roles=donor
status 200 422

begin "names with everything in them"
odd=$'<script>alert(1)</script> & "q" \'s\' <?cs var:x ?> %s \u202eabc'
administrator
fill name="$odd" email=odd@cirt.example roles=constituent
press Invite
status 200
see '<script>alert(1)</script> & "q"'
get /admin/accounts
see '<script>alert(1)</script> & "q"'

begin "who asked for a new password is marked"
person asker constituent
as asker
get /password
fill email=ASKER@cirt.example
press 'Ask for a new password'
administrator
see 'asked for a new password:'
post "/admin/accounts/$(rows "SELECT id FROM account WHERE email = 'asker@cirt.example'")/link"
read_link
use_link asker
lands_on /login/code
as admin-$day
get /admin/accounts
not_see 'asked for a new password:'

begin "more than a page of them"
for i in {1..60}; do
	echo "INSERT INTO person (name) VALUES ('Many $i');
		INSERT INTO account (person_id, email, email_key, created_at)
		VALUES (LAST_INSERT_ID(), 'many-$i@cirt.example', 'many-$i@cirt.example', '2026-11-23 08:00:00');"
done >"$BELFRY_STATE/tmp/many"
change "$(cat "$BELFRY_STATE/tmp/many")"
administrator
pages=1
while page | grep -q 'rel="next"'; do
	is "a page of fifty" "$(page | grep -c '<tr><td>')" 50
	click 'Further in this list'
	pages=$((pages + 1))
	[ $pages -lt 9 ] || break
done
holds_true "there are several" test $pages -gt 1
see "admin-$day"

begin "from many tabs at once"
administrator
fill name=Twice email=twice@cirt.example roles=donor
press_at_once 4 Invite >"$BELFRY_STATE/tmp/statuses"
is "one account" "$(rows "SELECT COUNT(*) FROM account WHERE email = 'twice@cirt.example'")" 1
is "one person" "$(rows "SELECT COUNT(*) FROM person WHERE name = 'Twice'")" 1

the_end
