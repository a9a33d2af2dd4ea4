#!/bin/bash
# What visitors send cannot forge, split or dress up a line of a log: whatever
# is asked is one line of plain text in ours and in nginx's.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

story "strings that would like to be a line of their own"
served
before=$(wc -l <"$state/log/serve.log")

# Each string in the address, the query, each header and a form, as raw bytes;
# prints how many requests our doors have answered.
perl - "${BELFRY_ADDRESS#http://}" >"$state/tmp/asked" <<'END'
use strict;
use warnings;
use IO::Socket::INET;

my $address = $ARGV[0];
my $line = '2026-11-22T00:00:00Z error public-1 aaaa-000001 forged';
my @odd = map { my $x = $_; ($x, "x${x}y", "$x$line") } (
	"\r\n$line\r\n", "\n$line", "\r$line", "%0d%0a$line", "%0A$line%0A", "\x0b", "\x0c", "\x85", "\xc2\x85",
	"\xe2\x80\xa8$line", "\xe2\x80\xa9$line", "\e[31mred\e[0m", "\e]0;title\a", "\e[2J\e[H", "%1b[31m", "\x9b31m",
	"\x00", "%00", "\x08\x08\x08\x08", "%08%08", "\x7f", "\xe2\x80\xaegnp.exe", "\xe2\x81\xa7x\xe2\x81\xa9", "\xef\xbb\xbf",
	'{"level":"error","message":"forged"}', '","level":"error","x":"', '\\n', '\\u000a', '\\x1b[31m', '"', "'", '\\', '`id`',
	'${jndi:ldap://x}', '%s%s%n', '$(id)', "\xff\xfe", "\xc0\x8a", "\xed\xa0\x80",
);
my $answered = 0;

sub ask {
	my ($request) = @_;
	my $socket = IO::Socket::INET->new(PeerAddr => $address, Timeout => 20) or die "$address: $!\n";

	local $SIG{PIPE} = 'IGNORE';
	binmode $socket;
	print $socket $request;
	my $answer = do { local $/; <$socket> } // '';
	# Every answer of ours has this header; what nginx refuses has not.
	$answered++ if $answer =~ /^Cross-Origin-Opener-Policy/mi;
}

# Whoever brings a query gets no copy of nginx's.
my $bare = "Host: $address\r\nConnection: close\r\n";
my $common = "${bare}Cookie: belfry_draft=x\r\n";
for my $odd (@odd) {
	my $form = "token=$odd&description=$odd&$odd=x";
	my $length = length $form;

	ask("GET /$odd HTTP/1.1\r\n$common\r\n");
	ask("GET /report?again=$odd&$odd=1 HTTP/1.1\r\n$common\r\n");
	ask("GET /login HTTP/1.1\r\n${bare}User-Agent: $odd\r\nReferer: $odd\r\nCookie: belfry_session=$odd; belfry_draft=$odd\r\n\r\n");
	ask("GET /report?now HTTP/1.1\r\n${common}Origin: $odd\r\nX-Forwarded-For: $odd\r\nAccept-Language: $odd\r\nAuthorization: $odd\r\n\r\n");
	ask("POST /report/who HTTP/1.1\r\n${common}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: $length\r\n\r\n$form");
	ask("POST /login HTTP/1.1\r\n${common}Content-Type: text/plain$odd\r\nContent-Length: $length\r\n\r\n$form");
}
ask("GET /report?now HTTP/1.1\r\n${common}User-Agent: " . 'x' x 1048576 . "\r\n\r\n");
ask("GET /report?now HTTP/1.1\r\n${common}User-Agent: " . 'x' x 7000 . "\r\n\r\n");
print "$answered\n";
END
answered=$(cat "$state/tmp/asked")
holds_true "many of them are answered ($answered)" test "$answered" -gt 300
end serve TERM 20
end nginx QUIT 10
tail -n +$((before + 1)) "$state/log/serve.log" >"$state/tmp/ours"

is "each answer is one line" "$(grep -cE ' (GET|POST) [^ ]+ [0-9]{3} [0-9.]+ ms ' "$state/tmp/ours")" "$answered"
is "each line has its five parts" "$(LC_ALL=C grep -vcE \
	'^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z (error|note) [a-z]+(-[0-9]+)? ([a-z0-9]{4}-[0-9]{6}|-) .+$' \
	"$state/tmp/ours")" 0
for log in ours "$state/log/access.log"; do
	[ "$log" = ours ] && log=$state/tmp/ours
	is "nothing in ${log##*/} steers a terminal" "$(LC_ALL=C grep -cE $'[\x01-\x08\x0b-\x1f\x7f]' "$log")" 0
	is "nor turns text round" "$(LC_ALL=C grep -cE $'\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xef\xbb\xbf|\xc2\x85' "$log")" 0
	is "nor is a line that was forged" "$(grep -cE '^2026-11-22T00:00:00Z error' "$log")" 0
done
is "every line of nginx's says when, what and how long" "$(LC_ALL=C grep -avcE \
	'^[0-9-]{10}T[0-9:]{8}[+Z][0-9:]* [0-9]{3} [^ ]* "[^"]*" [0-9]+ [0-9.]+$' "$state/log/access.log")" 0
holds_true "and there are many" test "$(wc -l <"$state/log/access.log")" -gt 400

the_end
