#!/usr/bin/perl
# Asks each address as each kind of person, and prints what came of it:
#
#   walk.pl KINDS <ROUTES
#
# KINDS is a file of lines "NAME COOKIES"; ROUTES are lines "METHOD PATH". Each
# line printed is "METHOD PATH OUTCOME...", one outcome for each kind:
#
#   200, 404 ...   the status
#   >login         sent to that page, by the end of its address
#   form           a POST got as far as the check of its form: this person may
#
# A POST has no token, so nothing it asks for is done.
use strict;
use warnings;
use IO::Socket::INET;

my ($address) = ($ENV{BELFRY_ADDRESS} // '') =~ m{^http://(.+)$} or die "BELFRY_ADDRESS is not set\n";
my @kinds;

open my $file, '<', $ARGV[0] or die "$ARGV[0]: $!\n";
while (<$file>) {
	my ($name, $cookies) = /^(\S+)(?:\s+(.*))?$/ or next;

	push @kinds, $cookies // '';
}

sub ask {
	my ($method, $path, $cookies) = @_;
	my $socket = IO::Socket::INET->new(PeerAddr => $address, Timeout => 10) or die "$address: $!\n";
	my $request = "$method $path HTTP/1.1\r\nHost: $address\r\nConnection: close\r\n";

	$request .= "Cookie: $cookies\r\n" if $cookies ne '';
	$request .= "Origin: http://$address\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 5\r\n"
		. "Content-Type: application/x-www-form-urlencoded\r\n" if $method eq 'POST';
	$request .= "\r\n" . ($method eq 'POST' ? 'x=y&z' : '');
	print $socket $request;
	return do { local $/; <$socket> } // '';
}

sub outcome {
	my ($method, $answer) = @_;
	my ($status) = $answer =~ m{^HTTP/1\.1 (\d+)} or return 'nothing';

	return ">$1" if $status =~ /^30/ && $answer =~ m{^Location: /(?:[^?\r\n]*/)?([^?\r\n]*)}m;
	return 'form' if $method eq 'POST' && $status == 403
		&& $answer =~ /We could not see that this came from a page of ours/;
	return $status;
}

while (<STDIN>) {
	my ($method, $path) = /^(\S+) (\S+)/ or next;

	print join(' ', $method, $path, map { outcome($method, ask($method, $path, $_)) } @kinds), "\n";
}
