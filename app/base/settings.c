/* Reading the file of settings, and printing an example of it. */
#include "base/settings.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/setting.h"
#include "base/text.h"

enum { FILE_BYTES = 64 * 1024, LINE_WIDTH = 76 };

static void *handed_out;

/* One reading of a file. Its memory ends with it; what is handed out lives as
 * long as the process. */
struct reading {
	void *memory;
	const char *path;
	size_t *lines;             /* where each was set; 0: nowhere */
	struct settings *settings;
};

static void *place_of(struct settings *settings, const struct setting *setting)
{
	return (char *)settings + setting->offset;
}

static void keep(struct reading *reading, const struct setting *setting, const char *value)
{
	void *place = place_of(reading->settings, setting);

	switch (setting->kind) {
	case NUMBER:
		text_number(value, setting->min, setting->max, place);
		return;
	case SWITCH:
		*(bool *)place = text_is(value, "yes");
		return;
	case ADDRESS: case HOSTS: case CODES: case PATH: case PROGRAM: case NAME: case HOST:
	case MAILBOX: case SECURITY: case PRINTABLE:
		*(const char **)place = memory_text(handed_out, value);
		return;
	}
}

static const struct setting *setting_by_name(const char *name)
{
	for (size_t i = 0; i < settings_count; i++)
		if (text_is(settings_table[i].name, name))
			return &settings_table[i];
	return NULL;
}

/* What is wrong with a line. */
static bool refuse(struct reading *reading, size_t number, const char **why, const char *what)
{
	*why = memory_printf(reading->memory, "%s, line %zu: %s", reading->path, number, what);
	return false;
}

/* One line; false with a reason. */
static bool read_line(struct reading *reading, size_t number, const char *line, const char **why)
{
	const char *text = text_trim(reading->memory, line);
	const char *equals = strchr(text, '=');

	if (*text == '\0' || *text == '#')
		return true;
	if (equals == NULL)
		return refuse(reading, number, why, memory_printf(reading->memory,
			"expected 'name = value', found '%s'", text));
	const char *name = text_trim(reading->memory,
		memory_text_of(reading->memory, text, (size_t)(equals - text)));
	const char *value = text_trim(reading->memory, equals + 1);
	const struct setting *setting = setting_by_name(name);

	if (setting == NULL)
		return refuse(reading, number, why, memory_printf(reading->memory,
			"there is no setting '%s'", name));
	size_t *set_in = &reading->lines[setting - settings_table];
	if (*set_in != 0)
		return refuse(reading, number, why, memory_printf(reading->memory,
			"'%s' was set before, in line %zu", name, *set_in));
	*set_in = number;
	const char *wish = setting_expected(reading->memory, setting, value);
	if (wish != NULL)
		return refuse(reading, number, why, memory_printf(reading->memory,
			"'%s' should be %s, not '%s'", name, wish, value));
	keep(reading, setting, value);
	return true;
}

/* The whole file as text; NULL with a reason. */
static char *read_file(struct reading *reading, const char **why)
{
	FILE *file = fopen(reading->path, "re");

	if (file == NULL) {
		*why = memory_printf(reading->memory, "cannot open '%s': %s",
			reading->path, strerror(errno));
		return NULL;
	}
	char *text = memory_array(reading->memory, char, FILE_BYTES + 1);
	const size_t size = fread(text, 1, FILE_BYTES, file);
	const bool whole = !ferror(file) && getc(file) == EOF;

	fclose(file);
	if (!whole) {
		*why = memory_printf(reading->memory,
			"'%s' cannot be read, or is larger than %d bytes",
			reading->path, FILE_BYTES);
		return NULL;
	}
	if (!text_is_utf8(text, size)) {
		*why = memory_printf(reading->memory, "'%s' is not a text in UTF-8",
			reading->path);
		return NULL;
	}
	return text;
}

static bool read_lines(struct reading *reading, char *text, const char **why)
{
	size_t number = 1;

	for (char *line = text; line != NULL; number++) {
		char *end = strchr(line, '\n');

		if (end != NULL)
			*end = '\0';
		if (!read_line(reading, number, line, why))
			return false;
		line = end == NULL ? NULL : end + 1;
	}
	return true;
}

/* The address without scheme and port. */
static const char *host_alone(const void *memory, const char *address)
{
	const char *host = setting_host_of(address);
	const size_t length = *host == '[' ? strcspn(host, "]") + 1 : strcspn(host, ":");

	return memory_text_of(memory, host, length);
}

static bool read_all(struct reading *reading, const char **why)
{
	struct settings *settings = reading->settings;

	reading->lines = memory_array(reading->memory, size_t, settings_count);
	*settings = (struct settings){ 0 };
	for (size_t i = 0; i < settings_count; i++)
		if (settings_table[i].otherwise != NULL)
			keep(reading, &settings_table[i], settings_table[i].otherwise);

	char *text = read_file(reading, why);
	if (text == NULL || !read_lines(reading, text, why))
		return false;
	for (size_t i = 0; i < settings_count; i++) {
		if (settings_table[i].otherwise != NULL || reading->lines[i] != 0)
			continue;
		*why = memory_printf(reading->memory, "%s: '%s' has to be set",
			reading->path, settings_table[i].name);
		return false;
	}
	if (text_is_empty(settings->hosts))
		settings->hosts = host_alone(handed_out, settings->address);
	return true;
}

static const char *last_path;

bool settings_read_again(struct settings *settings, const char **why)
{
	return settings_read(last_path, settings, why);
}

bool settings_read(const char *path, struct settings *settings, const char **why)
{
	struct reading reading = {
		.memory = memory_root("reading settings"),
		.path = path, .settings = settings,
	};

	if (handed_out == NULL)
		handed_out = memory_root("settings");
	last_path = path;
	const bool good = read_all(&reading, why);
	if (!good)
		*why = memory_text(handed_out, *why);
	memory_end(reading.memory);
	return good;
}

static void print_paragraph(const char *text)
{
	while (*text != '\0') {
		size_t length = strlen(text);

		if (length > LINE_WIDTH)
			for (length = LINE_WIDTH; text[length] != ' '; length--)
				;
		printf("# %.*s\n", (int)length, text);
		text += length;
		text += strspn(text, " ");
	}
}

void settings_print(void)
{
	print_paragraph("Settings of Belfry. A line is 'name = value'; a line that "
		"begins with # is a comment. What stands commented out here is what "
		"holds when nothing is said. The name of the team, its hours and its "
		"phones are not here: the team sets them on its own pages.");
	for (size_t i = 0; i < settings_count; i++) {
		printf("\n");
		print_paragraph(settings_table[i].paragraph);
		if (settings_table[i].kind == NUMBER)
			printf("# From %lld to %lld.\n",
				(long long)settings_table[i].min, (long long)settings_table[i].max);
		if (settings_table[i].otherwise == NULL)
			printf("%s = https://cirt.example\n", settings_table[i].name);
		else if (*settings_table[i].otherwise == '\0')
			printf("#%s =\n", settings_table[i].name);
		else
			printf("#%s = %s\n", settings_table[i].name, settings_table[i].otherwise);
	}
}
