-- What the made-up team offers after its first year, and
-- with whom it works. No body, person or address here exists.

INSERT IGNORE INTO service_offer (service_id, state, audience, hours, since_on) VALUES
	(61, 'running', 'everybody', 'open', '2026-01-05'),
	(65, 'running', 'everybody', 'open', '2026-01-05'),
	(72, 'running', 'everybody', 'open', '2026-04-01'),
	(75, 'running', 'everybody', 'open', '2026-06-01'),
	(62, 'planned', 'constituents', 'open', '2027-03-01'),
	(64, 'planned', 'essential', 'agreed', '2027-06-01'),
	(74, 'planned', 'everybody', 'open', '2027-03-01'),
	(91, 'planned', 'everybody', NULL, '2027-01-15'),
	(93, 'planned', 'essential', 'agreed', NULL),
	(52, 'none', NULL, NULL, NULL);

INSERT IGNORE INTO service_text (service_id, language, value) VALUES
	(61, 'en', 'Tell us by the form, by phone or by mail. A person reads every report.'),
	(61, 'fr', 'Par le formulaire, par téléphone ou par courrier électronique. Une personne lit chaque signalement.'),
	(61, 'ar', 'أبلغونا بالاستمارة أو بالهاتف أو بالبريد. يقرأ كل بلاغ إنسان.'),
	(65, 'en', 'We call the provider, the bank, the police or a team abroad, so that you need not find them yourself.'),
	(65, 'fr', 'Nous appelons le fournisseur, la banque, la police ou une équipe à l’étranger, pour que vous n’ayez pas à les chercher.'),
	(65, 'ar', 'نتصل بمزود الخدمة أو المصرف أو الشرطة أو بفريق في الخارج، كي لا تضطروا إلى البحث عنهم.'),
	(75, 'en', 'Short advisories for what is used in Velmora, in three languages.'),
	(75, 'fr', 'De brefs avis sur ce qui est utilisé à Velmora, en trois langues.'),
	(75, 'ar', 'نشرات قصيرة عما يُستخدم في فلمورا، بثلاث لغات.');

INSERT IGNORE INTO partner (id, name, kind, url) VALUES
	(1, 'Harbour CERT', 'team', 'https://cert.harbour.example'),
	(2, 'Forum of Island Teams', 'network', 'https://islands.example'),
	(3, 'Data Protection Office of Velmora', 'authority', NULL),
	(4, 'Police of Velmora, Cybercrime Unit', 'police', NULL),
	(5, 'University of Port Vel, Department of Computing', 'academia', 'https://computing.portvel.example');

INSERT IGNORE INTO partner_text (partner_id, language, value) VALUES
	(1, 'en', 'The team of the ports. We pass reports on ships and terminals to each other.'),
	(1, 'fr', 'L’équipe des ports. Nous nous transmettons les signalements sur les navires et les terminaux.'),
	(1, 'ar', 'فريق الموانئ. يحيل كل منا إلى الآخر البلاغات عن السفن والمحطات.'),
	(2, 'en', 'Eleven teams that warn each other and train together once a year.'),
	(2, 'fr', 'Onze équipes qui s’avertissent et s’entraînent ensemble une fois par an.'),
	(2, 'ar', 'أحد عشر فريقًا ينذر بعضها بعضًا وتتدرب معًا مرة في السنة.'),
	(3, 'en', 'When personal data are involved.'),
	(3, 'fr', 'Quand des données personnelles sont concernées.'),
	(3, 'ar', 'حين تتعلق المسألة ببيانات شخصية.'),
	(4, 'en', 'When a crime is to be prosecuted, and only with the consent of whoever reported it.'),
	(4, 'fr', 'Quand un délit doit être poursuivi, et seulement avec l’accord de la personne qui l’a signalé.'),
	(4, 'ar', 'حين تُلاحق جريمة، وبموافقة من أبلغ عنها فقط.'),
	(5, 'en', 'Courses for our staff, and students who work with us.'),
	(5, 'fr', 'Des cours pour notre personnel, et des étudiants qui travaillent avec nous.'),
	(5, 'ar', 'دورات لموظفينا وطلاب يعملون معنا.');
