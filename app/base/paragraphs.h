/* A text of somebody's, line by line: paragraphs are parted by empty lines. */
#ifndef BELFRY_BASE_PARAGRAPHS_H
#define BELFRY_BASE_PARAGRAPHS_H

#include <stdbool.h>

struct paragraphs {
	const void *memory;
	const char *rest;
	bool begins;                 /* the line read last begins a paragraph */
	bool between;
};

void paragraphs_open(struct paragraphs *, const void *memory, const char *text);
/* The next line with words on it, trimmed; NULL: there is none. */
const char *paragraphs_line(struct paragraphs *);

#endif
