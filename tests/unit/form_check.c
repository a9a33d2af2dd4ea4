/* What people type into fields: web/form_check.h. */
#include "case.h"

#include "base/text.h"
#include "web/form_check.h"

static moment now;

static int open_now(void **memory)
{
	open_memory(memory);
	return moment_parse("2026-11-21 10:00:00", &now) ? 0 : -1;
}

/* In: as typed. Out: accepted, NULL where it is refused. */
struct row { const char *in, *out; };

static void all_become(void *memory, const struct field *field,
	const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct typed typed = { .text = rows[i].in };
		struct accepted accepted;
		const char *wrong = check_typed(memory, field, &typed, now, &accepted);

		if ((wrong == NULL) != (rows[i].out != NULL)
				|| !text_is(accepted.text ? accepted.text
					: wrong ? NULL : "", rows[i].out))
			fail_msg("row %zu: \"%s\" became \"%s\" (%s)", i, rows[i].in,
				accepted.text ? accepted.text : "", wrong ? wrong : "right");
	}
}

static const char *said(void *memory, const struct field *field, const char *text)
{
	struct typed typed = { .text = text };
	struct accepted accepted;
	const char *wrong = check_typed(memory, field, &typed, now, &accepted);

	return wrong ? wrong : "right";
}

static void lines_and_texts(void **memory)
{
	static const struct field name = { "name", TEXT, .label = "Full name", .max = 10 };
	static const struct field story = { "story", LINES, .label = "Story", .max = 10 };
	static const struct row names[] = {
		{ NULL, "" },
		{ "", "" },
		{ " \xE2\x80\x8F ", "" },
		{ " Anna\tMaria ", "Anna Maria" },
		{ "a\r\nb", "a b" },
		{ "عائشة", "عائشة" },
		{ "cafe\xCC\x81", "café" },
		{ "1234567890", "1234567890" },
		{ "  1234567890  ", "1234567890" },
		{ "ééééééééé中", "ééééééééé中" },
		{ "12345678901", NULL },
		{ "<script>", "<script>" },
	};
	static const struct row stories[] = {
		{ "  a\r\n\r\nb  ", "a\n\nb" },
		{ "12345\r\n789", "12345\n789" },
		{ "12345\r\n7890\r\n1", NULL },
	};

	all_become(*memory, &name, names, COUNT(names));
	all_become(*memory, &story, stories, COUNT(stories));
	assert_string_equal(said(*memory, &name, "12345678901"),
		"Full name: use 10 characters or fewer. You have used 11.");
}

static void what_is_missing_is_said(void **memory)
{
	static const struct choice yes_no[] = { { "yes", "Yes" }, { "no", "No" }, { NULL } };
	static const struct field own = { "a", TEXT, .required = true,
		.label = "Name", .missing = "Enter your name" };
	static const struct field plain = { "a", TEXT, .required = true, .label = "Name" };
	static const struct field choice = { "a", CHOICE, .required = true,
		.label = "Is it still happening?", .choices = yes_no };
	static const struct field choices = { "a", CHOICES, .required = true,
		.missing = "Choose what is affected", .choices = yes_no };
	static const struct field day = { "a", DAY_OR_TEXT, .required = true,
		.missing = "Say when you noticed it" };

	assert_string_equal(said(*memory, &own, "  "), "Enter your name");
	assert_string_equal(said(*memory, &own, NULL), "Enter your name");
	assert_string_equal(said(*memory, &plain, ""), "Enter an answer: Name");
	assert_string_equal(said(*memory, &choice, NULL),
		"Choose an answer: Is it still happening?");
	assert_string_equal(said(*memory, &choice, "maybe"),
		"Choose one of the answers: Is it still happening?");
	assert_string_equal(said(*memory, &choice, "yes"), "right");
	assert_string_equal(said(*memory, &choices, ""), "Choose what is affected");
	assert_string_equal(said(*memory, &choices, "yes,no"), "right");
	assert_string_equal(said(*memory, &day, " "), "Say when you noticed it");
}

static void mail_addresses(void **memory)
{
	static const struct field field = { "email", EMAIL, .label = "E-mail" };
	static const char sixty_four[] =
		"abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd";
	static const struct row rows[] = {
		{ "", "" },
		{ "name@example.org", "name@example.org" },
		{ "  name@example.org\r\n", "name@example.org" },
		{ "\xE2\x80\xAAname@example.org\xE2\x80\xAC", "name@example.org" },
		{ "na\xE2\x80\x8Bme@example.org", "name@example.org" },
		{ "first.last+tag@sub.example.org", "first.last+tag@sub.example.org" },
		{ "O'Neil_x-1@example.co.uk", "O'Neil_x-1@example.co.uk" },
		{ "NAME@EXAMPLE.ORG", "NAME@EXAMPLE.ORG" },
		{ "a@b.example", "a@b.example" },
		{ "name@bücher.example", "name@bücher.example" },
		{ "name@مثال.إختبار", "name@مثال.إختبار" },
		{ "name@例子.测试", "name@例子.测试" },
		{ "name@пример.испытание", "name@пример.испытание" },
		{ "name@xn--bcher-kva.example", "name@xn--bcher-kva.example" },
		{ "1@2.example3", "1@2.example3" },
		{ "name", NULL },
		{ "@example.org", NULL },
		{ "name@", NULL },
		{ "name@@example.org", NULL },
		{ "a@b@example.org", NULL },
		{ "name@localhost", NULL },
		{ "name@example.", NULL },
		{ "name@.org", NULL },
		{ "name@example..org", NULL },
		{ "name@-example.org", NULL },
		{ "name@example-.org", NULL },
		{ "name@exam_ple.org", NULL },
		{ "name@127.0.0.1", NULL },
		{ "name@[127.0.0.1]", NULL },
		{ ".name@example.org", NULL },
		{ "name.@example.org", NULL },
		{ "na..me@example.org", NULL },
		{ "na me@example.org", NULL },
		{ "name@exam ple.org", NULL },
		{ "name@example.org, other@example.org", NULL },
		{ "name@example.org\nBcc: other@example.org", NULL },
		{ "Name <name@example.org>", NULL },
		{ "\"name\"@example.org", NULL },
		{ "(comment)name@example.org", NULL },
		{ "ñame@example.org", NULL },
		{ "na\\me@example.org", NULL },
	};
	void *m = *memory;

	all_become(m, &field, rows, COUNT(rows));
	assert_string_equal(said(m, &field, "name"),
		"Enter an e-mail address like name@example.org");
	assert_string_equal(said(m, &field, memory_printf(m, "%s@example.org",
		sixty_four)), "right");
	assert_string_not_equal(said(m, &field, memory_printf(m, "x%s@example.org",
		sixty_four)), "right");

	/* 254 in all, 253 of a domain, 63 of a label. */
	const char *label = memory_text_of(m, sixty_four, 62);
	const char *domain = memory_printf(m, "%s.%s.%s", label, label, label);

	assert_string_equal(said(m, &field, memory_printf(m, "%s@x%s",
		sixty_four, domain)), "right");
	assert_string_not_equal(said(m, &field, memory_printf(m, "%s@xx%s",
		sixty_four, domain)), "right");
	assert_string_equal(said(m, &field, memory_printf(m, "a@%s.example",
		memory_printf(m, "%sx", label))), "right");
	assert_string_not_equal(said(m, &field, memory_printf(m, "a@%s.example",
		sixty_four)), "right");
	assert_string_not_equal(said(m, &field, memory_printf(m, "a@%s.%s.%s",
		domain, domain, domain)), "right");
}

static void telephone_numbers(void **memory)
{
	static const struct field field = { "phone", PHONE, .label = "Phone" };
	static const struct row rows[] = {
		{ "", "" },
		{ "+999 20 555 0100", "+999 20 555 0100" },
		{ "  +999 20 555 0100 ", "+999 20 555 0100" },
		{ "00999205550100", "00999205550100" },
		{ "(020) 555-0100", "(020) 555-0100" },
		{ "(+999) 20.555.0100", "(+999) 20.555.0100" },
		{ "020/555/0100", "020/555/0100" },
		{ "+999\xC2\xA0" "20\xE2\x80\x91" "5550100", "+999 20\xE2\x80\x91" "5550100" },
		{ "\xE2\x80\xAA+999205550100\xE2\x80\xAC", "+999205550100" },
		{ "+999 20 \xE2\x80\x8B 0100", "+999 20 0100" },
		{ "+٩٩٩ ٢٠ ٥٥٥ ٠١٠٠", "+٩٩٩ ٢٠ ٥٥٥ ٠١٠٠" },
		{ "۰۲۰۵۵۵۰۱۰۰", "۰۲۰۵۵۵۰۱۰۰" },
		{ "＋９９９２０５５５０１００", "＋９９９２０５５５０１００" },
		{ "020 555 0100 ext 12", "020 555 0100 ext 12" },
		{ "12345", "12345" },
		{ "1234", NULL },
		{ "----------", NULL },
		{ "+", NULL },
		{ "++999205550100", NULL },
		{ "999+205550100", NULL },
		{ "call me", NULL },
		{ "020 555 0100; rm", NULL },
		{ "<b>0205550100</b>", NULL },
		{ "1234567890123456789012345678901", NULL },
		{ "(020) 555 0100 / (020) 555 0101", NULL },
	};

	all_become(*memory, &field, rows, COUNT(rows));
	assert_string_equal(said(*memory, &field, "1"),
		"Enter a phone number with its country code, like +999 20 555 0100");
}

static void numbers_and_sums(void **memory)
{
	static const struct field people = { "people", NUMBER, .label = "People",
		.min = 1, .max = 5000 };
	static const struct field count = { "count", NUMBER, .label = "Count" };
	static const struct field loss = { "loss", AMOUNT, .label = "Loss" };
	static const struct field id = { "id", ID, .label = "Owner" };
	static const struct row numbers[] = {
		{ "", "" },
		{ " 12 ", "12" },
		{ "007", "7" },
		{ "١٢", "12" },
		{ "1 200", "1200" },
		{ "1,200", "1200" },
		{ "1.200", "1200" },
		{ "1.5", NULL },
		{ "0", NULL },
		{ "5001", NULL },
		{ "-5", NULL },
		{ "+5", NULL },
		{ "5x", NULL },
		{ "1e3", NULL },
		{ "9999999999999999999999", NULL },
	};
	static const struct row sums[] = {
		{ "", "" },
		{ "1250", "1250.00" },
		{ "1250.5", "1250.50" },
		{ "1250,50", "1250.50" },
		{ "1,250", "1250.00" },
		{ "1.250", "1250.00" },
		{ "1,250.50", "1250.50" },
		{ "1.250,50", "1250.50" },
		{ "1 250 000,5", "1250000.50" },
		{ "1\xE2\x80\xAF" "250,00", "1250.00" },
		{ "1'250.05", "1250.05" },
		{ "1’250’000", "1250000.00" },
		{ "12,34,567", "1234567.00" },
		{ "١٬٢٥٠٫٥", "1250.50" },
		{ "۱۲۵۰", "1250.00" },
		{ "0", "0.00" },
		{ "0.99", "0.99" },
		{ "1000000000000000", "1000000000000000.00" },
		{ "1000000000000001", NULL },
		{ "0,250", NULL },
		{ "1,25,5", NULL },
		{ "1,2500", NULL },
		{ "1.250,500,00", NULL },
		{ ",250", NULL },
		{ "1,,250", NULL },
		{ ".", NULL },
		{ "-5", NULL },
		{ "-0", NULL },
		{ "12 dollars", NULL },
		{ "$12", NULL },
		{ "1e9", NULL },
		{ "99999999999999999999.99", NULL },
	};
	static const struct row ids[] = {
		{ "", "" },
		{ "42", "42" },
		{ "9223372036854775807", "9223372036854775807" },
		{ "9223372036854775808", NULL },
		{ "0", NULL },
		{ "-1", NULL },
		{ "1 OR 1=1", NULL },
	};
	struct accepted accepted;
	struct typed typed = { .text = "1,250.50" };

	all_become(*memory, &people, numbers, COUNT(numbers));
	all_become(*memory, &loss, sums, COUNT(sums));
	all_become(*memory, &id, ids, COUNT(ids));
	assert_null(check_typed(*memory, &loss, &typed, now, &accepted));
	assert_int_equal(accepted.number, 125050);
	assert_string_equal(said(*memory, &people, "x"),
		"People: enter a whole number from 1 to 5000");
	assert_string_equal(said(*memory, &count, "x"), "Count: enter a whole number");
	assert_string_equal(said(*memory, &loss, "x"),
		"Loss: enter an amount in digits, like 1250 or 1250.50");
}

static void codes_and_secrets(void **memory)
{
	static const struct field code = { "code", CODE, .label = "Code" };
	static const struct field secret = { "secret", SECRET, .label = "Password", .min = 12 };
	static const struct row codes[] = {
		{ "", "" },
		{ "123456", "123456" },
		{ " 123 456 ", "123456" },
		{ "12345 67890 12345 67890 12345", "1234567890123456789012345" },
		{ "12345-67890–12345", "123456789012345" },
		{ "١٢٣ ٤٥٦", "123456" },
		{ "１２３４５６", "123456" },
		{ "123\xE2\x80\x8B" "456\xE2\x80\x8F", "123456" },
		{ "abcd-EFGH", "abcdEFGH" },
		{ "123.456", NULL },
		{ "123é", NULL },
		{ "' OR 1", NULL },
	};
	static const struct row secrets[] = {
		{ "", "" },
		{ "  twelve or more  ", "  twelve or more  " },
		{ "eleven char", NULL },
		{ "cafe\xCC\x81 au lait noir", "café au lait noir" },
		{ "            ", "            " },
	};

	all_become(*memory, &code, codes, COUNT(codes));
	all_become(*memory, &secret, secrets, COUNT(secrets));
	assert_string_equal(said(*memory, &secret, "short"),
		"Password: use 12 characters or more.");
}

struct day_row {
	const char *day, *month, *year, *time, *words;
	const char *out;       /* NULL: refused */
};

static void days_as_people_write_them(void **memory)
{
	/* It is 21 November 2026, 10:00. */
	static const struct day_row rows[] = {
		{ "21", "11", "2026", "", "", "2026-11-21" },
		{ " 1 ", "2", "2026", "", "", "2026-02-01" },
		{ "01", "02", "2026", "", "", "2026-02-01" },
		{ "21", "November", "2026", "", "", "2026-11-21" },
		{ "21", "nov", "2026", "", "", "2026-11-21" },
		{ "21", "Nov.", "26", "", "", "2026-11-21" },
		{ "1er", "août", "2026", "", "", "2026-08-01" },
		{ "3", "fevrier", "2026", "", "", "2026-02-03" },
		{ "3", "FÉVRIER", "2026", "", "", "2026-02-03" },
		{ "15", "juil.", "2026", "", "", "2026-07-15" },
		{ "5", "enero", "2026", "", "", "2026-01-05" },
		{ "5", "dic", "2025", "", "", "2025-12-05" },
		{ "9", "мая", "2026", "", "", "2026-05-09" },
		{ "9", "Май", "2026", "", "", "2026-05-09" },
		{ "7", "Янв", "2026", "", "", "2026-01-07" },
		{ "٢١", "١١", "٢٠٢٦", "", "", "2026-11-21" },
		{ "۲۱", "۱۱", "۲۰۲۶", "", "", "2026-11-21" },
		{ "21", "نوفمبر", "2026", "", "", "2026-11-21" },
		{ "4", "اغسطس", "2026", "", "", "2026-08-04" },
		{ "4", "أغسطس", "2026", "", "", "2026-08-04" },
		{ "4", "تشرين الثاني", "2025", "", "", "2025-11-04" },
		{ "4", "آب", "2026", "", "", "2026-08-04" },
		{ "\xE2\x80\x8F" "21", "11\xE2\x80\x8F", "2026", "", "", "2026-11-21" },
		{ "21日", "11月", "2026年", "", "", "2026-11-21" },
		{ "21", "十一月", "2026", "", "", "2026-11-21" },
		{ "２１", "１１", "２０２６", "", "", "2026-11-21" },
		{ "21st", "11", "2026", "", "", "2026-11-21" },
		{ "29", "2", "2024", "", "", "2024-02-29" },
		{ "22", "11", "2026", "", "", "2026-11-22" },      /* a day of slack */
		{ "21", "11", "2026", "09:30", "", "2026-11-21 09:30" },
		{ "21", "11", "2026", "9h05", "", "2026-11-21 09:05" },
		{ "21", "11", "2026", "٩:٣٠", "", "2026-11-21 09:30" },
		{ "", "11", "2026", "", "", "2026-11" },           /* rough */
		{ "", "", "2025", "", "", "2025" },
		{ "", "", "", "", "last week", "last week" },
		{ "", "", "", "", " قبل\tأسبوع ", "قبل أسبوع" },
		{ "", "", "", "", "2026-11-20", "2026-11-20" },
		{ "21", "11", "2026", "", "around noon", "2026-11-21, around noon" },
		{ "", "", "", "", "", "" },
		{ NULL, NULL, NULL, NULL, NULL, "" },

		{ "23", "11", "2026", "", "", NULL },              /* to come */
		{ "22", "11", "2026", "10:01", "", NULL },
		{ "", "12", "2026", "", "", NULL },
		{ "", "", "2027", "", "", NULL },
		{ "", "", "", "", "2099-01-01", NULL },
		{ "31", "4", "2026", "", "", NULL },               /* no such day */
		{ "29", "2", "2026", "", "", NULL },
		{ "0", "1", "2026", "", "", NULL },
		{ "32", "1", "2026", "", "", NULL },
		{ "-1", "1", "2026", "", "", NULL },
		{ "21", "13", "2026", "", "", NULL },
		{ "21", "0", "2026", "", "", NULL },
		{ "5", "jui", "2026", "", "", NULL },              /* June or July */
		{ "5", "كانون", "2026", "", "", NULL },
		{ "5", "ma", "2026", "", "", NULL },
		{ "5", "Brumaire", "2026", "", "", NULL },
		{ "5", "5", "202", "", "", NULL },
		{ "5", "5", "1899", "", "", NULL },
		{ "5", "5", "1448", "", "", NULL },                /* another calendar */
		{ "5", "5", "", "", "", NULL },
		{ "5", "", "2026", "", "", NULL },
		{ "5", "", "", "", "", NULL },
		{ "", "", "", "10:00", "", NULL },
		{ "21", "11", "2026", "24:00", "", NULL },
		{ "21", "11", "2026", "10:60", "", NULL },
		{ "21", "11", "2026", "10", "", NULL },
		{ "99999999999", "1", "2026", "", "", NULL },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct typed typed = { .day = rows[i].day, .month = rows[i].month,
			.year = rows[i].year, .time = rows[i].time, .text = rows[i].words };
		struct accepted accepted = { NULL, 0 };
		const char *wrong = check_day(*memory, &typed, now, &accepted);

		if ((wrong == NULL) != (rows[i].out != NULL) || (wrong == NULL
				&& !text_is(accepted.text ? accepted.text : "", rows[i].out)))
			fail_msg("row %zu: \"%s\" (%s)", i,
				accepted.text ? accepted.text : "", wrong ? wrong : "right");
	}
}

static const char *day_problem(void *memory, const char *day, const char *month,
	const char *year, const char *time)
{
	struct typed typed = { .day = day, .month = month, .year = year, .time = time };
	struct accepted accepted;

	return check_day(memory, &typed, now, &accepted);
}

static void days_are_explained(void **memory)
{
	assert_string_equal(day_problem(*memory, "5", "", "", ""),
		"Enter the day, the month and the year, or say it in your own words");
	assert_string_equal(day_problem(*memory, "5", "5", "12345", ""),
		"Enter the year with four digits, like 2026");
	assert_string_equal(day_problem(*memory, "5", "x", "2026", ""),
		"Enter the month as a number or a name, like 11 or November");
	assert_string_equal(day_problem(*memory, "31", "4", "2026", ""),
		"Enter a day that this month has, like 21");
	assert_string_equal(day_problem(*memory, "1", "4", "2026", "late"),
		"Enter a time like 14:30");
	assert_string_equal(day_problem(*memory, "1", "1", "2027", ""),
		"Enter a day that is not in the future");
}

static void accepted_days_are_shown_as_typed(void **memory)
{
	static const struct day_row rows[] = {
		{ "21", "11", "2026", "", "", "2026-11-21" },
		{ "1", "2", "2026", "09:05", "", "2026-02-01 09:05" },
		{ "", "2", "2026", "", "", "2026-02" },
		{ "", "", "2026", "", "", "2026" },
		{ "", "", "", "", "last week", "last week" },
		{ "", "", "", "", "2026-11-21, at noon", "2026-11-21, at noon" },
		{ "", "", "", "", "", "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct typed typed;

		day_typed(*memory, rows[i].out, &typed);
		assert_string_equal(typed.day, rows[i].day);
		assert_string_equal(typed.month, rows[i].month);
		assert_string_equal(typed.year, rows[i].year);
		assert_string_equal(typed.time, rows[i].time);
		assert_string_equal(typed.text, rows[i].words);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_and_texts),
		cmocka_unit_test(what_is_missing_is_said),
		cmocka_unit_test(mail_addresses),
		cmocka_unit_test(telephone_numbers),
		cmocka_unit_test(numbers_and_sums),
		cmocka_unit_test(codes_and_secrets),
		cmocka_unit_test(days_as_people_write_them),
		cmocka_unit_test(days_are_explained),
		cmocka_unit_test(accepted_days_are_shown_as_typed),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("form_check", tests,
		open_now, close_memory);
}
