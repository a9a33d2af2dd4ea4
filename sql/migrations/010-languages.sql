-- Which languages the pages are offered in, and which comes first, the team decides.
ALTER TABLE team
	ADD COLUMN IF NOT EXISTS languages VARCHAR(60) NOT NULL DEFAULT '' AFTER retention_months -- those of its pages, the first one first: 'fr,ar'; empty: all
;
