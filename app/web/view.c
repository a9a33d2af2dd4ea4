/* ClearSilver, and nothing else that knows it: one cached parse tree per
 * template and process, one fresh tree of data per request, and behind it one
 * per language with what they all show. */
#include "web/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "web/language.h"

#include <ClearSilver.h>

enum view_limit {
	VIEW_TEMPLATES      = 512,         /* times languages */
	VIEW_TEMPLATE_BYTES = 512 * 1024,
	VIEW_NAME_BYTES     = 80,
	VIEW_LANGUAGES      = 8,
	VIEW_STATIC_BYTES   = 1024 * 1024,
};

/* Values of one row are set one after the other: the branch of the last name is
 * remembered, so that "tickets.17.subject" is not looked up from the root when
 * "tickets.17.who" was just set. */
struct view {
	HDF *own, *root;           /* the request's tree; where values go now */
	HDF *branch;
	char branch_name[VIEW_NAME_BYTES];
	size_t branch_size;
	bool spoiled;
};

/* Parsed once for each language. */
struct template {
	char name[VIEW_NAME_BYTES];
	const struct language *language;
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

static HDF *new_tree(void)
{
	HDF *tree;

	/* Read again by ClearSilver wherever it makes a parser of its own. */
	if (!went_well(hdf_init(&tree), "a new tree")
	    || !went_well(hdf_set_value(tree, "Config.VarEscapeMode", "html"), "a new tree"))
		bug("a view that does not escape");
	return tree;
}

static int destroy_tree(struct view *view)
{
	hdf_destroy(&view->own);
	return 0;
}

struct view *view_new(const void *memory)
{
	struct view *view = memory_new(memory, struct view);

	view->own = view->root = new_tree();
	talloc_set_destructor(view, destroy_tree);
	return view;
}

/* One for each language that was asked for. */
static struct common {
	const struct language *language;
	uint64_t edition;
	HDF *tree;
} commons[VIEW_LANGUAGES];

static struct common *common_of(const struct language *language)
{
	size_t i = 0;

	while (commons[i].language != NULL && commons[i].language != language)
		if (++i == VIEW_LANGUAGES)
			bug("more than %d languages: raise VIEW_LANGUAGES", VIEW_LANGUAGES);
	commons[i].language = language;
	return &commons[i];
}

static void go_to_tree(struct view *view, HDF *tree)
{
	view->root = tree;
	view->branch_size = 0;
}

bool view_common_is_old(struct request *r, uint64_t edition)
{
	struct common *common = common_of(language_now());

	if (common->tree != NULL && common->edition == edition)
		return false;
	hdf_destroy(&common->tree);
	common->tree = new_tree();
	common->edition = edition;
	go_to_tree(r->view, common->tree);
	return true;
}

void view_common_poured(struct request *r)
{
	go_to_tree(r->view, r->view->own);
}

static void set(struct request *r, HDF *under, const char *name, const char *value)
{
	if (!went_well(hdf_set_value(under, name, value != NULL ? value : ""), name))
		r->view->spoiled = true;
}

static HDF *node_of(struct request *r, HDF *under, const char *name)
{
	HDF *node;

	if (went_well(hdf_get_node(under, name, &node), name))
		return node;
	r->view->spoiled = true;
	return under;
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
	view->branch = node_of(r, view->root, view->branch_name);
	return view->branch;
}

/* To the templates, "0" is as good as nothing. */
static void set_flag(struct request *r, HDF *under, const char *name, bool value)
{
	if (value || hdf_get_obj(under, name) != NULL)
		set(r, under, name, value ? "1" : "0");
}

static void set_number(struct request *r, HDF *under, const char *name, int64_t value)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%lld", (long long)value);
	set(r, under, name, digits);
}

static void set_moment(struct request *r, HDF *under, const char *name, moment value)
{
	HDF *node = node_of(r, under, name);

	set(r, node, "", moment_iso(r->work->memory, value));
	set(r, node, "text", moment_said(r->work->memory, value));
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
	const char *leaf;
	HDF *branch = branch_of(r, name, &leaf);

	set_number(r, branch, leaf, value);
}

void view_flag(struct request *r, const char *name, bool value)
{
	const char *leaf;
	HDF *branch = branch_of(r, name, &leaf);

	set_flag(r, branch, leaf, value);
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

/* A place is a node. */
static HDF *node_at(struct place *place)
{
	return (HDF *)place;
}

struct place *view_place(struct request *r, const char *name)
{
	return (struct place *)node_of(r, r->view->root, name);
}

struct place *place_under(struct request *r, struct place *place, const char *name)
{
	return (struct place *)node_of(r, node_at(place), name);
}

struct place *place_row(struct request *r, struct place *place, size_t n)
{
	char number[24];

	snprintf(number, sizeof number, "%zu", n);
	return place_under(r, place, number);
}

void place_text(struct request *r, struct place *place, const char *name, const char *value)
{
	if (value != NULL)
		set(r, node_at(place), name, value);
}

void place_number(struct request *r, struct place *place, const char *name, int64_t value)
{
	set_number(r, node_at(place), name, value);
}

void place_flag(struct request *r, struct place *place, const char *name, bool value)
{
	set_flag(r, node_at(place), name, value);
}

void place_moment(struct request *r, struct place *place, const char *name, moment value)
{
	if (value != 0)
		set_moment(r, node_at(place), name, value);
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
	struct place *list = view_place(r, name);

	db_rewind(rows);
	for (size_t n = 0; db_next(rows); n++)
		pour(r, node_at(place_row(r, list, n)), rows);
}

bool view_row(struct request *r, const char *name, struct db_rows *rows)
{
	db_rewind(rows);
	if (!db_next(rows))
		return false;
	pour(r, node_of(r, r->view->root, name), rows);
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

/* Sentences that stand in a template as they are, <?cs var:t("Continue") ?>, are
 * said when it is parsed: each language has a tree of its own. Escaped, like
 * any other value. */
static void translate_fixed(struct buffer *said, const char *text)
{
	static const char begin[] = "<?cs var:t(\"", end[] = "\") ?>";
	const char *found;

	while ((found = strstr(text, begin)) != NULL) {
		const char *sentence = found + sizeof begin - 1, *quote = strchr(sentence, '"');
		char *escaped = NULL;

		if (quote == NULL || strncmp(quote, end, sizeof end - 1) != 0) {
			buffer_add_bytes(said, text, (size_t)(sentence - text));
			text = sentence;
			continue;
		}
		buffer_add_bytes(said, text, (size_t)(found - text));
		sentence = t(memory_text_of(said->memory, sentence, (size_t)(quote - sentence)));
		if (!went_well(neos_html_escape(sentence, (int)strlen(sentence), &escaped), sentence))
			bug("no memory for a sentence");
		buffer_add(said, escaped);
		free(escaped);
		text = quote + sizeof end - 1;
	}
	buffer_add(said, text);
}

/* The only way a template comes in: by a name of ours, from the folder. */
static NEOERR *load_template(void *context, HDF *hdf, const char *name, char **contents)
{
	char path[512], piece[4096];
	struct buffer text, said;
	void *memory;
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
	memory = memory_root("template");
	buffer_open(&text, memory, VIEW_TEMPLATE_BYTES);
	buffer_open(&said, memory, 2 * VIEW_TEMPLATE_BYTES);
	while ((got = fread(piece, 1, sizeof piece, file)) > 0)
		buffer_add_bytes(&text, piece, got);
	fclose(file);
	translate_fixed(&said, buffer_text(&text));
	*contents = text.full || said.full ? NULL : strdup(buffer_text(&said));
	memory_end(memory);
	return *contents != NULL ? STATUS_OK : nerr_raise(NERR_IO, "'%s' is too big", path);
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
		struct template *template = &templates[i];

		if (template->parsed == NULL) {
			template->parsed = parse_template(name);
			template->language = language_now();
			snprintf(template->name, sizeof template->name, "%s", name);
			return template->parsed;
		}
		if (template->language == language_now() && strcmp(template->name, name) == 0)
			return template->parsed;
	}
	bug("more than %d templates: raise VIEW_TEMPLATES", VIEW_TEMPLATES);
}

static NEOERR *keep_output(void *data, char *piece)
{
	struct buffer *page = data;

	buffer_add_bytes(page, piece, strlen(piece));
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
	cs->hdf = r->view->own;
	cs->global_hdf = common_of(language_now())->tree;
	good = went_well(cs_render(cs, &page, keep_output), template);
	cs->hdf = cs->global_hdf = NULL;
	rendering = NULL;
	if (!good)
		return NULL;
	*size = page.size;
	return buffer_text(&page);
}
