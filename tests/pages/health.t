#!/bin/bash
# What watches over the service reads: is each door well, and its figures; for
# this machine alone.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

doors_well() {
	local path

	for path in /healthz /healthz/inside; do
		ask GET $path
		status "$1"
		header Cache-Control no-store
		header Content-Type 'text/plain; charset=utf-8'
		is "$path says it in a line" "$(page)" "$2"
	done
}
well=well
unwell='not well: the database is away or does not fit; the log says which'

# figure NAME: its value on the page.
figure() {
	page | sed -n "s/^$1 //p"
}

story "a door is well"
doors_well 200 $well
change "UPDATE carried SET fingerprint = REPEAT('0', 64)"
doors_well 503 "$unwell"
change 'UPDATE team SET version = version'
(cd "$BELFRY_SOURCE" && "$BELFRY" migrate) >"$BELFRY_STATE/tmp/migrate"
doors_well 200 $well
change 'INSERT INTO migration VALUES (999, 1, NOW())'
doors_well 503 "$unwell"
change 'DELETE FROM migration WHERE version = 999'
doors_well 200 $well
away
doors_well 503 "$unwell"
here
doors_well 200 $well
change 'UPDATE team SET opened_at = NULL'
doors_well 200 $well
change 'UPDATE team SET opened_at = NOW()'
for path in /ar/healthz /fr/healthz/inside /ar/metrics /fr/metrics/public; do
	from 127.0.0.1
	ask GET $path
	status 404 405
done
ask POST /healthz
status 405
ask HEAD /healthz
status 200

story "figures, for this machine only"
for address in 198.51.100.7 10.0.0.1 0.0.0.0 2001:db8::1 '' ::ffff:198.51.100.7 1270.0.0.1 ::2; do
	from "$address"
	for path in /metrics /metrics/public; do
		for header in '' 'X-Forwarded-For: 127.0.0.1' 'X-Real-IP: 127.0.0.1' 'Forwarded: for=127.0.0.1' \
			'REMOTE_ADDR: 127.0.0.1' 'X-Client-IP: 127.0.0.1' 'True-Client-IP: ::1'; do
			[ -z "$header" ] || with "$header"
			ask GET $path
			status 404
			not_see belfry_
		done
	done
done
for address in 127.0.0.1 127.3.2.1 ::1; do
	from $address
	for path in /metrics /metrics/public; do
		ask GET $path
		status 200
		see belfry_build_info
		for header in 'X-Forwarded-For: 198.51.100.7' 'Forwarded: for=198.51.100.7' 'X-Real-IP: 198.51.100.7'; do
			with "$header"
			ask GET $path
			status 404
		done
	done
done

story "figures say what happens"
from 127.0.0.1
report
not_logged "$secret"
from 127.0.0.1
ask GET /metrics
status 200
header Cache-Control no-store
header Content-Type 'text/plain; version=0.0.4; charset=utf-8'
is "open tickets" "$(figure belfry_tickets_open)" 1
is "nobody has them" "$(figure belfry_tickets_without_owner)" 1
is "none is late" "$(figure belfry_tickets_late)" 0
is "none is held" "$(figure belfry_tickets_held)" 0
is "the database is up" "$(figure belfry_database_up)" 1
change "UPDATE ticket SET clock_at = '2020-01-01', due_at = '2020-01-01'"
ask GET /metrics
is "late" "$(figure belfry_tickets_late)" 1
change "UPDATE ticket SET held = TRUE, place = 'held'"
ask GET /metrics
is "held" "$(figure belfry_tickets_held)" 1
not_see "$reference" TESTCIRT cirt.example
ask GET /metrics/public
is "of the budget" "$(figure belfry_reports_this_hour)" 1
is "and what it is" "$(figure belfry_reports_an_hour_before_held)" 500
before=$(figure 'belfry_requests_total{door="public",class="4xx"}')
all=$(figure 'belfry_request_seconds_count{door="public"}')
ask GET /nothing
ask GET /nothing
ask GET /metrics/public
is "two pages that are not there" \
	"$(figure 'belfry_requests_total{door="public",class="4xx"}')" $((before + 2))
is "three requests, with the first look" "$(figure 'belfry_request_seconds_count{door="public"}')" $((all + 3))
is "all of them within the last bound" "$(figure 'belfry_request_seconds_bucket{door="public",le="+Inf"}')" $((all + 3))
page | sed -n 's/^belfry_request_seconds_bucket.* //p' >"$BELFRY_STATE/tmp/bounds"
is "bounds count upwards" "$(cat "$BELFRY_STATE/tmp/bounds")" "$(sort -n "$BELFRY_STATE/tmp/bounds")"
holds_true "each line is a figure or says what one is" \
	sh -c '! grep -vE "^(# TYPE belfry_[a-z_]+ (counter|gauge|histogram)|belfry_[a-z_]+(\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\})? [0-9.e+-]+)$" "$1"' \
	- <(page)
away
from 127.0.0.1
ask GET /metrics
status 200
is "without the database it says so" "$(figure belfry_database_up)" 0
ask GET /contact
ask GET /follow/ticket
here
ask GET /metrics
is "and it is back" "$(figure belfry_database_up)" 1
holds_true "failures were counted" test "$(figure 'belfry_database_failures_total{door="inside"}')" -ge 0

story "by way of nginx"
served
ask GET /healthz
status 200
ask GET /healthz/inside
status 200
ask GET /metrics
status 200
see 'belfry_workers{door="inside"} 4'
ask GET /metrics/public
status 200
remember busy 'belfry_workers_busy\{door="public"\} ([1-4])'
# As of an address that is not this machine's.
sed -i 's/^http {/http { set_real_ip_from 127.0.0.1; real_ip_header X-Test-Address;/' "$BELFRY_STATE/nginx/private.conf"
end nginx QUIT 3
launch_nginx
wait_until 10 nginx nginx_is_there
for header in '' 'X-Forwarded-For: 127.0.0.1' 'X-Real-IP: ::1' 'Forwarded: for=127.0.0.1'; do
	for path in /metrics /metrics/public; do
		with 'X-Test-Address: 198.51.100.7'
		[ -z "$header" ] || with "$header"
		ask GET $path
		status 404
		titled 'There is no such page'
		not_see belfry_
	done
done
with 'X-Test-Address: 198.51.100.7'
ask GET /healthz
status 200

expect_errors 'cannot|connect|gone away|Lost|migrate|newer program'
the_end
