/* The file of settings: base/settings.h. */
#include "case.h"

#include <unistd.h>

#include "base/settings.h"
#include "base/text.h"

static char path[] = "/tmp/belfry-settings-XXXXXX";

static int open_file(void **state)
{
	const int file = mkstemp(path);

	(void)state;
	close(file);
	return file < 0;
}

static int close_file(void **state)
{
	(void)state;
	return unlink(path);
}

/* Reads `text` as the file; why it was refused, NULL when it was not. */
static const char *refusal(const char *text, size_t size, struct settings *settings)
{
	const char *why = NULL;
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
	const bool taken = settings_read(path, settings, &why);
	assert_int_equal(taken, why == NULL);
	return why;
}

static void read_well(const char *text, struct settings *settings)
{
	const char *why = refusal(text, strlen(text), settings);

	if (why != NULL)
		fail_msg("refused: %s", why);
}

static void defaults_hold(void **state)
{
	struct settings settings;

	(void)state;
	read_well("address = https://cirt.example\n", &settings);
	assert_string_equal(settings.address, "https://cirt.example");
	assert_string_equal(settings.hosts, "cirt.example");
	assert_string_equal(settings.languages, "en,ar,es,fr,ru,zh");
	assert_string_equal(settings.runtime_folder, "/run/belfry");
	assert_string_equal(settings.database_name, "belfry");
	assert_string_equal(settings.database_passwords, "");
	assert_int_equal(settings.public_workers, 4);
	assert_int_equal(settings.inside_workers, 4);
	assert_int_equal(settings.requests_per_worker, 10000);
	assert_false(settings.demo);
}

static void everything_can_be_set(void **state)
{
	struct settings settings;

	(void)state;
	read_well("# a comment, then an empty line\n\n"
		"  address=http://127.0.0.1:8080  \r\n"
		"hosts = localhost,127.0.0.1\n"
		"languages = fr\n"
		"runtime_folder = /tmp/a = b\n"
		"templates_folder = /srv/modèles\n"
		"\tpublic_workers\t=\t1\t\n"
		"inside_workers = 256\n"
		"reports_in_all = 1\n"
		"database_passwords = \n"
		"print_program =\n"
		"demo = yes", &settings);
	assert_string_equal(settings.address, "http://127.0.0.1:8080");
	assert_string_equal(settings.hosts, "localhost,127.0.0.1");
	assert_string_equal(settings.languages, "fr");
	assert_string_equal(settings.runtime_folder, "/tmp/a = b");
	assert_string_equal(settings.templates_folder, "/srv/modèles");
	assert_int_equal(settings.public_workers, 1);
	assert_int_equal(settings.inside_workers, 256);
	assert_int_equal(settings.reports_in_all, 1);
	assert_string_equal(settings.database_passwords, "");
	assert_string_equal(settings.print_program, "");
	assert_true(settings.demo);
}

static void the_host_is_the_one_of_the_address(void **state)
{
	static const struct { const char *line, *host; } known[] = {
		{ "address = https://cirt.example",        "cirt.example" },
		{ "address = https://cirt.example:8443",   "cirt.example" },
		{ "address = http://[::1]:8080",           "[::1]" },
	};
	struct settings settings;

	(void)state;
	for (size_t i = 0; i < COUNT(known); i++) {
		read_well(known[i].line, &settings);
		assert_string_equal(settings.hosts, known[i].host);
	}
}

static void what_is_wrong_names_the_line(void **state)
{
	static const struct { const char *text, *why; } wrong[] = {
		{ "", ": 'address' has to be set" },
		{ "address = https://a.example\nadress = b",
		  ", line 2: there is no setting 'adress'" },
		{ "address = https://a.example\n\naddress = https://b.example",
		  ", line 3: 'address' was set before, in line 1" },
		{ "address https://a.example",
		  ", line 1: expected 'name = value', found 'address https://a.example'" },
		{ "= 4", ", line 1: there is no setting ''" },
		{ "address = https://a.example/", ", line 1: 'address' should be an address" },
		{ "address = https://A.example", "in small letters" },
		{ "address = ftp://a.example", "'address' should be" },
		{ "address = https://", "'address' should be" },
		{ "address =", "'address' should be" },
		{ "hosts = a.example, b.example", "'hosts' should be host names" },
		{ "hosts = a.example,", "'hosts' should be host names" },
		{ "languages = en,,fr", "'languages' should be language codes" },
		{ "languages =", "'languages' should be language codes" },
		{ "languages = EN", "'languages' should be language codes" },
		{ "runtime_folder = run", "'runtime_folder' should be a path" },
		{ "runtime_folder =", "'runtime_folder' should be a path" },
		{ "database_name = bel fry", "'database_name' should be a word" },
		{ "public_workers = 0",
		  "'public_workers' should be a number from 1 to 256, not '0'" },
		{ "public_workers = 257", "a number from 1 to 256" },
		{ "public_workers = -1", "a number from 1 to 256" },
		{ "public_workers = 4 workers", "a number from 1 to 256" },
		{ "public_workers = four", "a number from 1 to 256" },
		{ "public_workers = 99999999999999999999", "a number from 1 to 256" },
		{ "demo = 1", "'demo' should be yes or no, not '1'" },
		{ "demo = Yes", "'demo' should be yes or no" },
		{ "demo =", "'demo' should be yes or no" },
		{ "address = caf\xe9", "is not a text in UTF-8" },
	};
	struct settings settings;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		const char *why = refusal(wrong[i].text, strlen(wrong[i].text), &settings);

		assert_non_null(why);
		assert_non_null(strstr(why, path));
		if (strstr(why, wrong[i].why) == NULL)
			fail_msg("'%s' said '%s'", wrong[i].text, why);
	}
	assert_non_null(strstr(refusal("demo = no\0", 10, &settings), "UTF-8"));
}

static void files_have_to_be_there_and_small(void **state)
{
	static char large[64 * 1024 + 1];
	struct settings settings;
	const char *why = NULL;

	(void)state;
	assert_false(settings_read("/nowhere/belfry.conf", &settings, &why));
	assert_non_null(strstr(why, "cannot open '/nowhere/belfry.conf'"));
	assert_false(settings_read("/tmp", &settings, &why));
	memset(large, '\n', sizeof large);
	why = refusal(large, sizeof large, &settings);
	assert_non_null(strstr(why, "larger than 65536 bytes"));
	assert_non_null(strstr(refusal(large, sizeof large - 1, &settings),
		"'address' has to be set"));
}

/* What `belfry settings` prints, into the file. */
static void print_into_file(void)
{
	fflush(stdout);
	const int kept = dup(STDOUT_FILENO);

	assert_non_null(freopen(path, "w", stdout));
	settings_print();
	fflush(stdout);
	dup2(kept, STDOUT_FILENO);
	close(kept);
}

static void the_example_can_be_read(void **state)
{
	static const char *const names[] = {
		"\n#hosts =\n", "\n#languages = en,ar,es,fr,ru,zh\n", "\n#public_workers = 4\n",
		"\n#demo = no\n", "\naddress = https://cirt.example\n",
		"\n# From 1 to 256.\n",
	};
	static char text[16 * 1024];
	struct settings settings;
	const char *why;

	(void)state;
	print_into_file();
	assert_true(settings_read(path, &settings, &why));

	FILE *file = fopen(path, "r");
	assert_non_null(file);
	assert_true(fread(text, 1, sizeof text - 1, file) > 1000);
	fclose(file);
	for (size_t i = 0; i < COUNT(names); i++)
		assert_non_null(strstr(text, names[i]));
	for (const char *line = text; *line != '\0'; line += strcspn(line, "\n") + 1)
		assert_true(strcspn(line, "\n") <= 80);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_hold),
		cmocka_unit_test(everything_can_be_set),
		cmocka_unit_test(the_host_is_the_one_of_the_address),
		cmocka_unit_test(what_is_wrong_names_the_line),
		cmocka_unit_test(files_have_to_be_there_and_small),
		cmocka_unit_test(the_example_can_be_read),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("settings", tests, open_file, close_file);
}
