#!/bin/bash
# The second factor: set up, changed, lost; and the recovery codes.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/account.sh"

# new_person NAME ROLE: without a second factor.
new_person() {
	person "$1" "$2"
	without_factor
}

# What the page offers, as the app keeps it.
read_factor() {
	remember factor '((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})'
	factor=${factor// /}
	not_logged "$factor"
}

read_codes() {
	mapfile -t codes < <(text | grep -oE '[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}')
	not_logged "${codes[@]}"
}

stored() {
	rows "SELECT $1 FROM account WHERE id = $person"
}

for language in en fr ar; do
	begin "an analyst's first day, in $language"
	new_person anna-$language analyst
	speak $language
	get '/desk/queue?state=open'
	fill email=anna-$language@cirt.example password="$password"
	press 'Sign in'
	lands_on /account/factor
	titled 'Set up your second factor'
	see 'Besides your password you need a code that your telephone shows. A stolen password alone then opens nothing.'
	read_factor
	is "there is a picture" "$(page | grep -c '<svg[^>]*>')" 2
	get /account/factor
	see "$(sed 's/..../& /g; s/ $//' <<<"$factor")"
	is "nothing is kept yet" "$(stored "factor IS NULL")" 1
	press Continue
	status 422
	see 'Enter the six digits that the app shows'
	fill code=123456
	press Continue
	status 422
	see 'This is not the code for this picture. Wait for the next one; if it happens again, let your telephone set its clock by itself.'
	for path in /desk/queue /account /account/recovery; do
		get $path
		lands_on /account/factor
	done
	order fill_code "$factor"
	press Continue
	lands_on /account/recovery
	titled 'Your recovery codes'
	see 'If your telephone is lost, each of these opens your account once. Print this page or write them down, and keep them away from the telephone. They are not shown again.'
	read_codes
	is "there are ten" "$(printf '%s\n' "${codes[@]}" | sort -u | wc -l)" 10
	get /account/recovery
	see "${codes[9]}"
	click 'I have kept them'
	lands_on /desk/queue
	get /account
	see 'Change telephone'
	is "the factor is the one that was shown" "$(stored factor)" "$factor"

	as elsewhere
	speak $language
	give_password anna-$language
	lands_on /login/code
	order fill_code "$factor"
	press Continue
	status 422
	at 08:01:00
	order fill_code "$factor"
	press Continue
	lands_on /desk/queue

	as lost
	at 08:06:00
	speak $language
	give_password anna-$language
	fill code="${codes[0]}"
	press Continue
	lands_on /desk/queue
	as again
	speak $language
	give_password anna-$language
	fill code="${codes[0]}"
	press Continue
	status 422
	fill code="${codes[1]// /}"
	press Continue
	lands_on /desk/queue
	get /account
	see 8
	as another
	speak $language
	give_password anna-$language
	fill code="${codes[2]// /-}"
	press Continue
	lands_on /desk/queue
	get /account/recovery
	not_see "${codes[3]}"
	see 'They were shown when they were made. If you have lost them, make new ones; the old ones then open nothing.'
	press 'Make new codes'
	lands_on /account/recovery
	old=("${codes[@]}")
	read_codes
	is "there are ten others" "$(printf '%s\n' "${codes[@]}" "${old[@]}" | sort -u | wc -l)" 20
	as lost
	get /desk/queue
	lands_on /login
	at 08:12:00
	give_password anna-$language
	fill code="${old[5]}"
	press Continue
	status 422
	fill code="${codes[5]}"
	press Continue
	lands_on /desk/queue
done
is "the database knows no code" "$(rows "SELECT COUNT(*) FROM recovery_code WHERE digest LIKE '%${codes[0]// /}%'")" 0

begin "a recovery code at the same moment from many tabs"
new_person bert analyst
give_password bert
read_factor
order fill_code "$factor"
press Continue
read_codes
as elsewhere
give_password bert
fill code="${codes[0]}"
press_at_once 4 Continue >"$BELFRY_STATE/tmp/statuses"
is "one session begins" "$(rows "SELECT COUNT(*) FROM session WHERE account_id = $person AND factor_at IS NOT NULL
	AND account_version = (SELECT version FROM account WHERE id = $person) AND revoked_at IS NULL")" 2
is "one code is used" "$(rows "SELECT COUNT(*) FROM recovery_code WHERE account_id = $person AND used_at IS NOT NULL")" 1

begin "the codes of somebody else"
new_person carl analyst
give_password carl
fill code="${codes[4]}"
post /login/code code="${codes[4]}"
lands_on /account/factor
person dora analyst
as dora
give_password dora
fill code="${codes[4]}"
press Continue
status 422

begin "everybody who must have one is asked to set it up"
for role in analyst duty_lead team_manager administrator country_manager itu_manager expert; do
	new_person first-$role $role
	as $role
	give_password first-$role
	lands_on /account/factor
	get /account
	lands_on /account/factor
done
for role in constituent country_signer donor; do
	new_person first-$role $role
	as $role
	give_password first-$role
	lands_on /account
	see 'Set up'
done

begin "a constituent may have one too"
new_person emma constituent
give_password emma
click 'Set up'
lands_on /account/factor
read_factor
order fill_code "$factor"
press Continue
lands_on /account/recovery
click 'I have kept them'
lands_on /account
as elsewhere
give_password emma
lands_on /login/code

begin "another telephone, shortly after a code"
person fred analyst
sign_in fred
at 08:14:59
get /account
click 'Change telephone'
lands_on /account/factor
read_factor
other=$factor
at 08:15:00
order fill_code "$other"
press Continue
lands_on '/login/code?next=/account/factor'
is "nothing is changed" "$(stored factor)" JOEK5P7EBU7GENETLANSJDSTEU6LX56O
order fill_code JOEK5P7EBU7GENETLANSJDSTEU6LX56O
press Continue
lands_on /account/factor
read_factor
order fill_code "$factor"
press Continue
lands_on /account/recovery
is "it is the new one" "$(stored factor)" "$factor"
get /desk/queue
status 200
lands_on /desk/queue

begin "a session left open changes no factor"
person gina analyst
sign_in gina
at 08:16:00
for path in /account/factor; do
	get $path
	lands_on '/login/code?next=/account/factor'
	post $path code=123456
	lands_on '/login/code?next=/account/factor'
done
get /account/recovery
see 'They were shown when they were made. If you have lost them, make new ones; the old ones then open nothing.'
press 'Make new codes'
lands_on '/login/code?next=/account/recovery'
is "there are no new codes" "$(rows "SELECT COUNT(*) FROM recovery_code WHERE account_id = $person")" 0

begin "the factor offered to one session is no other's"
new_person hans analyst
give_password hans
read_factor
first=$factor
as elsewhere
give_password hans
read_factor
holds_true "they differ" test "$first" != "$factor"
order fill_code "$first"
press Continue
status 422
order fill_code "$factor"
press Continue
lands_on /account/recovery
as somebody
get /account/factor
lands_on /login
post /account/factor code=123456
lands_on /login

begin "codes of a factor are tried five times"
new_person ines analyst
give_password ines
for try in {1..5}; do
	fill code=123456
	press Continue
	status 422
done
read_factor
order fill_code "$factor"
press Continue
status 429
titled 'Too many tries in a short time'

the_end
