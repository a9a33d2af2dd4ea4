#!/bin/bash
# Figures of each quarter: made a week after its end, once, with the small numbers
# hidden; shown in a sentence, a drawing, a table and a file.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

# tickets NUMBER CLASS DAY [MINUTES [PLACE]]: reports of that day, answered after so many
# minutes (due after 240; -: never).
made=0
tickets() {
	local class=$2 answered=NULL place=${5:-open}

	[ "$class" = - ] && class=NULL || class="'$2'"
	[ "${4:--}" = - ] || answered="TIMESTAMPADD(MINUTE, $4, '$3')"
	for ((i = 0; i < $1; i++)); do
		made=$((made + 1))
		echo "INSERT INTO ticket (reference, kind, state, place, subject, rsit_class, priority, tlp, channel, language,
			opened_at, due_at, clock_at, answered_at, changed_at, secret) VALUES ('TEST-2026-X$made', 'report', 'new',
			'$place', 'x', $class, 'normal', 'amber', 'web', 'en', '$3', TIMESTAMPADD(MINUTE, 240, '$3'),
			'9999-12-31', $answered, '$3', REPEAT('a', 64));"
	done
}
work() {
	BELFRY_NOW=$1 "$BELFRY" work --once --only jobs 2>>"$BELFRY_STATE/log/jobs.log"
}
figures() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', quarter, COALESCE(reports, '-'), COALESCE(due, '-'), COALESCE(met, '-'),
		COALESCE(median_minutes, '-')) ORDER BY quarter SEPARATOR ', ') FROM statistic"
}
classes() {
	rows "SELECT GROUP_CONCAT(CONCAT_WS(' ', rsit_class, COALESCE(reports, '-')) ORDER BY rsit_class SEPARATOR ', ')
		FROM statistic_class WHERE quarter = '$1' AND (reports IS NOT NULL OR rsit_class IN ($2))"
}

story "nothing yet"
now '2026-11-23 08:00:00'
for language in en fr ar; do
	as "visitor-$language"
	speak $language
	get /statistics
	titled 'Statistics'
	see 'There are no figures yet. They are made a week after each quarter of a year has ended.'
done
as somebody
ask GET /statistics/2026-3
status 404
ask GET /statistics.csv
status 200
header Content-Type 'text/csv; charset=utf-8'

story "a quarter ends"
{
	# In Nairobi the year's third quarter begins on 30 June at 21:00 UTC.
	tickets 4 fraud '2026-06-30 20:59:59' 10
	tickets 20 fraud '2026-06-30 21:00:00' 60
	tickets 7 malicious-code '2026-08-01 08:00:00' 300
	tickets 6 availability '2026-08-02 08:00:00'
	tickets 3 intrusions '2026-08-03 08:00:00' 30
	tickets 2 - '2026-09-29 08:00:00' 30
	tickets 9 fraud '2026-08-03 08:00:00' 30 spam
	tickets 9 fraud '2026-08-03 08:00:00' 30 duplicate
	tickets 9 fraud '2026-08-03 08:00:00' 30 held
	tickets 5 fraud '2026-10-05 08:00:00' 30
} >"$BELFRY_STATE/tmp/tickets"
change "$(cat "$BELFRY_STATE/tmp/tickets")"
work '2026-07-07 20:00:00'
is "not before a week has passed" "$(figures)" NULL
work '2026-07-08 00:00:00'
is "few are not told" "$(figures)" '2026-2 - - - -'
work '2026-10-07 00:00:00'
is "nor the next too soon" "$(figures)" '2026-2 - - - -'
work '2026-10-08 00:00:00'
is "38 reports; 42 first answers due, 29 of them in time; half of them within an hour" "$(figures)" \
	'2026-2 - - - -, 2026-3 38 42 29 60'
is "small ones are hidden, be they none at all" "$(rows "SELECT COUNT(*) FROM statistic_class WHERE quarter = '2026-3'
	AND reports IS NULL")" 7
is "and the others are told" "$(classes 2026-3 "'intrusions', 'other'")" \
	'availability 6, fraud 20, intrusions -, malicious-code 7, other -'
change "UPDATE ticket SET rsit_class = 'test' WHERE rsit_class = 'fraud'"
work '2026-12-01 00:00:00'
is "made once, and never changed" "$(classes 2026-3 "'intrusions', 'other'")" \
	'availability 6, fraud 20, intrusions -, malicious-code 7, other -'

story "what a visitor reads"
now '2026-12-01 08:00:00'
as somebody
get /
click Statistics
lands_on /statistics
titled 'Statistics: July to September 2026'
see 'In these three months 38 reports reached us.' 'The most frequent class: Fraud.' \
	'69 % of the first answers that were due came in time.' 'Half of the answers took less than this: 1 h.' \
	'Numbers below five are not told' 'not told'
is "a bar as long as the number" "$(page | grep -oE '<rect [^>]*>' | grep -oE 'width="[0-9]+%"' | tr '\n' ' ')" \
	'width="100%" width="35%" width="30%" '
for language in fr ar; do
	as "visitor-$language"
	speak $language
	get /statistics
	see Fraud 'not told'
done
as visitor-ar
is "bars begin at the other end" "$(page | grep -oE '<rect x="[0-9]+%' | tr '\n' ' ')" '<rect x="0% <rect x="65% <rect x="70% '
as somebody
click 'April to June 2026 (not told)'
lands_on /statistics/2026-2
see 'In these three months fewer than five reports reached us.' 'Too few to be told.'
for wrong in 2026-5 2026-1 x 2026-33; do
	get /statistics/$wrong
	status 404
done
ask GET /statistics.csv
holds_true "all of it is in the file" test "$(page | tr -d '\r"' | grep -cxE '2026-3,(reports,38|reports:fraud,20|reports:intrusions,|first-answers-in-time,29)')" = 4

story "what the total and a few others would tell"
{
	for class in fraud vulnerable availability intrusions malicious-code abusive-content information-gathering \
		intrusion-attempts information-content-security; do
		tickets 9 $class '2027-01-10 08:00:00' 60
	done
	tickets 1 other '2027-01-10 08:00:00' 60
	tickets 4 fraud '2027-04-10 08:00:00' 60
	tickets 40 other '2027-04-10 08:00:00'
} >"$BELFRY_STATE/tmp/tickets"
change "$(cat "$BELFRY_STATE/tmp/tickets")"
work '2027-04-09 00:00:00'
is "where one is small, three are hidden" "$(rows "SELECT COUNT(*) FROM statistic_class
	WHERE quarter = '2027-1' AND reports IS NULL")" 3
work '2027-07-09 00:00:00'
is "no median of four answers" "$(rows "SELECT CONCAT_WS(' ', reports, due, COALESCE(met, '-'), COALESCE(median_minutes, '-'))
	FROM statistic WHERE quarter = '2027-2'")" '44 44 - -'
as somebody
now '2027-07-10 08:00:00'
get /statistics
see 'Due in these months' 44 'Given in time' 'not told'
not_see '% of the first answers'
ask GET /statistics.csv
holds_true "nor in the file" test "$(page | tr -d '\r"' | grep -cxE '2027-2,(first-answers-due,44|first-answers-in-time,)')" = 2

story "those few that came late, and none at all"
{
	tickets 36 fraud '2027-07-10 08:00:00' 60
	tickets 4 fraud '2027-07-10 08:00:00'
} >"$BELFRY_STATE/tmp/tickets"
change "$(cat "$BELFRY_STATE/tmp/tickets")"
work '2027-10-09 00:00:00'
is "36 of 40 would tell that four came late" "$(rows "SELECT CONCAT_WS(' ', reports, due, COALESCE(met, '-'), median_minutes)
	FROM statistic WHERE quarter = '2027-3'")" '40 40 - 60'
work '2028-01-09 00:00:00'
is "none is not told either" "$(rows "SELECT CONCAT_WS(' ', COALESCE(reports, '-'), COALESCE(due, '-'), COALESCE(met, '-'))
	FROM statistic WHERE quarter = '2027-4'")" '- - -'
now '2028-01-10 08:00:00'
get /statistics
see 'In these three months fewer than five reports reached us.' 'Too few to be told.'
ask GET /statistics.csv
holds_true "neither on the page nor in the file" test "$(page | tr -d '\r"' | grep -cx '2027-4,reports,')" = 1


the_end
