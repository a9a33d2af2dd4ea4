#!/usr/bin/perl
# People who report without pause, whatever happens to the servers: each fills
# in the whole form as the pages ask for it, tries again when a page does not
# come (with the very form that was sent, as a browser's reload does), notes
# the reference that was shown, and often opens the report again to write more.
#
#   reporters.pl ADDRESS FOLDER SECONDS WRITERS
#
# FOLDER/journal.N is one line per thing, written before the next is begun:
#
#   began MARKER              a journey; MARKER stands in the description
#   shown MARKER REFERENCE SECRET DIGEST FILES   the confirmation was seen: the
#                             digest of the description, and of each file
#   wrote MARKER MESSAGE      a further message, and the page that showed it
#   lost MARKER WHY           it was given up
#
# FOLDER/answers.N counts the statuses that came, FOLDER/slow.N the longest
# wait of a request in milliseconds.
use strict;
use warnings;
use utf8;
use Digest::SHA qw(sha256_hex);
use Encode qw(encode_utf8 decode_utf8);
use FindBin;
use IO::Socket::INET;
use POSIX ();
use Time::HiRes qw(time sleep);
use lib "$FindBin::Bin/../pages";
use Page;

my ($base, $folder, $seconds, $writers) = @ARGV;
my ($host) = $base =~ m{^http://([^/]+)} or die "ADDRESS is http://HOST:PORT\n";
my $ends = time + $seconds;
my $patience = 60;              # seconds that a person tries again
my $pages_at_most = 30;         # of one journey

$SIG{PIPE} = 'IGNORE';
for my $writer (1 .. $writers) {
	my $pid = fork // die "cannot fork: $!\n";

	if ($pid == 0) {
		work($writer);
		POSIX::_exit(0);
	}
}
1 while wait > 0;


# --- one request

my (%cookies, %answers, $client, $slowest);

# One attempt: status, headers, body; status 0 when nothing whole came.
sub once {
	my ($method, $path, $type, $body) = @_;
	my $socket = IO::Socket::INET->new(PeerAddr => $host, LocalAddr => $client, Timeout => 10) or return (0);
	my $head = "$method $path HTTP/1.1\r\nHost: $host\r\nConnection: close\r\n";

	$head .= "Origin: $base\r\nContent-Type: $type\r\nContent-Length: " . length($body) . "\r\n" if $method eq 'POST';
	$head .= 'Cookie: ' . join('; ', map { "$_=$cookies{$_}" } sort keys %cookies) . "\r\n" if %cookies;
	binmode $socket;
	$socket->autoflush(1);
	print $socket "$head\r\n", $body // '';
	my $answer = '';
	local $SIG{ALRM} = sub { close $socket };
	alarm 20;
	1 while sysread $socket, $answer, 65536, length $answer;
	alarm 0;
	my ($headers, $page) = $answer =~ /^(.*?\r\n)\r\n(.*)$/s or return (0);
	my ($status) = $headers =~ m{^HTTP/1\.1 (\d+)} or return (0);
	my ($length) = $headers =~ /^Content-Length: (\d+)/mi;

	return (0) if defined $length && length $page < $length;
	if ($headers =~ /^Transfer-Encoding: chunked/mi) {
		my $whole = '';

		while ($page =~ /\G([0-9a-f]+)\r\n/gci) {
			my $size = hex $1;

			last if $size == 0 and return ($status, $headers, $whole);
			$whole .= substr $page, pos($page), $size;
			pos($page) += $size + 2;
		}
		return (0);
	}
	return ($status, $headers, $page);
}

sub take_cookies {
	my ($headers) = @_;

	while ($headers =~ /^Set-Cookie: ([^=]+)=([^;\r\n]*)([^\r\n]*)/mgi) {
		my ($name, $value, $how) = ($1, $2, $3);

		$cookies{$name} = $value;
		delete $cookies{$name} if $value eq '' || $how =~ /Max-Age=0\b/i;
	}
}

# The same again until an answer comes that is not a fault of the servers, and
# then wherever it leads. A page, with where it is; undef after too long.
sub ask {
	my ($method, $path, $type, $body) = @_;
	my $begun = time;

	while (time - $begun < $patience) {
		my $asked = time;
		my ($status, $headers, $page) = once($method, $path, $type, $body);
		my $took = 1000 * (time - $asked);

		$answers{$status}++;
		$slowest = $took if $took > $slowest;
		if ($status == 0 || $status >= 500) {
			sleep 0.05 + rand 0.1;
			next;
		}
		take_cookies($headers);
		if ($status == 303) {
			my ($to) = $headers =~ /^Location: ([^\r\n]+)/mi;

			$to =~ s{^http://[^/]+}{};
			($method, $path, $type, $body) = ('GET', $to);
			next;
		}
		my $read = Page::read_page(decode_utf8($page));

		$read->{status} = $status;
		$read->{path} = $path =~ s/\?.*//r;
		return $read;
	}
	return undef;
}


# --- forms

sub encoded {
	my ($text) = @_;

	$text = encode_utf8($text);
	$text =~ s/([^A-Za-z0-9_.\-])/sprintf '%%%02X', ord $1/ge;
	return $text;
}

# The bytes of a file that nobody can mistake for another.
sub some_file {
	my ($marker, $n) = @_;
	my @sizes = (0, 1, 3_000, 40_000, 1_048_576, 1_048_577, 1_500_000);
	my $size = $sizes[rand @sizes];
	my $bytes = "$marker $n ";

	$bytes .= sha256_hex($bytes . length $bytes) x (1 + $size / 64);
	return substr $bytes, 0, $size;
}

# Sends the form with that button, filled in.
sub send_form {
	my ($page, $label, $values, $files) = @_;
	my ($form, $button);

	for my $one (@{ $page->{forms} }) {
		for my $press (@{ $one->{buttons} }) {
			($form, $button) = ($one, $press) if !$form && $press->{text} eq $label;
		}
	}
	return undef if !$form;
	my (@pairs, @uploads, %chosen);

	for my $field (@{ $form->{fields} }) {
		my ($name, $type) = ($field->{name} // '', $field->{type});
		my $wanted = $values->{$name};

		next if $name eq '';
		if ($type eq 'file') {
			push @uploads, [ $name, $_ ] for @$files;
			next;
		}
		if ($type =~ /^(?:radio|checkbox)$/) {
			my $on = defined $wanted ? $field->{value} eq $wanted : $field->{on};

			push @pairs, [ $name, $field->{value} ] if $on && !($type eq 'radio' && $chosen{$name}++);
			next;
		}
		push @pairs, [ $name, $type eq 'hidden' ? $field->{value} : $wanted // $field->{value} ];
	}
	push @pairs, [ $button->{name}, $button->{value} ] if defined $button->{name};
	my $to = $form->{action} eq '' ? $page->{path} : $form->{action};

	return ask('POST', $to, 'application/x-www-form-urlencoded',
		join '&', map { encoded($_->[0]) . '=' . encoded($_->[1]) } @pairs) if !@uploads;
	my $boundary = 'soak' . sha256_hex(rand);
	my $body = '';

	for my $pair (@pairs) {
		$body .= "--$boundary\r\nContent-Disposition: form-data; name=\"$pair->[0]\"\r\n\r\n"
			. encode_utf8($pair->[1]) . "\r\n";
	}
	for my $upload (@uploads) {
		my ($name, $file) = @$upload;

		$body .= "--$boundary\r\nContent-Disposition: form-data; name=\"$name\"; filename=\"$file->{name}\"\r\n"
			. "Content-Type: application/octet-stream\r\n\r\n$file->{bytes}\r\n";
	}
	return ask('POST', $to, "multipart/form-data; boundary=$boundary", "$body--$boundary--\r\n");
}


# --- a journey

# From the first question to the confirmation; false when it had to be given up.
sub report {
	my ($note, $marker) = @_;
	my $description = "Report $marker.\r\n" . join ' ', map { "Line $_ of what was seen." } 1 .. 1 + rand 60;
	my %values = (reporting_for => 'myself', category => 'malware', description => $description,
		name => "Reporter $marker", email => "$marker\@reporter.example");
	my @files = map { { name => "$marker-$_.bin", bytes => some_file($marker, $_) } } 1 .. rand 3;
	my (@sent, $pages);

	%cookies = ();
	$note->("began $marker");
	my $page = ask('GET', '/report/who');

	while ($page && $page->{path} ne '/report/sent') {
		my $has_files = grep { $_->{type} eq 'file' } map { @{ $_->{fields} } } @{ $page->{forms} };
		# What did not reach them, a person chooses again.
		my $again = $page->{status} == 422 && $has_files && @sent;

		return $note->("lost $marker on $page->{path}, status $page->{status}, after $pages pages")
			if ++$pages > $pages_at_most || ($page->{status} >= 400 && !$again);
		@files = splice @sent if $again;

		if ($page->{path} eq '/report/check') {
			$page = send_form($page, 'Send report', {}, []);
		} elsif ($has_files && @files) {
			@sent = splice @files;
			$page = send_form($page, 'Continue', \%values, \@sent);
		} else {
			$page = send_form($page, 'Continue', \%values, []);
		}
	}
	return $note->("lost $marker without an answer") if !$page;
	my ($reference) = $page->{lines} =~ /([A-Z]+-\d{4}-[2-9A-Z]{7})/;
	my ($secret) = $page->{lines} =~ /(\d{5} \d{5} \d{5} \d{5} \d{5})/;

	return $note->("lost $marker without a reference") if !$reference || !$secret;
	$secret =~ tr/ //d;
	$note->("shown $marker $reference $secret " . sha256_hex($description =~ s/\r\n/\n/gr) . ' '
		. (join(',', sort map { sha256_hex($_->{bytes}) } @sent) || '-'));
	follow_up($note, $marker, $reference, $secret) if rand() < 0.3;
}

# The reporter adds something.
sub follow_up {
	my ($note, $marker, $reference, $secret) = @_;
	my $message = "Further to $marker: " . sha256_hex(rand);

	my $page = ask('GET', '/follow');

	$page = $page && send_form($page, 'Open the report', { reference => $reference, secret => $secret });
	return $note->("lost $marker: its secret opens nothing") if !$page || $page->{path} ne '/follow/ticket';
	return $note->("lost $marker: it says something else") if index($page->{lines}, $marker) < 0;
	$page = send_form($page, 'Send message', { body => $message });
	return $note->("lost $marker without an answer to a message") if !$page || $page->{status} != 200;
	$note->("wrote $marker " . ($message =~ s/.*: //r)) if index($page->{lines}, $message) >= 0;
}

sub work {
	my ($writer) = @_;
	my $number = 0;

	srand($$ ^ int time);
	$slowest = 0;
	open my $journal, '>>', "$folder/journal.$writer" or die "$folder: $!\n";
	$journal->autoflush(1);
	my $note = sub {
		print $journal "$_[0]\n";
		return 0;
	};

	while (time < $ends) {
		# From an address of their own, as people are.
		$client = sprintf '127.%d.%d.%d', 1 + rand 250, rand 250, 1 + rand 250;
		report($note, sprintf 'm%dx%dx%06x', $writer, ++$number, rand 0xffffff);
	}
	open my $counts, '>', "$folder/answers.$writer";
	print $counts "$_ $answers{$_}\n" for sort { $a <=> $b } keys %answers;
	open my $slow, '>', "$folder/slow.$writer";
	printf $slow "%d\n", $slowest;
}
