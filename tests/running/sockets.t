#!/bin/bash
# The sockets of the doors: only who may come through them does, and whoever
# sends what is no FastCGI harms nobody but the worker that listens.
set -u

source=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
. "$source/tests/private"
. "$source/tests/running/tap.sh"

private_open --serve --demo || exit 1

status() {
	curl -s -o /dev/null -w '%{http_code}' --max-time 30 -H 'Cookie: belfry_draft=x' "$BELFRY_ADDRESS$1"
}

# --- who may

for door in public inside; do
	is "the $door socket is its user's and its group's alone" "$(stat -c '%A' "$runtime/$door.sock")" srw-rw----
done
is "the folder is nobody else's" "$(stat -c %a "$runtime")" 700
if [ "$(id -u)" = 0 ]; then
	chmod 711 "$runtime"      # so that it is the socket that says no
	for door in public inside; do
		is "somebody else is refused at the $door socket" "$(perl -MIO::Socket::UNIX -e '
			$) = "65534 65534"; $> = 65534;
			print IO::Socket::UNIX->new(Peer => $ARGV[0]) ? "came in" : $!{EACCES} ? "denied" : $!;
		' "$runtime/$door.sock")" denied
	done
	chmod 700 "$runtime"
else
	echo "# one user alone cannot be somebody else: not tried"
fi

# --- what is no FastCGI

# malformed N: the N-th piece of nonsense, sent to a door; the door closes.
malformed() {
	perl -MIO::Socket::UNIX -e '
		my ($path, $n) = @ARGV;
		srand $n;
		my $random = join "", map { chr int rand 256 } 1 .. 4000;
		# version, type, request, length of content and of padding
		my $record = sub { pack("CCnnCC", 1, $_[0], $_[1], length $_[2], 0, 0) . $_[2] };
		my $begin = $record->(1, 1, pack("nC6", 1, 0, 0, 0, 0, 0, 0));
		my $pair = sub { pack("NN", map { (length $_) | 0x80000000 } @_) . join "", @_ };
		my @nonsense = (
			"", "\0", "x", "GET / HTTP/1.0\r\n\r\n", "\xff" x 8, "\0" x 8, "\0" x 100000, $random,
			pack("CCnnCC", 1, 1, 1, 65535, 255, 0), pack("CCnnCC", 1, 1, 0, 8, 0, 0) . "\0" x 8,
			pack("CCnnCC", 2, 1, 1, 8, 0, 0) . "\0" x 8, pack("CCnnCC", 0, 1, 1, 8, 0, 0) . "\0" x 8,
			$begin, $begin x 100, $begin . substr($random, 0, 8),
			$begin . pack("CCnnCC", 1, 4, 1, 65535, 0, 0) . "short",
			$begin . $record->(4, 1, pack("N", 0xffffffff)),
			$begin . $record->(4, 1, pack("NN", 0xffffffff, 0xffffffff)),
			$begin . $record->(4, 1, pack("NN", 0x80000010, 0x80000000) . "x"),
			$begin . $record->(4, 1, "\x7f\x7f"), $begin . $record->(4, 1, "\x80"),
			$begin . $record->(4, 1, $random), $begin . $record->(4, 1, $pair->("A" x 30000, "B" x 30000)),
			$begin . $record->(4, 2, $pair->("REQUEST_METHOD", "GET")) . $record->(4, 2, ""),
			$begin . $record->(4, 1, $pair->("REQUEST_METHOD", "GET")) . $record->(4, 1, ""),
			$begin . $record->(4, 1, $pair->("REQUEST_METHOD", "GET") . $pair->("REQUEST_URI", "/\0\n")) . $record->(4, 1, ""),
			$begin . $record->(4, 1, $pair->("REQUEST_METHOD", "POST") . $pair->("CONTENT_LENGTH", "-5")
				. $pair->("REQUEST_URI", "/report/who") . $pair->("HTTP_HOST", "localhost")) . $record->(4, 1, ""),
			$begin . $record->(4, 1, $pair->("REQUEST_METHOD", "POST") . $pair->("CONTENT_LENGTH", "99999999999999999999")
				. $pair->("REQUEST_URI", "/report/who") . $pair->("HTTP_HOST", "localhost")) . $record->(4, 1, ""),
			$begin . $record->(4, 1, $pair->("REQUEST_METHOD", "POST") . $pair->("CONTENT_LENGTH", "100")
				. $pair->("REQUEST_URI", "/report/who") . $pair->("HTTP_HOST", "localhost")) . $record->(4, 1, "") . $record->(5, 1, "x"),
			$begin . $record->(2, 1, ""), $record->(9, 0, $pair->("FCGI_MAX_CONNS", "")), $record->(200, 1, $random),
			$begin . $record->(4, 1, "") . $record->(5, 1, $random), $record->(1, 1, pack("nC6", 2, 1, 0, 0, 0, 0, 0)),
			$record->(1, 1, pack("nC6", 3, 0, 0, 0, 0, 0, 0)), $record->(1, 1, pack("nC6", 9, 255, 0, 0, 0, 0, 0)),
		);
		my $nonsense = $nonsense[$n] // do {
			my $whole = join "", @nonsense;
			my $part = substr $whole, int rand(length($whole) - 300), 1 + int rand 300;
			substr($part, int rand length $part, 1) = chr int rand 256 for 1 .. 3;
			$n % 2 ? $part : $begin . $part;
		};
		my $socket = IO::Socket::UNIX->new(Peer => $path) or die "$path: $!\n";
		$SIG{PIPE} = "IGNORE";
		binmode $socket;
		print $socket $nonsense;
		shutdown $socket, 1;
		$SIG{ALRM} = sub { print "hangs\n"; exit };
		alarm 20;
		1 while sysread $socket, my $answer, 65536;
		print "closed\n";
	' "$runtime/$1.sock" "$2"
}

workers() {
	pgrep -P "$master" | wc -l
}
as_many() {
	for tries in $(seq 200); do
		[ "$(workers)" = "$workers_before" ] && return
		sleep 0.1
	done
	return 1
}

master=$(pid_of serve)
workers_before=$(workers)
hung= lost=
for door in public inside; do
	page=/report
	[ $door = public ] || page=/login
	for n in $(seq 0 49); do
		[ "$(malformed $door "$n")" = closed ] || hung+=" $door:$n"
		[ $((n % 10)) != 9 ] || [ "$(status $page)" = 200 ] || lost+=" $door:$n"
	done
done
is "after each of 100 pieces of nonsense the door closes" "$hung" ""
is "and the next visitor has a page" "$lost" ""
is "the master is the same" "$(pid_of serve)" "$master"
holds "there are as many workers" as_many
holds "none of them complained of itself" sh -c '! grep -E " error |bug: |runtime error|AddressSanitizer" "$1"' - "$state/log/serve.log"

done_testing
