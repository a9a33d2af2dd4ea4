/* Templates: read from their folder, parsed once for each language, rendered with
 * the trees of a request. */
#include "web/view_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "web/language.h"

enum {
	VIEW_TEMPLATES      = 512,         /* times languages */
	VIEW_TEMPLATE_BYTES = 512 * 1024,
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

const struct request *view_rendering(void)
{
	return rendering;
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
		if (!view_went_well(neos_html_escape(sentence, (int)strlen(sentence), &escaped), sentence))
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

static CSPARSE *parse_template(const char *name)
{
	CSPARSE *cs = NULL;
	HDF *config = NULL;
	/* The text of a mail is read as it stands. */
	const char *mode = text_starts(name, "mail/") && text_ends(name, ".txt.cs") ? "none" : "html";
	bool good = view_went_well(hdf_init(&config), name)
	    && view_went_well(hdf_set_value(config, "Config.VarEscapeMode", mode), name)
	    && view_went_well(cs_init(&cs, config), name);

	if (!good)
		return NULL;
	cs_register_fileload(cs, NULL, load_template);
	good = view_went_well(view_register_functions(cs), name) && view_went_well(cs_parse_file(cs, name), name);
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
	cs->global_hdf = view_common_tree();
	good = view_went_well(cs_render(cs, &page, keep_output), template);
	cs->hdf = cs->global_hdf = NULL;
	rendering = NULL;
	if (!good)
		return NULL;
	*size = page.size;
	return buffer_text(&page);
}
