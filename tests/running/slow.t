#!/bin/bash
# Whoever is slow on purpose holds no worker: heads and bodies that arrive by the
# byte, answers that nobody reads, by the hundred, while others are served.
set -u

source=${BELFRY_SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
. "$source/tests/private"
. "$source/tests/running/tap.sh"

private_open --serve --demo || exit 1
state_of_slow=$state/tmp/slow
perl - "${BELFRY_ADDRESS#http://}" 100 >"$state_of_slow" 2>&1 <<'PERL' &
	use strict;
	use warnings;
	use IO::Socket::INET;
	use Time::HiRes qw(time sleep);

	my ($host, $of_each) = @ARGV;
	my $ends = time + 120;
	my (@slow, $kind);

	$SIG{PIPE} = 'IGNORE';
	for my $n (1 .. $of_each) {
		# Addresses of their own: one visitor may open a hundred.
		for my $kind (qw(head body reader)) {
			my $socket = IO::Socket::INET->new(PeerAddr => $host, LocalAddr => "127.9.$n.1") or next;

			$socket->blocking(0);
			print $socket "POST /follow HTTP/1.1\r\nHost: $host\r\n" if $kind ne 'reader';
			print $socket "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n"
				if $kind eq 'body';
			# Many pages asked for on one connection, and none of them read.
			print $socket "GET /report HTTP/1.1\r\nHost: $host\r\n\r\n" x 50 if $kind eq 'reader';
			$socket->flush;
			push @slow, [ $kind, $socket ];
		}
	}
	print scalar(@slow), " are slow\n";
	STDOUT->flush;
	while (time < $ends) {
		for my $slow (@slow) {
			print { $slow->[1] } $slow->[0] eq 'head' ? 'X' : 'a' if $slow->[0] ne 'reader';
			$slow->[1]->flush;
		}
		sleep 0.5;
	}
PERL
slow=$!
for ((i = 0; i < 100; i++)); do
	grep -q 'are slow' "$state_of_slow" && break
	sleep 0.1
done
is "three hundred are slow" "$(grep 'are slow' "$state_of_slow")" "300 are slow"

failed=0 longest=0
for ((i = 0; i < 60; i++)); do
	began=${EPOCHREALTIME/./}
	curl -sf -m 10 -o /dev/null "$BELFRY_ADDRESS/report/who" || failed=$((failed + 1))
	took=$(((${EPOCHREALTIME/./} - began) / 1000))
	((took <= longest)) || longest=$took
done
holds "they are slow until the last of the others is served" kill -0 "$slow"
is "none of the others fails" "$failed" 0
holds "none of the others waits for them (the longest $longest ms)" test "$longest" -lt 5000
kill "$slow"
wait "$slow" 2>/dev/null
if [ -r "$state/log/serve.log" ]; then
	is "no worker saw what did not arrive" "$(grep -c 'POST /follow' "$state/log/serve.log")" 0
fi

private_close
done_testing
