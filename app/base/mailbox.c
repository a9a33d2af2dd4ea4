/* Mail addresses as keys, by libunistring and libidn2. */
#include "base/mailbox.h"

#include <idn2.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

enum { KEY_BYTES = 254 };

static const char *folded(const void *memory, const char *text)
{
	size_t size;
	uint8_t *fold = u8_casefold((const uint8_t *)text, strlen(text), NULL, UNINORM_NFC,
	    NULL, &size);
	const char *copy;

	if (fold == NULL)
		bug("an address that is not UTF-8");
	copy = memory_text_of(memory, (const char *)fold, size);
	free(fold);
	return copy;
}

/* A domain that is none (no IDNA form) stays as it was written. */
static const char *domain_key(const void *memory, const char *domain)
{
	char *ascii = NULL;
	const char *key = domain;

	if (idn2_to_ascii_8z(domain, &ascii, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) == IDN2_OK)
		key = memory_text(memory, ascii);
	idn2_free(ascii);
	return key;
}

const char *mailbox_ascii(const void *memory, const char *address)
{
	const char *at = strrchr(address, '@');

	return at == NULL ? address : memory_printf(memory, "%.*s@%s", (int)(at - address), address,
	    domain_key(memory, at + 1));
}

const char *mailbox_key(const void *memory, const char *address)
{
	const char *line = text_one_line(memory, address), *at = strrchr(line, '@');
	const char *key = folded(memory, line);

	/* A domain before anything is folded: to the DNS "straße" and "strasse" are two. */
	if (at != NULL)
		key = memory_printf(memory, "%s@%s",
		    folded(memory, memory_text_of(memory, line, (size_t)(at - line))),
		    folded(memory, domain_key(memory, at + 1)));
	return strlen(key) <= KEY_BYTES ? key : digest_hex(memory, key, strlen(key));
}
