/* Languages: web/language.h, with the catalogues of the tree. */
#include "case.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/moment.h"
#include "web/language.h"

/* Compiled catalogues, made for this test. */
static char folder[] = "/tmp/belfry-languages-XXXXXX";

static int run(char *const *command)
{
	int status;
	const pid_t child = fork();

	if (child == 0) {
		execvp(command[0], command);
		_exit(127);
	}
	if (waitpid(child, &status, 0) != child)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void compile(const char *code)
{
	const char *source = getenv("BELFRY_SOURCE");
	char from[512], into[512], part[512];

	snprintf(part, sizeof part, "%s/%s", folder, code);
	assert_int_equal(mkdir(part, 0700), 0);
	snprintf(part, sizeof part, "%s/%s/LC_MESSAGES", folder, code);
	assert_int_equal(mkdir(part, 0700), 0);
	snprintf(into, sizeof into, "%s/%s/LC_MESSAGES/belfry.mo", folder, code);
	snprintf(from, sizeof from, "%s/templates/languages/%s.po",
		source == NULL ? "." : source, code);
	assert_int_equal(run((char *[]){ "msgfmt", "-o", into, from, NULL }), 0);
}

static int make_catalogues(void **memory)
{
	if (mkdtemp(folder) == NULL)
		return -1;
	compile("ar");
	compile("fr");
	*memory = memory_root("a test");
	return language_open(folder, "en,ar,fr") ? 0 : -1;
}

static int remove_catalogues(void **memory)
{
	memory_end(*memory);
	return run((char *[]){ "rm", "-r", folder, NULL });
}

static void first_language_holds(void **memory)
{
	(void)memory;
	assert_int_equal(language_count(), 3);
	assert_string_equal(language_at(0)->code, "en");
	assert_string_equal(language_at(1)->name, "العربية");
	assert_true(language_by_code("ar")->right_to_left);
	assert_false(language_by_code("fr")->right_to_left);
	assert_null(language_by_code("ru"));
	assert_null(language_by_code("de"));
	assert_null(language_by_code(""));
	assert_null(language_by_code(NULL));
}

static void sentences_follow_the_language(void **memory)
{
	(void)memory;
	for (int again = 0; again < 2; again++) {
		language_choose("en");
		assert_string_equal(t("November"), "November");
		language_choose("fr");
		assert_string_equal(t("November"), "novembre");
		assert_string_equal(t("August"), "août");
		assert_string_equal(language_now()->code, "fr");
		language_choose("ar");
		assert_string_equal(t("November"), "نوفمبر");
	}
}

static void what_is_missing_stays_english(void **memory)
{
	static const char *const languages[] = { "en", "fr", "ar" };

	(void)memory;
	for (size_t i = 0; i < COUNT(languages); i++) {
		language_choose(languages[i]);
		assert_string_equal(t("Nobody wrote this"), "Nobody wrote this");
		assert_string_equal(t(""), "");
		assert_string_equal(tn("{n} gnu", "{n} gnus", 1), "{n} gnu");
		assert_string_equal(tn("{n} gnu", "{n} gnus", 2), "{n} gnus");
	}
}

static void plurals_follow_the_language(void **memory)
{
	static const struct { const char *code; long n; const char *said; } known[] = {
		{ "en",   0, "{n} days a week" }, { "en",  1, "{n} day a week" },
		{ "en",   2, "{n} days a week" }, { "en", -1, "{n} days a week" },
		{ "fr",   0, "{n} jour par semaine" }, { "fr",  1, "{n} jour par semaine" },
		{ "fr",   2, "{n} jours par semaine" },
		{ "ar",   0, "لا يوم في الأسبوع ({n})" }, { "ar",  1, "يوم واحد في الأسبوع ({n})" },
		{ "ar",   2, "يومان في الأسبوع ({n})" },  { "ar",  3, "{n} أيام في الأسبوع" },
		{ "ar",  10, "{n} أيام في الأسبوع" },     { "ar", 11, "{n} يومًا في الأسبوع" },
		{ "ar",  99, "{n} يومًا في الأسبوع" },     { "ar", 100, "{n} يوم في الأسبوع" },
		{ "ar", 102, "{n} يوم في الأسبوع" },      { "ar", 103, "{n} أيام في الأسبوع" },
		{ "ar", 111, "{n} يومًا في الأسبوع" },
	};

	(void)memory;
	for (size_t i = 0; i < COUNT(known); i++) {
		language_choose(known[i].code);
		assert_string_equal(tn("{n} day a week", "{n} days a week", known[i].n), known[i].said);
	}
}

static void holes_are_filled(void **memory)
{
	assert_string_equal(t_fill(*memory, "Report {reference} of {day}",
		"reference", "TEAM-2026-AB", "day", "1 May", NULL),
		"Report TEAM-2026-AB of 1 May");
	assert_string_equal(t_fill(*memory, "{a}{a}{b}", "a", "x", "b", "", NULL), "xx");
	assert_string_equal(t_fill(*memory, "{a}", "a", NULL, NULL), "");
	assert_string_equal(t_fill(*memory, "no hole", "a", "x", NULL), "no hole");
	assert_string_equal(t_fill(*memory, "", NULL), "");
}

static void other_braces_stay(void **memory)
{
	static const char *const kept[] = {
		"{b}", "{", "}", "{}", "{ a}", "{a", "{A}", "{{b}}", "{\n}",
	};

	for (size_t i = 0; i < COUNT(kept); i++)
		assert_string_equal(t_fill(*memory, kept[i], "a", "x", NULL), kept[i]);
	assert_string_equal(t_fill(*memory, "{b {a}", "a", "x", NULL), "{b x");
	/* A value is no sentence. */
	assert_string_equal(t_fill(*memory, "{a}{b}", "a", "{b}", "b", "{a}", NULL),
		"{b}{a}");
}

static void days_and_moments_are_said(void **memory)
{
	static const struct { const char *code, *at, *day, *moment; } known[] = {
		{ "en", "2026-11-21 10:05:00", "21 November 2026",
		        "21 November 2026, 13:05 EAT" },
		{ "fr", "2026-11-21 10:05:00", "21 novembre 2026",
		        "21 novembre 2026 à 13:05 EAT" },
		{ "ar", "2026-11-21 10:05:00", "21 نوفمبر 2026",
		        "21 نوفمبر 2026، الساعة 13:05 EAT" },
		{ "en", "2026-04-30 21:00:00", "1 May 2026", "1 May 2026, 00:00 EAT" },
		{ "fr", "2026-04-30 21:00:00", "1er mai 2026", "1er mai 2026 à 00:00 EAT" },
	};

	assert_true(zone_choose("Africa/Nairobi"));
	for (size_t i = 0; i < COUNT(known); i++) {
		moment m;

		assert_true(moment_parse(known[i].at, &m));
		language_choose(known[i].code);
		assert_string_equal(day_said(*memory, m), known[i].day);
		assert_string_equal(moment_said(*memory, m), known[i].moment);
	}
}

static bool opens_quietly(const char *catalogues, const char *codes)
{
	const int kept = dup(STDERR_FILENO);

	close(STDERR_FILENO);
	const bool open = language_open(catalogues, codes);
	dup2(kept, STDERR_FILENO);
	close(kept);
	return open;
}

static void what_is_not_there_is_not_offered(void **memory)
{
	static const char *const wrong[] = {
		"", "en,", "en,de", "en,ru", "fr,fr", "en,arabic-of-everywhere", "EN", "fr ",
	};

	(void)memory;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(opens_quietly(folder, wrong[i]));
	assert_false(opens_quietly("/nowhere", "en,fr"));
	assert_true(opens_quietly("/nowhere", "en"));
	assert_true(opens_quietly(folder, "fr,en"));
	assert_string_equal(language_now()->code, "fr");
	assert_string_equal(t("November"), "novembre");
	assert_true(opens_quietly(folder, "en,ar,fr"));
	assert_string_equal(language_now()->code, "en");
}

/* One with a single sentence beside complete ones. */
static void it_says_how_far_each_is(void **memory)
{
	char path[600];
	FILE *file;

	(void)memory;
	snprintf(path, sizeof path, "%s/es", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/es/LC_MESSAGES", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/es.po", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
	    "msgid \"August\"\nmsgstr \"agosto\"\n", file);
	fclose(file);
	snprintf(path, sizeof path, "%s/es/LC_MESSAGES/belfry.mo", folder);
	{
		char from[600];

		snprintf(from, sizeof from, "%s/es.po", folder);
		assert_int_equal(run((char *[]){ "msgfmt", "-o", path, from, NULL }), 0);
	}
	assert_true(opens_quietly(folder, "en,ar,es"));
	assert_true(language_sentences_most() > 1000);
	assert_int_equal(language_sentences(language_by_code("en")), language_sentences_most());
	assert_int_equal(language_sentences(language_by_code("ar")), language_sentences_most());
	assert_int_equal(language_sentences(language_by_code("es")), 1);
	assert_true(opens_quietly(folder, "en,ar,fr"));
}

/* What a fresh process says; 0 when it is right. */
static int speak(void)
{
	if (!language_open(folder, "en,ar,fr"))
		return 1;
	language_choose("fr");
	if (strcmp(t("August"), "août") != 0)
		return 2;
	language_choose("ar");
	if (strcmp(tn("{n} day a week", "{n} days a week", 2), "يومان في الأسبوع ({n})") != 0)
		return 3;
	language_choose("en");
	return strcmp(t("August"), "August") == 0 ? 0 : 4;
}

/* The program of this test, started again by the next one. */
static char program[512];

/* A fresh process, because a locale once chosen is kept. */
static void environments_do_not_matter(void **memory)
{
	static char *const environments[][5] = {
		{ NULL },
		{ "LC_ALL=C", NULL },
		{ "LC_ALL=POSIX", "LANGUAGE=de", NULL },
		{ "LANG=xx_XX.UTF-8", "LC_MESSAGES=yy_YY", NULL },
		{ "LC_ALL=C", "LANGUAGE=fr:ar", "LOCPATH=/nowhere", "TEXTDOMAIN=x", NULL },
	};

	(void)memory;
	for (size_t i = 0; i < COUNT(environments); i++) {
		int status;
		const pid_t child = fork();

		if (child == 0) {
			execve(program, (char *[]){ program, folder, NULL },
				environments[i]);
			_exit(127);
		}
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
}

int main(int count, char **arguments)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_language_holds),
		cmocka_unit_test(sentences_follow_the_language),
		cmocka_unit_test(what_is_missing_stays_english),
		cmocka_unit_test(plurals_follow_the_language),
		cmocka_unit_test(holes_are_filled),
		cmocka_unit_test(other_braces_stay),
		cmocka_unit_test(days_and_moments_are_said),
		cmocka_unit_test(what_is_not_there_is_not_offered),
		cmocka_unit_test(it_says_how_far_each_is),
		cmocka_unit_test(environments_do_not_matter),
	};

	if (readlink("/proc/self/exe", program, sizeof program - 1) < 0)
		return 1;
	if (count == 2 && strlen(arguments[1]) < sizeof folder) {
		memcpy(folder, arguments[1], strlen(arguments[1]) + 1);
		return speak();
	}
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("language", tests,
		make_catalogues, remove_catalogues);
}
