/* Statements as text, one or a script of them: migrations, procedures, reference
 * data, and whole tables. */
#include "base/db_inside.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

enum { SCRIPT_STATEMENT_BYTES = 4 * 1024 * 1024 };

bool db_run(struct db *db, const char *text, const char **why)
{
	if (db->connection == NULL && !db_reach(db)) {
		*why = "the database cannot be reached";
		return false;
	}
	if (mysql_query(db->connection, text) != 0) {
		*why = memory_printf(db->memory, "%s in: %.200s", mysql_error(db->connection), text);
		return false;
	}
	do {
		MYSQL_RES *result = mysql_store_result(db->connection);

		if (result != NULL)
			mysql_free_result(result);
	} while (mysql_next_result(db->connection) == 0);
	return true;
}

/* One line more of a statement; true when it is its last. */
static bool take_line(struct buffer *statement, const char *line, const char *shown,
	const char *delimiter)
{
	/* A comment after a ";" would hide it. */
	const char *comment = text_is(delimiter, ";") ? strstr(shown, "; -- ") : NULL;

	if (text_ends(shown, delimiter)) {
		buffer_add_bytes(statement, shown, strlen(shown) - strlen(delimiter));
		return true;
	}
	if (comment != NULL) {
		buffer_add_bytes(statement, shown, (size_t)(comment - shown));
		return true;
	}
	buffer_add(statement, line);
	buffer_add(statement, "\n");
	return false;
}

bool db_run_script(struct db *db, const char *script, size_t from,
	bool (*after)(void *data, size_t statements), void *data, const char **why)
{
	const void *memory = db_memory(db);
	const char *delimiter = ";";
	struct buffer statement;
	size_t number = 0;

	buffer_open(&statement, memory, SCRIPT_STATEMENT_BYTES);
	while (*script != '\0') {
		const size_t size = strcspn(script, "\n");
		const char *line = memory_text_of(memory, script, size);
		const char *shown = text_trim(memory, line);

		script += size + (script[size] == '\n');
		if (text_starts(shown, "--") || (*shown == '\0' && statement.size == 0))
			continue;
		if (text_starts(shown, "DELIMITER ")) {
			delimiter = memory_text(memory, shown + strlen("DELIMITER "));
			continue;
		}
		if (!take_line(&statement, line, shown, delimiter))
			continue;
		if (++number > from && !db_run(db, buffer_text(&statement), why))
			return false;
		if (number > from && after != NULL && !after(data, number)) {
			*why = "progress could not be written";
			return false;
		}
		buffer_open(&statement, memory, SCRIPT_STATEMENT_BYTES);
	}
	if (*text_trim(memory, buffer_text(&statement)) != '\0') {
		*why = "the script ends inside a statement";
		return false;
	}
	return true;
}
