-- Figures of each quarter, for everybody.

-- Figures of a quarter that has ended, as they were made then and as everybody may
-- see them: what could point to somebody is NULL already.
CREATE TABLE IF NOT EXISTS statistic (
	quarter         CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,  -- '2026-3', in the team's zone
	reports         INT UNSIGNED NULL,        -- received; NULL: fewer than five
	due             INT UNSIGNED NULL,        -- first answers whose time was over in it
	met             INT UNSIGNED NULL,        -- of those, in time
	median_minutes  INT UNSIGNED NULL,        -- until the first answer, of those given
	made_at         DATETIME NOT NULL
);

CREATE TABLE IF NOT EXISTS statistic_class (
	quarter     CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	rsit_class  VARCHAR(40) NOT NULL,
	reports     INT UNSIGNED NULL,            -- NULL: not shown, because few or because another is few
	PRIMARY KEY (quarter, rsit_class),
	FOREIGN KEY (quarter) REFERENCES statistic (quarter),
	FOREIGN KEY (rsit_class) REFERENCES rsit_class (name)
);
