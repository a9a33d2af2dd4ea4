-- That the team begins its work, as whoever stands behind it says so.

-- One row, made when somebody first writes it.
CREATE TABLE IF NOT EXISTS announcement (
	id           TINYINT UNSIGNED NOT NULL PRIMARY KEY,  -- 1
	sponsor      VARCHAR(200) NOT NULL,       -- who announces it: 'Ministry of Digital Affairs'
	state        ENUM ('draft', 'approved', 'out') NOT NULL,
	out_at       DATETIME NULL,               -- from when on everybody may read it
	version      INT UNSIGNED NOT NULL DEFAULT 1,  -- rises with every change
	approved_by  BIGINT UNSIGNED NULL,
	approved_at  DATETIME NULL,
	reason       VARCHAR(400) NULL,           -- why its writer approved it without a second person
	changed_at   DATETIME NOT NULL,
	FOREIGN KEY (approved_by) REFERENCES account (id),
	CHECK (id = 1)
);

CREATE TABLE IF NOT EXISTS announcement_text (
	language  VARCHAR(8) NOT NULL PRIMARY KEY,
	title     VARCHAR(200) NOT NULL,
	body      TEXT NOT NULL
);
