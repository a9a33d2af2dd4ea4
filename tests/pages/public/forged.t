#!/bin/bash
# Forms from elsewhere, from long ago, and with more in them than was asked.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 08:00:00'

answer_count() {
	rows 'SELECT COUNT(*) FROM draft_answer'
}

# Every form of the public pages, with fields that would do something.
all_forms() {
	cat <<-END
		/report/who reporting_for=witness
		/report/what category=malware
		/report/story description=forged
		/report/files remove_file=forged
		/report/check
		/report/forget
		/follow reference=TESTCIRT-2026-2222222
		/follow/ticket/write body=forged
		/follow/ticket/solved
		/follow/leave
	END
}

for language in en fr ar; do
	story "a form from another site, in $language"
	speak $language
	report
	as victim
	speak $language
	to_the_story
	before=$(answer_count)
	while read -r path field; do
		for header in 'Origin: https://evil.example' 'Origin: null' 'Sec-Fetch-Site: cross-site' \
			'Sec-Fetch-Site: same-site'; do
			with "$header"
			post "$path" ${field:+"$field"}
			status 403
			titled 'This page is not open to you'
			see 'This was sent from a page of somebody else. Nothing was done.'
			not_see 'Try again'
		done
	done < <(all_forms)
	is "nothing was written" "$(answer_count)" "$before"
	get /report/story
	lands_on /report/story
done

story "origins that only look like ours"
to_the_story
before=$(answer_count)
host=${BELFRY_ADDRESS#http://}
for origin in "http://$host.evil.example" "http://evil.example/$host" "http://evil.example?$host" \
	"http://$host@evil.example" "http://evil.example#://$host" "http://${host%:*}" "http://${host}0" "//$host" "$host" \
	"http://x://$host" "http://$host/"; do
	with "Origin: $origin"
	post /report/story description=forged
	status 403
done
is "nothing was written" "$(answer_count)" "$before"
with 'Origin:' 'Sec-Fetch-Site:'
post /report/story description='An old browser sends neither.'
lands_on /report/when

story "a form without its token, or with another's"
for language in en fr ar; do
	speak $language
	to_the_story
	good=$(token)
	tokens=('')
	[ $language != en ] || tokens+=(x . '1.2' "${good%?}" "${good}0" "$(tr 0-9a-f 1-9a-f0 <<<"${good%.*}").${good##*.}"
		"${good%%.*}..${good##*.}" "9${good}" "$(printf 'x%.0s' {1..5000})")
	while read -r path field; do
		for token in "${tokens[@]}"; do
			post "$path" ${field:+"$field"} token="$token"
			status 403
			titled 'Send this once more'
			see 'We could not see that this came from a page of ours. Open the page anew and send it from there.'
		done
	done < <(all_forms)
done

for language in en fr ar; do
	story "a page that was open for days offers what was typed, in $language"
	now '2026-11-23 08:00:00'
	speak $language
	to_the_story
	set_cookie belfry_draft "$(cookie belfry_draft)"
	text=$'It took me <long>\n\n  to "write" & think, ﷽ 🙂'
	fill description="$text"
	now '2026-11-24 07:00:00'
	change "UPDATE draft SET ends_at = '2026-12-01 00:00:00'"
	now '2026-11-25 08:00:01'
	press Continue
	status 403
	titled 'This page was open for a long time'
	see 'To be sure that it was you who sent this, we ask you to send it once more.' \
		'What you typed is kept in this page.'
	holds description="$text"
	press 'Try again'
	lands_on /report/when
	get /report/story
	holds description="$text"
done

story "the sign-off of a page that was open for days"
now '2026-11-23 08:00:00'
report
get /follow
fill reference="$reference" secret="$secret"
now '2026-11-30 08:00:00'
press 'Open the report'
status 403
titled 'This page was open for a long time'
holds reference="$reference"
press 'Try again'
status 422
fill secret="$secret"
press 'Open the report'
lands_on /follow/ticket
now '2026-11-23 08:00:00'
get /report/who
now '2026-11-22 08:00:00'
fill reporting_for=myself
press Continue
titled 'This page was open for a long time'

story "a long text is offered whole"
now '2026-11-23 08:00:00'
to_the_story
set_cookie belfry_draft "$(cookie belfry_draft)"
change "UPDATE draft SET ends_at = '2026-12-01 00:00:00'"
long=$(perl -e 'print join "\n", map { "$_ \"<&>\" " . "x" x 90 } 1 .. 2000')
get /report/what
fill category=message
press Continue
fill description='Short.' headers="$long"
forge other="$long" another="$long"
now '2026-11-30 08:00:00'
press Continue
status 403
holds headers="$long" other="$long" another="$long"
now '2026-11-23 08:00:00'

story "a token is good for one form as for another, and only for a while"
now '2026-11-23 08:00:00'
to_the_story
now '2026-11-23 20:00:00'
fill description='After twelve hours.'
press Continue
lands_on /report/when

# Names that would be something, were they taken for names of the page's data.
extra='user.role=admin user.id=1 user.staff=1 user.admin=1 user.name=Mallory a.0=x a.0.b=x lang.code=xx lang.dir=ltr
	lang.prefix=//evil.example site.team.phone=666 site.team.name=Mallory site.demo=0 Config.VarEscapeMode=none
	Config.LogFile=/tmp/x debug=1 CGI.RequestMethod=PUT Query.x=1 Cookie.x=1 page.number=666 page.status=200
	page.path=//evil.example error.reason=Mallory error.status=200 error.retry=1 error.action=//evil.example
	kept.0.name=x kept.0.value=x form.description.error=Mallory form.description.value=Mallory form_errors.0.message=Mallory
	form_errors.0.name=x step.back=//evil.example step.title=Mallory step.sensitive=1 notice=Mallory sent.secret=666
	ticket.state=closed answers.0.label=Mallory state=closed place=spam held=1 priority=low tlp=clear owner_id=1
	reference=X secret=X id=1 ticket_id=1 role=admin account_id=1 language_switch= languages.0.href=//evil.example'

story "fields that nobody asked for"
get /report/who
fill reporting_for=myself
forge $extra
press Continue
lands_on /report/what
not_see Mallory 666 evil.example
fill category=malware
forge $extra
press Continue
forge $extra
press Continue
status 422
not_see Mallory 666 evil.example
fill description='Nothing else.'
forge $extra
press Continue
for step in when affected impact help files contact sharing; do
	lands_on /report/$step
	forge $extra
	press Continue
done
lands_on /report/check
not_see Mallory 666
forge $extra
press 'Send report'
lands_on /report/sent
not_see Mallory 666
remember reference '([A-Z]+-\d{4}-[2-9A-Z]{7})'
remember secret '(\d{5} \d{5} \d{5} \d{5} \d{5})'
is "only what was asked is stored" "$(rows "SELECT GROUP_CONCAT(field) FROM ticket_answer
	JOIN ticket ON id = ticket_id WHERE reference = '$reference'")" "reporting_for"
is "and nothing is what they wished" "$(rows "SELECT CONCAT_WS(' ', state, place, held, priority, tlp,
	IFNULL(owner_id, '-'), language) FROM ticket WHERE reference = '$reference'")" \
	"new open 0 $(rows "SELECT priority FROM category WHERE name = 'malware'") amber - en"
holds_true "they are counted" grep -q 'unknown fields in a form: [4-9][0-9]' <<<"$(log all)"
holds_true "and not named" sh -c '! grep -q Mallory' <<<"$(log all)"
get /follow
fill reference="$reference" secret="$secret"
forge user.role=admin ticket.state=closed state=closed
press 'Open the report'
lands_on /follow/ticket
fill body='From me.'
forge direction=to_reporter account_id=1 ticket_id=1 state=closed messages.0.body=Mallory
press 'Send message'
not_see Mallory
is "it is the reporter's" "$(rows "SELECT direction, account_id FROM message WHERE body = 'From me.'")" \
	"from_reporter	NULL"
forge state=closed to=closed
press 'It is solved'
is "solved, and nothing else" "$(rows "SELECT state FROM ticket WHERE reference = '$reference'")" solved

story "the same in the address"
for path in / /contact /privacy /report /report/who /follow; do
	get "$path?$(tr -s ' \n\t' '&' <<<"$extra")"
	status 200
	not_see Mallory 666
	is "no link to elsewhere" "$(page | grep -cE '(href|action)="[^"?]*evil')" 0
done

story "a notice that we did not write"
for notice in Hello 'x.Hello' "$(printf '0%.0s' {1..64}).Call%20666" ".." "%00" ; do
	set_cookie belfry_notice "$notice"
	get /
	not_see Hello 666
done

the_end
