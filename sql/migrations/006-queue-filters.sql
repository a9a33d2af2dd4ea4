-- A filter of the work in hand is decided in the index of its order, without
-- looking at the tickets that it leaves out.
DROP INDEX IF EXISTS ticket_by_clock ON ticket;
CREATE INDEX IF NOT EXISTS ticket_by_clock ON ticket
	(place, clock_at, id DESC, owner_id, kind, state, priority);
