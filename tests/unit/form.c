/* From a body to the view and back: web/form.h, with real templates. */
#include "case.h"

#include <unistd.h>

#include "web/form.h"
#include "web/view.h"

/* Everything a template can see of a form. */
static const char dump[] =
	"<?cs each:f = form ?>"
	"<?cs var:f.name ?>(<?cs var:f.kind ?><?cs if:f.required ?>!<?cs /if ?>)"
	"[<?cs var:f.value ?>]"
	"<?cs if:f.kind == \"day_or_text\" ?>[<?cs var:f.day ?>/<?cs var:f.month ?>/"
	"<?cs var:f.year ?>/<?cs var:f.time ?>]<?cs /if ?>"
	"<?cs each:c = f.choices ?> <?cs if:c.chosen ?>*<?cs /if ?><?cs var:c.value ?>"
	"<?cs /each ?>"
	"<?cs if:f.error ?> E:<?cs var:f.error ?><?cs /if ?>\n"
	"<?cs /each ?>"
	"<?cs each:e = form_errors ?>#<?cs var:e.name ?>:<?cs var:e.message ?>\n<?cs /each ?>"
	"good <?cs var:form_state.good ?>\n";

static const struct choice colours[] = {
	{ "red", "Red" }, { "green", "Green" }, { "blue", "Blue" }, { NULL }
};

static const struct field table[] = {
	{ "name", TEXT, .required = true, .label = "Name", .missing = "Enter your name",
		.max = 10 },
	{ "one", CHOICE, .label = "One", .choices = colours },
	{ "some", CHOICES, .label = "Some", .choices = colours },
	{ "seen", DAY_OR_TEXT, .label = "Seen" },
	{ "age", NUMBER, .label = "Age", .min = 1, .max = 150 },
	{ "word", SECRET, .label = "Password" },
	{ NULL }
};

static const struct field other_table[] = {
	{ "note", LINES, .required = true, .missing = "Write the note" },
	{ NULL }
};

static struct work work;
static struct request r;
static struct field_value body[64];

static int page(struct request *request)
{
	form_show(request, table);
	form_set(request, "name", "from the database");
	return show(request, "dump.cs");
}

static int open_templates(void **state)
{
	static char folder[] = "/tmp/belfry-form-XXXXXX";

	*state = mkdtemp(folder);
	assert_non_null(*state);

	char path[sizeof(folder) + 16];

	snprintf(path, sizeof(path), "%s/dump.cs", folder);

	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(dump, file);
	assert_int_equal(fclose(file), 0);
	view_open(folder);
	return 0;
}

static int remove_templates(void **state)
{
	const char *folder = *state;
	char path[64];

	view_reload();
	snprintf(path, sizeof(path), "%s/dump.cs", folder);
	return unlink(path) != 0 || rmdir(folder) != 0;
}

static int open_request(void **state)
{
	(void)state;
	work = (struct work){ .memory = memory_root("a request") };
	assert_true(moment_parse("2026-11-21 10:00:00", &work.now));
	r = (struct request){ .memory = work.memory, .work = &work,
		.view = view_new(work.memory) };
	r.body.list = body;
	return 0;
}

static int close_request(void **state)
{
	(void)state;
	memory_end(work.memory);
	return 0;
}

static void send_field(const char *name, const char *value)
{
	body[r.body.count++] = (struct field_value){ name, value };
}

static void shows(int status, const char *text)
{
	r.answer = NULL;
	assert_int_equal(show(&r, "dump.cs"), status);
	assert_string_equal(r.answer, text);
}

static void a_first_page_is_empty(void **state)
{
	(void)state;
	form_show(&r, table);
	shows(200,
		"name(text!)[]\n"
		"one(choice)[] red green blue\n"
		"some(choices)[] red green blue\n"
		"seen(day_or_text)[][///]\n"
		"age(number)[]\n"
		"word(secret)[]\n"
		"good 1\n");
}

static void what_is_known_is_shown(void **state)
{
	(void)state;
	form_show(&r, table);
	form_set(&r, "name", "<Anna>");
	form_set(&r, "one", "green");
	form_set_choices(&r, "some", "red,blue");
	form_set(&r, "seen", "2026-11-02 09:30");
	form_set(&r, "age", NULL);
	form_set(&r, "word", "never shown");
	shows(200,
		"name(text!)[&lt;Anna&gt;]\n"
		"one(choice)[green] red *green blue\n"
		"some(choices)[red,blue] *red green *blue\n"
		"seen(day_or_text)[][2/11/2026/09:30]\n"
		"age(number)[]\n"
		"word(secret)[]\n"
		"good 1\n");
}

static void what_is_right_is_accepted(void **state)
{
	(void)state;
	send_field("token", "x");
	send_field("some", "blue");
	send_field("some", "red");
	send_field("some", "blue");
	send_field("seen-day", "1");
	send_field("seen-month", "Nov");
	send_field("seen-year", "2026");
	send_field("age", "٤٢");
	send_field("name", "  Anna ");
	send_field("name", "Bert");
	send_field("one", "red");
	send_field("word", " s ");
	send_field("unknown", "x");
	assert_true(form_accept(&r, table));
	assert_string_equal(form_text(&r, "name"), "Anna");
	assert_string_equal(form_text(&r, "one"), "red");
	assert_string_equal(form_text(&r, "some"), "red,blue");
	assert_string_equal(form_text(&r, "seen"), "2026-11-01");
	assert_int_equal(form_number(&r, "age"), 42);
	assert_string_equal(form_text(&r, "age"), "42");
	assert_string_equal(form_text(&r, "word"), " s ");
	assert_true(form_has(&r, "some", "red"));
	assert_false(form_has(&r, "some", "green"));
	assert_true(form_has(&r, "one", "red"));
	assert_true(form_is_good(&r));
}

static void empty_is_null(void **state)
{
	(void)state;
	send_field("name", "Anna");
	send_field("one", "");
	send_field("some", "");
	send_field("seen-words", " ");
	assert_true(form_accept(&r, table));
	assert_null(form_text(&r, "one"));
	assert_null(form_text(&r, "some"));
	assert_null(form_text(&r, "seen"));
	assert_null(form_text(&r, "age"));
	assert_int_equal(form_number(&r, "age"), 0);
	assert_null(form_text(&r, "word"));
	assert_false(form_has(&r, "some", "red"));
}

static void mistakes_keep_what_was_typed(void **state)
{
	(void)state;
	send_field("name", " 12345678901 ");
	send_field("one", "pink");
	send_field("some", "green");
	send_field("some", "pink");
	send_field("seen-day", "31");
	send_field("seen-month", "Feb");
	send_field("seen-year", "2026");
	send_field("seen", "at noon");
	send_field("age", "<old>");
	send_field("word", "secret");
	assert_false(form_accept(&r, table));
	assert_null(form_text(&r, "age"));
	assert_int_equal(show_again(&r, page), 422);
	assert_string_equal(r.answer,
		"name(text!)[ 12345678901 ] E:Name: use 10 characters or fewer. "
			"You have used 11.\n"
		"one(choice)[pink] red green blue E:Choose one of the answers: One\n"
		"some(choices)[green] red *green blue E:Choose from the answers: Some\n"
		"seen(day_or_text)[at noon][31/Feb/2026/] "
			"E:Enter a day that this month has, like 21\n"
		"age(number)[&lt;old&gt;] E:Age: enter a whole number from 1 to 150\n"
		"word(secret)[]\n"
		"#name:Name: use 10 characters or fewer. You have used 11.\n"
		"#one:Choose one of the answers: One\n"
		"#some:Choose from the answers: Some\n"
		"#seen:Enter a day that this month has, like 21\n"
		"#age:Age: enter a whole number from 1 to 150\n"
		"good \n");
}

static void the_view_has_it_without_the_page(void **state)
{
	(void)state;
	assert_false(form_accept(&r, table));
	shows(422,
		"name(text!)[] E:Enter your name\n"
		"one(choice)[] red green blue\n"
		"some(choices)[] red green blue\n"
		"seen(day_or_text)[][///]\n"
		"age(number)[]\n"
		"word(secret)[]\n"
		"#name:Enter your name\n"
		"good \n");
}

static void the_trade_may_complain(void **state)
{
	(void)state;
	send_field("name", "Anna");
	send_field("some", "green");
	assert_true(form_accept(&r, table));
	form_complain(&r, "name", "Anna is away");
	assert_false(form_is_good(&r));
	assert_int_equal(show_again(&r, page), 422);
	assert_string_equal(r.answer,
		"name(text!)[Anna] E:Anna is away\n"
		"one(choice)[] red green blue\n"
		"some(choices)[green] red *green blue\n"
		"seen(day_or_text)[][///]\n"
		"age(number)[]\n"
		"word(secret)[]\n"
		"#name:Anna is away\n"
		"good \n");
}

static void shown_again_is_not_good(void **state)
{
	(void)state;
	send_field("name", "Anna");
	assert_true(form_accept(&r, table));
	assert_int_equal(show_again(&r, page), 422);
}

static void a_page_may_have_two_forms(void **state)
{
	(void)state;
	assert_false(form_accept(&r, other_table));
	form_show(&r, table);
	form_set(&r, "name", "Anna");
	form_show(&r, other_table);
	shows(422,
		"note(lines!)[] E:Write the note\n"
		"name(text!)[Anna]\n"
		"one(choice)[] red green blue\n"
		"some(choices)[] red green blue\n"
		"seen(day_or_text)[][///]\n"
		"age(number)[]\n"
		"word(secret)[]\n"
		"#note:Write the note\n"
		"good \n");
}

/* The language is changed by a submit: no answer is taken, none is lost. */
static void another_language_keeps_what_was_typed(void **state)
{
	(void)state;
	r.switching = true;
	send_field("language_switch", "ar");
	send_field("age", "old");
	send_field("one", "blue");
	assert_false(form_accept(&r, table));
	assert_null(form_text(&r, "one"));
	assert_int_equal(show_again(&r, page), 200);
	assert_string_equal(r.answer,
		"name(text!)[]\n"
		"one(choice)[blue] red green *blue\n"
		"some(choices)[] red green blue\n"
		"seen(day_or_text)[][///]\n"
		"age(number)[old]\n"
		"word(secret)[]\n"
		"good 1\n");
}

/* The page makes its table anew: the same fields in another place. */
static int page_with_own_table(struct request *request)
{
	struct field *own = memory_array(request->work->memory, struct field, 2);

	own[0] = other_table[0];
	form_show(request, own);
	form_set(request, "note", "from the database");
	return show(request, "dump.cs");
}

static void tables_are_known_by_their_fields(void **state)
{
	(void)state;
	send_field("note", "kept");
	assert_true(form_accept(&r, other_table));
	form_complain(&r, "note", "Not now");
	assert_int_equal(show_again(&r, page_with_own_table), 422);
	assert_string_equal(r.answer,
		"note(lines!)[kept] E:Not now\n#note:Not now\ngood \n");
}

/* A request whose transaction was lost is answered from the beginning. */
static void a_second_attempt_begins_anew(void **state)
{
	(void)state;
	assert_false(form_accept(&r, table));
	send_field("name", "Anna");
	r.form = NULL;
	r.view = view_new(work.memory);
	assert_true(form_accept(&r, table));
	assert_string_equal(form_text(&r, "name"), "Anna");
	r.body.count = 0;
	assert_false(form_accept(&r, table));
	assert_null(form_text(&r, "name"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_first_page_is_empty,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(what_is_known_is_shown,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(what_is_right_is_accepted,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(empty_is_null,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(mistakes_keep_what_was_typed,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(the_view_has_it_without_the_page,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(the_trade_may_complain,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(shown_again_is_not_good,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(a_page_may_have_two_forms,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(another_language_keeps_what_was_typed,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(tables_are_known_by_their_fields,
			open_request, close_request),
		cmocka_unit_test_setup_teardown(a_second_attempt_begins_anew,
			open_request, close_request),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("form", tests,
		open_templates, remove_templates);
}
