-- What each database user may do: table by table, nothing more. Run again by
-- every `belfry migrate`, which first takes away what was given before.

-- The public door: what is published, filing a report, and procedures that want
-- the digest of a secret. It reads no ticket, message, draft, person or session.
GRANT SELECT ON migration TO belfry_public@localhost;
GRANT SELECT ON carried TO belfry_public@localhost;
GRANT SELECT ON team TO belfry_public@localhost;
GRANT SELECT ON team_text TO belfry_public@localhost;
GRANT SELECT ON hours TO belfry_public@localhost;
GRANT SELECT ON holiday TO belfry_public@localhost;
GRANT SELECT ON hotline TO belfry_public@localhost;
GRANT SELECT ON kind TO belfry_public@localhost;
GRANT SELECT ON state TO belfry_public@localhost;
GRANT SELECT ON transition TO belfry_public@localhost;
GRANT SELECT ON priority TO belfry_public@localhost;
GRANT SELECT ON rsit_class TO belfry_public@localhost;
GRANT SELECT ON rsit_type TO belfry_public@localhost;
GRANT SELECT ON category TO belfry_public@localhost;
GRANT INSERT ON ticket TO belfry_public@localhost;
GRANT INSERT ON ticket_contact TO belfry_public@localhost;
GRANT INSERT ON ticket_answer TO belfry_public@localhost;
GRANT INSERT ON message TO belfry_public@localhost;
GRANT INSERT ON event TO belfry_public@localhost;
GRANT INSERT ON attachment_part TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE draft_begin TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE draft_open TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE draft_lock TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE draft_answer TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE draft_sent TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE ticket_of_form TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE follow_open TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE follow_lock TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE follow_messages TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE follow_steps TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE follow_changed TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE outbox_received TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE outbox_arrived TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE file_begin TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE file_end TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE files_held TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE file_remove TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE files_unsent TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE files_sent_with_form TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE files_sent_with_message TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE follow_files TO belfry_public@localhost;
GRANT EXECUTE ON PROCEDURE follow_file_part TO belfry_public@localhost;

-- The inside: people who signed in. History can be added to, not changed.
GRANT SELECT ON migration TO belfry_inside@localhost;
GRANT SELECT ON carried TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE ON team TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON team_text TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE ON team_section TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON hours TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON holiday TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON hotline TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE ON organisation TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE ON person TO belfry_inside@localhost;
GRANT SELECT, INSERT, DELETE ON membership TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE ON account TO belfry_inside@localhost;
GRANT SELECT, INSERT, DELETE ON account_role TO belfry_inside@localhost;
GRANT SELECT ON role TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE ON session TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE ON credential_link TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE ON attempt TO belfry_inside@localhost;
GRANT SELECT, INSERT, DELETE ON kept_form TO belfry_inside@localhost;
GRANT SELECT ON kind TO belfry_inside@localhost;
GRANT SELECT ON state TO belfry_inside@localhost;
GRANT SELECT ON transition TO belfry_inside@localhost;
GRANT SELECT ON priority TO belfry_inside@localhost;
GRANT SELECT ON tlp TO belfry_inside@localhost;
GRANT SELECT ON channel TO belfry_inside@localhost;
GRANT SELECT ON rsit_class TO belfry_inside@localhost;
GRANT SELECT ON rsit_type TO belfry_inside@localhost;
GRANT SELECT ON category TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE ON ticket TO belfry_inside@localhost;
GRANT SELECT, INSERT ON ticket_contact TO belfry_inside@localhost;
GRANT SELECT, INSERT ON ticket_answer TO belfry_inside@localhost;
GRANT SELECT, INSERT ON message TO belfry_inside@localhost;
GRANT SELECT, INSERT ON event TO belfry_inside@localhost;
GRANT SELECT, INSERT, DELETE ON duty TO belfry_inside@localhost;
GRANT SELECT, INSERT, UPDATE ON outbox TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE ticket_of_form TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE outbox_received_of TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE outbox_received TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE outbox_arrived TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE outbox_answered TO belfry_inside@localhost;
GRANT SELECT ON attachment TO belfry_inside@localhost;
GRANT SELECT, INSERT ON attachment_part TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE ticket_of_form TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE file_begin TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE file_end TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE files_held TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE file_remove TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE files_unsent TO belfry_inside@localhost;
GRANT EXECUTE ON PROCEDURE files_sent_from_desk TO belfry_inside@localhost;

-- Jobs: they sweep what has ended, and send mail.
GRANT SELECT ON migration TO belfry_work@localhost;
GRANT SELECT ON carried TO belfry_work@localhost;
GRANT SELECT ON team TO belfry_work@localhost;
GRANT SELECT ON team_text TO belfry_work@localhost;
GRANT SELECT ON hours TO belfry_work@localhost;
GRANT SELECT ON holiday TO belfry_work@localhost;
GRANT SELECT ON hotline TO belfry_work@localhost;
GRANT SELECT, UPDATE, DELETE ON outbox TO belfry_work@localhost;
GRANT INSERT ON event TO belfry_work@localhost;
GRANT EXECUTE ON PROCEDURE outbox_letter TO belfry_work@localhost;
GRANT SELECT, DELETE ON draft TO belfry_work@localhost;
GRANT SELECT, DELETE ON draft_answer TO belfry_work@localhost;
GRANT SELECT, DELETE ON attachment TO belfry_work@localhost;
GRANT SELECT, DELETE ON session TO belfry_work@localhost;
GRANT SELECT, DELETE ON credential_link TO belfry_work@localhost;
GRANT SELECT, DELETE ON attempt TO belfry_work@localhost;
GRANT SELECT, DELETE ON kept_form TO belfry_work@localhost;

-- The sealer: it reads what happened and adds to the chain.
GRANT SELECT ON event TO belfry_seal@localhost;
GRANT SELECT, INSERT ON seal TO belfry_seal@localhost;

-- Backups: they read what has to outlive the machine, and so not what must not
-- come to life again with a backup: sessions, links, kept forms, attempts, and
-- drafts, which are promised to be forgotten after a day; nor mail, which would
-- leave once more; nor what `belfry migrate` says of itself.
GRANT SELECT ON migration TO belfry_backup@localhost;
GRANT SELECT ON team TO belfry_backup@localhost;
GRANT SELECT ON team_text TO belfry_backup@localhost;
GRANT SELECT ON hours TO belfry_backup@localhost;
GRANT SELECT ON holiday TO belfry_backup@localhost;
GRANT SELECT ON hotline TO belfry_backup@localhost;
GRANT SELECT ON duty TO belfry_backup@localhost;
GRANT SELECT ON organisation TO belfry_backup@localhost;
GRANT SELECT ON person TO belfry_backup@localhost;
GRANT SELECT ON membership TO belfry_backup@localhost;
GRANT SELECT ON account TO belfry_backup@localhost;
GRANT SELECT ON role TO belfry_backup@localhost;
GRANT SELECT ON account_role TO belfry_backup@localhost;
GRANT SELECT ON team_section TO belfry_backup@localhost;
GRANT SELECT ON recovery_code TO belfry_backup@localhost;
GRANT SELECT ON kind TO belfry_backup@localhost;
GRANT SELECT ON state TO belfry_backup@localhost;
GRANT SELECT ON transition TO belfry_backup@localhost;
GRANT SELECT ON priority TO belfry_backup@localhost;
GRANT SELECT ON tlp TO belfry_backup@localhost;
GRANT SELECT ON channel TO belfry_backup@localhost;
GRANT SELECT ON rsit_class TO belfry_backup@localhost;
GRANT SELECT ON rsit_type TO belfry_backup@localhost;
GRANT SELECT ON category TO belfry_backup@localhost;
GRANT SELECT ON ticket TO belfry_backup@localhost;
GRANT SELECT ON ticket_contact TO belfry_backup@localhost;
GRANT SELECT ON ticket_answer TO belfry_backup@localhost;
GRANT SELECT ON message TO belfry_backup@localhost;
GRANT SELECT ON attachment TO belfry_backup@localhost;
GRANT SELECT ON attachment_part TO belfry_backup@localhost;
GRANT SELECT ON event TO belfry_backup@localhost;
GRANT SELECT ON seal TO belfry_backup@localhost;
