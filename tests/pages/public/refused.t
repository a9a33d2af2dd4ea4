#!/bin/bash
# What is refused: each with a page in the visitor's language, nothing lost,
# nothing of it in the log.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 08:00:00'
body=$BELFRY_STATE/tmp/body
form=application/x-www-form-urlencoded
canary=canary-in-the-report
not_logged "$canary"

# Writes its arguments, with \x00 and the like, as a body.
bytes() {
	printf "$@" >"$body"
}

# fields N: a body of N fields, the token and a description among them.
fields() {
	{
		printf 'token=%s&description=%s' "$(token)" "$canary"
		perl -e 'print map { "&f$_=v" } 3 .. $ARGV[0]' "$1"
	} >"$body"
}

# refused STATUS TITLE SENTENCE
refused() {
	status "$1"
	titled "$2"
	see "$3"
	not_see "$canary"
	see '+999 20 555 0100' 'Report an incident'
	is "the page is in the visitor's language" "$(page | grep -o '<html lang="..')" "<html lang=\"$language"
}

unreadable='We could not read what was sent'
odd='It was not in the form that browsers send. Go back and try once more.'
broken='Only a part of it arrived, mostly because the connection broke. Go back and send it again.'
large='That was more than we can take at once'
shorter='Go back, shorten the text or leave out files, and send it again. You can send the rest later.'

for language in en fr ar; do
	story "bodies that nobody means, in $language"
	speak $language
	to_the_story
	story_page=$(token)

	fields 1001
	send /report/story $form "$body"
	refused 413 "$large" "$shorter"

	bytes 'token=%s&description=%s' "$story_page" "$canary"
	send /report/story $form "$body" $(($(stat -c %s "$body") * 2))
	refused 400 "$unreadable" "$broken"

	bytes 'token=%s&description=%s%%ff' "$story_page" "$canary"
	send /report/story $form "$body"
	refused 400 "$unreadable" "$odd"

	bytes 'token=%s&description=%s\x00hidden' "$story_page" "$canary"
	send /report/story $form "$body"
	refused 400 "$unreadable" "$odd"

	bytes 'token=%s&description=%s%%00hidden' "$story_page" "$canary"
	send /report/story $form "$body"
	refused 400 "$unreadable" "$odd"

	bytes 'token=%s&description=%s' "$story_page" "$canary"
	send /report/story text/plain "$body"
	refused 415 "$unreadable" "$odd"

	{
		printf 'token=%s&description=%s' "$story_page" "$canary"
		head -c 10000000 /dev/zero | tr '\0' x
	} >"$body"
	send /report/story $form "$body"
	refused 413 "$large" "$shorter"

	is "the draft is as it was" "$(rows "SELECT COUNT(*) FROM draft_answer WHERE field = 'description'")" 0
done
language=en

story "the last field that is taken"
to_the_story
fields 1000
send /report/story $form "$body"
lands_on /report/when
get /report/story
holds description="$canary"
holds_true "the others are counted" grep -q 'unknown fields in a form: 998' <<<"$(log all)"

story "bodies with other faults"
to_the_story
token=$(token)
for text in 'description=%%c0%%af' 'description=%%ed%%a0%%80' 'description=%%f5%%80%%80%%80' 'description=\xff\xfe' \
	'description=%%e2%%82' 'description=%%' 'description=%%4' 'description=%%zz' '=x' '%%00=x' '%%ff=x'; do
	bytes "$text&token=%s" "$token"
	send /report/story $form "$body"
	status 400
	titled "$unreadable"
done
bytes 'token=%s&%s=x' "$token" "$(printf 'n%.0s' {1..65})"
send /report/story $form "$body"
status 413
for type in application/json text/xml 'multipart/mixed; boundary=x' application/octet-stream ' ' /; do
	bytes 'token=%s&description=%s' "$token" "$canary"
	send /report/story "$type" "$body"
	status 415
done
bytes 'token=%s&description=%s' "$token" "$canary"
with 'Content-Type:'
send /report/story '' "$body"
status 415
for length in -1 x 1x 99999999999999999999999 0x10 '1 2'; do
	bytes 'token=%s&description=%s' "$token" "$canary"
	send /report/story $form "$body" "$length"
	status 400
done
bytes 'token=%s&description=%s' "$token" "$canary"
send /follow $form "$body" 27262977
status 413
send /report/story $form "$body" 67108865
status 413
send /report/story $form "$body" 9223372036854775807
status 413
send /report/story 'application/x-www-form-urlencoded; charset=UTF-8' "$body"
lands_on /report/when
: >"$body"
send /report/story $form "$body"
status 403

# In parts, as a form with files sends it.
part() {
	printf -- '--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' "$@"
}

story "the same in parts"
to_the_story
token=$(token)
parts='multipart/form-data; boundary=XyZ'
{
	part XyZ token "$token"
	part XyZ description "$canary in parts"
	printf -- '--XyZ\r\nContent-Disposition: form-data; name="file"; filename="a.exe"\r\n\r\nMZ\x00\xff\r\n'
	printf -- '--XyZ--\r\n'
} >"$body"
send /report/story "$parts" "$body"
lands_on /report/when
get /report/story
holds description="$canary in parts"
cp "$body" "$body.good"
size=$(stat -c %s "$body")
for cut in 0 1 50 200 $((size - 10)) $((size - 4)); do
	head -c "$cut" "$body.good" >"$body"
	send /report/story "$parts" "$body"
	status 400 403
	head -c "$cut" "$body.good" >"$body"
	send /report/story "$parts" "$body" "$size"
	status 400
	titled "$unreadable"
done
for type in multipart/form-data 'multipart/form-data; boundary=' 'multipart/form-data; boundary=other' \
	"multipart/form-data; boundary=$(printf 'b%.0s' {1..71})"; do
	send /report/story "$type" "$body.good"
	status 400 413
done
for value in '\x00' '\xff' 'a\x00b' '\xc0\xaf'; do
	{
		part XyZ token "$token"
		part XyZ description "$(printf '%s' "@VALUE@")"
		printf -- '--XyZ--\r\n'
	} | perl -pe "s/\@VALUE\@/$value/" >"$body"
	send /report/story "$parts" "$body"
	status 400
	titled "$unreadable"
done
{
	part XyZ token "$token"
	perl -e 'print map { "--XyZ\r\nContent-Disposition: form-data; name=\"f$_\"\r\n\r\nv\r\n" } 2 .. 1001'
	printf -- '--XyZ--\r\n'
} >"$body"
send /report/story "$parts" "$body"
status 413
get /report/story
holds description="$canary in parts"

for language in en fr ar; do
	story "answers that cannot be, in $language"
	speak $language
	to_the_story
	for category in nonsense "malware'" MALWARE 'malware,money' 'malware '; do
		post /report/what category="$category"
		status 422
		see 'There is a problem'
	done
	post /report/what category=malware category=nonsense
	lands_on /report/story
	long=$(printf 'ا%.0s' {1..10000})
	fill description="${long}x"
	press Continue
	status 422
	see 'There is a problem' 10001
	holds description="${long}x"
	fill description="$long"
	press Continue
	lands_on /report/when
	fill noticed-day=25 noticed-month=11 noticed-year=2026
	press Continue
	status 422
	see 'Enter a day that is not in the future'
	holds noticed-day=25 noticed-month=11 noticed-year=2026
	fill noticed-day=30 noticed-month=2 noticed-year=2026
	press Continue
	status 422
	holds noticed-day=30 noticed-month=2
	fill noticed-day=1 noticed-month=1 noticed-year=9999
	press Continue
	status 422
	fill noticed-day=00 noticed-month=00 noticed-year=0000
	press Continue
	status 422
	fill noticed-day=-1 noticed-month=1e9 noticed-year=99999999999999999999
	press Continue
	status 422
	fill noticed-day=23 noticed-month=11 noticed-year=2026
	press Continue
	lands_on /report/affected
	post /report/affected affected=computer affected=nonsense
	status 422
	post /report/impact loss=-1
	status 422
	post /report/impact loss=1e309
	status 422
	post /report/impact loss=99999999999999999999999
	status 422
	post /report/contact email='not an address' phone='call me' name="$(printf 'n%.0s' {1..201})"
	status 422
	holds email='not an address' phone='call me' name="$(printf 'n%.0s' {1..201})"
	post /report/contact language=xx
	status 422
	get /report/check
	press 'Send report'
	lands_on /report/sent
done
is "all of the longest story arrived" "$(rows 'SELECT MIN(CHAR_LENGTH(body)), MAX(CHAR_LENGTH(body)) FROM message')" \
	"10000	10000"

story "queries and cookies that nobody means"
for query in '?%ff' '?a=%00' '?%' "?a=$(printf 'x%.0s' {1..8200})" "?$(printf 'a&%.0s' {1..1001})"; do
	get "/report$query"
	status 400 413
	see '+999 20 555 0100'
done
for query in '?' '?a' '?a=b&a=c&&&' '?=' '?change=1&change=2' '?q=%3Cscript%3E'; do
	get "/report$query"
	status 200 400
	not_see '<script>'
done
with "Cookie: $(perl -e 'print join "; ", map { "c$_=v" } 1 .. 10000')"
get /report
status 200 413
with "Cookie: $(perl -e 'print join "; ", map { "c$_=v" } 1 .. 50')"
get /report
status 200
with "Cookie: belfry_draft=$(printf 'x%.0s' {1..9000})"
get /report/story
status 200 413
with 'Cookie: ;;;=;a;=b; "'
get /report
status 200

story "numbers at their edges"
to_the_story
for number in 0 -1 1 2 01 +1 1.0 1e309 NaN 2147483647 2147483648 4294967296 9223372036854775807 9223372036854775808 \
	-9223372036854775809 99999999999999999999999999 0x1 '١' '' ' 1' true; do
	get "/report/what?change=$number"
	status 200 400
	get "/?page=$number&size=$number&id=$number"
	status 200 400
	get "/follow?page=$number"
	status 200 400
done

the_end
