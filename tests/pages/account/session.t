#!/bin/bash
# How long one stays signed in, and what ends it at once.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/account.sh"

story_days=2
# after SECONDS: since eight o'clock, on the next day too.
after() {
	now "$(date -u -d "$today 08:00:00 UTC + $1 seconds" '+%F %T')"
}

is_signed_in() {
	get /account
	lands_on /account
}

is_signed_out() {
	get /account
	lands_on '/login?next=%2Faccount'
}

begin "staff: half an hour without a page"
for role in analyst administrator country_manager; do
	person idle-$role $role
	sign_in idle-$role
done
at 08:29:59
as idle-analyst
is_signed_in
as idle-country_manager
is_signed_in
at 08:30:00
as idle-administrator
is_signed_out
at 08:59:58
as idle-analyst
is_signed_in
at 09:29:58
is_signed_out
at 09:29:00
as idle-country_manager
is_signed_out

begin "staff: twelve hours in all"
person busy analyst
sign_in busy
for minutes in {25..715..25}; do
	after $((minutes * 60))
	ask GET /account
	status 200
done
after $((12 * 3600 - 1))
is_signed_in
after $((12 * 3600))
is_signed_out

begin "constituents: two hours without a page, a day in all"
person bank constituent
without_factor
give_password bank
lands_on /account
as other-browser
give_password bank
after 7199
is_signed_in
as somebody
after 7200
is_signed_out
as other-browser
for hours in {3..23}; do
	after $((hours * 3600))
	ask GET /account
	status 200
done
after 86399
is_signed_in
after 86400
is_signed_out

begin "half a session: a quarter of an hour"
person half analyst
give_password half
lands_on /login/code
at 08:14:59
get /login/code
asks_for code
at 08:15:00
get /login/code
lands_on /login
is "nobody's form is kept" "$(rows 'SELECT COUNT(*) FROM kept_form')" 0

begin "a session that was there before signing in"
person fixed analyst
set_cookie belfry_session "$(printf 'A%.0s' {1..43})"
get /account
lands_on /login
give_password fixed
half=$(cookie belfry_session)
holds_true "its token is ours" test "$half" != "$(printf 'A%.0s' {1..43})"
order fill_code JOEK5P7EBU7GENETLANSJDSTEU6LX56O
press Continue
live=$(cookie belfry_session)
holds_true "after the code it is another" test "$half" != "$live"
as thief
set_cookie belfry_session "$half"
is_signed_out
get /login/code
lands_on /login
is "the log does not know it" "$(log all | grep -cF -e "$half" -e "$live")" 0

begin "signing in again ends the session before"
person twice constituent
without_factor
give_password twice
first=$(cookie belfry_session)
drop_cookie belfry_session
get /login
set_cookie belfry_session "$first"
get /logout
status 405
is_signed_in
post /logout
lands_on /login
as thief
set_cookie belfry_session "$first"
is_signed_out

begin "tokens that are none"
person real analyst
sign_in real
token=$(cookie belfry_session)
digest=$(rows "SELECT digest FROM session WHERE account_id = $person AND revoked_at IS NULL")
as thief
for forged in '' x "${token%?}" "${token}x" "${token^^}" "$digest" "${digest:0:43}" "%$token" '%' "' OR '1'='1" \
	"$(printf '_%.0s' {1..43})" "$(printf '%%%.0s' {1..43})" "$(printf 'x%.0s' {1..4000})"; do
	set_cookie belfry_session "$forged"
	is_signed_out
done
set_cookie belfry_session "$token"
is_signed_in

# What ends every other session of an account at once. The token of before is
# tried in another browser.
# ends_by NAME WHAT COMMAND...
ends_by() {
	local before

	begin "$2 ends a session"
	person "$1" analyst
	sign_in "$1"
	before=$(cookie belfry_session)
	form=$(token)
	"${@:3}"
	as thief
	set_cookie belfry_session "$before"
	is_signed_out
	ask POST /account/password token="$form" old_password="$password" password="$new"
	status 303
	header Location /login
	get /desk/queue
	lands_on /login
	is "the password stays" "$(rows "SELECT password = $(quoted "$hashed") FROM account WHERE id = $person")" \
		"${same:-1}"
}

sign_out() {
	post /logout
	lands_on /login
}

another_password() {
	get /account
	fill old_password="$password" password="$new"
	press 'Save password'
	lands_on /account
	see 'Your password is changed, and you are signed out everywhere else.'
	is_signed_in
}

another_factor() {
	get /account/factor
	remember factor '((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})'
	order fill_code "${factor// /}"
	press Continue
	lands_on /account/recovery
	is_signed_in
}

new_recovery_codes() {
	get /account/recovery
	press 'Make new codes'
	lands_on /account/recovery
	is_signed_in
}

code_again() {
	at 08:00:30
	get /login/code
	order fill_code JOEK5P7EBU7GENETLANSJDSTEU6LX56O
	press Continue
	is_signed_in
}

link_used() {
	as elsewhere
	get "$(BELFRY_NOW="$today 08:00:00" "$BELFRY" account link linked@cirt.example | sed "s|^$BELFRY_ADDRESS||")"
	fill password="$new"
	press 'Save password'
	lands_on /login/code
}

# by_administrator PATH [FIELD]
by_administrator() {
	local id=$person

	person admin-$day administrator
	sign_in admin-$day
	get /admin/accounts
	post "/admin/accounts/$id/$1" "${@:2}"
	lands_on /admin/accounts
	person=$id
}

closed_by_command() {
	BELFRY_NOW="$today 08:00:00" "$BELFRY" account disable shut@cirt.example >"$BELFRY_STATE/tmp/said"
}

ends_by leaving "signing out" sign_out
same=0
ends_by changing "a new password" another_password
ends_by linked "a way to a new password" link_used
same=1
ends_by phoning "another second factor" another_factor
ends_by recovering "making recovery codes" new_recovery_codes
ends_by coding "giving a code again" code_again
ends_by promoted "another role" by_administrator roles roles=duty_lead
ends_by closed "closing the account" by_administrator disable
ends_by forgotten "forgetting the second factor" by_administrator forget-factor
ends_by shut "belfry account disable" closed_by_command

begin "closed and opened again, the old session stays dead"
person reopened analyst
sign_in reopened
before=$(cookie belfry_session)
BELFRY_NOW="$today 08:00:00" "$BELFRY" account disable reopened@cirt.example >"$BELFRY_STATE/tmp/said"
BELFRY_NOW="$today 08:00:00" "$BELFRY" account enable reopened@cirt.example >"$BELFRY_STATE/tmp/said"
is_signed_out

begin "signing out without having signed in"
get /login
post /logout
lands_on /login
see 'You are signed out.'

begin "the database holds no token"
person watched analyst
sign_in watched
live=$(cookie belfry_session)
form=$(token)
link=$(BELFRY_NOW="$today 08:00:00" "$BELFRY" account link watched@cirt.example)
not_logged "${link##*/}"
as second
give_password watched
half=$(cookie belfry_session)
everything=$(rows "$(rows "SELECT CONCAT('SELECT * FROM ', table_name, ';') FROM information_schema.tables
	WHERE table_schema = 'belfry' AND table_type = 'BASE TABLE'")")
holds_true "there is much in it" test "${#everything}" -gt 10000
for secret in "$live" "$half" "$form" "${link##*/}" "$password" "$new"; do
	is "not this one" "$(grep -cF -e "$secret" <<<"$everything")" 0
done
holds_true "but whose it is" grep -qF watched@cirt.example <<<"$everything"

begin "a cookie is for this site only, and not for scripts"
person baked analyst
get /login
ask POST /login token="$(token)" email=baked@cirt.example password="$password"
header Set-Cookie "belfry_session=$(cookie belfry_session); Path=/; HttpOnly; SameSite=Lax"
header Cache-Control no-store

begin "a form token is never the same on two pages, and each of them counts"
person masked analyst
sign_in masked
get /account
first=$(token)
get /account
second=$(token)
holds_true "they differ" test "$first" != "$second"
post /account/sessions/revoke-others token="$first"
status 200
post /account/sessions/revoke-others token="${first%?}x"
status 403
person masked-too analyst
as another
sign_in masked-too
post /account/sessions/revoke-others token="$second"
status 403

the_end
