#!/bin/bash
# A report without a name leaves no trace of who sent it: neither the network
# address nor what the browser says of itself is in a log, in the database, in
# its files on the disk, or in anything else that these servers wrote.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

story "somebody who must not be found"
served
launch_work
# An address of this machine that nothing else uses, and a browser of its own.
sender=127.66.77.88
agent="Kanarienvogel/7.7 (nobody's)"
referrer=https://canary-forum.example/thread/4711
spoken=vo-QQ
own=$state/own
mkdir "$own"
head -c 300000 /dev/urandom | base64 >"$own/large.log"

# go PATH [OPTION...]: with the token of the page before, as far as it leads.
go() {
	local path=$1 arguments=()
	shift

	[ $# = 0 ] || arguments+=(--form-string "token=$form_token")
	went=$(curl -s -L --interface $sender -A "$agent" -e "$referrer" -H "Accept-Language: $spoken" \
		-H "X-Forwarded-For: $sender" -b "$own/jar" -c "$own/jar" -o "$own/page" -w '%{http_code} %{url_effective}' \
		"${arguments[@]}" "$@" "$BELFRY_ADDRESS$path")
	went=${went/"$BELFRY_ADDRESS"/}
	form_token=$(grep -o 'name="token" value="[^"]*"' "$own/page" | head -n 1 | cut -d '"' -f 4)
}

# sent WHAT: the confirmation, of which the reporter keeps a copy.
sent() {
	is "$1" "$went" '200 /report/sent'
	reference=$(grep -oE '[A-Z]+-[0-9]{4}-[2-9A-Z]{7}' "$own/page" | head -n 1)
	secret=$(grep -oE '([0-9]{5} ){4}[0-9]{5}' "$own/page" | head -n 1)
	not_logged "$secret"
}

go /report
go /report/who
go /report/who -F reporting_for=witness
go /report/what -F category=leak
go /report/story -F description='I saw who did it.'
go /report/files -F "files=@$own/large.log"
go /report/check
go /report/check -F send=1
sent "a report page by page"
go /follow
go /follow -F reference="$reference" -F secret="$secret"
go /follow/ticket/write -F body='They know that somebody talks.'
is "what is written afterwards" "$went" '200 /follow/ticket'
rm "$own/jar"
go /report/who
go /report/who -F reporting_for=specialist
go /report/technical -F description='The list is on a server.' -F indicators='198.51.100.7' -F "files=@$own/large.log"
sent "a report on one page"
rm "$own/jar"
go /vulnerability
go /vulnerability -F begin=1
go /vulnerability/report -F product=Gate -F description='It opens for anybody.'
sent "a report about a weakness"

# What goes wrong is written down more often than what does not.
go /nothing
go '/report?%ff'
go /follow -F token=wrong
go /follow -F reference=X -F secret=1
go /report/story -F description="$(printf 'x%.0s' {1..11000})"
go /report/who -X DELETE
go "/$(printf 'x%.0s' {1..9000})"
go /report/files -H 'Content-Length: 70000000' --max-time 5
go /report/story -H 'Content-Type: text/strange'
go /static/nothing.css
wait_until 30 work test -n "$(rows 'SELECT 1 FROM ticket LIMIT 1')"

# Somebody who signs in is remembered; so what is looked for can be found.
person Watched analyst
sign_in Watched
holds_true "a named browser is found" test "$(rows "SELECT COUNT(*) FROM session WHERE agent LIKE '%Stories/1.0%'")" -gt 0

story "is found nowhere"
end work TERM 10
end serve TERM 20
end nginx QUIT 10
rows "$(rows "SELECT CONCAT('SELECT * FROM ', table_name, ';') FROM information_schema.tables
	WHERE table_schema = 'belfry' AND table_type = 'BASE TABLE' AND table_name <> 'attachment_part'")" >"$own/dump"
holds_true "the reports are in the database" grep -q 'I saw who did it.' "$own/dump"
end database TERM 60
for trace in $sender 'Kanarienvogel' 'canary-forum' $spoken; do
	is "not in the database: $trace" "$(grep -caF -e "$trace" "$own/dump")" 0
	is "nor on the disk: $trace" "$(cd "$state" && grep -rlaF --exclude-dir=own -e "$trace" . | head -n 3)" ""
done
holds_true "where there is much" test "$(du -sk "$state/database" "$state/log" | awk '{ all += $1 } END { print all }')" -gt 10000
holds_true "also of what went wrong" grep -qE ' (404|405|413) ' "$state/log/access.log"
launch_database
wait_until 60 database sql --execute 'DO 0'

the_end
