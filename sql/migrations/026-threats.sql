-- Lists of exploited weaknesses, read from files.

-- What others know of weaknesses: a list that an operator reads from a file.
CREATE TABLE IF NOT EXISTS threat_source (
	name          VARCHAR(8) NOT NULL PRIMARY KEY, -- 'kev', 'epss'
	edition       INT UNSIGNED NOT NULL,      -- whose rows are shown; 0: none yet
	reading       INT UNSIGNED NOT NULL,      -- the newest that was begun
	as_of         DATE NULL,                  -- the list's own day
	release_name  VARCHAR(60) NULL,
	entries       INT UNSIGNED NULL,
	read_at       DATETIME NULL
);

-- Known to be exploited.
CREATE TABLE IF NOT EXISTS threat_exploited (
	edition   INT UNSIGNED NOT NULL,
	cve       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	since_on  DATE NOT NULL,
	PRIMARY KEY (edition, cve)
);

-- How likely it is that it will be: hundred-thousandths.
CREATE TABLE IF NOT EXISTS threat_likely (
	edition     INT UNSIGNED NOT NULL,
	cve         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	score       INT UNSIGNED NOT NULL,
	percentile  INT UNSIGNED NOT NULL,        -- how many of all are no more likely
	PRIMARY KEY (edition, cve)
);
