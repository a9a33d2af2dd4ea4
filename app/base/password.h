/* Passwords as they are kept: argon2id with 19 MiB and two passes.
 *
 * A hash takes that memory and a good part of a tenth of a second, so there are
 * at most two at a time on the machine, whatever the number of processes. Who
 * waits longer than a second is told that it is busy. */
#ifndef BELFRY_BASE_PASSWORD_H
#define BELFRY_BASE_PASSWORD_H

enum password_limit {
	PASSWORD_BYTES  = 200,   /* longer ones are refused before any work */
	PASSWORD_HASHES = 2,     /* at a time on the machine */
	PASSWORD_WAIT   = 1000,  /* milliseconds for one's turn */
};

enum password_check { PASSWORD_WRONG, PASSWORD_RIGHT, PASSWORD_BUSY };

/* Once per process: the folder in which processes wait for each other. */
void password_open(const char *folder);

/* What to keep of a password; NULL: busy. */
const char *password_hash(const void *memory, const char *password);

/* `kept` NULL is nobody's password: the same work, and always wrong. */
enum password_check password_check(const char *kept, const char *password);

/* Hashes made by this process so far. */
unsigned password_hashes(void);

#endif
