/* Mail addresses as keys. */
#ifndef BELFRY_BASE_MAILBOX_H
#define BELFRY_BASE_MAILBOX_H

/* One spelling for what reaches the same mailbox: letters in lower case, one
 * form of Unicode, the domain as the DNS has it. Dots and +tags stay: they are
 * other mailboxes for all we know. At most 254 bytes; what would be longer
 * becomes a digest, equal for equal addresses. */
const char *mailbox_key(const void *memory, const char *address);
/* The same mailbox as servers without SMTPUTF8 take it: its domain as the DNS has it. What
 * stands before the @ stays as it is. */
const char *mailbox_ascii(const void *memory, const char *address);

#endif
