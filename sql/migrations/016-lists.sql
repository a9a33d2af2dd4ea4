-- Lists that people subscribe to, and what was sent to whom.

CREATE TABLE IF NOT EXISTS list (
	id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	name        VARCHAR(100) NOT NULL,
	open        BOOLEAN NOT NULL,             -- anybody may ask; else those whom a lead invites
	advisories  BOOLEAN NOT NULL,             -- carries what is published as an advisory
	tlp         VARCHAR(12) NOT NULL,         -- the strictest label that it carries
	made_at     DATETIME NOT NULL,
	ended_at    DATETIME NULL,                -- nothing is sent to it from then on
	version     INT UNSIGNED NOT NULL DEFAULT 1,  -- a form of an older one does not overwrite
	FOREIGN KEY (tlp) REFERENCES tlp (name)
);

CREATE TABLE IF NOT EXISTS list_text (
	list_id   INT UNSIGNED NOT NULL,
	language  VARCHAR(8) NOT NULL,
	value     VARCHAR(600) NOT NULL,          -- what it is for
	PRIMARY KEY (list_id, language),
	FOREIGN KEY (list_id) REFERENCES list (id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS subscription (
	id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	list_id       INT UNSIGNED NOT NULL,
	email         VARCHAR(254) NULL,          -- NULL: forgotten, a while after it ended
	email_key     VARCHAR(254) NULL,          -- by which the same mailbox is known
	language      VARCHAR(8) NOT NULL,
	kinds         SET ('alert', 'advisory', 'note', 'vulnerability', 'awareness') NOT NULL DEFAULT '',  -- none: all
	severity      ENUM ('low', 'medium', 'high', 'critical') NULL,  -- from which on; NULL: all
	sectors       SET ('government', 'energy', 'transport', 'banking', 'finance', 'health', 'water',
	              'digital', 'ict', 'space', 'post', 'waste', 'chemicals', 'food', 'manufacturing',
	              'online', 'research', 'other') NOT NULL DEFAULT '',  -- none: all
	pace          ENUM ('at_once', 'daily', 'weekly') NOT NULL DEFAULT 'at_once',
	state         ENUM ('asked', 'confirmed', 'paused', 'left', 'removed') NOT NULL,  -- paused: its mail came back
	seed          VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- what its links are made from
	digest        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- of what its links end with
	asked_at      DATETIME NOT NULL,
	confirmed_at  DATETIME NULL,
	ended_at      DATETIME NULL,              -- left, removed or paused
	invited_by    BIGINT UNSIGNED NULL,       -- NULL: asked for it
	bounces       SMALLINT UNSIGNED NOT NULL DEFAULT 0,  -- mails that came back, since one was confirmed
	bounced_at    DATETIME NULL,
	collects_at   DATETIME NULL,              -- when what is kept for it goes out together
	UNIQUE KEY subscription_mailbox (list_id, email_key),
	UNIQUE KEY subscription_digest (digest),
	KEY subscription_by_state (list_id, state, id),
	KEY subscription_ended (state, ended_at),
	KEY subscription_asked (state, asked_at),
	KEY subscription_collects (collects_at),
	FOREIGN KEY (list_id) REFERENCES list (id),
	FOREIGN KEY (invited_by) REFERENCES account (id)
);

-- Something that goes to a list: an advisory, or a warning written for it.
CREATE TABLE IF NOT EXISTS mailing (
	id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	list_id      INT UNSIGNED NOT NULL,
	advisory_id  BIGINT UNSIGNED NULL,        -- NULL: a warning, whose words are in mailing_text
	number       SMALLINT UNSIGNED NULL,      -- of the advisory's revision
	tlp          VARCHAR(12) NOT NULL,
	kind         ENUM ('alert', 'advisory', 'note', 'vulnerability', 'awareness') NOT NULL,
	severity     ENUM ('low', 'medium', 'high', 'critical') NULL,
	sectors      SET ('government', 'energy', 'transport', 'banking', 'finance', 'health', 'water',
	             'digital', 'ict', 'space', 'post', 'waste', 'chemicals', 'food', 'manufacturing',
	             'online', 'research', 'other') NOT NULL DEFAULT '',  -- whom it concerns; none: all
	language     VARCHAR(8) NOT NULL,         -- that it was written in
	state        ENUM ('draft', 'sending', 'sent', 'stopped') NOT NULL,
	written_by   BIGINT UNSIGNED NULL,        -- NULL: it is an advisory
	sent_by      BIGINT UNSIGNED NULL,
	reason       VARCHAR(1000) NULL,          -- why its writer sent it without a second person
	made_at      DATETIME NOT NULL,
	begun_at     DATETIME NULL,               -- of those who had confirmed by then
	ended_at     DATETIME NULL,
	reached      BIGINT UNSIGNED NOT NULL DEFAULT 0,  -- the subscription up to which it was given out
	given        INT UNSIGNED NOT NULL DEFAULT 0,     -- to how many
	version      INT UNSIGNED NOT NULL DEFAULT 1,     -- a form of an older one does not overwrite
	UNIQUE KEY mailing_once (list_id, advisory_id, number),
	KEY mailing_by_state (state, id),
	FOREIGN KEY (list_id) REFERENCES list (id),
	FOREIGN KEY (advisory_id, number) REFERENCES advisory_revision (advisory_id, number),
	FOREIGN KEY (tlp) REFERENCES tlp (name),
	FOREIGN KEY (written_by) REFERENCES account (id),
	FOREIGN KEY (sent_by) REFERENCES account (id)
);

CREATE TABLE IF NOT EXISTS mailing_text (
	mailing_id  BIGINT UNSIGNED NOT NULL,
	language    VARCHAR(8) NOT NULL,
	title       VARCHAR(200) NOT NULL,
	body        TEXT NOT NULL,
	PRIMARY KEY (mailing_id, language),
	FOREIGN KEY (mailing_id) REFERENCES mailing (id) ON DELETE CASCADE
);

-- Who received what: one row for each of them, however often a process was killed.
CREATE TABLE IF NOT EXISTS delivery (
	mailing_id       BIGINT UNSIGNED NOT NULL,
	subscription_id  BIGINT UNSIGNED NOT NULL,
	state            ENUM ('kept', 'waiting', 'sent', 'failed', 'returned') NOT NULL,  -- kept: it goes out with others
	outbox_id        BIGINT UNSIGNED NULL,    -- the mail, which is forgotten sooner; NULL: none yet
	at               DATETIME NOT NULL,       -- of that state
	PRIMARY KEY (mailing_id, subscription_id),
	KEY delivery_by_state (mailing_id, state, subscription_id),
	KEY delivery_kept (subscription_id, state, mailing_id),
	KEY delivery_mail (outbox_id),
	FOREIGN KEY (mailing_id) REFERENCES mailing (id),
	FOREIGN KEY (subscription_id) REFERENCES subscription (id)
);

-- Mail to lists waits behind every other mail.
ALTER TABLE outbox MODIFY kind ENUM ('received', 'answered', 'arrived', 'invite', 'password',
	'told_password', 'told_factor', 'told_roles', 'told_half_in', 'publishing',
	'subscription', 'bulletin', 'collected') NOT NULL;
ALTER TABLE outbox ADD COLUMN IF NOT EXISTS
	subscription_id BIGINT UNSIGNED NULL      -- whose mail of a list it is
	AFTER account_id;
ALTER TABLE outbox ADD COLUMN IF NOT EXISTS
	mailing_id BIGINT UNSIGNED NULL           -- what it brings; NULL: what was kept, or no mail of a list
	AFTER subscription_id;
ALTER TABLE outbox ADD COLUMN IF NOT EXISTS
	bulk BOOLEAN NOT NULL DEFAULT FALSE       -- it leaves when nothing else has to
	AFTER mailing_id;
ALTER TABLE outbox ADD FOREIGN KEY IF NOT EXISTS outbox_subscription (subscription_id)
	REFERENCES subscription (id) ON DELETE SET NULL;
DROP INDEX IF EXISTS outbox_due ON outbox;
CREATE INDEX IF NOT EXISTS outbox_due ON outbox (state, bulk, next_at);
