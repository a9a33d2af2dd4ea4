-- A list of the made-up team for those whom it serves, who reads it, and what went to it. No
-- organisation or address here exists; the links in its mails open nothing.

INSERT IGNORE INTO list (id, name, open, advisories, tlp, made_at) VALUES
	(101, 'Essential services and the state', FALSE, FALSE, 'amber', '2026-09-01 07:00:00');

INSERT IGNORE INTO list_text (list_id, language, value) VALUES
	(101, 'en', 'Warnings for those who keep Velmora running. Share them inside your organisation, and with clients who need them to protect themselves.'),
	(101, 'fr', 'Avertissements pour ceux qui font fonctionner Velmora. Partagez-les dans votre organisation, et avec les clients qui en ont besoin pour se protéger.'),
	(101, 'ar', 'تحذيرات لمن يُبقون فلمورا عاملة. شاركوها داخل مؤسستكم ومع العملاء الذين يحتاجون إليها لحماية أنفسهم.');

INSERT IGNORE INTO subscription (id, list_id, email, email_key, language, kinds, severity, sectors, pace, state, seed, digest, asked_at, confirmed_at, ended_at, invited_by, bounces, bounced_at) VALUES
	(1001, 101, 'security@finance.gov.example', 'security@finance.gov.example', 'fr', '', NULL, '', 'at_once', 'confirmed', 'demo 1001', SHA2('demo subscription 1001', 256), '2026-09-01 08:00:00', '2026-09-02 08:10:00', NULL, 1, 0, NULL),
	(1002, 101, 'it@digital.gov.example', 'it@digital.gov.example', 'en', '', NULL, '', 'at_once', 'confirmed', 'demo 1002', SHA2('demo subscription 1002', 256), '2026-09-01 08:00:00', '2026-09-02 08:25:00', NULL, 1, 0, NULL),
	(1003, 101, 'soc@portvelbank.example', 'soc@portvelbank.example', 'en', 'alert,vulnerability', 'high', 'banking,finance', 'at_once', 'confirmed', 'demo 1003', SHA2('demo subscription 1003', 256), '2026-09-01 08:00:00', '2026-09-02 09:00:00', NULL, 1, 0, NULL),
	(1004, 101, 'noc@velmora-telecom.example', 'noc@velmora-telecom.example', 'en', '', NULL, 'digital', 'at_once', 'confirmed', 'demo 1004', SHA2('demo subscription 1004', 256), '2026-09-01 08:00:00', '2026-09-02 09:40:00', NULL, 1, 0, NULL),
	(1005, 101, 'duty@velpower.example', 'duty@velpower.example', 'en', '', NULL, 'energy', 'at_once', 'confirmed', 'demo 1005', SHA2('demo subscription 1005', 256), '2026-09-01 08:00:00', '2026-09-03 06:15:00', NULL, 1, 0, NULL),
	(1006, 101, 'it.security@harbour-authority.example', 'it.security@harbour-authority.example', 'en', '', NULL, 'transport', 'at_once', 'confirmed', 'demo 1006', SHA2('demo subscription 1006', 256), '2026-09-01 08:00:00', '2026-09-03 07:20:00', NULL, 1, 0, NULL),
	(1007, 101, 'admin@central-hospital.example', 'admin@central-hospital.example', 'ar', '', 'medium', 'health', 'at_once', 'confirmed', 'demo 1007', SHA2('demo subscription 1007', 256), '2026-09-01 08:00:00', '2026-09-03 11:05:00', NULL, 1, 0, NULL),
	(1008, 101, 'network@university.example', 'network@university.example', 'en', '', NULL, '', 'weekly', 'confirmed', 'demo 1008', SHA2('demo subscription 1008', 256), '2026-09-01 08:00:00', '2026-09-04 12:30:00', NULL, 1, 0, NULL),
	(1009, 101, 'it@water-works.example', 'it@water-works.example', 'fr', '', NULL, 'water', 'daily', 'confirmed', 'demo 1009', SHA2('demo subscription 1009', 256), '2026-09-01 08:00:00', '2026-09-07 05:50:00', NULL, 1, 0, NULL),
	(1010, 101, 'office@post.example', 'office@post.example', 'en', '', NULL, '', 'at_once', 'paused', 'demo 1010', SHA2('demo subscription 1010', 256), '2026-09-01 08:00:00', '2026-09-07 08:00:00', '2026-11-16 10:12:00', 1, 3, '2026-11-16 10:12:00'),
	(1011, 101, 'it@parliament.example', 'it@parliament.example', 'fr', '', NULL, '', 'at_once', 'asked', 'demo 1011', SHA2('demo subscription 1011', 256), '2026-11-21 09:00:00', NULL, NULL, 1, 0, NULL),
	(1012, 101, 'helpdesk@old-registry.example', 'helpdesk@old-registry.example', 'en', '', NULL, '', 'at_once', 'left', 'demo 1012', SHA2('demo subscription 1012', 256), '2026-09-01 08:00:00', '2026-09-08 10:00:00', '2026-11-17 09:30:00', 1, 0, NULL);

INSERT IGNORE INTO mailing (id, list_id, tlp, kind, severity, sectors, language, state, written_by, sent_by, reason, made_at, begun_at, ended_at, reached, given, version) VALUES
	(1001, 101, 'amber', 'alert', 'high', '', 'en', 'sent', 2, 1, NULL, '2026-11-16 09:20:00', '2026-11-16 10:05:00', '2026-11-16 10:06:00', 1012, 11, 3),
	(1002, 101, 'green', 'note', 'medium', 'energy,water', 'en', 'draft', 2, NULL, NULL, '2026-11-21 14:10:00', NULL, NULL, 0, 0, 1);

INSERT IGNORE INTO mailing_text (mailing_id, language, title, body) VALUES
	(1001, 'en', 'Forged invoices from a real supplier lead to a copied sign-in page', 'Since Friday, three organisations in Velmora have received invoices in the name of their own supplier of office paper. The link in them leads to a copy of the sign-in page of their mail.\n\nDo this today:\n\n- Look in your mail logs for links to lantern-invoices.example.\n- Whoever opened one: end their sessions, then change the password.\n- Look at rules in their mailbox that forward mail to the outside, and remove them.\n\nTell us what you find, also when it is nothing. Two of the mailboxes were used to write to others.'),
	(1001, 'fr', 'De fausses factures d’un vrai fournisseur mènent à une copie de la page de connexion', 'Depuis vendredi, trois organisations de Velmora ont reçu des factures au nom de leur propre fournisseur de papier. Le lien mène à une copie de la page de connexion de leur messagerie.\n\nÀ faire aujourd’hui :\n\n- Cherchez dans vos journaux de messagerie des liens vers lantern-invoices.example.\n- Pour qui en a ouvert un : fermez ses sessions, puis changez le mot de passe.\n- Regardez les règles de sa boîte qui transfèrent vers l’extérieur, et supprimez-les.\n\nDites-nous ce que vous trouvez, même si ce n’est rien.'),
	(1002, 'en', 'Remote access of pump and switch controls: an exercise on 3 December', 'On 3 December we try, with four of you, how fast remote access to controls can be closed and opened again. Nothing is switched off.\n\nIf you want to take part, answer this mail by 27 November with the name and phone of somebody who may decide at night.');

INSERT IGNORE INTO delivery (mailing_id, subscription_id, state, at) VALUES
	(1001, 1001, 'sent', '2026-11-16 10:07:00'),
	(1001, 1002, 'sent', '2026-11-16 10:07:00'),
	(1001, 1003, 'sent', '2026-11-16 10:07:00'),
	(1001, 1004, 'sent', '2026-11-16 10:07:00'),
	(1001, 1005, 'sent', '2026-11-16 10:07:00'),
	(1001, 1006, 'failed', '2026-11-18 10:20:00'),
	(1001, 1007, 'sent', '2026-11-16 10:07:00'),
	(1001, 1008, 'sent', '2026-11-16 10:07:00'),
	(1001, 1009, 'sent', '2026-11-16 10:07:00'),
	(1001, 1010, 'returned', '2026-11-16 10:12:00'),
	(1001, 1012, 'sent', '2026-11-16 10:07:00');

INSERT IGNORE INTO event (id, at, account_id, object, object_id, action, from_value, to_value) VALUES
	(120001, '2026-09-01 07:00:00', 1, 'list', 101, 'added', NULL, 'amber'),
	(120002, '2026-11-16 09:20:00', 2, 'mailing', 1001, 'begun', NULL, 'draft'),
	(120003, '2026-11-16 09:40:00', 3, 'mailing', 1001, 'translated', NULL, 'fr'),
	(120004, '2026-11-16 10:05:00', 1, 'mailing', 1001, 'released', 'draft', 'sending'),
	(120005, '2026-11-16 10:06:00', NULL, 'mailing', 1001, 'sent', NULL, NULL),
	(120006, '2026-11-21 14:10:00', 2, 'mailing', 1002, 'begun', NULL, 'draft');
