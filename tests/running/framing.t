#!/bin/bash
# Where a request ends: whoever says it in two ways gets one answer, a refusal,
# and nothing of theirs is read as the request of somebody else.
set -u

source=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
. "$source/tests/private"
. "$source/tests/running/tap.sh"

private_open --serve --demo || exit 1
host=${BELFRY_ADDRESS#http://}

# answers_to REQUEST: the status of each answer, as printf writes the request.
answers_to() {
	printf "$1" | perl -MIO::Socket::INET -e '
		my $socket = IO::Socket::INET->new(PeerAddr => $ARGV[0], Timeout => 20) or die;
		binmode $socket;
		binmode STDIN;
		local $/;
		print $socket scalar <STDIN>;
		$SIG{ALRM} = sub { print "hangs"; exit };
		alarm 40;
		my $answer = <$socket> // "";
		print join " ", $answer =~ m{^HTTP/1\.[01] (\d+)}mg;
	' "$host"
}

head="POST /report/who HTTP/1.1\r\nHost: $host\r\nContent-Type: application/x-www-form-urlencoded\r\nCookie: belfry_draft=x\r\n"
inner="GET /smuggled HTTP/1.1\r\nHost: $host\r\nConnection: close\r\n\r\n"
is "said once it is read" "$(answers_to "${head}Content-Length: 3\r\nConnection: close\r\n\r\na=b")" 403
is "in pieces too" "$(answers_to "${head}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\na=b\r\n0\r\n\r\n")" 403
is "two after each other are two" "$(answers_to \
	"GET /favicon.ico HTTP/1.1\r\nHost: $host\r\n\r\nGET /favicon.ico HTTP/1.1\r\nHost: $host\r\nConnection: close\r\n\r\n")" '200 200'

while IFS='|' read -r name lines body; do
	found=$(answers_to "${head}${lines}\r\n\r\n${body}${inner}")
	holds "$name: one refusal ($found)" grep -qE '^(400|413|501)$' <<<"$found"
done <<'END'
a length and pieces|Content-Length: 5\r\nTransfer-Encoding: chunked|0\r\n\r\n
pieces and a length|Transfer-Encoding: chunked\r\nContent-Length: 5|0\r\n\r\n
two lengths|Content-Length: 3\r\nContent-Length: 40|a=b
the same length twice|Content-Length: 3\r\nContent-Length: 3|a=b
two lengths in one line|Content-Length: 3, 40|a=b
a length below nothing|Content-Length: -3|a=b
a length with a sign|Content-Length: +3|a=b
a length in another system|Content-Length: 0x3|a=b
a length that is none|Content-Length: three|a=b
an endless length|Content-Length: 99999999999999999999|a=b
other pieces|Transfer-Encoding: xchunked|3\r\na=b\r\n0\r\n\r\n
pieces twice|Transfer-Encoding: chunked, chunked|3\r\na=b\r\n0\r\n\r\n
pieces of pieces|Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked|3\r\na=b\r\n0\r\n\r\n
pieces or not|Transfer-Encoding: identity, chunked|3\r\na=b\r\n0\r\n\r\n
packed pieces|Transfer-Encoding: gzip, chunked|3\r\na=b\r\n0\r\n\r\n
a piece below nothing|Transfer-Encoding: chunked|-3\r\na=b\r\n0\r\n\r\n
a piece that is none|Transfer-Encoding: chunked|zz\r\na=b\r\n0\r\n\r\n
an endless piece|Transfer-Encoding: chunked|ffffffffffffffff\r\na=b\r\n0\r\n\r\n
a space before the colon|Content-Length : 3|a=b
a header that goes on|X-Long: a\r\n b\r\nContent-Length : 3|a=b
a header without a name|: 3\r\nContent-Length : 3|a=b
END

holds "nothing of theirs was read as a request" sh -c '! grep -q smuggled "$1"' - "$state/log/access.log"

done_testing
