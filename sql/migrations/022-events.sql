-- Events: people are invited by mail, and answer.

-- An event to which people are invited, as an open house.
CREATE TABLE IF NOT EXISTS occasion (
	id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	place          VARCHAR(300) NOT NULL,
	starts_at      DATETIME NOT NULL,
	ends_at        DATETIME NOT NULL,
	answer_until   DATETIME NOT NULL,         -- who has answered may change it later
	places         SMALLINT UNSIGNED NULL,    -- NULL: for all who come
	shown          BOOLEAN NOT NULL,          -- everybody reads of it
	made_at        DATETIME NOT NULL,
	reminded_at    DATETIME NULL,
	called_off_at  DATETIME NULL,
	erased_at      DATETIME NULL,             -- nobody knows any more who was invited; the numbers stay
	invited        SMALLINT UNSIGNED NULL,
	said_yes       SMALLINT UNSIGNED NULL,
	people         INT UNSIGNED NULL,         -- that those who said yes wanted to come with
	said_maybe     SMALLINT UNSIGNED NULL,
	said_no        SMALLINT UNSIGNED NULL,
	version        INT UNSIGNED NOT NULL DEFAULT 1, -- a form of an older one does not overwrite
	KEY occasion_start (starts_at, id),
	KEY occasion_end (erased_at, ends_at)
);

-- What it is called and what happens there, once per language.
CREATE TABLE IF NOT EXISTS occasion_text (
	occasion_id  INT UNSIGNED NOT NULL,
	language     VARCHAR(8) NOT NULL,
	title        VARCHAR(150) NOT NULL,
	words        VARCHAR(2000) NULL,
	PRIMARY KEY (occasion_id, language),
	FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE CASCADE
);

-- Somebody who was invited by mail. The link in it is made from the seed and the
-- key of the installation: neither is enough without the other.
CREATE TABLE IF NOT EXISTS occasion_guest (
	id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	occasion_id  INT UNSIGNED NOT NULL,
	email        VARCHAR(254) NOT NULL,
	email_key    VARCHAR(254) NOT NULL,       -- one spelling for one mailbox
	language     VARCHAR(8) NOT NULL,         -- of the letters
	seed         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	digest       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- keyed, of the link's token
	invited_at   DATETIME NOT NULL,
	answer       ENUM ('yes', 'maybe', 'no') NULL,
	people       TINYINT UNSIGNED NOT NULL DEFAULT 0, -- with whoever answered
	remark       VARCHAR(200) NULL,
	answered_at  DATETIME NULL,
	UNIQUE KEY guest_mailbox (occasion_id, email_key),
	UNIQUE KEY guest_digest (digest),
	KEY guest_answers (occasion_id, answer, people),
	FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE CASCADE
);

ALTER TABLE outbox ADD COLUMN IF NOT EXISTS guest_id BIGINT UNSIGNED NULL  -- who is invited to an event
	AFTER bulk;
ALTER TABLE outbox ADD CONSTRAINT outbox_guest FOREIGN KEY IF NOT EXISTS (guest_id)
	REFERENCES occasion_guest (id) ON DELETE CASCADE;
ALTER TABLE outbox MODIFY kind ENUM ('received', 'answered', 'arrived', 'invite', 'password',
	'told_password', 'told_factor', 'told_roles', 'told_half_in', 'publishing',
	'subscription', 'bulletin', 'collected',
	'guest_invited', 'guest_reminded', 'guest_changed', 'guest_called_off') NOT NULL;
