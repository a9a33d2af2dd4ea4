/* What a page of Belfry asked and showed, written down by `record` while it was
 * made and done again by the yardsticks: statements with their values, the
 * template, the tree of its data. */
#ifndef BELFRY_TESTS_LOAD_RECORDING_H
#define BELFRY_TESTS_LOAD_RECORDING_H

#include <stdbool.h>
#include <stddef.h>

enum { RECORDED_STATEMENTS = 64, RECORDED_VALUES = 40, RECORDED_NODES = 20000 };

/* A value of a statement; `number` where it is one, else `text` (NULL: none), which
 * may be bytes. */
struct recorded_value {
	bool is_number, is_bytes;
	long long number;
	char *text;
	size_t size;
};

struct recorded_statement {
	char *text;
	struct recorded_value values[RECORDED_VALUES];
	size_t count;
};

/* A node of the tree under the last one with a smaller depth. */
struct recorded_node {
	int depth;
	char *name, *value;
	bool has_children;
};

struct recording {
	char *template;
	struct recorded_statement statements[RECORDED_STATEMENTS];
	size_t statement_count;
	struct recorded_node nodes[RECORDED_NODES];
	size_t node_count;
};

/* Ends the process when there is no such file. */
struct recording *recording_read(const char *path);

#endif
