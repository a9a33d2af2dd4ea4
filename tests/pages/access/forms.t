#!/bin/bash
# Every form behind the inside door, sent as it should not be: by nobody, by the
# wrong person, without its token, with another's, from another site, as a GET,
# as another type, empty. Nothing is changed. Then it is sent as it should be,
# and something is, so that the first means something.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

# Behind nginx, with the clock of the machine: there are some fifteen hundred
# requests here.
story() {
	order story "$@"
	order over nginx
}
team
served
host=${BELFRY_ADDRESS#http://}
form=application/x-www-form-urlencoded
body=$BELFRY_STATE/tmp/body
done_routes= advisory= some_account= some_session= some_token= some_duty= some_mail= some_key= some_partner= some_event= some_guest= some_list= some_mailing= some_subscriber= line=

# What the database holds, but for counts of tries and when somebody was seen.
tables=$(rows "SELECT GROUP_CONCAT(table_name) FROM information_schema.tables WHERE table_schema = 'belfry'
	AND table_name NOT IN ('attempt', 'session', 'account')")
watched() {
	rows "CHECKSUM TABLE $tables;
		SELECT id, digest, account_id, account_version, factor_at, revoked_at FROM session;
		SELECT id, person_id, email, password, factor, factor_set_at, version, disabled_at FROM account"
}

# unchanged WHAT: since the last time that it was the same.
unchanged() {
	order quiet 0
	watched >"$state/now"
	is "$1 changes nothing" "$(diff "$state/before" "$state/now" | head -n 3)" ""
	cp "$state/now" "$state/before"
	order quiet 1
}

sent() {
	ask POST "$path" "$@"
}

# path_of ROUTE: with what this test has made.
path_of() {
	local path=$1

	path=${path/'advisories/{reference}'/advisories/$advisory}
	path=${path/'{reference}'/$reference}
	path=${path/'accounts/{id}'/accounts/$some_account}
	path=${path/'sessions/{id}'/sessions/$some_session}
	path=${path/'hotlines/{id}'/hotlines/$line}
	path=${path/'services/{id}'/services/61}
	path=${path/'partners/{id}'/partners/$some_partner}
	path=${path/'events/{id}'/events/$some_event}
	path=${path/'guests/{id}'/guests/$some_guest}
	path=${path/'lists/{id}'/lists/$some_list}
	path=${path/'subscribers/{id}'/subscribers/$some_subscriber}
	path=${path/'mailings/{id}/texts/{language}'/mailings/$some_mailing/texts/fr}
	path=${path/'mailings/{id}'/mailings/$some_mailing}
	path=${path/'{language}'/en}
	path=${path/'{section}'/3-1}
	path=${path/'keys/{id}'/keys/$some_key}
	path=${path/'duty/{id}'/duty/$some_duty}
	path=${path/'mail/{id}'/mail/$some_mail}
	path=${path/'{token}'/$some_token}
	echo "$path"
}

# The pieces of a route's story. They know $who may, who is ${wrong[@]}, the $path,
# and a token that would be taken, $mine; the fields that do something are given.

sent_by_the_wrong() {
	local other

	for other in "${wrong[@]}"; do
		as "$other"
		get /login
		[ "$other" = stranger ] || get /account
		sent token="$(token)" "$@"
		status 303 403 404
	done
	[ "${#wrong[@]}" = 0 ] || unchanged "who may not"
}

# Leaves the browser of who may open, and their token in $mine.
sent_with_other_tokens() {
	local token public others

	as "$who"
	get "$(page_of "$who")"
	mine=$(token)
	as stranger
	get /login
	public=$(token)
	as victim
	get /account
	others=$(token)

	as "$who"
	sent "$@"
	status 403
	for token in '' x "${mine%?}" "${mine}0" "$(tr 0-9a-f 1-9a-f0 <<<"$mine")" \
		$([ "$who" = stranger ] || echo "$public") "$others"; do
		sent token="$token" "$@"
		status 403
	done
	unchanged "another token"
}

sent_from_elsewhere() {
	local header

	for header in 'Origin: https://evil.example' 'Origin: null' "Origin: http://$host.evil.example" \
		'Sec-Fetch-Site: cross-site' 'Sec-Fetch-Site: same-site'; do
		order with "$header"
		sent token="$mine" "$@"
		status 403
	done
	order with 'Origin:' 'Sec-Fetch-Site:'
	sent token="$mine" "$@"
	status 403
	order with 'Origin:' 'Sec-Fetch-Site: same-origin' 'Sec-Fetch-Site: cross-site'
	sent token="$mine" "$@"
	status 403
	unchanged "another site"
}

sent_in_another_way() {
	local method type

	ask GET "$path?token=$mine&$(encoded_fields "$@")"
	status 200 303 404 405
	for method in PUT DELETE PATCH; do
		ask $method "$path" token="$mine" "$@"
		status 405
	done
	printf 'token=%s&%s' "$mine" "$(encoded_fields "$@")" >"$body"
	for type in text/plain application/json 'multipart/mixed; boundary=x'; do
		send "$path" "$type" "$body"
		status 415
	done
	unchanged "another method or type"
}

sent_with_other_values() {
	local value field fields

	sent token="$mine"
	status 303 409 422
	for value in '' -1 0 18446744073709551616 x "'" '%' "$(printf 'x%.0s' {1..300})"; do
		fields=()
		for field; do
			case $field in
			key=*) ;;
			password=*) field=password=${value:0:11};;
			phone=*) field=phone=${value//[0-9]/x};;
			*) field=${field%%=*}=$value;;
			esac
			fields+=("$field")
		done
		sent token="$mine" "${fields[@]}"
		status 303 404 409 422 429
	done
	unchanged "another value"
}

send_well() {
	ask POST "$path" token="$mine" "$@"
}

# The same with a file, for forms that are nothing without one.
send_well_with() {
	printf -- '--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' token "$mine" "${@:2}" >"$body"
	printf -- '--x\r\nContent-Disposition: form-data; name="files"; filename="x"\r\n\r\n%s\r\n--x--\r\n' "$1" >>"$body"
	send "$path" 'multipart/form-data; boundary=x' "$body"
}

# route ADDRESS WHO WRONG... -- FIELD...: who may, and those who may not; with
# these fields it does something.
route() {
	local path who=$2 wrong=() mine
	route=$1 path=$(path_of "$1")
	shift 2
	while [ "$1" != -- ]; do
		wrong+=("$1")
		shift
	done
	shift
	done_routes+=" $route"
	story "POST $route"
	restore_visitors
	watched >"$state/before"
	order quiet 1
	sent_by_the_wrong "$@"
	sent_with_other_tokens "$@"
	sent_from_elsewhere "$@"
	sent_in_another_way "$@"
	[ $# = 0 ] || sent_with_other_values "$@"

	order quiet 0
	send_well "$@"
	status 200 303
	is "as it should be, it does something" "$(watched | cmp -s "$state/before" - && echo nothing)" ""
}

encoded_fields() {
	local IFS='&'
	perl -e 'print join "&", map { s/([^A-Za-z0-9_.=-])/sprintf "%%%02X", ord $1/ger } @ARGV' -- "$@"
}

page_of() {
	case $1 in
	stranger) echo /login;;
	hugo)     echo /login/code;;
	nina)     echo /account/factor;;
	*)        echo /account;;
	esac
}

# A story begins with fresh browsers; these people stay signed in.
declare -A sessions=()
restore_visitors() {
	local name

	for name in "${!sessions[@]}"; do
		as "$name"
		set_cookie belfry_session "${sessions[$name]}"
	done
}

# No code and no count of before is in the way.
come_in() {
	story "$1 comes in"
	change 'UPDATE account SET factor_step = 0; DELETE FROM attempt'
	sign_in "$1"
	sessions[$1]=$(cookie belfry_session)
}
come_half_in() {
	story "$1 gives the password"
	as "$1"
	order quiet 1
	get /login
	fill email="$1@cirt.example" password="$password"
	press 'Sign in'
	order quiet 0
	sessions[$1]=$(cookie belfry_session)
}
link_for() {
	some_token=$("$BELFRY" account link "$1@cirt.example")
	some_token=${some_token##*/}
	not_logged "$some_token"
}

person anna analyst
anna=$person
for name in lena:duty_lead mike:team_manager carl:constituent adam:administrator victim:analyst vera:analyst \
	odd:country_manager; do
	person "${name%:*}" "${name#*:}"
	come_in "${name%:*}"
done
come_in anna
story "a report"
report
not_logged "$secret"
first=$reference
report
second=$reference
reference=$first
team_wrong=(stranger carl adam odd)
admin_wrong=(stranger carl anna lena mike odd)


# --- the desk

version() {
	rows "SELECT version FROM ticket WHERE reference = '$reference'"
}

vera=$(rows "SELECT id FROM account WHERE email LIKE 'vera@%'")
route /desk/tickets/{reference}/take anna "${team_wrong[@]}" -- version="$(version)"
route /desk/tickets/{reference}/release anna "${team_wrong[@]}" -- version="$(version)"
route /desk/tickets/{reference}/assign anna "${team_wrong[@]}" -- version="$(version)" owner="$vera"
route /desk/tickets/{reference}/note anna "${team_wrong[@]}" -- version="$(version)" body='A note.'
route /desk/tickets/{reference}/reply lena "${team_wrong[@]}" -- version="$(version)" body='A reply.'
route /desk/tickets/{reference}/state mike "${team_wrong[@]}" -- version="$(version)" to=waiting
route /desk/tickets/{reference}/priority anna "${team_wrong[@]}" -- version="$(version)" priority=urgent
route /desk/tickets/{reference}/rsit anna "${team_wrong[@]}" -- version="$(version)" rsit=fraud/phishing
route /desk/tickets/{reference}/tlp anna "${team_wrong[@]}" -- version="$(version)" tlp=red
route /desk/tickets/{reference}/subject anna "${team_wrong[@]}" -- version="$(version)" subject='Another'
route /desk/tickets/{reference}/spam anna "${team_wrong[@]}" -- version="$(version)"
route /desk/tickets/{reference}/not-spam anna "${team_wrong[@]}" -- version="$(version)"
route /desk/tickets/{reference}/duplicate anna "${team_wrong[@]}" -- version="$(version)" of="$second"
route /desk/tickets/{reference}/not-duplicate anna "${team_wrong[@]}" -- version="$(version)"
change "UPDATE ticket SET held = TRUE, place = 'held' WHERE reference = '$reference'"
route /desk/tickets/{reference}/accept anna "${team_wrong[@]}" -- version="$(version)"
route /desk/new             anna "${team_wrong[@]}" -- channel=phone key=abcdefgh description='They called.' \
	category=malware

route /desk/duty/begin     anna "${team_wrong[@]}" --
route /desk/duty/end       anna "${team_wrong[@]}" --
route /desk/duty           lena "${team_wrong[@]}" anna -- email=duty@cirt.example
some_duty=$(rows "SELECT id FROM duty")
route /desk/duty/{id}/remove mike "${team_wrong[@]}" anna --


# --- what is published

some_key=$(rows "INSERT INTO team_key (armored, added_at) VALUES ('x', '2026-01-01');
	SELECT LAST_INSERT_ID();
	INSERT INTO profile_text (section, language, value, state, changed_at) VALUES
		('3.1', 'en', 'We help.', 'translated', '2026-01-01')")
armor='-----BEGIN PGP PUBLIC KEY BLOCK-----

mDMEaaaa
-----END PGP PUBLIC KEY BLOCK-----'
route /desk/publish/keys              lena "${team_wrong[@]}" anna -- public_key="$armor"
route /desk/publish/keys/{id}/remove  lena "${team_wrong[@]}" anna --
route /desk/publish/profile/{section}/{language} anna "${team_wrong[@]}" -- value='We help all.' state=ready version=1
route /desk/publish/profile/{section}/{language}/review vera "${team_wrong[@]}" -- version=2
story "the profile as it would be published"
as lena
set_cookie belfry_session "${sessions[lena]}"
get /desk/publish/profile
digest=$(page | grep -oE 'name="digest" value="[0-9a-f]+' | grep -oE '[0-9a-f]{64}')
route /desk/publish/profile           lena "${team_wrong[@]}" anna -- digest="$digest" changes='New.' reason='A test.'


# --- advisories

advisory_version() {
	rows "SELECT version FROM advisory WHERE reference = '$advisory'"
}
# once_more WHO ROUTE FIELD...: what has been tried already, as it should be.
once_more() {
	as "$1"
	get /account
	ask POST "$(path_of "/desk/publish/advisories/{reference}/$2")" token="$(token)" \
		version="$(advisory_version)" "${@:3}"
	status 303
}
newest_advisory() {
	rows 'SELECT reference FROM advisory ORDER BY id DESC LIMIT 1'
}

in_a_day=$(TZ=Africa/Nairobi date -d '+1 day' '+%Y-%m-%d %H:%M')
first_text=(kind=alert severity=none tlp=clear title=Doors summary=Open. body=Look.)
route /desk/publish/advisories/new anna "${team_wrong[@]}" -- language=fr "${first_text[@]}"
advisory=$(newest_advisory)
route /desk/publish/advisories/{reference}/edit anna "${team_wrong[@]}" -- version="$(advisory_version)" \
	"${first_text[@]}" links=https://www.example.org/
route /desk/publish/advisories/{reference}/texts/{language} anna "${team_wrong[@]}" -- \
	version="$(advisory_version)" title=Doors summary=Open. body=Look.
route /desk/publish/advisories/{reference}/texts/{language}/remove anna "${team_wrong[@]}" -- version="$(advisory_version)"
route /desk/publish/advisories/{reference}/review anna "${team_wrong[@]}" -- version="$(advisory_version)"
route /desk/publish/advisories/{reference}/return lena "${team_wrong[@]}" -- version="$(advisory_version)" remark=Longer.
once_more anna review
route /desk/publish/advisories/{reference}/approve vera "${team_wrong[@]}" -- version="$(advisory_version)"
route /desk/publish/advisories/{reference}/publish anna "${team_wrong[@]}" -- version="$(advisory_version)" at="$in_a_day"
route /desk/publish/advisories/{reference}/call-off anna "${team_wrong[@]}" -- version="$(advisory_version)"
once_more anna publish
route /desk/publish/advisories/{reference}/correct anna "${team_wrong[@]}" -- version="$(advisory_version)" correction=Wrong.
route /desk/publish/advisories/{reference}/leave anna "${team_wrong[@]}" -- version="$(advisory_version)"
route /desk/publish/advisories/{reference}/withdraw anna "${team_wrong[@]}" -- version="$(advisory_version)" \
	withdrawal=Wrong.
route /desk/publish/advisories/{reference}/withdraw/keep anna "${team_wrong[@]}" -- version="$(advisory_version)"
once_more anna withdraw withdrawal=Wrong.
route /desk/publish/advisories/{reference}/withdraw/agree vera "${team_wrong[@]}" -- version="$(advisory_version)"
as anna
get /account
ask POST /desk/publish/advisories/new token="$(token)" language=en "${first_text[@]}"
advisory=$(newest_advisory)
route /desk/publish/advisories/{reference}/override lena "${team_wrong[@]}" anna -- version="$(advisory_version)" why=Now.
route /desk/publish/advisories/{reference}/look-back vera "${team_wrong[@]}" -- version="$(advisory_version)" finding=Good.


# --- lists, and what goes to them

mailing_version() {
	rows "SELECT version FROM mailing WHERE id = $some_mailing"
}
list_version() {
	rows "SELECT version FROM list WHERE id = $some_list"
}

route /desk/publish/lists/new lena "${team_wrong[@]}" anna -- name=Ministries tlp=amber entry=invited
some_list=$(rows 'SELECT MAX(id) FROM list')
route /desk/publish/lists/{id}/edit mike "${team_wrong[@]}" anna -- version=1 name='All ministries' tlp=amber entry=invited
route /desk/publish/lists/{id}/end lena "${team_wrong[@]}" anna -- version="$(list_version)"
route /desk/publish/lists/{id}/start lena "${team_wrong[@]}" anna -- version="$(list_version)"
route /desk/publish/lists/{id}/invite lena "${team_wrong[@]}" anna -- addresses=one@ministry.example language=en
some_subscriber=$(rows 'SELECT MAX(id) FROM subscription')
route /desk/publish/subscribers/{id}/remove lena "${team_wrong[@]}" anna --
route /desk/publish/subscribers/{id}/resume mike "${team_wrong[@]}" anna --
warning=(list="$some_list" tlp=green kind=alert severity=none title=Lamps body=Look.)
route /desk/publish/mailings/new anna "${team_wrong[@]}" -- language=en "${warning[@]}"
some_mailing=$(rows 'SELECT MAX(id) FROM mailing')
route /desk/publish/mailings/{id}/edit vera "${team_wrong[@]}" -- version="$(mailing_version)" "${warning[@]}"
route /desk/publish/mailings/{id}/texts/{language} anna "${team_wrong[@]}" -- version="$(mailing_version)" title=Lampes \
	body=Regardez.
route /desk/publish/mailings/{id}/texts/{language}/remove anna "${team_wrong[@]}" -- version="$(mailing_version)"
route /desk/publish/mailings/{id}/discard anna "${team_wrong[@]}" -- version="$(mailing_version)"
route /desk/publish/mailings/{id}/take-up vera "${team_wrong[@]}" -- version="$(mailing_version)"
route /desk/publish/mailings/{id}/send lena "${team_wrong[@]}" anna -- version="$(mailing_version)"
route /desk/publish/mailings/{id}/stop mike "${team_wrong[@]}" anna -- version="$(mailing_version)"
route /desk/publish/mailings/{id}/go-on lena "${team_wrong[@]}" anna -- version="$(mailing_version)"


# --- what everybody reads

route /desk/publish/services/{id} lena "${team_wrong[@]}" anna -- version=0 state=running audience=everybody hours=open \
	since_on=2026-01-05
route /desk/publish/announcement/edit mike "${team_wrong[@]}" anna -- sponsor=X out='2026-11-30 09:00' title_en=T body_en=B version=0
route /desk/publish/announcement/approve lena "${team_wrong[@]}" anna -- version=1
route /desk/publish/announcement/take-back lena "${team_wrong[@]}" anna -- version=2
route /desk/publish/partners      mike "${team_wrong[@]}" anna -- name=Somebody kind=team url=https://cert.example
some_partner=$(rows 'SELECT MAX(id) FROM partner')
route /desk/publish/partners/{id} lena "${team_wrong[@]}" anna -- version=1 name='Somebody else' kind=police
route /desk/publish/partners/{id}/remove lena "${team_wrong[@]}" anna --


# --- events

in_days() {
	TZ=Africa/Nairobi date -d "+$1 days" '+%Y-%m-%d %H:%M'
}

event=(place=Here starts="$(in_days 9)" ends="$(in_days 10)" until="$(in_days 8)" title_en='Open house')
route /desk/publish/events/new lena "${team_wrong[@]}" anna -- "${event[@]}"
some_event=$(rows 'SELECT MAX(id) FROM occasion')
route /desk/publish/events/{id}/edit lena "${team_wrong[@]}" anna -- "${event[@]}" places=7 \
	version="$(rows 'SELECT MAX(version) FROM occasion')"
route /desk/publish/events/{id}/invite mike "${team_wrong[@]}" anna -- addresses=rosa@guests.example language=en
some_guest=$(rows 'SELECT MAX(id) FROM occasion_guest')
route /desk/publish/events/{id}/remind lena "${team_wrong[@]}" anna --
route /desk/publish/guests/{id}/remove lena "${team_wrong[@]}" anna --
route /desk/publish/events/{id}/call-off lena "${team_wrong[@]}" anna -- sure=yes


# --- mail

change "INSERT INTO outbox (kind, account_id, recipient, language, message_id, made_at, ends_at, next_at)
	VALUES ('password', $vera, 'vera@cirt.example', 'en', 'x@y', '2026-01-01', '2100-01-01', '2026-01-01')"
some_mail=$(rows "SELECT MAX(id) FROM outbox")
mail_wrong=(stranger carl anna odd)
route /admin/mail/{id}/try                adam "${mail_wrong[@]}" --
route /admin/mail/{id}/stop               lena "${mail_wrong[@]}" --
route /admin/mail/{id}/start              adam "${mail_wrong[@]}" --


# --- accounts

some_account=$(rows "SELECT id FROM account WHERE email LIKE 'odd@%'")
route /admin/accounts                    adam "${admin_wrong[@]}" -- name='New Body' email=new.body@cirt.example \
	roles=analyst
route /admin/accounts/{id}/link           adam "${admin_wrong[@]}" --
route /admin/accounts/{id}/roles          adam "${admin_wrong[@]}" -- roles=expert
route /admin/accounts/{id}/forget-factor  adam "${admin_wrong[@]}" --
route /admin/accounts/{id}/disable        adam "${admin_wrong[@]}" --
route /admin/accounts/{id}/enable         adam "${admin_wrong[@]}" --


# --- the team

line=$(rows "INSERT INTO hotline (position, name, phone) VALUES (9, 'Somebody', '110');
	SELECT LAST_INSERT_ID();
	INSERT INTO team_section (name, version, changed_at) VALUES ('team', 7, NOW()), ('looks', 7, NOW()), ('contact', 7, NOW()),
		('hours', 7, NOW()), ('privacy', 7, NOW()), ('languages', 7, NOW()), ('texts-en', 7, NOW());
	INSERT INTO team_text VALUES ('en', 'about', 'Somebody.')")
route /admin/setup/close                 adam "${admin_wrong[@]}" --
route /admin/setup/open                  adam "${admin_wrong[@]}" --
route /admin/setup/team                  adam "${admin_wrong[@]}" -- version=7 name=Team short_name=T code=TESTCIRT \
	country=Testland zone=UTC
route /admin/setup/contact               adam "${admin_wrong[@]}" -- version=7 phone=+999110 email=t@cirt.example \
	emergency_phone=110
route /admin/setup/hours                 adam "${admin_wrong[@]}" -- version=7 answered=always
route /admin/setup/privacy               adam "${admin_wrong[@]}" -- version=7 contact=Somebody retention=3
route /admin/setup/languages             adam "${admin_wrong[@]}" -- version=7 offered=en first=en
route /admin/setup/looks                 adam "${admin_wrong[@]}" -- version=7 colour=#0f5c4d
change "INSERT INTO team_look (part, place, colour) VALUES ('colour', 'before', '#123456')"
route /admin/setup/looks/back            adam "${admin_wrong[@]}" -- version=8 part=colour
send_well() {
	send_well_with '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>' version 9
}
route /admin/setup/looks/logo            adam "${admin_wrong[@]}" -- version=9
send_well() {
	ask POST "$path" token="$mine" "$@"
}
route /admin/setup/looks/logo/remove     adam "${admin_wrong[@]}" -- version=10
route /admin/setup/texts/{language}      adam "${admin_wrong[@]}" -- version=7 about='Who we are.'
route /admin/setup/hotlines              adam "${admin_wrong[@]}" -- name=Police phone=110
route /admin/setup/hotlines/{id}/up      adam "${admin_wrong[@]}" --
route /admin/setup/hotlines/{id}/down    adam "${admin_wrong[@]}" --
version=$(rows "SELECT version FROM team_section WHERE name = 'hotlines'")
route /admin/setup/hotlines/{id}         adam "${admin_wrong[@]}" -- version=$version name=Police phone=112
route /admin/setup/hotlines/{id}/remove  adam "${admin_wrong[@]}" --


# --- one's own account

person kate analyst
kate=$person
come_in kate
come_in kate
some_session=$(rows "SELECT MIN(id) FROM session WHERE account_id = $kate AND revoked_at IS NULL")
route /account/sessions/{id}/revoke       kate stranger anna adam mike --
come_in kate
route /account/sessions/revoke-others    kate stranger --
route /account/password                  kate stranger -- old_password="$password" password='seven grey herons waiting'
password='seven grey herons waiting'
come_in kate
password='the harbour lamp burns all night'
route /account/recovery                  kate stranger --

person nina analyst
change "UPDATE account SET factor = NULL, factor_set_at = NULL WHERE id = $person"
come_half_in nina
story "what nina's app says"
restore_visitors
as nina
get /account/factor
offered=$(text | grep -oE '([A-Z2-7]{4} ){7}[A-Z2-7]{4}' | head -n 1 | tr -d ' ')
not_logged "$offered"
code=$(oathtool --totp --base32 "$offered")
route /account/factor                    nina stranger -- code="$code"


# --- signing in: here nobody is the wrong person

person hugo analyst
come_half_in hugo
code=$(oathtool --totp --base32 JOEK5P7EBU7GENETLANSJDSTEU6LX56O)
route /login/code                        hugo -- code="$code"
person iris constituent
change "UPDATE account SET password = NULL, factor = NULL, factor_set_at = NULL WHERE id = $person"
link_for iris
route /invite/{token}                     stranger -- password='violet tractors sing at noon'
link_for iris
route /password/{token}                   stranger -- password='seven grey herons waiting'
person paul analyst
route /password                          stranger -- email=paul@cirt.example
person lisa analyst
route /login                             stranger -- email=lisa@cirt.example password="$password"
route /logout                            anna --

story "no form is left out"
for route in $(perl -0777 -ne 'while (/\{\s*POST\s*,\s*"([^"]*)"\s*,\s*INSIDE/g) { print $1 =~ s/:(\w+)/{$1}/gr, "\n" }' \
	"$BELFRY_SOURCE/app/site.c"); do
	is "$route was tried" "$(grep -cF " $route " <<<"$done_routes ")" 1
done

the_end
