-- Files, sent with reports, messages and notes.

-- A file that somebody sent, or is about to send with a form. Its bytes are in
-- attachment_part. Never altered once it was sent.
CREATE TABLE IF NOT EXISTS attachment (
	id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	holder      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,  -- digest of the secret that has it until it is sent
	ticket_id   BIGINT UNSIGNED NULL,         -- NULL: not sent yet
	message_id  BIGINT UNSIGNED NULL,         -- what it was sent with
	account_id  BIGINT UNSIGNED NULL,         -- NULL: the reporter
	name        VARCHAR(200) NOT NULL,        -- as it came, made safe
	declared    VARCHAR(100) NOT NULL,        -- the type that the browser said; may be empty
	sniffed     VARCHAR(100) NOT NULL DEFAULT 'unknown',  -- the type that it looks like
	size        INT UNSIGNED NOT NULL DEFAULT 0,
	sha256      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',  -- empty: still arriving
	stored_at   DATETIME NOT NULL,            -- the moment of its message, once it is sent
	ends_at     DATETIME NULL,                -- forgotten then, unless it is sent or its draft goes on
	KEY attachment_holder (holder),
	KEY attachment_ticket (ticket_id, id),
	KEY attachment_ends (ends_at, size),
	FOREIGN KEY (ticket_id) REFERENCES ticket (id),
	FOREIGN KEY (message_id) REFERENCES message (id),
	FOREIGN KEY (account_id) REFERENCES account (id)
);

-- A mebibyte of it, or what is left at the end.
CREATE TABLE IF NOT EXISTS attachment_part (
	attachment_id  BIGINT UNSIGNED NOT NULL,
	number         SMALLINT UNSIGNED NOT NULL,  -- from 0
	bytes          MEDIUMBLOB NOT NULL,
	PRIMARY KEY (attachment_id, number),
	FOREIGN KEY (attachment_id) REFERENCES attachment (id) ON DELETE CASCADE
);
