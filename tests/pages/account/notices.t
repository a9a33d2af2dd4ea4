#!/bin/bash
# What was changed of an account, its owner hears by mail, whoever did it.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/mail.sh"

mail_server
new='violet tractors sing at noon'

begin() {
	mail_story "$1" 08:00:00
}

# told HH:MM:SS SUBJECT: the next mail, to the account $1 of the story.
told() {
	deliver "$today $1"
	before=$((before + 1))
	is "one mail" "$(mails)" "$before"
	is "to its owner" "$(envelope $before)" "from <report@cirt.example> to <$owner@cirt.example>"
	in_mail $before "Subject: $2"
	is "without a way in" "$(mail $before | grep -cE '/(invite|password)/')" 0
}

silent() {
	deliver "$today $1"
	is "no mail" "$(mails)" "$before"
}

begin "the password"
owner=alva
person alva constituent
sign_in alva
get /account
fill old_password=wrong password="$new"
press 'Save password'
status 422
silent 08:00:10
fill old_password="$password" password="$new"
press 'Save password'
see 'Your password is changed, and you are signed out everywhere else.'
told 08:01:00 'Your password at TEST-CIRT was changed'
in_mail $before 'The password of your account was changed: ' 'Was it you? Then nothing is to be done.' \
	"$BELFRY_ADDRESS/password" '+999 20 555 0100' 'Nobody of the team ever asks you for your password.'
not_in_mail $before "$new" "$password" alva@elsewhere

begin "the first password is no change"
person boris constituent
change "UPDATE account SET password = NULL WHERE id = $person"
get /password
fill email=boris@cirt.example
press 'Ask for a new password'
deliver "$today 08:00:10"
link=$(mail $((before + 1)) | sed -n "s|^$BELFRY_ADDRESS||p" | grep -E '/invite/[A-Za-z0-9_-]{43}$')
get "$link"
fill password="$new"
press 'Save password'
status 200
before=$((before + 1))
silent 08:02:00

declare -A roles_changed=(
	[en]='What you may do at TEST-CIRT was changed'
	[fr]='Ce que vous pouvez faire à TEST-CIRT a changé'
	[ar]='تغيّرت صلاحياتك لدى TEST-CIRT'
)
declare -A factor_changed=(
	[en]='Your second factor at TEST-CIRT was changed'
	[fr]='Votre second facteur à TEST-CIRT a changé'
	[ar]='تغيّر عاملك الثاني لدى TEST-CIRT'
)
for language in en fr ar; do
	begin "what an administrator changes, in $language"
	owner=celia-$language
	person celia-$language analyst
	id=$person
	change "UPDATE person JOIN account ON account.person_id = person.id SET language = '$language' WHERE account.id = $id"
	person chief-$language administrator
	sign_in chief-$language
	get /admin/accounts
	post "/admin/accounts/$id/roles" roles=analyst
	silent 08:00:10
	post "/admin/accounts/$id/roles" roles=analyst roles=duty_lead
	told 08:01:00 "${roles_changed[$language]}"
	post "/admin/accounts/$id/forget-factor"
	told 08:02:00 "${factor_changed[$language]}"
	post "/admin/accounts/$id/disable"
	post "/admin/accounts/$id/roles" roles=analyst
	silent 08:03:00
done

begin "the second factor and its codes"
owner=dora
person dora analyst
sign_in dora
get /account/recovery
post /account/recovery
told 08:01:00 'Your second factor at TEST-CIRT was changed'

begin "who has the password and guesses codes is told of once a day"
owner=emil
person emil analyst
for hour in 08 09; do
	for try in 1 2 3 4 5 6 7; do
		now "$today $hour:00:0$try"
		as thief
		get /login
		fill email=emil@cirt.example password="$password"
		press 'Sign in'
		fill code=00000$try
		press Continue
		status "$([ "$try" -gt 5 ] && echo 429 || echo 422)"
		[ "$hour$try" = 085 ] && silent 08:00:30
	done
	[ $hour = 08 ] && told 08:01:00 'Somebody has your password at TEST-CIRT'
done
silent 09:01:00
in_mail $before 'Somebody gave your password and then wrong codes, too often: ' 'They did not get in.' "$BELFRY_ADDRESS/password"
day=$((day + 1))
for try in 1 2 3 4 5 6; do
	now "$(date -u -d "2026-11-23 + $day days" +%F) 09:00:0$try"
	as thief
	get /login
	fill email=emil@cirt.example password="$password"
	press 'Sign in'
	fill code=00000$try
	press Continue
done
today=$(date -u -d "2026-11-23 + $day days" +%F)
told 09:01:00 'Somebody has your password at TEST-CIRT'

the_end
