# The site map, read from app/site.c: does a link or form of a page lead anywhere?
package SiteMap;
use strict;
use warnings;
use utf8;

my $source = $ENV{BELFRY_SOURCE} // '.';
my @routes;

sub read_routes {
	open my $file, '<', "$source/app/site.c" or die "app/site.c: $!";
	my $text = do { local $/; <$file> };

	while ($text =~ /\{\s*(GET|POST)\s*,\s*"([^"]*)"/g) {
		my ($method, $path) = ($1, $2);
		my $pattern = join '/', map { $_ eq ':id' ? '\d+' : $_ eq ':document' ? '[A-Za-z0-9_-][A-Za-z0-9_.-]*' : /^:/ ? '[A-Za-z0-9_-]+' : quotemeta }
			split m{/}, $path, -1;

		push @routes, [ $method, qr/^$pattern$/ ];
	}
	die "app/site.c has no rows" if !@routes;
}

# The way out of the report form, and the partner of a story.
my %outside = map { $_ => 1 } 'https://www.wikipedia.org/', 'https://cert.harbour.example/a?b=c&d';

# What is wrong with where a link or form leads; nothing when there is such a
# place.
sub leads_nowhere {
	my ($method, $link) = @_;

	return () if $link =~ m{^(?:mailto:[^\s<>"]+|tel:\+?\d+)$} || $outside{$link};
	# What a text of the team links to: names that are nobody's.
	return () if $link =~ m{^https?://(?:[\w-]+\.)*(?:example|example\.(?:org|com|net))(?:[/?#]|$)};
	return "the link '$link' leads outside" if $link !~ m{^/(?!/)};
	my ($path) = $link =~ /^([^?#]*)/;

	if ($path =~ m{^/static/}) {
		return -f "$source$path" ? () : "there is no file '$path'";
	}
	$path =~ s{^/(?:ar|en|es|fr|ru|zh)(?=/|$)}{};
	$path = '/' if $path eq '';
	$path =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
	for my $route (@routes) {
		return () if $route->[0] eq $method && $path =~ $route->[1];
	}
	return "no row of the site map for $method $path";
}

read_routes();
1;
