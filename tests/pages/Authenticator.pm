# The app on a telephone: codes of six digits from a secret in base32 (RFC 6238).
# Perl has SHA-1 only in a package that a small machine may not have.
package Authenticator;
use strict;
use warnings;

sub sha1 {
	my ($text) = @_;
	my @h = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0);
	my $turn = sub { (($_[0] << $_[1]) | ($_[0] >> 32 - $_[1])) & 0xffffffff };
	my $bits = 8 * length $text;

	$text .= "\x80" . "\0" x ((55 - length $text) % 64) . pack 'Q>', $bits;
	for my $block (unpack '(a64)*', $text) {
		my @w = unpack 'N16', $block;
		my ($a, $b, $c, $d, $e) = @h;

		push @w, $turn->($w[-3] ^ $w[-8] ^ $w[-14] ^ $w[-16], 1) for 16 .. 79;
		for my $i (0 .. 79) {
			my ($f, $k) = $i < 20 ? (($b & $c) | (~$b & $d), 0x5A827999)
				: $i < 40 ? ($b ^ $c ^ $d, 0x6ED9EBA1)
				: $i < 60 ? (($b & $c) | ($b & $d) | ($c & $d), 0x8F1BBCDC)
				: ($b ^ $c ^ $d, 0xCA62C1D6);

			($a, $b, $c, $d, $e) = (($turn->($a, 5) + ($f & 0xffffffff) + $e + $k + $w[$i]) & 0xffffffff,
				$a, $turn->($b, 30), $c, $d);
		}
		my @sum = ($a, $b, $c, $d, $e);

		$h[$_] = ($h[$_] + $sum[$_]) & 0xffffffff for 0 .. 4;
	}
	return pack 'N5', @h;
}

sub code_of {
	my ($factor, $now) = @_;
	my $key = $factor;

	$key =~ tr/A-Z2-7/\x00-\x1f/;
	$key = pack 'B*', join '', map { substr unpack('B8', $_), 3 } split //, $key;
	$key .= "\0" x (64 - length $key);
	my $mac = sha1(($key ^ "\x5c" x 64) . sha1(($key ^ "\x36" x 64) . pack 'Q>', int($now / 30)));
	my $at = ord(substr $mac, -1) & 15;

	return sprintf '%06d', (unpack('N', substr $mac, $at, 4) & 0x7fffffff) % 1000000;
}

1;
