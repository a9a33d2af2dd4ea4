/* Reading CVSS vectors. */
#include "formats/cvss.h"

#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "formats/cvss_inside.h"

enum { NOT_THERE = '\0' };

static size_t place_of(const struct cvss_metric *metrics, const char *name, size_t size)
{
	for (size_t i = 0; metrics[i].name != NULL; i++)
		if (strlen(metrics[i].name) == size && memcmp(metrics[i].name, name, size) == 0)
			return i;
	return CVSS_METRICS;
}

char cvss_value(const struct cvss_chosen *chosen, const char *name)
{
	size_t place = place_of(chosen->metrics, name, strlen(name));

	if (place == CVSS_METRICS)
		bug("no metric '%s'", name);
	return chosen->values[place];
}

char cvss_modified(const struct cvss_chosen *chosen, const char *name)
{
	const char modified[4] = { 'M', name[0], name[1], '\0' };
	char value = cvss_value(chosen, modified);

	return value != 'X' ? value : cvss_value(chosen, name);
}

const char *cvss_severity(int score)
{
	return score == 0 ? "none" : score < 40 ? "low" : score < 70 ? "medium"
	    : score < 90 ? "high" : "critical";
}

/* The value as the standard writes it: of "X|Clear|Green" the one that was typed. */
static const char *value_of(const void *memory, const char *values, const char *typed)
{
	while (*values != '\0') {
		size_t size = strcspn(values, "|");
		const char *one = memory_text_of(memory, values, size);

		if (text_is(text_upper(memory, one), typed))
			return one;
		values += size + (values[size] == '|');
	}
	return NULL;
}

/* One piece, "AV:N", in capitals. */
static enum cvss_wrong take(const void *memory, const char *piece, struct cvss_chosen *chosen,
	const char **words)
{
	const size_t size = strcspn(piece, ":");
	const size_t place = place_of(chosen->metrics, piece, size);

	if (piece[size] == '\0' || place == CVSS_METRICS)
		return CVSS_UNKNOWN_METRIC;
	if (chosen->values[place] != NOT_THERE)
		return CVSS_TWICE;
	words[place] = value_of(memory, chosen->metrics[place].values, piece + size + 1);
	if (words[place] == NULL)
		return CVSS_UNKNOWN_VALUE;
	chosen->values[place] = words[place][0];
	return CVSS_RIGHT;
}

static enum cvss_wrong read_pieces(const void *memory, const char *text, struct cvss_chosen *chosen,
	const char **words, const char **what)
{
	while (*text != '\0') {
		size_t size = strcspn(text, "/");
		const char *piece = memory_text_of(memory, text, size);
		enum cvss_wrong wrong = take(memory, piece, chosen, words);

		*what = piece;
		if (wrong != CVSS_RIGHT)
			return wrong;
		text += size + (text[size] == '/');
	}
	for (size_t i = 0; chosen->metrics[i].name != NULL; i++) {
		*what = chosen->metrics[i].name;
		if (chosen->values[i] != NOT_THERE)
			continue;
		if (chosen->metrics[i].base)
			return CVSS_MISSING;
		chosen->values[i] = 'X';
	}
	return CVSS_RIGHT;
}

static const char *written(const void *memory, const char *head, const struct cvss_chosen *chosen,
	const char **words)
{
	struct buffer vector;

	buffer_open(&vector, memory, CVSS_VECTOR_BYTES);
	buffer_add(&vector, head);
	for (size_t i = 0; chosen->metrics[i].name != NULL; i++)
		if (chosen->values[i] != 'X')
			buffer_printf(&vector, "/%s:%s", chosen->metrics[i].name, words[i]);
	return buffer_text(&vector);
}

enum cvss_wrong cvss_read(const void *memory, const char *text, struct cvss *cvss, const char **what)
{
	const char *upper = text_upper(memory, text), *words[CVSS_METRICS] = { NULL };
	const bool third = text_starts(upper, "CVSS:3.1/");
	struct cvss_chosen chosen = { .metrics = third ? cvss_3_metrics : cvss_4_metrics };
	enum cvss_wrong wrong;

	*what = "";
	if (!third && !text_starts(upper, "CVSS:4.0/"))
		return CVSS_NO_VECTOR;
	if (strlen(text) >= CVSS_VECTOR_BYTES)
		return CVSS_TOO_LONG;
	wrong = read_pieces(memory, upper + strlen("CVSS:4.0/"), &chosen, words, what);
	if (wrong != CVSS_RIGHT)
		return wrong;
	*cvss = (struct cvss){
		.version = third ? 31 : 40,
		.vector = written(memory, third ? "CVSS:3.1" : "CVSS:4.0", &chosen, words),
		.score = third ? cvss_3_score(&chosen) : cvss_4_score(&chosen),
	};
	cvss->base = third ? cvss_3_base(&chosen) : cvss->score;
	return CVSS_RIGHT;
}
