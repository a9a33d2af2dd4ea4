#!/bin/bash
# One's own account: where one is signed in, and the password.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/account.sh"

# One more browser of an analyst, with a code of its own time.
# browse NAME BROWSER TIME [AGENT]
browse() {
	as "$2"
	at "$3"
	get /login
	fill email="$1@cirt.example" password="$password"
	press 'Sign in'
	order fill_code JOEK5P7EBU7GENETLANSJDSTEU6LX56O
	with "User-Agent: ${4:-$2}"
	press Continue
	lands_on /desk/queue
}

session_of() {
	rows "SELECT id FROM session WHERE agent = $(quoted "$1") AND revoked_at IS NULL ORDER BY id DESC LIMIT 1"
}

is_signed_in() {
	as "$1"
	get /account
	lands_on /account
}

is_signed_out() {
	as "$1"
	get /account
	lands_on '/login?next=%2Faccount'
}

for language in en fr ar; do
	begin "the list of sessions, in $language"
	person anna-$language analyst
	as desktop
	speak $language
	as laptop
	speak $language
	as tablet
	speak $language
	browse anna-$language desktop 08:00:00 "desktop-$language"
	browse anna-$language laptop 08:01:00 "<b>laptop</b> & 'others' $language"
	browse anna-$language tablet 08:02:00 "tablet-$language"
	get /account
	titled 'Your account'
	see "anna-$language" anna-$language@cirt.example 'Where you are signed in' 'this one' \
		'If you do not know one of these, sign it out and change your password.' \
		"desktop-$language" "<b>laptop</b> & 'others' $language" "tablet-$language"
	press "$(page | sed -nE 's|.*>([^<>]+)<span class="unseen">(: desktop-[a-z]+)</span>.*|\1\2|p')" /account/sessions/
	lands_on /account
	see 'Signed out there.'
	not_see "desktop-$language"
	is_signed_out desktop
	is_signed_in laptop
	press 'Sign out everywhere else'
	lands_on /account
	see 'You are signed out everywhere else.'
	not_see "tablet-$language"
	is_signed_out tablet
	is_signed_in laptop
	not_see 'Sign out everywhere else'
done

begin "a session of somebody else"
person bert analyst
person carl analyst
browse bert berts 08:00:00
browse carl carls 08:00:00
id=$(session_of berts)
for session in "$id" 0 999999 99999999999999999999 -1 "0$((id + 1000))"; do
	post "/account/sessions/$session/revoke"
	status 404
done
is_signed_in berts
as carls
get /account
not_see berts
post /account/sessions/revoke-others
is_signed_in berts
id=$(session_of carls)
as carls
post "/account/sessions/$id/revoke"
lands_on '/login?next=%2Faccount'
is_signed_out carls

begin "one that is over is not in the list"
person dora analyst
browse dora desktop 08:00:00
browse dora laptop 08:31:00
get /account
not_see desktop
see laptop

for language in en fr ar; do
	begin "another password, in $language"
	person emma-$language analyst
	as other
	speak $language
	as desk
	speak $language
	browse emma-$language other 08:00:00
	browse emma-$language desk 08:01:00
	get /account
	press 'Save password'
	status 422
	see 'Enter your present password' 'Enter a new password'
	fill old_password='not my password at all' password="$new"
	press 'Save password'
	status 422
	see 'This is not your present password.'
	holds old_password= password=
	fill old_password="$password" password='eleven chrs'
	press 'Save password'
	status 422
	see 'Use twelve characters or more.'
	fill old_password="$password" password=qwertyuiop123456
	press 'Save password'
	status 422
	see 'This is among the first passwords that somebody would try. Add words that do not belong together.'
	fill old_password="$password" password="Emma-$language@cirt.example"
	press 'Save password'
	status 422
	is "it stays as it was" "$(rows "SELECT password = $(quoted "$hashed") FROM account WHERE id = $person")" 1
	fill old_password="$password" password="$new"
	press 'Save password'
	lands_on /account
	see 'Your password is changed, and you are signed out everywhere else.'
	is_signed_out other
	as other
	at 08:02:00
	get /login
	fill email=emma-$language@cirt.example password="$password"
	press 'Sign in'
	status 422
	fill password="$new"
	press 'Sign in'
	lands_on /login/code
	is_signed_in desk
done
is "each change is on record, without the password" "$(rows "SELECT GROUP_CONCAT(DISTINCT CONCAT_WS(' ',
	action, IFNULL(from_value, '-'), IFNULL(to_value, '-'))) FROM event
	WHERE object = 'account' AND object_id = $person")" "password - -"

begin "a password of any letters"
person fred analyst
browse fred desk 08:00:00
get /account
fill old_password="$password" password='حصان أزرق يقرأ الجريدة'
press 'Save password'
lands_on /account
at 08:01:00
as other
get /login
fill email=fred@cirt.example password='حصان أزرق يقرأ الجريدة'
press 'Sign in'
lands_on /login/code

the_end
