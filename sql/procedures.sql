-- What the public door may do with drafts and tickets: nothing without the
-- digest of a secret. Run again by every `belfry migrate`; each runs with the
-- rights of its owner (SQL SECURITY DEFINER, the default).
DELIMITER //

-- Drafts ------------------------------------------------------------------------

CREATE OR REPLACE PROCEDURE draft_begin (key_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	at DATETIME, until DATETIME)
MODIFIES SQL DATA
BEGIN
	INSERT INTO draft (digest, begun_at, ends_at) VALUES (key_digest, at, until);
END//

-- A row for each answer; one without a field where there is none.
CREATE OR REPLACE PROCEDURE draft_open (key_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, at DATETIME)
READS SQL DATA
BEGIN
	SELECT draft.reference, draft.sent_at, draft.ends_at, draft_answer.field, draft_answer.value
	  FROM draft LEFT JOIN draft_answer ON draft_answer.digest = draft.digest
	 WHERE draft.digest = key_digest AND draft.ends_at > at LIMIT 64;
END//

-- As draft_open; whoever else sends the same form waits.
CREATE OR REPLACE PROCEDURE draft_lock (key_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, at DATETIME)
MODIFIES SQL DATA
BEGIN
	SELECT draft.reference, draft.sent_at, draft.ends_at, draft_answer.field, draft_answer.value
	  FROM draft LEFT JOIN draft_answer ON draft_answer.digest = draft.digest
	 WHERE draft.digest = key_digest AND draft.ends_at > at LIMIT 64
	   FOR UPDATE;
END//

CREATE OR REPLACE PROCEDURE draft_answer (key_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	asked VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, given MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, until DATETIME)
MODIFIES SQL DATA
BEGIN
	UPDATE draft SET ends_at = until WHERE digest = key_digest AND sent_at IS NULL;
	IF given IS NULL THEN
		DELETE FROM draft_answer WHERE digest = key_digest AND field = asked;
	ELSE
		INSERT INTO draft_answer (digest, field, value) VALUES (key_digest, asked, given)
		    ON DUPLICATE KEY UPDATE value = given;
	END IF;
END//

CREATE OR REPLACE PROCEDURE draft_sent (key_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	became VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin, at DATETIME, until DATETIME)
MODIFIES SQL DATA
BEGIN
	UPDATE draft SET reference = became, sent_at = at, ends_at = until
	 WHERE digest = key_digest AND sent_at IS NULL;
	DELETE FROM draft_answer WHERE digest = key_digest;
END//


-- The ticket that a form became: a form is sent once, however often its button
-- was pressed.
CREATE OR REPLACE PROCEDURE ticket_of_form (key_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin)
READS SQL DATA
BEGIN
	SELECT id, reference, due_at FROM ticket WHERE form_key = key_digest;
END//


-- Following a report up -------------------------------------------------------------

CREATE OR REPLACE PROCEDURE follow_open (asked VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
	given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin)
READS SQL DATA
BEGIN
	SELECT ticket.id, ticket.kind, ticket.category, ticket.state, state.label, state.plain, state.closed,
	       ticket.place = 'held' AS held, ticket.opened_at, ticket.due_at, ticket.answered_at,
	       EXISTS (SELECT 1 FROM outbox WHERE outbox.ticket_id = ticket.id
	           AND outbox.kind = 'received') AS mailed
	  FROM ticket JOIN state ON state.kind = ticket.kind AND state.name = ticket.state
	 WHERE ticket.reference = asked AND ticket.secret = given;
END//

-- As follow_open, of this moment; whoever else changes the ticket waits.
CREATE OR REPLACE PROCEDURE follow_lock (asked VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
	given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin)
MODIFIES SQL DATA
BEGIN
	SELECT ticket.state, (SELECT state.closed FROM state
	           WHERE state.kind = ticket.kind AND state.name = ticket.state) AS closed
	  FROM ticket WHERE ticket.reference = asked AND ticket.secret = given
	   FOR UPDATE;
END//

-- The newest 500, no longer together than a page can be, in order.
CREATE OR REPLACE PROCEDURE follow_messages (asked VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
	given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin)
READS SQL DATA
BEGIN
	SELECT message.direction, message.body, message.written_at, message.id
	  FROM (SELECT id, SUM(size) OVER (ORDER BY id DESC) AS characters
	          FROM (SELECT message.id, CHAR_LENGTH(message.body) AS size
	                  FROM ticket JOIN message ON message.ticket_id = ticket.id
	                 WHERE ticket.reference = asked AND ticket.secret = given
	                   AND message.direction <> 'note'
	                 ORDER BY message.id DESC LIMIT 500) AS latest) AS newest
	  JOIN message ON message.id = newest.id
	 WHERE newest.characters <= 900000 ORDER BY newest.id;
END//

CREATE OR REPLACE PROCEDURE follow_steps (asked VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
	given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin)
READS SQL DATA
BEGIN
	SELECT event.at AS happened_at, state.label
	  FROM ticket
	  JOIN event ON event.object = 'ticket' AND event.object_id = ticket.id
	  JOIN state ON state.kind = ticket.kind AND state.name = event.to_value
	 WHERE ticket.reference = asked AND ticket.secret = given
	   AND event.action IN ('opened', 'state')
	 ORDER BY event.id LIMIT 200;
END//

-- The reporter wrote, or said that it is solved: it stays as it is, or opens or
-- is solved.
CREATE OR REPLACE PROCEDURE follow_changed (asked VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
	given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, now_in VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, happened DATETIME)
MODIFIES SQL DATA
BEGIN
	UPDATE ticket JOIN state ON state.kind = ticket.kind AND state.name = now_in
	   SET ticket.state = now_in, ticket.unread = TRUE, ticket.changed_at = happened,
	       ticket.version = ticket.version + 1,
	       ticket.closed_at = IF(state.closed, COALESCE(ticket.closed_at, happened), NULL),
	       ticket.clock_at = IF(state.closed OR ticket.answered_at IS NOT NULL,
	           '9999-12-31 00:00:00', ticket.due_at),
	       ticket.place = CASE WHEN ticket.place IN ('open', 'closed')
	           THEN IF(state.closed, 'closed', 'open') ELSE ticket.place END
	 WHERE ticket.reference = asked AND ticket.secret = given
	   AND now_in IN (ticket.state, 'open', 'solved');
END//


-- Mail out ---------------------------------------------------------------------------

-- To a reporter who gave an address and chose no other way: that the report is
-- here. Not while it is held, once, and ten an hour to one address: nobody has
-- somebody else's mailbox filled by this form.
CREATE OR REPLACE PROCEDURE outbox_received_of (told BIGINT UNSIGNED,
	message VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin, happened DATETIME)
MODIFIES SQL DATA
BEGIN
	INSERT INTO outbox (kind, ticket_id, recipient, language, message_id, made_at, ends_at, next_at)
	SELECT 'received', ticket.id, contact.email, ticket.language, CONCAT('r.', message),
	       happened, happened + INTERVAL 2 DAY, happened
	  FROM ticket JOIN ticket_contact AS contact ON contact.ticket_id = ticket.id
	 WHERE ticket.id = told AND NOT ticket.held AND contact.email IS NOT NULL
	   AND NOT EXISTS (SELECT 1 FROM ticket_answer AS how WHERE how.ticket_id = ticket.id
	           AND how.field = 'contact_how' AND how.value <> 'email')
	   AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.ticket_id = ticket.id
	           AND other.kind = 'received')
	   AND (SELECT COUNT(*) FROM outbox AS other WHERE other.recipient = contact.email
	           AND other.kind = 'received' AND other.made_at > happened - INTERVAL 1 HOUR) < 10;
END//

CREATE OR REPLACE PROCEDURE outbox_received (asked VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
	given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	message VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin, happened DATETIME)
MODIFIES SQL DATA
BEGIN
	DECLARE told BIGINT UNSIGNED DEFAULT
	    (SELECT id FROM ticket WHERE reference = asked AND secret = given);
	CALL outbox_received_of(told, message, happened);
END//

-- To everybody on duty: there is a new report. Sixty an hour, and of reports that
-- are held one an hour: the queue has the rest. The moment is the report's own,
-- so that an anonymous reporter is not found by it.
CREATE OR REPLACE PROCEDURE outbox_arrived (asked VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
	given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	message VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin)
MODIFIES SQL DATA
BEGIN
	DECLARE told BIGINT UNSIGNED;
	DECLARE was_held BOOLEAN;
	DECLARE at DATETIME;
	DECLARE whom TEXT CHARACTER SET ascii;
	SELECT id, held, opened_at INTO told, was_held, at FROM ticket
	 WHERE reference = asked AND secret = given;
	-- In a flood that is nobody, and nothing more is looked for.
	SELECT GROUP_CONCAT(duty.id) INTO whom
	  FROM duty
	  LEFT JOIN account ON account.id = duty.account_id AND account.disabled_at IS NULL
	 WHERE (SELECT COUNT(*) FROM outbox
	         WHERE outbox.recipient = COALESCE(duty.email, account.email) AND outbox.kind = 'arrived'
	           AND outbox.made_at > at - INTERVAL 1 HOUR
	           AND outbox.held = was_held) < IF(was_held, 1, 60);
	IF told IS NOT NULL AND whom IS NOT NULL THEN
		INSERT INTO outbox (kind, ticket_id, held, account_id, recipient, language, message_id,
		       made_at, ends_at, next_at)
		SELECT 'arrived', told, was_held, duty.account_id, COALESCE(duty.email, account.email),
		       COALESCE(person.language, 'en'), CONCAT('d', duty.id, '.', message), at,
		       at + INTERVAL 2 DAY, at
		  FROM duty
		  LEFT JOIN account ON account.id = duty.account_id AND account.disabled_at IS NULL
		        AND EXISTS (SELECT 1 FROM account_role WHERE account_role.account_id = account.id
		                AND account_role.role IN ('analyst', 'duty_lead', 'team_manager'))
		  LEFT JOIN person ON person.id = account.person_id
		 WHERE FIND_IN_SET(duty.id, whom) AND COALESCE(duty.email, account.email) IS NOT NULL
		   AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.ticket_id = told
		           AND other.kind = 'arrived');
	END IF;
END//

-- To the reporter: the team wrote. Two answers before the first notice has left
-- are one notice.
CREATE OR REPLACE PROCEDURE outbox_answered (told BIGINT UNSIGNED,
	message VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin, happened DATETIME)
MODIFIES SQL DATA
BEGIN
	INSERT INTO outbox (kind, ticket_id, recipient, language, message_id, made_at, ends_at, next_at)
	SELECT 'answered', ticket.id, contact.email, ticket.language, CONCAT('a.', message),
	       happened, happened + INTERVAL 4 DAY, happened
	  FROM ticket JOIN ticket_contact AS contact ON contact.ticket_id = ticket.id
	 WHERE ticket.id = told AND contact.email IS NOT NULL
	   AND NOT EXISTS (SELECT 1 FROM ticket_answer AS how WHERE how.ticket_id = ticket.id
	           AND how.field = 'contact_how' AND how.value <> 'email')
	   AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.ticket_id = ticket.id
	           AND other.kind = 'answered' AND other.state = 'waiting' AND other.tries = 0);
END//

-- For whoever sends it: the row, and what may be said of its ticket.
CREATE OR REPLACE PROCEDURE outbox_letter (asked BIGINT UNSIGNED)
READS SQL DATA
BEGIN
	SELECT outbox.kind, outbox.ticket_id, outbox.subscription_id, outbox.recipient, outbox.language, outbox.message_id,
	       outbox.made_at, outbox.ends_at, outbox.tries, ticket.reference, ticket.due_at,
	       ticket.held, ticket.kind AS ticket_kind, tlp.label AS tlp, category.label AS category, priority.label AS priority
	  FROM outbox
	  LEFT JOIN ticket ON ticket.id = outbox.ticket_id
	  LEFT JOIN tlp ON tlp.name = ticket.tlp
	  LEFT JOIN category ON category.name = ticket.category
	  LEFT JOIN priority ON priority.name = ticket.priority
	 WHERE outbox.id = asked;
END//


-- Files ---------------------------------------------------------------------------------

-- Until it is sent, a file belongs to whoever knows its holder. The parts and the
-- end come in the same transaction as the beginning. A part is an INSERT without a
-- procedure, which would copy a mebibyte thrice and write it as text for a log;
-- part_of_whom looks at whom the file belongs to.
CREATE OR REPLACE PROCEDURE file_begin (held_by CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	called VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, said VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, at DATETIME, until DATETIME)
MODIFIES SQL DATA
BEGIN
	INSERT INTO attachment (holder, name, declared, stored_at, ends_at)
	VALUES (held_by, called, said, at, until);
	SET @file_holder = held_by;
	SELECT LAST_INSERT_ID() AS id;
END//

CREATE OR REPLACE TRIGGER part_of_whom BEFORE INSERT ON attachment_part FOR EACH ROW
BEGIN
	IF SUBSTRING_INDEX(USER(), '@', 1) IN ('belfry_public', 'belfry_inside')
	   AND NOT EXISTS (SELECT 1 FROM attachment FORCE INDEX (PRIMARY)
	        WHERE id = NEW.attachment_id AND sha256 = ''
	          AND holder = CONVERT(@file_holder USING ascii) COLLATE ascii_bin) THEN
		SIGNAL SQLSTATE '42000' SET MESSAGE_TEXT = 'a part belongs to a file that its holder has begun';
	END IF;
END//

CREATE OR REPLACE PROCEDURE file_end (held_by CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	file BIGINT UNSIGNED, bytes INT UNSIGNED, digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, looks_like VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci)
MODIFIES SQL DATA
BEGIN
	-- By its id, so that files of the same holder that arrive at once do not wait
	-- for each other.
	UPDATE attachment FORCE INDEX (PRIMARY) SET size = bytes, sha256 = digest, sniffed = looks_like
	 WHERE id = file AND holder = held_by AND sha256 = '';
	SET @file_holder = NULL;
END//

CREATE OR REPLACE PROCEDURE files_held (held_by CHAR(64) CHARACTER SET ascii COLLATE ascii_bin)
READS SQL DATA
BEGIN
	-- Mostly there is none. Asked by a statement of its own: within an IF it would
	-- lock what it reads.
	DECLARE some BOOLEAN;
	SELECT EXISTS (SELECT 1 FROM attachment WHERE holder = held_by) INTO some;
	-- Sent again, because the answer was lost on the way, it is one file.
	IF some THEN
		SELECT attachment.id, attachment.name, attachment.declared, attachment.sniffed, attachment.size,
		       attachment.sha256
		  FROM (SELECT MAX(id) AS id FROM attachment
		         WHERE holder = held_by AND sha256 <> '' GROUP BY name, sha256) AS latest
		  JOIN attachment ON attachment.id = latest.id
		 ORDER BY attachment.id LIMIT 20;
	END IF;
END//

CREATE OR REPLACE PROCEDURE file_remove (held_by CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, file BIGINT UNSIGNED)
MODIFIES SQL DATA
BEGIN
	DELETE FROM attachment
	 WHERE holder = held_by AND (name, sha256) = (SELECT name, sha256 FROM
	       (SELECT name, sha256 FROM attachment WHERE id = file AND holder = held_by) AS this);
END//

-- Bytes of everybody's files that are not sent yet; a small one counts for 64 kB.
CREATE OR REPLACE PROCEDURE files_unsent ()
READS SQL DATA
BEGIN
	SELECT COALESCE(SUM(GREATEST(size, 65536)), 0) AS bytes FROM attachment WHERE ends_at IS NOT NULL;
END//

-- What is held becomes part of a message, each file once. Nobody calls this but the
-- three below, which say whose message it is; NULL is none.
CREATE OR REPLACE PROCEDURE files_sent (held_by CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, words BIGINT UNSIGNED,
	sender BIGINT UNSIGNED)
MODIFIES SQL DATA
BEGIN
	UPDATE attachment
	  JOIN (SELECT MAX(id) AS id FROM attachment
	         WHERE holder = held_by AND sha256 <> '' GROUP BY name, sha256) AS latest
	    ON latest.id = attachment.id
	  JOIN message ON message.id = words
	   SET attachment.ticket_id = message.ticket_id, attachment.message_id = message.id,
	       attachment.account_id = sender, attachment.stored_at = message.written_at,
	       attachment.ends_at = NULL, attachment.holder = NULL;
END//

-- The files of a form go with the ticket that this form became.
CREATE OR REPLACE PROCEDURE files_sent_with_form (key_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin)
MODIFIES SQL DATA
BEGIN
	DECLARE first_words BIGINT UNSIGNED DEFAULT
	    (SELECT MIN(message.id) FROM ticket JOIN message ON message.ticket_id = ticket.id
	      WHERE ticket.form_key = key_digest);
	CALL files_sent(key_digest, first_words, NULL);
END//

CREATE OR REPLACE PROCEDURE files_sent_with_message (held_by CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	asked VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin, given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, words BIGINT UNSIGNED)
MODIFIES SQL DATA
BEGIN
	DECLARE own_words BIGINT UNSIGNED DEFAULT
	    (SELECT message.id FROM ticket JOIN message ON message.ticket_id = ticket.id
	      WHERE ticket.reference = asked AND ticket.secret = given AND message.id = words
	        AND message.direction = 'from_reporter');
	CALL files_sent(held_by, own_words, NULL);
END//

CREATE OR REPLACE PROCEDURE files_sent_from_desk (held_by CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	of_ticket BIGINT UNSIGNED, words BIGINT UNSIGNED, sender BIGINT UNSIGNED)
MODIFIES SQL DATA
BEGIN
	DECLARE own_words BIGINT UNSIGNED DEFAULT
	    (SELECT id FROM message WHERE id = words AND ticket_id = of_ticket AND account_id = sender);
	CALL files_sent(held_by, own_words, sender);
END//

-- What the reporter sees of a conversation's files, and gets: what the team sent.
CREATE OR REPLACE PROCEDURE follow_files (asked VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin, given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin)
READS SQL DATA
BEGIN
	SELECT attachment.id, attachment.message_id, message.direction, attachment.name, attachment.declared,
	       attachment.sniffed, attachment.size, attachment.sha256
	  FROM ticket
	  JOIN attachment ON attachment.ticket_id = ticket.id
	  JOIN message ON message.id = attachment.message_id AND message.direction <> 'note'
	 WHERE ticket.reference = asked AND ticket.secret = given
	 ORDER BY attachment.id DESC LIMIT 500;
END//

CREATE OR REPLACE PROCEDURE follow_file_part (asked VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
	given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, file BIGINT UNSIGNED, place SMALLINT UNSIGNED)
READS SQL DATA
BEGIN
	SELECT attachment_part.bytes
	  FROM ticket
	  JOIN attachment ON attachment.ticket_id = ticket.id AND attachment.id = file
	  JOIN message ON message.id = attachment.message_id AND message.direction = 'to_reporter'
	  JOIN attachment_part ON attachment_part.attachment_id = attachment.id AND attachment_part.number = place
	 WHERE ticket.reference = asked AND ticket.secret = given;
END//


-- Advisories ------------------------------------------------------------------------

-- One that has waited for its time goes out. Whoever calls it off at the same time
-- comes first, or too late. Without any, both are NULL.
CREATE OR REPLACE PROCEDURE advisory_release (at DATETIME)
MODIFIES SQL DATA
BEGIN
	DECLARE due BIGINT UNSIGNED;
	DECLARE becomes SMALLINT UNSIGNED;
	SELECT advisory_id INTO due FROM advisory_waiting WHERE out_at <= at
	 ORDER BY out_at, advisory_id LIMIT 1;
	IF due IS NOT NULL THEN
		SELECT id INTO due FROM advisory WHERE id = due FOR UPDATE;
		SELECT number INTO becomes FROM advisory_waiting WHERE advisory_id = due AND out_at <= at FOR UPDATE;
	END IF;
	IF becomes IS NOT NULL THEN
		INSERT INTO advisory_revision (advisory_id, number, reference, written_at, published_at,
		       first_at, withdrawn, kind, severity, score, language, weaknesses, products, links, sectors, reason)
		SELECT advisory.id, waiting.number, advisory.reference, waiting.written_at, waiting.out_at,
		       COALESCE(first.first_at, waiting.out_at), FALSE, advisory.kind, advisory.severity, waiting.score,
		       advisory.language, advisory.weaknesses, advisory.products, advisory.links, advisory.sectors, advisory.reason
		  FROM advisory_waiting AS waiting
		  JOIN advisory ON advisory.id = waiting.advisory_id
		  LEFT JOIN advisory_revision AS first ON first.advisory_id = advisory.id AND first.number = 1
		 WHERE waiting.advisory_id = due;
		INSERT INTO advisory_revision_text (advisory_id, number, language, title, summary, body)
		SELECT advisory_id, becomes, language, title, summary, body FROM advisory_text WHERE advisory_id = due;
		INSERT INTO advisory_document (advisory_id, number, language, year, name, published_at, first_at,
		       bytes, sha256, sha512)
		SELECT document.advisory_id, becomes, document.language, document.year, document.name, waiting.out_at,
		       document.first_at, document.bytes, document.sha256, document.sha512
		  FROM advisory_waiting_document AS document
		  JOIN advisory_waiting AS waiting ON waiting.advisory_id = document.advisory_id
		 WHERE document.advisory_id = due;
		DELETE FROM advisory_waiting WHERE advisory_id = due;
	ELSE
		SET due = NULL;
	END IF;
	SELECT due AS id, becomes AS number;
END//


-- A published document gets its signature, once; nothing else of it changes.
CREATE OR REPLACE PROCEDURE document_signed (asked BIGINT UNSIGNED, which SMALLINT UNSIGNED,
	spoken VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci,
	made MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin,
	made_with VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin)
MODIFIES SQL DATA
BEGIN
	UPDATE advisory_document SET signature = made, signer = made_with
	 WHERE advisory_id = asked AND number = which AND language = spoken AND signature IS NULL;
END//


-- What the public door writes is a reporter's ------------------------------------------

-- Filing inserts into tables; whoever breaks that door still speaks for nobody of
-- the team and writes nobody's name into history.
CREATE OR REPLACE TRIGGER message_of_whom BEFORE INSERT ON message FOR EACH ROW
BEGIN
	IF SUBSTRING_INDEX(USER(), '@', 1) = 'belfry_public'
	   AND (NEW.direction <> 'from_reporter' OR NEW.account_id IS NOT NULL) THEN
		SIGNAL SQLSTATE '42000' SET MESSAGE_TEXT = 'the public door writes as a reporter';
	END IF;
END//

CREATE OR REPLACE TRIGGER event_of_whom BEFORE INSERT ON event FOR EACH ROW
BEGIN
	IF SUBSTRING_INDEX(USER(), '@', 1) = 'belfry_public'
	   AND (NEW.account_id IS NOT NULL OR NEW.object <> 'ticket') AND NOT (NEW.account_id IS NULL
	        AND NEW.object = 'subscription' AND EXISTS (SELECT 1 FROM subscription WHERE id = NEW.object_id
	              AND digest = CONVERT(@subscription_digest USING ascii) COLLATE ascii_bin))
	   AND NOT (NEW.account_id IS NULL
	        AND NEW.object = 'guest' AND NEW.action = 'answered' AND EXISTS (SELECT 1 FROM occasion_guest
	            WHERE id = NEW.object_id
	              AND digest = CONVERT(@guest_digest USING ascii) COLLATE ascii_bin)) THEN
		SIGNAL SQLSTATE '42000' SET MESSAGE_TEXT = 'the public door writes as a reporter';
	END IF;
END//

CREATE OR REPLACE TRIGGER ticket_of_whom BEFORE INSERT ON ticket FOR EACH ROW
BEGIN
	IF SUBSTRING_INDEX(USER(), '@', 1) = 'belfry_public'
	   AND (NEW.owner_id IS NOT NULL OR NEW.answered_at IS NOT NULL
	        OR NEW.place NOT IN ('open', 'held')) THEN
		SIGNAL SQLSTATE '42000' SET MESSAGE_TEXT = 'the public door writes as a reporter';
	END IF;
END//


-- What the team publishes -------------------------------------------------------

-- Pages that are kept show the team anew.
CREATE OR REPLACE PROCEDURE team_changed ()
MODIFIES SQL DATA
BEGIN
	UPDATE team SET version = version + 1 WHERE id = 1;
END//

-- The keys that are shown. What was removed, or pasted and not read yet, is nobody's
-- but the team's; what has expired is known to everybody already.
CREATE OR REPLACE PROCEDURE team_keys_shown (at DATETIME)
READS SQL DATA
BEGIN
	SELECT id, armored, fingerprint FROM team_key
	 WHERE removed_at IS NULL AND state = 'good' AND (expires_at IS NULL OR expires_at > at)
	 ORDER BY id LIMIT 10;
END//

CREATE OR REPLACE PROCEDURE team_key_of_address (asked VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin, at DATETIME)
READS SQL DATA
BEGIN
	SELECT bytes FROM team_key_address
	  JOIN team_key ON team_key.id = team_key_address.key_id
	 WHERE hash = asked AND removed_at IS NULL AND state = 'good' AND (expires_at IS NULL OR expires_at > at)
	 ORDER BY team_key.id DESC LIMIT 1;
END//

-- Reports that arrived in a time, by class, those without any too; a person has looked
-- at none yet: 'other'. The smallest first.
CREATE OR REPLACE PROCEDURE statistic_classes (from_at DATETIME, until_at DATETIME)
READS SQL DATA
BEGIN
	SELECT rsit_class.name AS rsit_class, COALESCE(found.reports, 0) AS reports
	  FROM rsit_class LEFT JOIN (
	       SELECT COALESCE(ticket.rsit_class, 'other') AS class, COUNT(*) AS reports FROM ticket
	        WHERE kind = 'report' AND place IN ('open', 'closed')
	          AND opened_at >= from_at AND opened_at < until_at
	        GROUP BY class) AS found ON found.class = rsit_class.name
	 WHERE rsit_class.name <> 'test' ORDER BY reports, rsit_class.position;
END//

-- First answers whose time was over in it: how many, in time, and the minutes that
-- half of those given had taken.
CREATE OR REPLACE PROCEDURE statistic_answers (from_at DATETIME, until_at DATETIME)
READS SQL DATA
BEGIN
	SELECT DISTINCT COUNT(*) OVER () AS due, SUM(COALESCE(answered_at <= due_at, FALSE)) OVER () AS met,
	       COUNT(answered_at) OVER () AS given,
	       MEDIAN(TIMESTAMPDIFF(MINUTE, opened_at, answered_at)) OVER () AS median_minutes
	  FROM ticket
	 WHERE kind = 'report' AND place IN ('open', 'closed')
	   AND due_at >= from_at AND due_at < until_at;
END//

-- When the first one of all arrived.
CREATE OR REPLACE PROCEDURE statistic_first ()
READS SQL DATA
BEGIN
	SELECT opened_at AS first_at FROM ticket ORDER BY id LIMIT 1;
END//

-- To each lead, that something published wants attention; not to those who were told
-- since then. The mails have one name, and each a part of its own in it.
CREATE OR REPLACE PROCEDURE outbox_publishing (mail_id VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin, at DATETIME,
	until DATETIME, since DATETIME)
MODIFIES SQL DATA
BEGIN
	INSERT INTO outbox (kind, account_id, recipient, language, message_id, made_at, ends_at, next_at)
	SELECT 'publishing', account.id, account.email, person.language,
	       CONCAT(account.id, '.', mail_id), at, until, at
	  FROM account JOIN person ON person.id = account.person_id
	 WHERE account.password IS NOT NULL AND account.disabled_at IS NULL
	   AND EXISTS (SELECT 1 FROM account_role WHERE account_role.account_id = account.id
	               AND role IN ('duty_lead', 'team_manager'))
	   AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.recipient = account.email
	                   AND other.kind = 'publishing' AND other.made_at > since);
END//

-- A published text gets its signature, once; nothing else of it changes.
CREATE OR REPLACE PROCEDURE profile_signed (asked INT UNSIGNED, spoken VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci,
	text_signed MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, at DATETIME)
MODIFIES SQL DATA
BEGIN
	UPDATE profile_version_text SET signed = text_signed, signed_at = at
	 WHERE number = asked AND language = spoken AND signed IS NULL;
END//

-- Services that run or are planned; what the team has written about others is its
-- own affair.
CREATE OR REPLACE PROCEDURE services_published (asked VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci,
	first_one VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci)
READS SQL DATA
BEGIN
	SELECT service.id, service_area.label AS area_label, service.label, service.description,
	       service_offer.state, service_offer.audience, service_offer.hours, service_offer.since_on,
	       (SELECT value FROM service_text
	         WHERE service_text.service_id = service.id AND language IN (asked, first_one, 'en')
	         ORDER BY language = asked DESC, language = first_one DESC LIMIT 1) AS wording
	  FROM service_offer
	  JOIN service ON service.id = service_offer.service_id
	  JOIN service_area ON service_area.id = service.area_id
	 WHERE service_offer.state IN ('running', 'planned')
	 ORDER BY service_offer.state = 'planned', service.id;
END//

-- Lists ----------------------------------------------------------------------------------

CREATE OR REPLACE PROCEDURE lists_open (asked VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, first_one VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci)
READS SQL DATA
BEGIN
	SELECT list.id, list.name,
	       (SELECT value FROM list_text
	         WHERE list_text.list_id = list.id AND language IN (asked, first_one, 'en')
	         ORDER BY language = asked DESC, language = first_one DESC LIMIT 1) AS wording
	  FROM list WHERE list.open AND list.ended_at IS NULL ORDER BY list.id LIMIT 20;
END//

-- Somebody asks for a mailbox to be written to. Its reader hears of it, at most so often a
-- day; whoever asks learns nothing. What was confirmed is not changed by asking.
CREATE OR REPLACE PROCEDURE subscription_ask (asked_list INT UNSIGNED, mailbox VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci,
	known_as VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin, spoken VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, wanted_kinds VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci,
	wanted_severity VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, wanted_sectors VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, wanted_pace VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci,
	links_from VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin, links_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, mail_id VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin,
	at DATETIME, most INT UNSIGNED, days INT UNSIGNED, tagged VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci)
MODIFIES SQL DATA
BEGIN
	DECLARE found BIGINT UNSIGNED DEFAULT NULL;
	DECLARE there VARCHAR(20) DEFAULT NULL;
	DECLARE written_to VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci DEFAULT NULL;
	SELECT MAX(id), MAX(state), MAX(email) INTO found, there, written_to FROM subscription
	 WHERE list_id = asked_list AND email_key = known_as FOR UPDATE;
	IF EXISTS (SELECT 1 FROM list WHERE id = asked_list AND open AND ended_at IS NULL)
	   AND (SELECT COUNT(*) FROM outbox WHERE recipient = mailbox AND kind = 'subscription'
	        AND made_at > at - INTERVAL 1 DAY) < most
	   AND (SELECT COUNT(*) FROM outbox WHERE recipient LIKE tagged AND kind = 'subscription'
	        AND made_at > at - INTERVAL 1 DAY) < most THEN
		IF found IS NULL THEN
			INSERT INTO subscription (list_id, email, email_key, language, kinds, severity, sectors, pace,
			    state, seed, digest, asked_at)
			VALUES (asked_list, mailbox, known_as, spoken, wanted_kinds, wanted_severity, wanted_sectors,
			    wanted_pace, 'asked', links_from, links_digest, at);
			SET found = LAST_INSERT_ID();
		ELSEIF there IN ('asked', 'left', 'removed') THEN
			UPDATE subscription SET email = mailbox, language = spoken, kinds = wanted_kinds,
			       severity = wanted_severity, sectors = wanted_sectors, pace = wanted_pace,
			       state = 'asked', seed = links_from, digest = links_digest, asked_at = at,
			       confirmed_at = NULL, ended_at = NULL, invited_by = NULL, bounces = 0, collects_at = NULL
			 WHERE id = found;
		END IF;
		INSERT INTO outbox (kind, subscription_id, recipient, language, message_id, made_at, ends_at, next_at)
		VALUES ('subscription', found, IF(there IN ('confirmed', 'paused'), written_to, mailbox), spoken, mail_id, at, at + INTERVAL days DAY, at);
		SELECT digest INTO @subscription_digest FROM subscription WHERE id = found;
		INSERT INTO event (at, object, object_id, action) VALUES (at, 'subscription', found, 'asked');
		SET @subscription_digest = NULL;
	END IF;
END//

CREATE OR REPLACE PROCEDURE subscription_open (given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin)
READS SQL DATA
BEGIN
	SELECT subscription.id, subscription.list_id, list.name AS list, tlp.label AS tlp, subscription.email,
	       subscription.language, subscription.kinds, subscription.severity, subscription.sectors,
	       subscription.pace, subscription.state, subscription.asked_at,
	       (SELECT value FROM list_text WHERE list_text.list_id = list.id
	         AND list_text.language IN (subscription.language, 'en')
	         ORDER BY list_text.language = subscription.language DESC LIMIT 1) AS wording
	  FROM subscription JOIN list ON list.id = subscription.list_id JOIN tlp ON tlp.name = list.tlp
	 WHERE subscription.digest = given AND subscription.email IS NOT NULL;
END//

CREATE OR REPLACE PROCEDURE subscription_confirm (given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, now_at DATETIME)
MODIFIES SQL DATA
BEGIN
	UPDATE subscription SET state = 'confirmed', confirmed_at = now_at, ended_at = NULL, bounces = 0
	 WHERE digest = given AND state IN ('asked', 'paused');
	IF ROW_COUNT() > 0 THEN
		SET @subscription_digest = given;
		INSERT INTO event (at, object, object_id, action)
		SELECT now_at, 'subscription', id, 'confirmed' FROM subscription WHERE digest = given;
		SET @subscription_digest = NULL;
	END IF;
END//

CREATE OR REPLACE PROCEDURE subscription_change (given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, spoken VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci,
	wanted_kinds VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, wanted_severity VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, wanted_sectors VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci,
	wanted_pace VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, now_at DATETIME)
MODIFIES SQL DATA
BEGIN
	UPDATE subscription SET language = spoken, kinds = wanted_kinds, severity = wanted_severity,
	       sectors = wanted_sectors, pace = wanted_pace
	 WHERE digest = given AND state IN ('confirmed', 'paused');
	IF ROW_COUNT() > 0 THEN
		SET @subscription_digest = given;
		INSERT INTO event (at, object, object_id, action)
		SELECT now_at, 'subscription', id, 'changed' FROM subscription WHERE digest = given;
		SET @subscription_digest = NULL;
	END IF;
END//

-- What was kept for it goes to nobody.
CREATE OR REPLACE PROCEDURE subscription_leave (given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, ended DATETIME)
MODIFIES SQL DATA
BEGIN
	DECLARE found BIGINT UNSIGNED DEFAULT NULL;
	SELECT MAX(id) INTO found FROM subscription
	 WHERE digest = given AND state IN ('asked', 'confirmed', 'paused') FOR UPDATE;
	IF found IS NOT NULL THEN
		UPDATE subscription SET state = 'left', ended_at = ended, collects_at = NULL WHERE id = found;
		UPDATE outbox SET state = 'stopped', ended_at = ended
		 WHERE subscription_id = found AND state = 'waiting';
		UPDATE delivery SET state = 'failed', delivery.at = ended WHERE subscription_id = found AND state IN ('kept', 'waiting');
		SET @subscription_digest = given;
		INSERT INTO event (at, object, object_id, action) VALUES (ended, 'subscription', found, 'left');
		SET @subscription_digest = NULL;
	END IF;
END//

-- What went to the list of somebody who receives it.
CREATE OR REPLACE PROCEDURE subscription_archive (given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin, asked VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, most INT UNSIGNED)
READS SQL DATA
BEGIN
	SELECT mailing.begun_at, tlp.label AS tlp, mailing.kind, mailing.severity,
	       advisory_revision.reference, COALESCE(a.title, w.title) AS title, w.body,
	       COALESCE(a.language, w.language) AS language
	  FROM subscription
	  JOIN mailing ON mailing.list_id = subscription.list_id AND mailing.state IN ('sending', 'sent')
	  JOIN tlp ON tlp.name = mailing.tlp
	  JOIN list ON list.id = mailing.list_id
	  JOIN tlp AS strictest ON strictest.name = list.tlp AND tlp.position >= strictest.position
	  LEFT JOIN advisory_revision ON advisory_revision.advisory_id = mailing.advisory_id
	   AND advisory_revision.number = mailing.number
	  LEFT JOIN advisory_revision_text AS a ON a.advisory_id = mailing.advisory_id AND a.number = mailing.number
	   AND a.language = (SELECT language FROM advisory_revision_text AS said
	        WHERE said.advisory_id = mailing.advisory_id AND said.number = mailing.number
	        ORDER BY language = asked DESC, language = mailing.language DESC LIMIT 1)
	  LEFT JOIN mailing_text AS w ON w.mailing_id = mailing.id
	   AND w.language = (SELECT language FROM mailing_text AS said WHERE said.mailing_id = mailing.id
	        ORDER BY language = asked DESC, language = mailing.language DESC LIMIT 1)
	 WHERE subscription.digest = given AND subscription.state IN ('confirmed', 'paused')
	 ORDER BY mailing.id DESC LIMIT most;
END//

-- Events to which people are invited ----------------------------------------------

-- What everybody reads of, the next one first, after the one that begins then and has
-- this id: in this language, else in the first one, else in English, else in any.
CREATE OR REPLACE PROCEDURE occasions_shown (asked VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci,
	first_one VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, at DATETIME, after_at DATETIME, after_id INT UNSIGNED, most SMALLINT UNSIGNED)
READS SQL DATA
BEGIN
	SELECT occasion.id, occasion.place, occasion.starts_at, occasion.ends_at,
	       occasion.called_off_at IS NOT NULL AS called_off, occasion_text.language,
	       occasion_text.title, occasion_text.words
	  FROM occasion
	  JOIN occasion_text ON occasion_text.occasion_id = occasion.id
	   AND occasion_text.language = (SELECT other.language FROM occasion_text AS other
	        WHERE other.occasion_id = occasion.id
	        ORDER BY other.language = asked DESC, other.language = first_one DESC,
	                 other.language = 'en' DESC, other.language LIMIT 1)
	 WHERE occasion.shown AND occasion.ends_at > at
	   AND (occasion.starts_at, occasion.id) > (after_at, after_id)
	 ORDER BY occasion.starts_at, occasion.id LIMIT most;
END//

-- What a guest reads, by the digest of their link.
CREATE OR REPLACE PROCEDURE guest_open (given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	asked VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci,
	first_one VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci)
READS SQL DATA
BEGIN
	SELECT guest.id, guest.answer, guest.people, guest.remark, guest.answered_at,
	       occasion.id AS occasion_id, occasion.version, occasion.place, occasion.starts_at, occasion.ends_at,
	       occasion.answer_until, occasion.made_at, occasion.called_off_at,
	       occasion.places, CAST(occasion.places AS SIGNED) - (SELECT CAST(COALESCE(SUM(people), 0) AS SIGNED) FROM occasion_guest AS other
	           WHERE other.occasion_id = occasion.id AND other.answer = 'yes' AND other.id <> guest.id) AS free,
	       occasion_text.language, occasion_text.title, occasion_text.words
	  FROM occasion_guest AS guest
	  JOIN occasion ON occasion.id = guest.occasion_id
	  JOIN occasion_text ON occasion_text.occasion_id = occasion.id
	   AND occasion_text.language = (SELECT other.language FROM occasion_text AS other
	        WHERE other.occasion_id = occasion.id
	        ORDER BY other.language = asked DESC, other.language = first_one DESC,
	                 other.language = 'en' DESC, other.language LIMIT 1)
	 WHERE guest.digest = given;
END//

-- A guest's answer. `outcome` says what became of it: 'saved'; 'full', with the places
-- that are `free`; 'late'; 'off', where the event was called off or has begun. Guests
-- of one event answer one after the other.
CREATE OR REPLACE PROCEDURE guest_answer (given CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
	said VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin, coming TINYINT UNSIGNED,
	words VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, at DATETIME)
MODIFIES SQL DATA
BEGIN
	DECLARE guest, of_occasion BIGINT UNSIGNED;
	DECLARE left_over INT DEFAULT NULL;
	DECLARE is_over, is_late BOOLEAN DEFAULT NULL;
	DECLARE before_it VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin;
	DECLARE outcome VARCHAR(8);

	SELECT id, occasion_id INTO guest, of_occasion FROM occasion_guest WHERE digest = given;
	IF guest IS NOT NULL THEN
		SELECT called_off_at IS NOT NULL OR starts_at <= at, answer_until <= at, places
		  INTO is_over, is_late, left_over FROM occasion WHERE id = of_occasion FOR UPDATE;
		SELECT answer INTO before_it FROM occasion_guest WHERE id = guest FOR UPDATE;
		SELECT left_over - COALESCE(SUM(people), 0) INTO left_over FROM occasion_guest
		 WHERE occasion_id = of_occasion AND answer = 'yes' AND id <> guest FOR UPDATE;
		SET outcome = IF(is_over, 'off', IF(is_late AND before_it IS NULL, 'late',
		    IF(said = 'yes' AND coming > left_over, 'full', 'saved')));
		IF outcome = 'saved' THEN
			UPDATE occasion_guest SET answer = said, people = IF(said = 'no', 0, coming), remark = words,
			       answered_at = at WHERE id = guest;
			SET @guest_digest = given;
			INSERT INTO event (at, object, object_id, action, from_value, to_value)
			VALUES (at, 'guest', guest, 'answered', before_it, said);
			SET @guest_digest = NULL;
		END IF;
		SELECT outcome, GREATEST(left_over, 0) AS free;
	END IF;
END//

-- For whoever sends a letter to a guest: what it says.
CREATE OR REPLACE PROCEDURE outbox_guest (asked BIGINT UNSIGNED)
READS SQL DATA
BEGIN
	SELECT guest.seed, guest.answer, occasion.place, occasion.starts_at, occasion.ends_at, occasion.answer_until,
	       occasion_text.title, occasion_text.words
	  FROM outbox
	  JOIN occasion_guest AS guest ON guest.id = outbox.guest_id
	  JOIN occasion ON occasion.id = guest.occasion_id
	  JOIN occasion_text ON occasion_text.occasion_id = occasion.id
	   AND occasion_text.language = (SELECT other.language FROM occasion_text AS other
	        WHERE other.occasion_id = occasion.id
	        ORDER BY other.language = outbox.language DESC, other.language = 'en' DESC, other.language LIMIT 1)
	 WHERE outbox.id = asked;
END//

-- The announcement -----------------------------------------------------------------------

-- What everybody may know of it: nothing before a job has put it out.
CREATE OR REPLACE PROCEDURE announcement_out ()
READS SQL DATA
BEGIN
	SELECT sponsor, out_at FROM announcement WHERE state = 'out';
END//

CREATE OR REPLACE PROCEDURE announcement_texts (asked VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci, first_one VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci)
READS SQL DATA
BEGIN
	SELECT language, title, body FROM announcement_text
	 WHERE EXISTS (SELECT 1 FROM announcement WHERE state = 'out')
	 ORDER BY language = asked DESC, language = first_one DESC, language = 'en' DESC, language LIMIT 1;
END//

DELIMITER ;
