-- A warning that nobody sends is discarded, and can be taken up again; a list shows what
-- went to it.

ALTER TABLE mailing MODIFY state ENUM ('draft', 'sending', 'sent', 'stopped', 'discarded') NOT NULL;
CREATE INDEX IF NOT EXISTS mailing_by_list ON mailing (list_id, id);
