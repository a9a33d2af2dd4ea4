-- Events of the made-up team: one is to come, one is over. No person or address
-- here exists, and the links of these guests open nothing.

INSERT IGNORE INTO occasion (id, place, starts_at, ends_at, answer_until, places, shown, made_at, erased_at,
	invited, said_yes, people, said_maybe, said_no) VALUES
	(1, 'Harbour Tower, 4 Lighthouse Road, Port Vel, ground floor', '2026-03-12 06:00:00', '2026-03-12 13:00:00',
	 '2026-03-09 15:00:00', 80, TRUE, '2026-02-02 07:00:00', '2026-04-11 14:00:00', 64, 41, 57, 3, 9),
	(2, 'Harbour Tower, 4 Lighthouse Road, Port Vel, ground floor', '2027-03-11 06:00:00', '2027-03-11 13:00:00',
	 '2027-03-08 15:00:00', 80, TRUE, '2026-11-16 07:00:00', NULL, NULL, NULL, NULL, NULL, NULL);

INSERT IGNORE INTO occasion_text (occasion_id, language, title, words) VALUES
	(1, 'en', 'Open house 2026', 'The team shows its rooms and what it does.'),
	(1, 'fr', 'Portes ouvertes 2026', 'L’équipe montre ses locaux et ce qu’elle fait.'),
	(1, 'ar', 'اليوم المفتوح 2026', 'يعرض الفريق مكاتبه وعمله.'),
	(2, 'en', 'Open house 2027', 'Come and see who answers when you call. We show how a report is handled, what we saw in our first year, and how you can prepare. Tea, coffee and bread from the harbour bakery.\n\n09:00 Welcome\n10:00 A report from its first minute to its last\n12:00 Questions\n14:00 Small groups: hospitals, banks, schools'),
	(2, 'fr', 'Portes ouvertes 2027', 'Venez voir qui répond quand vous appelez. Nous montrons comment un signalement est traité, ce que nous avons vu la première année et comment vous préparer. Thé, café et pain de la boulangerie du port.\n\n09:00 Accueil\n10:00 Un signalement, de la première minute à la dernière\n12:00 Questions\n14:00 Petits groupes : hôpitaux, banques, écoles'),
	(2, 'ar', 'اليوم المفتوح 2027', 'تعالوا وانظروا من يجيب حين تتصلون. نعرض كيف يُعالَج البلاغ، وما رأيناه في عامنا الأول، وكيف تستعدون. شاي وقهوة وخبز من مخبز الميناء.\n\n09:00 ترحيب\n10:00 بلاغ من دقيقته الأولى إلى الأخيرة\n12:00 أسئلة\n14:00 مجموعات صغيرة: المستشفيات والمصارف والمدارس');

INSERT IGNORE INTO occasion_guest (id, occasion_id, email, email_key, language, seed, digest, invited_at, answer, people,
	remark, answered_at) VALUES
	(1, 2, 'h.okoro@health.example', 'h.okoro@health.example', 'en', 'demo-1', SHA2(RANDOM_BYTES(32), 256), '2026-11-17 06:00:00', 'yes', 3, 'Two colleagues from the data centre come along.', '2026-11-17 09:12:00'),
	(2, 2, 'network@portvel.example', 'network@portvel.example', 'en', 'demo-2', SHA2(RANDOM_BYTES(32), 256), '2026-11-17 06:00:00', 'yes', 1, NULL, '2026-11-17 10:40:00'),
	(3, 2, 'sec@savingsbank.example', 'sec@savingsbank.example', 'fr', 'demo-3', SHA2(RANDOM_BYTES(32), 256), '2026-11-17 06:00:00', 'maybe', 2, 'Nous saurons en janvier.', '2026-11-18 07:05:00'),
	(4, 2, 'it@portschool.example', 'it@portschool.example', 'ar', 'demo-4', SHA2(RANDOM_BYTES(32), 256), '2026-11-17 06:00:00', 'no', 0, 'لدينا امتحانات في ذلك اليوم.', '2026-11-18 11:20:00'),
	(5, 2, 'duty@telecom.example', 'duty@telecom.example', 'en', 'demo-5', SHA2(RANDOM_BYTES(32), 256), '2026-11-17 06:00:00', NULL, 0, NULL, NULL),
	(6, 2, 'office@fisheries.example', 'office@fisheries.example', 'fr', 'demo-6', SHA2(RANDOM_BYTES(32), 256), '2026-11-17 06:00:00', NULL, 0, NULL, NULL);

INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value) VALUES
	(100700, '2026-11-16 07:00:00', 1, 'occasion', 2, 'added', NULL, NULL),
	(100701, '2026-11-17 06:00:00', 1, 'occasion', 2, 'invited', NULL, '6');
