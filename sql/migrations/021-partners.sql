-- The list of partners is as long as the team likes, page after page.
ALTER TABLE partner ADD KEY IF NOT EXISTS partner_in_order (kind, name);
