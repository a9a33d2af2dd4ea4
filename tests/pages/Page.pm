# A page as a browser has it: its text, links and forms, and what is wrong with
# it. Reads the HTML that our templates write, strictly: every element closed,
# every attribute quoted, nothing unescaped.
package Page;
use strict;
use warnings;
use utf8;

my %void = map { $_ => 1 } qw(area base br col hr img input link meta path source wbr);
my %block = map { $_ => 1 } qw(address article aside blockquote body br dd div dl dt fieldset
	footer form h1 h2 h3 h4 header hr legend li main nav ol option p section select table td
	textarea th title tr ul);
my %named = (amp => '&', lt => '<', gt => '>', quot => '"', apos => "'", nbsp => "\x{a0}");
my $entity = qr/&(?:#(\d+)|#x([0-9a-fA-F]+)|(amp|lt|gt|quot|apos|nbsp));/;

sub squeezed {
	my ($text) = @_;

	$text =~ s/[\s\x{a0}]+/ /g;
	$text =~ s/^ | $//g;
	return $text;
}

# What the escaped text says; complains of what is not escaped.
sub said {
	my ($p, $where, $text) = @_;

	complain($p, "an unescaped & $where: " . squeezed($text)) if $text =~ s/$entity//gr =~ /&/;
	$text =~ s/$entity/defined $1 ? chr $1 : defined $2 ? chr hex $2 : $named{$3}/ge;
	return $text;
}

sub complain {
	my ($p, $what) = @_;

	push @{ $p->{wrong} }, $what;
}


# --- elements as they begin

my %begins = (
	html => sub {
		my ($p, $a) = @_;

		complain($p, 'no language') if ($a->{lang} // '') eq '';
	},
	h1 => sub { $_[0]{h1}++ },
	title => sub { $_[0]{title} //= '' if !$_[0]{svg} },
	svg => sub { $_[0]{svg} = @{ $_[0]{open} } },
	script => \&begin_inline,
	style => \&begin_inline,
	form => sub {
		my ($p, $a) = @_;

		complain($p, 'a form in a form') if $p->{form};
		$p->{form} = { method => uc($a->{method} // 'get'), action => $a->{action} // '',
			multipart => ($a->{enctype} // '') eq 'multipart/form-data', fields => [], buttons => [] };
		push @{ $p->{forms} }, $p->{form};
	},
	input => \&begin_input,
	textarea => sub {
		my ($p, $a) = @_;

		$p->{area} = field($p, $a, 'textarea', '');
		push @{ $p->{controls} }, $a->{id} // '';
	},
	select => sub {
		my ($p, $a) = @_;

		$p->{select} = field($p, $a, 'select', undef);
		push @{ $p->{controls} }, $a->{id} // '' if !$a->{'aria-label'};
	},
	option => sub {
		my ($p, $a) = @_;
		my $select = $p->{select} or return complain($p, 'an option outside of a list');

		push @{ $select->{options} }, $a->{value} // '';
		$select->{value} = $a->{value} // '' if exists $a->{selected} || !defined $select->{value};
	},
	button => sub {
		my ($p, $a) = @_;

		$p->{button} = { text => '', name => $a->{name}, value => $a->{value} // '', label => $a->{'aria-label'} };
		push @{ $p->{form}{buttons} }, $p->{button} if $p->{form} && ($a->{type} // 'submit') eq 'submit';
	},
	a => sub {
		my ($p, $a) = @_;

		return if !defined $a->{href};
		$p->{link} = { text => '', href => $a->{href}, label => $a->{'aria-label'}, lang => $a->{hreflang} };
		push @{ $p->{links} }, $p->{link};
	},
	img => sub {
		my ($p, $a) = @_;

		complain($p, 'a picture without alt') if !defined $a->{alt};
	},
	meta => sub {
		my ($p, $a) = @_;

		complain($p, 'a page that leaves by itself') if lc($a->{'http-equiv'} // '') eq 'refresh';
	},
	link => sub { push @{ $_[0]{files} }, $_[1]{href} // '' },   # a style sheet, an icon
);

sub begin_inline {
	my ($p, $a) = @_;

	complain($p, 'script or style inside of the page') if !defined $a->{src};
}

# Adds a field to the form that is open.
sub field {
	my ($p, $a, $type, $value) = @_;
	my $field = { name => $a->{name} // '', type => $type, value => $value, on => 1 };

	if ($p->{form}) {
		push @{ $p->{form}{fields} }, $field;
	} else {
		complain($p, "the field '$field->{name}' is in no form");
	}
	return $field;
}

sub begin_input {
	my ($p, $a) = @_;
	my $type = $a->{type} // 'text';
	my $ticked = $type =~ /^(?:radio|checkbox)$/;

	if ($type eq 'submit') {
		push @{ $p->{form}{buttons} }, { text => $a->{value} // '', name => $a->{name}, value => $a->{value} }
			if $p->{form};
		return;
	}
	my $field = field($p, $a, $type, $a->{value} // ($ticked ? 'on' : ''));

	complain($p, "files are asked for in a form that cannot send them")
		if $type eq 'file' && !($p->{form} && $p->{form}{multipart});
	$field->{on} = exists $a->{checked} if $ticked;
	return if $type eq 'hidden';
	push @{ $p->{controls} }, $a->{id} // '' if !$a->{'aria-label'} && ($a->{'aria-hidden'} // '') ne 'true'
		&& !grep { $_ eq 'label' } @{ $p->{open} };
	$p->{lines} .= " $field->{value} " if !$ticked && $type ne 'password';
}

sub attributes {
	my ($p, $tag, $text) = @_;
	my %a;

	while ($text =~ /\s+([^\s=>"'\/]+)(?:="([^"]*)")?/g) {
		my ($name, $value) = ($1, $2);

		complain($p, "<$tag> has $name twice") if exists $a{$name};
		complain($p, "<$tag> has $name") if $name =~ /^on/ || $name eq 'style';
		$a{$name} = said($p, "in $name", $value // '');
	}
	return \%a;
}

sub begin {
	my ($p, $tag, $text, $closed) = @_;
	my $a = attributes($p, $tag, $text);
	my $stays = !$void{$tag} && !$closed;

	push @{ $p->{open} }, $tag if $stays;
	$p->{lines} .= "\n" if $block{$tag} && !$p->{svg};
	$p->{hidden} ||= @{ $p->{open} } if $stays && ($a->{'aria-hidden'} // '') eq 'true';
	complain($p, "two elements with the id '$a->{id}'") if defined $a->{id} && $p->{ids}{ $a->{id} }++;
	push @{ $p->{uses} }, map { [ $_, $a->{$_} ] } grep { defined $a->{$_} }
		qw(for aria-describedby aria-labelledby aria-controls aria-owns);
	push @{ $p->{files} }, $a->{src} if defined $a->{src};
	$begins{$tag}->($p, $a) if $begins{$tag} && !($p->{svg} && $tag ne 'svg');
}


# --- and as they end

sub end {
	my ($p, $tag) = @_;
	my $open = $p->{open};

	if (@$open && $open->[-1] eq $tag) {
		pop @$open;
	} else {
		complain($p, "</$tag> where <" . ($open->[-1] // 'nothing') . '> is open');
		return if !grep { $_ eq $tag } @$open;
		1 while pop(@$open) ne $tag;
	}
	$p->{hidden} = 0 if @$open < $p->{hidden};
	$p->{svg} = 0 if @$open < $p->{svg};
	return if $p->{svg};
	$p->{lines} .= "\n" if $block{$tag};
	$p->{area}{value} =~ s/^\n// if $tag eq 'textarea' && $p->{area};
	$p->{select}{value} //= '' if $tag eq 'select' && $p->{select};
	my ($what) = grep { $_->[0] eq $tag } [ 'form', 'form' ], [ 'button', 'button' ], [ 'a', 'link' ],
		[ 'select', 'select' ], [ 'textarea', 'area' ];

	$p->{ $what->[1] } = undef if $what;
}

sub words {
	my ($p, $text) = @_;

	complain($p, 'a > in the text: ' . squeezed($text)) if $text =~ />/;
	$text = said($p, 'in the text', $text);
	return if $p->{svg};
	if (@{ $p->{open} } && $p->{open}[-1] eq 'title') {
		$p->{title} .= $text;
		return;
	}
	$p->{lines} .= $text;
	$p->{area}{value} .= $text if $p->{area};
	return if $p->{hidden};
	$_->{text} .= $text for grep { $_ } $p->{button}, $p->{link};
}


# --- the whole

sub finish {
	my ($p) = @_;
	my %labelled;

	complain($p, "<$p->{open}[-1]> is never closed") if @{ $p->{open} };
	complain($p, "$p->{h1} headings <h1>") if $p->{h1} != 1;
	$p->{title} = squeezed($p->{title} // '');
	complain($p, 'no title') if $p->{title} !~ /\w.*–/;
	complain($p, "a hole that nobody filled: {$1}") if "$p->{lines} $p->{title}" =~ /\{((?!odd_hole)[a-z_]+)\}/;
	for my $use (@{ $p->{uses} }) {
		complain($p, "$use->[0]=\"$_\", and no such id") for grep { !$p->{ids}{$_} } split ' ', $use->[1];
		$labelled{ $use->[1] } = 1 if $use->[0] eq 'for';
	}
	complain($p, "the control '$_' has no label") for grep { !$labelled{$_} } @{ $p->{controls} };
	complain($p, "no id '$_' to go to") for grep { !$p->{ids}{$_} }
		map { $_->{href} =~ /^#(.*)/ } @{ $p->{links} };
	for my $form (@{ $p->{forms} }) {
		complain($p, "the form to $form->{action} has no token") if $form->{method} eq 'POST'
			&& !grep { $_->{name} eq 'token' && $_->{value} ne '' } @{ $form->{fields} };
		complain($p, "the form to $form->{action} has no button") if !@{ $form->{buttons} };
	}
	$_->{text} = squeezed($_->{text}) for @{ $p->{links} }, map { @{ $_->{buttons} } } @{ $p->{forms} };
	$p->{text} = squeezed($p->{lines});
}

# From the whole HTML: { title, text, lines, links, forms, files, wrong }.
sub read_page {
	my ($html) = @_;
	my $p = { title => undef, lines => '', links => [], forms => [], files => [], wrong => [],
		open => [], ids => {}, uses => [], controls => [], h1 => 0, svg => 0, hidden => 0 };

	complain($p, 'it does not begin with <!DOCTYPE html>') if $html !~ s/^\s*<!DOCTYPE html>\s*//;
	complain($p, 'a template shows its source') if $html =~ /<\?cs|\?>/;
	pos($html) = 0;
	while (pos($html) < length $html) {
		if ($html =~ /\G<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>"'\/]+(?:="[^"]*")?)*)\s*(\/?)>/gc) {
			begin($p, lc $1, $2, $3);
		} elsif ($html =~ /\G<\/([a-zA-Z][a-zA-Z0-9]*)\s*>/gc) {
			end($p, lc $1);
		} elsif ($html =~ /\G([^<]+)/gc) {
			words($p, $1);
		} else {
			complain($p, 'no HTML: ' . squeezed(substr $html, pos($html), 40));
			last;
		}
	}
	finish($p);
	return $p;
}

1;
