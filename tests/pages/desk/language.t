#!/bin/bash
# The desk in another language: it stays in it, the filter stays, and what
# reads from left to right does so in Arabic too.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 08:00:00'
no_reference=$(perl -0777 -ne 's/"\s+"//g; print $1 if /N_\("(That is no reference[^"]*)"/' \
	"$BELFRY_SOURCE/app/pages/desk/queue.c")
story "from one language to the next, with the filter"
person Anna analyst
report
sign_in Anna
session=$(cookie belfry_session)
get '/desk/queue?owner=nobody&priority=normal'
click Français
is "the address" "$(page | grep -o '<html lang="fr" dir="ltr">')" '<html lang="fr" dir="ltr">'
order lands_on '/fr/desk/queue?owner=nobody&priority=normal'
click العربية
order lands_on '/ar/desk/queue?owner=nobody&priority=normal'
is "Arabic reads from the right" "$(page | grep -o '<html lang="ar" dir="rtl">')" '<html lang="ar" dir="rtl">'
click English
lands_on '/desk/queue?owner=nobody&priority=normal'

for language in ar fr; do
	story "what is done stays in $language"
	as Anna
	set_cookie belfry_session "$session"
	speak $language
	get /desk/queue
	see 'Open tickets, by first answer due'
	get "/desk/tickets/$reference"
	lands_on "/desk/tickets/$reference"
	is "the reference is not turned round" \
		"$(page | grep -oE '<(bdi|span|code|a|b)[^>]*dir="ltr"[^>]*>'"$reference" | wc -l | sed 's/[1-9][0-9]*/some/')" some
	press 'Take it' /take
	lands_on "/desk/tickets/$reference"
	see 'The ticket is yours.'
	fill body=
	press 'Send reply'
	status 422
	see 'There is a problem' 'Write something before you send it'
	press 'Give it back' /release
	lands_on "/desk/tickets/$reference"
	fill reference=nothing
	press Go
	lands_on /desk/queue
	see "$no_reference"
	fill reference="$reference"
	press Go
	lands_on "/desk/tickets/$reference"
	get /desk
	lands_on /desk/queue
	get /desk/tickets/TESTCIRT-2026-ZZZZZZP
	status 404
	titled 'There is no such page'
	get /admin/accounts
	status 403
	titled 'This page is not open to you'
done

for language in ar fr; do
	now '2026-11-23 0'"$([ $language = ar ] && echo 8 || echo 9)"':30:00'
	story "signing in on the way, in $language"
	speak $language
	get "/desk/tickets/$reference"
	lands_on "/login?next=%2Fdesk%2Ftickets%2F$reference"
	titled 'Sign in'
	fill email=Anna@cirt.example password="$password"
	press 'Sign in'
	order fill_code JOEK5P7EBU7GENETLANSJDSTEU6LX56O
	press Continue
	lands_on "/desk/tickets/$reference"
	press 'Sign out'
	lands_on /login
	see 'You are signed out.'
done

the_end
