/* Entries for calendars: formats/ics.h, read by a reader that takes nothing else than
 * RFC 5545 allows. */
#include "case.h"

#include <stdlib.h>

#include "base/text.h"
#include "formats/ics.h"

enum { LINES_MOST = 40 };

/* The lines of a file, unfolded. Each ends in CRLF and is no longer than the standard
 * wants, and none is cut within a character. */
struct entry {
	char *lines[LINES_MOST];
	size_t count;
};

static void read_lines(void *memory, const char *text, struct entry *entry)
{
	entry->count = 0;
	while (*text != '\0') {
		const char *end = strstr(text, "\r\n");
		const char *line;

		assert_non_null(end);
		assert_true((size_t)(end - text) <= ICS_LINE_BYTES);
		line = memory_text_of(memory, text, (size_t)(end - text));
		assert_true(text_is_utf8(line, strlen(line)));
		assert_null(strpbrk(line, "\r\n"));
		if (*line == ' ') {
			assert_true(entry->count > 0);
			entry->lines[entry->count - 1] = memory_printf(memory, "%s%s",
			    entry->lines[entry->count - 1], line + 1);
		} else {
			assert_true(entry->count < LINES_MOST);
			entry->lines[entry->count++] = memory_text(memory, line);
		}
		text = end + 2;
	}
}

/* The name of a line, and where its value begins: after parameters, which may be
 * quoted (3.1). */
static const char *value_of(const char *line)
{
	bool quoted = false;

	assert_true(line[0] >= 'A' && line[0] <= 'Z');
	for (; *line != '\0'; line++) {
		if (*line == '"')
			quoted = !quoted;
		if (*line == ':' && !quoted)
			return line + 1;
	}
	fail_msg("a line without a value");
	return NULL;
}

/* A text again, as it was; nothing that has to be escaped is there bare (3.3.11). */
static char *unescaped(void *memory, const char *value)
{
	char *text = memory_text(memory, value), *to = text;

	for (const char *c = value; *c != '\0'; c++) {
		assert_true(*c != ';' && *c != ',' && ((unsigned char)*c >= ' ' || *c == '\t'));
		if (*c == '\\') {
			c++;
			assert_true(*c == 'n' || *c == '\\' || *c == ';' || *c == ',');
			*to++ = *c == 'n' ? '\n' : *c;
		} else {
			*to++ = *c;
		}
	}
	*to = '\0';
	return text;
}

static const char *line_of(const struct entry *entry, const char *name)
{
	const char *found = NULL;

	for (size_t i = 0; i < entry->count; i++)
		if (strncmp(entry->lines[i], name, strlen(name)) == 0
		    && strchr(":;", entry->lines[i][strlen(name)]) != NULL) {
			assert_null(found);    /* each of ours stands once at most */
			found = entry->lines[i];
		}
	return found;
}

/* The lines that a VEVENT must have (3.6.1), in a VCALENDAR (3.6). */
static void is_valid(const struct entry *entry)
{
	static const char *const wanted[] = { "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART" };

	assert_string_equal(entry->lines[0], "BEGIN:VCALENDAR");
	assert_string_equal(entry->lines[entry->count - 1], "END:VCALENDAR");
	assert_string_equal(entry->lines[entry->count - 2], "END:VEVENT");
	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
		assert_non_null(line_of(entry, wanted[i]));
	for (size_t i = 0; i < entry->count; i++)
		value_of(entry->lines[i]);
	for (size_t i = 0; i < 3; i++) {
		static const char *const times[] = { "DTSTAMP", "DTSTART", "DTEND" };
		const char *value = value_of(line_of(entry, times[i]));

		assert_int_equal(strlen(value), 16);
		assert_true(value[8] == 'T' && value[15] == 'Z');
	}
}

static const struct ics_event plain = {
	.uid = "7@cirt.example", .sequence = 2, .made_at = 1795255200, .starts_at = 1796025600,
	.ends_at = 1796036400, .language = "en", .summary = "Open house", .place = "1 Test Road",
	.organiser = "Response Team", .email = "team@cirt.example",
};

static void an_entry_is_whole(void **memory)
{
	struct entry entry;

	read_lines(*memory, ics_event(*memory, &plain), &entry);
	is_valid(&entry);
	assert_string_equal(line_of(&entry, "UID"), "UID:7@cirt.example");
	assert_string_equal(line_of(&entry, "DTSTART"), "DTSTART:20261130T080000Z");
	assert_string_equal(line_of(&entry, "DTEND"), "DTEND:20261130T110000Z");
	assert_string_equal(line_of(&entry, "STATUS"), "STATUS:CONFIRMED");
	assert_string_equal(line_of(&entry, "SUMMARY"), "SUMMARY;LANGUAGE=en:Open house");
	assert_string_equal(line_of(&entry, "ORGANIZER"),
	    "ORGANIZER;CN=\"Response Team\":mailto:team@cirt.example");
	assert_null(line_of(&entry, "DESCRIPTION"));
}

static void what_was_called_off_says_so(void **memory)
{
	struct ics_event event = plain;
	struct entry entry;

	event.called_off = true;
	read_lines(*memory, ics_event(*memory, &event), &entry);
	assert_string_equal(line_of(&entry, "STATUS"), "STATUS:CANCELLED");
}

static void texts_come_back_as_they_were(void **memory)
{
	static const char *const texts[] = {
		"a;b,c\\d", "one\ntwo\n\nthree", "\\n", ";;;,,,\\\\\\", ": \"quoted\"",
		"ends in a backslash\\", "BEGIN:VEVENT\nEND:VCALENDAR",
		"\u0628\u0644\u0641\u0631\u064a \u0628\u0644\u0641\u0631\u064a \u0628\u0644\u0641\u0631"
		    "\u064a \u0628\u0644\u0641\u0631\u064a \u0628\u0644\u0641\u0631\u064a",
		"\u62a5\u544a\u62a5\u544a\u62a5\u544a\u62a5\u544a\u62a5\u544a\u62a5"
		    "\u544a\u62a5\u544a\u62a5\u544a\u62a5\u544a\u62a5\u544a",
		"\U0001f514\U0001f514\U0001f514\U0001f514\U0001f514"
		    "\U0001f514\U0001f514\U0001f514\U0001f514\U0001f514",
	};

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		for (int before = 0; before < 80; before++) {
			struct ics_event event = plain;
			struct entry entry;

			event.description = memory_printf(*memory, "%0*d%s", before + 1, 7, texts[i]);
			event.summary = texts[i];
			read_lines(*memory, ics_event(*memory, &event), &entry);
			is_valid(&entry);
			assert_string_equal(unescaped(*memory, value_of(line_of(&entry, "DESCRIPTION"))),
			    event.description);
			assert_string_equal(unescaped(*memory, value_of(line_of(&entry, "SUMMARY"))), texts[i]);
		}
}

static void names_cannot_leave_their_quotes(void **memory)
{
	struct ics_event event = plain;
	struct entry entry;

	event.organiser = "Team\";X-EVIL=\"1\":mailto:x\r\nATTACH:http://evil.example";
	event.summary = "bell\a and return\r\nnext";
	read_lines(*memory, ics_event(*memory, &event), &entry);
	is_valid(&entry);
	assert_null(line_of(&entry, "ATTACH"));
	assert_string_equal(value_of(line_of(&entry, "ORGANIZER")), "mailto:team@cirt.example");
	assert_string_equal(unescaped(*memory, value_of(line_of(&entry, "SUMMARY"))),
	    "bell and return\nnext");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_entry_is_whole, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(what_was_called_off_says_so, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(texts_come_back_as_they_were, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(names_cannot_leave_their_quotes, open_memory, close_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
