-- A team's tickets of ten years: @tickets of them beside the demo, in four
-- languages, of every kind, state, priority and age, with their messages,
-- answers and history. The same every time. Run by tests/load/run as root of a
-- private MariaDB.

SET NAMES utf8mb4 COLLATE utf8mb4_unicode_520_ci;
SET foreign_key_checks = 0, unique_checks = 0;
SET @now = UTC_TIMESTAMP(), @ten_years = 10 * 365 * 86400;
SET @first = 10000;                                   -- ids begin behind it
SET @in_hand = LEAST(500, @tickets DIV 2);            -- the backlog of a busy team

-- Sentences, and paragraphs made of them.
CREATE OR REPLACE TABLE load_sentence (
	language CHAR(2) NOT NULL, n INT NOT NULL, text VARCHAR(400) NOT NULL,
	PRIMARY KEY (language, n)
);
INSERT INTO load_sentence VALUES
	('en', 0, 'Since this morning nobody in our office can open the files on the shared drive.'),
	('en', 1, 'A message says that our parcel waits and asks for a small fee by card.'),
	('en', 2, 'We found an account on the mail server that none of us has made.'),
	('en', 3, 'The website of the school shows a picture that we did not put there.'),
	('en', 4, 'My telephone sends messages to everybody I know, and I did not write them.'),
	('en', 5, 'Our supplier asks us to pay an invoice to an account in another country.'),
	('en', 6, 'We have disconnected the computer and kept a copy of the log.'),
	('en', 7, 'Nothing else seems to be affected, but we are not sure.'),
	('en', 8, 'The bank has blocked the card and asks for a reference of yours.'),
	('en', 9, 'Is it safe to connect the backup again before you have looked at it?'),
	('fr', 0, 'Depuis ce matin, plus personne ne peut ouvrir les fichiers du disque partagé.'),
	('fr', 1, 'Un message annonce un colis et demande de payer des frais par carte.'),
	('fr', 2, 'Nous avons trouvé sur le serveur un compte que personne n’a créé.'),
	('fr', 3, 'Le site de l’école affiche une image que nous n’avons pas publiée.'),
	('fr', 4, 'Mon téléphone envoie des messages que je n’ai pas écrits.'),
	('fr', 5, 'Un fournisseur demande de payer une facture sur un compte à l’étranger.'),
	('fr', 6, 'L’ordinateur est débranché et nous avons gardé une copie du journal.'),
	('fr', 7, 'Rien d’autre ne semble touché, mais nous n’en sommes pas sûrs.'),
	('fr', 8, 'La banque a bloqué la carte et demande une référence de votre part.'),
	('fr', 9, 'Pouvons-nous rebrancher la sauvegarde avant votre réponse ?'),
	('ar', 0, 'منذ صباح اليوم لا يستطيع أحد فتح الملفات على القرص المشترك.'),
	('ar', 1, 'وصلتني رسالة عن طرد تطلب دفع رسوم صغيرة بالبطاقة.'),
	('ar', 2, 'وجدنا على خادم البريد حسابًا لم ينشئه أحد منا.'),
	('ar', 3, 'يعرض موقع المدرسة صورة لم نضعها نحن.'),
	('ar', 4, 'يرسل هاتفي إلى معارفي رسائل لم أكتبها.'),
	('ar', 5, 'يطلب منا المورد تحويل فاتورة إلى حساب في بلد آخر.'),
	('ar', 6, 'فصلنا الحاسوب واحتفظنا بنسخة من السجل.'),
	('ar', 7, 'لا يبدو أن شيئًا آخر تأثر لكننا لسنا متأكدين.'),
	('ar', 8, 'أوقف المصرف البطاقة ويطلب رقمًا مرجعيًا منكم.'),
	('ar', 9, 'هل يمكن توصيل النسخة الاحتياطية قبل أن تنظروا فيها؟'),
	('es', 0, 'Desde esta mañana nadie puede abrir los archivos del disco compartido.'),
	('es', 1, 'Un mensaje dice que un paquete espera y pide pagar con tarjeta.'),
	('es', 2, 'Encontramos en el servidor una cuenta que nadie ha creado.'),
	('es', 3, 'La página de la escuela muestra una imagen que no pusimos nosotros.'),
	('es', 4, 'Mi teléfono envía mensajes que yo no he escrito.'),
	('es', 5, 'Un proveedor pide pagar una factura en una cuenta de otro país.'),
	('es', 6, 'Hemos desconectado el equipo y guardado una copia del registro.'),
	('es', 7, 'Parece que no hay nada más afectado, pero no estamos seguros.'),
	('es', 8, 'El banco bloqueó la tarjeta y pide una referencia suya.'),
	('es', 9, '¿Se puede conectar la copia de seguridad antes de su respuesta?');
CREATE OR REPLACE TABLE load_text (
	language CHAR(2) NOT NULL, n INT NOT NULL, subject VARCHAR(200) NOT NULL, body TEXT NOT NULL,
	PRIMARY KEY (language, n)
);
INSERT INTO load_text
SELECT a.language, a.n * 100 + b.n * 10 + c.n, LEFT(CONCAT(a.text, ' ', b.text), 120),
       CONCAT_WS(' ', a.text, b.text, IF(c.n % 2, c.text, NULL), IF(c.n % 3, d.text, NULL))
  FROM load_sentence AS a
  JOIN load_sentence AS b ON b.language = a.language
  JOIN load_sentence AS c ON c.language = a.language
  JOIN load_sentence AS d ON d.language = a.language AND d.n = (a.n + b.n + c.n) % 10;

DELIMITER //

-- The letters of a reference: six of a number, and the letter that checks them.
CREATE OR REPLACE FUNCTION load_letters (number BIGINT) RETURNS CHAR(7) CHARACTER SET ascii DETERMINISTIC
BEGIN
	DECLARE letters CHAR(27) DEFAULT '23456789BCDFGHJKMNPQRSTVWXZ';
	DECLARE said VARCHAR(7) DEFAULT '';
	DECLARE i, total INT DEFAULT 0;

	WHILE i < 6 DO
		SET said = CONCAT(said, SUBSTR(letters, 1 + number % 27, 1));
		SET total = total + (1 << i) * (number % 27), number = number DIV 27, i = i + 1;
	END WHILE;
	RETURN CONCAT(said, SUBSTR(letters, 1 + total % 27, 1));
END//

-- One piece of them. What a ticket is follows from `h`, a number that its own
-- number scatters.
CREATE OR REPLACE PROCEDURE load_piece (IN low INT, IN high INT)
BEGIN
	CREATE OR REPLACE TEMPORARY TABLE piece AS
	SELECT n, @first + n AS id, h,
	       IF(n > @tickets - @in_hand, IF(h % 12 = 0, 'held', 'open'),
	          -- of a thousand too, each of these fills a page
	          IF(h % 100 < 70, 'closed', IF(h % 100 < 85, 'spam', 'duplicate'))) AS place,
	       ELT(1 + (h DIV 7) % 20, 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en',
	           'fr', 'fr', 'fr', 'fr', 'ar', 'ar', 'ar', 'es', 'es') AS language,
	       ELT(1 + (h DIV 11) % 10, 'report', 'report', 'report', 'report', 'report', 'report',
	           'report', 'report', 'request', 'vulnerability') AS kind,
	       ELT(1 + (h DIV 13) % 20, 'urgent', 'high', 'high', 'high', 'normal', 'normal', 'normal',
	           'normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'low',
	           'low', 'low', 'low', 'low') AS priority,
	       ELT(1 + (h DIV 17) % 13, 'ransomware', 'malware', 'message', 'fake_site', 'account',
	           'server', 'website', 'outage', 'leak', 'money', 'abuse', 'weakness', 'unsure') AS category,
	       ELT(1 + (h DIV 19) % 10, 'web', 'web', 'web', 'web', 'web', 'web', 'mail', 'mail', 'phone',
	           'walk_in') AS channel,
	       ELT(1 + (h DIV 23) % 8, 'amber', 'amber', 'amber', 'amber', 'green', 'red', 'clear',
	           'amber+strict') AS tlp,
	       @now - INTERVAL ((@tickets - n) * @ten_years DIV @tickets + 600) SECOND AS opened_at
	  FROM (SELECT low + seq AS n, CRC32(CONCAT('ticket ', low + seq)) AS h FROM seq_0_to_24999
	         WHERE low + seq <= high) AS numbered;
	ALTER TABLE piece ADD PRIMARY KEY (n), ADD state VARCHAR(20), ADD owner_id BIGINT,
		ADD due_at DATETIME, ADD answered_at DATETIME;
	UPDATE piece SET
		-- the work in hand came in the last weeks, not in the last years
		opened_at = IF(place IN ('open', 'held'),
			@now - INTERVAL ((@tickets - n) * 3600 + 600) SECOND, opened_at),
		state = IF(place = 'open', ELT(1 + h % 4, 'new', 'new', 'open', 'waiting'),
			IF(place = 'held' OR place = 'spam', 'new', IF(h % 3, 'closed', 'solved')));
	UPDATE piece SET
		owner_id = IF(state = 'new', NULL, ELT(1 + (h DIV 29) % 4, 1, 2, 3, 4)),
		due_at = opened_at + INTERVAL IF(priority = 'urgent', 1, 8 + h % 80) HOUR,
		answered_at = IF(state = 'new', NULL, opened_at + INTERVAL 1 + h % 300 MINUTE);

	INSERT INTO ticket (id, reference, kind, state, place, subject, category, rsit_class, rsit_type,
		priority, tlp, channel, language, owner_id, opened_at, due_at, clock_at, answered_at,
		changed_at, closed_at, unread, held, spam, duplicate_of_id, version, secret, form_key)
	SELECT piece.id, CONCAT('VELCIRT-', YEAR(opened_at), '-', load_letters(piece.n * 7654321 % 387420489)),
	       kind, state, place, subject, category, category.rsit_class, category.rsit_type,
	       piece.priority, tlp, channel, piece.language, owner_id, opened_at, due_at,
	       IF(place = 'held' OR state = 'new' AND place = 'open', due_at, '9999-12-31'),
	       answered_at, opened_at + INTERVAL 2 DAY, IF(place = 'closed', opened_at + INTERVAL 9 DAY, NULL),
	       state = 'new' OR h % 9 = 0, place = 'held', place = 'spam',
	       IF(place = 'duplicate', piece.id - 1, NULL), 1 + h % 9, SHA2(piece.n, 256),
	       IF(channel = 'web', SHA2(CONCAT('form ', piece.n), 256), NULL)
	  FROM piece
	  STRAIGHT_JOIN category ON category.name = piece.category
	  STRAIGHT_JOIN load_text ON load_text.language = piece.language AND load_text.n = piece.h % 1000;

	INSERT INTO ticket_contact (ticket_id, name, email, phone, organisation)
	SELECT id, CONCAT(ELT(1 + h % 8, 'Nadia', 'Marc', 'ليلى', 'Ibrahim', 'Hélène', 'Grace', 'Tomás', 'كريم'),
	           ' ', ELT(1 + (h DIV 8) % 7, 'Okonjo', 'Delcourt', 'منصور', 'Sule', 'Aubry', 'Verdeja', 'حداد')),
	       CONCAT('person', n, '@mail.example'), IF(h % 3 = 0, CONCAT('+999 20 555 ', LPAD(h % 10000, 4, '0')), NULL),
	       IF(h % 4 = 0, CONCAT('Municipality ', 1 + h % 400), NULL)
	  FROM piece WHERE h % 20 > 2;

	INSERT INTO ticket_answer (ticket_id, field, value)
	SELECT id, 'reporting_for', ELT(1 + h % 4, 'myself', 'business', 'government', 'someone') FROM piece
	UNION ALL SELECT id, 'want', 'stop,advice' FROM piece WHERE h % 2
	UNION ALL SELECT id, 'ongoing', ELT(1 + h % 3, 'yes', 'no', 'unknown') FROM piece WHERE h % 3 > 0;

	-- One to four messages; spam and held ones have the first.
	INSERT INTO message (ticket_id, direction, account_id, body, written_at)
	SELECT id, ELT(turn.seq, 'from_reporter', 'to_reporter', 'from_reporter', 'note'),
	       IF(turn.seq IN (2, 4), 1 + h % 4, NULL),
	       CONCAT(body, ' hxxp://', MD5(piece.n), '.example/ 198.51.100.', h % 256),
	       opened_at + INTERVAL (turn.seq - 1) * 90 MINUTE
	  FROM piece
	  STRAIGHT_JOIN seq_1_to_4 AS turn ON turn.seq <= IF(state = 'new', 1, 1 + (h DIV 31) % 4)
	  STRAIGHT_JOIN load_text ON load_text.language = piece.language
	   AND load_text.n = (piece.h + turn.seq * 37) % 1000
	 ORDER BY id, turn.seq;

	INSERT INTO event (at, account_id, object, object_id, action, from_value, to_value)
	SELECT at, account_id, 'ticket', id, action, from_value, to_value FROM (
		SELECT opened_at AS at, NULL AS account_id, id, 'opened' AS action, NULL AS from_value,
		       'new' AS to_value, 1 AS turn FROM piece
		UNION ALL SELECT answered_at, owner_id, id, 'owner', NULL, owner_id, 2 FROM piece WHERE state <> 'new'
		UNION ALL SELECT answered_at, owner_id, id, 'state', 'new', 'open', 3 FROM piece WHERE state <> 'new'
		UNION ALL SELECT answered_at, owner_id, id, 'answered', NULL, NULL, 4 FROM piece WHERE state <> 'new'
		UNION ALL SELECT opened_at + INTERVAL 9 DAY, owner_id, id, 'state', 'open', state, 5 FROM piece
		           WHERE state IN ('closed', 'solved')) AS told
	 ORDER BY id, turn;
	COMMIT;
END//

CREATE OR REPLACE PROCEDURE load_all ()
BEGIN
	DECLARE low INT DEFAULT 1;

	WHILE low <= @tickets DO
		CALL load_piece(low, LEAST(low + 24999, @tickets));
		SET low = low + 25000;
	END WHILE;
END//

DELIMITER ;

SET autocommit = 0;
CALL load_all();
SET autocommit = 1;

DROP PROCEDURE load_all;
DROP PROCEDURE load_piece;
DROP FUNCTION load_letters;
DROP TABLE load_text, load_sentence;
ANALYZE TABLE ticket, ticket_contact, ticket_answer, message, event;
