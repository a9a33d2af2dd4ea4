-- A made-up country and its team. No person, number or address here exists.

INSERT INTO team (id, code, name, short_name, country, zone, email, phone, emergency_phone,
	address, privacy_contact, complaint_body, retention_months, demo, opened_at) VALUES
	(1, 'VELCIRT', 'National Computer Incident Response Team of Velmora', 'VEL-CIRT', 'Velmora',
	 'Africa/Nairobi', 'report@cirt.example', '+999 20 555 0100', '999',
	 'Harbour Tower, 4 Lighthouse Road, Port Vel, Velmora',
	 'privacy@cirt.example', 'Data Protection Office of Velmora, +999 20 555 0190', 24, TRUE,
	 '2026-01-05 08:00:00')
ON DUPLICATE KEY UPDATE id = id;

INSERT IGNORE INTO team_text (language, name, value) VALUES
	('en', 'about', 'We are the team that people and organisations in Velmora can turn to when something goes wrong with their computers, accounts or networks. We listen, advise, and bring in whoever else can help. Our help costs nothing.'),
	('fr', 'about', 'Nous sommes l’équipe vers laquelle chacun, à Velmora, peut se tourner quand un problème touche ses ordinateurs, ses comptes ou ses réseaux. Nous écoutons, conseillons et faisons venir qui peut aider. Notre aide est gratuite.'),
	('ar', 'about', 'نحن الفريق الذي يلجأ إليه الناس والمؤسسات في فلمورا عندما يقع خلل في حواسيبهم أو حساباتهم أو شبكاتهم. نستمع وننصح ونستعين بمن يستطيع المساعدة. مساعدتنا مجانية.'),
	('en', 'name', 'National Computer Incident Response Team of Velmora'),
	('fr', 'name', 'Équipe nationale de réponse aux incidents informatiques de Velmora'),
	('ar', 'name', 'الفريق الوطني للاستجابة للحوادث الحاسوبية في فلمورا');

INSERT IGNORE INTO team_section (name, version, changed_at) VALUES
	('hours', 1, '2026-01-05 08:00:00');

INSERT IGNORE INTO hours (weekday, opens, closes) VALUES
	(1, '08:00:00', '18:00:00'),
	(2, '08:00:00', '18:00:00'),
	(3, '08:00:00', '18:00:00'),
	(4, '08:00:00', '18:00:00'),
	(5, '08:00:00', '16:00:00');

INSERT IGNORE INTO holiday (day, name) VALUES
	('2026-12-25', 'Midwinter Day'),
	('2027-01-01', 'New Year');

INSERT IGNORE INTO hotline (id, position, name, phone, note, category) VALUES
	(1, 1, 'Police, fire, ambulance', '999', 'When somebody is in danger now', NULL),
	(2, 2, 'Child and family helpline', '116', 'Free, day and night', 'abuse'),
	(3, 3, 'Bank card emergency line', '+999 20 555 0150', 'To block a card or stop a payment', 'money');
