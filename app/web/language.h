/* Languages: which one a page is in, its words (gettext), its plurals, its
 * dates and digits. English is the source; a missing word stays English. */
#ifndef BELFRY_WEB_LANGUAGE_H
#define BELFRY_WEB_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/moment.h"

/* Marks a sentence in a table for the catalogues; translated where shown. */
#define N_(sentence) sentence

struct language {
	const char *code;      /* "ar" */
	const char *name;      /* in its own words */
	bool right_to_left;
};

/* Once per process: the catalogues and which languages this installation has,
 * the first one without a prefix ("en,ar,fr"). False when one is unknown. */
bool language_open(const char *catalogues_folder, const char *codes);
size_t language_installed(void);
const struct language *language_installed_at(size_t i);

/* How many sentences a language has of its own, and how many there are: those of the
 * catalogue that has most. English, the source, has all. */
size_t language_sentences(const struct language *);
size_t language_sentences_most(void);

/* Which of them the team offers, its first one first ("fr,ar"). What is not
 * installed is left out; with nothing left (or NULL), all are offered. Only
 * between requests: pages hold on to their language. */
void language_offer(const char *codes);
size_t language_count(void);
const struct language *language_at(size_t i);
const struct language *language_by_code(const char *code);   /* NULL: not offered */

/* The path of a page ("/contact") in a language: the first one has no prefix, nor has one
 * that is not offered. */
const char *language_path(const void *memory, const char *code, const char *path);

/* From now on everything is said in this language. Cheap when unchanged. */
void language_choose(const char *code);
const struct language *language_now(void);

/* The sentence in the present language; the sentence itself where there is
 * none. Lives as long as the process. */
const char *t(const char *sentence);
/* One or many, by the plural rule of the language; `{n}` is left in place. */
const char *tn(const char *one, const char *many, long n);
/* Fills `{name}` holes: pairs of name and value, ended by NULL. What is not
 * named stays as it is, so a translator's slip is seen and harmless. */
const char *t_fill(const void *memory, const char *sentence, ...) __attribute__((sentinel));

/* "21 November 2026" / "21 November 2026, 13:05 EAT" in the chosen zone, in
 * the present language. */
const char *day_said(const void *memory, moment);
const char *moment_said(const void *memory, moment);

/* "1 h 20 min", "3 d": the one or two largest units of a length of time, for tables. */
const char *length_brief(const void *memory, int64_t seconds, int units);
/* "8 hours", "1 h 30 min": of working hours too, of which a day has fewer than 24. */
const char *length_in_hours(const void *memory, int64_t minutes);

#endif
