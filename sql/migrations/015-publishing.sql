-- Leads hear by mail that something published wants attention.
ALTER TABLE outbox MODIFY kind ENUM ('received', 'answered', 'arrived', 'invite', 'password',
	'told_password', 'told_factor', 'told_roles', 'told_half_in', 'publishing') NOT NULL;
