-- The list of what is published as an advisory is there from the beginning.
-- What is marked /*t*/ is translated where it is shown.

INSERT IGNORE INTO list (id, name, open, advisories, tlp, made_at) VALUES
	(1, /*t*/ 'Advisories', TRUE, TRUE, 'clear', '2026-11-22 00:00:00');
