/* ClearSilver, and nothing else that knows it: one cached parse tree per
 * template and process, one fresh tree of data per request. */
#include "web/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "web/language.h"

#include <ClearSilver.h>

enum view_limit {
	VIEW_TEMPLATES      = 128,
	VIEW_TEMPLATE_BYTES = 512 * 1024,
	VIEW_NAME_BYTES     = 80,
	VIEW_STATIC_BYTES   = 1024 * 1024,
};

/* Values of one row are set one after the other: the branch of the last name is
 * remembered, so that "tickets.17.subject" is not looked up from the root when
 * "tickets.17.who" was just set. */
struct view {
	HDF *root;
	HDF *branch;
	char branch_name[VIEW_NAME_BYTES];
	size_t branch_size;
	bool spoiled;
};

struct template {
	char name[VIEW_NAME_BYTES];
	CSPARSE *parsed;
};

static struct template templates[VIEW_TEMPLATES];
static const char *folder;
/* The request being rendered: functions of templates have no other way to it. */
static const struct request *rendering;

void view_open(const char *templates_folder)
{
	folder = templates_folder;
	view_reload();
}

void view_reload(void)
{
	for (size_t i = 0; i < VIEW_TEMPLATES && templates[i].parsed != NULL; i++) {
		cs_destroy(&templates[i].parsed);
		templates[i].name[0] = '\0';
	}
}

static char static_version[11];

void view_static_open(const char *static_folder)
{
	static const char *const files[] = { "style.css", "symbols.svg" };
	void *memory = memory_root("static version");
	struct buffer all;

	buffer_open(&all, memory, VIEW_STATIC_BYTES);
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		FILE *file = fopen(memory_printf(memory, "%s/%s", static_folder, files[i]), "re");
		char piece[4096];
		size_t got;

		while (file != NULL && (got = fread(piece, 1, sizeof piece, file)) > 0)
			buffer_add_bytes(&all, piece, got);
		if (file != NULL)
			fclose(file);
	}
	snprintf(static_version, sizeof static_version, "%s",
	    digest_hex(memory, buffer_text(&all), all.size));
	memory_end(memory);
}

const char *view_static_version(void)
{
	return static_version;
}

/* Logs an error chain of ClearSilver once and lets it go. */
static bool went_well(NEOERR *error, const char *doing)
{
	STRING text;

	if (error == STATUS_OK)
		return true;
	string_init(&text);
	nerr_error_traceback(error, &text);
	log_error("view: %s: %s", doing, text.buf != NULL ? text.buf : "?");
	string_clear(&text);
	nerr_ignore(&error);
	return false;
}

static int destroy_tree(struct view *view)
{
	hdf_destroy(&view->root);
	return 0;
}

struct view *view_new(const void *memory)
{
	struct view *view = memory_new(memory, struct view);

	if (!went_well(hdf_init(&view->root), "a new tree"))
		bug("no tree for a view");
	talloc_set_destructor(view, destroy_tree);
	/* Read again by ClearSilver wherever it makes a parser of its own. */
	if (!went_well(hdf_set_value(view->root, "Config.VarEscapeMode", "html"), "a new tree"))
		bug("a view that does not escape");
	return view;
}

static void set(struct request *r, HDF *under, const char *name, const char *value)
{
	if (!went_well(hdf_set_value(under, name, value != NULL ? value : ""), name))
		r->view->spoiled = true;
}

/* The node above the last part of a name, made where it is missing; `leaf` is
 * that last part. */
static HDF *branch_of(struct request *r, const char *name, const char **leaf)
{
	struct view *view = r->view;
	const char *dot = strrchr(name, '.');
	size_t size = dot != NULL ? (size_t)(dot - name) : 0;

	*leaf = dot != NULL ? dot + 1 : name;
	if (size == 0)
		return view->root;
	if (size >= sizeof view->branch_name)
		bug("the name '%s' is too long for a view", name);
	if (size == view->branch_size && memcmp(view->branch_name, name, size) == 0)
		return view->branch;
	memcpy(view->branch_name, name, size);
	view->branch_name[size] = '\0';
	view->branch_size = size;
	if (!went_well(hdf_get_node(view->root, view->branch_name, &view->branch), name)) {
		view->spoiled = true;
		view->branch_size = 0;
		return view->root;
	}
	return view->branch;
}

void view_text(struct request *r, const char *name, const char *value)
{
	const char *leaf;
	HDF *branch;

	if (value == NULL)
		return;
	branch = branch_of(r, name, &leaf);
	set(r, branch, leaf, value);
}

void view_number(struct request *r, const char *name, int64_t value)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%lld", (long long)value);
	view_text(r, name, digits);
}

void view_flag(struct request *r, const char *name, bool value)
{
	view_text(r, name, value ? "1" : "0");
}

static void set_moment(struct request *r, HDF *under, const char *name, moment value)
{
	HDF *node;

	set(r, under, name, moment_iso(r->work->memory, value));
	node = hdf_get_obj(under, name);
	if (node != NULL) {
		set(r, node, "text", moment_said(r->work->memory, value));
		set(r, node, "day", day_said(r->work->memory, value));
		set(r, node, "age", length_brief(r->work->memory, r->work->now - value, 1));
	}
}

void view_moment(struct request *r, const char *name, moment value)
{
	const char *leaf;
	HDF *branch;

	if (value == 0)
		return;
	branch = branch_of(r, name, &leaf);
	set_moment(r, branch, leaf, value);
}

static void pour(struct request *r, HDF *under, struct db_rows *rows)
{
	for (size_t i = 0; i < db_column_count(rows); i++) {
		const char *column = db_column_name(rows, i);
		const char *text = db_column_text(rows, i);
		moment m;

		if (text == NULL)
			continue;
		if (text_ends(column, "_at") && moment_parse(text, &m))
			set_moment(r, under, column, m);
		else
			set(r, under, column, text);
	}
}

void view_rows(struct request *r, const char *name, struct db_rows *rows)
{
	HDF *list, *row;
	char number[24];
	size_t n = 0;

	if (!went_well(hdf_get_node(r->view->root, name, &list), name)) {
		r->view->spoiled = true;
		return;
	}
	db_rewind(rows);
	while (db_next(rows)) {
		snprintf(number, sizeof number, "%zu", n++);
		if (!went_well(hdf_get_node(list, number, &row), name)) {
			r->view->spoiled = true;
			return;
		}
		pour(r, row, rows);
	}
}

bool view_row(struct request *r, const char *name, struct db_rows *rows)
{
	HDF *node;

	db_rewind(rows);
	if (!db_next(rows))
		return false;
	if (!went_well(hdf_get_node(r->view->root, name, &node), name)) {
		r->view->spoiled = true;
		return false;
	}
	pour(r, node, rows);
	return true;
}


/* Functions of templates ---------------------------------------------------- */

static NEOERR *translate(const char *sentence, char **said)
{
	*said = strdup(sentence != NULL && *sentence != '\0' ? t(sentence) : "");
	return STATUS_OK;
}

static NEOERR *raw(const char *markup, char **same)
{
	*same = strdup(markup != NULL ? markup : "");
	return STATUS_OK;
}

/* An address of ours, with the language of the page. What is not a path of
 * ours becomes "#": a foreign scheme, a host, a backslash. */
static NEOERR *href(const char *path, char **address)
{
	const char *prefix = "";
	char *text = NULL;

	if (path == NULL || path[0] != '/' || path[1] == '/' || strchr(path, '\\') != NULL) {
		*address = strdup("#");
		return STATUS_OK;
	}
	if (rendering != NULL && rendering->prefixed)
		prefix = rendering->language;
	if (asprintf(&text, "%s%s%s", *prefix != '\0' ? "/" : "", prefix,
	    *prefix != '\0' && path[1] == '\0' ? "" : path) < 0)
		bug("no memory for an address");
	*address = text;
	return STATUS_OK;
}

static NEOERR *url_part(const char *text, char **encoded)
{
	return nerr_pass(neos_url_escape(text != NULL ? text : "", encoded, NULL));
}

static void answer_text(CSARG *result, char *text)
{
	result->op_type = CS_TYPE_STRING;
	result->s = text;
	result->alloc = 1;
}

static NEOERR *one_or_many(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	char *one = NULL, *many = NULL, number[24];
	long n = 0;
	NEOERR *error = cs_arg_parse(cs, args, "ssi", &one, &many, &n);
	void *memory;

	(void)function;
	if (error != STATUS_OK)
		return nerr_pass(error);
	memory = memory_root("one or many");
	snprintf(number, sizeof number, "%ld", n);
	answer_text(result, strdup(t_fill(memory,
	    tn(one != NULL ? one : "", many != NULL ? many : "", n), "n", number, NULL)));
	memory_end(memory);
	free(one);
	free(many);
	return STATUS_OK;
}

static NEOERR *fill(CSARG *result, char **texts, size_t holes)
{
	void *memory = memory_root("fill");
	const char *a[7] = { "", "", "", "", "", "", "" };

	for (size_t i = 0; i < 1 + 2 * holes; i++)
		if (texts[i] != NULL)
			a[i] = texts[i];
	/* All at once: a hole in a value is text. The holes that are not there have
	 * no name, which fits none. */
	answer_text(result, strdup(t_fill(memory, t(a[0]), a[1], a[2], a[3], a[4], a[5], a[6],
	    NULL)));
	memory_end(memory);
	for (size_t i = 0; i < 1 + 2 * holes; i++)
		free(texts[i]);
	return STATUS_OK;
}

static NEOERR *fill_one(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	char *a[3] = { NULL };
	NEOERR *error = cs_arg_parse(cs, args, "sss", &a[0], &a[1], &a[2]);

	(void)function;
	return error != STATUS_OK ? nerr_pass(error) : fill(result, a, 1);
}

static NEOERR *fill_two(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	char *a[5] = { NULL };
	NEOERR *error = cs_arg_parse(cs, args, "sssss", &a[0], &a[1], &a[2], &a[3], &a[4]);

	(void)function;
	return error != STATUS_OK ? nerr_pass(error) : fill(result, a, 2);
}

static NEOERR *fill_three(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	char *a[7] = { NULL };
	NEOERR *error = cs_arg_parse(cs, args, "sssssss", &a[0], &a[1], &a[2], &a[3], &a[4],
	    &a[5], &a[6]);

	(void)function;
	return error != STATUS_OK ? nerr_pass(error) : fill(result, a, 3);
}

static bool is_template_name(const char *name)
{
	return *name != '\0' && strlen(name) < VIEW_NAME_BYTES && text_ends(name, ".cs")
	    && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_/.") == strlen(name)
	    && name[0] != '/' && name[0] != '.' && strstr(name, "..") == NULL;
}

/* The only way a template comes in: by a name of ours, from the folder. */
static NEOERR *load_template(void *context, HDF *hdf, const char *name, char **contents)
{
	char path[512], *text;
	struct stat about;
	size_t got;
	FILE *file;

	(void)context;
	(void)hdf;
	if (!is_template_name(name))
		return nerr_raise(NERR_ASSERT, "'%s' is no template's name", name);
	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "re");
	if (file == NULL)
		return nerr_raise(NERR_NOT_FOUND, "cannot open '%s'", path);
	if (fstat(fileno(file), &about) != 0 || about.st_size > VIEW_TEMPLATE_BYTES) {
		fclose(file);
		return nerr_raise(NERR_IO, "cannot read '%s', or it is too big", path);
	}
	text = malloc((size_t)about.st_size + 1);
	if (text == NULL)
		bug("no memory for a template");
	got = fread(text, 1, (size_t)about.st_size, file);
	text[got] = '\0';
	fclose(file);
	*contents = text;
	return STATUS_OK;
}

static NEOERR *register_functions(CSPARSE *cs)
{
	NEOERR *error;

	if ((error = cs_register_strfunc(cs, "t", translate)) != STATUS_OK
	    || (error = cs_register_strfunc(cs, "href", href)) != STATUS_OK
	    || (error = cs_register_strfunc(cs, "url_part", url_part)) != STATUS_OK
	    || (error = cs_register_esc_strfunc(cs, "raw", raw)) != STATUS_OK
	    || (error = cs_register_function(cs, "tn", 3, one_or_many)) != STATUS_OK
	    || (error = cs_register_function(cs, "t1", 3, fill_one)) != STATUS_OK
	    || (error = cs_register_function(cs, "t2", 5, fill_two)) != STATUS_OK
	    || (error = cs_register_function(cs, "t3", 7, fill_three)) != STATUS_OK)
		return nerr_pass(error);
	return STATUS_OK;
}

static CSPARSE *parse_template(const char *name)
{
	CSPARSE *cs = NULL;
	HDF *config = NULL;
	/* The text of a mail is read as it stands. */
	const char *mode = text_starts(name, "mail/") && text_ends(name, ".txt.cs") ? "none" : "html";
	bool good = went_well(hdf_init(&config), name)
	    && went_well(hdf_set_value(config, "Config.VarEscapeMode", mode), name)
	    && went_well(cs_init(&cs, config), name);

	if (!good)
		return NULL;
	cs_register_fileload(cs, NULL, load_template);
	good = went_well(register_functions(cs), name) && went_well(cs_parse_file(cs, name), name);
	cs->hdf = NULL;
	hdf_destroy(&config);
	if (!good)
		cs_destroy(&cs);
	return cs;
}

static CSPARSE *template_by_name(const char *name)
{
	for (size_t i = 0; i < VIEW_TEMPLATES; i++) {
		if (templates[i].parsed == NULL) {
			templates[i].parsed = parse_template(name);
			snprintf(templates[i].name, sizeof templates[i].name, "%s", name);
			return templates[i].parsed;
		}
		if (strcmp(templates[i].name, name) == 0)
			return templates[i].parsed;
	}
	bug("more than %d templates: raise VIEW_TEMPLATES", VIEW_TEMPLATES);
}

static NEOERR *keep_output(void *data, char *piece)
{
	struct buffer *page = data;

	buffer_add(page, piece);
	if (page->full)
		return nerr_raise(NERR_OUTOFRANGE, "the page is over its limit");
	return STATUS_OK;
}

const char *view_render(struct request *r, const char *template, size_t *size)
{
	CSPARSE *cs = template_by_name(template);
	struct buffer page;
	bool good;

	if (cs == NULL || r->view->spoiled)
		return NULL;
	buffer_open(&page, r->work->memory, REQUEST_ANSWER_BYTES);
	rendering = r;
	cs->hdf = r->view->root;
	good = went_well(cs_render(cs, &page, keep_output), template);
	cs->hdf = NULL;
	rendering = NULL;
	if (!good)
		return NULL;
	*size = page.size;
	return buffer_text(&page);
}
