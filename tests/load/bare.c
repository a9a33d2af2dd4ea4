/* The second yardstick: the same query, the same tree of data and the same
 * cached template as a page of Belfry, in a loop with nothing around it: no
 * session, no rights, no transaction, no form, no log.
 *
 *   bare SOCKET WORKERS TEMPLATES DATABASE-SOCKET RECORDING WORDS...
 *
 * Of the recorded statements it does those that have one of the words. */
#include <fcgiapp.h>
#include <mysql.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <ClearSilver.h>

#include "recording.h"

enum { COLUMNS = 48, CELL = 256, DEPTH = 20, PAGE_BYTES = 1024 * 1024 };

struct query {
	MYSQL_STMT *handle;
	MYSQL_BIND values[RECORDED_VALUES];
	MYSQL_BIND columns[COLUMNS];
	unsigned count;
};

static char cells[COLUMNS][CELL];
static unsigned long lengths[COLUMNS];
static my_bool nulls[COLUMNS];
static char page[PAGE_BYTES];
static size_t page_size;

static void stop(const char *why)
{
	fprintf(stderr, "bare: %s\n", why);
	exit(2);
}

static void check(NEOERR *error)
{
	if (error != STATUS_OK)
		stop(error->desc);
}


/* The query. */

static bool has_a_word(const char *text, char **words)
{
	for (; *words != NULL; words++)
		if (strstr(text, *words) != NULL)
			return true;
	return false;
}

static void prepare(MYSQL *connection, struct recorded_statement *statement, struct query *query)
{
	query->handle = mysql_stmt_init(connection);
	if (mysql_stmt_prepare(query->handle, statement->text, strlen(statement->text)) != 0)
		stop(mysql_stmt_error(query->handle));
	for (size_t i = 0; i < statement->count; i++) {
		struct recorded_value *value = &statement->values[i];
		MYSQL_BIND *bind = &query->values[i];

		bind->buffer_type = value->is_number ? MYSQL_TYPE_LONGLONG
		    : value->text == NULL ? MYSQL_TYPE_NULL : MYSQL_TYPE_STRING;
		bind->buffer = value->is_number ? (void *)&value->number : value->text;
		bind->buffer_length = value->size;
	}
	query->count = mysql_stmt_field_count(query->handle);
	for (unsigned i = 0; i < query->count; i++)
		query->columns[i] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING, .buffer = cells[i],
			.buffer_length = CELL, .length = &lengths[i], .is_null = &nulls[i] };
}

/* Reads all rows and copies each cell, as a page that shows them has to. */
static void run(struct query *query)
{
	MYSQL_STMT *handle = query->handle;
	int fetched;

	if (mysql_stmt_bind_param(handle, query->values) != 0 || mysql_stmt_execute(handle) != 0
	    || mysql_stmt_bind_result(handle, query->columns) != 0
	    || mysql_stmt_store_result(handle) != 0)
		stop(mysql_stmt_error(handle));
	while ((fetched = mysql_stmt_fetch(handle)) == 0 || fetched == MYSQL_DATA_TRUNCATED)
		for (unsigned i = 0; i < query->count; i++) {
			char *copy = malloc(lengths[i] + 1);
			MYSQL_BIND again = { .buffer_type = MYSQL_TYPE_STRING, .buffer = copy,
				.buffer_length = lengths[i] };

			if (nulls[i])
				copy[0] = '\0';
			else if (lengths[i] <= CELL)
				memcpy(copy, cells[i], lengths[i]);
			else
				mysql_stmt_fetch_column(handle, &again, i, 0);
			free(copy);
		}
	mysql_stmt_free_result(handle);
}


/* The functions of the templates, in English. */

static NEOERR *same(const char *text, char **said)
{
	*said = strdup(text != NULL ? text : "");
	return STATUS_OK;
}

static NEOERR *part(const char *text, char **encoded)
{
	return nerr_pass(neos_url_escape(text != NULL ? text : "", encoded, NULL));
}

static void replace(char **text, const char *name, const char *value)
{
	char hole[60], *found, *filled;

	snprintf(hole, sizeof hole, "{%s}", name);
	found = strstr(*text, hole);
	if (found == NULL)
		return;
	if (asprintf(&filled, "%.*s%s%s", (int)(found - *text), *text, value, found + strlen(hole)) < 0)
		stop("no memory");
	free(*text);
	*text = filled;
}

static void answer_text(CSARG *result, char *text)
{
	result->op_type = CS_TYPE_STRING;
	result->s = text;
	result->alloc = 1;
}

static NEOERR *fill(CSARG *args, CSARG *result, CSPARSE *cs, const char *format, int holes)
{
	char *a[7] = { NULL };
	NEOERR *error = cs_arg_parse(cs, args, format, &a[0], &a[1], &a[2], &a[3], &a[4], &a[5], &a[6]);

	if (error != STATUS_OK)
		return nerr_pass(error);
	for (int i = 0; i < holes; i++) {
		replace(&a[0], a[1 + 2 * i], a[2 + 2 * i] != NULL ? a[2 + 2 * i] : "");
		free(a[1 + 2 * i]);
		free(a[2 + 2 * i]);
	}
	answer_text(result, a[0]);
	return STATUS_OK;
}

static NEOERR *fill_one(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	(void)function;
	return fill(args, result, cs, "sss", 1);
}

static NEOERR *fill_two(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	(void)function;
	return fill(args, result, cs, "sssss", 2);
}

static NEOERR *fill_three(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	(void)function;
	return fill(args, result, cs, "sssssss", 3);
}

static NEOERR *one_or_many(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	char *one = NULL, *many = NULL, number[24];
	long n = 0;
	NEOERR *error = cs_arg_parse(cs, args, "ssi", &one, &many, &n);

	(void)function;
	if (error != STATUS_OK)
		return nerr_pass(error);
	snprintf(number, sizeof number, "%ld", n);
	replace(n == 1 ? &one : &many, "n", number);
	free(n == 1 ? many : one);
	answer_text(result, n == 1 ? one : many);
	return STATUS_OK;
}


/* The template. */

static const char *folder;

static NEOERR *load(void *context, HDF *hdf, const char *name, char **contents)
{
	char path[512];

	(void)context;
	(void)hdf;
	snprintf(path, sizeof path, "%s/%s", folder, name);
	return nerr_pass(ne_load_file(path, contents));
}

static CSPARSE *parse(const char *name)
{
	CSPARSE *cs;
	HDF *config;

	check(hdf_init(&config));
	check(hdf_set_value(config, "Config.VarEscapeMode", "html"));
	check(cs_init(&cs, config));
	cs_register_fileload(cs, NULL, load);
	check(cs_register_strfunc(cs, "t", same));
	check(cs_register_strfunc(cs, "href", same));
	check(cs_register_strfunc(cs, "url_part", part));
	check(cs_register_esc_strfunc(cs, "raw", same));
	check(cs_register_function(cs, "tn", 3, one_or_many));
	check(cs_register_function(cs, "t1", 3, fill_one));
	check(cs_register_function(cs, "t2", 5, fill_two));
	check(cs_register_function(cs, "t3", 7, fill_three));
	check(cs_parse_file(cs, name));
	cs->hdf = NULL;
	hdf_destroy(&config);
	return cs;
}

static HDF *build(const struct recording *recording)
{
	HDF *above[DEPTH + 1] = { NULL };

	check(hdf_init(&above[0]));
	for (size_t i = 0; i < recording->node_count; i++) {
		const struct recorded_node *node = &recording->nodes[i];
		HDF *parent = above[node->depth - 1];

		if (!node->has_children) {
			check(hdf_set_value(parent, node->name, node->value));
			continue;
		}
		check(hdf_get_node(parent, node->name, &above[node->depth]));
		if (node->value != NULL)
			check(hdf_set_value(above[node->depth], "", node->value));
	}
	return above[0];
}

static NEOERR *keep(void *data, char *piece)
{
	size_t size = strlen(piece);

	(void)data;
	if (page_size + size > sizeof page)
		return nerr_raise(NERR_OUTOFRANGE, "the page is too long");
	memcpy(page + page_size, piece, size);
	page_size += size;
	return STATUS_OK;
}

static void serve(int listener, const char *database, struct recording *recording, char **words)
{
	static struct query queries[RECORDED_STATEMENTS];
	size_t count = 0;
	MYSQL *connection = mysql_init(NULL);
	CSPARSE *cs = parse(recording->template);
	FCGX_Request request;

	mysql_options(connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (mysql_real_connect(connection, NULL, NULL, NULL, "belfry", 0, database, 0) == NULL)
		stop(mysql_error(connection));
	for (size_t i = 0; i < recording->statement_count; i++)
		if (has_a_word(recording->statements[i].text, words))
			prepare(connection, &recording->statements[i], &queries[count++]);
	FCGX_Init();
	FCGX_InitRequest(&request, listener, 0);
	while (FCGX_Accept_r(&request) >= 0) {
		char head[100];

		for (size_t i = 0; i < count; i++)
			run(&queries[i]);
		cs->hdf = build(recording);
		page_size = 0;
		check(cs_render(cs, NULL, keep));
		hdf_destroy(&cs->hdf);
		snprintf(head, sizeof head, "Content-Type: text/html\r\nContent-Length: %zu\r\n\r\n",
		    page_size);
		FCGX_PutS(head, request.out);
		FCGX_PutStr(page, (int)page_size, request.out);
		FCGX_Finish_r(&request);
	}
}

int main(int count, char **arguments)
{
	struct recording *recording;
	int listener;

	if (count < 6)
		stop("SOCKET WORKERS TEMPLATES DATABASE-SOCKET RECORDING WORDS...");
	folder = arguments[3];
	recording = recording_read(arguments[5]);
	listener = FCGX_OpenSocket(arguments[1], 511);
	for (long i = 1; i < strtol(arguments[2], NULL, 10); i++)
		if (fork() == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			break;
		}
	serve(listener, arguments[4], recording, arguments + 6);
	return 0;
}
