/* Reading a result that is already here. */
#include "base/db_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/log.h"

bool db_next(struct db_rows *rows)
{
	if (rows->present >= rows->rows)
		return false;
	rows->present++;
	return true;
}

static size_t cell_of(const struct db_rows *rows, const char *column)
{
	if (rows->present == 0)
		bug("column '%s' asked before a row", column);
	for (size_t i = 0; i < rows->columns; i++)
		if (rows->names[i][0] == column[0] && strcmp(rows->names[i], column) == 0)
			return (rows->present - 1) * rows->columns + i;
	bug("no column '%s' in the result", column);
}

const char *db_get_text(struct db_rows *rows, const char *column)
{
	return rows->cells[cell_of(rows, column)];
}

int64_t db_get_int(struct db_rows *rows, const char *column)
{
	const char *text = db_get_text(rows, column);

	return text != NULL ? strtoll(text, NULL, 10) : 0;
}

bool db_get_bool(struct db_rows *rows, const char *column)
{
	return db_get_int(rows, column) != 0;
}

moment db_get_moment(struct db_rows *rows, const char *column)
{
	const char *text = db_get_text(rows, column);
	moment m = 0;

	if (text != NULL && !moment_parse(text, &m))
		bug("column '%s' is not a moment: %s", column, text);
	return m;
}

const unsigned char *db_get_bytes(struct db_rows *rows, const char *column, size_t *size)
{
	size_t cell = cell_of(rows, column);

	*size = rows->sizes[cell];
	return (const unsigned char *)rows->cells[cell];
}

size_t db_column_count(const struct db_rows *rows)
{
	return rows->columns;
}

const char *db_column_name(const struct db_rows *rows, size_t column)
{
	return rows->names[column];
}

const char *db_column_text(const struct db_rows *rows, size_t column)
{
	return rows->cells[(rows->present - 1) * rows->columns + column];
}

size_t db_row_count(const struct db_rows *rows)
{
	return rows->rows;
}

void db_rewind(struct db_rows *rows)
{
	rows->present = 0;
}
