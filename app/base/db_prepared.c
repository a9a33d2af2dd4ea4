/* A table of statements, open addressing. */
#include "base/db_prepared.h"

#include <stdint.h>

#include "base/log.h"

/* The same literal may stand at several addresses, which costs a slot and nothing
 * else. The table holds more than the program has literals. */
struct prepared *db_prepared_slot(struct db_prepared *prepared, const char *text)
{
	size_t i = ((uintptr_t)text * 11400714819323198485ull) >> 40 & (DB_STATEMENTS - 1);

	while (prepared->slots[i].text != NULL && prepared->slots[i].text != text)
		i = (i + 1) & (DB_STATEMENTS - 1);
	if (prepared->slots[i].text == NULL && prepared->count >= DB_STATEMENTS / 4 * 3)
		bug("more than %d statements: raise DB_STATEMENTS", DB_STATEMENTS / 4 * 3);
	return &prepared->slots[i];
}

void db_prepared_close(struct db_prepared *prepared)
{
	for (size_t i = 0; i < DB_STATEMENTS; i++) {
		if (prepared->slots[i].handle != NULL)
			mysql_stmt_close(prepared->slots[i].handle);
		prepared->slots[i] = (struct prepared){ 0 };
	}
	prepared->count = 0;
}
