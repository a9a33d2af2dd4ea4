-- Setting up a team on its own pages: whether the public pages are open, and
-- which parts of it were saved how often.

ALTER TABLE team
	ADD COLUMN IF NOT EXISTS opened_at DATETIME NULL,  -- when the public pages were opened; NULL: they are closed
	ADD COLUMN IF NOT EXISTS version INT UNSIGNED NOT NULL DEFAULT 1 -- rises with every change of what pages show of the team
;

-- The team in parts, as they are saved: 'team', 'hours', 'texts-fr'. A part that
-- was never saved has no row.
CREATE TABLE IF NOT EXISTS team_section (
	name        VARCHAR(20) NOT NULL PRIMARY KEY,
	version     INT UNSIGNED NOT NULL,        -- a form of an older one does not overwrite
	changed_at  DATETIME NOT NULL,
	account_id  BIGINT UNSIGNED NULL,         -- who saved it last
	FOREIGN KEY (account_id) REFERENCES account (id)
);

-- A team that served before goes on, as it is.
UPDATE team SET opened_at = UTC_TIMESTAMP() WHERE opened_at IS NULL;
INSERT IGNORE INTO team_section (name, version, changed_at) SELECT 'hours', 1, UTC_TIMESTAMP() FROM team;
