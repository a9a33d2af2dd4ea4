-- What waits for its time is kept apart from what is published.

-- What was approved and waits for its time: not among what is published, which everybody
-- may read, until a job puts it there. Its words are those of the advisory, which
-- nobody changes while it waits.
CREATE TABLE IF NOT EXISTS advisory_waiting (
	advisory_id  BIGINT UNSIGNED NOT NULL PRIMARY KEY,
	number       SMALLINT UNSIGNED NOT NULL,  -- of the revision that it will be
	written_at   DATETIME NOT NULL,
	out_at       DATETIME NOT NULL,
	score        SMALLINT NULL,               -- CVSS in tenths
	KEY waiting_out (out_at, advisory_id),
	FOREIGN KEY (advisory_id) REFERENCES advisory (id)
);

CREATE TABLE IF NOT EXISTS advisory_waiting_document (
	advisory_id  BIGINT UNSIGNED NOT NULL,
	language     VARCHAR(8) NOT NULL,
	year         SMALLINT UNSIGNED NOT NULL,
	name         VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	first_at     DATETIME NOT NULL,
	bytes        MEDIUMBLOB NOT NULL,
	sha256       CHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	sha512       CHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	PRIMARY KEY (advisory_id, language),
	FOREIGN KEY (advisory_id) REFERENCES advisory_waiting (advisory_id) ON DELETE CASCADE
);

INSERT IGNORE INTO advisory_waiting (advisory_id, number, written_at, out_at, score)
	SELECT advisory_id, number, written_at, published_at, score FROM advisory_revision
	 WHERE published_at > UTC_TIMESTAMP() AND published_at > written_at;
INSERT IGNORE INTO advisory_waiting_document
	SELECT document.advisory_id, language, year, name, first_at, bytes, sha256, sha512
	  FROM advisory_document AS document
	  JOIN advisory_waiting AS waiting ON waiting.advisory_id = document.advisory_id
	   AND waiting.number = document.number;
DELETE advisory_revision FROM advisory_revision
	JOIN advisory_waiting AS waiting ON waiting.advisory_id = advisory_revision.advisory_id
	 AND waiting.number = advisory_revision.number;
-- No longer so: may lie ahead
DROP PROCEDURE IF EXISTS advisory_call_off;

-- With which key a document was signed.
ALTER TABLE advisory_document ADD COLUMN IF NOT EXISTS
	signer        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL  -- fingerprint of the key that made it
	AFTER signature;

-- Figures from which small ones could be worked out are told no more.
UPDATE statistic SET reports = NULL WHERE reports < 5;
UPDATE statistic SET met = NULL WHERE met < 5 OR due - met < 5;
