-- What `belfry migrate` last put in beside tables.

-- 'rights': the digest of the procedures and grants. A program that carries
-- others asks for `belfry migrate`.
CREATE TABLE IF NOT EXISTS carried (
	name         VARCHAR(20) NOT NULL PRIMARY KEY,
	fingerprint  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
);
