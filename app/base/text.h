/* Text: UTF-8, NUL-terminated, checked at the door. */
#ifndef BELFRY_BASE_TEXT_H
#define BELFRY_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A piece of somebody else's bytes; not NUL-terminated. */
struct bytes {
	const unsigned char *data;
	size_t size;
};

bool text_is(const char *a, const char *b);          /* equal; NULL equals only NULL */
bool text_is_empty(const char *text);                /* NULL or "" */
bool text_starts(const char *text, const char *with);
bool text_ends(const char *text, const char *with);

/* Strict UTF-8 (RFC 3629): no surrogates, nothing overlong, nothing above
 * U+10FFFF, no NUL. */
bool text_is_utf8(const char *bytes, size_t size);

/* Characters (code points) in valid UTF-8. */
size_t text_length(const char *text);

/* The first `characters` of `text`, with an ellipsis when something was cut. */
const char *text_cut(const void *memory, const char *text, size_t characters);

/* Without white space, bidi marks and zero-width characters at both ends;
 * line ends become \n; other control characters but \n and \t go. */
const char *text_trim(const void *memory, const char *text);

/* The same on one line: each run of white space becomes one space. */
const char *text_one_line(const void *memory, const char *text);

/* Normalisation form C (libunistring). */
const char *text_normal(const void *memory, const char *text);

/* Without bidi marks and zero-width characters anywhere: they arrive by copy
 * and paste, and in addresses, numbers and codes they mean nothing. */
const char *text_bare(const void *memory, const char *text);

/* A name that stays on one line: no line ends after a hyphen of it (U+2060, word joiner).
 * For what is shown large; a copy of it has these signs too. */
const char *text_unbroken(const void *memory, const char *text);

/* Lower case of ASCII letters only; for addresses, host names, references. */
const char *text_lower(const void *memory, const char *text);
const char *text_upper(const void *memory, const char *text);
/* The same word in whatever case, of every script. */
bool text_is_word(const char *a, const char *b);

/* Arabic-Indic, Persian and full-width digits become ASCII ones; the rest stays. */
const char *text_ascii_digits(const void *memory, const char *text);

/* The whole text is a decimal number in min..max, with no sign but '-'. */
bool text_number(const char *text, int64_t min, int64_t max, int64_t *number);

/* Has it any letter of a right-to-left script? */
bool text_runs_right_to_left(const char *text, size_t size);

/* Equal in constant time; for digests and tokens of one length. */
bool text_same_secret(const char *a, const char *b);
/* Is there a sign in it that turns the direction of what follows (U+202A to U+202E, U+2066
 * to U+2069)? NULL: no. */
bool text_turns(const char *);

/* A growing text with a maximum from birth. After the first append that does
 * not fit, later ones do nothing and `full` is true: ask once, at the end. */
struct buffer {
	char *data;         /* always NUL-terminated; NULL until the first append */
	size_t size;
	size_t room;
	size_t limit;
	bool full;
	const void *memory;
};

void buffer_open(struct buffer *, const void *memory, size_t limit);
void buffer_add(struct buffer *, const char *text);
void buffer_add_bytes(struct buffer *, const void *bytes, size_t size);
void buffer_printf(struct buffer *, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
const char *buffer_text(struct buffer *);            /* never NULL */

#endif
