/* Reading what a backup says: nothing is believed before its end. */
#include "domain/backup.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"

enum {
	LINE_BYTES = 16 * 1024,         /* of a line that is no row */
	ROW_BYTES  = 64 * 1024 * 1024,  /* values of one row; the server's packet has 16 */
};

static enum backup_step bad(struct backup *backup, const char *why)
{
	backup->why = why;
	return BACKUP_BAD;
}

/* A line without its end; NULL: there is none, it is too long or not ours. */
static const char *read_line(struct backup *backup)
{
	char line[LINE_BYTES];
	size_t size = 0;
	int byte;

	while ((byte = packed_byte(backup->packed)) != '\n') {
		if (byte < ' ' || byte > '~' || size == sizeof line)
			return NULL;
		line[size++] = (char)byte;
	}
	return memory_text_of(backup->memory, line, size);
}

/* The next word of a line; "" at its end. */
static const char *next_word(struct backup *backup, const char **line)
{
	const size_t size = strcspn(*line, " ");
	const char *word = memory_text_of(backup->memory, *line, size);

	*line += size + ((*line)[size] == ' ');
	return word;
}

static bool next_number(struct backup *backup, const char **line, int64_t *number)
{
	return text_number(next_word(backup, line), 0, INT64_MAX, number);
}

/* "NAME VALUE": the value, or NULL. */
static const char *read_fact(struct backup *backup, const char *name)
{
	const char *line = read_line(backup);

	if (line == NULL || !text_is(next_word(backup, &line), name) || text_is_empty(line))
		return NULL;
	return line;
}

bool backup_open(struct backup *backup, void *memory, struct packed *packed)
{
	struct backup_facts *facts = &backup->facts;
	const char *line, *schema;

	*backup = (struct backup){ .memory = memory, .packed = packed };
	backup->cells = memory_array(memory, struct bytes, BACKUP_COLUMNS);
	buffer_open(&backup->row, memory, ROW_BYTES);
	line = read_line(backup);
	if (line == NULL || !text_starts(line, "belfry backup ")) {
		backup->why = "it does not begin as a backup of Belfry does";
		return false;
	}
	if (!text_is(line, BACKUP_FIRST_LINE)) {
		backup->why = "it is of a newer form: use a newer program";
		return false;
	}
	facts->program = read_fact(backup, "program");
	schema = read_fact(backup, "schema");
	facts->made = read_fact(backup, "made");
	facts->team = read_fact(backup, "team");
	if (facts->program != NULL && schema != NULL && facts->made != NULL && facts->team != NULL
	    && text_number(schema, 0, 999, &facts->schema))
		return true;
	backup->why = "its head is damaged";
	return false;
}

static bool is_name(const char *text)
{
	return *text != '\0' && text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static enum backup_step read_table(struct backup *backup, const char *line)
{
	const char **names = memory_array(backup->memory, const char *, BACKUP_COLUMNS);
	struct db_table *table = &backup->table;

	*table = (struct db_table){ .name = next_word(backup, &line), .names = names };
	if (!is_name(table->name) || !next_number(backup, &line, &table->next))
		return bad(backup, "a table's head is damaged");
	while (*line != '\0') {
		if (table->columns == BACKUP_COLUMNS || !is_name(names[table->columns++] = next_word(backup, &line)))
			return bad(backup, "a table's head is damaged");
	}
	backup->in_table = true;
	backup->rows = 0;
	backup->facts.tables++;
	packed_part(backup->packed);
	return BACKUP_TABLE;
}

/* "LENGTH:" or "-", after its space. -1: NULL; -2: neither. */
static int64_t read_length(struct backup *backup)
{
	int64_t length = 0;
	int byte = packed_byte(backup->packed), digits = 0;

	if (byte == '-')
		return -1;
	for (; byte >= '0' && byte <= '9' && digits < 10; digits++) {
		length = length * 10 + (byte - '0');
		byte = packed_byte(backup->packed);
	}
	return byte == ':' && digits > 0 && length <= ROW_BYTES ? length : -2;
}

/* In pieces: a length that lies takes no memory. */
static bool read_value(struct backup *backup, size_t size)
{
	char piece[16 * 1024];

	while (size > 0) {
		const size_t part = size < sizeof piece ? size : sizeof piece;

		if (!packed_get(backup->packed, piece, part))
			return false;
		buffer_add_bytes(&backup->row, piece, part);
		size -= part;
	}
	return !backup->row.full;
}

/* The values lie one behind the other in `row`. Where they lie is known for good
 * when all of them are there: the buffer moves as it grows. */
static enum backup_step read_row(struct backup *backup)
{
	static const unsigned char nothing[1];
	size_t places[BACKUP_COLUMNS];

	backup->row.size = 0;
	for (size_t i = 0; i < backup->table.columns; i++) {
		int64_t length;

		if (packed_byte(backup->packed) != ' ' || (length = read_length(backup)) == -2)
			return bad(backup, "a row is damaged");
		places[i] = backup->row.size;
		backup->cells[i] = (struct bytes){ length >= 0 ? nothing : NULL, length >= 0 ? (size_t)length : 0 };
		if (length > 0 && !read_value(backup, (size_t)length))
			return bad(backup, "a row is damaged");
	}
	if (packed_byte(backup->packed) != '\n')
		return bad(backup, "a row is damaged");
	for (size_t i = 0; i < backup->table.columns; i++)
		if (backup->cells[i].size > 0)
			backup->cells[i].data = (const unsigned char *)backup->row.data + places[i];
	backup->rows++;
	backup->facts.rows++;
	return BACKUP_ROW;
}

static enum backup_step read_table_end(struct backup *backup)
{
	const char *digest = packed_part_digest(backup->packed);
	const char *line = read_line(backup);
	int64_t rows;

	if (line == NULL || !text_is(next_word(backup, &line), "end") || !next_number(backup, &line, &rows)
	    || rows != backup->rows || !text_is(line, digest))
		return bad(backup, "a table is not complete");
	backup->in_table = false;
	backup->table_digest = digest;
	return BACKUP_TABLE_END;
}

/* `total` is the line, `line` what follows its first word. */
static enum backup_step read_total(struct backup *backup, const char *total, const char *line,
	const char *digest)
{
	const char *mark;
	int64_t tables, rows;

	if (!next_number(backup, &line, &tables) || !next_number(backup, &line, &rows)
	    || tables != backup->facts.tables || rows != backup->facts.rows || !text_is(line, digest))
		return bad(backup, "it is not complete");
	backup->facts.digest = digest;
	mark = read_fact(backup, "mark");
	if (mark == NULL || packed_peek(backup->packed) >= 0)
		return bad(backup, "its end is damaged");
	backup->facts.ours = text_same_secret(mark, keyed_digest_hex(backup->memory, BACKUP_MARK, total));
	return BACKUP_END;
}

static enum backup_step read_between(struct backup *backup)
{
	const char *digest = packed_digest(backup->packed);
	const char *whole = read_line(backup), *line = whole, *word;

	if (line == NULL)
		return bad(backup, "it is cut off, or damaged between two tables");
	word = next_word(backup, &line);
	if (text_is(word, "table"))
		return read_table(backup, line);
	if (text_is(word, "total"))
		return read_total(backup, whole, line, digest);
	return bad(backup, "it is damaged between two tables");
}

enum backup_step backup_next(struct backup *backup)
{
	char word[4] = "";

	if (!backup->in_table)
		return read_between(backup);
	if (packed_peek(backup->packed) == 'e')
		return read_table_end(backup);
	if (!packed_get(backup->packed, word, 3) || !text_is(word, "row"))
		return bad(backup, "it is cut off, or a row is damaged");
	return read_row(backup);
}
