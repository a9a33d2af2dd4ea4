# The words of the stories: what a visitor does, and what is then seen. Read by
# the tests of this folder, which run as tests/private tests/pages/....t:
#
#   . "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
#
#   story "somebody asks for the way"
#   get /report
#   status 200
#   click Start
#   lands_on /report/who
#   fill reporting_for=myself
#   press Continue
#   see 'What happened?'
#
#   the_end
#
# Each word that looks is a case of the test. Whatever is opened is checked as
# a page: HTML in order, one h1, a title, no hole or template code in it, every
# link and form leading to a row of app/site.c, cookies with care, and no word
# that a visitor typed in the log. One test has one database; a story begins
# with fresh browsers.
#
# Who and when
#   story TITLE            fresh browsers, nobody in particular
#   now 'YYYY-MM-DD HH:MM:SS'   the clock, in UTC; before the first request
#   as NAME                NAME's browser, with its own cookies
#   speak CODE             this browser asks for pages in ar, fr, en: get and
#                          lands_on add the prefix, and see, press and click
#                          take the English sentence and look for its translation
#   from ADDRESS           the network address of who comes
# Going
#   get PATH               a page; redirects are followed
#   click TEXT [PART]      a link by its text (PART: of its address)
#   fill NAME=VALUE...     types, chooses, ticks (again for more; "NAME=" for none)
#   attach FIELD FILE [NAME [TYPE]]   chooses a file, under its own name or another (again for more)
#   press TEXT [PART]      sends the form with that button (PART: of its action)
#   press_at_once N TEXT [PART]   from N tabs in the same moment; prints the statuses
#   back                   the page before, as it stands in the browser
#   post PATH [NAME=VALUE...]   what no page offers; brings the token seen last
#                          ("token=" for none)
#   forge NAME=VALUE...    fields that the next press sends besides
#   ask METHOD PATH [NAME=VALUE...]  as it stands, following nothing, no token
#   send PATH TYPE FILE [LENGTH]  a body as it lies in a file
#   with 'Header: value'...  of the next request only; empty: not sent
# Seeing
#   status N... (one of them), see TEXT..., not_see TEXT..., lands_on PATH, titled TEXT
#   holds NAME=VALUE...    a field as it stands; choices with commas
#   asks_for NAME..., not_asks_for NAME...   fields of the page
#   header NAME [VALUE]    equal; without VALUE: not there
#   remember VARIABLE EXPRESSION   what its brackets find in the page's text
#   is NAME FOUND WANTED, holds_true NAME COMMAND...   anything else
#   page, text, token, cookie NAME   printed; set_cookie NAME VALUE, drop_cookie NAME,
#                          keep_no_cookies
#   save FILE              the page's bytes into a file
#   log [all]              what the log says of the last request, or of all
#   not_logged TEXT...     besides what was typed; looked for at the end
# There is
#   team [COLUMN=VALUE...]        called by the first story; again to change it
#   report [NAME=VALUE...]        sent through the form; sets $reference, $secret
#   to_the_story [CATEGORY]       a report begun, as far as what happened
#   arrived                       what was just sent; sets them too
#   stored COLUMNS, answered      of the last report, as the database has it; printed
#   person NAME ROLE[,ROLE]       with an account: NAME@cirt.example
#   sign_in NAME                  as NAME, through the pages
#   setting LINE...               other settings, until the story ends
#   rows SQL, change SQL          of the private database
#   away, here                    stops and starts its MariaDB
#   served                        nginx and all workers answer; the clock is real

set -u
export LC_ALL=C.UTF-8     # pieces of texts are characters, not bytes

: "${BELFRY_SOURCE:?is not set: run it with tests/private}" "${BELFRY_STATE:?}"

exec 3>&1
coproc BROWSER { exec perl "$BELFRY_SOURCE/tests/pages/browser.pl"; }
exec {to_browser}>&"${BROWSER[1]}" {from_browser}<&"${BROWSER[0]}"
ended=

early_end() {
	[ -n "$ended" ] && exit "$ended"
	echo "not ok - the stories came to their end"
	exit 1
}
trap early_end EXIT

# order WORD ARGUMENT...: its answer in $answer.
order() {
	local result

	printf '%s\0' "$#" "$@" >&"$to_browser"
	IFS= read -r -d '' result <&"$from_browser" &&
		IFS= read -r -d '' answer <&"$from_browser" || {
		echo "Bail out! The browser is gone."
		exit 1
	}
	return "$result"
}

for word in now as speak from over get click fill attach save press back post forge ask send with \
	status see not_see lands_on titled holds asks_for not_asks_for header \
	set_cookie drop_cookie keep_no_cookies not_logged expect_errors; do
	eval "$word() { order $word \"\$@\"; }"
done
for word in page text token cookie log press_at_once; do
	eval "$word() { order $word \"\$@\"; printf '%s' \"\$answer\"; }"
done

remember() {
	order find "$2"
	printf -v "$1" '%s' "$answer"
}

is() {
	if [ "$2" = "$3" ]; then
		order ok 1 "$1"
	else
		order ok 0 "$1" "found:  $2" "wanted: $3"
	fi
}

holds_true() {
	local name=$1
	shift

	if "$@" >"$BELFRY_STATE/tmp/holds" 2>&1; then
		order ok 1 "$name"
	else
		order ok 0 "$name" "$*" "$(tail -n 20 "$BELFRY_STATE/tmp/holds")"
	fi
}

setting() {
	{
		grep -vF -e "$(printf '%s\n' "${@%%=*}")" "$BELFRY_CONF"
		printf '%s\n' "$@"
	} >"$BELFRY_STATE/story.conf"
	order settings "$BELFRY_STATE/story.conf"
}

the_end() {
	order end && ended=0 || ended=1
	exit "$ended"
}


# --- the database

. "$BELFRY_SOURCE/tests/private"
state=$BELFRY_STATE runtime=$BELFRY_RUNTIME
database_options=("${small[@]}" "${quick[@]}")

rows() {
	sql --batch --skip-column-names belfry --execute "$1"
}

change() {
	sql belfry --execute "$1"
}

# As text of SQL.
quoted() {
	local text=${1//\\/\\\\}

	printf "'%s'" "${text//\'/\'\'}"
}

away() {
	end database TERM 30
}

here() {
	launch_database
	wait_until 60 database sql --execute 'DO 0' ||
		order ok 0 "MariaDB starts again"
}

# From here on nginx and `belfry serve` answer, with the clock of the machine.
served() {
	local port=${BELFRY_ADDRESS##*:}

	program=$BELFRY
	now ''
	write_nginx "$port" "127.0.0.1 localhost"
	launch_nginx
	launch_serve
	wait_until 60 serve sockets_are_there && wait_until 10 nginx nginx_is_there ||
		order ok 0 "nginx and Belfry start"
	order over nginx
}


# --- who and what there is

# The team of a country that does not exist; open from Monday to Friday, 8 to
# 18, in Nairobi (UTC+3).
team() {
	local pair changes=

	for pair; do
		changes+=", ${pair%%=*} = $(quoted "${pair#*=}")"
	done
	change "
		INSERT INTO team (id, code, name, short_name, country, zone, email, phone,
			emergency_phone, address, privacy_contact, complaint_body, retention_months, demo,
			opened_at)
		VALUES (1, 'TESTCIRT', 'Response Team of Testland', 'TEST-CIRT', 'Testland',
			'Africa/Nairobi', 'report@cirt.example', '+999 20 555 0100', '999',
			'1 Test Road', 'privacy@cirt.example', 'Data Office, +999 20 555 0190', 24, TRUE, '2026-01-05 08:00:00')
		ON DUPLICATE KEY UPDATE id = id${changes};
		INSERT IGNORE INTO hours (weekday, opens, closes) VALUES (1, '08:00:00', '18:00:00'),
			(2, '08:00:00', '18:00:00'), (3, '08:00:00', '18:00:00'),
			(4, '08:00:00', '18:00:00'), (5, '08:00:00', '18:00:00');
		INSERT IGNORE INTO hotline (id, position, name, phone, note, category) VALUES
			(1, 1, 'Police', '999', 'In danger', NULL),
			(2, 2, 'Family line', '116', 'Free', 'abuse')"
}

made_team=
story() {
	[ -n "$made_team" ] || team
	made_team=yes
	order story "$@"
}

# report [NAME=VALUE...]: somebody's report, page by page through the form, with
# the least that sends it and what is given here.
report() {
	local pages=0

	order quiet 1
	get /report/who
	until order is_on /report/check || [ $((pages += 1)) -gt 12 ]; do
		if order is_on /report/other-way; then
			click 'Continue with the report'
			continue
		fi
		order fill_known reporting_for=myself category=malware \
			description='A strange program asks for money.' "$@"
		press Continue
	done
	press 'Send report'
	order quiet 0
	arrived
}

arrived() {
	lands_on /report/sent
	status 200
	remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
	remember secret '(\d{5} \d{5} \d{5} \d{5} \d{5})'
}

stored() {
	rows "SELECT $1 FROM ticket LEFT JOIN ticket_contact ON ticket_id = id WHERE reference = '$reference'"
}

answered() {
	rows "SELECT GROUP_CONCAT(field, '=', value ORDER BY field SEPARATOR ';') FROM ticket_answer
		JOIN ticket ON id = ticket_id WHERE reference = '$reference'"
}

to_the_story() {
	get /report/who
	fill reporting_for=myself
	press Continue
	fill category="${1:-malware}"
	press Continue
	lands_on /report/story
}

# Everybody's password; the second factor differs by name and is good for the
# first code of a moment.
password='the harbour lamp burns all night'
hashed='$argon2id$v=19$m=19456,t=2,p=1$mMXNlaLaz41JuNxdLQumPw$4UvTXffP3Xx+kjLgaPQbFoGuB+Oyf9BOyqJO6EAm5+k'

# person NAME ROLE[,ROLE]: can sign in. Their number is in $person.
person() {
	local name=$1 role roles=

	for role in ${2//,/ }; do
		roles+="INSERT INTO account_role VALUES (@account, '$role');"
	done
	person=$(rows "
		INSERT INTO person (name) VALUES ($(quoted "$name"));
		INSERT INTO account (person_id, email, email_key, password, factor, factor_set_at, created_at)
		VALUES (LAST_INSERT_ID(), '$name@cirt.example', LOWER('$name@cirt.example'), '$hashed',
			'JOEK5P7EBU7GENETLANSJDSTEU6LX56O', '2026-01-05 08:00:00', '2026-01-05 08:00:00');
		SET @account = LAST_INSERT_ID();
		$roles
		SELECT @account")
}

# sign_in NAME: with password and code, as they would.
sign_in() {
	as "$1"
	order quiet 1
	get /login
	fill email="$1@cirt.example" password="$password"
	press 'Sign in'
	if order is_on /login/code; then
		order fill_code JOEK5P7EBU7GENETLANSJDSTEU6LX56O
		press Continue
	fi
	order quiet 0
	status 200
}
