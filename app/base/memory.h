/* Memory by lifetime, on talloc: everything hangs under a parent and goes with
 * it. Running out of memory ends the process, so nobody checks for NULL. */
#ifndef BELFRY_BASE_MEMORY_H
#define BELFRY_BASE_MEMORY_H

#include <stddef.h>
#include <stdint.h>
#include <talloc.h>

/* A new zeroed thing, or an array of them, under `parent` (NULL: a root). */
#define memory_new(parent, type) \
	((type *)memory_zeroed(parent, sizeof(type), 1, #type))
#define memory_array(parent, type, count) \
	((type *)memory_zeroed(parent, sizeof(type), count, #type))

/* Room for so many that is not zeroed: what is never filled is never touched. */
#define memory_room(parent, type, count) \
	memory_grow(memory_array(parent, type, 1), type, count)

/* `memory_grow(array, type, count)`: the same array with room for `count`;
 * what is new is not zeroed. */
#define memory_grow(array, type, count) \
	((type *)memory_resized(array, sizeof(type), count, #type))

void *memory_zeroed(const void *parent, size_t size, size_t count, const char *type);
void *memory_resized(void *block, size_t size, size_t count, const char *type);

/* A root for one piece of work; `name` shows in reports. */
void *memory_root(const char *name);

/* Copies under `parent`. memory_text of NULL is NULL. */
char *memory_text(const void *parent, const char *text);
char *memory_text_of(const void *parent, const char *bytes, size_t size);
char *memory_printf(const void *parent, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* `end` runs when the block is freed: for what is not memory (a file, a
 * library's own). Returns 0. */
#define memory_when_ended(block, end) talloc_set_destructor(block, end)

/* Frees `block` and all under it, after overwriting its first `size` bytes. */
void memory_wipe(void *block, size_t size);

/* Frees everything under `root` and itself. */
void memory_end(void *root);

/* For a process that stays: large blocks (parts of files) go back to the kernel
 * when they are freed, instead of leaving holes that only grow. */
void memory_returns(void);

#endif
