#!/bin/bash
# Whatever somebody writes stands on every page as they wrote it, and makes
# nothing of the page: it has the same elements as with harmless words.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 08:00:00'

# Each would be something in a page, a template, a sentence with holes, an
# attribute, a script, a path, a statement or a format.
canaries=(
	'<script>alert(1)</script>'
	'<img src=x onerror=alert(1)>'
	'"><svg onload=alert(1)>'
	"' onfocus=alert(1) autofocus x='"
	'</textarea><b>bold</b>'
	'</title><h1>Mine</h1>'
	'<!-- <plaintext> -->'
	'<?cs var:site.team.phone ?>'
	'<?cs include:"/etc/passwd" ?>'
	'<?cs /def ?><?cs call:body() ?>'
	'{{7*7}} ${7*7} #{7*7}'
	'%s%n%x {0} {NAME}'
	'&lt;b&gt; &amp;amp; &#60;i&#62; &#x3C;'
	'javascript:alert(1)'
	"'; DROP TABLE ticket; --"
	'../../../etc/passwd'
	'$(id) `id` \x41 \u0041 \\'
	'=1+1 @SUM(1) +1 -1'
	'[x](javascript:alert(1)) **y**'
	'%3Cscript%3E %00 %0d%0aSet-Cookie: a=b'
	$'right \u202e to left \u2066 and back'
	'ﷺ𝕳🏴󠁧󠁢󠁥󠁮󠁧󠁿 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢'
)
lines=(description headers indicators done)
words=(noticed started told_reference org_name org_id name role contact_note)

# The elements of the page, counted.
elements() {
	page | grep -oE '<[a-zA-Z!?/][a-zA-Z0-9]*' | sort | uniq -c | tr -s ' \n' ' '
}

# As the page shows it, once it has been trimmed by the form.
shows() {
	see "${said[@]}"
	not_see '49 49' 'root:x'
}

# tells HOW [ROUND]: a report with words of that kind in every box, page by page;
# what its pages are made of goes to the file.
tells() {
	local how=$1 round=${2:-0} field n=0 fields=() file="$state/elements.$1"

	said=()
	for field in "${words[@]}"; do
		if [ "$how" = harmless ]; then
			said+=("Some words for $field")
		else
			said+=("${canaries[(round * ${#words[@]} + n++) % ${#canaries[@]}]}")
		fi
		fields+=("$field=${said[-1]}")
	done
	for field in "${lines[@]}"; do
		if [ "$how" = harmless ]; then
			fields+=("$field=$(printf 'A line for %s.\n' "$field"{,,,,,,,,,,,,,,,,,,,,,})")
		else
			fields+=("$field=$(printf '%s\n' "${canaries[@]}")")
		fi
	done
	[ "$how" = harmless ] || said+=("${canaries[@]}")
	: >"$file"
	order quiet 1
	get /report/who
	until order is_on /report/check; do
		order fill_known reporting_for=business category=message email=r@porter.example phone='+999 20 555' \
			"${fields[@]}"
		press Continue
		status 200 || break
	done
	order quiet 0
	lands_on /report/check
	shows
	elements >>"$file"
	click Change /report/story
	elements >>"$file"
	[ "$how" = harmless ] || holds headers="$(printf '%s\n' "${canaries[@]}")"
	get /report/check
	press 'Send report'
	elements >>"$file"
	remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
	remember secret '((?:\d{5} ){4}\d{5})'
}

# same WHAT: the page has the elements that the harmless one had; the first time
# it says which those are.
same() {
	local found=$(elements)

	if [ -n "${harmless[$1]:-}" ]; then
		is "$1 has no other elements" "$found" "${harmless[$1]}"
	else
		harmless[$1]=$found
	fi
}
declare -A harmless=()

# Everything that shows it: in the queue, at the desk, to its reporter, in other
# languages, beside mistakes.
looked_at() {
	local how=$1 language

	as Anna
	set_cookie belfry_session "$session"
	get /desk/queue
	[ "$how" = harmless ] || see "${canaries[0]}"
	same 'the queue'
	for language in en fr ar; do
		speak $language
		get "/desk/tickets/$reference"
		shows
		same "the ticket in $language"
	done
	speak en
	get "/desk/tickets/$reference"
	for part in body:/reply:'Send reply' body:/note:'Save note'; do
		IFS=: read -r field path button <<<"$part"
		if [ "$how" = harmless ]; then
			fill "$field=Harmless."
		else
			fill "$field=$(printf '%s\n' "${canaries[@]}")"
		fi
		press "$button" "$path"
		shows
		same "the ticket after $path"
	done
	subject=Harmless
	[ "$how" = harmless ] || subject=${canaries[$((round % ${#canaries[@]}))]}
	fill subject="$subject"
	press Save /subject
	see "$subject"
	titled "$subject"
	same 'the ticket with another subject'
	# Kept in a box, because something else was missing.
	post "/desk/tickets/$reference/reply" body="$(printf '%s\n' "${canaries[@]}")" version=x
	status 422
	holds_true "the reply is still there" test -n "$(page | grep -F 'DROP TABLE')"
	get "/desk/tickets/$reference"
	fill of="$subject"
	press 'Mark as duplicate'
	status 422
	holds of="$subject"
	same 'what is no reference'
	get "/desk/go?reference=$(encoded "$subject")"
	lands_on /desk/queue
	as Reporter
	get /follow
	fill reference="$reference" secret="$secret"
	press 'Open the report'
	[ "$how" = harmless ] || see "${canaries[@]}"
	same 'the follow-up'
	fill body="$(printf '%s\n' "${canaries[@]}")"
	press 'Send message'
	see "${canaries[@]}"
	same 'the follow-up with a message'
}

encoded() {
	perl -e '$_ = $ARGV[0]; s/([^A-Za-z0-9])/sprintf "%%%02X", ord $1/ge; print' "$1"
}

story "harmless words"
person Anna analyst
sign_in Anna
session=$(cookie belfry_session)
as Reporter
tells harmless
looked_at harmless

for round in 0 1 2; do
	now "2026-11-23 08:0$((round + 1)):00"
	story "canaries, round $((round + 1))"
	as Reporter
	tells canaries $round
	is "its own pages have no other elements" "$(cat "$state/elements.canaries")" "$(cat "$state/elements.harmless")"
	# One line in the queue, as before.
	change "UPDATE ticket SET place = 'closed' WHERE reference <> '$reference'"
	looked_at canaries
done

story "in a report that staff enter"
now '2026-11-23 08:10:00'
as Anna
set_cookie belfry_session "$session"
get /desk/new
fill channel=phone category=malware description="$(printf '%s\n' "${canaries[@]}")" name="${canaries[0]}" \
	org_name="${canaries[2]}"
press 'Save report'
click 'Open the ticket'
see "${canaries[@]}"

story "in addresses"
as Anna
set_cookie belfry_session "$session"
for canary in "${canaries[@]}"; do
	for address in "/desk/queue?place=@&owner=@&state=@" "/login?next=@" "/desk/go?reference=@" "/desk/queue?@=@" "/@"; do
		get "${address//@/$(encoded "$canary")}"
		status 200 400 404 413
		holds_true "nothing of it runs" test "$(page | grep -cE '<script>alert|<svg onload|<b>bold|onerror=alert\(1\)>')" = 0
	done
done

the_end
