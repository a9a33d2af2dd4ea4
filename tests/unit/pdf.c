/* HTML on paper, and what the program that draws it cannot do: formats/pdf.h. */
#include "case.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "formats/pdf.h"

#define PROGRAM "/usr/bin/weasyprint"

static char style[] = "/tmp/belfry-style.XXXXXX";
static char secret[] = "/tmp/belfry-secret.XXXXXX";

static void put(char *path, const char *text)
{
	const int file = mkstemp(path);

	assert_true(file >= 0);
	assert_int_equal(write(file, text, strlen(text)), strlen(text));
	close(file);
}

static enum pdf_drawn draw(const void *memory, const char *html, struct pdf *pdf)
{
	return pdf_draw(memory, &(struct pdf_order){ PROGRAM, html, style, 1764000000 }, pdf);
}

static void pages_are_counted(void **memory)
{
	struct pdf one, three;

	assert_int_equal(draw(*memory, "<p>One</p>", &one), PDF_DRAWN);
	assert_int_equal(one.pages, 1);
	assert_memory_equal(one.bytes, "%PDF-", 5);
	assert_int_equal(draw(*memory, "<p>One</p><p class=next>Two</p><p class=next>/Type /Pages /Count 9</p>",
	    &three), PDF_DRAWN);
	assert_int_equal(three.pages, 3);
}

static void the_same_again_is_the_same(void **memory)
{
	struct pdf first, second;

	assert_int_equal(draw(*memory, "<h1>Γειά \u0639\u0631\u0628\u064a \u4e2d\u6587</h1>", &first), PDF_DRAWN);
	sleep(1);
	assert_int_equal(draw(*memory, "<h1>Γειά \u0639\u0631\u0628\u064a \u4e2d\u6587</h1>", &second), PDF_DRAWN);
	assert_int_equal(first.size, second.size);
	assert_memory_equal(first.bytes, second.bytes, first.size);
}

static int listens(int *port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof address;
	const int server = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	assert_int_equal(bind(server, (struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(listen(server, 5), 0);
	assert_int_equal(getsockname(server, (struct sockaddr *)&address, &size), 0);
	*port = ntohs(address.sin_port);
	return server;
}

/* Everything by which HTML can ask for something, all of it unescaped: a file that is
 * there is not read (without it comes the same), and nobody knocks at the port. */
static void what_it_asks_for_is_not_there(void **memory)
{
	static const char html[] =
	    "<link rel=stylesheet href=\"file://%1$s\"><link rel=stylesheet href=\"http://127.0.0.1:%2$d/a\">"
	    "<style>@import url(file://%1$s); @import url(http://127.0.0.1:%2$d/b);"
	    "@font-face { font-family: x; src: url(file://%1$s), url(http://127.0.0.1:%2$d/c) }"
	    "p { font-family: x; background: url(http://127.0.0.1:%2$d/d) }</style>"
	    "<link rel=attachment href=\"file://%1$s\"><img src=\"file://%1$s\"><img src=\"%1$s\">"
	    "<img src=\"http://127.0.0.1:%2$d/e\"><object data=\"file://%1$s\"></object>"
	    "<embed src=\"file://%1$s\"><iframe src=\"http://127.0.0.1:%2$d/f\"></iframe>"
	    "<svg><image href=\"file://%1$s\"/></svg><a href=\"#\" rel=attachment>x</a><p>Words</p>";
	struct pdf there, gone;
	const char *asks;
	int port, server;

#ifdef __SANITIZE_ADDRESS__
	skip();       /* there are no walls in a build with sanitizers */
#endif
	server = listens(&port);
	put(secret, "p::before { content: \"a secret\" }");
	asks = memory_printf(*memory, html, secret, port);
	assert_int_equal(draw(*memory, asks, &there), PDF_DRAWN);
	unlink(secret);
	assert_int_equal(draw(*memory, asks, &gone), PDF_DRAWN);
	assert_int_equal(there.size, gone.size);
	assert_memory_equal(there.bytes, gone.bytes, gone.size);
	assert_int_equal(accept(server, NULL, NULL), -1);
	assert_int_equal(errno, EAGAIN);
	close(server);
}

static void what_cannot_be_drawn(void **memory)
{
	struct pdf pdf;

	assert_int_equal(pdf_draw(*memory, &(struct pdf_order){ "/nowhere/weasyprint", "x", style, 0 }, &pdf),
	    PDF_NO_PROGRAM);
	assert_int_equal(pdf_draw(*memory, &(struct pdf_order){ "/bin/false", "x", style, 0 }, &pdf), PDF_FAILED);
	assert_int_equal(pdf_draw(*memory, &(struct pdf_order){ PROGRAM, "x", "/nowhere/style.css", 0 }, &pdf),
	    PDF_FAILED);
	assert_null(pdf.bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(pages_are_counted, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(the_same_again_is_the_same, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(what_it_asks_for_is_not_there, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(what_cannot_be_drawn, open_memory, close_memory),
	};
	int failed;

	put(style, "@page { size: A5 } .next { break-before: page }");
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(style);
	return failed;
}
