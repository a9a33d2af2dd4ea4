-- Mail to lists that came back, as it came: whose mail it was says the address that it
-- came to.
CREATE TABLE IF NOT EXISTS returned (
	id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	outbox_id  BIGINT UNSIGNED NOT NULL,      -- the mail, which may be forgotten already
	came_at    DATETIME NOT NULL,
	read_at    DATETIME NULL,
	counted    BOOLEAN NOT NULL DEFAULT FALSE,  -- it said that the mail reached nobody
	bytes      MEDIUMBLOB NOT NULL,
	KEY returned_unread (read_at, id),
	KEY returned_came (came_at),
	KEY returned_mail (outbox_id, counted)
);
