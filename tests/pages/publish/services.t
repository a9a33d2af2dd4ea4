#!/bin/bash
# What the team offers, kept at the desk: read by all of it, changed by a lead.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

events() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', action, from_value, to_value) ORDER BY id SEPARATOR ', ')
		FROM event WHERE object = 'service' AND object_id = $1"
}

for language in en fr ar; do
	story "an analyst reads the catalogue, in $language"
	now '2026-11-24 08:00:00'
	person anna-$language analyst
	as anna-$language
	speak $language
	sign_in anna-$language
	get /desk/publish/services
	titled Services
	see 'Incident report acceptance' 'Exercises' 'Not offered' 'Knowledge transfer'
	is "all of it" "$(page | grep -c '^<tr><td>')" "$(rows 'SELECT COUNT(*) FROM service')"
	holds_true "and no way to change it" test "$(page | grep -c 'services/61')" = 0
	ask GET /desk/publish/services/61
	status 403
	ask POST /desk/publish/services/61 token="$(token)" state=running version=0
	status 403
	is "nothing is kept" "$(rows 'SELECT COUNT(*) FROM service_offer')" 0
done

for language in en fr ar; do
	story "a lead says how a service stands, in $language"
	change 'DELETE FROM service_offer; DELETE FROM service_text; DELETE FROM event WHERE object = "service"'
	now '2026-11-24 09:00:00'
	person lena-$language duty_lead
	as lena-$language
	speak $language
	sign_in lena-$language
	get /desk/publish/services
	click Change services/61
	lands_on /desk/publish/services/61
	holds state=none since_on=
	fill state=running audience=everybody hours=open since_on=٢٠٢٦-٠١-٠٥ words_en=' We read all. ' words_ar='نقرأ الكل.'
	press Save
	lands_on /desk/publish/services
	see 'Saved.' Running Everybody
	is "it is kept" "$(rows "SELECT CONCAT_WS('|', state, audience, hours, since_on, version) FROM service_offer
		WHERE service_id = 61")" 'running|everybody|open|2026-01-05|1'
	is "in two languages" "$(rows "SELECT GROUP_CONCAT(language, '=', value ORDER BY language) FROM service_text")" \
		'ar=نقرأ الكل.,en=We read all.'
	is "and on record" "$(events 61)" 'state none running, saved 0 1'
	get /desk/publish/services/61
	holds state=running audience=everybody hours=open since_on=2026-01-05 words_en='We read all.' words_ar='نقرأ الكل.'
	fill state=planned audience= words_ar=
	press Save
	is "changed again" "$(events 61)" 'state none running, saved 0 1, state running planned, saved 1 2'
	is "words taken away" "$(rows 'SELECT GROUP_CONCAT(language) FROM service_text')" en

	story "what is not right is said and kept, in $language"
	as lena-$language
	speak $language
	now '2026-11-24 09:05:00'
	sign_in lena-$language
	for day in 2026-02-30 05.01.2026 2026 tomorrow 2026-1-5; do
		get /desk/publish/services/62
		fill state=planned since_on=$day words_en='Kept.'
		press Save
		status 422
		see 'Enter the day as in 2026-01-05, or leave this empty'
		holds state=planned since_on=$day words_en='Kept.'
	done
	post /desk/publish/services/62 version=0
	status 422
	see 'Choose how it stands'
	post /desk/publish/services/62 version=0 state=elsewhere
	status 422
	post /desk/publish/services/62 version=0 state=running words_en="$(printf 'x%.0s' {1..601})"
	status 422
	is "nothing is kept" "$(rows 'SELECT COUNT(*) FROM service_offer WHERE service_id = 62')" 0
	ask GET /desk/publish/services/60
	status 404
	post /desk/publish/services/60 state=running version=0
	status 404
done

story "two leads at once"
now '2026-11-24 10:00:00'
person olga team_manager
sign_in olga
get /desk/publish/services/65
as pia
person pia duty_lead
sign_in pia
get /desk/publish/services/65
fill state=running audience=teams words_en='Ours.' words_fr='La nôtre.'
press Save
lands_on /desk/publish/services
as olga
fill state=stopped words_en='Mine.'
press Save
status 409
see 'Somebody else saved this while you were writing' Running 'Other security teams' 'Ours.' 'La nôtre.'
holds state=stopped words_en='Mine.'
is "nothing was overwritten" "$(rows "SELECT CONCAT(state, version) FROM service_offer WHERE service_id = 65")" running1
press Save
lands_on /desk/publish/services
is "sending it again is a decision" "$(rows "SELECT CONCAT(state, version) FROM service_offer WHERE service_id = 65")" stopped2

the_end
