-- Documents for paper.

-- A PDF that `belfry work` drew of something published: all of it is public.
CREATE TABLE IF NOT EXISTS printed (
	kind      ENUM ('profile', 'flyer') NOT NULL,
	number    INT UNSIGNED NOT NULL,          -- of the profile's version; 0: there is one only
	language  VARCHAR(8) NOT NULL,
	source    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- digest of what it was drawn of
	body      MEDIUMBLOB NOT NULL,
	sha256    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	pages     SMALLINT UNSIGNED NOT NULL,
	made_at   DATETIME NOT NULL,
	PRIMARY KEY (kind, number, language)
);

-- One that could not be drawn, until it can.
CREATE TABLE IF NOT EXISTS printing (
	kind      ENUM ('profile', 'flyer') NOT NULL,
	number    INT UNSIGNED NOT NULL,
	language  VARCHAR(8) NOT NULL,
	source    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	failed    ENUM ('program', 'broken', 'long') NOT NULL,  -- 'long': it has more pages than it may
	tries     SMALLINT UNSIGNED NOT NULL,
	tried_at  DATETIME NOT NULL,
	next_at   DATETIME NOT NULL,
	PRIMARY KEY (kind, number, language)
);
