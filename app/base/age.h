/* Files that only the owner of a key can read: the program age(1) makes and
 * opens them (age-encryption.org), as a child, and bytes go through it. An age
 * file is authenticated piece by piece, in its order and to its end, so nothing
 * of a file that was altered, cut or lengthened comes out as if it were good. */
#ifndef BELFRY_BASE_AGE_H
#define BELFRY_BASE_AGE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct age;

/* A secret key, held open as a file of this process's memory. */
struct age_key {
	int file;
	const char *recipient;      /* its public half; NULL: not known */
};

/* Copies a file of secret keys. False: `why` names it. */
bool age_key_read(const void *memory, const char *path, struct age_key *, const char **why);
/* A fresh pair, for this process alone. */
bool age_key_new(const void *memory, struct age_key *, const char **why);
void age_key_forget(struct age_key *);

/* What is written comes out at the file `to`, for every key of the file
 * `recipients`, and for `also` where not NULL. */
struct age *age_encrypt(const void *memory, const char *recipients, const char *also, int to);
/* What the file `from` holds, from where it stands now, comes out by age_read. */
struct age *age_decrypt(const void *memory, const struct age_key *, int from);

/* False: the child has ended; age_end says why. */
bool age_write(struct age *, const void *bytes, size_t size);
/* How many; 0 at the end, also of what was cut: ask age_end. */
size_t age_read(struct age *, void *bytes, size_t room);

/* Waits. True when all of it went through; else `why` is what age said. To be
 * called once, also to give up half way. */
bool age_end(struct age *, const char **why);

#endif
