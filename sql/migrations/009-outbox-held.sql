-- How many notices went to somebody in an hour is counted in an index, without
-- looking at their tickets.
ALTER TABLE outbox ADD COLUMN IF NOT EXISTS
	held BOOLEAN NOT NULL DEFAULT FALSE  -- as its ticket is
	AFTER ticket_id;
UPDATE outbox JOIN ticket ON ticket.id = outbox.ticket_id AND ticket.held SET outbox.held = TRUE;
DROP INDEX IF EXISTS outbox_recipient ON outbox;
CREATE INDEX IF NOT EXISTS outbox_recipient ON outbox (recipient, kind, made_at, held);
