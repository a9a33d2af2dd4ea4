/* Texts for everybody: formats/markdown.h. */
#include "case.h"

#include <time.h>

#include "base/text.h"
#include "formats/markdown.h"

static void test_drawn(void **memory)
{
	static const struct { const char *text, *html; } drawn[] = {
		{ "", "" },
		{ "One **two** *three* `four < five`",
		  "<p>One <strong>two</strong> <em>three</em> <code>four &lt; five</code></p>\n" },
		{ "# A\n\n# B", "<h2>A</h2>\n<h2>B</h2>\n" },
		{ "### A\n\n#### B\n\n# C", "<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>\n" },
		{ "## A\n\n## B\n\n### C\n\n## D", "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>\n<h2>D</h2>\n" },
		{ "# A\n\n###### B\n\n### C", "<h2>A</h2>\n<h3>B</h3>\n<h3>C</h3>\n" },
		{ "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" },
		{ "[a](https://x.example/?a=1&b=\"2\")",
		  "<p><a href=\"https://x.example/?a=1&amp;b=%222%22\">a</a></p>\n" },
		{ "[a](/contact) [b](mailto:x@y.example)",
		  "<p><a href=\"/contact\">a</a> <a href=\"mailto:x@y.example\">b</a></p>\n" },
		/* What may not be there, where nobody has looked. */
		{ "[a](javascript:alert(1))", "<p>a</p>\n" },
		{ "[a](JaVaScRiPt:alert(1)) [b](data:text/html,x) [c](//x.example) [d](ftp://x)", "<p>a b c d</p>\n" },
		{ "[a](&#106;avascript:alert(1))", "<p>a</p>\n" },
		{ "<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n" },
		{ "![a *b*](https://x.example/x.png)", "<p>a <em>b</em></p>\n" },
		{ "[![a](https://x.example/x.png)](javascript:x)", "<p>a</p>\n" },
		{ "a <b>c</b> <img src=x onerror=alert(1)>", "<p>a c </p>\n" },
		{ "<script>alert(1)</script>\n\na", "<p>a</p>\n" },
		{ "<div>\n\n*a*\n\n</div>", "<p><em>a</em></p>\n" },
		{ "&lt;script&gt; & \" '", "<p>&lt;script&gt; &amp; &quot; '</p>\n" },
		{ "<!-- a --> b <?php x ?> <![CDATA[x]]>", NULL },
	};

	for (size_t i = 0; i < COUNT(drawn); i++) {
		const char *html = markdown_html(*memory, drawn[i].text);

		if (drawn[i].html != NULL)
			assert_string_equal(html, drawn[i].html);
		assert_null(strstr(html, "<script"));
		assert_null(strstr(html, "<!"));
		assert_null(strstr(html, "<?"));
	}
}

static void test_wrong(void **memory)
{
	static const struct { const char *text; enum markdown_wrong wrong; int line; } wrong[] = {
		{ "a\n\nb [c](https://x.example)\n", MARKDOWN_RIGHT, 0 },
		{ "a < b and c > d, 3<4, x<y>z", MARKDOWN_HTML, 1 },
		{ "a\n\n<b>c</b>", MARKDOWN_HTML, 3 },
		{ "a\n\n<div>\n</div>", MARKDOWN_HTML, 3 },
		{ "a\n\n![b](https://x.example/x.png)", MARKDOWN_PICTURE, 3 },
		{ "a\n\n\n[b](javascript:alert)", MARKDOWN_LINK, 4 },
		{ "[b](ftp://x.example)", MARKDOWN_LINK, 1 },
		{ "[b](x.html)", MARKDOWN_LINK, 1 },
		{ "[b](//evil.example)", MARKDOWN_LINK, 1 },
		{ "[b](/\\evil.example)", MARKDOWN_LINK, 1 },
		{ "[b](https://)", MARKDOWN_LINK, 1 },
		{ "> > > > > > > > > > > > > > > > > > > > > > > > > > > > a", MARKDOWN_TOO_DEEP, 1 },
	};

	(void)memory;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		int line = 0;

		assert_int_equal(markdown_check(wrong[i].text, &line), wrong[i].wrong);
		if (wrong[i].wrong != MARKDOWN_RIGHT)
			assert_int_equal(line, wrong[i].line);
	}
}

static char *repeated(const void *memory, const char *piece, size_t size)
{
	char *text = memory_array(memory, char, size + 1);

	for (size_t i = 0; i < size; i++)
		text[i] = piece[i % strlen(piece)];
	return text;
}

/* Whatever it is, it is answered: drawn or refused, and soon. The limit is what a
 * loaded machine takes many times over. */
static void test_bombs(void **memory)
{
	static const char *const pieces[] = { "word ", ">", "> ", "- ", "- a\n", "[", "![[]()", "![[](", "[a](",
		"[](<", "*a _b", "**a ", "`a``b```c", "<", "<!A", "<?", "<![CDATA[", "<!--", "<a b=\"", "&x", "[a]: b\n",
		"[a][b]", "| a | b |\n", "| - |\n", "a\n-\n", "[a](((((", "\\[", "\t- ", "_a", "#", "# a\n", "1. ",
		"```\n", "~", "a\n\n", "<https://", "\xd8\xa7\xd9\x84 ", "]", "()", "[[]()", "*[a_`" };
	const clock_t begun = clock();

	for (size_t i = 0; i < COUNT(pieces); i++) {
		char *text = repeated(*memory, pieces[i], MARKDOWN_BYTES);
		const char *html;
		int line;

		markdown_check(text, &line);
		html = markdown_html(*memory, text);
		assert_true(strlen(html) < 40 * (size_t)MARKDOWN_BYTES);
	}
	assert_true((clock() - begun) / CLOCKS_PER_SEC < 60);
	{
		int line;

		assert_int_equal(markdown_check(repeated(*memory, "a", 2 * 1000 * 1000), &line), MARKDOWN_TOO_LONG);
		assert_string_equal(markdown_html(*memory, repeated(*memory, "a", 2 * 1000 * 1000)), "");
	}
}

/* Lists in lists and then lines without end: each line is looked at in all of them. */
static void test_staircases(void **memory)
{
	struct buffer text;
	const clock_t begun = clock();
	int line;

	buffer_open(&text, *memory, MARKDOWN_BYTES);
	for (int i = 0; i < 20000; i++)
		buffer_add(&text, "- ");
	buffer_add(&text, "x");
	for (int i = 0; i < 80000; i++)
		buffer_add(&text, "\n");
	assert_int_equal(markdown_check(buffer_text(&text), &line), MARKDOWN_TOO_DEEP);
	buffer_open(&text, *memory, MARKDOWN_BYTES);
	for (int i = 0; i < 60; i++)
		buffer_printf(&text, "%*s- x\n", 2 * i, "");
	assert_int_equal(markdown_check(buffer_text(&text), &line), MARKDOWN_TOO_DEEP);
	buffer_open(&text, *memory, MARKDOWN_BYTES);
	for (int i = 0; i < 30000; i++)
		buffer_add(&text, "\n");
	assert_int_equal(markdown_check(buffer_text(&text), &line), MARKDOWN_TOO_LONG);
	assert_int_equal(markdown_check("\n\n- a\n\t- b\n\n------------------------------\n", &line),
	    MARKDOWN_RIGHT);
	assert_true((clock() - begun) / CLOCKS_PER_SEC < 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_drawn, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_wrong, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_bombs, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_staircases, open_memory, close_memory),
	};

	return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
