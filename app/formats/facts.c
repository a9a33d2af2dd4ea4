/* Reading what an advisory is about. */
#include "formats/facts.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

enum { LINES_BYTES = 512 * 1024 };

/* The lines one by one, trimmed; empty ones are passed over. */
struct lines {
	const void *memory;
	const char *at;
	int number;
};

static const char *next_line(struct lines *lines)
{
	while (lines->at != NULL && *lines->at != '\0') {
		size_t size = strcspn(lines->at, "\n");
		const char *line = text_one_line(lines->memory, memory_text_of(lines->memory, lines->at, size));

		lines->number++;
		lines->at += size + (lines->at[size] == '\n');
		if (line[0] != '\0')
			return line;
	}
	return NULL;
}

static bool complain(struct facts_problem *problem, const struct lines *lines, enum facts_wrong wrong,
	const char *what)
{
	problem->line = lines->number;
	problem->wrong = wrong;
	problem->what = what;
	return false;
}


/* Weaknesses --------------------------------------------------------------------- */

/* "CVE-2026-0001": four digits of a year, four or more of a number. */
bool facts_is_cve(const char *word)
{
	return text_starts(word, "CVE-") && strspn(word + 4, "0123456789") == 4 && word[8] == '-'
	    && strspn(word + 9, "0123456789") == strlen(word + 9) && strlen(word + 9) >= 4
	    && strlen(word + 9) <= 15;
}

static bool has_cve(const struct facts *facts, const char *cve)
{
	for (size_t i = 0; i < facts->weakness_count; i++)
		if (text_is(facts->weaknesses[i].cve, cve))
			return true;
	return false;
}

static bool take_vector(const void *memory, const char *word, struct weakness *weakness,
	struct facts_problem *problem)
{
	struct cvss cvss;

	problem->cvss = cvss_read(memory, word, &cvss, &problem->what);
	problem->wrong = FACTS_CVSS;
	if (problem->cvss != CVSS_RIGHT)
		return false;
	problem->wrong = FACTS_CVSS_TWICE;
	if ((cvss.version == 31 ? weakness->three : weakness->four).vector != NULL)
		return false;
	*(cvss.version == 31 ? &weakness->three : &weakness->four) = cvss;
	return true;
}

static bool take_word(const struct lines *lines, const char *word, const struct facts *facts,
	struct weakness *weakness, struct facts_problem *problem)
{
	const char *upper = text_upper(lines->memory, word);

	problem->line = lines->number;
	if (text_starts(upper, "CVSS:"))
		return take_vector(lines->memory, word, weakness, problem);
	if (!facts_is_cve(upper) || weakness->cve != NULL)
		return complain(problem, lines, FACTS_NO_WEAKNESS, word);
	if (has_cve(facts, upper))
		return complain(problem, lines, FACTS_CVE_TWICE, upper);
	weakness->cve = upper;
	return true;
}

bool facts_read_weaknesses(const void *memory, const char *text, struct facts *facts,
	struct facts_problem *problem)
{
	struct lines lines = { memory, text, 0 };
	const char *line;

	facts->weaknesses = memory_array(memory, struct weakness, FACTS_WEAKNESSES);
	while ((line = next_line(&lines)) != NULL) {
		struct weakness weakness = { 0 };

		if (facts->weakness_count == FACTS_WEAKNESSES)
			return complain(problem, &lines, FACTS_TOO_MANY, "");
		while (*line != '\0') {
			size_t size = strcspn(line, " ,;");

			if (size > 0 && !take_word(&lines, memory_text_of(memory, line, size), facts, &weakness,
			    problem))
				return false;
			line += size + (line[size] != '\0');
		}
		/* A line of commas says nothing. */
		if (weakness.cve != NULL || weakness.three.vector != NULL || weakness.four.vector != NULL)
			facts->weaknesses[facts->weakness_count++] = weakness;
	}
	return true;
}

const char *facts_weakness_lines(const void *memory, const struct facts *facts)
{
	struct buffer lines;

	buffer_open(&lines, memory, LINES_BYTES);
	for (size_t i = 0; i < facts->weakness_count; i++) {
		const struct weakness *weakness = &facts->weaknesses[i];
		const char *const words[] = { weakness->cve, weakness->three.vector, weakness->four.vector };
		const char *between = "";

		for (size_t n = 0; n < 3; n++) {
			if (words[n] == NULL)
				continue;
			buffer_printf(&lines, "%s%s", between, words[n]);
			between = " ";
		}
		buffer_add(&lines, "\n");
	}
	return text_trim(memory, buffer_text(&lines));
}

int facts_score(const struct facts *facts)
{
	int highest = -1;

	for (size_t i = 0; i < facts->weakness_count; i++) {
		const struct cvss *both[] = { &facts->weaknesses[i].three, &facts->weaknesses[i].four };

		for (size_t n = 0; n < 2; n++)
			if (both[n]->vector != NULL && both[n]->score > highest)
				highest = both[n]->score;
	}
	return highest;
}


/* Products ----------------------------------------------------------------------- */

static bool same_product(const struct product *a, const struct product *b)
{
	return text_is(a->vendor, b->vendor) && text_is(a->name, b->name)
	    && text_is(a->versions, b->versions);
}

static bool take_product(const struct lines *lines, const char *line, struct facts *facts,
	struct product *product, struct facts_problem *problem)
{
	const char *parts[3] = { NULL };
	size_t count = 0;

	for (const char *at = line; ; count++) {
		size_t size = strcspn(at, "|");

		if (count == 3)
			return complain(problem, lines, FACTS_NO_PRODUCT, line);
		if (size > FACTS_PART_BYTES)
			return complain(problem, lines, FACTS_TOO_LONG, "");
		parts[count] = text_one_line(lines->memory, memory_text_of(lines->memory, at, size));
		if (at[size] == '\0')
			break;
		at += size + 1;
	}
	if (text_is_empty(parts[0]) || text_is_empty(parts[1]))
		return complain(problem, lines, FACTS_NO_PRODUCT, line);
	product->vendor = parts[0];
	product->name = parts[1];
	product->versions = text_is_empty(parts[2]) ? NULL : parts[2];
	for (size_t i = 0; i < facts->product_count; i++)
		if (same_product(product, &facts->products[i]))
			return complain(problem, lines, FACTS_PRODUCT_TWICE, line);
	return true;
}

bool facts_read_products(const void *memory, const char *text, enum product_status status,
	struct facts *facts, struct facts_problem *problem)
{
	struct lines lines = { memory, text, 0 };
	const char *line;

	if (facts->products == NULL)
		facts->products = memory_array(memory, struct product, FACTS_PRODUCTS);
	while ((line = next_line(&lines)) != NULL) {
		struct product product = { .status = status };

		if (facts->product_count == FACTS_PRODUCTS)
			return complain(problem, &lines, FACTS_TOO_MANY, "");
		if (!take_product(&lines, line, facts, &product, problem))
			return false;
		facts->products[facts->product_count++] = product;
	}
	return true;
}

const char *facts_product_lines(const void *memory, const struct facts *facts,
	enum product_status status)
{
	struct buffer lines;

	buffer_open(&lines, memory, LINES_BYTES);
	for (size_t i = 0; i < facts->product_count; i++) {
		const struct product *product = &facts->products[i];

		if (product->status != status)
			continue;
		buffer_printf(&lines, "%s | %s", product->vendor, product->name);
		if (product->versions != NULL)
			buffer_printf(&lines, " | %s", product->versions);
		buffer_add(&lines, "\n");
	}
	return text_trim(memory, buffer_text(&lines));
}


/* Links -------------------------------------------------------------------------- */

/* RFC 3986's characters; others are percent-encoded. */
static const char *as_uri(const void *memory, const char *word)
{
	struct buffer uri;

	buffer_open(&uri, memory, 4 * FACTS_LINK_BYTES);
	for (const unsigned char *c = (const unsigned char *)word; *c != '\0'; c++)
		if (*c <= ' ' || *c > '~' || strchr("\"<>\\^`{|}", *c) != NULL)
			buffer_printf(&uri, "%%%02X", *c);
		else
			buffer_printf(&uri, "%c", *c);
	return buffer_text(&uri);
}

static bool percents_are_right(const char *uri)
{
	for (uri = strchr(uri, '%'); uri != NULL; uri = strchr(uri + 1, '%'))
		if (strspn(uri + 1, "0123456789abcdefABCDEF") < 2)
			return false;
	return true;
}

/* A host with letters, digits, dots and hyphens, perhaps a port; no user. */
static bool is_web_address(const char *word)
{
	const char *host = text_starts(word, "https://") ? word + 8
	    : text_starts(word, "http://") ? word + 7 : "";
	const size_t size = strcspn(host, "/?#");
	const size_t name = strspn(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

	if (size == 0 || name == 0 || host[0] == '.' || host[0] == '-')
		return false;
	if (name == size)
		return true;
	return host[name] == ':' && strspn(host + name + 1, "0123456789") == size - name - 1
	    && size - name - 1 > 0 && size - name - 1 <= 5;
}

static bool take_link(const struct lines *lines, const char *line, struct link *link,
	struct facts_problem *problem)
{
	const size_t size = strcspn(line, " ");
	const char *word = memory_text_of(lines->memory, line, size);

	link->url = as_uri(lines->memory, word);
	link->label = text_one_line(lines->memory, line + size);
	if (!is_web_address(word) || !percents_are_right(link->url)
	    || (strchr(link->url, '#') != NULL && strchr(strchr(link->url, '#') + 1, '#') != NULL)
	    || strpbrk(link->url, "[]") != NULL)
		return complain(problem, lines, FACTS_NO_LINK, word);
	if (strlen(link->url) > FACTS_LINK_BYTES || strlen(link->label) > FACTS_PART_BYTES)
		return complain(problem, lines, FACTS_TOO_LONG, "");
	if (link->label[0] == '\0')
		link->label = link->url;
	return true;
}

bool facts_read_links(const void *memory, const char *text, struct facts *facts,
	struct facts_problem *problem)
{
	struct lines lines = { memory, text, 0 };
	const char *line;

	facts->links = memory_array(memory, struct link, FACTS_LINKS);
	while ((line = next_line(&lines)) != NULL) {
		struct link link;

		if (facts->link_count == FACTS_LINKS)
			return complain(problem, &lines, FACTS_TOO_MANY, "");
		if (!take_link(&lines, line, &link, problem))
			return false;
		for (size_t i = 0; i < facts->link_count; i++)
			if (text_is(facts->links[i].url, link.url))
				return complain(problem, &lines, FACTS_LINK_TWICE, link.url);
		facts->links[facts->link_count++] = link;
	}
	return true;
}

const char *facts_link_lines(const void *memory, const struct facts *facts)
{
	struct buffer lines;

	buffer_open(&lines, memory, LINES_BYTES);
	for (size_t i = 0; i < facts->link_count; i++)
		if (text_is(facts->links[i].url, facts->links[i].label))
			buffer_printf(&lines, "%s\n", facts->links[i].url);
		else
			buffer_printf(&lines, "%s %s\n", facts->links[i].url, facts->links[i].label);
	return text_trim(memory, buffer_text(&lines));
}


/* As it is kept ------------------------------------------------------------------ */

static const char *const statuses[PRODUCT_STATUSES] = {
	[AFFECTED] = "affected", [FIXED] = "fixed", [INVESTIGATED] = "investigated",
	[NOT_AFFECTED] = "not_affected",
};

const char *facts_kept_products(const void *memory, const struct facts *facts)
{
	struct buffer lines;

	buffer_open(&lines, memory, LINES_BYTES);
	for (size_t i = 0; i < facts->product_count; i++) {
		const struct product *product = &facts->products[i];

		buffer_printf(&lines, "%s | %s | %s", statuses[product->status], product->vendor, product->name);
		if (product->versions != NULL)
			buffer_printf(&lines, " | %s", product->versions);
		buffer_add(&lines, "\n");
	}
	return text_trim(memory, buffer_text(&lines));
}

void facts_read_kept(const void *memory, const char *weaknesses, const char *products,
	const char *links, struct facts *facts)
{
	struct lines lines = { memory, products, 0 };
	struct facts_problem problem;
	const char *line;

	*facts = (struct facts){ 0 };
	facts_read_weaknesses(memory, weaknesses, facts, &problem);
	facts_read_links(memory, links, facts, &problem);
	while ((line = next_line(&lines)) != NULL)
		for (int i = 0; i < PRODUCT_STATUSES; i++)
			if (text_starts(line, statuses[i]) && text_starts(line + strlen(statuses[i]), " | "))
				facts_read_products(memory, line + strlen(statuses[i]) + 3, (enum product_status)i,
				    facts, &problem);
}
