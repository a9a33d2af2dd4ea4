-- The database users, one per process (see conf/systemd). Run once as MariaDB's
-- root, then `belfry migrate` grants table by table from sql/grants.sql:
--
--     mariadb < users.sql
--
-- Each is the system user of the same name, which MariaDB recognises by itself
-- over the unix socket: no passwords lie anywhere. (The private server of
-- `make run` has only one system user and gives them passwords instead.)

CREATE DATABASE IF NOT EXISTS belfry
	CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The door for everybody: may store a report, and read what its secret opens.
CREATE USER IF NOT EXISTS belfry_public@localhost  IDENTIFIED VIA unix_socket;
-- The door for people who signed in.
CREATE USER IF NOT EXISTS belfry_inside@localhost  IDENTIFIED VIA unix_socket;
-- Jobs.
CREATE USER IF NOT EXISTS belfry_work@localhost    IDENTIFIED VIA unix_socket;
-- Seals what happened.
CREATE USER IF NOT EXISTS belfry_seal@localhost    IDENTIFIED VIA unix_socket;
-- Changes the schema and grants; used only while `belfry migrate` runs.
CREATE USER IF NOT EXISTS belfry_migrate@localhost IDENTIFIED VIA unix_socket;
-- Reads everything, for backups.
CREATE USER IF NOT EXISTS belfry_backup@localhost  IDENTIFIED VIA unix_socket;

GRANT ALL PRIVILEGES ON belfry.* TO belfry_migrate@localhost WITH GRANT OPTION;
-- To take away what an earlier version granted, it reads what was.
GRANT SELECT ON mysql.tables_priv TO belfry_migrate@localhost;
GRANT SELECT ON mysql.procs_priv TO belfry_migrate@localhost;
