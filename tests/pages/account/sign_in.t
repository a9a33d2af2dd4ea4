#!/bin/bash
# Signing in: the password, the code, and where one comes out.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/account.sh"

wrong='The address and the password do not belong together. Check both; capital letters count.'
wrong_code='This code does not open the account. Each is good for half a minute and once: wait for the next one. If it happens again, let your telephone set its clock by itself.'

# The code of a time of today.
code_at() {
	oathtool --totp --base32 --now "$today $1 UTC" $factor
}

for language in en fr ar; do
	begin "an analyst comes in and goes, in $language"
	person anna-$language analyst
	speak $language
	get '/desk/queue?state=new'
	lands_on '/login?next=%2Fdesk%2Fqueue%3Fstate%3Dnew'
	titled 'Sign in'
	see 'For the team and its constituents. To report something you need no account.'
	press 'Sign in'
	status 422
	see 'There is a problem' 'Enter the address of your account' 'Enter your password'
	fill email=anna-$language@cirt.example password='some other words entirely'
	press 'Sign in'
	status 422
	see "$wrong"
	holds email=anna-$language@cirt.example password=
	fill password="$password"
	press 'Sign in'
	lands_on /login/code
	titled 'Enter your code'
	press Continue
	status 422
	see 'Enter the six digits that the app shows'
	fill code="$(code_at 07:50:00)"
	press Continue
	status 422
	see "$wrong_code"
	order fill_code $factor
	press Continue
	lands_on '/desk/queue?state=new'
	status 200
	get /login
	lands_on /desk/queue
	get /login/code
	status 200
	get /account
	press 'Sign out' /logout
	lands_on /login
	see 'You are signed out.'
	get /desk/queue
	lands_on /login
done

begin "signing out leaves nothing in the browser"
person zoe analyst
sign_in zoe
get /account
ask POST /logout token="$(token)"
header Clear-Site-Data '"cache", "storage"'

begin "a constituent without a second factor"
person bank constituent
without_factor
get /account
lands_on '/login?next=%2Faccount'
fill email=bank@cirt.example password="$password"
press 'Sign in'
lands_on /account
status 200
get /login/code
lands_on /account
get /desk/queue
status 403

begin "a constituent with one is asked for the code"
person careful constituent
give_password careful
lands_on /login/code
get /account
lands_on /login/code

begin "other spellings of one's address"
person olga analyst
for address in OLGA@CIRT.EXAMPLE 'Olga@Cirt.Example' ' olga@cirt.example ' 'ｏｌｇａ@cirt.example'; do
	get /login
	fill email="$address" password="$password"
	press 'Sign in'
	if [ "$address" = 'ｏｌｇａ@cirt.example' ]; then
		status 422
	else
		lands_on /login/code
	fi
done

begin "passwords that are nearly right"
person peter analyst
for typed in "${password^}" "${password%?}" "$password$password" "$hashed" '%' "' OR '1'='1"; do
	give_password peter "$typed"
	status 422
	see "$wrong"
done

# What a page shows, without what differs each time, and the work it was.
refusal=
refused_alike() {
	local seen work

	get /login
	fill email="$1" password="$2"
	press 'Sign in'
	status 422
	see "$wrong"
	seen=$(page | sed -E 's/name="token" value="[^"]*"//g; s/<bdi dir="ltr">[^<]*<\/bdi>//g
		s/(name="email"[^>]* value=")[^"]*"/\1"/g')
	work=$(log | grep -oE '[0-9]+ statements')
	[ -n "$refusal" ] || refusal=$seen$work
	holds_true "the same page for the same work" test "$refusal" = "$seen$work"
}

for language in en fr ar; do
	begin "who has an account is not told, in $language"
	speak $language
	person known-$language analyst
	refusal=
	refused_alike known-$language@cirt.example 'some other words entirely'
	refused_alike nobody-$language@cirt.example 'some other words entirely'
	refused_alike nobody-$language@cirt.example "$password"
	refused_alike nobody@exämple.example "$password"
	person closed-$language analyst
	change "UPDATE account SET disabled_at = '2026-11-23 08:00:00' WHERE id = $person"
	refused_alike closed-$language@cirt.example "$password"
	refused_alike closed-$language@cirt.example 'some other words entirely'
	person invited-$language analyst
	change "UPDATE account SET password = NULL WHERE id = $person"
	refused_alike invited-$language@cirt.example "$password"
	is "nobody came in" "$(cookie belfry_session)" ""
done

begin "a code is good once"
person rosa analyst
give_password rosa
as thief
give_password rosa
as somebody
order fill_code $factor
press Continue
lands_on /desk/queue
as thief
order fill_code $factor
press Continue
status 422
see "$wrong_code"
fill code="$(code_at 07:59:30)"
press Continue
status 422
at 08:00:30
order fill_code $factor
press Continue
lands_on /desk/queue

begin "of two at the same moment one comes in"
person sven analyst
give_password sven
order fill_code $factor
press_at_once 3 Continue >"$BELFRY_STATE/tmp/statuses"
is "one session begins" "$(rows "SELECT COUNT(*) FROM session WHERE account_id = $person AND factor_at IS NOT NULL")" 1

begin "a clock that is half a minute off"
person tess analyst
for minute in 10 20; do
	as tess-$minute
	at 08:$minute:00
	give_password tess
	fill code="$(code_at 08:$((minute - 1)):00)"
	press Continue
	status 422
	fill code="$(code_at 08:$((minute + 1)):00)"
	press Continue
	status 422
	[ $minute = 10 ] && fill code="$(code_at 08:09:30)" || fill code="$(code_at 08:20:30)"
	press Continue
	lands_on /desk/queue
done

begin "codes as people type them"
person uma analyst
give_password uma
for typed in 000000 12345 1234567 abcdef '' '      ' 0 -1 "$(printf '1%.0s' {1..5000})"; do
	change 'DELETE FROM attempt'
	fill code="$typed"
	press Continue
	status 422
done
code=$(code_at 08:00:00)
fill code="${code:0:3} ${code:3}"
press Continue
lands_on /desk/queue

# Every row of the site map behind the inside door, but those for anyone.
closed_rows() {
	sed -nE 's/^\s*\{ (GET|POST), *"([^"]*)", *INSIDE, *([A-Z_]+), .*/\1 \2 \3/p' "$BELFRY_SOURCE/app/site.c" |
		grep -v ' ANYONE$' | sed 's/:id/1/g; s/:reference/TESTCIRT-2026-2222222/; s/:[a-z]*/x/g' | cut -d' ' -f1,2
}

# all_closed_rows_lead_to ADDRESS: to whoever has only $half a session.
all_closed_rows_lead_to() {
	local method path

	while read -r method path; do
		if [ "$method" = GET ]; then
			ask GET "$path"
		else
			ask POST "$path" token="$half" body=forged roles=administrator
		fi
		status 303
		header Location "$1"
	done < <(closed_rows)
}
holds_true "there are such rows" test "$(closed_rows | wc -l)" -gt 25

begin "with the password alone nothing opens"
person vera analyst,administrator
give_password vera
lands_on /login/code
half=$(token)
all_closed_rows_lead_to /login/code
get /account/factor
lands_on '/login/code?next=/account/factor'
post /account/factor code=123456
lands_on '/login/code?next=/account/factor'
without_factor
all_closed_rows_lead_to /account/factor
get /login/code
lands_on /account/factor
status 200
post /logout
lands_on /login
see 'You are signed out.'

# Where a browser would go from our host.
host_of() {
	node -e 'for (const at of require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean))
		{ const to = new URL(at, "https://cirt.example/login"); if (to.host !== "cirt.example"
			|| to.protocol !== "https:") console.log(at, to.href); }'
}

as_part() {
	printf '%s' "$1" | od -An -v -tx1 | tr -d '\n' | tr ' ' %
}


outside=(//evil.example ///evil.example ////evil.example /\\evil.example '\/evil.example' '\\evil.example' \\/\\/evil.example
	https://evil.example http://evil.example https:evil.example https:/evil.example https:///evil.example
	HTTPS://evil.example //evil.example/%2e%2e //evil.example:80 //user@evil.example @evil.example
	/@evil.example/..// .evil.example evil.example evil.example/desk //google.com%2fevil.example '//evil%E3%80%82example'
	//evil。example ///evil.example@cirt.example //cirt.example@evil.example //cirt.example.evil.example
	$'/\t/evil.example' $'/\n/evil.example' $'/\r/evil.example' $'\t//evil.example' $' //evil.example' $'//\tevil.example'
	$'/desk\r\nLocation: https://evil.example' $'/desk\nSet-Cookie: a=b' $'/desk\x0b' $'/desk\x7f' '/ /evil.example'
	'/desk /x' $'/\u2028/evil.example' $'/\u00a0/evil.example' '/／evil.example' '／／evil.example' $'\u202e//evil.example'
	javascript:alert\(1\) 'JaVaScRiPt:alert(1)' $'java\tscript:alert(1)' data:text/html,x vbscript:x file:///etc/passwd
	mailto:a@evil.example //0x7f.1 //[::1] //2130706433 '//evil.example?a=/desk' '//evil.example#/desk'
	/desk//evil.example /..//evil.example /.//evil.example '/%09//evil.example' '' ' ' . .. '?a' '#a' login /login /login/code
	/logout "/$(printf 'x%.0s' {1..300})")
inside=(/ /desk /account '/account?a=b&c=d' /desk/tickets/TESTCIRT-2026-2222222 /%2e%2e /%09/evil.example /%2f/evil.example
	/%5cevil.example /..%2f..%2fevil.example /.evil.example '/;@evil.example' '/:80' '/?next=https:%2F%2Fevil.example')

begin "the page to go on with is one of ours"
person walter constituent
without_factor
give_password walter
lands_on /account
for next in "${outside[@]}"; do
	ask GET "/login?next=$(as_part "$next")"
	status 303
	header Location /account
done
for next in "${inside[@]}"; do
	ask GET "/login?next=$(as_part "$next")"
	status 303
	header Location "$next"
done
is "a browser stays with us" "$(printf '%s\n' "${inside[@]}" | host_of)" ""
is "and host_of can tell" "$(printf '%s\n' "${outside[@]:0:8}" | host_of | wc -l)" 8

begin "the same through the form and its cookie"
person xenia constituent
without_factor
for next in "${outside[@]:0:4}" https://evil.example $'/desk\r\nLocation: https://evil.example' $'/\t/evil.example' \
	'/ /evil.example' /desk//evil.example; do
	change 'DELETE FROM attempt'
	as browser-form
	drop_cookie belfry_session
	drop_cookie belfry_next
	get "/login?next=$(as_part "$next")"
	not_asks_for next
	ask POST /login token="$(token)" email=xenia@cirt.example password="$password" next="$next"
	status 303 422
	is "not $next" "$(page | grep -c evil)" 0
	change 'DELETE FROM attempt'
	as browser-cookie
	drop_cookie belfry_session
	get /login
	set_cookie belfry_next "$(as_part "$next")"
	ask POST /login token="$(token)" email=xenia@cirt.example password="$password"
	status 303
	header Location /account
done
as browser-form
drop_cookie belfry_session
get '/login?next=/account%3Fa%3Db'
holds next='/account?a=b'
ask POST /login token="$(token)" email=xenia@cirt.example password="$password" next='/account?a=b'
header Location '/account?a=b'

begin "no address of ours sends to another host"
for path in //evil.example //evil.example/ /en//evil.example /en//evil.example/ /fr//evil.example/ /en/%2f/evil.example \
	/en/%5cevil.example /%5cevil.example/ '/\evil.example/' '/en/\evil.example' //evil.example/%2e%2e/ /ar///evil.example/ \
	/en/https://evil.example /login//evil.example/ /en//evil.example/login/; do
	get "$path"
	status 400 404 421 301 200
done

begin "a password is hidden, and programs that keep passwords may fill it in"
get /login
is "on the page to sign in" "$(page | grep -oE '<input [^>]*name="password"[^>]*>' |
	grep -oE 'type="[a-z]+"|autocomplete="[a-z-]+"' | sort | tr '\n' ' ')" 'autocomplete="current-password" type="password" '

begin "a password does not age"
person greta constituent
without_factor
now '2029-01-01 08:00:00'
get /login
fill email=greta@cirt.example password="$password"
press 'Sign in'
lands_on /account

the_end
