#!/bin/bash
# Invitations and ways to a new password: one use, half an hour, one account as
# it was when the link was made.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/account.sh"

dead='This link was used, has been replaced by a newer one, or is older than half an hour. Ask your administrator for a new one.'

account() {
	env BELFRY_NOW="$today $time" "$BELFRY" account "$@"
}

# kept_link COMMAND...: the address that it prints, without our host, in $link.
kept_link() {
	link=$("$@")
	link=${link#"$BELFRY_ADDRESS"}
	not_logged "${link##*/}"
}

# invite NAME ROLE: in $link, $invited.
invite() {
	kept_link account create --email "$1@cirt.example" --name "$1" --role "$2"
	invited=$(rows "SELECT id FROM account WHERE email = '$1@cirt.example'")
}

is_dead() {
	get "$link"
	status 404
	see "$dead"
	get /login
	post "$link" password="$new"
	status 404
	see "$dead"
}

for language in en fr ar; do
	begin "an invitation is used, in $language"
	speak $language
	invite emma-$language constituent
	get "$link"
	titled 'Choose a password'
	see "emma-$language" emma-$language@cirt.example
	press 'Save password'
	status 422
	see 'Enter a password'
	fill password='eleven chrs'
	press 'Save password'
	status 422
	see 'Use twelve characters or more.'
	fill password='Password2026!'
	press 'Save password'
	status 422
	see 'This is among the first passwords that somebody would try. Add words that do not belong together.'
	fill password="emma-$language@cirt.example"
	press 'Save password'
	status 422
	fill password="$(printf 'nine of ten %.0s' {1..20})"
	press 'Save password'
	status 422
	see 'This is longer than we can take. Use fewer characters.'
	holds password=
	fill password="$new"
	press 'Save password'
	lands_on /account
	see 'Your password is saved.'
	is_dead
	as emma-$language
	get /login
	fill email=emma-$language@cirt.example password="$new"
	press 'Sign in'
	lands_on /account
done

begin "looking does not use it up"
invite fred constituent
for time in 08:00:00 08:10:00 08:29:59; do
	at $time
	get "$link"
	status 200
done
fill password="$new"
press 'Save password'
lands_on /account

begin "after half an hour it is dead"
invite gerd constituent
get "$link"
fill password="$new"
at 08:30:00
press 'Save password'
status 404
see "$dead"
is_dead
at 12:00:00
is_dead
is "no password was set" "$(rows "SELECT password IS NULL FROM account WHERE id = $invited")" 1

begin "a newer one replaces it"
invite hans constituent
old=$link
at 08:10:00
kept_link account link hans@cirt.example
newer=$link
link=$old
is_dead
get "$newer"
status 200

begin "of many at the same moment one is used"
invite ines constituent
get "$link"
fill password="$new"
found=$(press_at_once 5 'Save password')
is "one comes in" "$(grep -o 303 <<<"$found" | wc -l)" 1
holds_true "the others do not" test "$(tr ' ' '\n' <<<"$found" | grep -cvE '^(303|404|429)$')" = 0
is "one session begins" "$(rows "SELECT COUNT(*) FROM session WHERE account_id = $invited")" 1

begin "staff set up a second factor before anything else"
invite joan analyst
get "$link"
fill password="$new"
press 'Save password'
lands_on /account/factor
get /desk/queue
lands_on /account/factor
get /account
lands_on /account/factor

begin "links that we did not make"
invite karl constituent
token=${link##*/}
swapped=$(tr 'A-Za-z' 'a-zA-Z' <<<"$token")
for forged in "${token%?}" "${token}x" "$swapped" "$(printf 'A%.0s' {1..43})" x 0 "$(printf 'x%.0s' {1..100})" \
	"$(printf 'x%.0s' {1..101})" "$token%00" "$token%20" "%2e%2e" "' OR '1'='1" "$token/x" "$token.x" \
	"$(rows "SELECT digest FROM credential_link WHERE account_id = $invited")"; do
	for place in invite password; do
		get /login
		get "/$place/$forged"
		status 404 400
		post "/$place/$forged" password="$new"
		status 404 400
	done
done
get "/password/$token"
status 404
get /login
post "/password/$token" password="$new"
status 404
get "$link"
status 200
is "the database does not know it" "$(rows "SELECT COUNT(*) FROM credential_link WHERE digest LIKE '%$token%'")" 0

begin "a closed account has no use for it"
invite lena constituent
account disable lena@cirt.example >"$BELFRY_STATE/tmp/said"
is_dead
account enable lena@cirt.example >"$BELFRY_STATE/tmp/said"
is_dead

for language in en fr ar; do
	begin "a way to a new password, in $language"
	person mary-$language constituent
	change "UPDATE account SET factor = NULL, factor_set_at = NULL WHERE id = $person"
	as mary-$language
	speak $language
	get /login
	fill email=mary-$language@cirt.example password="$password"
	press 'Sign in'
	lands_on /account
	as elsewhere
	speak $language
	kept_link account link mary-$language@cirt.example
	get "$link"
	titled 'Choose a password'
	see 'When it is saved, you are signed out everywhere else.'
	press 'Save password'
	status 422
	fill password="mary-$language@cirt"
	press 'Save password'
	status 422
	fill password="$new"
	press 'Save password'
	lands_on /account
	see 'Your password is saved.'
	is_dead
	as mary-$language
	get /account
	lands_on /login
	get /login
	fill email=mary-$language@cirt.example password="$password"
	press 'Sign in'
	status 422
	fill password="$new"
	press 'Sign in'
	lands_on /account
done

begin "a new password does not replace the second factor"
person nora analyst
kept_link account link nora@cirt.example
get "$link"
fill password="$new"
press 'Save password'
lands_on /login/code
get /desk/queue
lands_on /login/code

# What happens to the account makes its links useless.
for change in "password = password" "disabled_at = '2026-11-23'" "factor = NULL, factor_set_at = NULL"; do
	begin "a link is for the account as it was: ${change%% *}"
	person owen-$day analyst
	kept_link account link owen-$day@cirt.example
	get "$link"
	status 200
	fill password="$new"
	change "UPDATE account SET $change, version = version + 1 WHERE id = $person"
	press 'Save password'
	status 404
	see "$dead"
	is_dead
done

begin "who changes the password kills the links"
person paul analyst
kept_link account link paul@cirt.example
sign_in paul
get /account
fill old_password="$password" password='seven marmots count backwards'
press 'Save password'
lands_on /account
as elsewhere
is_dead

begin "a lost telephone"
person quin analyst
kept_link account link quin@cirt.example --forget-factor
get "$link"
fill password="$new"
press 'Save password'
lands_on /account/factor

begin "what the commands say"
is "no such role" "$(account create --email a@cirt.example --name A --role king 2>&1; echo $?)" \
	"belfry: king: there is no such role
1"
invite rita constituent
is "there is one already" "$(account create --email RITA@cirt.example --name Rita --role constituent 2>&1; echo $?)" \
	"belfry: RITA@cirt.example: there is an account with this address already
1"
is "nobody has it" "$(account link nobody@cirt.example 2>&1; echo $?)" \
	"belfry: nobody@cirt.example: there is no account with this address
1"
account disable rita@cirt.example >"$BELFRY_STATE/tmp/said"
is "it is closed" "$(account link rita@cirt.example 2>&1; echo $?)" \
	"belfry: rita@cirt.example: this account is closed; enable it first
1"

the_end
