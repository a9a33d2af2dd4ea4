#!/bin/bash
# Every form of signing in and of one's account: from elsewhere, without its
# token, with another's, by nobody, by somebody else, and with more in it.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/account.sh"

link_for() {
	BELFRY_NOW="$today 08:00:00" "$BELFRY" account link "$1@cirt.example" | sed "s|^$BELFRY_ADDRESS||"
}

# What forged forms would change.
traces() {
	rows "SELECT CONCAT_WS(' ',
		(SELECT SUM(version) FROM account),
		(SELECT COUNT(*) FROM session WHERE revoked_at IS NOT NULL),
		(SELECT COUNT(*) FROM session),
		(SELECT COUNT(*) FROM recovery_code),
		(SELECT COUNT(*) FROM event),
		(SELECT IFNULL(SUM(count), 0) FROM attempt),
		(SELECT COUNT(*) FROM kept_form))"
}

# Who is it for, and with what: path and fields, none with a space.
anybodys() {
	cat <<-END
		/login email=$1@cirt.example password=x
		/login/code code=123456
		/logout
		$link password=violettractorssing
		/password email=$1@cirt.example
		/account/factor code=123456
		/account/recovery
	END
}
owners() {
	cat <<-END
		/account/password old_password=x password=violettractorssing
		/account/sessions/1/revoke
		/account/sessions/revoke-others
	END
}

elsewhere='This was sent from a page of somebody else. Nothing was done.'
once_more='We could not see that this came from a page of ours. Open the page anew and send it from there.'

for language in en fr ar; do
	begin "from another site, in $language"
	person victim-$language analyst
	sign_in victim-$language
	speak $language
	link=$(link_for victim-$language)
	get /account
	before=$(traces)
	headers=('Origin: https://evil.example')
	[ $language != en ] || headers+=('Origin: null' 'Sec-Fetch-Site: cross-site' 'Sec-Fetch-Site: same-site')
	while read -r path fields; do
		for header in "${headers[@]}"; do
			with "$header"
			post "$path" $fields
			status 403
			see "$elsewhere"
			not_see 'Try again'
		done
		with 'Origin:' 'Sec-Fetch-Site:'
		post "$path" $fields
		status 403
	done < <(anybodys victim-$language; owners)
	is "nothing was done" "$(traces)" "$before"

	begin "without its token, in $language"
	person plain-$language analyst
	link=$(link_for plain-$language)
	as other
	person other-$language analyst
	sign_in other-$language
	get /account
	others=$(token)
	as plain-$language
	sign_in plain-$language
	speak $language
	get /account
	own=$(token)
	tokens=('' "$others")
	[ $language != en ] || tokens+=("${own%?}" "${own^^}" x)
	before=$(traces)
	while read -r path fields; do
		for token in "${tokens[@]}"; do
			post "$path" $fields token="$token"
			status 403
			titled 'Send this once more'
			see "$once_more"
			not_see violettractorssing 123456
		done
	done < <(anybodys plain-$language; owners)
	is "nothing was done" "$(traces)" "$before"
	as nobody
	speak $language
	while read -r path fields; do
		case $path in
		/account/*) continue;;
		esac
		for token in '' "$others" "$own"; do
			post "$path" $fields token="$token"
			status 403
			titled 'Send this once more'
		done
	done < <(anybodys plain-$language)
	is "nothing was done by nobody" "$(traces)" "$before"

	begin "by nobody, in $language"
	speak $language
	get /login
	before=$(traces)
	while read -r path fields; do
		post "$path" $fields
		lands_on /login
	done < <(owners; printf '%s\n' '/account/factor code=123456' /account/recovery '/login/code code=123456' /logout)
	is "nothing was done" "$(traces)" "$before"
done

begin "a token of the sign-in page is of no use afterwards"
person anna analyst
get /login
public=$(token)
sign_in anna
get /account
before=$(traces)
while read -r path fields; do
	post "$path" $fields token="$public"
	status 403
done < <(owners)
is "nothing was done" "$(traces)" "$before"

begin "the sign-in page stood open over night"
person bert analyst
get /login
now "$(date -u -d "$today + 1 day" +%F) 08:00:01"
fill email=bert@cirt.example password="$password"
press 'Sign in'
status 403
titled 'This page was open for a long time'
holds email=bert@cirt.example
not_asks_for password
not_see "$password"
press 'Try again'
status 422
holds email=bert@cirt.example
fill password="$password"
press 'Sign in'
lands_on /login/code

begin "who signed in as somebody else meanwhile"
person carl analyst
sign_in carl
get /account
carls=$(token)
person dora analyst
post /logout
as carl
get /login
fill email=dora@cirt.example password="$password"
press 'Sign in'
order fill_code JOEK5P7EBU7GENETLANSJDSTEU6LX56O
press Continue
lands_on /desk/queue
post /account/password token="$carls" old_password="$password" password="$new"
status 403
is "dora's stays" "$(rows "SELECT password = $(quoted "$hashed") FROM account WHERE id = $person")" 1

# Names that would be something, were they taken for something else.
extra='user.role=admin user.id=1 user.staff=1 user.admin=1 user.name=Mallory lang.prefix=//evil.example role=administrator
	roles=administrator account_id=1 person_id=1 version=0 factor=AAAA factor_set_at=1 disabled_at= kind=invite actor=1
	session=1 state=3 email_key=x digest=x error.reason=Mallory form.email.value=Mallory form_errors.0.message=Mallory
	notice=Mallory person.name=Mallory person.email=Mallory kept.0.name=x kept.action=//evil.example
	link.address=//evil.example site.team.phone=666 token.x=1 id=1'

begin "fields that nobody asked for"
person emma constituent
change "UPDATE account SET factor = NULL, factor_set_at = NULL WHERE id = $person"
link=$(link_for emma)
get "$link"
fill password="$new"
forge $extra
press 'Save password'
lands_on /account
not_see Mallory 666
see emma@cirt.example
press 'Sign out' /logout
fill email=emma@cirt.example password="$new"
forge $extra
press 'Sign in'
lands_on /account
not_see Mallory 666
fill old_password="$new" password="$password"
forge $extra
press 'Save password'
lands_on /account
not_see Mallory 666
get /desk/queue
status 403
get /admin/accounts
status 403
is "only the password changed" "$(rows "SELECT CONCAT_WS(' ', email, email_key, factor IS NULL, disabled_at IS NULL,
	(SELECT GROUP_CONCAT(role) FROM account_role WHERE account_id = id)) FROM account WHERE id = $person")" \
	"emma@cirt.example emma@cirt.example 1 1 constituent"
get "/login?$(tr -s ' \n\t' '&' <<<"$extra")"
not_see Mallory 666
get "/account?$(tr -s ' \n\t' '&' <<<"$extra")"
not_see Mallory 666
# What was asked for may go along in the query of a language link, encoded.
is "no link to elsewhere" "$(page | grep -cE '(href|action)="[^"?]*evil')" 0

begin "names with everything in them"
odd=$'<script>alert(1)</script> & "q" \'s\' <?cs var:x ?> %s'
person fritz constituent
change "UPDATE account SET factor = NULL, factor_set_at = NULL WHERE id = $person;
	UPDATE person SET name = $(quoted "$odd") WHERE id = (SELECT person_id FROM account WHERE id = $person)"
link=$(link_for fritz)
get "$link"
get /login
with "User-Agent: $odd"
fill email=fritz@cirt.example password="$password"
press 'Sign in'
lands_on /account
see "$odd"

the_end
