-- Keys of mailboxes are compared as they are: signs that letters are folded to are other
-- mailboxes.
ALTER TABLE subscription MODIFY
	email_key     VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL;
ALTER TABLE occasion_guest MODIFY
	email_key    VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL;
