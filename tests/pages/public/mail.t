#!/bin/bash
# What a reporter and those on duty get by mail, in each language, and who gets
# nothing.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/mail.sh"

mail_server

begin() {
	mail_story "$1" 07:30:00
}

text='The printers print nothing but lighthouses.'
planned='Date From To Message-ID Subject Auto-Submitted Content-Language MIME-Version Content-Type'

change "INSERT INTO duty (email, since_at) VALUES ('duty@cirt.example', '2026-01-01')"

begin "a reporter with an address is told at once"
report name=Anna email=anna@example.org description="$text"
see 'The reference is also on its way to the e-mail address you gave, without the secret and without what you wrote. A mail tells you when there is an answer.'
is "two mails wait" "$(outbox kind,recipient,state)" \
	"received anna@example.org waiting arrived duty@cirt.example waiting"
deliver "$today 07:30:05"
is "and leave within a minute" "$(mails)" $((before + 2))
one=$((before + 1)) two=$((before + 2))
is "the first returns to nobody" "$(envelope $one)" 'from <> to <anna@example.org>'
is "the second to the team" "$(envelope $two)" 'from <report@cirt.example> to <duty@cirt.example>'
for number in $one $two; do
	is "it has the planned headers" "$(mail $number --names)" "$planned Content-Transfer-Encoding"
	is "its bytes are as they should be" "$(mail $number --raw)" ""
	not_in_mail $number "$secret" "${secret// /}" "$text" Anna lighthouses
	is "its Message-ID is that of its row" "$(mail $number | sed -n 's/^Message-ID: <\(.*\)>$/\1/p')" \
		"$(rows "SELECT message_id FROM outbox ORDER BY id LIMIT $((number - 1)), 1")"
done
in_mail $one "Subject: Your report $reference has arrived" "Auto-Submitted: auto-replied" \
	"Date: $(LC_ALL=C date -u -d "$today 07:30:00" '+%a, %d %b %Y %H:%M:%S +0000')" \
	'From: TEST-CIRT <report@cirt.example>' 'To: anna@example.org' "Reference: $reference" \
	'Your report has arrived at: Response Team of Testland' "$BELFRY_ADDRESS/follow" \
	'A person of our team reads it and answers you by' '+999 20 555 0100'
in_mail $two "Subject: New report $reference: Normal, TLP:AMBER" "Auto-Submitted: auto-generated" \
	'Category: A virus or strange program' 'Priority: Normal' 'Sharing: TLP:AMBER' \
	"$BELFRY_ADDRESS/desk/tickets/$reference"
not_in_mail $two anna@example.org
deliver "$today 07:31:05"
is "nothing is sent twice" "$(mails)" $((before + 2))

for language in ar fr; do
	begin "a reporter is told in $language, whatever the page was in"
	report name=Anna email=anna-$language@example.org description="$text" language=$language
	deliver "$today 07:30:05"
	number=$((before + 1))
	is "to them" "$(envelope $number)" "from <> to <anna-$language@example.org>"
	in_mail $number "Content-Language: $language" "$BELFRY_ADDRESS/$language/follow" "$reference"
	is "its bytes are as they should be" "$(mail $number --raw)" ""
	not_in_mail $number "$secret" "${secret// /}" "$text" Anna 'has arrived' 'What happens next'
done
number=$((before - 1))
in_mail $number 'وصل بلاغك'
is "Arabic has a part that runs from right to left" "$(mail $number --html | grep -o '<html lang="ar" dir="rtl">')" \
	'<html lang="ar" dir="rtl">'
is "French is text alone" "$(mail $((before + 1)) --html)" ""

for how in phone text page; do
	begin "who chose $how gets no mail"
	report name=Anna email=anna-$how@example.org contact_how=$how
	not_see 'The reference is also on its way'
	is "nothing to them" "$(outbox kind "recipient = 'anna-$how@example.org'")" ""
done
begin "who chose mail gets one"
report name=Anna email=anna-email@example.org contact_how=email
is "one" "$(outbox kind "recipient = 'anna-email@example.org'")" "received"
begin "who left nothing gets nothing"
report
not_see 'The reference is also on its way'
is "but the duty does" "$(outbox "kind, state" "made_at >= '$today'")" "arrived waiting"
is "by the full hour, as all that is kept of it" "$(outbox "made_at" "made_at >= '$today'")" "$today 07:00:00"

begin "nobody's mailbox is filled by the form"
change "INSERT INTO outbox (kind, ticket_id, recipient, language, message_id, made_at, ends_at, next_at)
	SELECT 'received', ticket.id, 'victim@example.org', 'en', CONCAT('x', seq, '@x'), '$today 07:00:00',
		'$today 08:00:00', '$today 07:00:00' FROM seq_1_to_9 JOIN ticket WHERE ticket.reference = '$reference'"
for i in 1 2; do
	report name=Anna email=victim@example.org "description=Report $i"
done
is "ten an hour" "$(outbox 'COUNT(*)' "recipient = 'victim@example.org'")" 10
deliver "$today 07:30:05"

begin "a flood of reports does not fill the duty's mailbox either"
with_mail "reports_per_address = 1"
for i in 1 2 3; do
	report name=Anna email=flood@example.org "description=Report $i"
	[ $i = 2 ] && told=$reference
done
is "what is held is not acknowledged" "$(outbox 'COUNT(*)' "recipient = 'flood@example.org'")" 1
is "and one notice an hour says that reports are held" "$(outbox 'COUNT(*)' "kind = 'arrived' AND made_at >= '$today'")" 2
deliver "$today 07:30:05"
in_mail "$(mails)" 'More reports are arriving than usual.'
person lena duty_lead
sign_in lena
get /desk/tickets/$reference
press 'Take into the queue'
is "who is taken up is told then" "$(outbox 'COUNT(*)' "recipient = 'flood@example.org'")" 2
get /desk/tickets/$told
press 'Take into the queue'
report name=Anna email=flood@example.org "description=Report 4"
is "and the next that is held has its notice" "$(outbox 'COUNT(*)' "kind = 'arrived' AND made_at >= '$today'")" 3

begin "an answer is announced, and not told"
report name=Anna email=anna@example.org description="$text"
deliver "$today 07:30:05"
person nora analyst
sign_in nora
get /desk/tickets/$reference
fill body='Turn the printer off and on again.'
press "Send reply"
status 200
post "/desk/tickets/$reference/reply" version="$(rows "SELECT version FROM ticket WHERE reference = '$reference'")" \
	body='And call us.'
is "one notice for two answers" "$(outbox "kind, state" "kind = 'answered'")" "answered waiting"
before=$(mails)
deliver "$today 07:32:00"
number=$((before + 1))
is "it goes" "$(mails)" $number
in_mail $number "Subject: There is an answer to your report $reference" 'Auto-Submitted: auto-generated' \
	'Sharing: TLP:AMBER' "$BELFRY_ADDRESS/follow"
not_in_mail $number 'Turn the printer' 'And call us.' nora "$secret" "$text"
get /desk/tickets/$reference
see 'The reporter was told by mail that the report arrived' 'The reporter was told by mail that there is an answer'

begin "whatever a team calls itself, a mail has the headers that were planned"
report name=$'Anna http://evil.example' email=hostile@example.org language=ar
before=$(mails)
change "UPDATE team SET short_name = CONCAT('A', CHAR(13, 10), 'Bcc: x@evil.example', CHAR(13, 10, 13, 10), 'B'),
	name = CONCAT('Team', CHAR(13, 10), '.', CHAR(13, 10), 'QUIT <a href=\"http://evil.example\">'),
	phone = CONCAT('1', CHAR(10), '.', CHAR(10))"
deliver "$today 07:30:05"
one=$((before + 1))
is "two mails" "$(mails)" $((before + 2))
is "for one reader" "$(envelope $one)" 'from <> to <hostile@example.org>'
is "with the planned headers" "$(mail $one --names)" "$planned"
is "in bytes as they should be" "$(mail $one --raw)" ""
is "the name looks like an address, and is left out" "$(mail $one | grep '^From: ')" 'From: report@cirt.example'
is "what looks like markup is text" "$(mail $one --html | grep -c '&lt;a href=')" 1
change "UPDATE team SET short_name = 'TEST-CIRT', name = 'Response Team of Testland', phone = '+999 20 555 0100'"

story "where no mail is sent"
now "2026-12-20 07:30:00"
report name=Anna email=anna@example.org
not_see 'The reference is also on its way'
get /privacy
not_see 'two kinds of mail go to it'
with_mail
get /privacy
see 'two kinds of mail go to it' 'Which mail went to which address is erased after 14 days.'

the_end
