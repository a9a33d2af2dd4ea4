#!/bin/bash
# Files with a report and with a message: stored as they arrive, sent with the
# form, fetched by the team, and by the reporter only where the team sent them.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 10:17:23'
person Ola analyst
folder=$BELFRY_STATE/tmp
printf 'line one\r\nline two\r\n' >"$folder/log.txt"
{ printf '\1\2\3\4\377\376'; head -c 2999994 /dev/urandom; } >"$folder/noise.bin"
head -c 1100000 /dev/zero >"$folder/large.bin"
: >"$folder/empty.dat"

files() {
	rows 'SELECT COUNT(*) FROM attachment'
}

parts() {
	rows 'SELECT COUNT(*) FROM attachment_part'
}

# As far as the page for files.
begin() {
	to_the_story "$@"
	fill description='A strange program asks for money.'
	press Continue
	get /report/files
}

# What was just fetched is that file.
is_file() {
	save "$folder/back"
	holds_true "$1 came back as it was sent" cmp "$2" "$folder/back"
}

for language in en fr ar; do
	story "files go with a report, in $language"
	now '2026-11-23 10:17:23'
	speak $language
	begin
	lands_on /report/files
	see 'Add files' 'You can leave all of this empty.'
	attach files "$folder/log.txt"
	attach files "$folder/noise.bin" 'Screen shot.png' image/png
	press Upload
	status 200
	lands_on /report/files
	see log.txt 'Screen shot.png'
	press Continue
	lands_on /report/contact
	get /report/check
	see log.txt 'Screen shot.png'
	press 'Send report'
	lands_on /report/sent
	remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
done
is "each file is there, with its parts" "$(files) $(parts)" "6 12"
is "a digest, a size, two types" "$(rows "SELECT CONCAT_WS(' ', sha256, size, declared, sniffed)
	FROM attachment ORDER BY id LIMIT 1")" \
	"$(sha256sum <"$folder/log.txt" | cut -c1-64) 20 application/octet-stream text/plain"
is "an anonymous report shows no minute" "$(rows 'SELECT GROUP_CONCAT(DISTINCT stored_at) FROM attachment')" \
	"2026-11-23 10:00:00"
is "nobody holds them any more" "$(rows 'SELECT COUNT(*) FROM attachment WHERE holder IS NOT NULL
	OR ends_at IS NOT NULL')" 0
is "each is in the history, by its digest" "$(rows "SELECT COUNT(*) FROM event JOIN attachment
	ON attachment.sha256 = event.to_value AND attachment.ticket_id = event.object_id
	WHERE event.action = 'file' AND event.at = attachment.stored_at")" 6

story "the team fetches them"
now '2026-11-23 10:30:00'
sign_in Ola
get "/desk/tickets/$reference"
see log.txt text/plain 'Screen shot.png' application/octet-stream
click log.txt
status 200
header Content-Type application/octet-stream
header Content-Disposition 'attachment; filename="log.txt"'
header X-Content-Type-Options nosniff
header Content-Security-Policy "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
header Cache-Control 'private, no-store'
header ETag "\"$(sha256sum <"$folder/log.txt" | cut -c1-64)\""
header Accept-Ranges bytes
is_file log.txt "$folder/log.txt"
get "/desk/tickets/$reference"
click 'Screen shot.png'
header Content-Disposition 'attachment; filename="Screen shot.png"'
is_file 'Screen shot.png' "$folder/noise.bin"
file=$(rows "SELECT MAX(id) FROM attachment")
path=/desk/tickets/$reference/files/$file
tag="\"$(sha256sum <"$folder/noise.bin" | cut -c1-64)\""
# Pieces, also over the edges of parts.
for piece in 0-0 0-999999 1048575-1048576 1048576-2097151 1000000-2999999 2999999-2999999 -1 -1048577 2000000-; do
	with "Range: bytes=$piece"
	ask GET "$path"
	status 206
	save "$folder/back"
	from=${piece%-*} to=${piece#*-}
	[ -n "$from" ] || from=$((3000000 - to)) to=
	head -c $((${to:-2999999} + 1)) "$folder/noise.bin" | tail -c +$((from + 1)) >"$folder/piece"
	holds_true "bytes $piece are those" cmp "$folder/piece" "$folder/back"
	header Content-Range "bytes $from-${to:-2999999}/3000000"
done
for piece in 3000000- 9999999-; do
	with "Range: bytes=$piece"
	ask GET "$path"
	status 416
	header Content-Range 'bytes */3000000'
	is "and nothing with it" "$(page)" ""
done
for piece in 5-1 0-1,5-6 x; do
	with "Range: bytes=$piece"
	ask GET "$path"
	status 200
	header Content-Length 3000000
done
with 'Range: bytes=0-9' "If-Range: $tag"
ask GET "$path"
status 206
with 'Range: bytes=0-9' 'If-Range: "another"'
ask GET "$path"
status 200
with "If-None-Match: $tag"
ask GET "$path"
status 304
is "it is not sent again" "$(page)" ""
ask HEAD "$path"
status 200
header Content-Length 3000000
is "HEAD sends none of it" "$(page)" ""
# A zip that is harmless to keep.
get "/desk/tickets/$reference"
see 'A locked zip opens with the password infected.'
click 'locked zip' "/files/$file/"
status 200
header Content-Type application/zip
header Content-Disposition 'attachment; filename="Screen shot.png.zip"'
header Content-Security-Policy "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
save "$folder/locked.zip"
holds_true "it opens with its password" unzip -o -q -P infected -d "$folder/unpacked" "$folder/locked.zip"
holds_true "and holds the file" cmp "$folder/noise.bin" "$folder/unpacked/Screen shot.png"
holds_true "without it, it does not" bash -c "! unzip -t -P wrong '$folder/locked.zip'"
# Only there, and only that.
for other in $((file + 1000)) 0 "$(rows "SELECT MIN(id) FROM attachment")"; do
	get "/desk/tickets/$reference/files/$other"
	status 404
	get "/desk/tickets/$reference/files/$other/locked"
	status 404
done

story "files of a message: the reporter adds, and fetches what the team sent"
now '2026-11-23 11:00:00'
report name=Rea email=rea@porter.example
get /follow
fill reference="$reference" secret="$secret"
press 'Open the report'
lands_on /follow/ticket
attach files "$folder/log.txt" second.txt text/plain
fill body='Half a sentence'
press Upload
status 200
see second.txt
holds body='Half a sentence'
own=$(page | grep -o 'name="remove_file" value="[0-9a-f]*"' | grep -o '[0-9a-f]\{16\}')
press 'Send message'
lands_on /follow/ticket
see 'Your message is with us.' 'Half a sentence' second.txt
# Of their own files a reporter sees the name.
get "/follow/ticket/files/$own"
status 404
get /follow/ticket
attach files "$folder/empty.dat"
press 'Send message'
lands_on /follow/ticket
see empty.dat
is "a file may speak for itself" "$(rows 'SELECT body FROM message ORDER BY id DESC LIMIT 1')" ""
press 'Send message'
status 422
see 'Write something before you send it'
now '2026-11-23 11:05:00'
sign_in Ola
get "/desk/tickets/$reference"
see second.txt empty.dat
click empty.dat
is_file empty.dat "$folder/empty.dat"
get "/desk/tickets/$reference"
attach files "$folder/noise.bin" tool.bin
fill body='Run this.'
press 'Send reply'
status 200
see 'Run this.' tool.bin
attach files "$folder/log.txt" inside.txt
fill body='Only for us.'
press 'Save note'
see 'Only for us.' inside.txt
is "who of the team sent it is known" "$(rows "SELECT COUNT(*) FROM attachment
	WHERE account_id = $(rows 'SELECT MIN(id) FROM account')")" 2
as somebody
get /follow/ticket
see 'Run this.' tool.bin
not_see inside.txt 'Only for us.'
click tool.bin
header Content-Disposition 'attachment; filename="tool.bin"'
header Content-Security-Policy "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
is_file tool.bin "$folder/noise.bin"
get /follow/ticket/files/0123456789abcdef
status 404
get "/desk/tickets/$reference/files/1"
lands_on /login
as thief
get /follow/ticket
lands_on /follow
tool=$(rows "SELECT id FROM attachment WHERE name = 'tool.bin'")
for path in "/follow/ticket/files/$own" "/follow/ticket/files/$tool" "/desk/tickets/$reference/files/$tool"; do
	get "$path"
	not_see 'Run this.'
	header Content-Disposition
done

story "pressed twice, it is sent once"
now '2026-11-23 11:30:00'
report name=Rea email=rea@porter.example
get /follow
fill reference="$reference" secret="$secret"
press 'Open the report'
attach files "$folder/log.txt" twice.txt
fill body='Said once.'
press_at_once 3 'Send message' >/dev/null
get /follow/ticket
see 'Said once.'
is "one message, one file" "$(rows "SELECT COUNT(DISTINCT message.id), COUNT(attachment.id) FROM message
	LEFT JOIN attachment ON message_id = message.id WHERE body = 'Said once.'")" "1	1"
is "and none that waits" "$(rows 'SELECT COUNT(*) FROM attachment WHERE holder IS NOT NULL')" 0

story "what is sent twice, because no answer came, is one file"
now '2026-11-23 11:40:00'
begin
for time in first second; do
	get /report/files
	attach files "$folder/log.txt"
	press Upload
	status 200
done
get /report/files
attach files "$folder/log.txt" other.txt
press Upload
is "two names are two files" "$(page | grep -c 'name="remove_file"')" 2
press 'Remove: other.txt'
get /report/check
see 'log.txt (20 bytes)'
not_see other.txt
press 'Send report'
remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
is "and so it is sent" "$(rows "SELECT GROUP_CONCAT(name) FROM attachment
	JOIN ticket ON ticket.id = ticket_id WHERE reference = '$reference'")" log.txt
change "DELETE FROM attachment WHERE holder IS NOT NULL"

story "a step that fails keeps what has arrived"
now '2026-11-23 12:00:00'
setting 'file_megabytes = 1' 'files_megabytes = 2' 'files_most = 3'
begin
see 'Up to 3 files, each up to 1 MB, together up to 2 MB.' 'a photo may know where it was taken'
before=$(files)
attach files "$folder/log.txt"
attach files "$folder/large.bin"
attach files "$folder/empty.dat"
press Continue
status 422
see 'large.bin' 'is larger than 1 MB. Choose a smaller file, or go on without it and tell us about it'
see log.txt empty.dat
is "what was too large is not there, not even in part" "$(files)" $((before + 2))
attach files "$folder/log.txt" third.txt
attach files "$folder/log.txt" fourth.txt
press Continue
status 422
see 'fourth.txt' 'was not added: there can be 3 files at most. Remove one, or go on without it' third.txt
not_asks_for files
see 'There is no room for more files. Remove one to add another.'
press 'Remove: third.txt'
status 200
not_see third.txt
asks_for files
press Continue
lands_on /report/contact
get /report/check
see empty.dat
not_see third.txt fourth.txt

story "together they may be too large, and words are kept with them"
now '2026-11-23 12:30:00'
setting 'file_megabytes = 1' 'files_megabytes = 2' 'files_most = 5'
report
get /follow
fill reference="$reference" secret="$secret"
press 'Open the report'
for name in one two three; do
	head -c 900000 "$folder/noise.bin" >"$folder/$name.bin"
	attach files "$folder/$name.bin"
done
fill body='Three files.'
press 'Send message'
status 422
see 'three.bin' 'the files would be larger than 2 MB together. Remove one, or go on without it' one.bin two.bin
holds body='Three files.'
is "it is not sent without being asked" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'Three files.'")" 0
press 'Send message'
lands_on /follow/ticket
see 'Three files.' one.bin two.bin
not_see three.bin
now '2026-11-23 12:35:00'
sign_in Ola
get "/desk/tickets/$reference"
attach files "$folder/large.bin"
fill body='A long answer.'
press 'Send reply'
status 422
see 'is larger than 1 MB.'
is "the answer stands in its box" "$(page | grep -c '^A long answer.</textarea>')" 1
attach files "$folder/log.txt" kept.txt
press 'Send reply'
status 200
see 'A long answer.' kept.txt

story "what was added to a note never goes with a reply"
now '2026-11-23 13:00:00'
report
sign_in Ola
get "/desk/tickets/$reference"
attach files "$folder/log.txt" secret.txt
press Upload /note
status 200
see secret.txt
fill body='An answer.'
press 'Send reply'
status 200
is "it waits for its note" "$(rows "SELECT COUNT(*) FROM attachment WHERE name = 'secret.txt' AND message_id IS NULL")" 1
get /follow
fill reference="$reference" secret="$secret"
press 'Open the report'
see 'An answer.'
not_see secret.txt

story "with threats and abuse no files are asked for"
now '2026-11-23 13:30:00'
begin
attach files "$folder/log.txt" before.txt
press Upload
see before.txt
get /report/what
fill category=abuse
press Continue
get /report/files
lands_on /report/check
not_see 'Add files' before.txt
get /report/help
press Continue
lands_on /report/contact
get /report/check
press 'Send report'
is "what came before is not sent with it" "$(rows "SELECT COUNT(*) FROM attachment
	WHERE name = 'before.txt' AND ticket_id IS NOT NULL")" 0

story "what is never sent is forgotten"
now '2026-11-24 10:00:00'
begin
attach files "$folder/log.txt" forgotten.txt
press Upload
as other
report
get /follow
fill reference="$reference" secret="$secret"
press 'Open the report'
attach files "$folder/noise.bin" forgotten.bin
press Upload
see forgotten.bin
sent=$(rows 'SELECT COUNT(*) FROM attachment WHERE ticket_id IS NOT NULL')
sweep() {
	BELFRY_NOW=$1 "$BELFRY" work --once --only jobs >>"$BELFRY_STATE/log/work.log" 2>&1
}
sweep '2026-11-25 09:59:00'
is "not within the day" "$(rows "SELECT COUNT(*) FROM attachment WHERE name LIKE 'forgotten%'")" 2
# An answer keeps a draft, and its files, for another day.
as late
now '2026-11-25 09:00:00'
begin
attach files "$folder/log.txt" late.txt
press Upload
now '2026-11-26 08:00:00'
get /report/help
fill done='I waited.'
press Continue
sweep '2026-11-26 10:01:00'
is "after it they are gone" "$(rows "SELECT COUNT(*) FROM attachment WHERE name LIKE 'forgotten%'")" 0
is "with all their parts" "$(rows 'SELECT COUNT(*) FROM attachment_part
	WHERE attachment_id NOT IN (SELECT id FROM attachment)')" 0
is "but not those of a draft that goes on" "$(rows "SELECT COUNT(*) FROM attachment WHERE name = 'late.txt'")" 1
is "and none that was sent" "$(rows 'SELECT COUNT(*) FROM attachment WHERE ticket_id IS NOT NULL')" "$sent"

# Nobody fills the disk: not one network, and not all of them together. Reports
# are taken all the same.
hour=10
for limit in upload_megabytes_per_address upload_megabytes_in_all unsent_megabytes; do
	story "there is an end: $limit"
	now "2026-12-01 $((hour += 1)):00:00"
	setting "$limit = 1"
	from 198.51.100.7
	begin
	attach files "$folder/noise.bin" first.bin
	press Upload
	see first.bin
	from 198.51.100.99
	attach files "$folder/noise.bin" second.bin
	press Upload
	status 422
	see 'We cannot take files at the moment, because too many have arrived.'
	not_see second.bin
	get /report/check
	press 'Send report'
	lands_on /report/sent
done

story "there is an end to reports that are begun, and to messages"
now '2026-12-02 10:50:00'
setting 'drafts_per_address = 2' 'messages_per_address = 1'
from 198.51.100.8
report
report
from 198.51.100.9
get /report/who
fill reporting_for=myself
press Continue
status 422 429
see 'Far more reports than usual are being begun'
get /follow
fill reference="$reference" secret="$secret"
press 'Open the report'
fill body='The first.'
press 'Send message'
see 'Your message is with us.'
fill body='The second.'
press 'Send message'
status 422
see 'Too many messages have come from your network within the hour.'
holds body='The second.'
now '2026-12-02 11:05:00'
press 'Send message'
see 'Your message is with us.'

the_end
