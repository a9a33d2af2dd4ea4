-- An advisory is withdrawn by two people.
ALTER TABLE advisory ADD COLUMN IF NOT EXISTS
	withdrawal  VARCHAR(1000) NULL            -- why somebody asks that it is withdrawn; NULL: nobody does
	AFTER changed_at;
ALTER TABLE advisory ADD COLUMN IF NOT EXISTS
	asked_by    BIGINT UNSIGNED NULL          -- who asks
	AFTER withdrawal;
ALTER TABLE advisory ADD KEY IF NOT EXISTS advisory_by_asker (asked_by);
ALTER TABLE advisory ADD FOREIGN KEY IF NOT EXISTS advisory_asker (asked_by) REFERENCES account (id);
