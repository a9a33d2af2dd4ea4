#!/bin/bash
# Headers in which somebody says where they come from, or who they are, change
# nothing: neither whom a limit counts, nor who is signed in, nor what is logged.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

# As if each request came from elsewhere.
lie() {
	n=$((${n:-0} + 1))
	with "X-Forwarded-For: 203.0.113.$n" "X-Real-IP: 203.0.113.$n" "Forwarded: for=203.0.113.$n" \
		"X-Client-IP: 203.0.113.$n" "True-Client-IP: 203.0.113.$n" "CF-Connecting-IP: 203.0.113.$n" \
		"X-Cluster-Client-IP: 203.0.113.$n" "Via: 1.1 203.0.113.$n" "REMOTE_ADDR: 203.0.113.$n" \
		"Remote-Addr: 203.0.113.$n" 'Remote-User: root' 'REMOTE_USER: root' 'X-Remote-User: root' \
		'Proxy: http://evil.example:8080' 'X-Forwarded-User: root' 'Script-Name: /desk' 'HTTPS: on' \
		'X-Forwarded-Proto: https'
}

# one_more: another report from here, said to be from elsewhere at each step;
# whether it was held.
one_more() {
	local pages=0

	order quiet 1
	get /report/who
	until order is_on /report/check || [ $((pages += 1)) -gt 14 ]; do
		order fill_known reporting_for=myself category=malware description='One of many.'
		lie
		press Continue
	done
	lie
	press 'Send report'
	order quiet 0
	lands_on /report/sent
	remember secret '(\d{5} \d{5} \d{5} \d{5} \d{5})'
	not_logged "$secret"
	held=$(rows 'SELECT held FROM ticket ORDER BY id DESC LIMIT 1')
}

now '2026-11-23 07:30:00'

story "a flood that says it comes from everywhere"
setting 'reports_per_address = 2'
from 198.51.100.7
for wanted in 0 0 1 1; do
	one_more
	is "report after report" "$held" $wanted
done
from 192.0.2.50
order quiet 1
report
order quiet 0
not_logged "$secret"
is "nobody else pays for it" "$(rows 'SELECT held FROM ticket ORDER BY id DESC LIMIT 1')" 0

story "nor does whoever they name"
setting 'reports_per_address = 2'
from 203.0.113.1
report
not_logged "$secret"
is "the named one has a budget of their own" "$(rows 'SELECT held FROM ticket ORDER BY id DESC LIMIT 1')" 0

# tries LIE: how many wrong passwords until one has to wait.
tries() {
	local count=0

	order quiet 1
	get /login
	form=$(token)
	while [ $((count += 1)) -lt 60 ]; do
		[ "$1" = no ] || lie
		ask POST /login token="$form" email=root@cirt.example password='not the password at all'
		page | grep -q 'can only be tried a few times' && break
	done
	order quiet 0
	tried=$count
}

story "guessing from everywhere at once"
person root administrator
from 198.51.100.7
tries no
honest=$tried
holds_true "it ends soon" test $honest -lt 60
change 'DELETE FROM attempt'
tries yes
is "and as soon when each try says it comes from elsewhere" $tried $honest
from 203.0.113.$n
as owner
sign_in root
status 200

story "somebody says who they are"
for path in /desk/queue /admin/accounts /admin/setup /account; do
	lie
	ask GET $path
	status 303
	header Location "/login?next=$(sed 's|/|%2F|g' <<<"$path")"
done
lie
ask GET /contact
header Strict-Transport-Security
header Set-Cookie

# What nginx hands on, as a door hears it.
story "nginx says where somebody comes from, and nobody else does"
served
end serve TERM 10
rm -f "$runtime/public.sock"
perl -MIO::Socket::UNIX -e '
	my $l = IO::Socket::UNIX->new(Local => $ARGV[0], Listen => 5) or die;
	while (my $c = $l->accept) {
		open my $f, ">", "$ARGV[1].new" or die;
		sysread $c, my $b, 65536;
		syswrite $f, $b;
		close $f;
		rename "$ARGV[1].new", $ARGV[1];
	}' "$runtime/public.sock" "$state/heard" &
listener=$!
until [ -S "$runtime/public.sock" ]; do sleep 0.05; done
for lie in X-Forwarded-For X-Real-IP Forwarded Proxy REMOTE_ADDR Remote-Addr REMOTE_USER Remote-User HTTPS Https; do
	rm -f "$state/heard"
	curl -s -m 10 -o /dev/null -H "$lie: 203.0.113.99" -H 'Connection: close' "$BELFRY_ADDRESS/follow"
	is "$lie: the address is the client's" \
		"$(grep -aoE '(^|[^_A-Z])REMOTE_ADDR[0-9.]+' "$state/heard" | grep -aoE '[0-9]+(\.[0-9]+){3}')" 127.0.0.1
	is "$lie: there is no user, no proxy and no encryption" \
		"$(grep -aoE '(^|[^_A-Z])(REMOTE_USER|HTTPS)|HTTP_PROXY203' "$state/heard" | wc -l)" 0
done
kill $listener
wait $listener 2>/dev/null
is "no log of any process has what was said" \
	"$(cat "$state"/log/*.log | grep -cE '203\.0\.113|evil\.example|198\.51\.100')" 0

the_end
