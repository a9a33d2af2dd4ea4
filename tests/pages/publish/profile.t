#!/bin/bash
# A team that has nothing yet writes its profile: what Belfry says by itself, the
# sections, somebody else who reads them, a version, another version, and what is
# refused. What everybody then reads is in pages/public/profile.t.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

texts() {
	rows "SELECT COALESCE(GROUP_CONCAT(CONCAT(section, ' ', language, ' ', state)
		ORDER BY section, language), '') FROM profile_text"
}

events() {
	rows "SELECT GROUP_CONCAT(CONCAT(action, COALESCE(CONCAT(' ', to_value), '')) ORDER BY id SEPARATOR ', ')
		FROM event WHERE object = 'profile'"
}

# A code is good once: each story has its own minutes.
minutes=0
chapter() {
	story "$1"
	minutes=$((minutes + 2))
	now "2026-11-23 08:$(printf '%02d' $minutes):00"
}

chapter "nothing yet"
person lena duty_lead
person anna analyst
person omar analyst
sign_in anna
get /desk
click Publish
titled 'Publish'
click Profile
lands_on /desk/publish/profile
see 'Nothing is published yet.' '3.1 Mission Statement (English) says nothing yet.' \
	'There is no OpenPGP key with which people could write to you in secret by mail.' \
	'A duty lead or the team manager publishes it.' 'Filled in by Belfry'
not_asks_for changes
click 'Nothing yet: 4.2'
lands_on /desk/publish/profile/4-2/en
see 'Traffic Light Protocol' 'With whom you share what'
is "nothing is written by looking" "$(texts)" ''

chapter "written from what Belfry proposes"
as anna
sign_in anna
get /desk/publish/profile/3-1/en
press 'Begin with it'
lands_on /desk/publish/profile/3-1/en
see 'Saved.' Draft
is "as a draft" "$(texts)" '3.1 en draft'
get /desk/publish/profile
see '3.1 Mission Statement (English) is a draft and is left out.'
get /desk/publish/profile/preview/en
see '3.1 Mission Statement' 'Not available.' 'TLP:CLEAR'
not_see 'to prevent incidents'
get /desk/publish/profile/3-1/en
fill value='We help.' state=ready
press Save
see 'You wrote it; somebody else has to read it.'
post /desk/publish/profile/3-1/en/review version="$(rows 'SELECT version FROM profile_text')"
see 'You wrote this text; somebody else has to read it.'
is "nobody reviews what they wrote" "$(texts)" '3.1 en translated'
get /desk/publish/profile
see '3.1 Mission Statement (English) was not read by a second person.' 'Stops publishing:'
get /desk/publish/profile/preview/en
see 'We help.'

chapter "somebody else reads it"
sign_in omar
get /desk/publish/profile/3-1/en
press 'I have read it, and it is right'
lands_on /desk/publish/profile/3-1/en
see 'Reviewed.' omar
is "it is reviewed" "$(texts)" '3.1 en reviewed'
post /desk/publish/profile/3-1/en/review version=1
see 'The text has changed. Read it once more.'
post /desk/publish/profile/7/en/review version=1
status 404
# What stood there when somebody began to read does not stand there any more.
as anna
sign_in anna
get /desk/publish/profile/5-2/en
fill value='One thing.' state=ready
press Save
fill value= state=ready
press Save
fill value='Another thing.' state=ready
press Save
as omar
post /desk/publish/profile/5-2/en/review version=1
see 'The text has changed. Read it once more.'
is "nothing is reviewed that nobody read" "$(rows "SELECT CONCAT(state, version) FROM profile_text WHERE section = '5.2'")" \
	translated3
change "DELETE FROM profile_text WHERE section = '5.2'"

chapter "what is not taken"
sign_in omar
for wrong in 3-9/en 1-1/en 3/en 3-1/xx 3-1-1/en x/en; do
	get /desk/publish/profile/$wrong
	status 404
done
get /desk/publish/profile/2-5/en
fill value="$(printf 'x%.0s' {1..8001})" state=ready
press Save
status 422
holds state=ready
post /desk/publish/profile/7/en value='A text' version=0
status 422
see 'Say how far it is'
is "none of it is there" "$(texts)" '3.1 en reviewed'

chapter "two write at once"
sign_in anna
get /desk/publish/profile/3-1/en
as omar
sign_in omar
get /desk/publish/profile/3-1/en
fill value='We help everybody.' state=ready
press Save
as anna
fill value='We help all.' state=ready
press Save
status 409
see 'Somebody else saved this while you were writing' 'We help everybody.'
holds value='We help all.'
is "nothing is overwritten" "$(rows "SELECT value FROM profile_text")" 'We help everybody.'
press Save
lands_on /desk/publish/profile/3-1/en
is "but by decision" "$(rows "SELECT value FROM profile_text")" 'We help all.'
as omar
get /desk/publish/profile/3-1/en
as anna
get /desk/publish/profile/3-1/en
fill value='We help all, at once.' state=ready
press Save
as omar
fill value="$(printf 'x%.0s' {1..8001})" state=ready
press Save
status 422
fill value='We help some.' state=ready
press Save
status 409
see 'We help all, at once.'
is "a mistake in a stale form does not make it fresh" "$(rows "SELECT value FROM profile_text")" 'We help all, at once.'
change "UPDATE profile_text SET value = 'We help all.'"

chapter "a translation, and what is older than it says"
sign_in omar
get /desk/publish/profile/3-1/fr
see 'We help all.' 'To be translated'
fill value='Nous aidons tout le monde, partout dans le pays.' state=ready
press Save
get /desk/publish/profile
not_see 'translates an older text'
as anna
sign_in anna
get /desk/publish/profile/3-1/en
fill value='We help all people and bodies.' state=ready
press Save
get /desk/publish/profile
see '3.1 Mission Statement (Français) translates an older text.' 'Older than the original'
get /desk/publish/profile/3-1/fr
see 'It was changed since the translation below was made.'

chapter "mistakes that can be seen in the texts"
sign_in anna
get /desk/publish/profile/3-2/en
fill value='We serve the people of Kenya until 2031-01-01.
3.3 Sponsorship' state=ready
press Save
get /desk/publish/profile/3-2/ar
fill value='We serve the people of this country.' state=ready
press Save
get /desk/publish/profile
see '3.2 Constituency (English) names another country: Kenya.' \
	'3.2 Constituency (English) names a day that has not come yet.' \
	'3.2 Constituency (English) has numbers of sections in it; they are put there by Belfry.' \
	'3.2 Constituency (العربية) seems to be in another language.'
change "UPDATE team SET country = 'Kenya'"
get /desk/publish/profile
not_see 'names another country'
change "UPDATE team SET country = 'Testland'"
get /desk/publish/profile/3-2/en
fill value='Nigeria is not Niger.' state=ready
press Save
get /desk/publish/profile
see 'names another country: Niger.'
change "DELETE FROM profile_text WHERE section = '3.2'"

chapter "publishing against a finding wants a reason, and a lead"
sign_in anna
post /desk/publish/profile changes=First digest=x reason=None
status 403
as lena
sign_in lena
get /desk/publish/profile
press Publish
status 422
see 'Say in a sentence what is new'
fill changes='The first version.'
press Publish
status 422
see 'Something speaks against it. Mend it, or say why it is published all the same'
holds changes='The first version.'
is "nothing was published" "$(rows 'SELECT COUNT(*) FROM profile_version')" 0
fill reason='Omar is away; read next week.'
press Publish
lands_on /desk/publish/profile
see 'Published. Everybody reads the new version now.' 'Version 1' 'The first version.'
not_see 'its signature follows'
get /rfc2350
see 'As plain text:'
not_see 'rfc2350.txt.asc' 'The signed text is signed'
is "by whom, and why" "$(rows "SELECT reason FROM profile_release WHERE account_id =
	(SELECT id FROM account WHERE email LIKE 'lena@%')")" 'Omar is away; read next week.'

chapter "what was looked at is what is published"
sign_in lena
get /desk/publish/profile
as omar
sign_in omar
get /desk/publish/profile/3-1/en
press 'I have read it, and it is right'
get /desk/publish/profile/7/en
fill value='No warranty.' state=ready
press Save
as lena
fill changes='Another.' reason='A reason.'
press Publish
status 422
see 'Somebody changed the profile meanwhile. Look at it once more and publish then'
as anna
sign_in anna
get /desk/publish/profile/7/en
press 'I have read it, and it is right'
as lena
get /desk/publish/profile
not_see 'Stops publishing:'
not_asks_for reason
fill changes='Disclaimers.'
press Publish
lands_on /desk/publish/profile
is "a second version" "$(rows "SELECT CONCAT(number, ' ', changes) FROM profile_version ORDER BY number DESC LIMIT 1")" \
	'2 Disclaimers.'
click 'Version 2' versions
lands_on /desk/publish/profile/versions/2
see 'No warranty.' 'Not available.' 'Version 1'
get /desk/publish/profile/versions/1
see 'This is the first version.'
get /desk/publish/profile/versions/9
status 404
is "history has it" "$(events | grep -o 'published_anyway, .*published' | head -c 16)" 'published_anyway'

chapter "what the team changes elsewhere makes the published version old"
sign_in lena
get /desk/publish/profile
not_see 'is not current any more'
change "UPDATE team SET phone = '+254 20 1112222'"
get /desk/publish/profile
see 'Version 2 is not current any more: 2.4, 2.11. Publish a new one.'
fill changes='Another number.'
press Publish
lands_on /desk/publish/profile
not_see 'is not current any more'
get /rfc2350
see '+254 20 1112222'

story "a translation says a text as well after that was read"
change "DELETE FROM profile_text; INSERT INTO profile_text (section, language, value, state, says, version, changed_at, account_id)
	VALUES ('3.1', 'en', 'To keep the harbour.', 'translated', 0, 4, '2026-11-20', 1),
	       ('3.1', 'fr', 'Garder le port.', 'translated', 4, 9, '2026-11-20', 1)"
person rita duty_lead
now '2026-11-25 08:00:00'
sign_in rita
get /desk/publish/profile/3-1/en
press 'I have read it, and it is right'
is "still of that text" "$(rows "SELECT GROUP_CONCAT(language, says, version ORDER BY language) FROM profile_text")" 'en05,fr59'
get /desk/publish/profile
not_see 'translates an older text'

story "a text that is taken away, and one that nobody looked at for a year"
now '2028-01-10 08:00:00'
sign_in anna
get /desk/publish/profile/7/en
fill value= state=ready
press Save
is "it is gone" "$(rows "SELECT COUNT(*) FROM profile_text WHERE section = '7' AND value <> ''")" 0
get /desk/publish/profile
see '7 Disclaimers (English) says nothing yet.' 'The last version is from 23 November 2026.'

story "before there is a team"
now '2028-01-10 09:00:00'
sign_in lena
change 'SET FOREIGN_KEY_CHECKS = 0; DELETE FROM team'
get /desk/publish/profile
status 200
see '3.1'
get /desk/publish/profile/3-1/en
status 200

the_end
