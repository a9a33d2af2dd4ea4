/* Memory by lifetime. The only place that asks talloc for any. */
#include "base/memory.h"

#include <malloc.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"

enum { LARGE_BYTES = 256 * 1024 };

/* The supervisor starts another process; nobody writes code for this. */
static void *must_have(void *block)
{
	if (block == NULL) {
		log_error("out of memory");
		_exit(1);
	}
	return block;
}

static size_t all_of(size_t size, size_t count)
{
	size_t bytes;

	if (__builtin_mul_overflow(size, count, &bytes))
		bug("an array of %zu things of %zu bytes", count, size);
	return bytes;
}

void *memory_zeroed(const void *parent, size_t size, size_t count,
	const char *type)
{
	size_t bytes = all_of(size, count);
	void *block = must_have(talloc_named_const(parent, bytes, type));

	memset(block, 0, bytes);
	return block;
}

void *memory_resized(void *block, size_t size, size_t count, const char *type)
{
	if (block == NULL)
		bug("growing an array that was never made");
	/* A size of zero would free it. */
	block = must_have(talloc_realloc_size(NULL, block,
		all_of(size, count ? count : 1)));
	talloc_set_name_const(block, type);
	return block;
}

void *memory_root(const char *name)
{
	/* One byte, so that the pointer lies inside its block: a leak checker
	 * does not follow one that points behind it. */
	return must_have(talloc_named(NULL, 1, "%s", name));
}

char *memory_text(const void *parent, const char *text)
{
	return text ? memory_text_of(parent, text, strlen(text)) : NULL;
}

char *memory_text_of(const void *parent, const char *bytes, size_t size)
{
	char *copy = must_have(talloc_named_const(parent, size + 1, "text"));

	if (size > 0)
		memcpy(copy, bytes, size);
	copy[size] = '\0';
	return copy;
}

char *memory_printf(const void *parent, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	char *text = talloc_vasprintf(parent, format, values);
	va_end(values);
	return must_have(text);
}

void memory_wipe(void *block, size_t size)
{
	if (block == NULL)
		return;
	explicit_bzero(block, size);
	talloc_free(block);
}

void memory_end(void *root)
{
	talloc_free(root);
}

/* Left alone, malloc takes the first large block that is freed as a reason to
 * keep the next ones. */
void memory_returns(void)
{
	mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
}
