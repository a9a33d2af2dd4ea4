#!/bin/bash
# Invitations and ways to a new password by mail: nobody but the mailbox sees the
# link; three an hour; the same for an address that nobody has.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/account.sh"
. "$BELFRY_SOURCE/tests/pages/mail.sh"

mail_server

# The link of mail N, without our host, in $link.
read_link() {
	link=$(mail "$1" | sed -n "s|^$BELFRY_ADDRESS||p" | grep -E '/(invite|password)/[A-Za-z0-9_-]{43}$')
	not_logged "${link##*/}"
}

for language in en fr ar; do
	story "an invitation, in $language"
	with_mail
	now '2026-11-24 08:00:00'
	person adam-$language administrator
	as adam-$language
	speak $language
	sign_in adam-$language
	before=$(mails)
	get /admin/accounts
	fill name='Leïla <b>Haddad</b>' email=leila-$language@cirt.example roles=constituent
	press Invite
	lands_on /admin/accounts
	see 'The invitation is on its way by mail. It works once, for half an hour.' leila-$language@cirt.example
	is "no page has a link" "$(page | grep -cE '/invite/')" 0
	deliver '2026-11-24 08:00:30'
	number=$((before + 1))
	is "one mail to them" "$(mails) $(envelope $number)" \
		"$number from <report@cirt.example> to <leila-$language@cirt.example>"
	in_mail $number 'Subject: Your invitation to TEST-CIRT' 'Auto-Submitted: auto-generated' "$BELFRY_ADDRESS/password"
	not_in_mail $number 'Haddad'
	read_link $number
	as leila-$language
	get "$link"
	status 200
	fill password="$new"
	press 'Save password'
	lands_on /account
	get "$link"
	status 404
done
is "the database has the link nowhere" "$(sql belfry --execute 'SELECT * FROM outbox; SELECT * FROM credential_link' |
	grep -cF -e "${link##*/}")" 0

story "a new password"
with_mail
now '2026-11-25 08:00:00'
person hugo constituent
before=$(mails)
get /password
see 'Tell us the address you sign in with. A link to a new password is mailed to it.'
fill email=HUGO@cirt.example
press 'Ask for a new password'
titled 'Look into your mail'
see 'If there is an account with this address, a link to a new password is on its way to it.'
known=$(page_and_work)
get /password
fill email=nobody@cirt.example
press 'Ask for a new password'
unknown=$(page_and_work)
holds_true "the same page for the same work" test "$known" = "$unknown"
deliver '2026-11-25 08:00:10'
is "one mail" "$(mails)" $((before + 1))
read_link $((before + 1))
first=$link
in_mail $((before + 1)) 'Subject: A new password for your account at TEST-CIRT' \
	'You did not ask for it? Then do nothing, and your password stays as it is.'
now '2026-11-25 08:05:00'
get /password
fill email=hugo@cirt.example
press 'Ask for a new password'
deliver '2026-11-25 08:05:10'
read_link $((before + 2))
get "$first"
status 404
get "$link"
status 200
fill password="$new"
press 'Save password'
lands_on /login/code
deliver '2026-11-25 08:06:00'
is "and they hear that it was changed" "$(mails)" $((before + 3))
in_mail $((before + 3)) 'Subject: Your password at TEST-CIRT was changed'

story "three an hour to one account, however it is written and from wherever"
with_mail
now '2026-11-25 10:30:00'
before=$(mails)
number=0
for address in ivan@cirt.example IVAN@cirt.example ' ivan@cirt.example' ivan@CIRT.example ivan@cirt.example \
	Ivan@Cirt.Example; do
	[ $number != 0 ] || person ivan constituent
	number=$((number + 1))
	from "10.0.$number.1"
	get /password
	fill email="$address"
	press 'Ask for a new password'
	titled 'Look into your mail'
done
deliver '2026-11-25 10:30:10'
is "three" "$(mails)" $((before + 3))
now '2026-11-25 10:59:59'
get /password
fill email=ivan@cirt.example
press 'Ask for a new password'
now '2026-11-25 11:00:00'
get /password
fill email=ivan@cirt.example
press 'Ask for a new password'
deliver '2026-11-25 11:00:10'
is "also where one hour meets the next" "$(rows "SELECT MAX(n) FROM (SELECT (SELECT COUNT(*) FROM outbox AS b
	WHERE b.recipient = a.recipient AND b.made_at > a.made_at - INTERVAL 1 HOUR AND b.made_at <= a.made_at) AS n
	FROM outbox AS a WHERE recipient = 'ivan@cirt.example') AS x")" 3
now '2026-11-25 11:31:00'
get /password
fill email=ivan@cirt.example
press 'Ask for a new password'
is "and then again" "$(rows "SELECT COUNT(*) FROM outbox WHERE recipient = 'ivan@cirt.example' AND state = 'waiting'")" 1

story "a closed account, and one without a password"
with_mail
now '2026-11-26 08:00:00'
person jana analyst
change "UPDATE account SET disabled_at = '2026-11-26' WHERE id = $person"
person kurt constituent
change "UPDATE account SET password = NULL WHERE id = $person"
before=$(mails)
for name in jana kurt; do
	get /password
	fill email=$name@cirt.example
	press 'Ask for a new password'
	titled 'Look into your mail'
done
deliver '2026-11-26 08:00:10'
is "one mail, which invites" "$(mails) $(mail $((before + 1)) | grep -c 'Subject: Your invitation')" "$((before + 1)) 1"

story "a link is not mailed when it is dead"
with_mail
now '2026-11-26 09:00:00'
person lara constituent
get /password
fill email=lara@cirt.example
press 'Ask for a new password'
before=$(mails)
behave 'rcpt 451 later'
for minute in 00 01 02 10 20; do
	deliver "2026-11-26 09:$minute:30"
done
behave
deliver '2026-11-26 09:31:30'
is "nothing was sent" "$(mails)" "$before"
is "it was given up" "$(rows "SELECT state FROM outbox WHERE recipient = 'lara@cirt.example'")" given_up
person adele administrator
sign_in adele
get '/admin/mail?state=given_up'
see lara@cirt.example 'Its link is dead.'

story "an administrator makes more links than are mailed"
with_mail
now '2026-11-26 12:00:00'
person milo constituent
milo=$person
person anton administrator
sign_in anton
for n in 1 2 3; do
	post "/admin/accounts/$milo/link"
	lands_on /admin/accounts
	see 'A link to a new password is on its way by mail. It works once, for half an hour.'
done
post "/admin/accounts/$milo/link"
status 200
see 'Give this address to the person yourself. It works once, for half an hour, and is not shown again.'
remember shown "$BELFRY_ADDRESS(/password/[A-Za-z0-9_-]{43})"
not_logged "${shown##*/}"

the_end
