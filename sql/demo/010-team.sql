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
	('ar', 'name', 'الفريق الوطني للاستجابة للحوادث الحاسوبية في فلمورا'),
	('es', 'name', 'Equipo Nacional de Respuesta a Incidentes Informáticos de Velmora'),
	('ru', 'name', 'Национальная группа реагирования на компьютерные инциденты Велморы'),
	('zh', 'name', '韦尔莫拉国家计算机事件响应团队'),
	('es', 'about', 'Somos el equipo al que pueden acudir las personas y las organizaciones de Velmora cuando algo va mal con sus computadoras, sus cuentas o sus redes. Escuchamos, aconsejamos y hacemos venir a quien pueda ayudar. Nuestra ayuda es gratuita.'),
	('ru', 'about', 'К нам могут обратиться люди и организации Велморы, когда что-то случилось с их компьютерами, учётными записями или сетями. Мы слушаем, советуем и привлекаем тех, кто может помочь. Наша помощь бесплатна.'),
	('zh', 'about', '韦尔莫拉的个人和单位在计算机、账号或网络出现问题时，都可以找我们。我们倾听、提供建议，并请来能够帮忙的人。我们的帮助不收费。'),
	('en', 'mission', 'To make it hard to harm people in Velmora through their computers, and easy to get help when it has happened.'),
	('en', 'constituency', 'Everybody in Velmora: people at home, companies, schools, hospitals, and the bodies of the state. Those who run essential services come first.'),
	('en', 'authority', 'By the Network Security Act of Velmora the team advises and coordinates. It may ask operators of essential services for facts about an incident. It gives no orders and imposes no fines.'),
	('en', 'sponsor', 'The team belongs to the Communications Commission of Velmora, which pays for it from the state budget.'),
	('fr', 'mission', 'Rendre difficile de nuire aux habitants de Velmora par leurs ordinateurs, et facile d’obtenir de l’aide quand c’est arrivé.'),
	('fr', 'constituency', 'Tout le monde à Velmora : particuliers, entreprises, écoles, hôpitaux et organismes publics. Ceux qui assurent des services essentiels passent en premier.'),
	('fr', 'authority', 'Selon la loi de Velmora sur la sécurité des réseaux, l’équipe conseille et coordonne. Elle peut demander aux opérateurs de services essentiels des faits sur un incident. Elle ne donne pas d’ordres et n’inflige pas d’amendes.'),
	('fr', 'sponsor', 'L’équipe fait partie de la Commission des communications de Velmora, qui la finance sur le budget de l’État.'),
	('ar', 'mission', 'أن يصعب إيذاء الناس في فلمورا عبر حواسيبهم، وأن يسهل الحصول على المساعدة إذا وقع الأذى.'),
	('ar', 'constituency', 'كل من في فلمورا: الأفراد والشركات والمدارس والمستشفيات والهيئات العامة. والأولوية لمن يقدم خدمات أساسية.'),
	('ar', 'authority', 'بموجب قانون أمن الشبكات في فلمورا يقدم الفريق المشورة وينسق. ويجوز له أن يطلب من مشغلي الخدمات الأساسية وقائع عن حادث. ولا يصدر أوامر ولا يفرض غرامات.'),
	('ar', 'sponsor', 'يتبع الفريق هيئة الاتصالات في فلمورا، وهي تموله من ميزانية الدولة.'),
	('es', 'mission', 'Que sea difícil dañar a la gente de Velmora por medio de sus computadoras, y fácil obtener ayuda cuando ha ocurrido.'),
	('es', 'constituency', 'Todos en Velmora: las personas en su casa, las empresas, las escuelas, los hospitales y los organismos del Estado. Primero, quienes prestan servicios esenciales.'),
	('es', 'authority', 'Según la Ley de Seguridad de las Redes de Velmora, el equipo aconseja y coordina. Puede pedir a los operadores de servicios esenciales los datos de un incidente. No da órdenes ni impone multas.'),
	('es', 'sponsor', 'El equipo pertenece a la Comisión de Comunicaciones de Velmora, que lo paga con el presupuesto del Estado.'),
	('ru', 'mission', 'Чтобы людям в Велморе было трудно навредить через их компьютеры и легко получить помощь, когда это случилось.'),
	('ru', 'constituency', 'Все в Велморе: люди дома, компании, школы, больницы и государственные органы. В первую очередь те, кто обеспечивает жизненно важные службы.'),
	('ru', 'authority', 'По закону Велморы о безопасности сетей команда советует и координирует. Она может запросить у операторов жизненно важных служб сведения об инциденте. Приказов она не отдаёт и штрафов не налагает.'),
	('ru', 'sponsor', 'Команда входит в Комиссию по связи Велморы, которая содержит её за счёт государственного бюджета.'),
	('zh', 'mission', '让人们难以通过计算机伤害韦尔莫拉的居民，并让受害者容易得到帮助。'),
	('zh', 'constituency', '韦尔莫拉的所有人：居家的个人、企业、学校、医院和国家机关。提供关键服务的单位优先。'),
	('zh', 'authority', '依据韦尔莫拉《网络安全法》，团队提供建议并进行协调，可以向关键服务的运营者了解事件情况。团队不下达命令，也不处以罚款。'),
	('zh', 'sponsor', '团队隶属于韦尔莫拉通信委员会，经费由其从国家预算中拨付。');

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
