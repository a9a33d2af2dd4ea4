# The words of a language, as its catalogue has them.
package Catalogue;
use strict;
use warnings;
use utf8;

my $source = $ENV{BELFRY_SOURCE} // '.';

# A sentence in English, and what is said instead.
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

1;
