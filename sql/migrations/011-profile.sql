-- The profile (RFC 2350), the keys that the team shows, and files for machines.

-- What a country is called, in each language.
CREATE TABLE IF NOT EXISTS country_name (
	code      CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- ISO 3166-1
	language  VARCHAR(8)   NOT NULL,
	name      VARCHAR(100) NOT NULL,
	PRIMARY KEY (code, language)
);

-- An OpenPGP public key of the team, as it shows it to everybody. `belfry work`
-- reads what was pasted.
CREATE TABLE IF NOT EXISTS team_key (
	id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	state        ENUM ('arrived', 'good', 'refused') NOT NULL DEFAULT 'arrived',
	armored      MEDIUMTEXT NOT NULL,         -- as it was pasted; once read, as it is given out
	bytes        MEDIUMBLOB NULL,             -- the same without armour
	fingerprint  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,  -- hexadecimal digits
	algorithm    VARCHAR(40) NULL,            -- 'ed25519', 'rsa4096'
	owner        VARCHAR(300) NULL,           -- its first user id
	refused      VARCHAR(40) NULL,            -- why: 'unreadable', 'several', 'revoked'
	made_at      DATETIME NULL,
	expires_at   DATETIME NULL,               -- NULL: never
	encrypts     BOOLEAN NOT NULL DEFAULT FALSE, -- people can write with it in secret
	sha256       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,  -- of the bytes
	added_at     DATETIME NOT NULL,
	removed_at   DATETIME NULL                -- it is not shown any more
);

-- The mail addresses in it, each with the name under which mail programs ask for
-- it (Web Key Directory).
CREATE TABLE IF NOT EXISTS team_key_address (
	key_id   INT UNSIGNED NOT NULL,
	address  VARCHAR(254) NOT NULL,
	hash     CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- z-base-32 of SHA-1 of what stands before the @
	PRIMARY KEY (key_id, address),
	KEY team_key_address_hash (hash),
	FOREIGN KEY (key_id) REFERENCES team_key (id)
);


-- The profile (RFC 2350) ---------------------------------------------------------------

-- What the team has written for a section of it, in a language.
CREATE TABLE IF NOT EXISTS profile_text (
	section      VARCHAR(8) NOT NULL,         -- '4.2'
	language     VARCHAR(8) NOT NULL,
	value        TEXT NOT NULL,
	state        ENUM ('draft', 'translated', 'reviewed') NOT NULL,
	says         INT UNSIGNED NOT NULL DEFAULT 0,  -- a translation: the version of the text that it says; else 0
	version      INT UNSIGNED NOT NULL DEFAULT 1,  -- rises with every change
	changed_at   DATETIME NOT NULL,
	account_id   BIGINT UNSIGNED NULL,        -- who wrote it
	reviewer_id  BIGINT UNSIGNED NULL,        -- who has read it since, and is somebody else
	PRIMARY KEY (section, language),
	FOREIGN KEY (account_id) REFERENCES account (id),
	FOREIGN KEY (reviewer_id) REFERENCES account (id)
);

-- What was published. A version is never changed, and stays readable.
CREATE TABLE IF NOT EXISTS profile_version (
	number        INT UNSIGNED NOT NULL PRIMARY KEY,
	published_at  DATETIME NOT NULL,
	prevails      VARCHAR(8) NOT NULL,        -- the language that holds where two differ
	changes       VARCHAR(400) NOT NULL,      -- what is new, in a sentence
	sha256        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL  -- of the digests of its texts, by language
);

-- Who published it, and why although something spoke against it.
CREATE TABLE IF NOT EXISTS profile_release (
	number      INT UNSIGNED NOT NULL PRIMARY KEY,
	account_id  BIGINT UNSIGNED NULL,
	reason      VARCHAR(400) NULL,
	FOREIGN KEY (number) REFERENCES profile_version (number),
	FOREIGN KEY (account_id) REFERENCES account (id)
);

CREATE TABLE IF NOT EXISTS profile_version_section (
	number    INT UNSIGNED NOT NULL,
	language  VARCHAR(8) NOT NULL,
	position  SMALLINT NOT NULL,
	section   VARCHAR(8) NOT NULL,
	title     VARCHAR(200) NOT NULL,
	body      TEXT NOT NULL,
	said_in   VARCHAR(8) NOT NULL,            -- the language of the body
	PRIMARY KEY (number, language, position),
	FOREIGN KEY (number) REFERENCES profile_version (number)
);

-- The whole of it as plain text of 72 columns, and the same signed.
CREATE TABLE IF NOT EXISTS profile_version_text (
	number     INT UNSIGNED NOT NULL,
	language   VARCHAR(8) NOT NULL,
	body       MEDIUMTEXT NOT NULL,
	sha256     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	signed     MEDIUMTEXT NULL,               -- with the signature around it (RFC 9580, 7); NULL: not yet
	signed_at  DATETIME NULL,
	PRIMARY KEY (number, language),
	FOREIGN KEY (number) REFERENCES profile_version (number)
);

-- Files for machines that `belfry work` writes, and signs where it has a key.
CREATE TABLE IF NOT EXISTS machine_file (
	name     VARCHAR(40) NOT NULL PRIMARY KEY, -- 'security.txt'
	body     MEDIUMTEXT NOT NULL,
	signed   MEDIUMTEXT NULL,
	made_at  DATETIME NOT NULL,
	ends_at  DATETIME NOT NULL,               -- what the file says of itself
	signer   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL  -- fingerprint
);
