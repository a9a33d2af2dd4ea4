# How a request goes out and its answer comes back: by `belfry cgi`, in a process of
# its own, or by nginx.
package Wire;
use strict;
use warnings;
use utf8;

use IO::Socket::INET;
use POSIX ();

my $source = $ENV{BELFRY_SOURCE} // '.';
my $state = $ENV{BELFRY_STATE} // '/tmp';
# Asked now: a request has an environment of its own.
my $program = $ENV{BELFRY} // "$source/belfry";
my $seconds = $ENV{VALGRIND} ? 300 : 60;

our ($address) = ($ENV{BELFRY_ADDRESS} // '') =~ m{^http://(.+)$};
our $log_file = "$state/log/stories.log";

# As nginx sends them: which door an address is behind.
sub door_of {
	my ($path) = @_;

	return $path =~ m{^/(?:[a-z][a-z]/)?(?:desk|portal|office|admin|api|login|logout|invite|password|account)(?:[/?]|$)|^/(?:healthz/inside|metrics)(?:\?|$)}
		? 'inside' : 'public';
}

# What a program of CGI is told of a request. `moment` is what the clock says, '' for
# the real one.
sub environment_of {
	my ($request, $settings, $client, $moment) = @_;
	my %env = (
		PATH => $ENV{PATH}, GATEWAY_INTERFACE => 'CGI/1.1', SERVER_PROTOCOL => 'HTTP/1.1',
		BELFRY_CONF => $settings,
		REQUEST_METHOD => $request->{method}, REQUEST_URI => $request->{address},
		QUERY_STRING => $request->{address} =~ /\?(.*)$/s ? $1 : '',
		REMOTE_ADDR => $client,
	);

	for my $name (qw(UBSAN_OPTIONS ASAN_OPTIONS LSAN_OPTIONS TMPDIR)) {
		$env{$name} = $ENV{$name} if defined $ENV{$name};
	}
	$env{BELFRY_NOW} = $moment if $moment ne '';
	for my $header (keys %{ $request->{headers} }) {
		my $name = uc $header;

		$name =~ tr/-/_/;
		$name = "HTTP_$name" if $name !~ /^CONTENT_(?:TYPE|LENGTH)$/;
		$env{$name} = $request->{headers}{$header};
	}
	return %env;
}

# One request; the headers and body as they came.
sub ask_cgi {
	my ($request, @where) = @_;
	my $body = "$state/tmp/stories-body.$$";
	my $door = door_of($request->{address});
	my %env = environment_of($request, @where);
	my $input = '/dev/null';

	if (defined $request->{body}) {
		open my $file, '>:raw', $body or die "$body: $!";
		print $file $request->{body};
		close $file or die "$body: $!";
		$input = $body;
	}
	pipe my $from, my $to or die $!;
	my $pid = fork // die "cannot fork: $!";

	if ($pid == 0) {
		%ENV = %env;
		open STDIN, '<', $input or POSIX::_exit(126);
		open STDOUT, '>&', $to or POSIX::_exit(126);
		open STDERR, '>>', $log_file or POSIX::_exit(126);
		{ exec $program, 'cgi', '--door', $door }
		POSIX::_exit(127);
	}
	close $to;
	binmode $from;
	my $answer = eval {
		local $SIG{ALRM} = sub { die "late\n" };
		alarm $seconds;
		my $all = do { local $/; <$from> };
		alarm 0;
		$all;
	};
	kill 'KILL', $pid if !defined $answer;
	waitpid $pid, 0;
	$request->{ended} = $?;
	return $answer // '';
}

sub ask_nginx {
	my ($request) = @_;
	my $socket = IO::Socket::INET->new(PeerAddr => $address, Timeout => 10) or return '';
	my %headers = (%{ $request->{headers} }, Connection => 'close');

	binmode $socket;
	$socket->autoflush(1);
	print $socket "$request->{method} $request->{address} HTTP/1.1\r\n",
		(map { "$_: $headers{$_}\r\n" } sort keys %headers), "\r\n", $request->{body} // '';
	my $answer = do { local $/; <$socket> } // '';

	$request->{ended} = 0;
	$answer =~ s{^HTTP/1\.1 (\d+[^\r\n]*)}{Status: $1};
	return in_one_piece($answer);
}

# An answer whose length nobody knew at its beginning comes in pieces.
sub in_one_piece {
	my ($answer) = @_;
	my ($head, $pieces) = $answer =~ /^(.*?\r\n)\r\n(.*)$/s or return $answer;
	my $body = '';

	return $answer if $head !~ s/^Transfer-Encoding: chunked\r\n//mi;
	while ($pieces =~ /\G([0-9a-f]+)\r\n/gci) {
		my $size = hex $1;

		return "$head\r\n$body" if $size == 0;
		$body .= substr $pieces, pos($pieces), $size;
		pos($pieces) += $size + 2;
	}
	return '';               # broken off
}

1;
