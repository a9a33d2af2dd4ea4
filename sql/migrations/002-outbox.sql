-- Mail that is to be sent, and who is on duty.

-- Who gets a notice of every new report: people of the team, and addresses that
-- several of them read.
CREATE TABLE IF NOT EXISTS duty (
	id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	account_id  BIGINT UNSIGNED NULL,         -- one of the two
	email       VARCHAR(254) NULL,
	since_at    DATETIME NOT NULL,
	UNIQUE KEY duty_account (account_id),
	UNIQUE KEY duty_email (email),
	FOREIGN KEY (account_id) REFERENCES account (id),
	CHECK ((account_id IS NULL) <> (email IS NULL))
);

-- A mail, written with the event that it tells of. Its words are made from this
-- row when it is sent: nothing that anybody wrote is in it, and no secret.
CREATE TABLE IF NOT EXISTS outbox (
	id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	kind           ENUM ('received', 'answered', 'arrived', 'invite', 'password') NOT NULL,
	ticket_id      BIGINT UNSIGNED NULL,
	account_id     BIGINT UNSIGNED NULL,      -- whose link it is, or who is on duty
	recipient      VARCHAR(254) NOT NULL,
	language       VARCHAR(8) NOT NULL,
	message_id     VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- the same at each try
	made_at        DATETIME NOT NULL,         -- also its Date
	ends_at        DATETIME NOT NULL,         -- too late to be sent
	state          ENUM ('waiting', 'sent', 'given_up', 'stopped') NOT NULL DEFAULT 'waiting',
	next_at        DATETIME NOT NULL,         -- the next try
	claimed_until  DATETIME NULL,             -- a process is trying, or was killed while it did
	tries          SMALLINT UNSIGNED NOT NULL DEFAULT 0,
	tried_at       DATETIME NULL,
	answer         VARCHAR(200) NULL,         -- what the mail server said last, without addresses
	ended_at       DATETIME NULL,             -- sent, given up or stopped
	UNIQUE KEY outbox_message (message_id),
	KEY outbox_due (state, next_at),
	KEY outbox_by_state (state, id),
	KEY outbox_ended (ended_at),
	KEY outbox_recipient (recipient, kind, made_at),
	KEY outbox_ticket (ticket_id, kind),
	FOREIGN KEY (ticket_id) REFERENCES ticket (id),
	FOREIGN KEY (account_id) REFERENCES account (id)
);
