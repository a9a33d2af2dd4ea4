/* Belfry, which writes down what one page asks and shows: `record cgi` is
 * `belfry cgi`, and BELFRY_RECORDING names the file. The linker puts these in
 * front of the functions of the two libraries (--wrap). */
#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ClearSilver.h>

enum { STATEMENTS = 64 };

static struct {
	MYSQL_STMT *handle;
	char *text;
	MYSQL_BIND *values;
} statements[STATEMENTS];

int __real_mysql_stmt_prepare(MYSQL_STMT *, const char *, unsigned long);
my_bool __real_mysql_stmt_bind_param(MYSQL_STMT *, MYSQL_BIND *);
int __real_mysql_stmt_execute(MYSQL_STMT *);
NEOERR *__real_cs_parse_file(CSPARSE *, const char *);
NEOERR *__real_cs_render(CSPARSE *, void *, CSOUTFUNC);

int __wrap_mysql_stmt_prepare(MYSQL_STMT *, const char *, unsigned long);
my_bool __wrap_mysql_stmt_bind_param(MYSQL_STMT *, MYSQL_BIND *);
int __wrap_mysql_stmt_execute(MYSQL_STMT *);
NEOERR *__wrap_cs_parse_file(CSPARSE *, const char *);
NEOERR *__wrap_cs_render(CSPARSE *, void *, CSOUTFUNC);

static FILE *file(void)
{
	static FILE *open;

	if (open == NULL)
		open = fopen(getenv("BELFRY_RECORDING"), "we");
	if (open == NULL)
		abort();
	return open;
}

static void write_down(const char *kind, long long number, const char *bytes, size_t size)
{
	fprintf(file(), "%s %lld %zu\n", kind, number, size);
	fwrite(bytes, 1, size, file());
	fputc('\n', file());
	fflush(file());
}

static size_t place_of(MYSQL_STMT *handle)
{
	size_t i = 0;

	while (i < STATEMENTS && statements[i].handle != NULL && statements[i].handle != handle)
		i++;
	if (i == STATEMENTS)
		abort();
	statements[i].handle = handle;
	return i;
}

int __wrap_mysql_stmt_prepare(MYSQL_STMT *handle, const char *text, unsigned long size)
{
	size_t i = place_of(handle);

	statements[i].text = strndup(text, size);
	statements[i].values = NULL;
	return __real_mysql_stmt_prepare(handle, text, size);
}

my_bool __wrap_mysql_stmt_bind_param(MYSQL_STMT *handle, MYSQL_BIND *values)
{
	statements[place_of(handle)].values = values;
	return __real_mysql_stmt_bind_param(handle, values);
}

int __wrap_mysql_stmt_execute(MYSQL_STMT *handle)
{
	size_t i = place_of(handle);

	write_down("statement", 0, statements[i].text, strlen(statements[i].text));
	for (unsigned long n = 0; n < mysql_stmt_param_count(handle); n++) {
		const MYSQL_BIND *value = &statements[i].values[n];

		if (value->buffer_type == MYSQL_TYPE_NULL)
			write_down("null", 0, "", 0);
		else if (value->buffer_type == MYSQL_TYPE_LONGLONG)
			write_down("number", *(const long long *)value->buffer, "", 0);
		else
			write_down("text", 0, value->buffer, value->buffer_length);
	}
	return __real_mysql_stmt_execute(handle);
}

NEOERR *__wrap_cs_parse_file(CSPARSE *cs, const char *name)
{
	write_down("template", 0, name, strlen(name));
	return __real_cs_parse_file(cs, name);
}

static void write_tree(HDF *above, int depth)
{
	for (HDF *node = hdf_obj_child(above); node != NULL; node = hdf_obj_next(node)) {
		const char *value = hdf_obj_value(node);

		write_down("node", depth, hdf_obj_name(node), strlen(hdf_obj_name(node)));
		if (value != NULL)
			write_down("value", 0, value, strlen(value));
		write_tree(node, depth + 1);
	}
}

NEOERR *__wrap_cs_render(CSPARSE *cs, void *data, CSOUTFUNC output)
{
	if (cs->global_hdf != NULL)
		write_tree(cs->global_hdf, 1);
	write_tree(cs->hdf, 1);
	return __real_cs_render(cs, data, output);
}
