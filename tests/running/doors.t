#!/bin/bash
# nginx in front: which address goes to which door, with which cookies, and
# what a visitor sees when nobody is behind it.
set -u

source=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
. "$source/tests/private"
. "$source/tests/running/tap.sh"

private_open --serve --demo || exit 1

ask() {
	curl -s --path-as-is "$@"
}
status() {
	ask -o /dev/null -w '%{http_code}' "$@"
}

is "a foreign host is sent away" "$(status -H 'Host: evil.example' "$BELFRY_ADDRESS/")" 421
is "our own host is answered" "$(status "$BELFRY_ADDRESS/")" 200

# --- static files

headers=$(ask -D - -o /dev/null "$BELFRY_ADDRESS/static/style.css?v=1")
holds "a versioned file is kept for ever" grep -qi '^cache-control: .*immutable' <<<"$headers"
holds "it may not be sniffed" grep -qi '^x-content-type-options: nosniff' <<<"$headers"
holds "it has a policy" grep -qi "^content-security-policy: default-src 'none'" <<<"$headers"
holds "the server does not say its version" sh -c '! grep -qiE "^server: .*[0-9]"' <<<"$headers"
headers=$(ask -D - -o /dev/null "$BELFRY_ADDRESS/static/style.css")
holds "an unversioned file is not" sh -c '! grep -qi immutable' <<<"$headers"
headers=$(ask -D - -o /dev/null -H 'Accept-Encoding: gzip' "$BELFRY_ADDRESS/static/style.css")
holds "files are compressed" grep -qi '^content-encoding: gzip' <<<"$headers"
for path in /static/../sql/schema.sql /static/%2e%2e/sql/schema.sql /static/..%2fsql/schema.sql /static../sql/schema.sql; do
	holds "nothing outside the folder: $path" \
		sh -c '! grep -q "CREATE TABLE" && test "$1" != 200' - "$(status "$BELFRY_ADDRESS$path")" \
		< <(ask "$BELFRY_ADDRESS$path")
done

# --- what nginx itself refuses

headers=$(ask -D - -o "$state/page" -H 'Content-Length: 70000000' -X POST "$BELFRY_ADDRESS/report/story")
holds "a body over the limit is refused" grep -q '^HTTP/1.1 413' <<<"$headers"
holds "with a policy" grep -qi "^content-security-policy: default-src 'none'" <<<"$headers"
holds "in words" grep -q 'larger than 25' "$state/page"
is "a request line over the limit too" \
	"$(status "$BELFRY_ADDRESS/$(printf '%09000d' 0)")" 414

# --- which door

# What nginx sends to a door, as raw FastCGI; the visitor gets nothing.
listen() {
	rm -f "$runtime/$1.sock" "$state/$1.heard"
	perl -MIO::Socket::UNIX -e '
		my $l = IO::Socket::UNIX->new(Local => $ARGV[0], Listen => 5) or die;
		open my $f, ">", $ARGV[1] or die;
		while (my $c = $l->accept) {
			sysread $c, my $b, 65536;
			syswrite $f, "$b\n";
		}' "$runtime/$1.sock" "$state/$1.heard" {lock}>&- &
	listeners="${listeners:-} $!"
	disown
	until [ -S "$runtime/$1.sock" ]; do sleep 0.02; done
}

end serve TERM 10
listen public
listen inside

for path in /desk /desk/queue /ar/desk/queue /portal /office /admin /api/v1/tickets /login \
	/fr/login/code /logout /invite/x /password /account //desk '/%64esk' /x/../desk; do
	: >"$state/inside.heard"
	ask -o /dev/null "$BELFRY_ADDRESS$path"
	holds "inside: $path" grep -qaF -e "$path" "$state/inside.heard"
done
# (Pages that stand may come from nginx's own copy: a query makes them new.)
for path in '/?new' /report /ar/report/who /follow /desks /logins /ara/desk /report/desk /healthz; do
	: >"$state/public.heard"
	ask -o /dev/null "$BELFRY_ADDRESS$path?no-copy-of-it"
	holds "public: $path" grep -qaF -e "$path" "$state/public.heard"
done

cookies='Cookie: belfry_session=opens-the-desk; belfry_draft=my-draft; belfry_follow=my-ticket; other=x'
: >"$state/public.heard"
ask -o /dev/null -H "$cookies" -H 'Authorization: Bearer opens-too' -H 'Proxy: evil' \
	"$BELFRY_ADDRESS/report"
holds "the public door gets the draft's cookie" grep -qaF my-draft "$state/public.heard"
holds "and the follow-up's" grep -qaF my-ticket "$state/public.heard"
holds "and never the session's" sh -c '! grep -qaE "opens|other=x" "$1"' - "$state/public.heard"
: >"$state/inside.heard"
ask -o /dev/null -H "$cookies" "$BELFRY_ADDRESS/desk"
holds "the inside gets the session's cookie" grep -qaF opens-the-desk "$state/inside.heard"

kill $listeners 2>/dev/null

# --- nobody there

rm -f "$runtime/public.sock" "$runtime/inside.sock"
for path in /report /desk; do
	headers=$(ask -D - -o "$state/page" "$BELFRY_ADDRESS$path")
	holds "$path without Belfry is a 503" grep -q '^HTTP/1.1 503' <<<"$headers"
	holds "$path says when to come again" grep -qi '^retry-after: 60' <<<"$headers"
	holds "$path says it in words" grep -q 'Try again in a minute' "$state/page"
done
is "static files are still there" "$(status "$BELFRY_ADDRESS/static/style.css")" 200

done_testing
