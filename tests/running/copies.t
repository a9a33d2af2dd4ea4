#!/bin/bash
# nginx answers with its last copy of what is the same for everybody while Belfry
# or its database is away; and no copy is ever somebody's own, of another
# address, or of another host (absolute addresses, forged hosts, endings that
# look like files).
set -u

source=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
. "$source/tests/private"
. "$source/tests/running/tap.sh"

private_open --serve --demo || exit 1

# The phone is answered at any hour, so that no page changes while we look.
sql belfry --execute 'DELETE FROM hours; DELETE FROM holiday'
end serve TERM 10
launch_serve
wait_until 60 serve sockets_are_there || exit 1

ask() {
	curl -s -m 20 --path-as-is "$@"
}
status() {
	ask -o /dev/null -w '%{http_code}' "$@"
}
# What a page says, without what differs from request to request.
body() {
	ask "$BELFRY_ADDRESS$1" "${@:2}"
}
headers() {
	ask -D - -o /dev/null "$BELFRY_ADDRESS$1" "${@:2}" | tr -d '\r'
}
# raw REQUEST: sends it as it stands (with \r\n in printf's way).
raw() {
	printf "$1" | timeout 20 curl -s -m 10 "telnet://${BELFRY_ADDRESS#http://}" 2>/dev/null
}
kept_pages=(/ /contact /about /services /partners /guidelines /threat-model /programme /privacy /accessibility /report /advisories)
cookies='Cookie: belfry_draft=AAAAAAAAAAAAAAAAAAAAAA; belfry_follow=BBBBBBBBBBBB; belfry_session=CCCC'
others=(/follow /report/what /vulnerability /login /desk /account /healthz /metrics /nothing '/?x' '/contact?a=b')
kept() {
	find "$state/nginx/cache" -type f -exec grep -ahE '^KEY: ' {} + 2>/dev/null
}

# --- copies

for language in '' /ar /fr; do
	for page in "${kept_pages[@]}"; do
		path=$language$page
		[ "$path" = "$language/" ] && [ -n "$language" ] && path=$language
		is "$path is there" "$(status "$BELFRY_ADDRESS$path")" 200
		body "$path" >"$state/tmp/fresh${path//\//-}"
	done
done
# The first question too, but only for who has no report of their own.
ask -o /dev/null "$BELFRY_ADDRESS/ar/report/who" -H "$cookies"
ask -o /dev/null "$BELFRY_ADDRESS/report/who"
for path in "${others[@]}"; do
	ask -o /dev/null "$BELFRY_ADDRESS$path"
	ask -o /dev/null -X POST -d x=y "$BELFRY_ADDRESS$path"
done
is "copies are kept of these and of no others" "$(kept | sed 's/.*127\.0\.0\.1//' | sort -u | tr '\n' ' ')" \
	"$({
		printf '%s\n' "${kept_pages[@]}" "${kept_pages[@]/#//ar}" "${kept_pages[@]/#//fr}" | sed 's|^\(/..\)/$|\1|'
		echo /report/who
	} | sort | tr '\n' ' ')"
holds "no copy has a cookie or a notice" \
	sh -c '! grep -raE "Set-Cookie|class=\"notice\"" "$1"' - "$state/nginx/cache"
is "nor a form's token, but for the first question" "$(grep -rlaE 'name="token"' "$state/nginx/cache" | wc -l)" 1
mine=$(body /report/who -H "$cookies" | grep -o 'name="token" value="[^"]*"')
holds "who has a report gets no copy of that" test "$mine" != \
	"$(body /report/who -H "$cookies" | grep -o 'name="token" value="[^"]*"')"

# What programs ask for again and again goes over the line when it has changed.
tag=$(headers /advisories.atom | sed -n 's/^ETag: //p')
is "a feed has a tag" "$(grep -c . <<<"$tag")" 1
is "who has it is told that it is the same" "$(status "$BELFRY_ADDRESS/advisories.atom" -H "If-None-Match: $tag")" 304
is "and else gets it" "$(status "$BELFRY_ADDRESS/advisories.atom" -H 'If-None-Match: "x"')" 200

# What a visitor brings changes nothing on them, so that a copy is for all.
for path in / /contact /report /ar /fr/privacy; do
	is "$path is the same for who has cookies, straight from Belfry" \
		"$(body "$path?" -H "$cookies" -H 'Accept-Language: fr' -H 'User-Agent: x' -H 'X-Forwarded-Host: evil.example' \
			-H 'X-Original-URL: /desk' -H 'X-Rewrite-URL: /login' -H 'Forwarded: host=evil.example' | cksum)" \
		"$(cksum <"$state/tmp/fresh${path//\//-}")"
done

# --- a copy is of one address and of one host

poison=(
	'Host: 127.0.0.1:1"><script>' 'X-Forwarded-Host: evil.example' 'X-Forwarded-Scheme: https' 'X-Host: evil.example'
	'X-Forwarded-Server: evil.example' 'X-HTTP-Host-Override: evil.example' 'Forwarded: host=evil.example;proto=https'
	'X-Original-URL: /login' 'X-Rewrite-URL: /login' 'X-HTTP-Method-Override: POST' 'Origin: https://evil.example'
	'Referer: https://evil.example/' 'Accept-Language: ar' 'Cookie: belfry_notice=evil.example' 'Accept: evil/example'
	'Range: bytes=0-10' 'X-Accel-Expires: 100' 'X-Accel-Redirect: /etc/passwd' 'User-Agent: evil.example'
)
rm -rf "$state"/nginx/cache/*
for header in "${poison[@]}"; do
	ask -o /dev/null "$BELFRY_ADDRESS/contact" -H "$header"
	ask -o /dev/null "$BELFRY_ADDRESS/?evil.example" -H "$header"
done
is "whoever came first with odd headers has left nothing" "$(body /contact | cksum)" "$(cksum <"$state/tmp/fresh-contact")"
is "nor in any copy" "$(grep -rlaE 'evil|<script' "$state/nginx/cache" | wc -l)" 0

host=${BELFRY_ADDRESS#http://}
is "an absolute address of another host" \
	"$(raw "GET http://evil.example/ HTTP/1.1\r\nHost: $host\r\nConnection: close\r\n\r\n" | head -c 12)" 'HTTP/1.1 421'
is "ours, with another host beside it" \
	"$(raw "GET http://$host/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n" | head -c 12)" 'HTTP/1.1 421'
holds "two hosts" sh -c '[ "$1" != "HTTP/1.1 200" ]' - \
	"$(raw "GET / HTTP/1.1\r\nHost: $host\r\nHost: evil.example\r\nConnection: close\r\n\r\n" | head -c 12)"
is "no host" "$(raw "GET / HTTP/1.1\r\nConnection: close\r\n\r\n" | head -c 12)" 'HTTP/1.1 400'
for evil in evil.example 127.0.0.1.evil.example "evil.example#$host" "$host@evil.example" "$host.evil.example"; do
	holds "the host $evil" sh -c '[ "$1" != 200 ]' - "$(status -H "Host: $evil" "$BELFRY_ADDRESS/contact?new")"
done
is "and still the page is ours" "$(body /contact | cksum)" "$(cksum <"$state/tmp/fresh-contact")"

# --- endings that look like files

for path in /account/x.css /desk/queue/x.css /follow/ticket/x.css /report/check/x.js /admin/accounts/x.png \
	'/desk/queue;x.css' '/desk/queue%2fx.css' '/account%3fx.css' '/account%23x.css' '/report/sent%0ax.css' /contact/x.css \
	/login/x.css /account.css /desk/queue.json; do
	headers "$path" -H "$cookies" >"$state/tmp/headers"
	holds "$path is no page to keep" sh -c '! grep -qE "^HTTP/1.1 200" "$1" && ! grep -qiE "^cache-control: .*(public|max-age=[1-9]|immutable)" "$1"' \
		- "$state/tmp/headers"
done
is "no copy was made of them" "$(kept | grep -cE '\.(css|js|png|json)|desk|account|login')" 0
for path in /login /account /desk/queue /follow /report/who /report/sent /healthz /metrics /vulnerability; do
	holds "$path is not kept by a browser or between us" \
		grep -qiE '^cache-control: no-(store|cache)$' <(headers "$path" -H "$cookies")
done
for path in /login /account /desk/queue /admin/accounts /report/check /healthz /metrics; do
	holds "$path is stored nowhere" grep -qi '^cache-control: no-store$' <(headers "$path" -H "$cookies")
done

# --- no other host in anything

foreign=0
for path in "${kept_pages[@]}" "${others[@]}" /ar /fr/report /unavailable /refused /static/unavailable.html /static/style.css; do
	ask -D - "$BELFRY_ADDRESS$path" -H 'X-Forwarded-Host: evil.example' |
		grep -oE "(https?:)?//[a-z0-9.-]+" | grep -vE "^(http:)?//(127\.0\.0\.1|localhost)|www\.w3\.org|www\.wikipedia\.org|schema\.org|(cert\.harbour|islands|computing\.portvel)\.example" \
		>"$state/tmp/foreign" && { foreign=$((foreign + 1)); sed "s|^|# $path: |" "$state/tmp/foreign"; }
done
is "no foreign host in any answer" "$foreign" 0

# --- away

for language in '' /ar /fr; do
	for page in "${kept_pages[@]}"; do
		path=$language$page
		[ "$path" = "$language/" ] && [ -n "$language" ] && path=$language
		ask -o /dev/null "$BELFRY_ADDRESS$path"
	done
done
sleep 6                   # until nginx would ask again
end serve KILL 1
rm -f "$runtime"/*.sock
for language in '' /ar /fr; do
	for page in "${kept_pages[@]}"; do
		path=$language$page
		[ "$path" = "$language/" ] && [ -n "$language" ] && path=$language
		is "without Belfry: $path" "$(body "$path" | cksum)" "$(cksum <"$state/tmp/fresh${path//\//-}")"
	done
done
is "also for who began a report" "$(body /contact -H "$cookies" | cksum)" "$(cksum <"$state/tmp/fresh-contact")"
for path in "${others[@]}"; do
	holds "without Belfry there is no $path" test "$(status "$BELFRY_ADDRESS$path")" = 503
done
is "nor anything to send to" "$(status -X POST -d x=y "$BELFRY_ADDRESS/report")" 503
is "nor for who has a notice to read" "$(status -H 'Cookie: belfry_notice=x' "$BELFRY_ADDRESS/")" 503

# The database is away, and the workers have never seen the team.
end database TERM 30
launch_serve
wait_until 60 serve sockets_are_there
for path in / /ar/contact /fr/report; do
	is "without the database: $path" "$(body "$path" | cksum)" "$(cksum <"$state/tmp/fresh${path//\//-}")"
done
is "what needs it says so" "$(status "$BELFRY_ADDRESS/login")" 503
is "health says so" "$(status "$BELFRY_ADDRESS/healthz")" 503
is "of the other door too" "$(status "$BELFRY_ADDRESS/healthz/inside")" 503
launch_database
wait_until 60 database sql --execute 'DO 0'
is "and that it is back" "$(status "$BELFRY_ADDRESS/healthz")" 200

# Closed is closed: a copy of the open page does not come back.
end serve TERM 10
launch_serve
wait_until 60 serve sockets_are_there
sql belfry --execute 'UPDATE team SET opened_at = NULL, version = version + 1'
closed() {
	[ "$(status "$BELFRY_ADDRESS/")" = 404 ] && [ "$(status "$BELFRY_ADDRESS/contact")" = 404 ]
}
for tries in {1..150}; do
	closed && break
	sleep 0.2
done
holds "closing is seen in spite of copies" closed
sleep 6
holds "and stays" closed
end serve KILL 1
rm -f "$runtime"/*.sock
is "also when Belfry is away then" "$(status "$BELFRY_ADDRESS/contact")" 404

done_testing
