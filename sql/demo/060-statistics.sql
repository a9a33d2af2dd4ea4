-- What the made-up team had to do in its first three quarters.

INSERT IGNORE INTO statistic (quarter, reports, due, met, median_minutes, made_at) VALUES
	('2026-1', 64, 61, 44, 172, '2026-04-08 00:10:00'),
	('2026-2', 118, 117, 96, 121, '2026-07-08 00:10:00'),
	('2026-3', 157, 160, 141, 94, '2026-10-08 00:10:00');

INSERT IGNORE INTO statistic_class (quarter, rsit_class, reports) VALUES
	('2026-1', 'fraud', 31), ('2026-1', 'malicious-code', 12), ('2026-1', 'intrusions', 9),
	('2026-1', 'availability', NULL), ('2026-1', 'abusive-content', NULL), ('2026-1', 'other', 7),
	('2026-2', 'fraud', 52), ('2026-2', 'malicious-code', 19), ('2026-2', 'intrusions', 17),
	('2026-2', 'availability', 9), ('2026-2', 'information-content-security', 6), ('2026-2', 'vulnerable', NULL),
	('2026-2', 'abusive-content', NULL), ('2026-2', 'other', 8),
	('2026-3', 'fraud', 71), ('2026-3', 'intrusions', 26), ('2026-3', 'malicious-code', 21),
	('2026-3', 'availability', 12), ('2026-3', 'information-content-security', 8), ('2026-3', 'vulnerable', 7),
	('2026-3', 'abusive-content', NULL), ('2026-3', 'intrusion-attempts', NULL), ('2026-3', 'other', 6);
