/* The table of settings: each with its kind, its default, and what it is for. */
#include "base/setting.h"

#include "base/settings.h"

/* Where `make install` put our files; the Makefile says it. */
#ifndef BELFRY_SHARE
#define BELFRY_SHARE "/usr/share/belfry"
#endif
#ifndef BELFRY_ETC
#define BELFRY_ETC "/etc/belfry"
#endif

#define SETTING(name, kind, otherwise, paragraph) \
	{ #name, kind, offsetof(struct settings, name), otherwise, 0, 0, paragraph }
#define SETTING_NUMBER(name, otherwise, min, max, paragraph) \
	{ #name, NUMBER, offsetof(struct settings, name), otherwise, min, max, paragraph }

const struct setting settings_table[] = {
	SETTING(address, ADDRESS, NULL,
		"How people reach this installation, as in their browser's address "
		"line, without a slash at the end. It stands in mails and in files "
		"for machines. Has to be set."),
	SETTING(hosts, HOSTS, "",
		"Host names that are answered, comma between. Anything else is "
		"refused. Empty: the host of the address, and nothing else."),
	SETTING(languages, CODES, "en,ar,es,fr,ru,zh",
		"Languages that are installed, comma between, the first one first. "
		"Which of them the pages are in, and which comes first, the team "
		"says on its own page."),
	SETTING(runtime_folder, PATH, "/run/belfry",
		"Sockets and process numbers. The web server has to reach it. Keep it "
		"short: the path of a socket has at most 107 characters."),
	SETTING(templates_folder, PATH, BELFRY_SHARE "/templates",
		"The templates of the pages."),
	SETTING(static_folder, PATH, BELFRY_SHARE "/static",
		"What the web server gives out under /static: read once, so that "
		"pages name its present version."),
	SETTING(languages_folder, PATH, BELFRY_SHARE "/languages",
		"The compiled catalogues, as in fr/LC_MESSAGES/belfry.mo."),
	SETTING(sql_folder, PATH, BELFRY_SHARE "/sql",
		"Schema, migrations and reference data."),
	SETTING(key_file, PATH, BELFRY_ETC "/key",
		"The key of this installation: 32 random bytes or more, which only "
		"Belfry may read. Secrets of reporters and tokens of forms are bound "
		"to it: with another key they all stop working, so keep a copy where "
		"the backups are not."),
	SETTING(database_socket, PATH, "/run/mysqld/mysqld.sock",
		"The unix socket of MariaDB."),
	SETTING(database_name, NAME, "belfry",
		"The database to use."),
	SETTING(database_passwords, PATH, "",
		"A folder with one file per database user, each holding a password "
		"and readable only by the process that uses it. Empty: MariaDB knows "
		"the system users by itself (unix_socket)."),
	SETTING(backup_recipients, PATH, BELFRY_ETC "/backup.keys",
		"The public keys that backups are encrypted to, one on a line, as "
		"age-keygen prints them. The secret keys belong where this machine "
		"is not."),
	SETTING(backup_folder, PATH, "/var/lib/belfry-backup",
		"Where 'belfry backup' puts its files when it is told no other place. "
		"Copy them elsewhere: a backup beside the database burns with it."),
	SETTING_NUMBER(backups_kept, "14", 1, 10000,
		"How many backups stay in that folder. Older ones go when a newer "
		"one is complete."),
	SETTING_NUMBER(seal_after, "60", 0, 3600,
		"Seconds before what happened is sealed: longer than any piece of work "
		"takes."),
	SETTING(seal_anchors, PATH, "",
		"A file to note each seal in, best on another machine: the end of the "
		"chain can be cut off in the database, but not there. Each seal stands "
		"in the log as well. Empty: in the log alone."),
	SETTING_NUMBER(public_workers, "4", 1, 256,
		"Processes for everybody's pages. Each answers one request at a time."),
	SETTING_NUMBER(inside_workers, "4", 1, 256,
		"Processes for people who have signed in."),
	SETTING_NUMBER(requests_per_worker, "10000", 1, 1000000000,
		"After so many requests a worker is replaced by a fresh one."),
	SETTING_NUMBER(reports_per_address, "20", 1, 1000000,
		"Reports an hour from one network address, before further ones are "
		"held for review. They are never thrown away."),
	SETTING_NUMBER(reports_in_all, "500", 1, 100000000,
		"Reports an hour from everybody together, before further ones are "
		"held for review."),
	SETTING(mail_host, HOST, "",
		"The mail server that takes what Belfry sends: acknowledgements, "
		"notices of answers and of new reports, invitations. Empty: mail waits, "
		"and links for people who sign in are shown to whoever makes them."),
	SETTING_NUMBER(mail_port, "587", 1, 65535,
		"Its port: 587 with mail_tls = start, 465 with whole, 25 between "
		"servers."),
	SETTING(mail_tls, SECURITY, "start",
		"How mail is protected on its way to that server. start: by STARTTLS, "
		"and nothing is sent where the server has none. whole: from the first "
		"byte on. none: not at all, for a server on this machine only."),
	SETTING(mail_authorities, PATH, "",
		"A file with the certificates of the authorities that may vouch for "
		"that server. Empty: those of the system."),
	SETTING(mail_user, PRINTABLE, "",
		"The name with which to sign in there. Empty: without signing in."),
	SETTING(mail_password_file, PATH, "",
		"A file with the password for it, readable only by belfry work."),
	SETTING(mail_from, MAILBOX, "",
		"The address that mail comes from, and to which it is returned when it "
		"cannot be delivered. Empty: the team's own address."),
	SETTING(returns_address, MAILBOX, "",
		"Where mail to lists returns to when it cannot be delivered, as "
		"returns@cirt.example. The mail server hands what comes for it, and for "
		"returns+ANYTHING@cirt.example, to 'belfry mail-in', which counts it: an "
		"address whose mail comes back is no longer written to. Empty: as other "
		"mail."),
	SETTING_NUMBER(list_mails_a_minute, "300", 1, 100000,
		"Mails to lists in a minute, so that the mail server is not taken for "
		"a source of spam. All other mail goes before them."),
	SETTING_NUMBER(mail_seconds, "60", 1, 600,
		"How long the mail server may take for one mail, in seconds. Then the "
		"mail is tried again later."),
	SETTING_NUMBER(mail_kept_days, "14", 1, 3650,
		"Days after which a mail that was sent, given up or stopped is "
		"forgotten, with the address it went to."),
	SETTING_NUMBER(guests_kept_days, "30", 1, 3650,
		"Days after an event after which it is forgotten who was invited to "
		"it, with addresses and answers. How many came stays."),
	SETTING(signing_folder, PATH, "",
		"A folder of GnuPG (its home) with a secret key of the team that asks for "
		"no password, readable only by belfry work: with it the profile, "
		"security.txt and advisories are signed, and its public part is shown. "
		"To make one: gpg --homedir FOLDER --batch --passphrase '' "
		"--quick-gen-key 'TEAM <address>' future-default default 2y. Empty: "
		"nothing is signed."),
	SETTING(print_program, PROGRAM, "/usr/bin/weasyprint",
		"WeasyPrint, which draws the profile and the flyer as PDF for belfry "
		"work. Empty: there are no PDFs."),
	SETTING_NUMBER(drafts_per_address, "200", 1, 1000000,
		"Reports that may be begun in an hour from one network address. "
		"Whoever comes after that is asked to call, or to wait."),
	SETTING_NUMBER(drafts_in_all, "10000", 1, 100000000,
		"Reports that may be begun in an hour by everybody together."),
	SETTING_NUMBER(messages_per_address, "100", 1, 1000000,
		"Messages an hour from one network address on the follow-up page, "
		"before one has to wait. What was typed is kept."),
	SETTING_NUMBER(messages_in_all, "5000", 1, 100000000,
		"The same from everybody together."),
	SETTING_NUMBER(subscriptions_per_address, "20", 1, 1000000,
		"Subscriptions to lists that may be asked for in an hour from one "
		"network address."),
	SETTING_NUMBER(subscriptions_in_all, "2000", 1, 100000000,
		"The same by everybody together."),
	SETTING_NUMBER(files_most, "5", 1, 20,
		"Files that can be sent with one report, message or note."),
	SETTING_NUMBER(file_megabytes, "10", 1, 50,
		"The largest of them, in megabytes (of 1024 x 1024 bytes)."),
	SETTING_NUMBER(files_megabytes, "25", 1, 60,
		"All of them together, in megabytes. The web server's own limit "
		"(client_max_body_size) has to stay above it, so that it is Belfry "
		"that says what was too large, and keeps the form."),
	SETTING_NUMBER(upload_megabytes_per_address, "500", 1, 4000000,
		"Megabytes of files an hour from one network address. After that "
		"reports are taken without files."),
	SETTING_NUMBER(upload_megabytes_in_all, "10000", 1, 4000000,
		"The same from everybody together."),
	SETTING_NUMBER(unsent_megabytes, "2000", 1, 4000000,
		"Megabytes of files that were uploaded and not sent yet, of everybody "
		"together. They are forgotten after a day."),
	SETTING(disk_folder, PATH, "/var/lib/mysql",
		"A folder on the disk of the database, to see how much is free there. "
		"It need not be readable. Where it does not exist nobody looks."),
	SETTING_NUMBER(disk_reserve_megabytes, "5000", 0, 100000000,
		"Megabytes that have to stay free on that disk, or a tenth of it where "
		"that is less: below it no more files are taken, and reports still "
		"are. 0: nobody looks."),
	SETTING(demo, SWITCH, "no",
		"Yes: the demo may be loaded into this database. Its people and their "
		"passwords are known to everybody, so never where real reports "
		"arrive."),
};

const size_t settings_count = sizeof settings_table / sizeof settings_table[0];
