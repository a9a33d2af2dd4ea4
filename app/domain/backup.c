/* Writing and reading what a backup says. */
#include "domain/backup.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"

enum {
	LINE_BYTES = 16 * 1024,         /* of a line that is no row */
	ROW_BYTES  = 64 * 1024 * 1024,  /* values of one row; the server's packet has 16 */
	COLUMNS    = 200,
};

static const char first_line[] = "belfry backup 1";

static const char *mark_of(const void *memory, const char *total)
{
	return keyed_digest_hex(memory, "backup", total);
}


/* Writing ------------------------------------------------------------------------- */

static void say(struct packed *packed, const char *line)
{
	packed_add(packed, line, strlen(line));
}

static void write_cell(struct packed *packed, const struct bytes *cell)
{
	char length[24] = " -";

	if (cell->data != NULL)
		snprintf(length, sizeof length, " %zu:", cell->size);
	say(packed, length);
	packed_add(packed, cell->data, cell->size);
}

/* Files that were never sent go with their drafts. A subquery of one value is
 * asked for each row, where a join would sort all bytes first. */
static struct sql rows_of(const struct db_table *table)
{
	if (text_is(table->name, "attachment"))
		return SQL("ticket_id IS NOT NULL");
	if (text_is(table->name, "attachment_part"))
		return SQL("(SELECT ticket_id FROM attachment WHERE id = attachment_id) IS NOT NULL");
	return SQL("TRUE");
}

static int64_t write_rows(struct work *w, struct packed *packed, const struct db_table *table)
{
	struct bytes cells[COLUMNS];
	struct db_scan *scan = db_scan_open(w->db, table, rows_of(table));
	int64_t rows = 0;

	for (; db_scan_next(scan, cells); rows++) {
		say(packed, "row");
		for (size_t i = 0; i < table->columns; i++)
			write_cell(packed, &cells[i]);
		say(packed, "\n");
	}
	return rows;
}

static int64_t write_table(struct work *w, struct packed *packed, const struct db_table *table)
{
	int64_t rows;

	say(packed, memory_printf(w->memory, "table %s %lld", table->name, (long long)table->next));
	for (size_t i = 0; i < table->columns; i++)
		say(packed, memory_printf(w->memory, " %s", table->names[i]));
	say(packed, "\n");
	packed_part(packed);
	rows = write_rows(w, packed, table);
	say(packed, memory_printf(w->memory, "end %lld %s\n", (long long)rows, packed_part_digest(packed)));
	return rows;
}

static void write_head(struct work *w, struct packed *packed, struct backup_facts *facts)
{
	struct db_rows *team = db_query(w->db, SQL("SELECT code FROM team"));

	*facts = (struct backup_facts){
		.program = BELFRY_VERSION,
		.schema = db_number(w->db, SQL(
		    "SELECT COALESCE(MAX(version), 0) FROM migration WHERE finished_at IS NOT NULL")),
		.made = moment_iso(w->memory, w->now),
		.team = db_next(team) ? db_get_text(team, "code") : "-",
	};
	say(packed, memory_printf(w->memory, "%s\nprogram %s\nschema %lld\nmade %s\nteam %s\n", first_line,
	    facts->program, (long long)facts->schema, facts->made, facts->team));
}

void backup_write(struct work *w, struct packed *packed, struct backup_facts *facts)
{
	struct db_rows *names;
	const char *total;

	db_snapshot(w->db);
	write_head(w, packed, facts);
	names = db_table_names(w->db);
	while (db_next(names) && !db_failed(w->db)) {
		struct db_table table;

		if (!db_table_find(w->db, db_get_text(names, "name"), &table) || table.columns > COLUMNS) {
			db_spoil(w->db, "a table cannot be read");
			return;
		}
		facts->rows += write_table(w, packed, &table);
		facts->tables++;
	}
	/* Without its end it is no backup. */
	if (db_failed(w->db))
		return;
	facts->digest = packed_digest(packed);
	total = memory_printf(w->memory, "total %lld %lld %s", (long long)facts->tables,
	    (long long)facts->rows, facts->digest);
	say(packed, memory_printf(w->memory, "%s\nmark %s\n", total, mark_of(w->memory, total)));
}


/* Reading ------------------------------------------------------------------------- */

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
	backup->cells = memory_array(memory, struct bytes, COLUMNS);
	buffer_open(&backup->row, memory, ROW_BYTES);
	line = read_line(backup);
	if (line == NULL || !text_starts(line, "belfry backup ")) {
		backup->why = "it does not begin as a backup of Belfry does";
		return false;
	}
	if (!text_is(line, first_line)) {
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
	const char **names = memory_array(backup->memory, const char *, COLUMNS);
	struct db_table *table = &backup->table;

	*table = (struct db_table){ .name = next_word(backup, &line), .names = names };
	if (!is_name(table->name) || !next_number(backup, &line, &table->next))
		return bad(backup, "a table's head is damaged");
	while (*line != '\0') {
		if (table->columns == COLUMNS || !is_name(names[table->columns++] = next_word(backup, &line)))
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
	size_t places[COLUMNS];

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
	backup->facts.ours = text_same_secret(mark, mark_of(backup->memory, total));
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
