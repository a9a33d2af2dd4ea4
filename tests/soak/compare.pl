#!/usr/bin/perl
# What the reporters' journals say against what the database holds:
#
#   compare.pl FOLDER SOCKET
#
# Says in one line what was compared, and in one each what is wrong.
use strict;
use warnings;
use Digest::SHA qw(sha256_hex);

my ($folder, $socket) = @ARGV;
my $wrong = 0;

sub complain {
	print "$_[0]\n" if ++$wrong <= 40;
}

# The rows of a query, as lists.
sub rows {
	my ($query) = @_;
	my $user = getpwuid $<;

	open my $out, '-|', 'mariadb', '--no-defaults', "--socket=$socket", "--user=$user", '--default-character-set=utf8mb4',
		'--batch', '--skip-column-names', '--raw', '--execute', $query, 'belfry' or die "mariadb: $!\n";
	my @rows = map { chomp; [ split /\t/ ] } <$out>;

	close $out or die "the query failed: $query\n";
	return @rows;
}

my (%began, %shown, @wrote);

for my $path (glob "$folder/journal.*") {
	open my $journal, '<', $path or die "$path: $!\n";
	while (<$journal>) {
		my ($what, @words) = split;

		$began{ $words[0] } = 1 if $what eq 'began';
		$shown{ $words[0] } = { reference => $words[1], digest => $words[3], files => $words[4] } if $what eq 'shown';
		push @wrote, [ @words ] if $what eq 'wrote';
	}
}

# Every ticket of this soak, by what its description begins with.
my $of_soak = q{body LIKE 'Report m%x%x%'};
my (%tickets, %by_marker);

for (rows("SELECT ticket_id, reference, SUBSTRING_INDEX(SUBSTRING_INDEX(body, '.', 1), ' ', -1), SHA2(body, 256),
		(SELECT COUNT(*) FROM ticket_contact c WHERE c.ticket_id = m.ticket_id),
		(SELECT COUNT(*) FROM event e WHERE e.object = 'ticket' AND e.object_id = m.ticket_id AND e.action = 'opened'),
		(SELECT COUNT(*) FROM ticket_answer a WHERE a.ticket_id = m.ticket_id)
	FROM message m JOIN ticket t ON t.id = m.ticket_id WHERE $of_soak")) {
	my ($id, $reference, $marker, $digest, $contacts, $opened, $answers) = @$_;

	push @{ $by_marker{$marker} }, $reference;
	complain("$reference has two descriptions") if $tickets{$reference};
	$tickets{$reference} = { id => $id, marker => $marker, digest => $digest, answers => $answers };
	complain("$reference has $contacts contacts") if $contacts != 1;
	complain("$reference was opened $opened times") if $opened != 1;
	complain("$reference is of a report that nobody began") if !$began{$marker};
}
my ($bare) = map { $_->[0] } rows(q{SELECT COUNT(*) FROM ticket t
	WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.ticket_id = t.id)});

complain("$bare tickets have no message") if $bare;

# As many answers as most have: the reporters all answer the same.
my %counts;

$counts{ $_->{answers} }++ for values %tickets;
my ($usual) = sort { $counts{$b} <=> $counts{$a} } keys %counts;

for my $marker (sort keys %by_marker) {
	complain("$marker became " . join ' and ', @{ $by_marker{$marker} }) if @{ $by_marker{$marker} } > 1;
}
for my $reference (sort keys %tickets) {
	complain("$reference has $tickets{$reference}{answers} answers, not $usual")
		if $tickets{$reference}{answers} != $usual;
}
for my $marker (sort keys %shown) {
	my $shown = $shown{$marker};
	my $ticket = $tickets{ $shown->{reference} };

	if (!$ticket) {
		complain("$shown->{reference} was shown and is not there");
	} elsif ($ticket->{marker} ne $marker || $ticket->{digest} ne $shown->{digest}) {
		complain("$shown->{reference} says something else than was written");
	}
}

# What was added, once each.
my %messages;

$messages{"$_->[0] $_->[1]"} = $_->[2] for rows(q{SELECT SUBSTRING_INDEX(SUBSTRING(body, 12), ':', 1),
	SUBSTRING_INDEX(body, ' ', -1), COUNT(*) FROM message WHERE body LIKE 'Further to m%' GROUP BY 1, 2});
for (@wrote) {
	my $found = $messages{"$_->[0] $_->[1]"} // 0;

	complain("a message to $_->[0] is there $found times") if $found != 1;
}
for (sort keys %messages) {
	complain("a message to $_ is there $messages{$_} times") if $messages{$_} > 1;
}

# Files: each with all of its bytes, under the digest that was sent.
my $files = 0;

if (rows(q{SHOW TABLES LIKE 'attachment'})) {
	my %of_reference;

	for (rows(q{SELECT MIN(t.reference), MIN(a.sha256), MIN(a.size), COALESCE(SUM(LENGTH(p.bytes)), 0)
			FROM attachment a JOIN ticket t ON t.id = a.ticket_id
			LEFT JOIN attachment_part p ON p.attachment_id = a.id GROUP BY a.id})) {
		my ($reference, $digest, $size, $bytes) = @$_;

		push @{ $of_reference{$reference} }, $digest;
		complain("a file of $reference has $bytes bytes of $size") if $bytes != $size;
		$files++;
	}
	for my $marker (sort keys %shown) {
		my $found = join ',', sort @{ $of_reference{ $shown{$marker}{reference} } // [] };

		$found = '-' if $found eq '';
		complain("$shown{$marker}{reference} has the files $found, not $shown{$marker}{files}")
			if $found ne $shown{$marker}{files};
	}
}

print scalar(keys %shown), ' references shown, ', scalar(keys %tickets), ' tickets, ', scalar(@wrote),
	" messages and $files files compared: ", $wrong ? "$wrong complaints" : 'nothing is wrong', "\n";
exit($wrong ? 1 : 0);
