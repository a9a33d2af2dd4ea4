-- What the team gives its pages: a colour, and a logo; what is shown now and what was
-- before, two of each at most.
CREATE TABLE IF NOT EXISTS team_look (
	id       INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	part     ENUM ('colour', 'logo') NOT NULL,
	place    ENUM ('now', 'before') NOT NULL,
	colour   CHAR(7) CHARACTER SET ascii NULL, -- '#0f5c4d'
	type     ENUM ('svg', 'png') NULL,         -- of a logo
	content_digest CHAR(32) CHARACTER SET ascii NULL, -- part of its address
	width    SMALLINT UNSIGNED NULL,
	height   SMALLINT UNSIGNED NULL,
	content  MEDIUMBLOB NULL,                  -- read and found to be a picture and nothing else
	KEY by_digest (content_digest)
);
