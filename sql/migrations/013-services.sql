-- What a team offers, after the catalogue of FIRST; whom it works with; and how
-- a project that builds a team runs.

-- FIRST CSIRT Services Framework 2.1: an area, by its number there.
CREATE TABLE IF NOT EXISTS service_area (
	id           TINYINT UNSIGNED NOT NULL PRIMARY KEY,
	label        VARCHAR(100) NOT NULL,
	description  VARCHAR(300) NOT NULL
);

-- A service of it. 61 is 6.1 there.
CREATE TABLE IF NOT EXISTS service (
	id           SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
	area_id      TINYINT UNSIGNED NOT NULL,
	label        VARCHAR(100) NOT NULL,
	description  VARCHAR(300) NOT NULL,
	FOREIGN KEY (area_id) REFERENCES service_area (id)
);

-- What a service consists of.
CREATE TABLE IF NOT EXISTS service_function (
	service_id  SMALLINT UNSIGNED NOT NULL,
	position    TINYINT UNSIGNED NOT NULL,    -- 2 is 6.1.2 there
	label       VARCHAR(100) NOT NULL,
	PRIMARY KEY (service_id, position),
	FOREIGN KEY (service_id) REFERENCES service (id)
);

-- What the team has decided about a service. No row: it is not offered.
CREATE TABLE IF NOT EXISTS service_offer (
	service_id  SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
	state       ENUM ('none', 'planned', 'running', 'stopped') NOT NULL,
	audience    ENUM ('everybody', 'constituents', 'government', 'essential', 'teams') NULL,
	hours       ENUM ('open', 'always', 'agreed') NULL,
	since_on    DATE NULL,                    -- of a planned one: from then on
	version     INT UNSIGNED NOT NULL DEFAULT 1, -- a form of an older one does not overwrite
	FOREIGN KEY (service_id) REFERENCES service (id)
);

-- The team's own words on a service, once per language.
CREATE TABLE IF NOT EXISTS service_text (
	service_id  SMALLINT UNSIGNED NOT NULL,
	language    VARCHAR(8) NOT NULL,
	value       VARCHAR(600) NOT NULL,
	PRIMARY KEY (service_id, language),
	FOREIGN KEY (service_id) REFERENCES service (id)
);

-- A team or body that this team works with; all of it is public.
CREATE TABLE IF NOT EXISTS partner (
	id       INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	name     VARCHAR(200) NOT NULL,
	kind     ENUM ('team', 'network', 'authority', 'police', 'academia', 'company', 'other') NOT NULL,
	url      VARCHAR(300) NULL,
	version  INT UNSIGNED NOT NULL DEFAULT 1  -- a form of an older one does not overwrite
);

-- What for, once per language.
CREATE TABLE IF NOT EXISTS partner_text (
	partner_id  INT UNSIGNED NOT NULL,
	language    VARCHAR(8) NOT NULL,
	value       VARCHAR(600) NOT NULL,
	PRIMARY KEY (partner_id, language),
	FOREIGN KEY (partner_id) REFERENCES partner (id) ON DELETE CASCADE
);

-- The framework by which ITU and a country build a team: its phases.
CREATE TABLE IF NOT EXISTS framework_phase (
	id       TINYINT UNSIGNED NOT NULL PRIMARY KEY,
	name     VARCHAR(20)  NOT NULL,           -- 'assessment'
	label    VARCHAR(60)  NOT NULL,
	purpose  VARCHAR(300) NOT NULL
);

-- What belongs to a phase, and whose it is.
CREATE TABLE IF NOT EXISTS framework_item (
	id        SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
	phase_id  TINYINT UNSIGNED NOT NULL,
	part      ENUM ('condition', 'activity', 'deliverable', 'acceptance', 'time') NOT NULL,
	party     ENUM ('itu', 'country', 'joint') NOT NULL, -- of a time: nobody's, 'joint'
	label     VARCHAR(200) NOT NULL,
	KEY framework_item_part (phase_id, part, party, id),
	FOREIGN KEY (phase_id) REFERENCES framework_phase (id)
);

-- The eight steps by which the SEI creates a team.
CREATE TABLE IF NOT EXISTS framework_step (
	id           TINYINT UNSIGNED NOT NULL PRIMARY KEY,
	label        VARCHAR(100) NOT NULL,
	description  VARCHAR(300) NOT NULL
);

-- In which phases a step falls.
CREATE TABLE IF NOT EXISTS framework_step_phase (
	step_id   TINYINT UNSIGNED NOT NULL,
	phase_id  TINYINT UNSIGNED NOT NULL,
	PRIMARY KEY (step_id, phase_id),
	FOREIGN KEY (step_id) REFERENCES framework_step (id),
	FOREIGN KEY (phase_id) REFERENCES framework_phase (id)
);
