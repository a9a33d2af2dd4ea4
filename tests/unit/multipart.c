/* Forms with files: boundaries, parts, names of files: web/multipart.c. */
#include "parsing.h"

static void boundaries_are_checked(void **memory)
{
	static const char seventy[] =
		"1234567890123456789012345678901234567890123456789012345678901234567890";
	static const struct {
		const char *parameter, *boundary;
		enum parse_result result;
	} table[] = {
		{ "; boundary=B", "B", PARSE_OK },
		{ ";boundary=B", "B", PARSE_OK },
		{ "; BOUNDARY=B ; charset=utf-8", "B", PARSE_OK },
		{ "; charset=utf-8; boundary=B;", "B", PARSE_OK },
		{ "; boundary=\"B\"", "B", PARSE_OK },
		{ "; boundary=\"a b'()+_,-./:=?9\"", "a b'()+_,-./:=?9", PARSE_OK },
		{ "; boundary=----WebKitFormBoundaryAbC012", "----WebKitFormBoundaryAbC012",
			PARSE_OK },
		{ "; boundary=-", "-", PARSE_OK },
		{ "; boundary=--", "--", PARSE_OK },
		{ "", "B", PARSE_MALFORMED },
		{ "; boundary", "B", PARSE_MALFORMED },
		{ "; boundary=", "", PARSE_MALFORMED },
		{ "; boundary=\"\"", "", PARSE_MALFORMED },
		{ "; boundary=\"B", "B", PARSE_MALFORMED },
		{ "; boundary=\"B\"x", "B", PARSE_MALFORMED },
		{ "; boundary=B; boundary=B", "B", PARSE_MALFORMED },
		{ "; boundary=\"B \"", "B ", PARSE_MALFORMED },
		{ "; boundary=a*b", "a*b", PARSE_MALFORMED },
		{ "; boundary=\xC3\xA9", "\xC3\xA9", PARSE_MALFORMED },
		{ "; boundary=\"a\rb\"", "a\rb", PARSE_MALFORMED },
		{ "; =B", "B", PARSE_MALFORMED },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		const char *body = memory_printf(*memory, "--%s\r\n"
			"Content-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--%s--\r\n",
			table[i].boundary, table[i].boundary);
		const char *out = body_of(*memory, memory_printf(*memory,
			"multipart/form-data%s", table[i].parameter), body, strlen(body));

		if (out[0] - '0' != (int)table[i].result
				|| (out[0] == '0' && !text_is(out, "0 a=1")))
			fail_msg("row %zu: \"%s\"", i, out);
	}
	for (int more = 0; more < 2; more++) {
		const char *boundary = memory_printf(*memory, "%s%s", seventy,
			more ? "x" : "");
		const char *body = memory_printf(*memory, "--%s\r\n"
			"Content-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--%s--",
			boundary, boundary);

		assert_string_equal(body_of(*memory, memory_printf(*memory,
			"multipart/form-data; boundary=%s", boundary),
			body, strlen(body)), more ? "2 " : "0 a=1");
	}
}

static void multipart_bodies_are_taken_apart(void **memory)
{
	static const struct { const char *bytes; size_t size; const char *out; } table[] = {
		{ TEXT_AND_SIZE(PART("a") "1\r\n" PART("b") "2\r\n--B--\r\n"), "0 a=1|b=2" },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B--"), "0 a=1" },
		{ TEXT_AND_SIZE(PART("a") "\r\n--B--\r\n"), "0 a=" },
		{ TEXT_AND_SIZE("--B--\r\n"), "0 " },
		{ TEXT_AND_SIZE("--B--"), "0 " },
		{ TEXT_AND_SIZE("\r\n" PART("a") "1\r\n--B--"), "0 a=1" },
		{ TEXT_AND_SIZE("preamble\r\n" PART("a") "1\r\n--B--\r\nepilogue"), "0 a=1" },
		{ TEXT_AND_SIZE(PART("a") "x\r\ny\r\n--B--"), "0 a=x\r\ny" },
		{ TEXT_AND_SIZE(PART("a") "\r\n\r\r\n\r\n--B--"), "0 a=\r\n\r\r\n" },
		{ TEXT_AND_SIZE(PART("_charset_") "UTF-8\r\n" PART("a") "1\r\n--B--"), "0 a=1" },

		/* Lines that only begin like the boundary, or stand elsewhere. */
		{ TEXT_AND_SIZE(PART("a") "\r\n--BB\r\n\r\n--B--"), "0 a=\r\n--BB\r\n" },
		{ TEXT_AND_SIZE(PART("a") "--B\r\n--B--"), "0 a=--B" },
		{ TEXT_AND_SIZE(PART("a") "\n--B\r\n\r\n--B--"), "0 a=\n--B\r\n" },
		{ TEXT_AND_SIZE(PART("a") "\r--B\r\n\r\n--B--"), "0 a=\r--B\r\n" },
		{ TEXT_AND_SIZE(PART("a") "\r\n--B--x\r\n--B--"), "0 a=\r\n--B--x" },
		{ TEXT_AND_SIZE(PART("a") "\r\n--B \r\n\r\n--B--"), "0 a=\r\n--B \r\n" },
		{ TEXT_AND_SIZE(PART("a") "\r\n--\r\n--B--"), "0 a=\r\n--" },
		{ TEXT_AND_SIZE(PART("a") "\r\r\n\r\n--\r\n--B--"), "0 a=\r\r\n\r\n--" },
		{ TEXT_AND_SIZE(PART("a") "\r\n--b\r\n--B--"), "0 a=\r\n--b" },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B--\r\n" PART("b") "2\r\n--B--"), "0 a=1" },

		/* Headers. */
		{ TEXT_AND_SIZE("--B\r\ncontent-disposition:FORM-DATA;NAME=a\r\n\r\n1\r\n--B--"),
			"0 a=1" },
		{ TEXT_AND_SIZE("--B\r\nX-Other: 1\r\nContent-Disposition:\tform-data ; name = a"
			"\r\n\r\n1\r\n--B--"), "0 a=1" },
		{ TEXT_AND_SIZE("--B\r\nContent-Type: text/plain; charset=utf-8\r\n"
			"Content-Disposition: form-data; name=a;\r\n\r\n1\r\n--B--"), "0 a=1" },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n"
			"Content-Transfer-Encoding: 8bit\r\n\r\n1\r\n--B--"), "0 a=1" },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n"
			"Content-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition form-data\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data;\r\n name=\"a\"\r\n\r\n"
			"1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Type: text/plain\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n1\r\n--B--"),
			"4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\r\n\r\n1\r\n--B--"),
			"4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--B--"),
			"4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\""
			"\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n"
			"Content-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--B--"),
			"4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\" x\r\n\r\n1\r\n--B--"),
			"4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\0\"\r\n\r\n1\r\n--B--"),
			"5 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"\xE9\"\r\n\r\n1\r\n--B--"),
			"5 " },
		{ TEXT_AND_SIZE("--B\nContent-Disposition: form-data; name=\"a\"\n\n1\n--B--"), "3 " },
		{ TEXT_AND_SIZE("--B\rContent-Disposition: form-data; name=\"a\"\r\r1\r--B--"), "3 " },

		/* Text is UTF-8. */
		{ TEXT_AND_SIZE(PART("a") "\xD8\xAA\r\n--B--"), "0 a=ت" },
		{ TEXT_AND_SIZE(PART("a") "%41+\r\n--B--"), "0 a=%41+" },
		{ TEXT_AND_SIZE(PART("a") "\0\r\n--B--"), "5 " },
		{ TEXT_AND_SIZE(PART("a") "\xD8\r\n--B--"), "5 " },
		{ TEXT_AND_SIZE(PART("a") "\xED\xA0\x80\r\n--B--"), "5 " },

		/* Cut off. */
		{ TEXT_AND_SIZE(""), "3 " },
		{ TEXT_AND_SIZE("--B"), "3 " },
		{ TEXT_AND_SIZE("--B\r\n"), "3 " },
		{ TEXT_AND_SIZE("--C\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--C--"), "3 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disp"), "3 " },
		{ TEXT_AND_SIZE(PART("a")), "3 " },
		{ TEXT_AND_SIZE(PART("a") "1"), "3 " },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B"), "3 " },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B-"), "3 " },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B\r"), "3 " },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B\r\n"), "3 a=1" },

		/* Files. */
		{ TEXT_AND_SIZE(FILE_PART("filename=\"x.txt\"") "one\r\ntwo\r\n" PART("a") "1\r\n--B--"),
			"0 a=1|f<x.txt:text/plain:one\r\ntwo>" },
		{ TEXT_AND_SIZE(FILE_PART("filename=\"x\"") "\0\xFF\r\n--B--"),
			"0 |f<x:text/plain:\0" },
		{ TEXT_AND_SIZE(FILE_PART("filename=\"empty\"") "\r\n--B--"),
			"0 |f<empty:text/plain:>" },
		{ TEXT_AND_SIZE(FILE_PART("filename=\"\"") "\r\n--B--"), "0 " },
		{ TEXT_AND_SIZE(FILE_PART("filename=\"\"") "1\r\n--B--"), "0 |f<:text/plain:1>" },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\""
			"\r\n\r\n1\r\n--B--"), "0 |f<x::1>" },
		{ TEXT_AND_SIZE(FILE_PART("filename=\"x\"") "1\r\n"
			FILE_PART("filename=\"y\"") "2\r\n--B--"),
			"0 |f<x:text/plain:1>|f<y:text/plain:2>" },
		/* Nested: a part is bytes. */
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n"
			"Content-Type: multipart/mixed; boundary=C\r\n\r\n--C\r\n\r\n1\r\n--C--\r\n--B--"),
			"0 a=--C\r\n\r\n1\r\n--C--" },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		const char *out = body_of(*memory, MULTIPART, table[i].bytes, table[i].size);

		if (!text_is(out, table[i].out))
			fail_msg("row %zu: \"%s\"", i, out);
	}
}

static void file_names_come_as_browsers_send_them(void **memory)
{
	static const struct { const char *parameters, *name; } table[] = {
		{ "filename=\"report.pdf\"", "report.pdf" },
		{ "filename=report.pdf", "report.pdf" },
		{ "filename=two words.pdf", "two words.pdf" },
		{ "filename=\"a%22b.txt\"", "a\"b.txt" },
		{ "filename=\"a\\\"b.txt\"", "a\"b.txt" },
		{ "filename=\"C:\\dir\\x.txt\"", "C:\\dir\\x.txt" },
		{ "filename=\"ends with\\\"", "ends with\\" },
		{ "filename=\"ends with\\\"; x=1", "ends with\\" },
		{ "filename=\"100%.txt\"", "100%.txt" },
		{ "filename=\"%0D%0A.txt\"", "%0D%0A.txt" },
		{ "filename=\"تقرير.pdf\"", "تقرير.pdf" },
		{ "filename=\"a;b=c.txt\"", "a;b=c.txt" },
		{ "filename=\"../../etc/passwd\"", "../../etc/passwd" },
		{ "filename*=UTF-8''%D8%AA.txt", "ت.txt" },
		{ "filename=\"x\"; filename*=utf-8'ar'%D8%AA.txt", "ت.txt" },
		{ "filename*=UTF-8''%D8%AA.txt; filename=\"x\"", "ت.txt" },
		{ "filename=\"x\"; filename*=ISO-8859-1''%E9.txt", "x" },
		{ "filename=\"x\"; filename*=UTF-8''%FF", "x" },
		{ "filename=\"x\"; filename*=UTF-8''%00", "x" },
		{ "filename=\"x\"; filename*=UTF-8'", "x" },
		{ "filename*=ISO-8859-1''%E9.txt", NULL },
		{ "filename*=UTF-8''%zz", NULL },
		{ "filename=\"x\"; filename=\"y\"", NULL },
		{ "filename", NULL },
		{ "filename=\"x", NULL },
		{ "filename=x\"y", NULL },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		const char *body = memory_printf(*memory,
			"--B\r\nContent-Disposition: form-data; name=\"f\"; %s\r\n\r\n"
			"1\r\n--B--\r\n", table[i].parameters);
		const char *out = body_of(*memory, MULTIPART, body, strlen(body));

		assert_string_equal(out, table[i].name
			? memory_printf(*memory, "0 |f<%s::1>", table[i].name) : "4 ");
	}
}

static void refused_files_are_skipped(void **memory)
{
	static const char body[] = FILE_PART("filename=\"x\"") "123456\r\n"
		PART("a") "1\r\n" FILE_PART("filename=\"y\"") "12\r\n--B--";
	struct sending sending = { body, sizeof(body) - 1, 0, 100 };
	struct field_values values = { NULL, 0 };

	assert_string_equal(body_said(*memory, MULTIPART, body, sizeof(body) - 1,
		sizeof(body) - 1, 1000, 3),
		"0 a=1|f<x:text/plain:123456|f<y:text/plain:12>");
	assert_int_equal(parse_body(*memory, MULTIPART, sizeof(body) - 1, send_piece,
		&sending, NULL, NULL, &values), PARSE_OK);
	assert_string_equal(said(*memory, &values), "a=1");
}

static void headers_of_parts_have_a_limit(void **memory)
{
	static const char first[] = "Content-Disposition: form-data; name=\"a\"\r\n";

	for (int more = 0; more < 2; more++) {
		int room = PARSE_PART_HEADER_BYTES - (int)strlen(first)
			- (int)strlen("X: \r\n\r\n") + more;
		const char *body = memory_printf(*memory,
			"--B\r\n%sX: %s\r\n\r\n1\r\n--B--", first,
			many(*memory, "x", room, ""));

		assert_string_equal(body_of(*memory, MULTIPART, body, strlen(body)),
			more ? "2 " : "0 a=1");
	}
	assert_int_equal(result_of(*memory, MULTIPART, many(*memory,
		"X: 1\r\n", 100000, "")), '3');
	assert_int_equal(result_of(*memory, MULTIPART, memory_printf(*memory,
		"--B\r\n%s", many(*memory, "X: 1\r\n", 100000, ""))), '2');
}

/* The window's edge falls on every place of a boundary. */
static void boundaries_are_found_wherever_they_fall(void **memory)
{
	static const char head[] = FILE_PART("filename=\"x\"");
	static const char tail[] = "\r\n" PART("a") "1\r\n--B--\r\n";

	(void)memory;
	for (size_t size = 16200; size < 16500; size++) {
		void *m = memory_root("one size");
		const char *file = many(m, "x", (int)size, "");
		const char *body = memory_printf(m, "%s%s%s", head, file, tail);

		assert_string_equal(body_said(m, MULTIPART, body, strlen(body),
			(int64_t)strlen(body), 5000, 0),
			memory_printf(m, "0 a=1|f<x:text/plain:%s>", file));
		memory_end(m);
	}
}

/* Each part may say a lot: a thousand of them still take no time. */
static void parts_with_much_to_say_are_cheap(void **memory)
{
	const char *part = memory_printf(*memory, "--B\r\nContent-Disposition: "
		"form-data; name=\"a\"%s\r\n\r\n1\r\n", many(*memory, ";a=b", 1000, ""));
	const char *body = many(*memory, part, PARSE_FIELDS, "--B--");

	assert_int_equal(result_of(*memory, MULTIPART, body), '0');
	assert_true(seconds_for(MULTIPART, body, strlen(body)) < 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(boundaries_are_checked),
		cmocka_unit_test(multipart_bodies_are_taken_apart),
		cmocka_unit_test(file_names_come_as_browsers_send_them),
		cmocka_unit_test(refused_files_are_skipped),
		cmocka_unit_test(headers_of_parts_have_a_limit),
		cmocka_unit_test(boundaries_are_found_wherever_they_fall),
		cmocka_unit_test(parts_with_much_to_say_are_cheap),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("multipart", tests, open_memory, close_memory);
}
