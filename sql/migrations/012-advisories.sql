-- Advisories: written and reviewed inside, published as revisions that never
-- change, and as documents for machines.

-- One advisory as it is being written. What the world reads are its revisions.
CREATE TABLE IF NOT EXISTS advisory (
	id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	reference   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	state       ENUM ('draft', 'review', 'approved', 'published', 'withdrawn') NOT NULL,
	kind        ENUM ('alert', 'advisory', 'note', 'vulnerability', 'awareness') NOT NULL,
	severity    ENUM ('low', 'medium', 'high', 'critical') NULL,
	tlp         VARCHAR(12) NOT NULL,         -- only 'clear' may be published
	language    VARCHAR(8)  NOT NULL,         -- of the text that the others are translated from
	weaknesses  MEDIUMTEXT  NOT NULL,         -- a line each: CVE ids and CVSS vectors
	products    MEDIUMTEXT  NOT NULL,         -- a line each: status | vendor | product | versions
	links       MEDIUMTEXT  NOT NULL,         -- a line each: address and what is there
	reason      VARCHAR(1000) NULL,           -- what the next revision corrects
	digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- of all that a reader will see; reviews are bound to it
	version     INT UNSIGNED NOT NULL DEFAULT 1, -- rises with every change of the advisory
	created_at  DATETIME NOT NULL,
	changed_at  DATETIME NOT NULL,
	UNIQUE KEY advisory_reference (reference),
	KEY advisory_by_state (state, id),
	FOREIGN KEY (tlp) REFERENCES tlp (name)
);

-- What it says, once per language.
CREATE TABLE IF NOT EXISTS advisory_text (
	advisory_id  BIGINT UNSIGNED NOT NULL,
	language     VARCHAR(8)    NOT NULL,
	title        VARCHAR(200)  NOT NULL,
	summary      VARCHAR(1000) NOT NULL,
	body         MEDIUMTEXT    NOT NULL,      -- Markdown
	PRIMARY KEY (advisory_id, language),
	FOREIGN KEY (advisory_id) REFERENCES advisory (id)
);

-- Who has written for which revision: they do not approve it.
CREATE TABLE IF NOT EXISTS advisory_writer (
	advisory_id  BIGINT UNSIGNED NOT NULL,
	number       SMALLINT UNSIGNED NOT NULL,
	account_id   BIGINT UNSIGNED NOT NULL,
	PRIMARY KEY (advisory_id, number, account_id),
	FOREIGN KEY (advisory_id) REFERENCES advisory (id),
	FOREIGN KEY (account_id) REFERENCES account (id)
);

-- What a second person said of it, or a lead who could not wait for one.
CREATE TABLE IF NOT EXISTS advisory_review (
	id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	advisory_id   BIGINT UNSIGNED NOT NULL,
	number        SMALLINT UNSIGNED NOT NULL, -- of the revision that it is about
	verdict       ENUM ('approved', 'overridden', 'returned') NOT NULL,
	digest        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	account_id    BIGINT UNSIGNED NOT NULL,
	reason        VARCHAR(1000) NULL,         -- why it goes back, or why nobody else looked
	at            DATETIME NOT NULL,
	looked_id     BIGINT UNSIGNED NULL,       -- who reviewed it afterwards
	looked_at     DATETIME NULL,
	looked_reason VARCHAR(1000) NULL,         -- what they say of it
	KEY advisory_review_of (advisory_id, id),
	KEY advisory_review_open (verdict, looked_at),
	FOREIGN KEY (advisory_id) REFERENCES advisory (id),
	FOREIGN KEY (account_id) REFERENCES account (id),
	FOREIGN KEY (looked_id) REFERENCES account (id)
);

-- What was published, number by number: the newest whose time has come is what
-- everybody reads. Rows are added and never changed.
CREATE TABLE IF NOT EXISTS advisory_revision (
	advisory_id   BIGINT UNSIGNED NOT NULL,
	number        SMALLINT UNSIGNED NOT NULL, -- 1, 2, 3
	reference     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	written_at    DATETIME NOT NULL,
	published_at  DATETIME NOT NULL,          -- may lie ahead
	first_at      DATETIME NOT NULL,          -- when number 1 was published
	withdrawn     BOOLEAN NOT NULL,
	kind          ENUM ('alert', 'advisory', 'note', 'vulnerability', 'awareness') NOT NULL,
	severity      ENUM ('low', 'medium', 'high', 'critical') NULL,
	score         SMALLINT NULL,              -- CVSS in tenths
	language      VARCHAR(8) NOT NULL,        -- that it was written in
	weaknesses    MEDIUMTEXT NOT NULL,
	products      MEDIUMTEXT NOT NULL,
	links         MEDIUMTEXT NOT NULL,
	reason        VARCHAR(1000) NULL,         -- what was corrected, or why it was withdrawn
	PRIMARY KEY (advisory_id, number),
	UNIQUE KEY revision_reference (reference, number),
	KEY revision_by_age (first_at, advisory_id),
	KEY revision_by_change (published_at, advisory_id),
	KEY revision_by_kind (kind, first_at, advisory_id),
	KEY revision_by_severity (severity, first_at, advisory_id),
	KEY revision_by_both (kind, severity, first_at, advisory_id),
	FOREIGN KEY (advisory_id) REFERENCES advisory (id)
);

CREATE TABLE IF NOT EXISTS advisory_revision_text (
	advisory_id  BIGINT UNSIGNED NOT NULL,
	number       SMALLINT UNSIGNED NOT NULL,
	language     VARCHAR(8)    NOT NULL,
	title        VARCHAR(200)  NOT NULL,
	summary      VARCHAR(1000) NOT NULL,
	body         MEDIUMTEXT    NOT NULL,
	PRIMARY KEY (advisory_id, number, language),
	FOREIGN KEY (advisory_id, number) REFERENCES advisory_revision (advisory_id, number) ON DELETE CASCADE
);

-- A revision in one language as a CSAF document: bytes that are given out as they
-- are, because their digests and their signature are of them.
CREATE TABLE IF NOT EXISTS advisory_document (
	advisory_id   BIGINT UNSIGNED NOT NULL,
	number        SMALLINT UNSIGNED NOT NULL,
	language      VARCHAR(8) NOT NULL,
	year          SMALLINT UNSIGNED NOT NULL, -- of its folder: when it was first published
	name          VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	published_at  DATETIME NOT NULL,
	first_at      DATETIME NOT NULL,
	bytes         MEDIUMBLOB NOT NULL,
	sha256        CHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	sha512        CHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	signature     MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL, -- OpenPGP, detached and armoured; NULL: not signed
	PRIMARY KEY (advisory_id, number, language),
	KEY document_by_name (year, name, number),
	KEY document_by_age (published_at, advisory_id),
	FOREIGN KEY (advisory_id, number) REFERENCES advisory_revision (advisory_id, number) ON DELETE CASCADE
);
