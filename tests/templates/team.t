#!/bin/bash
# The public pages with a team that has everything odd, or nothing at all.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 10:00:00'
pages=(/ /contact /about /guidelines /services /partners /programme /threat-model /privacy /accessibility /report /report/who
	/follow /nothing)
markup="<script>alert('x')</script> & \"quoted\" {odd_hole} <?cs var:token ?>"
long=$(printf 'Very-long-name%.0s' {1..14})

each_page() {
	local language path

	for language in en fr ar; do
		speak $language
		for path in "${pages[@]}"; do
			get $path
			"$@"
		done
		report
		"$@"
		get /follow
		fill reference="$reference" secret="$secret"
		press 'Open the report'
		lands_on /follow/ticket
		"$@"
	done
}

sees_markup() {
	see "$markup"
}

made_team=yes
story "an installation whose team has not said who it is"
for language in en fr ar; do
	speak $language
	for path in "${pages[@]}" /vulnerability; do
		get $path
		status 404
		see 'These pages are not open yet'
	done
	post /report/who reporting_for=myself
	see 'These pages are not open yet'
done

team
story "a team with markup in everything"
change "UPDATE team SET name = $(quoted "$markup"), short_name = $(quoted "${markup:0:40}"), email = 'a&b@x.example', address = $(quoted "$markup"),
	privacy_contact = $(quoted "$markup"), complaint_body = $(quoted "$markup");
	UPDATE hotline SET name = $(quoted "${markup:0:100}"), note = $(quoted "$markup");
	INSERT INTO team_text (language, name, value) VALUES ('en', 'about', $(quoted "$markup")),
		('en', 'help_yes', $(quoted "$markup")), ('en', 'help_no', $(quoted "$markup"))"
each_page sees_markup
speak en
for path in / /report; do
	get $path
	sees_markup
done

story "a team with very long names, one of its texts in one language only"
change "UPDATE team SET name = '${long:0:200}', short_name = '${long:0:40}', address = '${long:0:400}',
	phone = '+999 20 555 0100 0100 0100', privacy_contact = '${long:0:250}';
	UPDATE hotline SET name = '${long:0:100}', note = '${long:0:200}';
	UPDATE team_text SET language = 'fr', value = '$long'"
each_page see "${long:0:200}"

story "a team that says nothing that it need not say"
change "UPDATE team SET name = 'T', short_name = 'T', phone = '', emergency_phone = '', email = '', address = '',
	privacy_contact = '', complaint_body = ''; DELETE FROM team_text; DELETE FROM hours; DELETE FROM hotline"
each_page :

story "a team that never sleeps, and one that is there for a minute"
change "INSERT INTO hours VALUES (1, '00:00:00', '24:00:00'), (2, '12:00:00', '12:01:00'), (2, '13:00:00', '24:00:00')"
each_page :

the_end
