/* Writing what a backup says. */
#include "domain/backup.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"

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
	struct bytes cells[BACKUP_COLUMNS];
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
	say(packed, memory_printf(w->memory, "%s\nprogram %s\nschema %lld\nmade %s\nteam %s\n", BACKUP_FIRST_LINE,
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

		if (!db_table_find(w->db, db_get_text(names, "name"), &table) || table.columns > BACKUP_COLUMNS) {
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
	say(packed, memory_printf(w->memory, "%s\nmark %s\n", total, keyed_digest_hex(w->memory, BACKUP_MARK, total)));
}
