/* Bodies of forms: the first byte says in what pieces they come, the first
 * line is their type. The pieces change nothing. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "web/parse.h"

enum { KEPT_BYTES = 1 << 22 };

struct sending {
	const char *bytes;
	size_t left, piece;
};

struct files {
	struct buffer kept;
	bool open;
	size_t room;                   /* what is still taken of the one that is open */
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must_hold(bool true_always)
{
	if (!true_always)
		abort();
}

static size_t send_piece(void *source, void *bytes, size_t size)
{
	struct sending *s = source;

	size = size < s->piece ? size : s->piece;
	size = size < s->left ? size : s->left;
	memcpy(bytes, s->bytes, size);
	s->bytes += size;
	s->left -= size;
	return size;
}

/* Files named "no3..." are refused behind their third byte, "no..." at their
 * first call, others never. */
static size_t room_for(const char *name)
{
	if (!text_starts(name, "no"))
		return SIZE_MAX;
	return (size_t)strtoul(name + 2, NULL, 10);
}

/* As the one that stores them: it has to be called in order, from the beginning
 * of a file to its end, and never again for one that it refused. */
static bool keep_file(struct parse_file *file, const void *bytes, size_t size)
{
	struct files *files = file->sink;
	size_t taken;

	must_hold(text_is_utf8(file->name, strlen(file->name)));
	must_hold(text_is_utf8(file->field, strlen(file->field)));
	must_hold(file->begin == !files->open);
	must_hold(size > 0 || file->begin || file->end);
	if (file->begin) {
		buffer_printf(&files->kept, "|%s<%s:%s:", file->field, file->name, file->type);
		files->room = room_for(file->name);
	}
	taken = size < files->room ? size : files->room;
	buffer_add_bytes(&files->kept, bytes, taken);
	if (taken < size || files->room == 0) {
		buffer_add(&files->kept, "!");
		files->open = false;
		return false;
	}
	files->room -= files->room == SIZE_MAX ? 0 : taken;
	if (file->end)
		buffer_add(&files->kept, ">");
	files->open = !file->end;
	return true;
}

static const char *became(const void *memory, const char *type,
	const char *bytes, size_t size, size_t piece, size_t *said_size)
{
	struct sending sending = { bytes, size, piece };
	struct field_values values = { NULL, 0 };
	struct files files = { .open = false };

	buffer_open(&files.kept, memory, KEPT_BYTES);

	enum parse_result result = parse_body(memory, type, (int64_t)size,
		send_piece, &sending, keep_file, &files, &values);

	must_hold(values.count <= PARSE_FIELDS);
	must_hold(result != PARSE_OK || sending.left == 0);
	must_hold(result != PARSE_OK || !files.open);
	for (size_t i = 0; i < values.count; i++) {
		const char *name = values.list[i].name, *value = values.list[i].value;

		must_hold(name[0] != '\0' && strlen(name) <= PARSE_NAME_BYTES);
		must_hold(text_is_utf8(name, strlen(name)));
		must_hold(text_is_utf8(value, strlen(value)));
		must_hold(strlen(value) <= PARSE_VALUE_BYTES);
		buffer_printf(&files.kept, "|%s=%s", name, value);
	}
	buffer_printf(&files.kept, "|%d", result);
	*said_size = files.kept.size;
	return buffer_text(&files.kept);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2)
		return 0;

	void *memory = memory_root("fuzz");
	const char *line = (const char *)data + 1;
	const char *end = memchr(line, '\n', size - 1);
	size_t type_size = end ? (size_t)(end - line) : size - 1;
	const char *type = memory_text_of(memory, line, type_size);
	const char *bytes = end ? end + 1 : line + type_size;
	size_t body_size = size - (size_t)(bytes - (const char *)data);
	size_t first_size, second_size;
	const char *first = became(memory, type, bytes, body_size,
		data[0] + 1, &first_size);
	const char *second = became(memory, type, bytes, body_size,
		SIZE_MAX, &second_size);

	must_hold(first_size == second_size && memcmp(first, second, first_size) == 0);
	memory_end(memory);
	return 0;
}
