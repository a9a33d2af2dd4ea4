#!/bin/bash
# How often one may try, and how long a thing one may send.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/account.sh"

too_often="For everybody's safety this can only be tried a few times. Wait a quarter of an hour, or ask your administrator for a link to a new password. Where you are already signed in, you stay signed in."
body=$BELFRY_STATE/tmp/body
form=application/x-www-form-urlencoded

# give ADDRESS PASSWORD
give() {
	get /login
	fill email="$1" password="$2"
	press 'Sign in'
}

counts() {
	rows "SELECT GROUP_CONCAT(count ORDER BY count) FROM attempt WHERE window_at >= '$today'"
}

refused_for_now() {
	status 429
	titled 'Too many tries in a short time'
	see "$too_often" '+999 20 555 0100'
	header Retry-After 300
}

link_for() {
	env BELFRY_NOW="$today $2" "$BELFRY" account link "$1@cirt.example" | sed "s|^$BELFRY_ADDRESS||"
}

begin "ten tries in a quarter of an hour, however the address is written"
person anna analyst
sign_in anna
as other
person olga analyst
sign_in olga
as guesser
tries=0
for address in anna@cirt.example ANNA@CIRT.EXAMPLE ' anna@cirt.example' 'anna@cirt.example ' aNNa@Cirt.Example \
	anna@CIRT.example anna@cirt.EXAMPLE $'anna@cirt.example\t' 'ANNA@cirt.example'; do
	case $((tries += 1)) in
	4) speak fr;;
	7) speak ar;;
	esac
	give "$address" "guess number $tries"
	status 422
done
speak en
for language in en fr ar; do
	speak $language
	give anna@cirt.example "$password"
	refused_for_now
done
is "each was counted" "$(counts | tr , '\n' | grep -cx 13)" 1
speak en
give anna+tag@cirt.example 'another mailbox'
status 422
as olga
get /desk/queue
status 200

story "whose address it was is not locked out"
as anna
person bert analyst
at 08:05:00
sign_in bert
as guesser
for try in {1..11}; do
	give bert@cirt.example "guess number $try"
done
refused_for_now
as bert
get /desk/queue
status 200
lands_on /desk/queue
as bert-elsewhere
get "$(link_for bert 08:06:00)"
titled 'Choose a password'
fill password='violet tractors sing at noon'
press 'Save password'
lands_on /login/code
at 08:14:59
give bert@cirt.example 'violet tractors sing at noon'
refused_for_now
at 08:15:00
give bert@cirt.example 'violet tractors sing at noon'
lands_on /login/code

begin "from many tabs at once"
person carl analyst
get /login
fill email=carl@cirt.example password='a guess in many tabs'
found=$(press_at_once 16 'Sign in')
holds_true "at most ten are looked at" test "$(grep -o 422 <<<"$found" | wc -l)" -le 10
holds_true "the others wait" test "$(tr ' ' '\n' <<<"$found" | grep -cvE '^(422|429)$')" = 0
is "all are counted" "$(counts)" 10,16,16

begin "other methods and other addresses of the page"
person dora analyst
give dora@cirt.example 'one'
before=$(counts)
for method in PUT PATCH DELETE OPTIONS post Post; do
	ask $method /login token="$(token)" email=dora@cirt.example password=guess
	status 405 501 400
done
ask GET "/login?email=dora@cirt.example&password=guess"
status 200
is "none of them is a try" "$(counts)" "$before"
for path in /fr/login /ar/login /login; do
	post "$path" email=dora@cirt.example password=guess
	status 422
done
is "each of these is" "$(counts)" 4,4,4

begin "fifty tries from one part of the network"
tried=0
# from_there ADDRESS STATUS...: another mail address each time.
from_there() {
	from "$1"
	give "somebody-$((tried += 1))@cirt.example" 'a guess for many'
	status "${@:2}"
}
from_there 198.51.100.7 422
change "UPDATE attempt SET count = 48 WHERE window_at >= '$today'"
from_there 198.51.100.250 422
from_there 198.51.100.1 422
from_there 198.51.100.2 429
refused_for_now
with 'X-Forwarded-For: 203.0.113.9' 'Forwarded: for=203.0.113.9' 'X-Real-IP: 203.0.113.9' 'Client-IP: 203.0.113.9'
from_there 198.51.100.3 429
from_there 198.51.101.3 422
from_there ::ffff:198.51.100.4 429
from_there 2001:db8:1:2::1 422
change "UPDATE attempt SET count = 50 WHERE window_at >= '$today'"
from_there 2001:db8:1:2:ffff::1 429
from_there 2001:db8:1:2:3:4:5:6 429
from_there 2001:db8:1:3::1 422

for language in en fr ar; do
	begin "five codes in five minutes, in $language"
	person emma-$language analyst
	as guesser
	speak $language
	give emma-$language@cirt.example "$password"
	as second
	give emma-$language@cirt.example "$password"
	for browser in guesser second guesser second guesser; do
		as $browser
		get /login/code
		fill code=123456
		press Continue
		status 422
	done
	for browser in guesser second; do
		as $browser
		get /login/code
		order fill_code $factor
		press Continue
		refused_for_now
	done
	get /login/code
	fill code='1234 5678 1234 5678'
	press Continue
	status 429
	at 08:05:00
	get /login/code
	order fill_code $factor
	press Continue
	lands_on /desk/queue
done

begin "codes from many tabs at once"
person frieda analyst
give frieda@cirt.example "$password"
fill code=123456
is "five are looked at" "$(press_at_once 12 Continue)" "422 422 422 422 422 429 429 429 429 429 429 429"

begin "the present password, when it is changed"
person gina analyst
sign_in gina
for try in {1..10}; do
	get /account
	fill old_password="guess number $try" password='violet tractors sing at noon'
	press 'Save password'
	status 422
done
get /account
fill old_password="$password" password='violet tractors sing at noon'
press 'Save password'
refused_for_now
get /account
status 200

for language in en fr ar; do
	begin "asking for a new password, in $language"
	person hugo-$language constituent
	speak $language
	for address in hugo-$language@cirt.example HUGO-$language@cirt.example " hugo-$language@cirt.example" \
		hugo-$language@CIRT.example nobody-$language@cirt.example; do
		get /login
		click 'I do not know my password'
		lands_on /password
		fill email="$address"
		press 'Ask for a new password'
		status 200
		titled 'Your administrator knows'
		see 'If you hear nothing, ask whoever invited you.'
		work=$(log | grep -oE '[0-9]+ statements')
	done
	get /password
	press 'Ask for a new password'
	status 422
	see 'Enter the address of your account'
	is "three of them reach the administrator" "$(rows "SELECT COUNT(*) FROM event
		WHERE action = 'password_asked' AND object = 'account' AND object_id = $person")" 3
	is "one of nobody reaches nobody" "$(rows "SELECT COUNT(*) FROM event
		WHERE action = 'password_asked' AND object_id = 0 AND at >= '$today'")" 1
done

begin "asking for an account and for none is the same"
person ida constituent
get /password
fill email=ida@cirt.example
press 'Ask for a new password'
known=$(page_and_work)
get /password
fill email=nobody@cirt.example
press 'Ask for a new password'
unknown=$(page_and_work)
holds_true "the same page for the same work" test "$known" = "$unknown"
change "UPDATE attempt SET count = 30 WHERE window_at >= '$today'"
get /password
fill email=another@cirt.example
press 'Ask for a new password'
refused_for_now

# A body of a token, an address and a password of so many bytes.
long_password() {
	printf 'token=%s&email=%s&password=' "$(token)" "$1"
	head -c "$2" /dev/zero | tr '\0' x
}

begin "passwords that nobody types"
person jana analyst
for size in 10000000 1000000 100000 201; do
	get /login
	long_password jana@cirt.example $size >"$body"
	send /login $form "$body"
	status 413 422
done
get /login
{
	printf 'token=%s&password=x&email=' "$(token)"
	head -c 1000000 /dev/zero | tr '\0' e
	printf @cirt.example
} >"$body"
send /login $form "$body"
status 413 422
is "none was tried" "$(counts)" NULL
get /login
long_password jana@cirt.example 200 >"$body"
send /login $form "$body"
status 422
is "one that might be typed was" "$(counts)" 1,1,1
sign_in jana
for size in 10000000 201; do
	get /account
	{
		printf 'token=%s&password=%s&old_password=' "$(token)" 'violet+tractors+sing'
		head -c $size /dev/zero | tr '\0' x
	} >"$body"
	send /account/password $form "$body"
	status 413 422
done
get /account
{
	printf 'token=%s&old_password=%s&password=' "$(token)" "${password// /+}"
	head -c 10000000 /dev/zero | tr '\0' x
} >"$body"
send /account/password $form "$body"
status 413
get /account
long=$(printf 'nine of ten %.0s' {1..20})
fill old_password="$password" password="$long"
press 'Save password'
status 422
see 'This is longer than we can take. Use fewer characters.'

the_end
