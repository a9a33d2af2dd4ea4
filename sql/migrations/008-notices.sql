-- People hear by mail what was changed of their own account.
ALTER TABLE outbox MODIFY kind ENUM ('received', 'answered', 'arrived', 'invite', 'password',
	'told_password', 'told_factor', 'told_roles', 'told_half_in') NOT NULL;
