#!/usr/bin/perl
# The browser of the stories: story.sh orders, this goes, looks and counts.
#
# An order is a number of arguments and the arguments, each ended by a NUL; the
# answer is a status (0 or 1) and a text, ended likewise. TAP goes to file 3.
# Each request is answered by `belfry cgi`, or by nginx where a story says so;
# cookies are kept per visitor, with the clock that the story has chosen.
use strict;
use warnings;
use utf8;
no warnings 'nonchar';      # odd text is what some stories are about

use FindBin;
use lib $FindBin::Bin;

use Authenticator;
use IO::Handle;
use IO::Socket::INET;
use Page;
use POSIX ();

my $source = $ENV{BELFRY_SOURCE} // '.';
my $state = $ENV{BELFRY_STATE} // '/tmp';
# Asked now: a request has an environment of its own.
my $program = $ENV{BELFRY} // "$source/belfry";
my ($address) = ($ENV{BELFRY_ADDRESS} // '') =~ m{^http://(.+)$};
my $log_file = "$state/log/stories.log";
my $seconds = $ENV{VALGRIND} ? 300 : 60;

open my $tap, '>&=', 3 or die "no file 3 for TAP: $!";
binmode $tap, ':utf8';
$tap->autoflush(1);
STDOUT->autoflush(1);
$SIG{PIPE} = 'IGNORE';
$ENV{TZ} = 'UTC';
POSIX::tzset();


# --- TAP

my ($tests, $failed, $title, $quiet) = (0, 0, '', 0);
my $visitor;          # the browser of the moment
my %visitors;

# What is on the page, for a reader of a failed test; once a page.
sub print_page {
	my $page = $visitor && $visitor->{page} or return;

	return if $page->{printed}++;
	print $tap "#   $page->{method} $page->{address} -> $page->{status}\n";
	print $tap "#   $_\n" for grep { /^(?:Location|Content-Type|Allow)/ }
		map { "$_->[0]: $_->[1]" } @{ $page->{headers} };
	my @lines = grep { /\S/ } split /\n/, $page->{lines} // $page->{body};

	splice @lines, 60, @lines - 60, '...' if @lines > 60;
	print $tap '#   | ', substr($_, 0, 200), "\n" for @lines;
}

sub ok {
	my ($good, $name, @why) = @_;

	$name = "$title: $name" if $title ne '';
	$name =~ s/\s+/ /g;
	$name =~ s/#/\\#/g;
	$name = substr($name, 0, 200) . '...' if length $name > 203;
	return 1 if $good && $quiet;
	$tests++;
	$failed++ if !$good;
	print $tap $good ? '' : 'not ', "ok $tests - $name\n";
	return 1 if $good;
	for my $why (@why) {
		print $tap "#   $_\n" for split /\n/, $why;
	}
	print_page();
	return 0;
}


# --- the site map, the words of other languages

my @routes;

sub read_routes {
	open my $file, '<', "$source/app/site.c" or die "app/site.c: $!";
	my $text = do { local $/; <$file> };

	while ($text =~ /\{\s*(GET|POST)\s*,\s*"([^"]*)"/g) {
		my ($method, $path) = ($1, $2);
		my $pattern = join '/', map { $_ eq ':id' ? '\d+' : /^:/ ? '[A-Za-z0-9_-]+' : quotemeta }
			split m{/}, $path, -1;

		push @routes, [ $method, qr/^$pattern$/ ];
	}
	die "app/site.c has no rows" if !@routes;
}

my %outside = map { $_ => 1 } 'https://www.wikipedia.org/';

# What is wrong with where a link or form leads; nothing when there is such a
# place.
sub leads_nowhere {
	my ($method, $link) = @_;

	return () if $link =~ m{^(?:mailto:[^\s<>"]+|tel:\+?[\d ().-]+)$} || $outside{$link};
	return "the link '$link' leads outside" if $link !~ m{^/(?!/)};
	my ($path) = $link =~ /^([^?#]*)/;

	if ($path =~ m{^/static/}) {
		return -f "$source$path" ? () : "there is no file '$path'";
	}
	$path =~ s{^/(?:ar|es|fr|ru|zh)(?=/|$)}{};
	$path = '/' if $path eq '';
	$path =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
	for my $route (@routes) {
		return () if $route->[0] eq $method && $path =~ $route->[1];
	}
	return "no row of the site map for $method $path";
}

my (%catalogues, $catalogue);

sub read_catalogue {
	my ($code) = @_;
	my (%words, $id, $text, $at);

	open my $file, '<:utf8', "$source/templates/languages/$code.po" or die "$code.po: $!";
	while (<$file>) {
		if (/^msgid "(.*)"$/) {
			$words{$id} = $text if defined $id && defined $text && $text ne '';
			($id, $text, $at) = ($1, undef, \$id);
		} elsif (/^msgstr(?:\[0\])? "(.*)"$/) {
			$text = $1;
			$at = \$text;
		} elsif (/^"(.*)"$/ && $at) {
			$$at .= $1;
		} elsif (/^\s*$|^msg/) {
			$at = undef;
		}
	}
	$words{$id} = $text if defined $id && defined $text && $text ne '';
	s/\\n/\n/g, s/\\"/"/g, s/\\\\/\\/g for values %words;
	return \%words;
}

# A sentence as this visitor's language has it; what is no sentence of ours
# stays as it is.
sub said {
	my ($sentence) = @_;

	return $sentence if !$catalogue || $sentence eq '';
	return $catalogue->{$sentence} // $sentence;
}


# --- pages

# A link of a page as a whole address; "?a=b" and "" are the page's own.
sub absolute {
	my ($page, $link) = @_;

	return $link if $link =~ m{^(?:[a-z]+:|/)};
	my ($path) = $page->{address} =~ /^([^?]*)/;

	return $link eq '' ? $page->{address} : $link =~ /^\?/ ? $path . $link : $link;
}


# Takes an answer apart, and adds where its links and forms lead.
sub look_at {
	my ($page) = @_;
	my $read = Page::read_page($page->{body});
	my $gone = $page->{status} =~ /^(?:40[0-8]|41|5)/;

	# What is not there is not there in other languages either.
	my @links = grep { $_->{href} !~ /^#/ && !($gone && $_->{lang}) } @{ $read->{links} };
	my @wrong = ((map { leads_nowhere('GET', absolute($page, $_->{href})) } @links),
		(map { leads_nowhere($_->{method}, absolute($page, $_->{action})) } @{ $read->{forms} }),
		(map { leads_nowhere('GET', $_) } @{ $read->{files} }));

	@$page{qw(title text lines links forms)} = @$read{qw(title text lines links forms)};
	push @{ $page->{wrong} }, @{ $read->{wrong} }, @wrong;
	for my $field (map { @{ $_->{fields} } } @{ $read->{forms} }) {
		$visitor->{token} = $field->{value} if $field->{name} eq 'token';
	}
}


# --- requests

my ($clock, $client, $over, $settings, %next_headers) = ('', '198.51.100.7', 'cgi', $ENV{BELFRY_CONF});
my (@private, %is_private);       # what the log must not have

sub seconds_now {
	return time if $clock eq '';
	my ($y, $mo, $d, $h, $mi, $s) = $clock =~ /^(\d+)-(\d+)-(\d+) (\d+):(\d+):(\d+)$/
		or die "no moment: $clock";

	return POSIX::mktime($s, $mi, $h, $d, $mo - 1, $y - 1900);
}

sub keep_private {
	my ($text) = @_;

	push @private, $text if defined $text && length $text >= 8 && !$is_private{$text}++;
}

# As nginx sends them: the public door sees three cookies and never a session.
sub door_of {
	my ($path) = @_;

	return $path =~ m{^/(?:[a-z][a-z]/)?(?:desk|portal|office|admin|api|login|logout|invite|password|account)(?:[/?]|$)|^/(?:healthz/inside|metrics)(?:\?|$)}
		? 'inside' : 'public';
}

sub cookies_for {
	my ($door) = @_;
	my $now = seconds_now();
	my $jar = $visitor->{cookies};

	delete $jar->{$_} for grep { defined $jar->{$_}{ends} && $jar->{$_}{ends} <= $now } keys %$jar;
	return join '; ', map { "$_=$jar->{$_}{value}" }
		grep { $door eq 'inside' || /^belfry_(?:draft|follow|notice)$/ } sort keys %$jar;
}

sub take_cookies {
	my ($page) = @_;

	for my $header (grep { lc $_->[0] eq 'set-cookie' } @{ $page->{headers} }) {
		my ($name, $value, $rest) = $header->[1] =~ /^([^=;]+)=([^;]*)(.*)$/;
		my ($age) = $rest =~ /Max-Age=(-?\d+)/;

		push @{ $page->{wrong} }, "a careless cookie: $name$rest"
			if $rest !~ /HttpOnly/ || $rest !~ /SameSite=Lax/;
		push @{ $page->{wrong} }, "a large cookie: $name" if length $header->[1] > 4096;
		next if $visitor->{keeps_none};
		if (defined $age && $age <= 0) {
			delete $visitor->{cookies}{$name};
		} else {
			$visitor->{cookies}{$name} = { value => $value,
				ends => defined $age ? seconds_now() + $age : undef };
			keep_private($value) if $name ne 'belfry_notice';
		}
	}
}

# One request; the headers and body as they came.
sub ask_cgi {
	my ($request) = @_;
	my $body = "$state/tmp/stories-body.$$";
	my $door = door_of($request->{address});
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
	$env{BELFRY_NOW} = $clock if $clock ne '';
	for my $header (keys %{ $request->{headers} }) {
		my $name = uc $header;

		$name =~ tr/-/_/;
		$name = "HTTP_$name" if $name !~ /^CONTENT_(?:TYPE|LENGTH)$/;
		$env{$name} = $request->{headers}{$header};
	}
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

# Asks once, and makes a page of the answer. No redirect is followed here.
sub ask {
	my ($method, $asked, %more) = @_;
	my %headers = (Host => $address, 'User-Agent' => 'Stories/1.0 (Belfry)', 'Accept' => 'text/html');

	if ($method eq 'POST') {
		$headers{Origin} = "http://$address";
		$headers{'Sec-Fetch-Site'} = 'same-origin';
	}
	if (defined $more{body}) {
		$headers{'Content-Type'} = $more{type} // 'application/x-www-form-urlencoded';
		$headers{'Content-Length'} = $more{length} // length $more{body};
	}
	my $cookies = cookies_for(door_of($asked));

	$headers{Cookie} = $cookies if $cookies ne '';
	for my $name (keys %next_headers) {
		$headers{$name} = $next_headers{$name};
		delete $headers{$name} if $next_headers{$name} eq '';
	}
	%next_headers = ();
	utf8::encode($_) for $asked, values %headers;
	my %request = (method => $method, address => $asked, headers => \%headers, body => $more{body});
	my $log_at = -s $log_file // 0;
	my $answer = $over eq 'cgi' ? ask_cgi(\%request) : ask_nginx(\%request);
	my ($head, $body) = $answer =~ /^(.*?\r\n)\r\n(.*)$/s ? ($1, $2) : ('', $answer);
	my @headers = map { /^([^:]+):\s*(.*)$/ ? [ $1, $2 ] : [ $_, '' ] } split /\r\n/, $head;
	my %page = (method => $method, address => $asked, headers => \@headers, status => 0, wrong => [],
		log_at => $log_at);
	my $is_file = grep { lc $_->[0] eq 'content-disposition' } @headers;

	($page{status}) = map { $_->[1] =~ /^(\d+)/ } grep { lc $_->[0] eq 'status' } @headers;
	$page{status} //= 0;
	my $length = value_of(\%page, 'Content-Length');
	my @wrong;

	push @wrong, sprintf 'the program ended with %d, signal %d', $request{ended} >> 8, $request{ended} & 127
		if $request{ended};
	push @wrong, 'there is no answer' if $page{status} == 0;
	push @wrong, "Content-Length says $length and " . length($body) . ' bytes came'
		if defined $length && $method ne 'HEAD' && $length != length $body;
	push @wrong, 'the page is not in UTF-8' if !$is_file && !utf8::decode($body);
	push @wrong, 'it has no Content-Security-Policy' if !defined value_of(\%page, 'Content-Security-Policy');
	$page{body} = $body;
	if ((value_of(\%page, 'Content-Type') // '') =~ m{^text/html} && $method ne 'HEAD') {
		look_at(\%page);
	} else {
		$page{text} = $is_file ? '' : Page::squeezed($body);
		$page{forms} = $page{links} = [];
	}
	unshift @{ $page{wrong} }, @wrong;
	$visitor->{page} = \%page;
	take_cookies(\%page);
	return \%page;
}

sub read_text {
	my ($path) = @_;

	open my $file, '<:raw', $path or return '';
	my $text = do { local $/; <$file> } // '';

	utf8::decode($text);
	return $text;
}

sub value_of {
	my ($page, $name) = @_;
	my ($value) = map { $_->[1] } grep { lc $_->[0] eq lc $name } @{ $page->{headers} };

	return $value;
}

# Asks, follows where it is sent, and says what is wrong with what it sees.
sub go {
	my ($method, $asked, %more) = @_;

	push @{ $visitor->{before} }, $visitor->{page} if $visitor->{page};
	my $page = ask($method, $asked, %more);
	my @wrong = @{ $page->{wrong} };

	for my $hop (1 .. 5) {
		last if $page->{status} !~ /^30[1238]$/;
		my $to = value_of($page, 'Location') // '';

		if ($to !~ m{^/(?![/\\])}) {
			push @wrong, "sent to '$to'";
			last;
		}
		$page = ask('GET', $to);
		push @wrong, @{ $page->{wrong} };
		push @wrong, 'sent in a circle' if $hop == 5;
	}
	$visitor->{fills} = [];
	$visitor->{attached} = [];
	return ok(!@wrong, "$method $asked", @wrong);
}

# "/report" in the visitor's language.
sub in_language {
	my ($path) = @_;

	return $path if !$visitor->{speaks} || $visitor->{speaks} eq 'en';
	return "/$visitor->{speaks}" . ($path eq '/' ? '' : $path);
}

sub encoded {
	my ($text) = @_;

	utf8::encode($text) if utf8::is_utf8($text);
	$text =~ s/([^A-Za-z0-9_.*\- ])/sprintf '%%%02X', ord $1/ge;
	$text =~ tr/ /+/;
	return $text;
}

sub form_body {
	return join '&', map { encoded($_->[0]) . '=' . encoded($_->[1]) } @_;
}

# As browsers write it (HTML, "multipart/form-data encoding algorithm").
sub multipart_body {
	my $body = '';

	for my $pair (@_) {
		my ($name, $value, $file) = @$pair;

		utf8::encode($value) if utf8::is_utf8($value);
		$body .= "------Stories42\r\nContent-Disposition: form-data; name=\"$name\"";
		if ($file) {
			my $called = $file->{name};

			utf8::encode($called) if utf8::is_utf8($called);
			$called =~ s/"/%22/g;
			$called =~ s/\r/%0D/g;
			$called =~ s/\n/%0A/g;
			$body .= "; filename=\"$called\"\r\nContent-Type: $file->{type}";
		}
		$body .= "\r\n\r\n$value\r\n";
	}
	return $body . "------Stories42--\r\n";
}

sub pairs {
	return map { /^([^=]*)=(.*)$/s ? [ $1, $2 ] : die "expected NAME=VALUE, not '$_'\n" } @_;
}


# --- forms

# The form with that button; part of its address tells two of them apart.
sub find_button {
	my ($label, $where) = @_;
	my @found;

	for my $form (@{ $visitor->{page}{forms} // [] }) {
		next if defined $where && index($form->{action}, $where) < 0;
		push @found, map { [ $form, $_ ] } grep {
			$_->{text} eq $label || ($_->{label} // '') eq $label
		} @{ $form->{buttons} };
	}
	return @found ? @{ $found[0] } : ();
}

sub has_field {
	my ($form, $name) = @_;

	return grep { ($_->{name} // '') eq $name } @{ $form->{fields} };
}

sub is_asked {
	my ($name) = @_;

	return grep { has_field($_, $name) } @{ $visitor->{page}{forms} };
}

# Types into a form, or chooses; '' when a person could do it, or why not.
sub type_into {
	my ($form, $name, $value, $cleared) = @_;
	my @fields = grep { ($_->{name} // '') eq $name } @{ $form->{fields} };

	return "the form has no field '$name'" if !@fields;
	if ($fields[0]{type} =~ /^(?:radio|checkbox)$/) {
		if (!$cleared->{$name}++) {
			$_->{on} = 0 for @fields;
		}
		return '' if $value eq '';
		my ($choice) = grep { $_->{value} eq $value } @fields;

		return "'$name' does not offer '$value'" if !$choice;
		if ($choice->{type} eq 'radio') {
			$_->{on} = 0 for @fields;
		}
		$choice->{on} = 1;
		return '';
	}
	return "the field '$name' is hidden" if $fields[0]{type} eq 'hidden';
	return "'$name' does not offer '$value'"
		if $fields[0]{type} eq 'select' && !grep { $_ eq $value } @{ $fields[0]{options} };
	$fields[0]{value} = $value;
	return '';
}

# What pressing a button would send: its method, address and body.
sub pressed {
	my ($label, $where) = @_;
	my ($form, $button) = find_button(Page::squeezed(said($label)), $where);
	my (@wrong, @pairs, %cleared);

	if (!$form) {
		my @there = map { map { "'$_->{text}'" } @{ $_->{buttons} } } @{ $visitor->{page}{forms} // [] };

		ok(0, "press '$label'", 'the buttons are: ' . join ', ', @there);
		return;
	}
	for my $fill (@{ $visitor->{fills} }) {
		my ($name, $value) = @$fill;

		keep_private($value);
		my $why = type_into($form, $name, $value, \%cleared);

		push @wrong, $why if $why ne '';
	}
	for my $field (grep { $_->{on} && defined $_->{name} } @{ $form->{fields} }) {
		my $value = $field->{value};

		if ($field->{type} eq 'file') {
			my @chosen = grep { $_->{field} eq $field->{name} } @{ $visitor->{attached} // [] };

			# A control that was left empty comes as a file without a name.
			push @pairs, map { [ $field->{name}, $_->{bytes}, $_ ] } @chosen ? @chosen
				: { name => '', type => 'application/octet-stream', bytes => '' };
			next;
		}
		keep_private($value) if $field->{name} eq 'token';
		$value =~ s/\r?\n/\r\n/g if $field->{type} =~ /^(?:textarea|hidden)$/;
		push @pairs, [ $field->{name}, $value ];
	}
	push @pairs, [ $button->{name}, $button->{value} ] if defined $button->{name};
	push @pairs, @{ $visitor->{forged} // [] };
	$visitor->{forged} = [];
	if (@wrong) {
		ok(0, "press '$label'", @wrong);
		return;
	}
	my $action = absolute($visitor->{page}, $form->{action});

	if ($form->{method} eq 'GET') {
		$action =~ s/\?.*//;
		return ('GET', $action . '?' . form_body(@pairs));
	}
	push @wrong, "the form has no field '$_->{field}'"
		for grep { !has_field($form, $_->{field}) } @{ $visitor->{attached} // [] };
	if (@wrong) {
		ok(0, "press '$label'", @wrong);
		return;
	}
	return ('POST', $action, multipart_body(@pairs), 'multipart/form-data; boundary=----Stories42')
		if $form->{multipart};
	return ('POST', $action, form_body(@pairs));
}

sub press {
	my ($method, $action, $body, $type) = pressed(@_);

	return 0 if !defined $method;
	return go($method, $action, defined $body ? (body => $body, type => $type) : ());
}

# The same press from so many tabs at the same moment; the page is that of the
# last. Gives the statuses.
sub press_at_once {
	my ($count, @button) = @_;
	my ($method, $action, $body, $type) = pressed(@button);
	my (@children, @found);

	return 0 if !defined $method;
	for my $i (1 .. $count - 1) {
		my $path = "$state/tmp/stories-child.$$.$i";
		my $pid = fork // die "cannot fork: $!";

		if ($pid == 0) {
			my $page = ask($method, $action, body => $body, type => $type);

			open my $file, '>', $path;
			print $file $page->{status};
			close $file;
			POSIX::_exit(0);
		}
		push @children, [ $pid, $path ];
	}
	my $page = ask($method, $action, body => $body, type => $type);

	for my $child (@children) {
		waitpid $child->[0], 0;
		open my $file, '<', $child->[1] or next;
		push @found, do { local $/; <$file> };
	}
	push @found, $page->{status};
	return (1, join ' ', sort @found);
}


# --- the words

my $expected = sub { 0 };      # an error in the log that a story wants

sub choose_visitor {
	my ($name) = @_;

	$visitor = $visitors{$name} //= { name => $name, cookies => {}, fills => [], speaks => '' };
	my $code = $visitor->{speaks};

	$catalogues{$code} //= read_catalogue($code) if $code !~ /^(?:|en)$/;
	$catalogue = $catalogues{$code};
}

my %words = (
	story => sub {
		($title) = @_;
		%visitors = ();
		%next_headers = ();
		($catalogue, $over, $client) = (undef, 'cgi', '198.51.100.7');
		$settings = $ENV{BELFRY_CONF};
		choose_visitor('somebody');
		print $tap "# $title\n";
	},
	now => sub {
		$clock = $_[0];
		seconds_now();
	},
	as => \&choose_visitor,
	speak => sub {
		$visitor->{speaks} = $_[0];
		choose_visitor($visitor->{name});
	},
	from => sub { $client = $_[0] },
	over => sub { $over = $_[0] },
	with => sub { /^([^:]+):\s*(.*)$/s and $next_headers{$1} = $2 for @_ },
	get => sub { go('GET', in_language($_[0])) },
	# As it stands: no language added, no redirect followed.
	ask => sub {
		my ($method, $asked, @fields) = @_;
		my $page = ask($method, $asked, @fields ? (body => form_body(pairs(@fields))) : ());

		ok(!@{ $page->{wrong} }, "$method $asked", @{ $page->{wrong} });
	},
	post => sub {
		my ($asked, @fields) = @_;
		my @pairs = pairs(@fields);

		unshift @pairs, [ 'token', $visitor->{token} // '' ] if !grep { $_->[0] eq 'token' } @pairs;
		keep_private($_->[1]) for @pairs;
		go('POST', in_language($asked), body => form_body(@pairs));
	},
	# Bytes of a file as they are; a length other than the true one may be said.
	send => sub {
		my ($asked, $type, $path, $length) = @_;

		open my $file, '<:raw', $path or die "$path: $!\n";
		my $body = do { local $/; <$file> } // '';

		$next_headers{'Content-Type'} = $type if $type eq '';
		go('POST', in_language($asked), body => $body, type => $type, length => $length);
	},
	# The page before, as it still stands in the browser.
	back => sub {
		my $page = pop @{ $visitor->{before} };

		return ok(0, 'back', 'there is no page before') if !$page;
		$visitor->{page} = $page;
		$visitor->{fills} = [];
	},
	not_logged => sub { keep_private($_) for @_ },
	fill => sub { push @{ $visitor->{fills} }, pairs(@_) },
	# Chooses a file, under its own name or another.
	attach => sub {
		my ($field, $path, $name, $type) = @_;

		open my $file, '<:raw', $path or die "$path: $!\n";
		push @{ $visitor->{attached} }, { field => $field, bytes => do { local $/; <$file> } // '',
			name => $name // $path =~ s{.*/}{}r, type => $type // 'application/octet-stream' };
	},
	forge => sub { push @{ $visitor->{forged} }, pairs(@_) },
	press => \&press,
	press_at_once => \&press_at_once,
	settings => sub { $settings = $_[0] },
	click => sub {
		my ($label, $where) = @_;
		my $text = Page::squeezed(said($label));
		my @links = grep { !defined $where || index($_->{href}, $where) >= 0 } @{ $visitor->{page}{links} };
		my ($link) = ((grep { $_->{text} eq $text || ($_->{label} // '') eq $text } @links),
			grep { index($_->{text}, $text) == 0 } @links);

		return ok(0, "click '$label'", 'the links are: ' . join ', ', map { "'$_->{text}'" } @links)
			if !$link;
		go('GET', absolute($visitor->{page}, $link->{href}));
	},
	status => sub {
		my $found = $visitor->{page}{status};

		ok((grep { $found eq $_ } @_) > 0, "status @_", "it is $found");
	},
	see => sub {
		for my $text (@_) {
			ok(index($visitor->{page}{text}, Page::squeezed(said($text))) >= 0, "see '$text'");
		}
	},
	not_see => sub {
		for my $text (@_) {
			ok(index($visitor->{page}{text}, Page::squeezed(said($text))) < 0, "not see '$text'");
		}
	},
	lands_on => sub {
		my ($wanted) = @_;
		my $found = $visitor->{page}{address};

		$found =~ s/\?.*// if $wanted !~ /\?/;
		ok($found eq in_language($wanted), "lands on $wanted", "it is $found");
	},
	titled => sub {
		my $wanted = Page::squeezed(said($_[0]));

		ok(index($visitor->{page}{title} // '', $wanted) >= 0, "titled '$_[0]'",
			'it is ' . ($visitor->{page}{title} // 'without'));
	},
	# A field of the page holds that value; of choices, the chosen ones.
	holds => sub {
		for my $pair (pairs(@_)) {
			my ($name, $value) = @$pair;
			my @fields = map { has_field($_, $name) } @{ $visitor->{page}{forms} };
			my $found = join ',', map { $_->{value} } grep { $_->{on} } @fields;

			$value =~ s/\r\n/\n/g;
			$found =~ s/\r\n/\n/g;
			ok(@fields && $found eq $value, "holds $name=$value", @fields ? "it holds '$found'" : 'there is no such field');
		}
	},
	asks_for => sub {
		ok(is_asked($_), "asks for $_") for @_;
	},
	not_asks_for => sub {
		ok(!is_asked($_), "does not ask for $_") for @_;
	},
	header => sub {
		my ($name, $wanted) = @_;
		my $found = value_of($visitor->{page}, $name);

		ok(defined $wanted ? ($found // '') eq $wanted : !defined $found,
			defined $wanted ? "header $name: $wanted" : "no header $name", 'it is ' . ($found // 'not there'));
	},
	# Of the page: its bytes, its text, a piece of it by an expression.
	page => sub { return (1, $visitor->{page}{body}) },
	# Its bytes into a file.
	save => sub {
		open my $file, '>:raw', $_[0] or die "$_[0]: $!\n";
		print $file $visitor->{page}{body};
		close $file or die "$_[0]: $!\n";
	},
	text => sub { return (1, $visitor->{page}{text}) },
	find => sub {
		my ($expression) = @_;
		my ($found) = $visitor->{page}{text} =~ /$expression/;

		ok(defined $found, "find /$expression/");
		return (defined $found, $found // '');
	},
	token => sub { return (1, $visitor->{token} // '') },
	cookie => sub {
		my $cookie = $visitor->{cookies}{$_[0]};

		return (defined $cookie, $cookie ? $cookie->{value} : '');
	},
	set_cookie => sub { $visitor->{cookies}{$_[0]} = { value => $_[1] } },
	keep_no_cookies => sub { $visitor->{keeps_none} = 1 },
	drop_cookie => sub { delete $visitor->{cookies}{$_[0]} },
	# What the log says of the last request, or of everything.
	log => sub {
		my $log = read_text($log_file);

		return (1, ($_[0] // '') eq 'all' ? $log : substr $log, $visitor->{page}{log_at});
	},
	ok => sub {
		my ($good, $name, @why) = @_;

		ok($good, $name, @why);
	},
	end => sub {
		$title = '';
		my $log = join '', map { read_text($_) } glob "$state/log/*.log";
		my @found = grep { index($log, $_) >= 0 } @private;
		my @bad = grep { / error |ERROR: |bug: |runtime error/ && !$expected->($_) } split /\n/,
			read_text($log_file);

		ok(!@found, 'the log has nothing that a visitor typed or keeps', @found);
		ok(!@bad, 'the log has no errors', @bad);
		print $tap "1..$tests\n";
		return ($failed == 0, '');
	},
	# For the builders of story.sh.
	quiet => sub { $quiet = $_[0] },
	is_on => sub {
		my $found = $visitor->{page}{address} // '';

		$found =~ s/\?.*//;
		return $found eq in_language($_[0]);
	},
	fill_known => sub {
		push @{ $visitor->{fills} }, grep { is_asked($_->[0]) } pairs(@_);
	},
	fill_code => sub { push @{ $visitor->{fills} }, [ 'code', Authenticator::code_of($_[0], seconds_now()) ] },
	expect_errors => sub {
		my ($expression) = @_;

		$expected = sub { $_[0] =~ /$expression/ };
	},
);

sub next_text {
	local $/ = "\0";
	my $text = <STDIN>;

	exit 0 if !defined $text;
	chomp $text;
	utf8::decode($text);
	return $text;
}

read_routes();
mkdir "$state/log";
mkdir "$state/tmp";
choose_visitor('somebody');
while (1) {
	my $count = next_text();
	my ($word, @arguments) = map { next_text() } 1 .. $count;
	my ($good, $text) = eval {
		my $run = $words{$word} or die "there is no word '$word'\n";
		my @found = $run->(@arguments);

		(@found ? $found[0] : 1, @found > 1 ? $found[1] : '');
	};

	if ($@) {
		ok(0, "$word @arguments", $@);
		($good, $text) = (0, '');
	}
	utf8::encode($text) if utf8::is_utf8($text);
	$text =~ tr/\0//d;
	print STDOUT $good ? 0 : 1, "\0$text\0";
}
