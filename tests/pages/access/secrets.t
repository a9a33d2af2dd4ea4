#!/bin/bash
# Secrets of the installation stay where they are: not in a page, not in an
# error, not in a log; and no two installations have the same.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

story "each installation has its own"
for n in 1 2; do
	(
		state=$BELFRY_STATE/installation-$n
		mkdir -p "$state/secrets/database"
		make_secrets
	)
done
is "none is in both" "$(cat "$state"/installation-[12]/secrets/key "$state"/installation-[12]/secrets/database/* |
	fold -w 64 | sort | uniq -d | wc -l)" 0
is "all are 256 bits" "$(cat "$state"/installation-1/secrets/key "$state"/installation-1/secrets/database/* |
	fold -w 64 | grep -cE '^[0-9a-f]{64}$')" 7
is "nobody else reads them" "$(find "$state"/installation-1/secrets -perm /077 | wc -l)" 0
rm -r "$state"/installation-[12]
is "and no accounts to begin with" "$(rows 'SELECT COUNT(*) FROM account')" 0

# What must not be said: the secrets, where things lie, and what it is made of.
canaries() {
	cat "$state"/secrets/key "$state"/secrets/database/* | fold -w 64
	printf '%s\n' "$state" "$source/" "$build/" "$runtime" database.sock \
		'SELECT ' 'INSERT INTO' 'CALL draft' 'SQLSTATE' 'MariaDB' 'mysql' 'libcs' 'neo_' '.cs:' '.c:' 'talloc' 'argon2' \
		belfry_public belfry_inside 'Traceback' 'core dumped'
}

# quiet WHAT: the page that is seen says nothing of it.
says_nothing() {
	is "$1 says nothing of the inside" "$(page | grep -oF -f "$state/tmp/canaries" | sort -u | tr '\n' ' ')" ""
}

story "pages, mistakes and failures"
canaries >"$state/tmp/canaries"
report
person Lead duty_lead
person Root administrator
sign_in Lead
sign_in Root
for who in nobody Lead; do
	as $who
	while read -r path; do
		# Who signed in sees the other pages.
		[ $who = nobody ] || [[ $path == /desk* || $path == /account* || $path == /admin* ]] || continue
		ask GET "$path"
		says_nothing "$path as $who ($(page | grep -c .) lines)"
	done < <(sed -nE 's/^\s*\{ GET, *"([^"]*)".*/\1/p' "$BELFRY_SOURCE/app/site.c" |
		sed -e "s|:reference|$reference|; s|:token|$(printf 'A%.0s' {1..43})|; s|:step|story|; s|:language|en|; s|:[a-z]*|1|")
done
as nobody
ask GET /nothing
says_nothing "what is not there"
ask POST /follow reference=x
says_nothing "a form without its token"
ask DELETE /report
says_nothing "another method"
get '/report?%ff'
says_nothing "what cannot be read"

# A table is missing: a failure that nobody has thought of.
expect_errors 'database: '
change 'RENAME TABLE priority TO priority_gone'
get /report/who
fill reporting_for=myself
press Continue
post /report/what category=malware
post /report/story description='Into a broken house.'
post /report/check
status 500 303
says_nothing "a failure"
as Lead
get "/desk/tickets/$reference"
says_nothing "a failure at the desk"
change 'RENAME TABLE priority_gone TO priority'
away
for who in nobody Lead; do
	as $who
	get /report/story
	says_nothing "the database away, as $who"
	get /desk/queue
	says_nothing "the desk without it, as $who"
done
here
as Root
get /desk/queue
status 403
holds_true "who was refused is in it" grep -qE 'GET /desk/queue 403 .* account [1-9]' <<<"$(log)"
is "no secret is in the log" "$(log all | grep -cF -f <(cat "$state"/secrets/key "$state"/secrets/database/* | fold -w 64))" 0

the_end
