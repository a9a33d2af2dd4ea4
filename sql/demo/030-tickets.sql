-- Tickets of the made-up team, in several languages and states. Their follow-up
-- secrets are nobody's: the digests are of nothing that was ever shown. Times are
-- counted back from the moment the demo is loaded.

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1001, 'VELCIRT-2026-K7RWXCH', 'report', 'new', 'open', 'Every file on the shared drive of the land registry ends in .lockd since this morning', 'ransomware', 'malicious-code', 'infected-system',
	'urgent', 'amber', 'web', 'en', NULL, UTC_TIMESTAMP() - INTERVAL 35 MINUTE, UTC_TIMESTAMP() + INTERVAL 25 MINUTE,
	UTC_TIMESTAMP() + INTERVAL 25 MINUTE, NULL, UTC_TIMESTAMP() - INTERVAL 35 MINUTE, NULL, 1, SHA2('VELCIRT-2026-K7RWXCH', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1001, 'Nadia Okonjo', 'n.okonjo@landregistry.example', '+999 20 555 0121', 'Land Registry of Velmora');
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1001, 'ongoing', 'yes'),
	(1001, 'service_impact', 'stopped'),
	(1001, 'people', '101-1000'),
	(1001, 'want', 'stop,advice'),
	(1001, 'told', 'nobody'),
	(1001, 'org_sector', 'government'),
	(1001, 'reporting_for', 'government');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (100100, 1001, 'from_reporter', NULL, 'Every file on the shared drive of the land registry ends in .lockd since this morning. A text file asks for 4 bitcoin within three days.', UTC_TIMESTAMP() - INTERVAL 35 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (100100, UTC_TIMESTAMP() - INTERVAL 35 MINUTE, NULL, 'ticket', 1001, 'opened', NULL, 'new');

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1002, 'VELCIRT-2026-M4TQDZD', 'report', 'new', 'open', 'وصلتني رسالة تدّعي أنها من البنك وتطلب تأكيد رقم البطاقة خلال ساعة', 'message', 'fraud', 'phishing',
	'normal', 'green', 'web', 'ar', NULL, UTC_TIMESTAMP() - INTERVAL 130 MINUTE, UTC_TIMESTAMP() - INTERVAL 20 MINUTE,
	UTC_TIMESTAMP() - INTERVAL 20 MINUTE, NULL, UTC_TIMESTAMP() - INTERVAL 130 MINUTE, NULL, 1, SHA2('VELCIRT-2026-M4TQDZD', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1002, 'ليلى منصور', 'layla.mansour@mail.example', NULL, NULL);
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1002, 'ongoing', 'unknown'),
	(1002, 'want', 'advice'),
	(1002, 'reporting_for', 'myself');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (100200, 1002, 'from_reporter', NULL, 'وصلتني رسالة تدّعي أنها من البنك وتطلب تأكيد رقم البطاقة خلال ساعة. ضغطت على الرابط ثم أغلقته قبل أن أكتب شيئًا.', UTC_TIMESTAMP() - INTERVAL 130 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (100200, UTC_TIMESTAMP() - INTERVAL 130 MINUTE, NULL, 'ticket', 1002, 'opened', NULL, 'new');

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1003, 'VELCIRT-2026-P9HBSKQ', 'report', 'open', 'open', 'Caller says an administrator account that nobody knows appeared on two mail servers of the hospital last night', 'server', 'intrusions', 'system-compromise',
	'high', 'amber+strict', 'phone', 'en', 2, UTC_TIMESTAMP() - INTERVAL 1500 MINUTE, UTC_TIMESTAMP() - INTERVAL 1430 MINUTE,
	'9999-12-31 00:00:00', UTC_TIMESTAMP() - INTERVAL 1460 MINUTE, UTC_TIMESTAMP() - INTERVAL 300 MINUTE, NULL, 1, SHA2('VELCIRT-2026-P9HBSKQ', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1003, 'Dr. Ibrahim Sule', NULL, '+999 20 555 0142', 'Port Vel General Hospital');
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1003, 'ongoing', 'yes'),
	(1003, 'service_impact', 'badly'),
	(1003, 'reporting_for', 'essential');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (100300, 1003, 'from_reporter', 2, 'Caller says an administrator account that nobody knows appeared on two mail servers of the hospital last night.', UTC_TIMESTAMP() - INTERVAL 1500 MINUTE),
	(100301, 1003, 'to_reporter', 2, 'Thank you for calling. Keep both servers switched on and disconnect them from the internet. We call you at 14:00.', UTC_TIMESTAMP() - INTERVAL 1460 MINUTE),
	(100302, 1003, 'note', 2, 'Called back. They keep the servers on, cut them off the internet and copy the logs.', UTC_TIMESTAMP() - INTERVAL 1455 MINUTE),
	(100303, 1003, 'from_reporter', NULL, 'Logs are copied. The account logged in from an address abroad at 02:14.', UTC_TIMESTAMP() - INTERVAL 300 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (100300, UTC_TIMESTAMP() - INTERVAL 1500 MINUTE, NULL, 'ticket', 1003, 'opened', NULL, 'new'),
	(100301, UTC_TIMESTAMP() - INTERVAL 1465 MINUTE, 2, 'ticket', 1003, 'owner', NULL, '2'),
	(100302, UTC_TIMESTAMP() - INTERVAL 1465 MINUTE, 2, 'ticket', 1003, 'state', 'new', 'open'),
	(100303, UTC_TIMESTAMP() - INTERVAL 1460 MINUTE, 2, 'ticket', 1003, 'answered', NULL, NULL);

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1004, 'VELCIRT-2026-C3VGXNC', 'report', 'waiting', 'open', 'Un site copie la page de paiement de notre compagnie d’électricité', 'fake_site', 'fraud', 'masquerade',
	'normal', 'green', 'web', 'fr', 3, UTC_TIMESTAMP() - INTERVAL 4300 MINUTE, UTC_TIMESTAMP() - INTERVAL 4070 MINUTE,
	'9999-12-31 00:00:00', UTC_TIMESTAMP() - INTERVAL 4100 MINUTE, UTC_TIMESTAMP() - INTERVAL 4100 MINUTE, NULL, 0, SHA2('VELCIRT-2026-C3VGXNC', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1004, 'Marc Delcourt', 'm.delcourt@voltara.example', NULL, 'Voltara Énergie');
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1004, 'want', 'takedown'),
	(1004, 'org_sector', 'energy'),
	(1004, 'reporting_for', 'business');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (100400, 1004, 'from_reporter', NULL, 'Un site copie la page de paiement de notre compagnie d’électricité. L’adresse change tous les deux jours.', UTC_TIMESTAMP() - INTERVAL 4300 MINUTE),
	(100401, 1004, 'to_reporter', 3, 'Bonjour, merci pour votre signalement. Pouvez-vous nous envoyer les adresses que vous avez vues, une par ligne ?', UTC_TIMESTAMP() - INTERVAL 4100 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (100400, UTC_TIMESTAMP() - INTERVAL 4300 MINUTE, NULL, 'ticket', 1004, 'opened', NULL, 'new'),
	(100401, UTC_TIMESTAMP() - INTERVAL 4105 MINUTE, 3, 'ticket', 1004, 'owner', NULL, '3'),
	(100402, UTC_TIMESTAMP() - INTERVAL 4105 MINUTE, 3, 'ticket', 1004, 'state', 'new', 'open'),
	(100403, UTC_TIMESTAMP() - INTERVAL 4100 MINUTE, 3, 'ticket', 1004, 'answered', NULL, NULL),
	(100404, UTC_TIMESTAMP() - INTERVAL 4098 MINUTE, 3, 'ticket', 1004, 'state', 'open', 'waiting');

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1005, 'VELCIRT-2026-T6JRBWB', 'report', 'elsewhere', 'open', 'Our booking site has been unreachable since yesterday evening; the provider speaks of a flood of requests', 'outage', 'availability', 'ddos',
	'high', 'amber', 'web', 'en', 3, UTC_TIMESTAMP() - INTERVAL 2900 MINUTE, UTC_TIMESTAMP() - INTERVAL 2820 MINUTE,
	'9999-12-31 00:00:00', UTC_TIMESTAMP() - INTERVAL 2850 MINUTE, UTC_TIMESTAMP() - INTERVAL 2840 MINUTE, NULL, 0, SHA2('VELCIRT-2026-T6JRBWB', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1005, 'Sofia Marin', 'it@bluecoastferries.example', '+999 20 555 0177', 'Blue Coast Ferries');
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1005, 'ongoing', 'yes'),
	(1005, 'service_impact', 'badly'),
	(1005, 'reporting_for', 'business');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (100500, 1005, 'from_reporter', NULL, 'Our booking site has been unreachable since yesterday evening; the provider speaks of a flood of requests.', UTC_TIMESTAMP() - INTERVAL 2900 MINUTE),
	(100501, 1005, 'to_reporter', 3, 'We have asked your provider and the exchange point to filter the traffic. You do not have to do anything now.', UTC_TIMESTAMP() - INTERVAL 2850 MINUTE),
	(100502, 1005, 'note', 3, 'Peers in two countries see the same sources. Asked them for net flow.', UTC_TIMESTAMP() - INTERVAL 2840 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (100500, UTC_TIMESTAMP() - INTERVAL 2900 MINUTE, NULL, 'ticket', 1005, 'opened', NULL, 'new'),
	(100501, UTC_TIMESTAMP() - INTERVAL 2855 MINUTE, 3, 'ticket', 1005, 'owner', NULL, '3'),
	(100502, UTC_TIMESTAMP() - INTERVAL 2855 MINUTE, 3, 'ticket', 1005, 'state', 'new', 'open'),
	(100503, UTC_TIMESTAMP() - INTERVAL 2850 MINUTE, 3, 'ticket', 1005, 'answered', NULL, NULL),
	(100504, UTC_TIMESTAMP() - INTERVAL 2848 MINUTE, 3, 'ticket', 1005, 'state', 'open', 'elsewhere');

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1006, 'VELCIRT-2026-W2KDFQ5', 'report', 'new', 'open', 'Somebody sends messages to my friends from my account and asks for money', 'account', 'intrusions', 'unprivileged-account-compromise',
	'normal', 'amber', 'web', 'en', NULL, UTC_TIMESTAMP() - INTERVAL 50 MINUTE, UTC_TIMESTAMP() + INTERVAL 900 MINUTE,
	UTC_TIMESTAMP() + INTERVAL 900 MINUTE, NULL, UTC_TIMESTAMP() - INTERVAL 50 MINUTE, NULL, 1, SHA2('VELCIRT-2026-W2KDFQ5', 256));
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1006, 'ongoing', 'yes'),
	(1006, 'affected', 'social'),
	(1006, 'reporting_for', 'myself');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (100600, 1006, 'from_reporter', NULL, 'Somebody sends messages to my friends from my account and asks for money. I cannot sign in any more.', UTC_TIMESTAMP() - INTERVAL 50 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (100600, UTC_TIMESTAMP() - INTERVAL 50 MINUTE, NULL, 'ticket', 1006, 'opened', NULL, 'new');

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1007, 'VELCIRT-2026-X8CZNVR', 'report', 'open', 'open', 'نُشرت على منتدى قائمة بأسماء موظفينا وأرقام هواتفهم', 'leak', 'information-content-security', 'data-leak',
	'high', 'red', 'mail', 'ar', 2, UTC_TIMESTAMP() - INTERVAL 2000 MINUTE, UTC_TIMESTAMP() - INTERVAL 1870 MINUTE,
	'9999-12-31 00:00:00', UTC_TIMESTAMP() - INTERVAL 1900 MINUTE, UTC_TIMESTAMP() - INTERVAL 1880 MINUTE, NULL, 0, SHA2('VELCIRT-2026-X8CZNVR', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1007, 'كريم حداد', 'k.haddad@water.example', '+999 20 555 0133', 'هيئة المياه');
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1007, 'data_impact', 'personal'),
	(1007, 'people', '101-1000'),
	(1007, 'reporting_for', 'government');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (100700, 1007, 'from_reporter', 2, 'نُشرت على منتدى قائمة بأسماء موظفينا وأرقام هواتفهم. نحتاج إلى معرفة مصدر التسريب وما الذي نقوله للموظفين.', UTC_TIMESTAMP() - INTERVAL 2000 MINUTE),
	(100701, 1007, 'to_reporter', 2, 'شكرًا على بلاغكم. لا تنشروا الرابط، واحتفظوا بنسخة من الصفحة. سنعاود الاتصال بكم اليوم.', UTC_TIMESTAMP() - INTERVAL 1900 MINUTE),
	(100702, 1007, 'note', 2, 'The list matches the export of the old HR portal. Asked for its access log.', UTC_TIMESTAMP() - INTERVAL 1880 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (100700, UTC_TIMESTAMP() - INTERVAL 2000 MINUTE, NULL, 'ticket', 1007, 'opened', NULL, 'new'),
	(100701, UTC_TIMESTAMP() - INTERVAL 1905 MINUTE, 2, 'ticket', 1007, 'owner', NULL, '2'),
	(100702, UTC_TIMESTAMP() - INTERVAL 1905 MINUTE, 2, 'ticket', 1007, 'state', 'new', 'open'),
	(100703, UTC_TIMESTAMP() - INTERVAL 1900 MINUTE, 2, 'ticket', 1007, 'answered', NULL, NULL);

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1008, 'VELCIRT-2026-F5SWPMH', 'report', 'solved', 'closed', 'La page d’accueil de la mairie affichait un slogan et une image que nous n’avons pas publiés', 'website', 'information-content-security', 'unauthorised-information-modification',
	'high', 'clear', 'web', 'fr', 3, UTC_TIMESTAMP() - INTERVAL 12000 MINUTE, UTC_TIMESTAMP() - INTERVAL 11920 MINUTE,
	'9999-12-31 00:00:00', UTC_TIMESTAMP() - INTERVAL 11950 MINUTE, UTC_TIMESTAMP() - INTERVAL 9000 MINUTE, UTC_TIMESTAMP() - INTERVAL 9000 MINUTE, 0, SHA2('VELCIRT-2026-F5SWPMH', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1008, 'Hélène Aubry', 'webmestre@portvel.example', NULL, 'Mairie de Port Vel');
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1008, 'reporting_for', 'government');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (100800, 1008, 'from_reporter', NULL, 'La page d’accueil de la mairie affichait un slogan et une image que nous n’avons pas publiés.', UTC_TIMESTAMP() - INTERVAL 12000 MINUTE),
	(100801, 1008, 'to_reporter', 3, 'Bonjour, mettez le site hors ligne et conservez les journaux. Voici les étapes pour le rétablir.', UTC_TIMESTAMP() - INTERVAL 11950 MINUTE),
	(100802, 1008, 'from_reporter', NULL, 'Le site est rétabli et les mots de passe sont changés. Merci !', UTC_TIMESTAMP() - INTERVAL 9000 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (100800, UTC_TIMESTAMP() - INTERVAL 12000 MINUTE, NULL, 'ticket', 1008, 'opened', NULL, 'new'),
	(100801, UTC_TIMESTAMP() - INTERVAL 11955 MINUTE, 3, 'ticket', 1008, 'owner', NULL, '3'),
	(100802, UTC_TIMESTAMP() - INTERVAL 11955 MINUTE, 3, 'ticket', 1008, 'state', 'new', 'open'),
	(100803, UTC_TIMESTAMP() - INTERVAL 11950 MINUTE, 3, 'ticket', 1008, 'answered', NULL, NULL),
	(100804, UTC_TIMESTAMP() - INTERVAL 9000 MINUTE, 3, 'ticket', 1008, 'state', 'open', 'solved');

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1009, 'VELCIRT-2026-G7BXTHV', 'report', 'closed', 'closed', 'A visitor brought a USB stick that was left in the ministry''s car park', 'malware', 'malicious-code', 'infected-system',
	'low', 'amber', 'walk_in', 'en', 2, UTC_TIMESTAMP() - INTERVAL 40000 MINUTE, UTC_TIMESTAMP() - INTERVAL 39920 MINUTE,
	'9999-12-31 00:00:00', UTC_TIMESTAMP() - INTERVAL 39950 MINUTE, UTC_TIMESTAMP() - INTERVAL 39950 MINUTE, UTC_TIMESTAMP() - INTERVAL 39950 MINUTE, 0, SHA2('VELCIRT-2026-G7BXTHV', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1009, 'Front desk', NULL, '+999 20 555 0160', 'Ministry of Transport');
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1009, 'reporting_for', 'government');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (100900, 1009, 'from_reporter', 2, 'A visitor brought a USB stick that was left in the ministry''s car park. Nobody plugged it in.', UTC_TIMESTAMP() - INTERVAL 40000 MINUTE),
	(100901, 1009, 'to_reporter', 2, 'Thank you for not plugging it in. We keep it here and tell you what is on it.', UTC_TIMESTAMP() - INTERVAL 39950 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (100900, UTC_TIMESTAMP() - INTERVAL 40000 MINUTE, NULL, 'ticket', 1009, 'opened', NULL, 'new'),
	(100901, UTC_TIMESTAMP() - INTERVAL 39955 MINUTE, 2, 'ticket', 1009, 'owner', NULL, '2'),
	(100902, UTC_TIMESTAMP() - INTERVAL 39955 MINUTE, 2, 'ticket', 1009, 'state', 'new', 'open'),
	(100903, UTC_TIMESTAMP() - INTERVAL 39950 MINUTE, 2, 'ticket', 1009, 'answered', NULL, NULL),
	(100904, UTC_TIMESTAMP() - INTERVAL 39950 MINUTE, 2, 'ticket', 1009, 'state', 'open', 'closed');

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1010, 'VELCIRT-2026-R4NMKDW', 'report', 'new', 'open', 'I paid for a phone in an online shop that has disappeared', 'money', 'fraud', 'phishing',
	'normal', 'amber', 'sms', 'en', NULL, UTC_TIMESTAMP() - INTERVAL 700 MINUTE, UTC_TIMESTAMP() - INTERVAL 220 MINUTE,
	UTC_TIMESTAMP() - INTERVAL 220 MINUTE, NULL, UTC_TIMESTAMP() - INTERVAL 700 MINUTE, NULL, 1, SHA2('VELCIRT-2026-R4NMKDW', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1010, 'Peter Adeyemi', NULL, '+999 70 555 0188', NULL);
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1010, 'loss', '1200'),
	(1010, 'told', 'bank'),
	(1010, 'reporting_for', 'myself');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (101000, 1010, 'from_reporter', 2, 'I paid for a phone in an online shop that has disappeared. 1 200 are gone.', UTC_TIMESTAMP() - INTERVAL 700 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (101000, UTC_TIMESTAMP() - INTERVAL 700 MINUTE, NULL, 'ticket', 1010, 'opened', NULL, 'new');

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1011, 'VELCIRT-2026-Z3QHVC2', 'report', 'new', 'open', 'Mon ordinateur est devenu très lent et le ventilateur tourne tout le temps', 'unsure', 'other', 'undetermined',
	'low', 'amber', 'web', 'fr', NULL, UTC_TIMESTAMP() - INTERVAL 20 MINUTE, UTC_TIMESTAMP() + INTERVAL 2000 MINUTE,
	UTC_TIMESTAMP() + INTERVAL 2000 MINUTE, NULL, UTC_TIMESTAMP() - INTERVAL 20 MINUTE, NULL, 1, SHA2('VELCIRT-2026-Z3QHVC2', 256));
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1011, 'reporting_for', 'myself');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (101100, 1011, 'from_reporter', NULL, 'Mon ordinateur est devenu très lent et le ventilateur tourne tout le temps.', UTC_TIMESTAMP() - INTERVAL 20 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (101100, UTC_TIMESTAMP() - INTERVAL 20 MINUTE, NULL, 'ticket', 1011, 'opened', NULL, 'new');

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1012, 'VELCIRT-2026-55227R2', 'report', 'new', 'open', 'Three hosts of the railway answer to a command server since Thursday', 'technical', 'malicious-code', 'infected-system',
	'high', 'amber+strict', 'web', 'en', NULL, UTC_TIMESTAMP() - INTERVAL 95 MINUTE, UTC_TIMESTAMP() + INTERVAL 145 MINUTE,
	UTC_TIMESTAMP() + INTERVAL 145 MINUTE, NULL, UTC_TIMESTAMP() - INTERVAL 95 MINUTE, NULL, 1, SHA2('VELCIRT-2026-55227R2', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1012, 'Security operations', 'soc@rail.example', '+999 20 555 0161', 'Velmora Railways');
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1012, 'ongoing', 'yes'),
	(1012, 'zone', 'UTC'),
	(1012, 'systems', 'ticket-07, ticket-12, ticket-31: Windows 10 22H2, 10.20.4.0/24'),
	(1012, 'indicators', '198.51.100.23\nhxxps://update-velmora[.]example/gate\n9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'),
	(1012, 'logs', '2026-11-19T02:14:07Z ticket-07 TLS 198.51.100.23:443 sni=update-velmora.example 312 B out'),
	(1012, 'done', 'The three hosts are cut off the network and stay switched on.'),
	(1012, 'their_reference', 'RAIL-SOC-4471');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (101200, 1012, 'from_reporter', NULL, 'Three hosts of the railway answer to a command server since Thursday. They sell tickets; the others in the same network are clean as far as we can see.', UTC_TIMESTAMP() - INTERVAL 95 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (101200, UTC_TIMESTAMP() - INTERVAL 95 MINUTE, NULL, 'ticket', 1012, 'opened', NULL, 'new');

INSERT IGNORE INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
	priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,
	closed_at, unread, secret)
VALUES (1013, 'VELCIRT-2026-22NKCWR', 'vulnerability', 'elsewhere', 'open', 'The tax portal shows the papers of others to who changes a number in the address', 'weakness', 'vulnerable', 'vulnerable-system',
	'high', 'red', 'web', 'en', 3, UTC_TIMESTAMP() - INTERVAL 6000 MINUTE, UTC_TIMESTAMP() - INTERVAL 4600 MINUTE,
	'9999-12-31 00:00:00', UTC_TIMESTAMP() - INTERVAL 5600 MINUTE, UTC_TIMESTAMP() - INTERVAL 2800 MINUTE, NULL, 0, SHA2('VELCIRT-2026-22NKCWR', 256));
INSERT IGNORE INTO ticket_contact (ticket_id, name, email, phone, organisation)
VALUES (1013, 'Miriam Castell', 'miriam@finder.example', NULL, NULL);
INSERT IGNORE INTO ticket_answer (ticket_id, field, value)
VALUES (1013, 'product', 'Tax portal of Velmora'),
	(1013, 'vendor', 'Revenue Office'),
	(1013, 'impact', 'Anybody who is signed in can read the papers of everybody.'),
	(1013, 'exploited', 'unknown'),
	(1013, 'vendor_told', 'wait'),
	(1013, 'vendor_name', 'no'),
	(1013, 'public', 'no'),
	(1013, 'credit', 'named');
INSERT IGNORE INTO message (id, ticket_id, direction, account_id, body, written_at)
VALUES (101300, 1013, 'from_reporter', NULL, 'The tax portal shows the papers of others to who changes a number in the address. I stopped at the second one.', UTC_TIMESTAMP() - INTERVAL 6000 MINUTE),
	(101301, 1013, 'to_reporter', 3, 'Thank you. We have seen it too and have told the Revenue Office, without your name. You hear from us every two weeks.', UTC_TIMESTAMP() - INTERVAL 5600 MINUTE),
	(101302, 1013, 'note', 3, 'The Revenue Office repairs it this week. Their contact: the head of development.', UTC_TIMESTAMP() - INTERVAL 2800 MINUTE);
INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value)
VALUES (101300, UTC_TIMESTAMP() - INTERVAL 6000 MINUTE, NULL, 'ticket', 1013, 'opened', NULL, 'new'),
	(101301, UTC_TIMESTAMP() - INTERVAL 5600 MINUTE, 3, 'ticket', 1013, 'state', 'new', 'elsewhere');
