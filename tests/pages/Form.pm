# A form of a page: finding it by its button, typing into it, and what it sends.
package Form;
use strict;
use warnings;
use utf8;

# The form with that button; part of its address tells two of them apart.
sub find_button {
	my ($forms, $label, $where) = @_;
	my @found;

	for my $form (@{ $forms // [] }) {
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

# What a button of the form sends, pair by pair. `attached` are the files chosen.
sub sent_by {
	my ($form, $button, $attached) = @_;
	my @pairs;

	for my $field (grep { $_->{on} && defined $_->{name} } @{ $form->{fields} }) {
		my $value = $field->{value};

		if ($field->{type} eq 'file') {
			my @chosen = grep { $_->{field} eq $field->{name} } @$attached;

			# A control that was left empty comes as a file without a name.
			push @pairs, map { [ $field->{name}, $_->{bytes}, $_ ] } @chosen ? @chosen
				: { name => '', type => 'application/octet-stream', bytes => '' };
			next;
		}
		$value =~ s/\r?\n/\r\n/g if $field->{type} =~ /^(?:textarea|hidden)$/;
		push @pairs, [ $field->{name}, $value ];
	}
	push @pairs, [ $button->{name}, $button->{value} ] if defined $button->{name};
	return @pairs;
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

1;
