-- Words with rules: roles, kinds of ticket and their lifecycles, priorities,
-- TLP, channels. Loaded by every `belfry migrate`. What is marked /*t*/ is
-- translated where it is shown.

INSERT INTO role (name, bit, label, position) VALUES
	('constituent',     1,   /*t*/ 'Constituent', 1),
	('analyst',         2,   /*t*/ 'Analyst', 2),
	('duty_lead',       4,   /*t*/ 'Duty lead', 3),
	('team_manager',    8,   /*t*/ 'Team manager', 4),
	('administrator',   16,  /*t*/ 'Administrator', 5),
	('country_manager', 32,  /*t*/ 'Country project manager', 6),
	('country_signer',  64,  /*t*/ 'Country authority (signs)', 7),
	('itu_manager',     128, /*t*/ 'ITU project manager', 8),
	('expert',          256, /*t*/ 'Expert or assessor', 9),
	('donor',           512, /*t*/ 'Donor or auditor', 10)
ON DUPLICATE KEY UPDATE bit = VALUES(bit), label = VALUES(label), position = VALUES(position);

INSERT INTO kind (name, label, position) VALUES
	('report',        /*t*/ 'Report', 1),
	('request',       /*t*/ 'Request', 2),
	('investigation', /*t*/ 'Investigation', 3),
	('vulnerability', /*t*/ 'Vulnerability', 4)
ON DUPLICATE KEY UPDATE label = VALUES(label), position = VALUES(position);

INSERT INTO state (kind, name, label, plain, position, first, closed) VALUES
	('report', 'new', /*t*/ 'New', /*t*/ 'We have your report. A person reads it next.', 1, TRUE, FALSE),
	('report', 'open', /*t*/ 'In progress', /*t*/ 'Somebody in our team is working on it.', 2, FALSE, FALSE),
	('report', 'waiting', /*t*/ 'Waiting for the reporter', /*t*/ 'We asked you something and wait for your answer.', 3, FALSE, FALSE),
	('report', 'elsewhere', /*t*/ 'Waiting for others', /*t*/ 'We asked somebody else for help and wait for their answer.', 4, FALSE, FALSE),
	('report', 'solved', /*t*/ 'Solved', /*t*/ 'This is solved as far as we know. Write to us if it is not.', 5, FALSE, TRUE),
	('report', 'closed', /*t*/ 'Closed', /*t*/ 'This is closed. You can still write to us here.', 6, FALSE, TRUE),
	('request', 'new', /*t*/ 'New', /*t*/ 'We have your request. A person reads it next.', 1, TRUE, FALSE),
	('request', 'open', /*t*/ 'In progress', /*t*/ 'Somebody in our team is working on it.', 2, FALSE, FALSE),
	('request', 'waiting', /*t*/ 'Waiting for the reporter', /*t*/ 'We asked you something and wait for your answer.', 3, FALSE, FALSE),
	('request', 'solved', /*t*/ 'Solved', /*t*/ 'This is solved as far as we know. Write to us if it is not.', 4, FALSE, TRUE),
	('request', 'closed', /*t*/ 'Closed', /*t*/ 'This is closed. You can still write to us here.', 5, FALSE, TRUE),
	('investigation', 'new', /*t*/ 'New', /*t*/ 'We are about to write to you.', 1, TRUE, FALSE),
	('investigation', 'waiting', /*t*/ 'Asked', /*t*/ 'We asked you something and wait for your answer.', 2, FALSE, FALSE),
	('investigation', 'open', /*t*/ 'Answered', /*t*/ 'We have your answer and work with it.', 3, FALSE, FALSE),
	('investigation', 'solved', /*t*/ 'Done', /*t*/ 'We have what we need. Thank you.', 4, FALSE, TRUE),
	('investigation', 'closed', /*t*/ 'Given up', /*t*/ 'We no longer wait for an answer.', 5, FALSE, TRUE),
	('vulnerability', 'new', /*t*/ 'New', /*t*/ 'We have your report. A person reads it next.', 1, TRUE, FALSE),
	('vulnerability', 'open', /*t*/ 'Being checked', /*t*/ 'We are checking what you found.', 2, FALSE, FALSE),
	('vulnerability', 'waiting', /*t*/ 'Waiting for the finder', /*t*/ 'We asked you something and wait for your answer.', 3, FALSE, FALSE),
	('vulnerability', 'elsewhere', /*t*/ 'With the vendor', /*t*/ 'The vendor or owner knows and works on it.', 4, FALSE, FALSE),
	('vulnerability', 'solved', /*t*/ 'Fixed, not yet public', /*t*/ 'There is a fix. When it becomes public is agreed with you.', 5, FALSE, FALSE),
	('vulnerability', 'published', /*t*/ 'Published', /*t*/ 'It is public, with what to do about it. Thank you.', 6, FALSE, TRUE),
	('vulnerability', 'closed', /*t*/ 'Closed', /*t*/ 'This is closed. You can still write to us here.', 7, FALSE, TRUE)
ON DUPLICATE KEY UPDATE label = VALUES(label), plain = VALUES(plain), position = VALUES(position),
	first = VALUES(first), closed = VALUES(closed);

INSERT INTO transition (kind, from_state, to_state, label, position) VALUES
	('report', 'new', 'open', /*t*/ 'Start work', 1),
	('report', 'new', 'waiting', /*t*/ 'Wait for the reporter', 2),
	('report', 'new', 'elsewhere', /*t*/ 'Wait for others', 3),
	('report', 'new', 'solved', /*t*/ 'Solved', 4),
	('report', 'new', 'closed', /*t*/ 'Close', 5),
	('report', 'open', 'waiting', /*t*/ 'Wait for the reporter', 1),
	('report', 'open', 'elsewhere', /*t*/ 'Wait for others', 2),
	('report', 'open', 'solved', /*t*/ 'Solved', 3),
	('report', 'open', 'closed', /*t*/ 'Close', 4),
	('report', 'waiting', 'open', /*t*/ 'Go on', 1),
	('report', 'waiting', 'elsewhere', /*t*/ 'Wait for others', 2),
	('report', 'waiting', 'solved', /*t*/ 'Solved', 3),
	('report', 'waiting', 'closed', /*t*/ 'Close', 4),
	('report', 'elsewhere', 'open', /*t*/ 'Go on', 1),
	('report', 'elsewhere', 'waiting', /*t*/ 'Wait for the reporter', 2),
	('report', 'elsewhere', 'solved', /*t*/ 'Solved', 3),
	('report', 'elsewhere', 'closed', /*t*/ 'Close', 4),
	('report', 'solved', 'open', /*t*/ 'Reopen', 1),
	('report', 'solved', 'closed', /*t*/ 'Close', 2),
	('report', 'closed', 'open', /*t*/ 'Reopen', 1),
	('request', 'new', 'open', /*t*/ 'Start work', 1),
	('request', 'new', 'waiting', /*t*/ 'Wait for the reporter', 2),
	('request', 'new', 'solved', /*t*/ 'Solved', 3),
	('request', 'new', 'closed', /*t*/ 'Close', 4),
	('request', 'open', 'waiting', /*t*/ 'Wait for the reporter', 1),
	('request', 'open', 'solved', /*t*/ 'Solved', 2),
	('request', 'open', 'closed', /*t*/ 'Close', 3),
	('request', 'waiting', 'open', /*t*/ 'Go on', 1),
	('request', 'waiting', 'solved', /*t*/ 'Solved', 2),
	('request', 'waiting', 'closed', /*t*/ 'Close', 3),
	('request', 'solved', 'open', /*t*/ 'Reopen', 1),
	('request', 'solved', 'closed', /*t*/ 'Close', 2),
	('request', 'closed', 'open', /*t*/ 'Reopen', 1),
	('investigation', 'new', 'waiting', /*t*/ 'Wait for an answer', 1),
	('investigation', 'new', 'closed', /*t*/ 'Give up', 2),
	('investigation', 'waiting', 'open', /*t*/ 'They answered', 1),
	('investigation', 'waiting', 'closed', /*t*/ 'Give up', 2),
	('investigation', 'open', 'waiting', /*t*/ 'Wait for an answer', 1),
	('investigation', 'open', 'solved', /*t*/ 'Done', 2),
	('investigation', 'open', 'closed', /*t*/ 'Give up', 3),
	('investigation', 'solved', 'open', /*t*/ 'Reopen', 1),
	('investigation', 'closed', 'open', /*t*/ 'Reopen', 1),
	('vulnerability', 'new', 'open', /*t*/ 'Start checking', 1),
	('vulnerability', 'new', 'waiting', /*t*/ 'Wait for the finder', 2),
	('vulnerability', 'new', 'elsewhere', /*t*/ 'Give it to the vendor', 3),
	('vulnerability', 'new', 'solved', /*t*/ 'Fixed', 4),
	('vulnerability', 'new', 'closed', /*t*/ 'Close', 5),
	('vulnerability', 'open', 'waiting', /*t*/ 'Wait for the finder', 1),
	('vulnerability', 'open', 'elsewhere', /*t*/ 'Give it to the vendor', 2),
	('vulnerability', 'open', 'solved', /*t*/ 'Fixed', 3),
	('vulnerability', 'open', 'closed', /*t*/ 'Close', 4),
	('vulnerability', 'waiting', 'open', /*t*/ 'Go on', 1),
	('vulnerability', 'waiting', 'elsewhere', /*t*/ 'Give it to the vendor', 2),
	('vulnerability', 'waiting', 'solved', /*t*/ 'Fixed', 3),
	('vulnerability', 'waiting', 'closed', /*t*/ 'Close', 4),
	('vulnerability', 'elsewhere', 'open', /*t*/ 'Go on', 1),
	('vulnerability', 'elsewhere', 'waiting', /*t*/ 'Wait for the finder', 2),
	('vulnerability', 'elsewhere', 'solved', /*t*/ 'Fixed', 3),
	('vulnerability', 'elsewhere', 'published', /*t*/ 'It is public', 4),
	('vulnerability', 'elsewhere', 'closed', /*t*/ 'Close', 5),
	('vulnerability', 'solved', 'published', /*t*/ 'It is public', 1),
	('vulnerability', 'solved', 'open', /*t*/ 'Go on', 2),
	('vulnerability', 'solved', 'waiting', /*t*/ 'Wait for the finder', 3),
	('vulnerability', 'solved', 'elsewhere', /*t*/ 'Give it to the vendor', 4),
	('vulnerability', 'solved', 'closed', /*t*/ 'Close', 5),
	('vulnerability', 'published', 'open', /*t*/ 'Reopen', 1),
	('vulnerability', 'closed', 'open', /*t*/ 'Reopen', 1)
ON DUPLICATE KEY UPDATE label = VALUES(label), position = VALUES(position);

-- The first human answer, in open hours but for the urgent ones.
INSERT INTO priority (name, label, position, answer_minutes, around_the_clock) VALUES
	('urgent', /*t*/ 'Urgent', 1, 60, TRUE),
	('high', /*t*/ 'High', 2, 240, FALSE),
	('normal', /*t*/ 'Normal', 3, 480, FALSE),
	('low', /*t*/ 'Low', 4, 1440, FALSE)
ON DUPLICATE KEY UPDATE label = VALUES(label), position = VALUES(position);

INSERT INTO tlp (name, label, position) VALUES
	('red', 'TLP:RED', 1),
	('amber+strict', 'TLP:AMBER+STRICT', 2),
	('amber', 'TLP:AMBER', 3),
	('green', 'TLP:GREEN', 4),
	('clear', 'TLP:CLEAR', 5)
ON DUPLICATE KEY UPDATE label = VALUES(label), position = VALUES(position);

INSERT INTO channel (name, label, position) VALUES
	('web', /*t*/ 'Web form', 1),
	('mail', /*t*/ 'Mail', 2),
	('phone', /*t*/ 'Phone', 3),
	('walk_in', /*t*/ 'In person', 4),
	('sms', /*t*/ 'Text message', 5),
	('feed', /*t*/ 'Data feed', 6),
	('api', /*t*/ 'Interface', 7)
ON DUPLICATE KEY UPDATE label = VALUES(label), position = VALUES(position);
