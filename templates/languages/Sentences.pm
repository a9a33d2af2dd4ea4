# The sentences of the product: where they stand in the sources, and what the
# catalogues make of them. Used by `update` beside it and by tests/checks/words.
#
#   templates   t("..."), t1("...", name, value), t2, t3, tn("one", "many", #n);
#               literals given to a macro that calls t() on its parameter, and
#               literals set to a name that is given to t() somewhere
#   C           t("..."), tn("one", "many", n), N_("...") in tables;
#               tell(r, "..."), form_complain(r, "field", "...")
#   SQL         /*t*/ '...'
package Sentences;

use strict;
use warnings;
use File::Find;

# Files below `folder` whose names end like this, in alphabetical order.
sub files {
	my ($folder, $end) = @_;
	my @files;

	return () if !-d $folder;
	find({ no_chdir => 1, wanted => sub { push @files, $_ if -f && /\Q$end\E$/ } }, $folder);
	return sort @files;
}

sub read_text {
	my ($path) = @_;

	open my $file, '<:raw', $path or die "cannot open '$path': $!\n";
	local $/;
	my $text = <$file>;
	close $file;
	return $text // '';
}

sub line_of {
	my ($text, $offset) = @_;

	return 1 + (substr($text, 0, $offset) =~ tr/\n//);
}

# Everything of `text` that matches `pattern` becomes spaces; lines stay.
sub blank {
	my ($text, $pattern) = @_;

	$text =~ s{($pattern)}{ (my $gone = $1) =~ tr/\n/ /c; $gone }ge;
	return $text;
}

my $c_literal = qr/"(?:[^"\\\n]|\\.)*"/s;
my $c_text    = qr/$c_literal(?:\s*$c_literal)*/;

# The text that adjacent C literals stand for.
sub c_value {
	my ($literals) = @_;
	my %named = (n => "\n", t => "\t", '"' => '"', '\\' => '\\', "'" => "'");
	my $value = '';

	while ($literals =~ /($c_literal)/g) {
		my $part = substr($1, 1, -1);
		$part =~ s{\\(?:x([0-9a-fA-F]{2})|(.))}
			{ defined $1 ? chr hex $1 : $named{$2} // "\\$2" }gse;
		$value .= $part;
	}
	return $value;
}

# C without comments and without macro definitions; literals, which may hold
# what looks like a comment, stay.
sub c_without_comments {
	my ($text) = @_;

	$text =~ s{($c_literal|'(?:[^'\\\n]|\\.)+')|(/\*.*?\*/|//[^\n]*)}
		{ defined $1 ? $1 : blank($2, qr/.+/s) }gse;
	return blank($text, qr/^[ \t]*#[ \t]*define[^\n]*/m);
}

# Which arguments of a call are sentences, counted from 0.
my %c_calls = (N_ => [0], t => [0], tn => [0, 1], tell => [1], form_complain => [2]);

# The arguments of a call whose bracket has just been read, as they are written.
sub arguments {
	my ($text, $literal) = @_;
	my ($depth, $argument, @arguments) = (0, '');

	while ($$text =~ /\G(?:($literal)|(.))/gcs) {
		my $piece = $1 // $2;

		if (!defined $1 && $piece eq ')' && $depth-- == 0
		    || !defined $1 && $piece eq ',' && $depth == 0) {
			push @arguments, $argument =~ s/^\s+|\s+$//gr;
			return @arguments if $piece eq ')';
			$argument = '';
			next;
		}
		$depth++ if !defined $1 && $piece eq '(';
		$argument .= $piece;
	}
	return @arguments;
}

sub from_c {
	my ($path, $found, $problems) = @_;
	my $text = c_without_comments(read_text($path));

	while ($text =~ /(?<![\w.>])(N_|tn|t|tell|form_complain)\s*\(/g) {
		my ($call, $offset) = ($1, pos $text);
		my $line = line_of($text, $offset);
		my @arguments = arguments(\$text, $c_literal);
		my @said;

		pos($text) = $offset;
		for my $argument (@arguments[@{$c_calls{$call}}]) {
			next if !defined $argument;
			$argument =~ s/^N_\s*\(\s*(.*?)\s*\)$/$1/s;
			if ($argument =~ /^$c_text$/) {
				push @said, c_value($argument);
			} elsif ($argument =~ /^(\()?\s*"/) {
				push @$problems, "$path:$line: one whole literal in $call(); "
					. "parts that change are {holes}, filled by t_fill()";
			}
		}
		if ($call eq 'tn' && @said == 1) {
			push @$problems, "$path:$line: tn() takes two literals and a number";
		} elsif ($call eq 'N_' && !@said) {
			push @$problems, "$path:$line: N_() marks a literal and nothing else";
		} elsif (@said) {
			push @$found, [$path, $line, @said[0, 1]];
		}
	}
}

my $cs_literal = qr/"[^"]*"|'[^']*'/;

# Calls, macros and assignments in the tags of a template: a list of
# { kind => t|def|call|set, name, line, arguments => [...] }, in their order.
sub tags {
	my ($path) = @_;
	my $text = read_text($path);
	my @tags;

	while ($text =~ /<\?cs(.*?)\?>/gs) {
		my ($tag, $start) = ($1, $-[1]);

		next if $tag =~ /^\s*#/;
		while ($tag =~ /(?<![\w.])(?:(def|call):(\w+)\s*\(|set:\s*([\w.]+)\s*=\s*|(tn|t[123]?)\s*\()/g) {
			my $offset = pos $tag;
			my ($kind, $name) = $1 ? ($1, $2) : $3 ? ('set', $3) : ('t', $4);
			my @arguments = $kind eq 'set' ? substr($tag, $offset) =~ s/\s+$//r
				: arguments(\$tag, $cs_literal);

			pos($tag) = $offset;
			push @tags, { kind => $kind, name => $name, arguments => \@arguments,
				path => $path, line => line_of($text, $start + $offset) };
		}
	}
	return @tags;
}

# The parameters of macros that end in t(), as { macro => { position => 1 } }:
# directly, or by way of another macro.
sub spoken_parameters {
	my @tags = @_;
	my (%spoken, $macro, %position);

	for (my $more = 1; $more; ) {
		$more = 0;
		for my $tag (@tags) {
			my @arguments = @{$tag->{arguments}};

			if ($tag->{kind} eq 'def') {
				$macro = $tag->{name};
				%position = map { $arguments[$_] => $_ } 0 .. $#arguments;
			} elsif (defined $macro && ($tag->{kind} eq 't' || $tag->{kind} eq 'call')) {
				my @said = $tag->{kind} eq 't'
					? (0, $tag->{name} eq 'tn' ? 1 : ())
					: keys %{$spoken{$tag->{name}} // {}};
				for (map { $position{$arguments[$_] // ''} } @said) {
					$more ||= defined && !$spoken{$macro}{$_};
					$spoken{$macro}{$_} = 1 if defined;
				}
			}
		}
	}
	return \%spoken;
}

sub from_templates {
	my ($paths, $found, $problems) = @_;
	my @tags = map { tags($_) } @$paths;
	my $spoken = spoken_parameters(@tags);
	my %named = map { $_->{arguments}[0] => 1 } grep { $_->{kind} eq 't' } @tags;

	for my $tag (@tags) {
		my ($kind, $name) = ($tag->{kind}, $tag->{name});
		my $place = "$tag->{path}:$tag->{line}";
		my @said = $kind eq 't' ? ([0, $name eq 'tn' ? 1 : ()])
			: $kind eq 'call' ? map { [$_] } sort keys %{$spoken->{$name} // {}}
			: $kind eq 'set' && $named{$name} ? ([0]) : ();

		for (@said) {
			my @arguments = map { $_ // '' } @{$tag->{arguments}}[@$_];

			if (!grep { !/^(?:$cs_literal)$/ } @arguments) {
				push @$found, [$tag->{path}, $tag->{line},
					(map { substr $_, 1, -1 } @arguments), (undef) x (2 - @arguments)]
					if "@arguments" !~ /^(?:""|'')$/ || $kind eq 't';
			} elsif ($arguments[0] =~ /^["']/) {
				push @$problems, @arguments > 1
					? "$place: tn() takes two literals and a #number"
					: "$place: one whole literal in t(); "
						. "parts that change are {holes} of t1(), t2(), t3()";
			}
		}
	}
}

sub from_sql {
	my ($path, $found, $problems) = @_;
	my $text = read_text($path);

	$text =~ s{('(?:[^'\\]|''|\\.)*')|(--[ \t][^\n]*|\#[^\n]*)}
		{ defined $1 ? $1 : blank($2, qr/.+/) }gse;
	while ($text =~ m{/\*\s*t\s*\*/\s*}g) {
		my $line = line_of($text, pos $text);

		if ($text !~ /\G'((?:[^'\\]|''|\\.)*)'/gcs) {
			push @$problems, "$path:$line: /*t*/ stands before a text in single quotes";
			next;
		}
		my $one = $1;
		$one =~ s/''/'/g;
		$one =~ s/\\n/\n/g;
		$one =~ s/\\(.)/$1/gs;
		push @$found, [$path, $line, $one, undef];
	}
}

# All sentences of the tree that the process stands in, and what is wrong with
# how they are written: ([path, line, one, many]...), ("path:line: ..."...).
sub in_sources {
	my (@found, @problems);

	from_c($_, \@found, \@problems)
		for files('app', '.c'), files('app', '.h');
	from_sql($_, \@found, \@problems)
		for files('sql/migrations', '.sql'), files('sql/reference', '.sql');
	from_templates([files('templates', '.cs')], \@found, \@problems);

	my %many;
	for (@found) {
		my ($path, $line, $one, $many) = @$_;
		push @problems, "$path:$line: an empty sentence cannot be translated"
			if $one eq '';
		push @problems, "$path:$line: white space at an end of '$one' "
			. "belongs into the markup" if $one =~ /^\s|\s$/ && $one =~ /\S/;
		push @problems, "$path:$line: '$one' is one long line, or several sentences"
			if $one =~ /\n/ && $path =~ /\.cs$/;
		next if !defined $many;
		push @problems, "$path:$line: '$one' has another plural elsewhere: "
			. "'$many{$one}'" if defined $many{$one} && $many{$one} ne $many;
		$many{$one} = $many;
	}
	return (\@found, \@problems);
}

# One entry for each sentence, in order of first appearance:
# { one, many, places => [path...], lines => [path:line...] }
sub entries {
	my ($found) = @_;
	my (%by_one, @entries);

	for (@$found) {
		my ($path, $line, $one, $many) = @$_;
		my $entry = $by_one{$one};

		if (!$entry) {
			$entry = $by_one{$one} = { one => $one, places => [], lines => [] };
			push @entries, $entry;
		}
		$entry->{many} //= $many;
		push @{$entry->{lines}}, "$path:$line";
		push @{$entry->{places}}, $path
			if !grep { $_ eq $path } @{$entry->{places}};
	}
	return @entries;
}

sub quoted {
	my ($text) = @_;

	$text =~ s/(["\\])/\\$1/g;
	$text =~ s/\t/\\t/g;
	return qq{"$text"} if $text !~ /\n/;
	my @lines = map { qq{"$_"} } map { s/\n/\\n/r } $text =~ /[^\n]*\n|[^\n]+/g;
	return join "\n", '""', @lines;
}

# The template of the catalogues. Files without line numbers: an edit that only
# moves a sentence does not change four files.
sub template {
	my @entries = @_;
	my $text = <<'HEAD';
# The sentences of Belfry, in English. Written by templates/languages/update.
msgid ""
msgstr ""
"Project-Id-Version: belfry\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
HEAD

	for my $entry (@entries) {
		$text .= "\n#: $_" for join "\n#: ", @{$entry->{places}};
		$text .= "\nmsgid " . quoted($entry->{one}) . "\n";
		if (defined $entry->{many}) {
			$text .= 'msgid_plural ' . quoted($entry->{many}) . "\n";
			$text .= qq{msgstr[0] ""\nmsgstr[1] ""\n};
		} else {
			$text .= qq{msgstr ""\n};
		}
	}
	return $text;
}

# A catalogue as it stands: a list of
# { line, one, many, said => [msgstr...], fuzzy, obsolete }, the head first.
sub catalogue {
	my ($path) = @_;
	my (@entries, $entry, $into);
	my $number = 0;
	my $begin = sub {
		push @entries, $entry = { line => $number, said => [], one => undef };
		undef $into;
	};

	$begin->();
	for my $line (split /\n/, read_text($path)) {
		$number++;
		if ($line =~ /^\s*$/) {
			$begin->() if defined $entry->{one};
			next;
		}
		$begin->() if $line =~ /^#[~,:. ]/ && @{$entry->{said}};
		$entry->{fuzzy} = 1 if $line =~ /^#,.*\bfuzzy\b/;
		if ($line =~ /^#~/) {
			$entry->{obsolete} = 1;
			$entry->{line} = $number;
			$entry->{one} //= '';
			next;
		}
		next if $line =~ /^#/;
		if ($line =~ s/^msgid_plural\s+//) {
			$into = \$entry->{many};
		} elsif ($line =~ s/^msgid\s+//) {
			$begin->() if defined $entry->{one};
			$entry->{line} = $number;
			$into = \$entry->{one};
		} elsif ($line =~ s/^msgstr(?:\[(\d+)\])?\s+//) {
			$into = \$entry->{said}[$1 // 0];
		}
		die "$path:$number: not a line of a catalogue\n"
			if !$into || $line !~ /^"((?:[^"\\]|\\.)*)"\s*$/;
		$$into = ($$into // '') . c_value($line);
	}
	return grep { defined $_->{one} } @entries;
}

1;
