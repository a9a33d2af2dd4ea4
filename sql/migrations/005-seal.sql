-- Seals over what happened.

CREATE TABLE IF NOT EXISTS seal (
	number       BIGINT UNSIGNED NOT NULL PRIMARY KEY,  -- 1, 2, 3, without a gap
	first_event  BIGINT UNSIGNED NOT NULL,  -- of a late one: its id, twice
	last_event   BIGINT UNSIGNED NOT NULL,
	events       INT UNSIGNED NOT NULL,
	missing      TEXT NOT NULL,             -- ids between the two that no event had: '7,11-13'
	late         BOOLEAN NOT NULL,          -- one event, seen after those around it were sealed
	sealed_at    DATETIME NOT NULL,
	digest       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- of the row, its events and the digest before
	KEY seal_late (late, first_event)
);
