# What the checks of the sources share: finding files, naming places, saying
# what is wrong in TAP. A check runs from the source folder.
package Check;

use strict;
use warnings;
use Exporter 'import';
use FindBin;
use lib "$FindBin::Bin/../../templates/languages";
use Sentences;

our @EXPORT = qw(files sources read_text line_of blank c_bare rule);

BEGIN {
	*files = \&Sentences::files;
	*read_text = \&Sentences::read_text;
	*line_of = \&Sentences::line_of;
	*blank = \&Sentences::blank;
}

my ($rules, $broken) = (0, 0);

# C sources and headers of the program.
sub sources {
	return sort(files('app', '.c'), files('app', '.h'));
}

# C without comments, and without what literals say: only the code.
sub c_bare {
	my ($text) = @_;

	$text =~ s{("(?:[^"\\\n]|\\.)*")|('(?:[^'\\\n]|\\.)+')|(/\*.*?\*/|//[^\n]*)}
		{ defined $1 ? '"' . ' ' x (length($1) - 2) . '"'
		: defined $2 ? "'" . ' ' x (length($2) - 2) . "'"
		: blank($3, qr/.+/s) }gse;
	return $text;
}

# One rule: it holds when there are no problems, "path:line: what, and what to
# do instead".
sub rule {
	my ($name, @problems) = @_;

	$rules++;
	$broken++ if @problems;
	print @problems ? 'not ok' : 'ok', " $rules - $name\n";
	print map { "# $_\n" } @problems;
}

END {
	print "1..$rules\n" if $rules;
	$? = 1 if $broken;
}

1;
