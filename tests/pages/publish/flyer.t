#!/bin/bash
# The flyer at the desk: what there is of it in each language, what is too long for one
# page, and what could not be drawn.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/printed.sh"

made() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', language, made_at) ORDER BY language) FROM printed WHERE kind = 'flyer'"
}
failed() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', language, failed, tries, next_at) ORDER BY language) FROM printing WHERE kind = 'flyer'"
}

story "for the team alone"
now '2026-11-24 08:00:00'
ask GET /desk/publish/flyer
status 303

for language in en fr ar; do
	story "not made yet, in $language"
	now '2026-11-24 08:00:00'
	person anna-$language analyst
	as anna-$language
	speak $language
	sign_in anna-$language
	get /desk/publish
	click Flyer
	lands_on /desk/publish/flyer
	titled Flyer
	see 'Not made yet.' 'No PDFs are made.'
done

story "made, and made anew when something changes"
team languages=en,fr
clock='2026-11-24 09:00:00'
now "$clock"
print 3
is "in the languages that are offered" "$(made)" 'en 2026-11-24 09:00:00,fr 2026-11-24 09:00:00'
clock='2026-11-25 09:00:00'
print 2
is "nothing has changed" "$(made)" 'en 2026-11-24 09:00:00,fr 2026-11-24 09:00:00'
change "INSERT INTO team_text (language, name, value) VALUES ('fr', 'mission', 'Aider.')"
print 2
is "a text of one language" "$(made)" 'en 2026-11-24 09:00:00,fr 2026-11-25 09:00:00'
change "INSERT INTO service_offer (service_id, state) VALUES ((SELECT MIN(id) FROM service), 'running')"
clock='2026-11-26 09:00:00'
print 2
is "a service concerns all" "$(made)" 'en 2026-11-26 09:00:00,fr 2026-11-26 09:00:00'
fetch /fr/flyer.pdf
in_pdf 'Aider.'
team 'phone=+999 20 555 0199'
clock='2026-11-27 09:00:00'
print 2
fetch /flyer.pdf
in_pdf '+999 20 555 0199' '27 November 2026' "$(rows 'SELECT label FROM service ORDER BY id LIMIT 1')"
now "$clock"
person mike team_manager
sign_in mike
get /desk/publish/flyer
see 'Look at it (PDF)' 'Français'
not_see 'Not made yet.'

story "long texts: smaller letters first, then it says what is too long"
clock='2026-11-28 09:00:00'
now "$clock"
change "INSERT INTO team_text (language, name, value) VALUES ('en', 'mission', '$(printf 'Helping where we can. %.0s' {1..60})')"
print 1
fetch /flyer.pdf
is "one page still" "$(pages)" 1
in_pdf 'Helping where we can.'
change "UPDATE team_text SET value = REPEAT('Helping where we can. ', 300) WHERE language = 'en' AND name = 'mission'"
clock='2026-11-29 09:00:00'
print 1
fetch /flyer.pdf
in_pdf '28 November 2026'
is "the one before is kept" "$(rows "SELECT CONCAT(failed, tries) FROM printing")" long1
print 1
clock='2026-12-09 09:00:00'
print 1
is "the same is not tried again" "$(rows "SELECT CONCAT(failed, tries) FROM printing")" long1
now '2026-11-29 09:10:00'
person nora duty_lead
sign_in nora
get /desk/publish
see 'These could not be made as PDF' 'There is more text than fits on one page.'
get /desk/publish/flyer
see 'It could not be made anew:' 'Shorten the longest of these:' 'Mission: 6600 characters' 'Address: 11 characters' \
	'An administrator can change them'
change "UPDATE team_text SET value = 'Helping.' WHERE language = 'en' AND name = 'mission'"
clock='2026-12-09 09:10:00'
print 1
is "shorter, it fits" "$(rows "SELECT COUNT(*) FROM printing")" 0
fetch /flyer.pdf
in_pdf 'Helping.' '9 December 2026'

story "what cannot be drawn is tried again, later and later"
team 'phone=+999 20 555 0177'
clock='2026-12-10 09:00:00'
print 1 /nowhere/weasyprint
is "there is no program" "$(failed)" 'en program 1 2026-12-10 09:01:00'
clock='2026-12-10 09:01:00'
print 1 /bin/false
is "it fails" "$(failed)" 'en broken 2 2026-12-10 09:06:00'
now '2026-12-10 09:02:00'
person olga analyst
sign_in olga
get /desk/publish
see 'The program that draws it failed; the log of the jobs says how.' 'Tried again:'
get /desk/publish/flyer
see 'It could not be made anew:'
clock='2026-12-10 09:05:00'
print 1
is "not before its time" "$(failed)" 'en broken 2 2026-12-10 09:06:00'
clock='2026-12-10 09:06:00'
print 2
is "then it is made" "$(failed)$(made)" 'NULLen 2026-12-10 09:06:00,fr 2026-12-10 09:05:00'
fetch /flyer.pdf
in_pdf '+999 20 555 0177'
get /desk/publish
not_see 'These could not be made as PDF'

# Those of a program that was told to fail.
expect_errors 'PDF|printed'
the_end
