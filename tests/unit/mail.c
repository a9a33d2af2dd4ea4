/* What goes over the line: mail/encode.h and mail/compose.h. */
#include "case.h"

#include <openssl/evp.h>

#include "mail/compose.h"
#include "mail/encode.h"

static void *memory;

static int begin(void **state)
{
	(void)state;
	memory = memory_root("mail");
	return 0;
}

static int end(void **state)
{
	(void)state;
	memory_end(memory);
	return 0;
}

/* What somebody may try to put into a header. */
static const char *const hostile[] = {
	"Bcc\r\nBcc: a@evil.example", "a\nBcc: a@evil.example", "a\rBcc: a@evil.example", "a\r\n\r\nbody",
	"a\r\n .\r\nQUIT", "a\n.\nMAIL FROM:<x@y>", "\r\n", "\n\n", "a\vb\fc", "a\x01" "b\x7f" "c\x1b[31m",
	"a\xc2\x85" "Bcc: x", "a\xe2\x80\xa8" "Bcc: x", "a\xe2\x80\xa9" "Bcc: x", "a\xe2\x80\xaetxt.exe",
	"=?utf-8?Q?=0D=0ABcc:_x?=", "=?utf-8?B?DQpCY2M6IHg=?=", "=?", "?=", "=?=?=?",
	"a\"b", "a\\", "\\\"", "a\" <x@evil.example>", "<x@evil.example>", "x@evil.example", "(a", "a)", "a, b; c: d",
	"  ", "", "\t", "a  b", "é\r\nBcc: x", "\xf0\x9f\x94\x94", "\xff\xfe", "\xc3", "http://evil.example/a b",
	"www.evil.example", "a%0d%0aBcc: x", "a\\r\\nBcc: x", "a&#13;&#10;Bcc: x", "a\xe5\x98\x8a\xe5\x98\x8d" "Bcc: x",
};

static const char planned[] = "Date From To Message-ID Subject Auto-Submitted Content-Language MIME-Version"
	" Content-Type Content-Transfer-Encoding ";

static struct mail a_mail(void)
{
	return (struct mail){
		.from_name = "TEST-CIRT", .from = "team@cirt.example", .to = "anna@example.org",
		.message_id = "r.abc_-9@cirt.example", .date = 1795521600,
		.subject = "Your report has arrived", .language = "en", .text = "Good day.\n", .reply = true,
	};
}

static const char *composed(const struct mail *mail)
{
	const char *why = NULL, *whole;
	size_t size = 0;

	whole = mail_compose(memory, mail, &size, &why);
	if (whole == NULL)
		fail_msg("refused: %s", why);
	assert_int_equal(strlen(whole), size);
	return whole;
}

/* The names of the headers, in order; fails on a line that is none. */
static const char *names_of(const char *whole)
{
	struct buffer names;

	buffer_open(&names, memory, 10000);
	while (strncmp(whole, "\r\n", 2) != 0) {
		const char *line_end = strstr(whole, "\r\n");
		const size_t name = strcspn(whole, ":\r\n \t");

		assert_non_null(line_end);
		assert_true(line_end - whole <= 78);
		for (const char *at = whole; at < line_end; at++)
			assert_in_range(*at, ' ', '~');
		if (*whole != ' ') {
			assert_int_equal(whole[name], ':');
			buffer_add_bytes(&names, whole, name);
			buffer_add(&names, " ");
		}
		whole = line_end + 2;
	}
	return buffer_text(&names);
}

/* What a reader makes of it: encoded words decoded, folding undone. */
static const char *value_of(const char *whole, const char *name)
{
	const char *at = strstr(whole, memory_printf(memory, "\r\n%s:", name)) + strlen(name) + 3;
	struct buffer value;
	bool word_before = false;

	buffer_open(&value, memory, 10000);
	while (strncmp(at, "\r\n", 2) != 0 || at[2] == ' ') {
		if (strncmp(at, "\r\n", 2) == 0) {
			at += 2;
			continue;
		}
		if (strncmp(at, " =?utf-8?B?", 11) == 0 || strncmp(at, "=?utf-8?B?", 10) == 0) {
			const char *from = strstr(at, "B?") + 2;
			const size_t size = strcspn(from, "?");
			unsigned char bytes[200];
			int length = EVP_DecodeBlock(bytes, (const unsigned char *)from, (int)size);

			assert_true(length > 0);
			for (size_t i = size; i > 0 && from[i - 1] == '='; i--)
				length--;
			if (!word_before && *at == ' ' && value.size > 0)
				buffer_add(&value, " ");
			assert_true(text_is_utf8((const char *)bytes, (size_t)length));
			buffer_add_bytes(&value, bytes, (size_t)length);
			at = from + size + 2;
			word_before = true;
			continue;
		}
		word_before = false;
		buffer_add_bytes(&value, at++, 1);
	}
	return text_trim(memory, buffer_text(&value));
}

static void a_header_stays_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(hostile); i++) {
		for (int long_too = 0; long_too < 2; long_too++) {
			struct mail mail = a_mail();
			const char *value = hostile[i], *whole;

			if (long_too) {
				struct buffer many;

				buffer_open(&many, memory, 100000);
				for (int n = 0; n < 60; n++)
					buffer_add(&many, value);
				value = buffer_text(&many);
			}
			mail.subject = mail.from_name = mail.language = value;
			whole = composed(&mail);
			if (strcmp(names_of(whole), planned) != 0)
				fail_msg("hostile value %zu: %s", i, names_of(whole));
			assert_non_null(strstr(whole, "<team@cirt.example>\r\nTo: <anna@example.org>\r\n"));
			assert_string_equal(value_of(whole, "Subject"), mail_line(memory, value));
		}
	}
}

static void a_name_that_looks_like_an_address_is_left_out(void **state)
{
	static const char *const names[] = { "x@evil.example", "http://evil.example", "HTTPS://evil.example",
		"See www.evil.example", "a\xef\xbc\xa0" "b.example", "Bank <bank@bank.example>" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct mail mail = a_mail();

		mail.from_name = names[i];
		assert_non_null(strstr(composed(&mail), "\r\nFrom: <team@cirt.example>\r\n"));
	}
}

static void names_are_said_as_they_are(void **state)
{
	static const struct { const char *name, *said; } table[] = {
		{ "TEST-CIRT", "\"TEST-CIRT\" <team@cirt.example>" },
		{ "CERT.lv", "\"CERT.lv\" <team@cirt.example>" },
		{ "A \"real\" team", "\"A \\\"real\\\" team\" <team@cirt.example>" },
		{ "الفريق الوطني", "الفريق الوطني <team@cirt.example>" },
		{ "", "<team@cirt.example>" },
		{ NULL, "<team@cirt.example>" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct mail mail = a_mail();

		mail.from_name = table[i].name;
		assert_string_equal(value_of(composed(&mail), "From"), table[i].said);
	}
}

static void subjects_of_all_lengths_come_back(void **state)
{
	(void)state;
	for (size_t length = 1; length < 290; length++) {
		struct buffer plain, mixed;
		struct mail mail = a_mail();

		buffer_open(&plain, memory, 1000);
		buffer_open(&mixed, memory, 1000);
		for (size_t i = 0; i < length; i++) {
			buffer_add(&plain, i % 9 == 8 && i + 1 < length ? " " : "a");
			buffer_add(&mixed, i % 5 == 4 ? "ش" : i % 7 == 3 ? "é" : "x");
		}
		mail.subject = buffer_text(&plain);
		assert_string_equal(value_of(composed(&mail), "Subject"), mail.subject);
		mail.subject = buffer_text(&mixed);
		assert_string_equal(value_of(composed(&mail), "Subject"), mail.subject);
		assert_string_equal(names_of(composed(&mail)), planned);
	}
}

static void addresses_that_begin_a_second_one_are_refused(void **state)
{
	static const char *const bad[] = {
		"", "@", "a@", "@b.example", "a@b.example\r\nBcc: c@d.example", "a@b.example>, <c@d.example", "a b@c.example",
		"a@b.example,c@d.example", "a@b.example\n", "\"a\"@b.example", "<a@b.example>", "a@b.example ", "é@b.example",
		"a@bücher.example", "a@b.example\xe2\x80\xa8", "a@b@c.example", "a@[127.0.0.1]",
		"a@b.example;", "a@b.example\x7f",
	};
	static const char *const good[] = { "a@b.example", "o'neill+x=y@mail.b.example", "a.b-c_d@x-y.example" };

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct mail mail = a_mail();
		const char *why = NULL;
		size_t size;

		mail.to = bad[i];
		assert_null(mail_compose(memory, &mail, &size, &why));
		assert_string_equal(why, "the recipient's address cannot stand in a mail");
		mail = a_mail();
		mail.from = bad[i];
		assert_null(mail_compose(memory, &mail, &size, &why));
		mail = a_mail();
		mail.message_id = bad[i];
		if (strcmp(bad[i], "@") != 0 && strcmp(bad[i], "a@") != 0 && strcmp(bad[i], "@b.example") != 0
		    && strcmp(bad[i], "a@b@c.example") != 0)
			assert_null(mail_compose(memory, &mail, &size, &why));
	}
	for (size_t i = 0; i < COUNT(good); i++)
		assert_true(mail_is_address(good[i]));
}

static void dates_are_those_of_the_calendar(void **state)
{
	static const struct { moment moment; const char *said; } table[] = {
		{ 0, "Thu, 01 Jan 1970 00:00:00 +0000" },
		{ 1795521600, "Tue, 24 Nov 2026 12:00:00 +0000" },
		{ 1709210096, "Thu, 29 Feb 2024 12:34:56 +0000" },
		{ 1798761599, "Thu, 31 Dec 2026 23:59:59 +0000" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		assert_string_equal(mail_date(memory, table[i].moment), table[i].said);
}

static const char *body_of(const char *text)
{
	struct buffer b;

	buffer_open(&b, memory, 1000000);
	mail_body(&b, text);
	assert_false(b.full);
	return buffer_text(&b);
}

static void bodies_are_quoted_printable(void **state)
{
	static const struct { const char *text, *said; } table[] = {
		{ "", "" },
		{ "a", "a\r\n" },
		{ "a\n", "a\r\n" },
		{ "a\nb\n", "a\r\nb\r\n" },
		{ "\n\n", "\r\n\r\n" },
		{ "a=b", "a=3Db\r\n" },
		{ "a \n", "a=20\r\n" },
		{ "a\t\n", "a=09\r\n" },
		{ ".\n", "=2E\r\n" },
		{ "..\n", "=2E.\r\n" },
		{ "From here\n", "=46rom here\r\n" },
		{ "From\r here\n", "=46rom here\r\n" },
		{ "\rF\rro\r\rm here\n", "=46rom here\r\n" },
		{ "From", "From\r\n" },
		{ "Fr\n", "Fr\r\n" },
		{ "a\r\nb", "a\r\nb\r\n" },
		{ "a\rb", "ab\r\n" },
		{ "a \r\n", "a=20\r\n" },
		{ "é", "=C3=A9\r\n" },
		{ "\x01", "=01\r\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		assert_string_equal(body_of(table[i].text), table[i].said);
}

static void long_lines_are_broken(void **state)
{
	(void)state;
	for (size_t length = 60; length < 400; length++) {
		struct buffer text;
		const char *at;

		buffer_open(&text, memory, 4000);
		for (size_t i = 0; i < length; i++)
			buffer_add(&text, i % 3 == 0 ? "é" : i % 7 == 0 ? " " : i % 11 == 0 ? "." : "x");
		for (at = body_of(buffer_text(&text)); *at != '\0'; at = strstr(at, "\r\n") + 2) {
			assert_true(strcspn(at, "\r") <= 76);
			assert_int_not_equal(*at, '.');
		}
	}
}

static void two_parts_have_one_boundary(void **state)
{
	struct mail mail = a_mail();
	const char *whole, *at;
	size_t boundaries = 0;

	(void)state;
	mail.text = "--=_belfry--\n--=_belfry\n";
	mail.markup = "<p>--=_belfry--</p>\n";
	mail.reply = false;
	whole = composed(&mail);
	assert_non_null(strstr(whole, "\r\nAuto-Submitted: auto-generated\r\n"));
	assert_non_null(strstr(whole, "\r\nContent-Type: multipart/alternative; boundary=\"=_belfry\"\r\n\r\n"));
	for (at = whole; (at = strstr(at, "\r\n--=_belfry")) != NULL; at++)
		boundaries++;
	assert_int_equal(boundaries, 3);
}

static void a_mail_that_is_too_long_is_refused(void **state)
{
	struct mail mail = a_mail();
	char *text = memory_array(memory, char, MAIL_BYTES + 1);
	const char *why = NULL;
	size_t size;

	(void)state;
	memset(text, 'x', MAIL_BYTES);
	mail.text = text;
	assert_null(mail_compose(memory, &mail, &size, &why));
	assert_string_equal(why, "the mail is too long");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_header_stays_one, begin, end),
		cmocka_unit_test_setup_teardown(a_name_that_looks_like_an_address_is_left_out, begin, end),
		cmocka_unit_test_setup_teardown(names_are_said_as_they_are, begin, end),
		cmocka_unit_test_setup_teardown(subjects_of_all_lengths_come_back, begin, end),
		cmocka_unit_test_setup_teardown(addresses_that_begin_a_second_one_are_refused, begin, end),
		cmocka_unit_test_setup_teardown(dates_are_those_of_the_calendar, begin, end),
		cmocka_unit_test_setup_teardown(bodies_are_quoted_printable, begin, end),
		cmocka_unit_test_setup_teardown(long_lines_are_broken, begin, end),
		cmocka_unit_test_setup_teardown(two_parts_have_one_boundary, begin, end),
		cmocka_unit_test_setup_teardown(a_mail_that_is_too_long_is_refused, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
