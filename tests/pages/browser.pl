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

use IO::Handle;
use POSIX ();

use Authenticator;
use Catalogue;
use Form;
use Page;
use SiteMap;
use Wire;

my $state = $ENV{BELFRY_STATE} // '/tmp';
my $address = $Wire::address;

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


# --- the words of other languages

my (%catalogues, $catalogue);

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
	my @wrong = ((map { SiteMap::leads_nowhere('GET', absolute($page, $_->{href})) } @links),
		(map { SiteMap::leads_nowhere($_->{method}, absolute($page, $_->{action})) } @{ $read->{forms} }),
		(map { SiteMap::leads_nowhere('GET', $_) } @{ $read->{files} }));

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

# The public door sees three cookies and never a session.
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

# What a browser sends with a request; what a story has ordered counts more.
sub headers_for {
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
	my $cookies = cookies_for(Wire::door_of($asked));

	$headers{Cookie} = $cookies if $cookies ne '';
	for my $name (keys %next_headers) {
		$headers{$name} = $next_headers{$name};
		delete $headers{$name} if $next_headers{$name} eq '';
	}
	%next_headers = ();
	return %headers;
}

# What is wrong with an answer, whatever it says. Its body becomes text.
sub wrong_with {
	my ($page, $ended) = @_;
	my $length = value_of($page, 'Content-Length');
	my @wrong;

	push @wrong, sprintf 'the program ended with %d, signal %d', $ended >> 8, $ended & 127 if $ended;
	push @wrong, 'there is no answer' if $page->{status} == 0;
	push @wrong, "Content-Length says $length and " . length($page->{body}) . ' bytes came'
		if defined $length && $page->{method} ne 'HEAD' && $length != length $page->{body};
	push @wrong, 'the page is not in UTF-8' if !$page->{is_file} && !utf8::decode($page->{body});
	push @wrong, 'it has no Content-Security-Policy' if !defined value_of($page, 'Content-Security-Policy');
	return @wrong;
}

# Asks once, and makes a page of the answer. No redirect is followed here.
sub ask {
	my ($method, $asked, %more) = @_;
	my %headers = headers_for($method, $asked, %more);

	utf8::encode($_) for $asked, values %headers;
	my %request = (method => $method, address => $asked, headers => \%headers, body => $more{body});
	my $log_at = -s $Wire::log_file // 0;
	my $answer = $over eq 'cgi'
		? Wire::ask_cgi(\%request, $settings, $client, $clock) : Wire::ask_nginx(\%request);
	my ($head, $body) = $answer =~ /^(.*?\r\n)\r\n(.*)$/s ? ($1, $2) : ('', $answer);
	my @headers = map { /^([^:]+):\s*(.*)$/ ? [ $1, $2 ] : [ $_, '' ] } split /\r\n/, $head;
	my %page = (method => $method, address => $asked, headers => \@headers, body => $body,
		wrong => [], log_at => $log_at);

	$page{status} = (value_of(\%page, 'Status') // '') =~ /^(\d+)/ ? $1 : 0;
	$page{is_file} = defined value_of(\%page, 'Content-Disposition')
		|| (value_of(\%page, 'Content-Type') // '') =~ m{^(?:application/octet-stream|application/pdf|image/png)$};
	my @wrong = wrong_with(\%page, $request{ended});

	if ((value_of(\%page, 'Content-Type') // '') =~ m{^text/html} && $method ne 'HEAD') {
		look_at(\%page);
	} else {
		$page{text} = $page{is_file} ? '' : Page::squeezed($page{body});
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

sub pairs {
	return map { /^([^=]*)=(.*)$/s ? [ $1, $2 ] : die "expected NAME=VALUE, not '$_'\n" } @_;
}


# --- forms

sub is_asked {
	my ($name) = @_;

	return grep { Form::has_field($_, $name) } @{ $visitor->{page}{forms} };
}

# What pressing a button would send: its method, address and body.
sub pressed {
	my ($label, $where) = @_;
	my ($form, $button) = Form::find_button($visitor->{page}{forms},
		Page::squeezed(said($label)), $where);
	my (@wrong, @pairs, %cleared);

	if (!$form) {
		my @there = map { map { "'$_->{text}'" } @{ $_->{buttons} } } @{ $visitor->{page}{forms} // [] };

		ok(0, "press '$label'", 'the buttons are: ' . join ', ', @there);
		return;
	}
	for my $fill (@{ $visitor->{fills} }) {
		my ($name, $value) = @$fill;

		keep_private($value);
		my $why = Form::type_into($form, $name, $value, \%cleared);

		push @wrong, $why if $why ne '';
	}
	@pairs = Form::sent_by($form, $button, $visitor->{attached} // []);
	keep_private($_->[1]) for grep { $_->[0] eq 'token' } @pairs;
	push @pairs, @{ $visitor->{forged} // [] };
	$visitor->{forged} = [];
	if (@wrong) {
		ok(0, "press '$label'", @wrong);
		return;
	}
	my $action = absolute($visitor->{page}, $form->{action});

	if ($form->{method} eq 'GET') {
		$action =~ s/\?.*//;
		return ('GET', $action . '?' . Form::form_body(@pairs));
	}
	push @wrong, "the form has no field '$_->{field}'"
		for grep { !Form::has_field($form, $_->{field}) } @{ $visitor->{attached} // [] };
	if (@wrong) {
		ok(0, "press '$label'", @wrong);
		return;
	}
	return ('POST', $action, Form::multipart_body(@pairs), 'multipart/form-data; boundary=----Stories42')
		if $form->{multipart};
	return ('POST', $action, Form::form_body(@pairs));
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

	$catalogues{$code} //= Catalogue::read_catalogue($code) if $code !~ /^(?:|en)$/;
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
		my $page = ask($method, $asked, @fields ? (body => Form::form_body(pairs(@fields))) : ());

		ok(!@{ $page->{wrong} }, "$method $asked", @{ $page->{wrong} });
	},
	post => sub {
		my ($asked, @fields) = @_;
		my @pairs = pairs(@fields);

		unshift @pairs, [ 'token', $visitor->{token} // '' ] if !grep { $_->[0] eq 'token' } @pairs;
		keep_private($_->[1]) for @pairs;
		go('POST', in_language($asked), body => Form::form_body(@pairs));
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
			my @fields = map { Form::has_field($_, $name) } @{ $visitor->{page}{forms} };
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
		# What was read as text goes as it came.
		my $body = $visitor->{page}{body};
		utf8::encode($body) if utf8::is_utf8($body);
		print $file $body;
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
		my $log = read_text($Wire::log_file);

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
			read_text($Wire::log_file);

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
