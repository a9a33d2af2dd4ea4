/* Technical settings: `name = value` lines of belfry.conf, read once at start.
 * What a team decides (name, hours, phones) is in the database instead. */
#ifndef BELFRY_BASE_SETTINGS_H
#define BELFRY_BASE_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

struct settings {
	const char *address;             /* https://cirt.example, no slash at the end */
	const char *hosts;               /* host names answered, comma between */
	const char *languages;           /* "en,ar,fr"; the first has no prefix */
	const char *runtime_folder;      /* sockets and pid files */
	const char *templates_folder;
	const char *static_folder;       /* given out by nginx; read for its version */
	const char *languages_folder;    /* compiled catalogues */
	const char *sql_folder;
	const char *key_file;            /* the installation's key */
	const char *database_socket;
	const char *database_name;
	const char *database_passwords;  /* folder with one file per user; empty: unix_socket */
	const char *backup_recipients;   /* public keys */
	const char *backup_folder;
	int64_t backups_kept;
	int64_t seal_after;              /* seconds */
	const char *seal_anchors;        /* a file; empty: none */
	int64_t public_workers;
	int64_t inside_workers;
	int64_t requests_per_worker;     /* then it is replaced by a fresh one */
	int64_t reports_per_address;     /* an hour, before they are held for review */
	int64_t reports_in_all;          /* an hour, before they are held for review */
	const char *mail_host;           /* the server that takes our mail; empty: none is sent */
	int64_t mail_port;
	const char *mail_tls;            /* "start", "whole", "none" */
	const char *mail_authorities;    /* a file of certificates; empty: the system's */
	const char *mail_user;           /* empty: without signing in */
	const char *mail_password_file;
	const char *mail_from;           /* an address; empty: the team's */
	int64_t mail_seconds;            /* that one try may take */
	const char *returns_address;     /* empty: mail to lists returns as all other */
	int64_t list_mails_a_minute;
	int64_t mail_kept_days;          /* then what was sent is forgotten */
	int64_t guests_kept_days;        /* after an event, who was invited to it is forgotten */
	const char *signing_folder;      /* GnuPG's, with the team's secret key; empty: nothing is signed */
	const char *print_program;       /* WeasyPrint; empty: there are no PDFs */
	int64_t drafts_per_address;      /* reports begun in an hour, before one has to wait */
	int64_t drafts_in_all;
	int64_t messages_per_address;    /* of reporters, an hour, before one has to wait */
	int64_t messages_in_all;
	int64_t subscriptions_per_address, subscriptions_in_all;   /* an hour */
	int64_t files_most;              /* files sent with one report or message */
	int64_t file_megabytes;          /* the largest of them */
	int64_t files_megabytes;         /* all of them together */
	int64_t upload_megabytes_per_address;   /* an hour, before no more files are taken */
	int64_t upload_megabytes_in_all;
	int64_t unsent_megabytes;        /* of everybody's files that are not sent yet */
	const char *disk_folder;         /* on the disk of the database */
	int64_t disk_reserve_megabytes;  /* stay free there; 0: nobody looks */
	bool demo;                       /* the demo may be loaded into this database */
};

/* Reads `path`. An unknown name, a wrong value or a missing one: false, and
 * `why` names the line. */
bool settings_read(const char *path, struct settings *, const char **why);

/* The same file once more, in the same process. */
bool settings_read_again(struct settings *, const char **why);

/* The example file, with every setting, its default and what it is for. */
void settings_print(void);

#endif
