#!/bin/bash
# Files with a report and with a message: stored as they arrive, sent with the
# form, fetched by the team, and by the reporter only where the team sent them.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 10:00:00'
person Ola analyst
folder=$BELFRY_STATE/tmp
printf 'line one\r\nline two\r\n' >"$folder/log.txt"
head -c 3000000 /dev/urandom >"$folder/noise.bin"

story "a file goes with the report"
get /report/who
fill reporting_for=myself
press Continue
fill category=malware
press Continue
fill description='A strange program asks for money.'
press Continue
get /report/files
see 'Add files' 'Up to 5 files, each up to 10 MB, together up to 25 MB.'
attach files "$folder/log.txt"
attach files "$folder/noise.bin" 'Screen shot.png' image/png
press Upload
status 200
lands_on /report/files
see log.txt '20 bytes' 'Screen shot.png' '2.9 MB'
press Continue
lands_on /report/contact
get /report/check
see 'log.txt (20 bytes)' 'Screen shot.png (2.9 MB)'
press 'Send report'
lands_on /report/sent
remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
sign_in Ola
get "/desk/tickets/$reference"
see log.txt 'text/plain' 'Screen shot.png' 'application/octet-stream'
click log.txt
status 200
save "$folder/back"
holds_true "it is the same" cmp "$folder/log.txt" "$folder/back"
get "/desk/tickets/$reference"
click 'Screen shot.png'
header Content-Disposition 'attachment; filename="Screen shot.png"'
save "$folder/back"
holds_true "the other one too" cmp "$folder/noise.bin" "$folder/back"

story "what is sent twice, because no answer came, is one file"
get /report/who
fill reporting_for=myself
press Continue
for time in first second; do
	get /report/files
	attach files "$folder/log.txt"
	press Upload
	status 200
done
get /report/files
attach files "$folder/log.txt" other.txt
press Upload
is "two names are two files" "$(rows "SELECT GROUP_CONCAT(name ORDER BY id) FROM attachment WHERE ticket_id IS NULL")" \
	'log.txt,other.txt'

story "files of a message: the reporter adds, and fetches what the team sent"
report name=Rea email=rea@porter.example
get /follow
fill reference="$reference" secret="$secret"
press 'Open the report'
lands_on /follow/ticket
attach files "$folder/log.txt" 'second.txt' text/plain
press Upload
lands_on /follow/ticket/write
see second.txt
fill body='Here is the log.'
press 'Send message'
lands_on /follow/ticket
see 'Your message is with us.' 'Here is the log.' second.txt '20 bytes'
now '2026-11-23 10:05:00'
sign_in Ola
get "/desk/tickets/$reference"
see second.txt
attach files "$folder/noise.bin" 'tool.bin'
fill body='Run this.'
press 'Send reply'
status 200
see 'Run this.' tool.bin
attach files "$folder/log.txt" 'inside.txt'
fill body='Only for us.'
press 'Save note'
see 'Only for us.' inside.txt
as somebody
get /follow/ticket
see 'Run this.' tool.bin
not_see inside.txt 'Only for us.'
click tool.bin
save "$folder/back"
holds_true "the team's file is the same" cmp "$folder/noise.bin" "$folder/back"
get /follow/ticket/files/0123456789abcdef
status 404
get "/desk/tickets/$reference/files/1"
lands_on /login

the_end
