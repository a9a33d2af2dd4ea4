/* What another mail server says of a mail that it could not deliver (RFC 3464). */
#ifndef BELFRY_MAIL_REPORT_H
#define BELFRY_MAIL_REPORT_H

#include <stdbool.h>
#include <stddef.h>

/* Does this mail say that another one reached nobody, and will not? Delays, receipts and
 * what people answer by themselves do not. Any bytes may be given. */
bool mail_says_failed(const void *bytes, size_t size);

#endif
