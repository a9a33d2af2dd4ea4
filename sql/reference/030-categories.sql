-- "What happened?": what the reporter chooses, and how staff first see it.

INSERT INTO category (name, label, rsit_class, rsit_type, tag, priority, position) VALUES
	('ransomware', /*t*/ 'My files are locked or someone demands money', 'malicious-code', 'infected-system', 'ransomware', 'high', 1),
	('malware', /*t*/ 'A virus or strange program', 'malicious-code', 'infected-system', NULL, 'normal', 2),
	('message', /*t*/ 'A suspicious e-mail, message or call', 'fraud', 'phishing', NULL, 'normal', 3),
	('fake_site', /*t*/ 'A fake website or someone pretending to be us', 'fraud', 'masquerade', NULL, 'normal', 4),
	('account', /*t*/ 'Someone got into my account', 'intrusions', 'unprivileged-account-compromise', NULL, 'normal', 5),
	('server', /*t*/ 'Someone got into our server or network', 'intrusions', 'system-compromise', NULL, 'high', 6),
	('website', /*t*/ 'Our website was changed', 'information-content-security', 'unauthorised-information-modification', NULL, 'high', 7),
	('outage', /*t*/ 'A service is down or very slow', 'availability', 'dos', NULL, 'high', 8),
	('leak', /*t*/ 'Information was stolen or published', 'information-content-security', 'data-leak', NULL, 'high', 9),
	('money', /*t*/ 'Money was taken or nearly taken', 'fraud', 'phishing', NULL, 'normal', 10),
	('abuse', /*t*/ 'Threats, abuse, images of me or a child', 'abusive-content', 'harmful-speech', NULL, 'high', 11),
	('weakness', /*t*/ 'I found a weakness in a system', 'vulnerable', 'vulnerable-system', NULL, 'normal', 12),
	('unsure', /*t*/ 'Something else, or I am not sure', 'other', 'undetermined', NULL, 'normal', 13),
	('technical', /*t*/ 'Technical details of a specialist', 'other', 'undetermined', NULL, 'normal', 14)
ON DUPLICATE KEY UPDATE label = VALUES(label), rsit_class = VALUES(rsit_class),
	rsit_type = VALUES(rsit_type), tag = VALUES(tag), position = VALUES(position);
