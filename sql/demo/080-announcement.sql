-- The announcement with which the made-up team began.

INSERT IGNORE INTO announcement (id, sponsor, state, out_at, version, approved_at, changed_at) VALUES
	(1, 'Ministry of Digital Affairs', 'out', '2026-06-01 07:00:00', 3, '2026-05-29 09:00:00', '2026-05-28 12:00:00');

INSERT IGNORE INTO announcement_text (language, title, body) VALUES
	('en', 'Velmora has a team for cyber incidents', 'From today on the national team helps when a computer, an account or a network has been attacked, and coordinates the answer.\n\nIt is free, and open to everybody in Velmora. Nobody is asked for their name.\n\nThe first year is a beginning: the telephone is answered on working days, and reports are read every day.'),
	('fr', 'Le Velmora a une équipe pour les incidents informatiques', 'À partir d’aujourd’hui, l’équipe nationale apporte son aide lorsqu’un ordinateur, un compte ou un réseau a été attaqué, et coordonne la réponse.\n\nC’est gratuit et ouvert à tous au Velmora. Personne n’a à donner son nom.\n\nLa première année est un début : le téléphone est assuré les jours ouvrables, et les signalements sont lus tous les jours.'),
	('ar', 'أصبح لدى فلمورا فريق للحوادث السيبرانية', 'ابتداءً من اليوم يقدم الفريق الوطني المساعدة عند تعرض حاسوب أو حساب أو شبكة لهجوم، وينسق الاستجابة.\n\nالخدمة مجانية ومتاحة للجميع في فلمورا، ولا يُطلب من أحد اسمه.\n\nالعام الأول بداية: يُجاب على الهاتف في أيام العمل، وتُقرأ البلاغات كل يوم.');
