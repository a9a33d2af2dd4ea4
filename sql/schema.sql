-- The database as it stands, to be read from top to bottom. It is the sum of
-- migrations/; a test builds both and compares. Every statement here and in a
-- migration can be run twice, so that one that was killed half way goes on.
--
-- Moments are UTC (DATETIME); digests are hexadecimal SHA-256; words that a
-- rule depends on are rows with foreign keys, so that a team can read them.

-- How far the schema has come. One row per migration.
CREATE TABLE IF NOT EXISTS migration (
	version      SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
	statements   SMALLINT UNSIGNED NOT NULL,  -- how many of its statements ran
	finished_at  DATETIME NULL                -- NULL: it was interrupted
);

-- 'rights': the digest of the procedures and grants. A program that carries
-- others asks for `belfry migrate`.
CREATE TABLE IF NOT EXISTS carried (
	name         VARCHAR(20) NOT NULL PRIMARY KEY,
	fingerprint  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
);


-- The team that this installation serves ------------------------------------

-- One row: who we are and how we are reached.
CREATE TABLE IF NOT EXISTS team (
	id               TINYINT UNSIGNED NOT NULL PRIMARY KEY CHECK (id = 1),
	code             VARCHAR(12)  NOT NULL,   -- begins every reference
	name             VARCHAR(200) NOT NULL,
	short_name       VARCHAR(40)  NOT NULL,
	country          VARCHAR(100) NOT NULL,
	zone             VARCHAR(64)  NOT NULL,   -- IANA name
	email            VARCHAR(254) NOT NULL,
	phone            VARCHAR(30)  NOT NULL,
	emergency_phone  VARCHAR(30)  NOT NULL,   -- when somebody is in danger
	address          VARCHAR(400) NOT NULL,
	privacy_contact  VARCHAR(254) NOT NULL,
	complaint_body   VARCHAR(400) NOT NULL,   -- who hears complaints about personal data
	retention_months SMALLINT UNSIGNED NOT NULL,
	languages        VARCHAR(60)  NOT NULL DEFAULT '', -- those of its pages, the first one first: 'fr,ar'; empty: all
	demo             BOOLEAN NOT NULL DEFAULT FALSE, -- a made-up team; may be filled with demo data
	opened_at        DATETIME NULL,           -- when the public pages were opened; NULL: they are closed
	version          INT UNSIGNED NOT NULL DEFAULT 1 -- rises with every change of what pages show of the team
);

-- What the team says about itself, once per language.
CREATE TABLE IF NOT EXISTS team_text (
	language  VARCHAR(8)  NOT NULL,
	name      VARCHAR(40) NOT NULL,           -- 'name', 'about', 'help_yes', 'help_no'
	value     TEXT        NOT NULL,
	PRIMARY KEY (language, name)
);

-- When the phone is answered and the clocks run, in the team's zone. Several
-- rows a day are possible; 24:00:00 is midnight at the end.
CREATE TABLE IF NOT EXISTS hours (
	weekday  TINYINT UNSIGNED NOT NULL CHECK (weekday BETWEEN 1 AND 7),  -- 1 is Monday
	opens    TIME NOT NULL,
	closes   TIME NOT NULL,
	PRIMARY KEY (weekday, opens),
	CHECK (opens < closes)
);

-- Days on which nobody is there although the hours say so.
CREATE TABLE IF NOT EXISTS holiday (
	day   DATE NOT NULL PRIMARY KEY,
	name  VARCHAR(100) NOT NULL
);

-- Other numbers that a frightened person may need first.
CREATE TABLE IF NOT EXISTS hotline (
	id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	position  SMALLINT NOT NULL,
	name      VARCHAR(100) NOT NULL,
	phone     VARCHAR(30)  NOT NULL,
	note      VARCHAR(200) NULL,
	category  VARCHAR(40)  NULL               -- shown first with this kind of report
);


-- People and how they sign in ------------------------------------------------

-- A body whose people we know: a ministry, a bank, a hospital, the team itself.
CREATE TABLE IF NOT EXISTS organisation (
	id      BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	name    VARCHAR(200) NOT NULL,
	sector  VARCHAR(40)  NULL,
	KEY organisation_name (name)
);

-- Somebody we know by name.
CREATE TABLE IF NOT EXISTS person (
	id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	name      VARCHAR(200) NOT NULL,
	language  VARCHAR(8)   NOT NULL DEFAULT 'en',
	phone     VARCHAR(30)  NULL
);

-- A person's place in an organisation.
CREATE TABLE IF NOT EXISTS membership (
	person_id        BIGINT UNSIGNED NOT NULL,
	organisation_id  BIGINT UNSIGNED NOT NULL,
	post             VARCHAR(100) NULL,
	PRIMARY KEY (person_id, organisation_id),
	FOREIGN KEY (person_id) REFERENCES person (id),
	FOREIGN KEY (organisation_id) REFERENCES organisation (id)
);

-- A way for a person to sign in. `version` rises with every change of password,
-- factor, role or state; sessions and links of an older version are dead.
CREATE TABLE IF NOT EXISTS account (
	id              BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	person_id       BIGINT UNSIGNED NOT NULL,
	email           VARCHAR(254) NOT NULL,    -- as people write it
	email_key       VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,  -- normalised; compared byte by byte
	password        VARCHAR(255) NULL,        -- argon2id, encoded; NULL until the invitation is used
	factor          VARCHAR(64)  NULL,        -- the second factor's secret, base32
	factor_set_at   DATETIME NULL,            -- NULL: not confirmed by a code yet
	factor_step     BIGINT UNSIGNED NOT NULL DEFAULT 0,  -- the last code's time step; an older one is a replay
	version         INT UNSIGNED NOT NULL DEFAULT 1,
	created_at      DATETIME NOT NULL,
	seen_at         DATETIME NULL,
	disabled_at     DATETIME NULL,
	UNIQUE KEY account_email (email_key),
	FOREIGN KEY (person_id) REFERENCES person (id)
);

-- What an account may be. Bits as in app/domain/may.h.
CREATE TABLE IF NOT EXISTS role (
	name      VARCHAR(20)  NOT NULL PRIMARY KEY,
	bit       INT UNSIGNED NOT NULL UNIQUE,
	label     VARCHAR(60)  NOT NULL,
	position  SMALLINT NOT NULL
);

CREATE TABLE IF NOT EXISTS account_role (
	account_id  BIGINT UNSIGNED NOT NULL,
	role        VARCHAR(20) NOT NULL,
	PRIMARY KEY (account_id, role),
	FOREIGN KEY (account_id) REFERENCES account (id),
	FOREIGN KEY (role) REFERENCES role (name)
);

-- The team in parts, as they are saved: 'team', 'hours', 'texts-fr'. A part that
-- was never saved has no row.
CREATE TABLE IF NOT EXISTS team_section (
	name        VARCHAR(20) NOT NULL PRIMARY KEY,
	version     INT UNSIGNED NOT NULL,        -- a form of an older one does not overwrite
	changed_at  DATETIME NOT NULL,
	account_id  BIGINT UNSIGNED NULL,         -- who saved it last
	FOREIGN KEY (account_id) REFERENCES account (id)
);

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

-- Somebody signed in somewhere. Only the digest of the cookie is known here.
CREATE TABLE IF NOT EXISTS session (
	id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	digest           CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	account_id       BIGINT UNSIGNED NOT NULL,
	account_version  INT UNSIGNED NOT NULL,
	factor_at        DATETIME NULL,           -- when the second factor was given
	agent            VARCHAR(200) NOT NULL,
	created_at       DATETIME NOT NULL,
	seen_at          DATETIME NOT NULL,
	idle_seconds     INT UNSIGNED NOT NULL,
	ends_at          DATETIME NOT NULL,       -- whatever happens
	revoked_at       DATETIME NULL,
	UNIQUE KEY session_digest (digest),
	KEY session_account (account_id, ends_at),
	KEY session_ends (ends_at),
	FOREIGN KEY (account_id) REFERENCES account (id)
);

-- An invitation or a way to a new password: one use, half an hour, one account
-- version.
CREATE TABLE IF NOT EXISTS credential_link (
	digest           CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
	kind             ENUM ('invite', 'password') NOT NULL,
	account_id       BIGINT UNSIGNED NOT NULL,
	account_version  INT UNSIGNED NOT NULL,
	created_at       DATETIME NOT NULL,
	ends_at          DATETIME NOT NULL,
	used_at          DATETIME NULL,
	KEY credential_link_ends (ends_at),
	FOREIGN KEY (account_id) REFERENCES account (id)
);

-- One-time codes on paper for a lost telephone.
CREATE TABLE IF NOT EXISTS recovery_code (
	account_id  BIGINT UNSIGNED NOT NULL,
	digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	used_at     DATETIME NULL,
	PRIMARY KEY (account_id, digest),
	FOREIGN KEY (account_id) REFERENCES account (id)
);

-- Tries of something that may not be tried often, counted before each try.
CREATE TABLE IF NOT EXISTS attempt (
	subject    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- keyed digest of what is tried against
	window_at  DATETIME NOT NULL,
	count      INT UNSIGNED NOT NULL,
	PRIMARY KEY (subject, window_at),
	KEY attempt_window (window_at)
);

-- A form that was sent after its session had ended, kept until its owner has
-- signed in again.
CREATE TABLE IF NOT EXISTS kept_form (
	digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
	account_id  BIGINT UNSIGNED NOT NULL,
	path        VARCHAR(300) NOT NULL,
	fields      MEDIUMTEXT   NOT NULL,        -- urlencoded, as it came
	ends_at     DATETIME NOT NULL,
	KEY kept_form_ends (ends_at),
	FOREIGN KEY (account_id) REFERENCES account (id)
);


-- Words with rules -------------------------------------------------------------

-- The kinds of ticket; each has its own lifecycle.
CREATE TABLE IF NOT EXISTS kind (
	name      VARCHAR(20) NOT NULL PRIMARY KEY,
	label     VARCHAR(60) NOT NULL,
	position  SMALLINT NOT NULL
);

-- The states of a kind. `plain` is what the reporter reads.
CREATE TABLE IF NOT EXISTS state (
	kind      VARCHAR(20)  NOT NULL,
	name      VARCHAR(20)  NOT NULL,
	label     VARCHAR(60)  NOT NULL,
	plain     VARCHAR(200) NOT NULL,
	position  SMALLINT NOT NULL,
	first     BOOLEAN NOT NULL DEFAULT FALSE, -- where a ticket of this kind begins
	closed    BOOLEAN NOT NULL DEFAULT FALSE, -- nobody works on it any more
	PRIMARY KEY (kind, name),
	FOREIGN KEY (kind) REFERENCES kind (name)
);

-- From which state to which; anything else is refused.
CREATE TABLE IF NOT EXISTS transition (
	kind        VARCHAR(20) NOT NULL,
	from_state  VARCHAR(20) NOT NULL,
	to_state    VARCHAR(20) NOT NULL,
	label       VARCHAR(60) NOT NULL,         -- what the button says
	position    SMALLINT NOT NULL,
	PRIMARY KEY (kind, from_state, to_state),
	FOREIGN KEY (kind, from_state) REFERENCES state (kind, name),
	FOREIGN KEY (kind, to_state) REFERENCES state (kind, name)
);

-- How urgent, and how long the first human answer may take in open hours.
CREATE TABLE IF NOT EXISTS priority (
	name             VARCHAR(20) NOT NULL PRIMARY KEY,
	label            VARCHAR(60) NOT NULL,
	position         SMALLINT NOT NULL,
	answer_minutes   INT UNSIGNED NOT NULL,
	around_the_clock BOOLEAN NOT NULL DEFAULT FALSE  -- the clock does not wait for the morning
);

-- FIRST Traffic Light Protocol 2.0.
CREATE TABLE IF NOT EXISTS tlp (
	name      VARCHAR(12) NOT NULL PRIMARY KEY,
	label     VARCHAR(20) NOT NULL,
	position  SMALLINT NOT NULL
);

-- How it came to us.
CREATE TABLE IF NOT EXISTS channel (
	name      VARCHAR(20) NOT NULL PRIMARY KEY,
	label     VARCHAR(60) NOT NULL,
	position  SMALLINT NOT NULL
);

-- ENISA Reference Security Incident Taxonomy.
CREATE TABLE IF NOT EXISTS rsit_class (
	name      VARCHAR(40)  NOT NULL PRIMARY KEY,
	label     VARCHAR(100) NOT NULL,
	position  SMALLINT NOT NULL
);

CREATE TABLE IF NOT EXISTS rsit_type (
	class        VARCHAR(40)  NOT NULL,
	name         VARCHAR(60)  NOT NULL,
	label        VARCHAR(100) NOT NULL,
	position     SMALLINT NOT NULL,
	PRIMARY KEY (class, name),
	FOREIGN KEY (class) REFERENCES rsit_class (name)
);

-- What the reporter chooses, and how staff first see it.
CREATE TABLE IF NOT EXISTS category (
	name        VARCHAR(40)  NOT NULL PRIMARY KEY,
	label       VARCHAR(120) NOT NULL,
	rsit_class  VARCHAR(40)  NOT NULL,
	rsit_type   VARCHAR(60)  NOT NULL,
	tag         VARCHAR(40)  NULL,
	priority    VARCHAR(20)  NOT NULL,
	position    SMALLINT NOT NULL,
	FOREIGN KEY (rsit_class, rsit_type) REFERENCES rsit_type (class, name),
	FOREIGN KEY (priority) REFERENCES priority (name)
);

-- What a country is called, in each language.
CREATE TABLE IF NOT EXISTS country_name (
	code      CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- ISO 3166-1
	language  VARCHAR(8)   NOT NULL,
	name      VARCHAR(100) NOT NULL,
	PRIMARY KEY (code, language)
);


-- Tickets --------------------------------------------------------------------------

-- One conversation with one correspondent.
CREATE TABLE IF NOT EXISTS ticket (
	id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	reference        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	kind             VARCHAR(20) NOT NULL,
	state            VARCHAR(20) NOT NULL,
	place            ENUM ('open', 'held', 'closed', 'duplicate', 'spam') NOT NULL,  -- which list it is in
	subject          VARCHAR(200) NOT NULL,
	category         VARCHAR(40) NULL,
	rsit_class       VARCHAR(40) NULL,
	rsit_type        VARCHAR(60) NULL,
	priority         VARCHAR(20) NOT NULL,
	tlp              VARCHAR(12) NOT NULL,
	channel          VARCHAR(20) NOT NULL,
	language         VARCHAR(8)  NOT NULL,
	organisation_id  BIGINT UNSIGNED NULL,
	owner_id         BIGINT UNSIGNED NULL,    -- account of whoever has taken it
	opened_at        DATETIME NOT NULL,       -- full hours only where the reporter is anonymous
	due_at           DATETIME NOT NULL,       -- the first human answer
	clock_at         DATETIME NOT NULL,       -- due_at while it is awaited, else 9999-12-31
	answered_at      DATETIME NULL,
	changed_at       DATETIME NOT NULL,
	closed_at        DATETIME NULL,
	unread           BOOLEAN NOT NULL DEFAULT TRUE,   -- the reporter wrote since the team last did anything
	held             BOOLEAN NOT NULL DEFAULT FALSE,  -- came over budget; a person looks before it counts
	spam             BOOLEAN NOT NULL DEFAULT FALSE,
	duplicate_of_id  BIGINT UNSIGNED NULL,
	version          INT UNSIGNED NOT NULL DEFAULT 1, -- rises with every change; a form of an older one does not overwrite
	secret           CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- keyed digest of the follow-up secret
	form_key         CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,      -- one form, one ticket
	UNIQUE KEY ticket_reference (reference),
	UNIQUE KEY ticket_form_key (form_key),
	KEY ticket_by_age (place, id),
	KEY ticket_by_state (place, kind, state, id),
	KEY ticket_by_owner (place, owner_id, id),
	KEY ticket_by_priority (place, priority, id),
	KEY ticket_duplicates (duplicate_of_id),
	FOREIGN KEY (kind, state) REFERENCES state (kind, name),
	FOREIGN KEY (rsit_class, rsit_type) REFERENCES rsit_type (class, name),
	FOREIGN KEY (category) REFERENCES category (name),
	FOREIGN KEY (priority) REFERENCES priority (name),
	FOREIGN KEY (tlp) REFERENCES tlp (name),
	FOREIGN KEY (channel) REFERENCES channel (name),
	FOREIGN KEY (organisation_id) REFERENCES organisation (id),
	FOREIGN KEY (owner_id) REFERENCES account (id),
	FOREIGN KEY (duplicate_of_id) REFERENCES ticket (id)
);
CREATE INDEX IF NOT EXISTS ticket_by_clock ON ticket
	(place, clock_at, id DESC, owner_id, kind, state, priority);

-- Who wrote to us and how to answer. No row: nobody we can name.
CREATE TABLE IF NOT EXISTS ticket_contact (
	ticket_id     BIGINT UNSIGNED NOT NULL PRIMARY KEY,
	name          VARCHAR(200) NULL,
	email         VARCHAR(254) NULL,
	phone         VARCHAR(30)  NULL,
	organisation  VARCHAR(200) NULL,
	FOREIGN KEY (ticket_id) REFERENCES ticket (id)
);

-- The other answers of the report, as they were given.
CREATE TABLE IF NOT EXISTS ticket_answer (
	ticket_id  BIGINT UNSIGNED NOT NULL,
	field      VARCHAR(40) NOT NULL,
	value      MEDIUMTEXT NOT NULL,           -- several choices: words with commas
	PRIMARY KEY (ticket_id, field),
	FOREIGN KEY (ticket_id) REFERENCES ticket (id)
);

-- What was said, in order. A note stays inside the team.
CREATE TABLE IF NOT EXISTS message (
	id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	ticket_id   BIGINT UNSIGNED NOT NULL,
	direction   ENUM ('from_reporter', 'to_reporter', 'note') NOT NULL,
	account_id  BIGINT UNSIGNED NULL,         -- NULL: the reporter
	body        MEDIUMTEXT NOT NULL,
	written_at  DATETIME NOT NULL,
	KEY message_ticket (ticket_id, id),
	FOREIGN KEY (ticket_id) REFERENCES ticket (id),
	FOREIGN KEY (account_id) REFERENCES account (id)
);

-- A report being written; forgotten a day after the last answer. The key is the
-- digest of the cookie: whoever has no cookie has no draft.
CREATE TABLE IF NOT EXISTS draft (
	digest     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
	begun_at   DATETIME NOT NULL,
	ends_at    DATETIME NOT NULL,
	reference  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,  -- what it became
	sent_at    DATETIME NULL,
	KEY draft_ends (ends_at)
);

CREATE TABLE IF NOT EXISTS draft_answer (
	digest  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	field   VARCHAR(40) NOT NULL,
	value   MEDIUMTEXT NOT NULL,
	PRIMARY KEY (digest, field),
	FOREIGN KEY (digest) REFERENCES draft (digest) ON DELETE CASCADE
);


-- Advisories ---------------------------------------------------------------------

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
	sectors     SET ('government', 'energy', 'transport', 'banking', 'finance', 'health', 'water',
	            'digital', 'ict', 'space', 'post', 'waste', 'chemicals', 'food', 'manufacturing',
	            'online', 'research', 'other') NOT NULL DEFAULT '',  -- that it concerns; none: everybody
	reason      VARCHAR(1000) NULL,           -- what the next revision corrects
	digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- of all that a reader will see; reviews are bound to it
	version     INT UNSIGNED NOT NULL DEFAULT 1, -- rises with every change of the advisory
	created_at  DATETIME NOT NULL,
	changed_at  DATETIME NOT NULL,
	withdrawal  VARCHAR(1000) NULL,           -- why somebody asks that it is withdrawn; NULL: nobody does
	asked_by    BIGINT UNSIGNED NULL,         -- who asks
	UNIQUE KEY advisory_reference (reference),
	KEY advisory_by_state (state, id),
	KEY tlp (tlp),
	KEY advisory_by_asker (asked_by),
	FOREIGN KEY (tlp) REFERENCES tlp (name),
	CONSTRAINT advisory_asker FOREIGN KEY (asked_by) REFERENCES account (id)
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

-- What was published, number by number: the newest is what everybody reads. Rows are
-- added and never changed.
CREATE TABLE IF NOT EXISTS advisory_revision (
	advisory_id   BIGINT UNSIGNED NOT NULL,
	number        SMALLINT UNSIGNED NOT NULL, -- 1, 2, 3
	reference     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	written_at    DATETIME NOT NULL,
	published_at  DATETIME NOT NULL,
	first_at      DATETIME NOT NULL,          -- when number 1 was published
	withdrawn     BOOLEAN NOT NULL,
	kind          ENUM ('alert', 'advisory', 'note', 'vulnerability', 'awareness') NOT NULL,
	severity      ENUM ('low', 'medium', 'high', 'critical') NULL,
	score         SMALLINT NULL,              -- CVSS in tenths
	language      VARCHAR(8) NOT NULL,        -- that it was written in
	weaknesses    MEDIUMTEXT NOT NULL,
	products      MEDIUMTEXT NOT NULL,
	links         MEDIUMTEXT NOT NULL,
	sectors       SET ('government', 'energy', 'transport', 'banking', 'finance', 'health', 'water',
	              'digital', 'ict', 'space', 'post', 'waste', 'chemicals', 'food', 'manufacturing',
	              'online', 'research', 'other') NOT NULL DEFAULT '',  -- that it concerns; none: everybody
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
	signer        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,  -- fingerprint of the key that made it
	PRIMARY KEY (advisory_id, number, language),
	KEY document_by_name (year, name, number),
	KEY document_by_age (published_at, advisory_id),
	FOREIGN KEY (advisory_id, number) REFERENCES advisory_revision (advisory_id, number) ON DELETE CASCADE
);


-- What happened ----------------------------------------------------------------------

-- Everything that changed, by whom, when, from what to what: ids, states and
-- words, never free text or a person's data. Written with the change, never
-- altered.
CREATE TABLE IF NOT EXISTS event (
	id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	at          DATETIME NOT NULL,
	account_id  BIGINT UNSIGNED NULL,         -- NULL: a reporter, or the clock
	object      VARCHAR(20) NOT NULL,         -- 'ticket', 'account'
	object_id   BIGINT UNSIGNED NOT NULL,
	action      VARCHAR(30) NOT NULL,         -- 'opened', 'state', 'owner'
	from_value  VARCHAR(100) NULL,
	to_value    VARCHAR(100) NULL,
	KEY event_object (object, object_id, id)
);

-- Events, bound into a chain: each row covers a run of them and the row before
-- it, so that nothing of the past can be changed, removed or put in without
-- breaking it. Only the sealer writes here. `belfry verify` follows the chain.
CREATE TABLE IF NOT EXISTS seal (
	number       BIGINT UNSIGNED NOT NULL PRIMARY KEY,  -- 1, 2, 3, without a gap
	first_event  BIGINT UNSIGNED NOT NULL,  -- of a late one: its id, twice
	last_event   BIGINT UNSIGNED NOT NULL,
	events       INT UNSIGNED NOT NULL,
	missing      TEXT NOT NULL,             -- ids between the two that no event had: '7,11-13'
	late         BOOLEAN NOT NULL,          -- one event, seen after those around it were sealed
	sealed_at    DATETIME NOT NULL,
	digest       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- of the row, its events and the digest before
	KEY seal_late (late, first_event)
);


-- Lists ---------------------------------------------------------------------------------

-- A list that people subscribe to.
CREATE TABLE IF NOT EXISTS list (
	id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	name        VARCHAR(100) NOT NULL,
	open        BOOLEAN NOT NULL,             -- anybody may ask; else those whom a lead invites
	advisories  BOOLEAN NOT NULL,             -- carries what is published as an advisory
	tlp         VARCHAR(12) NOT NULL,         -- the strictest label that it carries
	made_at     DATETIME NOT NULL,
	ended_at    DATETIME NULL,                -- nothing is sent to it from then on
	version     INT UNSIGNED NOT NULL DEFAULT 1,  -- a form of an older one does not overwrite
	FOREIGN KEY (tlp) REFERENCES tlp (name)
);

CREATE TABLE IF NOT EXISTS list_text (
	list_id   INT UNSIGNED NOT NULL,
	language  VARCHAR(8) NOT NULL,
	value     VARCHAR(600) NOT NULL,          -- what it is for
	PRIMARY KEY (list_id, language),
	FOREIGN KEY (list_id) REFERENCES list (id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS subscription (
	id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	list_id       INT UNSIGNED NOT NULL,
	email         VARCHAR(254) NULL,          -- NULL: forgotten, a while after it ended
	email_key     VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,  -- by which the same mailbox is known
	language      VARCHAR(8) NOT NULL,
	kinds         SET ('alert', 'advisory', 'note', 'vulnerability', 'awareness') NOT NULL DEFAULT '',  -- none: all
	severity      ENUM ('low', 'medium', 'high', 'critical') NULL,  -- from which on; NULL: all
	sectors       SET ('government', 'energy', 'transport', 'banking', 'finance', 'health', 'water',
	              'digital', 'ict', 'space', 'post', 'waste', 'chemicals', 'food', 'manufacturing',
	              'online', 'research', 'other') NOT NULL DEFAULT '',  -- none: all
	pace          ENUM ('at_once', 'daily', 'weekly') NOT NULL DEFAULT 'at_once',
	state         ENUM ('asked', 'confirmed', 'paused', 'left', 'removed') NOT NULL,  -- paused: its mail came back
	seed          VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- what its links are made from
	digest        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- of what its links end with
	asked_at      DATETIME NOT NULL,
	confirmed_at  DATETIME NULL,
	ended_at      DATETIME NULL,              -- left, removed or paused
	invited_by    BIGINT UNSIGNED NULL,       -- NULL: asked for it
	bounces       SMALLINT UNSIGNED NOT NULL DEFAULT 0,  -- mails that came back, since one was confirmed
	bounced_at    DATETIME NULL,
	collects_at   DATETIME NULL,              -- when what is kept for it goes out together
	UNIQUE KEY subscription_mailbox (list_id, email_key),
	UNIQUE KEY subscription_digest (digest),
	KEY subscription_by_state (list_id, state, id),
	KEY subscription_ended (state, ended_at),
	KEY subscription_asked (state, asked_at),
	KEY subscription_collects (collects_at),
	FOREIGN KEY (list_id) REFERENCES list (id),
	FOREIGN KEY (invited_by) REFERENCES account (id)
);

-- Something that goes to a list: an advisory, or a warning written for it.
CREATE TABLE IF NOT EXISTS mailing (
	id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	list_id      INT UNSIGNED NOT NULL,
	advisory_id  BIGINT UNSIGNED NULL,        -- NULL: a warning, whose words are in mailing_text
	number       SMALLINT UNSIGNED NULL,      -- of the advisory's revision
	tlp          VARCHAR(12) NOT NULL,
	kind         ENUM ('alert', 'advisory', 'note', 'vulnerability', 'awareness') NOT NULL,
	severity     ENUM ('low', 'medium', 'high', 'critical') NULL,
	sectors      SET ('government', 'energy', 'transport', 'banking', 'finance', 'health', 'water',
	             'digital', 'ict', 'space', 'post', 'waste', 'chemicals', 'food', 'manufacturing',
	             'online', 'research', 'other') NOT NULL DEFAULT '',  -- whom it concerns; none: all
	language     VARCHAR(8) NOT NULL,         -- that it was written in
	state        ENUM ('draft', 'sending', 'sent', 'stopped', 'discarded') NOT NULL,
	written_by   BIGINT UNSIGNED NULL,        -- NULL: it is an advisory
	sent_by      BIGINT UNSIGNED NULL,
	reason       VARCHAR(1000) NULL,          -- why its writer sent it without a second person
	made_at      DATETIME NOT NULL,
	begun_at     DATETIME NULL,               -- of those who had confirmed by then
	ended_at     DATETIME NULL,
	reached      BIGINT UNSIGNED NOT NULL DEFAULT 0,  -- the subscription up to which it was given out
	given        INT UNSIGNED NOT NULL DEFAULT 0,     -- to how many
	version      INT UNSIGNED NOT NULL DEFAULT 1,     -- a form of an older one does not overwrite
	UNIQUE KEY mailing_once (list_id, advisory_id, number),
	KEY mailing_by_state (state, id),
	FOREIGN KEY (list_id) REFERENCES list (id),
	FOREIGN KEY (advisory_id, number) REFERENCES advisory_revision (advisory_id, number),
	FOREIGN KEY (tlp) REFERENCES tlp (name),
	FOREIGN KEY (written_by) REFERENCES account (id),
	FOREIGN KEY (sent_by) REFERENCES account (id)
);
CREATE INDEX IF NOT EXISTS mailing_by_list ON mailing (list_id, id);

CREATE TABLE IF NOT EXISTS mailing_text (
	mailing_id  BIGINT UNSIGNED NOT NULL,
	language    VARCHAR(8) NOT NULL,
	title       VARCHAR(200) NOT NULL,
	body        TEXT NOT NULL,
	PRIMARY KEY (mailing_id, language),
	FOREIGN KEY (mailing_id) REFERENCES mailing (id) ON DELETE CASCADE
);

-- Who received what: one row for each of them, however often a process was killed.
CREATE TABLE IF NOT EXISTS delivery (
	mailing_id       BIGINT UNSIGNED NOT NULL,
	subscription_id  BIGINT UNSIGNED NOT NULL,
	state            ENUM ('kept', 'waiting', 'sent', 'failed', 'returned') NOT NULL,  -- kept: it goes out with others
	outbox_id        BIGINT UNSIGNED NULL,    -- the mail, which is forgotten sooner; NULL: none yet
	at               DATETIME NOT NULL,       -- of that state
	PRIMARY KEY (mailing_id, subscription_id),
	KEY delivery_by_state (mailing_id, state, subscription_id),
	KEY delivery_kept (subscription_id, state, mailing_id),
	KEY delivery_mail (outbox_id),
	FOREIGN KEY (mailing_id) REFERENCES mailing (id),
	FOREIGN KEY (subscription_id) REFERENCES subscription (id)
);


-- Mail out ---------------------------------------------------------------------------

-- Who gets a notice of every new report: people of the team, and addresses that
-- several of them read.
CREATE TABLE IF NOT EXISTS duty (
	id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	account_id  BIGINT UNSIGNED NULL,         -- one of the two
	email       VARCHAR(254) NULL,
	since_at    DATETIME NOT NULL,
	UNIQUE KEY duty_account (account_id),
	UNIQUE KEY duty_email (email),
	FOREIGN KEY (account_id) REFERENCES account (id),
	CHECK ((account_id IS NULL) <> (email IS NULL))
);


-- Events to which people are invited -------------------------------------------------

-- An event to which people are invited, as an open house.
CREATE TABLE IF NOT EXISTS occasion (
	id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	place          VARCHAR(300) NOT NULL,
	starts_at      DATETIME NOT NULL,
	ends_at        DATETIME NOT NULL,
	answer_until   DATETIME NOT NULL,         -- who has answered may change it later
	places         SMALLINT UNSIGNED NULL,    -- NULL: for all who come
	shown          BOOLEAN NOT NULL,          -- everybody reads of it
	made_at        DATETIME NOT NULL,
	reminded_at    DATETIME NULL,
	called_off_at  DATETIME NULL,
	erased_at      DATETIME NULL,             -- nobody knows any more who was invited; the numbers stay
	invited        SMALLINT UNSIGNED NULL,
	said_yes       SMALLINT UNSIGNED NULL,
	people         INT UNSIGNED NULL,         -- that those who said yes wanted to come with
	said_maybe     SMALLINT UNSIGNED NULL,
	said_no        SMALLINT UNSIGNED NULL,
	version        INT UNSIGNED NOT NULL DEFAULT 1, -- a form of an older one does not overwrite
	KEY occasion_start (starts_at, id),
	KEY occasion_end (erased_at, ends_at)
);

-- What it is called and what happens there, once per language.
CREATE TABLE IF NOT EXISTS occasion_text (
	occasion_id  INT UNSIGNED NOT NULL,
	language     VARCHAR(8) NOT NULL,
	title        VARCHAR(150) NOT NULL,
	words        VARCHAR(2000) NULL,
	PRIMARY KEY (occasion_id, language),
	FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE CASCADE
);

-- Somebody who was invited by mail. The link in it is made from the seed and the
-- key of the installation: neither is enough without the other.
CREATE TABLE IF NOT EXISTS occasion_guest (
	id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	occasion_id  INT UNSIGNED NOT NULL,
	email        VARCHAR(254) NOT NULL,
	email_key    VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,  -- one spelling for one mailbox
	language     VARCHAR(8) NOT NULL,         -- of the letters
	seed         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	digest       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- keyed, of the link's token
	invited_at   DATETIME NOT NULL,
	answer       ENUM ('yes', 'maybe', 'no') NULL,
	people       TINYINT UNSIGNED NOT NULL DEFAULT 0, -- with whoever answered
	remark       VARCHAR(200) NULL,
	answered_at  DATETIME NULL,
	UNIQUE KEY guest_mailbox (occasion_id, email_key),
	UNIQUE KEY guest_digest (digest),
	KEY guest_answers (occasion_id, answer, people),
	FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE CASCADE
);


-- Mail out ---------------------------------------------------------------------------

-- A mail, written with the event that it tells of. Its words are made from this
-- row when it is sent: nothing that anybody wrote is in it, and no secret.
CREATE TABLE IF NOT EXISTS outbox (
	id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	kind           ENUM ('received', 'answered', 'arrived', 'invite', 'password',
	               'told_password', 'told_factor', 'told_roles', 'told_half_in', 'publishing',
	               'subscription', 'bulletin', 'collected',
	               'guest_invited', 'guest_reminded', 'guest_changed', 'guest_called_off') NOT NULL,
	ticket_id      BIGINT UNSIGNED NULL,
	held           BOOLEAN NOT NULL DEFAULT FALSE,  -- as its ticket is
	account_id     BIGINT UNSIGNED NULL,      -- whose link it is, or who is on duty
	subscription_id BIGINT UNSIGNED NULL,     -- whose mail of a list it is
	mailing_id     BIGINT UNSIGNED NULL,      -- what it brings; NULL: what was kept, or no mail of a list
	bulk           BOOLEAN NOT NULL DEFAULT FALSE,  -- it leaves when nothing else has to
	guest_id       BIGINT UNSIGNED NULL,      -- who is invited to an event
	recipient      VARCHAR(254) NOT NULL,
	language       VARCHAR(8) NOT NULL,
	message_id     VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- the same at each try
	made_at        DATETIME NOT NULL,         -- also its Date
	ends_at        DATETIME NOT NULL,         -- too late to be sent
	state          ENUM ('waiting', 'sent', 'given_up', 'stopped') NOT NULL DEFAULT 'waiting',
	next_at        DATETIME NOT NULL,         -- the next try
	claimed_until  DATETIME NULL,             -- a process is trying, or was killed while it did
	tries          SMALLINT UNSIGNED NOT NULL DEFAULT 0,
	tried_at       DATETIME NULL,
	answer         VARCHAR(200) NULL,         -- what the mail server said last, without addresses
	ended_at       DATETIME NULL,             -- sent, given up or stopped
	UNIQUE KEY outbox_message (message_id),
	KEY outbox_by_state (state, id),
	KEY outbox_ended (ended_at),
	KEY outbox_ticket (ticket_id, kind),
	FOREIGN KEY (ticket_id) REFERENCES ticket (id),
	FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX IF NOT EXISTS outbox_recipient ON outbox (recipient, kind, made_at, held);
ALTER TABLE outbox ADD FOREIGN KEY IF NOT EXISTS outbox_subscription (subscription_id)
	REFERENCES subscription (id) ON DELETE SET NULL;
CREATE INDEX IF NOT EXISTS outbox_due ON outbox (state, bulk, next_at);
ALTER TABLE outbox ADD CONSTRAINT outbox_guest FOREIGN KEY IF NOT EXISTS (guest_id)
	REFERENCES occasion_guest (id) ON DELETE CASCADE;

-- Mail to lists that came back, as it came: whose mail it was says the address that it
-- came to.
CREATE TABLE IF NOT EXISTS returned (
	id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	outbox_id  BIGINT UNSIGNED NOT NULL,      -- the mail, which may be forgotten already
	came_at    DATETIME NOT NULL,
	read_at    DATETIME NULL,
	counted    BOOLEAN NOT NULL DEFAULT FALSE,  -- it said that the mail reached nobody
	bytes      MEDIUMBLOB NOT NULL,
	KEY returned_unread (read_at, id),
	KEY returned_came (came_at),
	KEY returned_mail (outbox_id, counted)
);


-- The team's keys ---------------------------------------------------------------------

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

-- A PDF that `belfry work` drew of something published: all of it is public.
CREATE TABLE IF NOT EXISTS printed (
	kind      ENUM ('profile', 'flyer') NOT NULL,
	number    INT UNSIGNED NOT NULL,          -- of the profile's version; 0: there is one only
	language  VARCHAR(8) NOT NULL,
	source    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- digest of what it was drawn of
	body      MEDIUMBLOB NOT NULL,
	sha256    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	pages     SMALLINT UNSIGNED NOT NULL,
	made_at   DATETIME NOT NULL,
	PRIMARY KEY (kind, number, language)
);

-- One that could not be drawn, until it can.
CREATE TABLE IF NOT EXISTS printing (
	kind      ENUM ('profile', 'flyer') NOT NULL,
	number    INT UNSIGNED NOT NULL,
	language  VARCHAR(8) NOT NULL,
	source    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	failed    ENUM ('program', 'broken', 'long') NOT NULL,  -- 'long': it has more pages than it may
	tries     SMALLINT UNSIGNED NOT NULL,
	tried_at  DATETIME NOT NULL,
	next_at   DATETIME NOT NULL,
	PRIMARY KEY (kind, number, language)
);


-- Statistics --------------------------------------------------------------------------

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


-- Files ------------------------------------------------------------------------------

-- A file that somebody sent, or is about to send with a form. Its bytes are in
-- attachment_part. Never altered once it was sent.
CREATE TABLE IF NOT EXISTS attachment (
	id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	holder      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,  -- digest of the secret that has it until it is sent
	ticket_id   BIGINT UNSIGNED NULL,         -- NULL: not sent yet
	message_id  BIGINT UNSIGNED NULL,         -- what it was sent with
	account_id  BIGINT UNSIGNED NULL,         -- NULL: the reporter
	name        VARCHAR(200) NOT NULL,        -- as it came, made safe
	declared    VARCHAR(100) NOT NULL,        -- the type that the browser said; may be empty
	sniffed     VARCHAR(100) NOT NULL DEFAULT 'unknown',  -- the type that it looks like
	size        INT UNSIGNED NOT NULL DEFAULT 0,
	sha256      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',  -- empty: still arriving
	stored_at   DATETIME NOT NULL,            -- the moment of its message, once it is sent
	ends_at     DATETIME NULL,                -- forgotten then, unless it is sent or its draft goes on
	KEY attachment_holder (holder),
	KEY attachment_ticket (ticket_id, id),
	KEY attachment_ends (ends_at, size),
	FOREIGN KEY (ticket_id) REFERENCES ticket (id),
	FOREIGN KEY (message_id) REFERENCES message (id),
	FOREIGN KEY (account_id) REFERENCES account (id)
);

-- A mebibyte of it, or what is left at the end.
CREATE TABLE IF NOT EXISTS attachment_part (
	attachment_id  BIGINT UNSIGNED NOT NULL,
	number         SMALLINT UNSIGNED NOT NULL,  -- from 0
	bytes          MEDIUMBLOB NOT NULL,
	PRIMARY KEY (attachment_id, number),
	FOREIGN KEY (attachment_id) REFERENCES attachment (id) ON DELETE CASCADE
);


-- What it offers, with whom, and how such a team is built -----------------------------

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
	version  INT UNSIGNED NOT NULL DEFAULT 1, -- a form of an older one does not overwrite
	KEY partner_in_order (kind, name)
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


-- What others know of weaknesses -----------------------------------------------------

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


-- The announcement ------------------------------------------------------------------

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
