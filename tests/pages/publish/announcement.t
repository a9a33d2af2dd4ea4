#!/bin/bash
# The announcement that the team begins its work: proposed, written, approved by somebody
# else, put out on its day with the pages that it names, and taken back.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

work_at() {
	env BELFRY_NOW="$1" timeout 60 "$BELFRY" work --once 2>>"$BELFRY_STATE/tmp/work.log"
}

events() {
	rows "SELECT GROUP_CONCAT(action ORDER BY id) FROM event WHERE object = 'announcement'"
}

person anna analyst
person lena duty_lead
person mike team_manager

story "nobody knows of it before it is written"
now '2026-11-24 08:00:00'
get /announcement
status 404
sign_in anna
get /desk/publish
click Announcement
see 'Nothing is written yet. A lead writes it.'
ask GET /desk/publish/announcement/edit
status 403
for path in edit approve take-back; do
	post /desk/publish/announcement/$path version=0
	status 403
done

story "a lead writes it from what is proposed"
now '2026-11-24 08:10:00'
change "REPLACE INTO team_text (language, name, value) VALUES ('en', 'mission', 'To keep the harbour open.'),
	('en', 'sponsor', 'Ministry of Harbours')"
sign_in lena
get /desk/publish/announcement
click 'Write it'
holds sponsor='Ministry of Harbours' title_en='Testland has a team for cyber incidents: Response Team of Testland'
see 'This is a proposal'
fill out='next monday'
press Save
status 422
see 'Write a day and a time as in 2026-11-30 08:00'
holds sponsor='Ministry of Harbours' out='next monday'
fill out='2026-11-30 09:00' title_en= sponsor=
press Save
status 422
see 'Enter a title' 'Say who announces it'
fill title_en=$'No\u202ew' body_en='First line.' sponsor='Ministry of Harbours'
press Save
status 422
see 'There are signs in it that nobody sees and that turn the direction of the text.'
fill title_en='Now <we> begin' body_en='First line.' title_fr='' body_fr='Sans titre.' sponsor='Ministry of Harbours'
press Save
status 422
see 'There is a text in this language. Enter a title too'
fill title_fr='Nous commençons' body_fr=
press Save
status 422
see 'There is a title in this language. Enter a text too'
fill body_fr='Première ligne.' title_ar= body_ar= title_es= body_es= title_ru= body_ru= title_zh= body_zh=
press Save
lands_on /desk/publish/announcement
see 'Saved. Another lead approves it now.' 'It waits for its approval' 'Now <we> begin' 'Nous commençons'
is "kept, as the team's clock says" "$(rows "SELECT state, out_at, version FROM announcement" | tr '\t' ' ')" 'draft 2026-11-30 06:00:00 1'
is "two languages" "$(rows 'SELECT COUNT(*) FROM announcement_text')" 2
press 'Approve it alone'
status 422
see 'Say why nobody else approves it'
work_at '2026-12-01 08:00:00'
is "what nobody approved does not come out" "$(rows 'SELECT state FROM announcement')" draft

story "somebody else approves it, and it comes out on its day"
now '2026-11-24 09:00:00'
sign_in anna
get /desk/publish/announcement
see 'A lead who did not write it approves it.' 'Now <we> begin'
sign_in mike
get /desk/publish/announcement
see 'You wrote nothing of it.'
press Approve
see 'Approved. It is put out when its time has come.' 'It is approved, and waits for its time' 'Approved by' mike
get /announcement
status 404
get /
not_see 'has begun its work'
work_at '2026-11-30 05:59:00'
is "not before" "$(rows 'SELECT state FROM announcement')" approved
change "UPDATE team SET opened_at = NULL"
work_at '2026-11-30 06:10:00'
is "nor while the public pages are closed" "$(rows 'SELECT state FROM announcement')" approved
change "UPDATE team SET opened_at = '2026-01-05 08:00:00', version = version + 1"
work_at '2026-11-30 06:20:00'
is "then it is out" "$(rows 'SELECT state FROM announcement')" out
is "on record" "$(events)" written,approved,released
as reader
now '2026-11-30 06:30:00'
get /
see 'Ministry of Harbours: TEST-CIRT has begun its work'
click 'TEST-CIRT has begun its work'
lands_on /announcement
see 'Now <we> begin' 'First line.' 'Ministry of Harbours' 'What to report, and how' 'Profile (RFC 2350)'
speak fr
get /announcement
see 'Nous commençons' 'Première ligne.'
speak ar
get /announcement
see 'Now <we> begin'
speak en
ask GET /sitemap.xml
see "$BELFRY_ADDRESS/announcement<"
now '2026-12-31 06:30:00'
get /
not_see 'has begun its work'
get /announcement
see 'Now <we> begin'

story "what is out is taken back before it is changed"
now '2026-12-01 08:00:00'
sign_in lena
get /desk/publish/announcement
see 'It is out' 'Look at the public page'
get /desk/publish/announcement/edit
lands_on /desk/publish/announcement
see 'It is out. Take it back before you change it.'
press 'Take it back'
see 'Taken back. Nobody reads it any more, and it can be changed.'
ask GET /announcement
status 404
get /desk/publish/announcement
click 'Change it'
holds title_en='Now <we> begin' out='2026-11-30 09:00'
fill title_en='Again'
press Save
fill why='Everybody else is at the harbour.'
press 'Approve it alone'
see 'Without a second person: Everybody else is at the harbour.'
work_at '2026-12-01 08:10:00'
now '2026-12-01 08:20:00'
get /announcement
see Again

story "without a day it comes out at once"
now '2026-12-01 09:00:00'
sign_in mike
get /desk/publish/announcement
press 'Take it back'
get /desk/publish/announcement/edit
fill out=
press Save
is "that is now" "$(rows 'SELECT out_at FROM announcement')" '2026-12-01 09:00:00'
fill why='Nobody is here.'
press 'Approve it alone'
work_at '2026-12-01 09:01:00'
is "out" "$(rows 'SELECT state FROM announcement')" out

story "two at once"
now '2026-12-02 08:00:00'
sign_in mike
get /desk/publish/announcement
press 'Take it back'
get /desk/publish/announcement/edit
as lena
now '2026-12-02 08:05:00'
sign_in lena
get /desk/publish/announcement/edit
fill title_en='By Lena'
press Save
as mike
fill title_en='By Mike'
press Save
status 409
see 'Somebody else saved this while you were writing' 'By Lena'
holds title_en='By Mike'
post /desk/publish/announcement/approve version=1 why=x
see 'Somebody changed it meanwhile. Read it as it is now.'
is "nothing was overwritten" "$(rows "SELECT title FROM announcement_text WHERE language = 'en'")" 'By Lena'

the_end
