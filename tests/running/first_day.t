#!/bin/bash
# The first day of an installation: `make install`, an empty database, the first
# administrator, the team, and a report that arrives. The doors run as two
# services with folders of their own, as systemd starts them.
set -u

export BELFRY_SOURCE=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
export BELFRY_BUILD=${BELFRY_BUILD:-$BELFRY_SOURCE}
. "$BELFRY_SOURCE/tests/private"

need_programs
mkdir -p "$build/var/tests"
template=$(template_of plain) || exit 1
state=$(mktemp -d "$build/var/tests/run.XXXXXX")
exec {lock}>"$state/lock"
flock "$lock"

finish() {
	local name

	trap - EXIT
	for name in nginx public inside work database; do
		end "$name" KILL 1
	done
	remove_runtime
	[ -n "${KEEP:-}" ] || rm -rf "$state"
	early_end
}
early_end() {
	exit 1
}
trap finish EXIT
trap 'exit 1' INT TERM HUP
make_folders
find_runtime
export BELFRY_STATE=$state BELFRY_RUNTIME=$runtime BELFRY_CONF=$state/inside.conf


# --- installed, with nothing in it

installed=$state/root
make -s -C "$build" install DESTDIR="$installed" >"$state/log/install.log" 2>&1 || {
	tail -n 20 "$state/log/install.log"
	exit 1
}
BELFRY=$(find "$installed" -path '*/bin/belfry' -type f)
share=$(find "$installed" -path '*/share/belfry' -type d)
example=$(find "$installed" -name belfry.conf -path '*/etc/belfry/*')
prefix=${share#"$installed"}
export BELFRY

# An empty server: users and a database, as the manual says.
cp -r --reflink=auto "$template/database" "$template/secrets" "$state/"
database_options=("${small[@]}" "${quick[@]}")
launch_database
wait_until 60 database sql --execute 'DO 0' || exit 1
sql --execute 'DROP DATABASE belfry; DELETE FROM mysql.tables_priv; DELETE FROM mysql.procs_priv;
	FLUSH PRIVILEGES'
sql <"$share/sql/users.sql"
for file in "$state"/secrets/database/*; do
	printf "ALTER USER %s@localhost IDENTIFIED BY '%s';\n" "${file##*/}" "$(cat "$file")"
done | sql

port=$(free_port)
for door in public inside; do
	mkdir "$runtime/$door"
	{
		cat "$example"
		cat <<-END
			address = http://127.0.0.1:$port
			hosts = 127.0.0.1
			runtime_folder = $runtime/$door
			templates_folder = $share/templates
			static_folder = $share/static
			languages_folder = $share/languages
			sql_folder = $share/sql
			key_file = $state/secrets/key
			database_socket = $runtime/database.sock
			database_passwords = $state/secrets/database
		END
	} | sed '/^address = https/d' >"$state/$door.conf"
done
export BELFRY_ADDRESS=http://127.0.0.1:$port

# nginx as it was installed, on a port of this machine.
write_nginx "$port" 127.0.0.1
sed -e "s|/run/belfry-|$runtime/|g" -e "s|$prefix/|$share/|g" "$share/nginx/pages.conf" \
	>"$state/nginx/pages.conf"


# --- the day

. "$BELFRY_SOURCE/tests/pages/story.sh"
trap finish EXIT
made_team=none
seconds_allowed=30

# soon COMMAND...: within that time; what one waits for takes two seconds.
soon() {
	local end=$((SECONDS + seconds_allowed))

	until "$@"; do
		[ $SECONDS -lt $end ] || return 1
		sleep 0.2
	done
}
shows() {
	curl -s "$BELFRY_ADDRESS$1" | grep -q -e "$2"
}
answers() {
	[ "$(curl -s -o /dev/null -w '%{http_code}' "$BELFRY_ADDRESS$1")" = "$2" ]
}

story "an empty database"
order over nginx
launch public "$BELFRY" -c "$state/public.conf" serve --door public
holds_true "serve says what to do" soon grep -q "run 'belfry migrate'" "$state/log/public.log"
end public TERM 10
holds_true "migrate" "$BELFRY" migrate
"$BELFRY" migrate >"$state/tmp/again"
is "again there is nothing to do" "$(cat "$state/tmp/again")" ""
link=$("$BELFRY" account create --email root@lum.example --name 'Root Lumora' --role administrator)
not_logged "${link##*/}"
is "the first administrator has an address to open" "${link%/*}" "$BELFRY_ADDRESS/invite"
launch public "$BELFRY" -c "$state/public.conf" serve --door public
launch inside "$BELFRY" -c "$state/inside.conf" serve --door inside
launch work "$BELFRY" work
launch_nginx
holds_true "the doors answer" soon answers / 404
holds_true "both" soon answers /login 200

story "nothing is open"
order over nginx
for path in / /report /report/who /follow /contact /privacy; do
	get $path
	status 404
	see 'These pages are not open yet'
done

story "the first administrator"
order over nginx
as root
get "${link#"$BELFRY_ADDRESS"}"
fill password='violet tractors sing at noon'
press 'Save password'
lands_on /account/factor
secret=$(text | grep -oE '([A-Z2-7]{4} ){7}[A-Z2-7]{4}' | head -n 1 | tr -d ' ')
not_logged "$secret"
order fill_code "$secret"
press Continue
lands_on /account/recovery
click 'I have kept them'
lands_on /admin/setup
see '5 parts are missing'
click 'Fill in: The team'
fill name='Response Team of Lumora' short_name=LUM-CIRT code=LUMC country=Lumora zone=Africa/Nairobi
press Save
lands_on /admin/setup
click 'Fill in: How the team is reached'
fill phone='+999 20 555 0300' email=help@lum.example emergency_phone=999
press Save
click 'Fill in: Opening hours'
fill answered=always
press Save
click 'Fill in: Privacy'
fill contact=privacy@lum.example retention=12
press Save
see '1 part is missing'
post /admin/setup/open
see 'The public pages stay closed: something is still missing.'
holds_true "and so they do" answers / 404
get /admin/setup
click 'Fill in' /texts/en
fill about='We help Lumora.'
press Save
press 'Open the public pages'
lands_on /admin/setup
see 'The public pages are open'

story "a visitor"
order over nginx
holds_true "the other door notices by itself" soon answers / 200
get /
see 'Response Team of Lumora' 'We help Lumora.' '+999 20 555 0300'
order quiet 1
get /report/who
pages=0
until order is_on /report/check || [ $((pages += 1)) -gt 14 ]; do
	order fill_known reporting_for=myself category=malware description='A strange program.'
	press Continue
done
press 'Send report'
order quiet 0
lands_on /report/sent
remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
remember secret '(\d{5} \d{5} \d{5} \d{5} \d{5})'
is "its reference carries the code" "${reference%%-*}" LUMC
get /follow
fill reference="$reference" secret="$secret"
press 'Open the report'
lands_on /follow/ticket
status 200

story "a change reaches the other door, and the pages ask the database nothing"
order over nginx
change "UPDATE team SET phone = '+999 20 555 0301', version = version + 1"
holds_true "within seconds" soon shows '/privacy?new' '555 0301'
before=$(wc -l <"$state/log/public.log")
for i in {1..60}; do
	curl -s -o /dev/null "$BELFRY_ADDRESS/contact?$i"
done
sixty() {
	tail -n +$((before + 1)) "$state/log/public.log" | grep ' GET /contact 200 ' >"$state/tmp/sixty"
	[ "$(wc -l <"$state/tmp/sixty")" = 60 ]
}
holds_true "sixty pages" soon sixty
holds_true "each worker asked for it once, no more" \
	test "$(grep -c ' 0 statements' "$state/tmp/sixty")" -ge 56

story "settings are read again by HUP, and a mistake in them changes nothing"
order over nginx
is "Arabic is there" "$(curl -s -o /dev/null -w '%{http_code}' "$BELFRY_ADDRESS/ar/contact")" 200
echo 'languages = en,fr' >>"$state/public.conf"
kill -HUP "$(pid_of public)"
holds_true "one language less" soon answers '/ar/contact?x' 404
echo 'languages = en,xx,' >>"$state/public.conf"
kill -HUP "$(pid_of public)"
holds_true "the log says so" soon grep -q 'the settings stay as they were' "$state/log/public.log"
holds_true "and the others serve on" soon answers '/fr/contact?x' 200
holds_true "as they did" answers '/ar/contact?x' 404

story "another program's procedures"
order over nginx
change "UPDATE carried SET fingerprint = REPEAT('0', 64)"
holds_true "the doors say so" soon answers /healthz 503
"$BELFRY" work >"$state/tmp/work" 2>&1
is "work does not begin" "$?" 1
holds_true "and says what to do" grep -q "run 'belfry migrate'" "$state/tmp/work"
"$BELFRY" migrate >"$state/tmp/again"
holds_true "then all is well" soon answers /healthz 200

expect_errors '.'
the_end
