/* Names of files, as hostile as they come: what is left harms nobody. */
#include "case.h"

#include "base/file_name.h"
#include "base/text.h"
#include "web/encode.h"

static const struct name {
	const char *given, *safe;
} names[] = {
	/* Nothing wrong with them. */
	{ "report.pdf", "report.pdf" },
	{ "My report (final) v2.docx", "My report (final) v2.docx" },
	{ "a", "a" },
	{ "0", "0" },
	{ "résumé.txt", "résumé.txt" },
	{ "تقرير الحادث.pdf", "تقرير الحادث.pdf" },
	{ "日本語のファイル.txt", "日本語のファイル.txt" },
	{ "отчёт.doc", "отчёт.doc" },
	{ "ข้อมูล.csv", "ข้อมูล.csv" },
	{ "🗼 tower.png", "🗼 tower.png" },
	{ "Tom & Jerry's list, no. 4.xlsx", "Tom & Jerry's list, no. 4.xlsx" },
	{ "a+b=c @ 50!.txt", "a+b=c @ 50!.txt" },
	{ "archive.tar.gz", "archive.tar.gz" },
	{ "no ending", "no ending" },
	{ "a;b.txt", "a;b.txt" },
	{ "#1.txt", "#1.txt" },
	{ "{x}[y](z).txt", "{x}[y](z).txt" },
	{ "e\u0301te\u0301.txt", "été.txt" },                  /* composed */
	/* Paths. */
	{ "../../etc/passwd", "passwd" },
	{ "..\\..\\windows\\win.ini", "win.ini" },
	{ "/etc/shadow", "shadow" },
	{ "C:\\Users\\Rea\\Desktop\\log.txt", "log.txt" },
	{ "C:log.txt", "C_log.txt" },
	{ "\\\\server\\share\\x.doc", "x.doc" },
	{ "//server/share/x.doc", "x.doc" },
	{ "file:///etc/passwd", "passwd" },
	{ "a/b\\c/d.txt", "d.txt" },
	{ "....//....//x", "x" },
	{ "..%2f..%2fetc%2fpasswd", "_2f.._2fetc_2fpasswd" },
	{ "%2e%2e%5cx", "_2e_2e_5cx" },
	{ "/", "file" },
	{ "\\", "file" },
	{ "a/", "file" },
	{ "..", "file" },
	{ ".", "file" },
	{ "../", "file" },
	{ "..\\", "file" },
	{ "", "file" },
	{ " ", "file" },
	{ "...", "file" },
	{ "\xef\xbc\x8f..\xef\xbc\x8fx", "／..／x" },             /* full-width: no path anywhere */
	{ "\xe2\x88\x95x", "∕x" },
	/* Hidden, options, home folders. */
	{ ".htaccess", "htaccess" },
	{ ".bashrc", "bashrc" },
	{ "..hidden.txt", "hidden.txt" },
	{ "-rf", "rf" },
	{ "--help", "help" },
	{ "-", "file" },
	{ "- -rf .", "rf" },
	{ "~root", "root" },
	{ "~", "file" },
	{ "-o StrictHostKeyChecking=no", "o StrictHostKeyChecking=no" },
	{ " .-~ x", "x" },
	/* Orders to a shell. */
	{ "$(id)", "_(id)" },
	{ "`id`.txt", "_id_.txt" },
	{ "${PATH}", "_{PATH}" },
	{ "a|b", "a_b" },
	{ "a>b", "a_b" },
	{ "a<b", "a_b" },
	{ "*.txt", "_.txt" },
	{ "?.txt", "_.txt" },
	{ "a\"b", "a_b" },
	{ "a'; rm -rf /; '", "; '" },
	{ "%PATH%", "_PATH_" },
	{ "%s%n%n", "_s_n_n" },
	{ "a.txt; ls", "a.txt; ls" },
	{ "x && y", "x && y" },
	/* Headers, markup, templates. */
	{ "a\r\nContent-Type: text/html", "html" },
	{ "a\nb.txt", "a b.txt" },
	{ "a\rb.txt", "a b.txt" },
	{ "a\tb.txt", "a b.txt" },
	{ "a\vb\fc.txt", "abc.txt" },
	{ "a\\\"; filename=\"b.exe", "_; filename=_b.exe" },
	{ "\"; filename=\"b.exe", "_; filename=_b.exe" },
	{ "<script>alert(1)</script>", "script_" },
	{ "<img src=x onerror=alert(1)>.png", "_img src=x onerror=alert(1)_.png" },
	{ "<?cs var:key ?>.txt", "__cs var_key __.txt" },
	{ "{{7*7}}.txt", "{{7_7}}.txt" },
	{ "=cmd()|'x'!A1.csv", "=cmd()_'x'!A1.csv" },
	{ "' OR 1=1 -- .sql", "' OR 1=1 -- .sql" },
	{ "a&amp;b.txt", "a&amp;b.txt" },
	{ "a\x1b[31mred.txt", "a[31mred.txt" },
	{ "a\x07" "bell.txt", "abell.txt" },
	{ "a\x7f" "b.txt", "ab.txt" },
	{ "a\x01\x02\x03.txt", "a.txt" },
	{ "a\xc2\x85" "b.txt", "ab.txt" },
	{ "a\u2028b.txt", "a b.txt" },
	{ "a\u2029b.txt", "a b.txt" },
	/* What is not seen, or turns the rest around. */
	{ "invoice\u202Efdp.exe", "invoicefdp.exe" },
	{ "\u202Etxt.exe", "txt.exe" },
	{ "a\u202Db.txt", "ab.txt" },
	{ "a\u2066b\u2069.txt", "ab.txt" },
	{ "a\u200Eb\u200Fc\u061C.txt", "abc.txt" },
	{ "a\u200Bb\u200Cc\u200Dd.txt", "abcd.txt" },
	{ "\uFEFF" "a.txt", "a.txt" },
	{ "a\u00ADb.txt", "ab.txt" },
	{ "a\u2060b.txt", "ab.txt" },
	{ "a\u034Fb.txt", "ab.txt" },
	{ "a\u115Fb\u3164.txt", "ab.txt" },
	{ "a\uFE0Fb.txt", "ab.txt" },
	{ "a\uE000b.txt", "ab.txt" },                          /* private use */
	{ "a\uFFFEb.txt", "ab.txt" },                          /* no character */
	{ "a\U000E0041b.txt", "ab.txt" },                      /* tags */
	{ "\u200B", "file" },
	{ "\u202E", "file" },
	{ "\u200B.\u200B.\u200B", "file" },
	{ "\u200B-rf", "rf" },
	/* White space. */
	{ "  a.txt", "a.txt" },
	{ "a.txt  ", "a.txt" },
	{ "a   b.txt", "a b.txt" },
	{ "invoice.pdf                                            .exe", "invoice.pdf .exe" },
	{ "a\u00A0b.txt", "a b.txt" },
	{ "a\u3000b.txt", "a b.txt" },
	{ "a\u2003\u2003b.txt", "a b.txt" },
	{ "\u00A0", "file" },
	/* Ends. */
	{ "a.", "a" },
	{ "a...", "a" },
	{ "a. . .", "a" },
	{ "a.txt.", "a.txt" },
	{ "a.exe . ", "a.exe" },
	{ "shell.php.", "shell.php" },
	{ "x:$DATA", "x__DATA" },
	{ "x.asp::$DATA", "x.asp___DATA" },
	/* Devices of Windows. */
	{ "CON", "_CON" },
	{ "con", "_con" },
	{ "con.txt", "_con.txt" },
	{ "Con .txt", "_Con .txt" },
	{ "AUX.c", "_AUX.c" },
	{ "PRN.", "_PRN" },
	{ "NUL.tar.gz", "_NUL.tar.gz" },
	{ "COM1", "_COM1" },
	{ "com0.log", "_com0.log" },
	{ "LPT9.txt", "_LPT9.txt" },
	{ "COM¹.txt", "_COM¹.txt" },
	{ "lpt³", "_lpt³" },
	{ "CONIN$", "CONIN_" },
	{ "../CON", "_CON" },
	{ "\u200BCON", "_CON" },
	{ "CONTRACT.pdf", "CONTRACT.pdf" },
	{ "COM10.txt", "COM10.txt" },
	{ "COMA.txt", "COMA.txt" },
	{ "LPT", "LPT" },
	{ "nullify.txt", "nullify.txt" },
	/* Not UTF-8. */
	{ "a\xff" "b.txt", "a_b.txt" },
	{ "caf\xe9.txt", "caf_.txt" },
	{ "\xc0\xae\xc0\xae/x", "x" },
	{ "\xc0\xaf" "etc", "__etc" },
	{ "a\xed\xa0\x80" "b", "a___b" },
	{ "a\xf4\x90\x80\x80" "b", "a____b" },
	{ "\x80", "_" },
	{ "a\xe2\x82", "a__" },
	{ "\xfe\xff" "a", "__a" },
};

static void each_name_becomes_a_safe_one(void **state)
{
	void *memory = memory_root("names");

	(void)state;
	assert_true(COUNT(names) >= 150);
	for (size_t i = 0; i < COUNT(names); i++) {
		size_t size = strlen(names[i].given);
		/* Without its end: reading further would be seen. */
		const char *given = memcpy(memory_array(memory, char, size), names[i].given, size);
		const char *safe = file_name_safe(memory, given, size);

		if (strcmp(safe, names[i].safe) != 0)
			fail_msg("'%s' became '%s', not '%s'", names[i].given, safe, names[i].safe);
	}
	memory_end(memory);
}

/* Whatever came in, this holds of what comes out. */
static void must_be_safe(const void *memory, const char *given, size_t size)
{
	const char *safe = file_name_safe(memory, given, size);
	size_t length = strlen(safe);
	const char *header = encode_disposition(memory, safe);

	assert_in_range(length, 1, FILE_NAME_BYTES);
	assert_true(text_is_utf8(safe, length));
	for (size_t i = 0; i < length; i++)
		assert_false((unsigned char)safe[i] < ' ' || safe[i] == 127
		    || strchr("/\\<>:\"|?*$`%", safe[i]) != NULL);
	assert_null(strchr(" .-~", safe[0]));
	assert_null(strchr(" .", safe[length - 1]));
	assert_string_equal(file_name_safe(memory, safe, length), safe);
	/* One name in the header, in ASCII, between two quotes. */
	assert_true(text_starts(header, "attachment; filename=\""));
	for (const char *c = header; *c != '\0'; c++)
		assert_in_range((unsigned char)*c, ' ', 126);
	header += strlen("attachment; filename=\"");
	header += strcspn(header, "\"");
	assert_true(text_is(header, "\"") || text_starts(header, "\"; filename*=UTF-8''"));
	assert_null(strchr(header + 1, '"'));
}

static void what_comes_out_is_safe_and_stays_as_it_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		void *memory = memory_root("name");

		must_be_safe(memory, names[i].given, strlen(names[i].given));
		memory_end(memory);
	}
}

static void a_nul_ends_nothing(void **state)
{
	void *memory = memory_root("nul");

	(void)state;
	assert_string_equal(file_name_safe(memory, "a.txt\0.exe", 10), "a.txt.exe");
	assert_string_equal(file_name_safe(memory, "\0", 1), "file");
	assert_string_equal(file_name_safe(memory, "a\0/b", 4), "b");
	memory_end(memory);
}

static void long_names_keep_their_ending(void **state)
{
	static const struct { const char *piece, *ending; } long_ones[] = {
		{ "a", ".txt" }, { "a", "" }, { "é", ".docx" }, { "🗼", ".png" }, { "ء", ".pdf" },
		{ "a.", ".txt" }, { " a", ".txt" }, { "..", ".txt" }, { "../", "x.txt" }, { "\u0301", ".txt" },
		{ "\u202e", ".txt" }, { "\xff", ".txt" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(long_ones); i++)
		for (size_t count = 40; count <= 100000; count = count * 3 / 2) {
			void *memory = memory_root("long");
			struct buffer name;

			buffer_open(&name, memory, 1 << 20);
			for (size_t n = 0; n < count; n++)
				buffer_add(&name, long_ones[i].piece);
			buffer_add(&name, long_ones[i].ending);
			must_be_safe(memory, name.data, name.size);
			if (long_ones[i].ending[0] == '.')
				assert_true(text_ends(file_name_safe(memory, name.data, name.size),
				    long_ones[i].ending + 1));
			memory_end(memory);
		}
}

/* An ending of ten thousand characters is none. */
static void a_long_ending_is_cut(void **state)
{
	void *memory = memory_root("ending");
	struct buffer name;

	(void)state;
	buffer_open(&name, memory, 1 << 20);
	buffer_add(&name, "x.");
	for (int i = 0; i < 10000; i++)
		buffer_add(&name, "e");
	must_be_safe(memory, name.data, name.size);
	assert_int_equal(strlen(file_name_safe(memory, name.data, name.size)), FILE_NAME_BYTES);
	memory_end(memory);
}

/* Every byte, alone and between two letters. */
static void every_byte(void **state)
{
	(void)state;
	for (int byte = 0; byte < 256; byte++) {
		void *memory = memory_root("byte");
		const char alone[] = { (char)byte }, between[] = { 'a', (char)byte, 'b' };

		must_be_safe(memory, alone, 1);
		must_be_safe(memory, between, 3);
		memory_end(memory);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_name_becomes_a_safe_one),
		cmocka_unit_test(what_comes_out_is_safe_and_stays_as_it_is),
		cmocka_unit_test(a_nul_ends_nothing),
		cmocka_unit_test(long_names_keep_their_ending),
		cmocka_unit_test(a_long_ending_is_cut),
		cmocka_unit_test(every_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
