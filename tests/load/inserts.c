/* The third yardstick: the inserts of an accepted report and their commit, in a
 * loop with nothing around it.
 *
 *   inserts DATABASE-SOCKET CLIENTS SECONDS RECORDING ID REFERENCE FORM-KEY
 *
 * They are those of a recording, or with "-" the rows of the ticket that has this
 * id, however Belfry wrote them: the ticket, its contact, its answers, its words,
 * what happened. Not its notices: after the first sixty of an hour there are none.
 * Each turn puts its own id, reference and key in the places of these. Prints the
 * commits of one second. */
#include <mysql.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "recording.h"

static const char *recorded_reference, *recorded_key;
static long long recorded_id;

static void stop(const char *why)
{
	fprintf(stderr, "inserts: %s\n", why);
	exit(2);
}

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* What is different in each turn. */
struct turn {
	long long id;
	char reference[33], key[65];
};

static void bind(struct recorded_statement *statement, struct turn *turn, MYSQL_BIND *binds)
{
	for (size_t i = 0; i < statement->count; i++) {
		struct recorded_value *value = &statement->values[i];

		binds[i] = (MYSQL_BIND){ .buffer_type = value->is_number ? MYSQL_TYPE_LONGLONG
		    : value->text == NULL ? MYSQL_TYPE_NULL
		    : value->is_bytes ? MYSQL_TYPE_BLOB : MYSQL_TYPE_STRING,
			.buffer = value->is_number ? (void *)&value->number : value->text,
			.buffer_length = value->size };
		if (value->is_number && value->number == recorded_id)
			binds[i].buffer = &turn->id;
		if (value->text != NULL && strcmp(value->text, recorded_reference) == 0) {
			binds[i].buffer = turn->reference;
			binds[i].buffer_length = strlen(turn->reference);
		}
		if (value->text != NULL && strcmp(value->text, recorded_key) == 0) {
			binds[i].buffer = turn->key;
			binds[i].buffer_length = 64;
		}
	}
}

static MYSQL *open_connection(const char *socket_path)
{
	MYSQL *connection = mysql_init(NULL);

	mysql_options(connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(connection, MYSQL_INIT_COMMAND,
	    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
	if (mysql_real_connect(connection, NULL, NULL, NULL, "belfry", 0, socket_path, 0) == NULL)
		stop(mysql_error(connection));
	return connection;
}

/* The INSERT of a row, with the values that it has. */
static void take_row(const char *table, const MYSQL_FIELD *fields, unsigned columns, MYSQL_ROW row,
	const unsigned long *sizes, struct recorded_statement *statement)
{
	size_t size;
	FILE *text = open_memstream(&statement->text, &size);

	if (text == NULL)
		stop("no memory");
	fprintf(text, "INSERT INTO %s SET", table);
	for (unsigned i = 0; i < columns; i++) {
		struct recorded_value *value = &statement->values[statement->count];

		if (fields[i].flags & AUTO_INCREMENT_FLAG)
			continue;
		if (statement->count++ == RECORDED_VALUES - 1)
			stop("more columns than a recording holds");
		fprintf(text, "%s %s = ?", statement->count > 1 ? "," : "", fields[i].name);
		if (row[i] == NULL)
			continue;
		value->is_number = IS_NUM(fields[i].type);
		value->number = value->is_number ? strtoll(row[i], NULL, 10) : 0;
		value->size = sizes[i];
		value->text = value->is_number ? NULL : strdup(row[i]);
	}
	fclose(text);
}

static struct recording *rows_of_ticket(const char *socket_path, long long id)
{
	static const struct { const char *table, *which; } parts[] = {
		{ "ticket", "id" }, { "ticket_contact", "ticket_id" }, { "ticket_answer", "ticket_id" },
		{ "message", "ticket_id" }, { "event", "object = 'ticket' AND object_id" },
	};
	struct recording *recording = calloc(1, sizeof *recording);
	MYSQL *connection = open_connection(socket_path);

	if (recording == NULL)
		stop("no memory");
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		char query[200];
		MYSQL_RES *rows;
		MYSQL_ROW row;

		snprintf(query, sizeof query, "SELECT * FROM %s WHERE %s = %lld", parts[i].table,
		    parts[i].which, id);
		if (mysql_query(connection, query) != 0 || (rows = mysql_store_result(connection)) == NULL)
			stop(mysql_error(connection));
		while ((row = mysql_fetch_row(rows)) != NULL) {
			if (recording->statement_count == RECORDED_STATEMENTS)
				stop("more rows than a recording holds");
			take_row(parts[i].table, mysql_fetch_fields(rows), mysql_num_fields(rows), row,
			    mysql_fetch_lengths(rows), &recording->statements[recording->statement_count++]);
		}
		mysql_free_result(rows);
	}
	mysql_close(connection);
	if (recording->statement_count < sizeof parts / sizeof parts[0])
		stop("that ticket has not all its rows");
	return recording;
}

static bool is_insert(const struct recorded_statement *statement)
{
	return strncmp(statement->text, "INSERT", 6) == 0;
}

static long work(const char *socket_path, struct recording *recording, int client, double until)
{
	MYSQL *connection = open_connection(socket_path);
	MYSQL_STMT *handles[RECORDED_STATEMENTS] = { NULL };
	long turns = 0;

	for (size_t i = 0; i < recording->statement_count; i++)
		if (is_insert(&recording->statements[i])) {
			handles[i] = mysql_stmt_init(connection);
			if (mysql_stmt_prepare(handles[i], recording->statements[i].text,
			    strlen(recording->statements[i].text)) != 0)
				stop(mysql_stmt_error(handles[i]));
		}
	while (seconds_now() < until) {
		struct turn turn = { 0 };
		MYSQL_BIND binds[RECORDED_VALUES];

		snprintf(turn.reference, sizeof turn.reference, "BARE-%d-%d-%ld", (int)getpid(), client,
		    turns);
		snprintf(turn.key, sizeof turn.key, "%064lx", ((unsigned long)getpid() << 32) + (unsigned long)turns);
		if (mysql_query(connection, "START TRANSACTION") != 0)
			stop(mysql_error(connection));
		for (size_t i = 0; i < recording->statement_count; i++) {
			if (handles[i] == NULL)
				continue;
			bind(&recording->statements[i], &turn, binds);
			if (mysql_stmt_bind_param(handles[i], binds) != 0 || mysql_stmt_execute(handles[i]) != 0)
				stop(mysql_stmt_error(handles[i]));
			if (turn.id == 0)
				turn.id = (long long)mysql_stmt_insert_id(handles[i]);
		}
		if (mysql_query(connection, "COMMIT") != 0)
			stop(mysql_error(connection));
		turns++;
	}
	return turns;
}

int main(int count, char **arguments)
{
	struct recording *recording;
	long clients, *turns, all = 0;
	double length, begun;

	if (count != 8)
		stop("DATABASE-SOCKET CLIENTS SECONDS RECORDING ID REFERENCE FORM-KEY");
	clients = strtol(arguments[2], NULL, 10);
	length = strtod(arguments[3], NULL);
	recorded_id = strtoll(arguments[5], NULL, 10);
	recording = strcmp(arguments[4], "-") == 0 ? rows_of_ticket(arguments[1], recorded_id)
	    : recording_read(arguments[4]);
	recorded_reference = arguments[6];
	recorded_key = arguments[7];
	turns = mmap(NULL, (size_t)clients * sizeof *turns, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	begun = seconds_now();
	for (long i = 0; i < clients; i++)
		if (fork() == 0) {
			turns[i] = work(arguments[1], recording, (int)i, begun + length);
			_exit(0);
		}
	for (long i = 0; i < clients; i++) {
		int status;

		if (wait(&status) < 0 || status != 0)
			stop("a client did not end well");
	}
	for (long i = 0; i < clients; i++)
		all += turns[i];
	printf("%.1f\n", (double)all / (seconds_now() - begun));
	return 0;
}
