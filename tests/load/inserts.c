/* The third yardstick: the inserts of an accepted report and their commit, in a
 * loop with nothing around it.
 *
 *   inserts DATABASE-SOCKET CLIENTS SECONDS RECORDING ID REFERENCE FORM-KEY
 *
 * The recording is of the report that got this id, reference and key; each turn
 * puts its own in their places. Prints the commits of one second. */
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
		    : value->text == NULL ? MYSQL_TYPE_NULL : MYSQL_TYPE_STRING,
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

static bool is_insert(const struct recorded_statement *statement)
{
	return strncmp(statement->text, "INSERT", 6) == 0;
}

static long work(const char *socket_path, struct recording *recording, int client, double until)
{
	MYSQL *connection = mysql_init(NULL);
	MYSQL_STMT *handles[RECORDED_STATEMENTS] = { NULL };
	long turns = 0;

	mysql_options(connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(connection, MYSQL_INIT_COMMAND,
	    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
	if (mysql_real_connect(connection, NULL, NULL, NULL, "belfry", 0, socket_path, 0) == NULL)
		stop(mysql_error(connection));
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
	double length, begun = seconds_now();

	if (count != 8)
		stop("DATABASE-SOCKET CLIENTS SECONDS RECORDING ID REFERENCE FORM-KEY");
	clients = strtol(arguments[2], NULL, 10);
	length = strtod(arguments[3], NULL);
	recording = recording_read(arguments[4]);
	recorded_id = strtoll(arguments[5], NULL, 10);
	recorded_reference = arguments[6];
	recorded_key = arguments[7];
	turns = mmap(NULL, (size_t)clients * sizeof *turns, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
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
