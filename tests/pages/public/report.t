#!/bin/bash
# Reporting an incident, page by page: skipped, filled, changed, in each language.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 07:30:20'

sent() {
	titled 'Your report has arrived'
	arrived
}

for language in en fr ar; do
	story "a frightened person answers only what must be, in $language"
	speak "$language"
	get /report
	click Start
	lands_on /report/who
	press Continue
	status 422
	titled 'Error:'
	see 'There is a problem' 'Choose who you are reporting for'
	fill reporting_for=witness
	press Continue
	lands_on /report/what
	press Continue
	status 422
	see 'Choose what happened, or the last choice'
	fill category=unsure
	press Continue
	lands_on /report/story
	not_asks_for headers
	press Continue
	status 422
	see 'Tell us what happened, even if it is one sentence'
	fill description='My screen is red.'
	press Continue
	lands_on /report/when
	see 'You can leave all of this empty.'
	press Continue
	lands_on /report/affected
	press Continue
	lands_on /report/impact
	press Continue
	lands_on /report/help
	press Continue
	lands_on /report/files
	press Continue
	lands_on /report/contact
	see 'What we do with your name and address'
	press Continue
	lands_on /report/sharing
	press Continue
	lands_on /report/check
	see 'Check your answers' 'I only want to tell you what I saw' 'Something else, or I am not sure' \
		'My screen is red.' 'Not provided'
	press 'Send report'
	sent
	see 'Do not delete anything that could show what happened.'
	is "channel, category, sharing, language, when" \
		"$(stored "CONCAT_WS(' ', channel, category, tlp, language, state, place, opened_at, ticket_id)")" \
		"web unsure amber $language new open 2026-11-23 07:00:00"
	is "nothing but what was answered" "$(answered)" "reporting_for=witness"

	story "a ministry answers everything, in $language"
	speak "$language"
	get /report/who
	fill reporting_for=government
	press Continue
	fill category=message
	press Continue
	lands_on /report/story
	fill description=$'First line <b>\n\nSecond & last line' headers=$'From: x@example.org\nTo: y@example.org'
	press Continue
	fill ongoing=yes noticed-day=20 noticed-month=11 noticed-year=2026 started='last summer'
	press Continue
	fill affected=computer affected=email data_impact=personal data_impact=passwords \
		indicators='hxxp://bad[.]example/x'
	press Continue
	fill service_impact=badly people=11-100 loss='1,250.5' loss_currency=EUR deliberate=unknown crossborder=no
	press Continue
	fill done='Cables pulled.' want=advice want=takedown told=police told_reference='P-17/26'
	press Continue
	attach files "$BELFRY_SOURCE/LICENSE"
	press Continue
	lands_on /report/contact
	fill org_name='Ministry of Tests' org_sector=government org_id='MT 1' on_behalf=yes name='Anna Berg' \
		role='Officer' email='anna@example.org' phone='+999 20 555 0199' contact_how=phone \
		contact_note='After six' language=fr
	press Continue
	fill sharing=organisation
	press Continue
	lands_on /report/check
	see 'A government body' 'A suspicious e-mail, message or call' 'First line <b>' 'Second & last line' \
		'From: x@example.org' 'last summer' 'Computer or phone' 'E-mail account' 'Yes, personal data' \
		'Yes, passwords or keys' 'hxxp://bad[.]example/x' 'Badly, part of it has stopped' '11–100' '1250.50' 'EUR' \
		'Cables pulled.' 'Advice' 'Take down a website' 'Police' 'P-17/26' 'Ministry of Tests' 'Government' \
		'MT 1' 'Anna Berg' 'Officer' 'anna@example.org' '+999 20 555 0199' 'By phone' 'After six' 'Français' \
		'My organisation and you'
	not_see 'Not provided'
	press 'Send report'
	sent
	see 'Do not answer, and do not open links or attachments in it.'
	is "who and when" \
		"$(stored "CONCAT_WS('|', tlp, language, name, email, phone, organisation, opened_at)")" \
		"amber+strict|fr|Anna Berg|anna@example.org|+999 20 555 0199|Ministry of Tests|2026-11-23 07:30:20"
	is "the other answers" "$(answered)" "affected=computer,email;contact_how=phone;contact_note=After six;\
crossborder=no;data_impact=personal,passwords;deliberate=unknown;done=Cables pulled.;\
headers=From: x@example.org\nTo: y@example.org;indicators=hxxp://bad[.]example/x;language=fr;loss=1250.50;loss_currency=EUR;\
noticed=2026-11-20;on_behalf=yes;ongoing=yes;org_id=MT 1;org_sector=government;people=11-100;\
reporting_for=government;role=Officer;service_impact=badly;sharing=organisation;started=last summer;\
told=police;told_reference=P-17/26;want=advice,takedown"
done

story "answers are changed on the page where they are checked"
get /report/who
fill reporting_for=business
press Continue
fill category=malware
press Continue
fill description='It began on Monday.'
press Continue
get /report/contact
fill org_name='Small Shop' name='Bert' email='bert@example.org'
press Continue
get /report/check
see 'Small Shop' 'A virus or strange program'
click 'Change: What happened?'
lands_on '/report/what?change=1'
see 'Back to your answers'
holds category=malware
fill category=ransomware
press Continue
lands_on /report/check
see 'My files are locked or someone demands money'
not_see 'A virus or strange program'
click 'Change: Tell us what happened'
holds description='It began on Monday.'
click 'Back to your answers'
lands_on /report/check
click 'Change: Tell us what happened'
fill description=
press Continue
status 422
see 'Back to your answers'
fill description='It began on Tuesday.'
press Continue
lands_on /report/check
see 'It began on Tuesday.'
click 'Change: E-mail address we can safely use'
holds name=Bert email=bert@example.org org_name='Small Shop'
fill name= email=
press Continue
lands_on /report/check
not_see 'bert@example.org'
click 'Change: Who are you reporting for?'
fill reporting_for=myself
press Continue
lands_on /report/check
not_see 'Small Shop' 'Name of the organisation'
press 'Send report'
sent
is "an answer that is no longer asked for is not sent" "$(stored "CONCAT('[', IFNULL(organisation, ''), ']')")" "[]"
is "and neither are the others" "$(answered)" "reporting_for=myself"

story "organisations are asked more than persons"
get /report/who
fill reporting_for=myself
press Continue
get /report/affected
not_asks_for indicators
get /report/impact
not_asks_for service_impact
asks_for people loss
get /report/contact
not_asks_for org_name org_sector org_id role on_behalf
asks_for name email phone
for whom in business government; do
	get /report/who
	holds "reporting_for=$([ $whom = business ] && echo myself || echo business)"
	fill reporting_for=$whom
	press Continue
	lands_on /report/what
	get /report/affected
	asks_for indicators
	get /report/impact
	asks_for service_impact
	get /report/contact
	asks_for org_name org_sector org_id role on_behalf
done
get /report/who
fill reporting_for=someone
press Continue
get /report/contact
asks_for on_behalf
not_asks_for org_name role

story "the source of a message is asked for messages only"
get /report/who
fill reporting_for=myself
press Continue
fill category=message
press Continue
asks_for headers
get /report/what
fill category=outage
press Continue
lands_on /report/story
not_asks_for headers

story "who reports for an essential service is asked to call"
get /report/who
fill reporting_for=essential
press Continue
lands_on /report/other-way
titled 'Call us first'
see '+999 20 555 0100' 'report@cirt.example'
click Back
lands_on /report/who
holds reporting_for=essential
get /report/other-way
click 'Continue with the report'
lands_on /report/what
for language in fr ar; do
	speak $language
	get /report/other-way
	status 200
	titled 'Call us first'
done

story "a specialist, and whoever found a weakness, are led to their own page"
get /report/who
fill reporting_for=specialist
press Continue
lands_on /report/technical
click Back
lands_on /report/who
holds reporting_for=specialist
fill reporting_for=myself
press Continue
fill category=weakness
press Continue
lands_on /vulnerability
get /report/what
holds category=weakness

story "nobody jumps into another way without a report"
get /report/other-way
lands_on /report/who

story "with threats a helpline and a way to leave come first"
get /report/who
fill reporting_for=myself
press Continue
fill category=abuse
press Continue
lands_on /report/story
see 'Family line' '116' 'Leave this page' \
	'Opens an encyclopaedia. It does not clear the history of this browser.'
get /report/what
fill category=money
press Continue
not_see 'Family line' 'Leave this page'

story "the language is changed in the middle of a form"
get /report/who
fill reporting_for=business
press العربية
status 200
see 'عمّن تُبلغ؟'
holds reporting_for=business
press Français
holds reporting_for=business
speak fr
press Continue
lands_on /report/what
fill category=message
press Continue
fill description=$'Une <page> étrange,\n\n  et sa suite & fin' headers='From: nobody'
press العربية
status 200
is "the page is Arabic" "$(page | grep -o '<html[^>]*>')" '<html lang="ar" dir="rtl">'
holds description=$'Une <page> étrange,\n\n  et sa suite & fin' headers='From: nobody'
not_see 'There is a problem'
speak ar
press Continue
lands_on /report/when
fill ongoing=no noticed-day=31 noticed-month=13 started='hier'
press English
speak en
status 200
not_see 'There is a problem'
holds ongoing=no noticed-day=31 noticed-month=13 noticed-year= started=hier
fill noticed-month=10 noticed-year=2026
press Continue
lands_on /report/affected
fill affected=email affected=money data_impact=no
press Français
holds affected=email,money data_impact=no
press English
holds affected=email,money data_impact=no
press Continue
get /report/check
see 'Une <page> étrange,' '31 October 2026' 'hier'
press العربية
speak ar
status 200
see 'Check your answers'
is "nothing was sent by it" "$(rows "SELECT COUNT(*) FROM ticket WHERE subject LIKE 'Une%'")" 0
press 'Send report'
sent
is "it came in Arabic" "$(stored language)" ar

story "an unknown language changes nothing"
get /report/who
fill reporting_for=myself
forge language_switch=../../etc
press Continue
lands_on /report/what

the_end
