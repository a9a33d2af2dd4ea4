#!/bin/bash
# How a team is built, and asking for a project that builds one.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

now '2026-11-23 07:30:20'

come() {
	get /programme/ask
	press 'Begin the request'
	lands_on /programme/request
}

for language in en fr ar; do
	story "the phases, as a map and in words, in $language"
	speak "$language"
	get /
	click 'How a national team is built'
	lands_on /programme
	titled 'How a national team is built'
	see 'Assessment' 'Design' 'Establishment' 'Enhancement' 'Before it begins' \
		'Both have signed the cooperation agreement.' 'The workshop in the country takes three days.' \
		'The same in eight steps' 'Announce the team'
	is "four gates and an end" "$(page | grep -c '<polygon')" 5
	edge=18
	[ $language != ar ] || edge=382
	is "they stand where reading begins" "$(page | grep -oE '<polygon points="[0-9]+' | sort -u)" "<polygon points=\"$edge"
	is "the map has a name and a description" "$(page | grep -cE '<title id="map-title">.|<desc id="map-desc">.')" 2
	for phase in 1 2 3 4; do
		for party in itu country joint; do
			bar=$(rows "SELECT COUNT(*) FROM framework_item WHERE phase_id = $phase AND party = '$party'
				AND part = 'activity'")
			is "phase $phase, $party: the number of the table, and what it leads to" \
				"$(page | grep -oE "href=\"#p$phase-$party\">[0-9]+" | grep -oE '[0-9]+$') $(page |
					sed -n "/<div id=\"p$phase-$party\">/,/<\/ul>/p" | grep -c '^<li>')" "$bar $bar"
		done
	done

	story "a government asks for a project, in $language"
	speak "$language"
	get /programme
	click 'Ask for a project, or support one'
	lands_on /programme/ask
	press 'Begin the request'
	lands_on /programme/request
	titled 'Your request'
	press 'Send request'
	status 422
	see 'Choose who is asking' 'Enter the name of your organisation' 'Enter a country or region' \
		'Tell us what is wanted, even if it is one sentence' 'Enter your name' 'Enter your e-mail address'
	fill asks_as=state org_name='Ministry <of> Ports' country=Velmora phase=design there_is='A law.' \
		description='A national team by next year.' name='Ana Ferro' post=Director email='ana at sea' phone='+999 20 555 0199'
	press 'Send request'
	status 422
	holds org_name='Ministry <of> Ports' phase=design post=Director email='ana at sea' there_is='A law.'
	fill email=ana@sea.example
	press 'Send request'
	arrived
	see 'Your request has arrived' 'By then a person of our team has read it and answered you.'
	not_see 'Your report has arrived' 'Write down what you saw and when.'
	is "a request" "$(stored "CONCAT_WS('|', kind, category, priority, state, place, channel, subject, name, organisation, email, phone)")" \
		"request|normal|new|open|web|Velmora: A national team by next year.|Ana Ferro|Ministry <of> Ports|ana@sea.example|+999 20 555 0199"
	is "its answers" "$(answered)" "asks_as=state;country=Velmora;phase=design;post=Director;there_is=A law."
	is "opened by nobody of ours" "$(rows "SELECT GROUP_CONCAT(action, ' ', to_value) FROM event JOIN ticket ON object_id = ticket.id
		WHERE object = 'ticket' AND account_id IS NULL AND reference = '$reference'")" 'opened new'
	get /follow
	fill reference="$reference" secret="$secret"
	press 'Open the report'
	see 'We have your request. A person reads it next.' 'A national team by next year.'
done

story "it is acknowledged by mail"
come
fill asks_as=supporter org_name=Fund country=Anywhere description='We have money.' name=Bo email=bo@fund.example
press 'Send request'
arrived
is "a mail waits" "$(rows "SELECT COUNT(*) FROM outbox JOIN ticket ON ticket.id = ticket_id
	WHERE outbox.kind = 'received' AND recipient = 'bo@fund.example' AND reference = '$reference'")" 1

story "the desk reads it with its questions and answers, among requests"
request=$reference
report description='Another kind.'
other=$reference
person Bert duty_lead
sign_in Bert
get '/desk/queue?kind=request'
see "$request"
not_see "$other"
get "/desk/tickets/$request"
see 'For which country?' Anywhere 'Who is asking?' 'An organisation that wants to support such projects' 'We have money.'

story "sent once, however often the button is pressed"
come
fill asks_as=team org_name=T country=C description='Four tabs.' name=N email=n@t.example
press_at_once 4 'Send request' >"$BELFRY_STATE/tmp/statuses"
get /report/sent
arrived
is "one ticket" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'Four tabs.'")" 1
get /programme/request
lands_on /report/sent

story "the language is changed without losing a word"
come
fill org_name='In English' phase=unknown description='Half a'
press Français
status 200
holds org_name='In English' phase=unknown description='Half a'

story "without a draft, without a token, from elsewhere"
get /programme/request
lands_on '/programme/ask?again=1'
see 'We no longer have your earlier answers.'
post /programme/request asks_as=other org_name=T country=C description='No draft.' name=N email=n@t.example
lands_on '/programme/request?again=1'
see 'This page was open for more than a day.'
holds org_name=T description='No draft.'
is "nothing was sent" "$(rows "SELECT COUNT(*) FROM message WHERE body = 'No draft.'")" 0
for path in /programme/ask /programme/request; do
	post $path token= description=forged
	status 403
	with 'Origin: https://evil.example'
	post $path description=forged
	status 403
done

story "no more than there is room for"
come
fill asks_as=other org_name=T country=C description=Long name=N email=n@t.example there_is="$(printf 'x%.0s' {1..5001})"
press 'Send request'
status 422

the_end
