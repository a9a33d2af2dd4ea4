/* One event, one line, on standard error. Text from outside is escaped; no
 * bodies, no tokens, no personal data. */
#ifndef BELFRY_BASE_LOG_H
#define BELFRY_BASE_LOG_H

#include <stdbool.h>

/* Somebody should look. */
void log_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Somebody might ask. */
void log_note(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A mistake of ours: says what and ends the process. */
_Noreturn void bug(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Name of this process in every line ("inside 3"), and the number of the
 * request it is working on ("" for none). */
void log_name(const char *name);
void log_request(const char *number);

#endif
