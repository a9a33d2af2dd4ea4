/* The data of a page: one fresh tree per request, and behind it one per language
 * with what they all show. */
#include "web/view_inside.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "web/language.h"

enum { VIEW_LANGUAGES = 8 };

bool view_went_well(NEOERR *error, const char *doing)
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
	if (!view_went_well(hdf_init(&tree), "a new tree")
	    || !view_went_well(hdf_set_value(tree, "Config.VarEscapeMode", "html"), "a new tree"))
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

HDF *view_common_tree(void)
{
	return common_of(language_now())->tree;
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
	if (!view_went_well(hdf_set_value(under, name, value != NULL ? value : ""), name))
		r->view->spoiled = true;
}

static HDF *node_of(struct request *r, HDF *under, const char *name)
{
	HDF *node;

	if (view_went_well(hdf_get_node(under, name, &node), name))
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
