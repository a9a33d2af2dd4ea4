/* Reading what `record` wrote: lines "KIND NUMBER SIZE", each followed by that
 * many bytes and a line break. */
#include "recording.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void stop(const char *why)
{
	fprintf(stderr, "%s\n", why);
	exit(2);
}

static char *read_bytes(FILE *file, size_t size)
{
	char *bytes = calloc(1, size + 1);

	if (bytes == NULL || fread(bytes, 1, size, file) != size || fgetc(file) != '\n')
		stop("the recording ends in the middle");
	return bytes;
}

static void take(struct recording *recording, const char *kind, long long number, char *bytes,
	size_t size)
{
	struct recorded_statement *statement = recording->statement_count == 0 ? NULL
	    : &recording->statements[recording->statement_count - 1];
	struct recorded_node *node = recording->node_count == 0 ? NULL
	    : &recording->nodes[recording->node_count - 1];

	if (strcmp(kind, "template") == 0) {
		recording->template = bytes;
	} else if (strcmp(kind, "statement") == 0) {
		if (recording->statement_count == RECORDED_STATEMENTS)
			stop("more statements than a recording holds");
		recording->statements[recording->statement_count++].text = bytes;
	} else if (strcmp(kind, "number") == 0) {
		statement->values[statement->count++] =
		    (struct recorded_value){ .is_number = true, .number = number };
	} else if (strcmp(kind, "text") == 0 || strcmp(kind, "bytes") == 0) {
		statement->values[statement->count++] = (struct recorded_value){
			.text = bytes, .size = size, .is_bytes = strcmp(kind, "bytes") == 0 };
	} else if (strcmp(kind, "null") == 0) {
		statement->values[statement->count++] = (struct recorded_value){ 0 };
	} else if (strcmp(kind, "node") == 0) {
		if (recording->node_count == RECORDED_NODES)
			stop("more nodes than a recording holds");
		if (node != NULL && node->depth < number)
			node->has_children = true;
		recording->nodes[recording->node_count++] =
		    (struct recorded_node){ .depth = (int)number, .name = bytes };
	} else if (strcmp(kind, "value") == 0) {
		node->value = bytes;
	} else {
		stop("the recording has a line of no kind");
	}
}

struct recording *recording_read(const char *path)
{
	struct recording *recording = calloc(1, sizeof *recording);
	FILE *file = fopen(path, "re");
	char line[100];

	if (recording == NULL || file == NULL)
		stop("there is no such recording");
	while (fgets(line, sizeof line, file) != NULL) {
		char kind[20] = "", *rest = strchr(line, ' ');
		long long number;
		size_t size;

		if (rest == NULL || (size_t)(rest - line) >= sizeof kind)
			stop("the recording has a line of no kind");
		memcpy(kind, line, (size_t)(rest - line));
		number = strtoll(rest, &rest, 10);
		size = strtoull(rest, NULL, 10);
		take(recording, kind, number, read_bytes(file, size), size);
	}
	fclose(file);
	return recording;
}
