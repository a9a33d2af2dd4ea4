/* Reading reports of delivery, line by line: there is one field to find. */
#include "mail/report.h"

#include <string.h>
#include <strings.h>

/* A line without its end. */
struct line {
	const char *text;
	size_t size;
};

struct lines {
	const char *at, *end;
};

static bool next_line(struct lines *lines, struct line *line)
{
	const char *newline;

	if (lines->at >= lines->end)
		return false;
	newline = memchr(lines->at, '\n', (size_t)(lines->end - lines->at));
	line->text = lines->at;
	line->size = (size_t)((newline != NULL ? newline : lines->end) - lines->at);
	lines->at = newline != NULL ? newline + 1 : lines->end;
	if (line->size > 0 && line->text[line->size - 1] == '\r')
		line->size--;
	return true;
}

static bool begins(const struct line *line, const char *words)
{
	const size_t size = strlen(words);

	return line->size >= size && strncasecmp(line->text, words, size) == 0;
}

static bool has(const struct line *line, const char *words)
{
	const size_t size = strlen(words);

	for (size_t i = 0; i + size <= line->size; i++)
		if (strncasecmp(line->text + i, words, size) == 0)
			return true;
	return false;
}

/* The value of a field that stands in this line. */
static bool says(const struct line *line, const char *field, const char *value)
{
	const size_t size = strlen(field);
	struct line rest;

	if (!begins(line, field))
		return false;
	rest = (struct line){ line->text + size, line->size - size };
	while (rest.size > 0 && (*rest.text == ' ' || *rest.text == '\t')) {
		rest.text++;
		rest.size--;
	}
	return begins(&rest, value) && (rest.size == strlen(value)
	    || strchr(" \t;", rest.text[strlen(value)]) != NULL);
}

/* Its type, which may go on in lines that begin with a space. */
static bool is_report(struct lines *lines)
{
	bool inside = false, report = false, delivery = false;
	struct line line;

	while (next_line(lines, &line) && line.size > 0) {
		if (*line.text != ' ' && *line.text != '\t')
			inside = begins(&line, "Content-Type:");
		if (!inside)
			continue;
		report = report || has(&line, "multipart/report");
		delivery = delivery || has(&line, "delivery-status");
	}
	return report && delivery;
}

bool mail_says_failed(const void *bytes, size_t size)
{
	struct lines lines = { bytes, (const char *)bytes + size };
	bool inside = false;
	struct line line;

	if (!is_report(&lines))
		return false;
	while (next_line(&lines, &line)) {
		if (begins(&line, "--"))
			inside = false;
		else if (says(&line, "Content-Type:", "message/delivery-status"))
			inside = true;
		else if (inside && says(&line, "Action:", "failed"))
			return true;
	}
	return false;
}
