/* References and follow-up secrets, as people read them out and type them. */
#include "stand.h"

static void *memory;

static int open_memory(void **state)
{
	memory = memory_root("reference");
	return read_settings(state);
}

static int close_memory(void **state)
{
	(void)state;
	memory_end(memory);
	return 0;
}

/* All of them by the rule, worked out by hand: the sum of 2^i times the place
 * of the i-th letter in 23456789BCDFGHJKMNPQRSTVWXZ, modulo 27. */
static void references_are_read_as_people_type_them(void **state)
{
	static const struct { const char *typed, *read; } table[] = {
		{ "TEAM-2026-2222222",             "TEAM-2026-2222222" },
		{ "TEAM-2026-3222223",             "TEAM-2026-3222223" },
		{ "TEAM-2026-2322224",             "TEAM-2026-2322224" },
		{ "TEAM-2026-2222237",             "TEAM-2026-2222237" },
		{ "TEAM-2026-ZZZZZZP",             "TEAM-2026-ZZZZZZP" },
		{ "team-2026-zzzzzzp",             "TEAM-2026-ZZZZZZP" },
		{ " TEAM 2026 ZZZ ZZZ P ",         "TEAM-2026-ZZZZZZP" },
		{ "TEAM2026ZZZZZZP",               "TEAM-2026-ZZZZZZP" },
		{ "TEAM–2026–ZZZZZZP",             "TEAM-2026-ZZZZZZP" },
		{ "Reference: no",                 NULL },
		{ "TEAM-٢٠٢٦-ZZZZZZP",             "TEAM-2026-ZZZZZZP" },
		{ "TEAM-۲۰۲۶-ZZZZZZP",             "TEAM-2026-ZZZZZZP" },
		{ "TEAM-2026-٢٢٢٢٢٣٧",             "TEAM-2026-2222237" },
		{ "\u200eTEAM-2026-ZZZZZZP\u200f", "TEAM-2026-ZZZZZZP" },
		{ "V2-2026-2222222",               "V2-2026-2222222" },
		{ "T-2026-2222222",                "T-2026-2222222" },
		/* The one that pages show as an example. */
		{ "TEAM-2026-K7RWXCH",             "TEAM-2026-K7RWXCH" },
		{ "",                              NULL },
		{ "-",                             NULL },
		{ "TEAM",                          NULL },
		{ "2026-2222222",                  NULL },
		{ "TEAM-2026-222222",              NULL },
		{ "TEAM-2026-2222223",             NULL },
		{ "TEAM-2026-22222220",            NULL },
		{ "TEAM-2026-O222222",             NULL },
		{ "TEAM-2026-1222222",             NULL },
		{ "TEAM-2026-A222222",             NULL },
		{ "TEAM-20X6-2222222",             NULL },
		{ "ABCDEFGHIJKLMNOPQRSTUVWX-2026-2222222", NULL },
		{ "TEAM-2026-2222222'; DROP TABLE ticket", NULL },
		{ "TEAM-2026-%",                   NULL },
		{ "TEAM-2026-______2",             NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		const char *read = reference_read(memory, table[i].typed);

		if (!text_is(read, table[i].read))
			fail_msg("'%s' was read as %s", table[i].typed, read != NULL ? read : "nothing");
	}
}

static void every_new_reference_can_be_read(void **state)
{
	(void)state;
	for (int i = 0; i < 500; i++) {
		const char *reference = reference_new(memory, "TEAM", noon);

		assert_int_equal(strlen(reference), 17);
		assert_string_equal(reference_read(memory, reference), reference);
	}
}

/* The year is that of the team's wall clock, not of UTC. */
static void the_year_is_the_teams(void **state)
{
	(void)state;
	assert_true(text_starts(reference_new(memory, "TEAM", at("2026-12-31 20:59:59")),
	    "TEAM-2026-"));
	assert_true(text_starts(reference_new(memory, "TEAM", at("2026-12-31 21:00:00")),
	    "TEAM-2027-"));
}

/* Each of the seven letters replaced by each of the others, and each two
 * neighbours of the first six swapped: none is taken for a reference. */
static void one_wrong_letter_is_always_seen(void **state)
{
	static const char letters[] = "23456789BCDFGHJKMNPQRSTVWXZ";

	(void)state;
	for (int round = 0; round < 40; round++) {
		const char *reference = reference_new(memory, "TEAM", noon);
		char wrong[20];

		for (size_t place = 10; place < 17; place++)
			for (const char *letter = letters; *letter != '\0'; letter++) {
				memcpy(wrong, reference, 18);
				wrong[place] = *letter;
				if (*letter != reference[place])
					assert_null(reference_read(memory, wrong));
			}
		for (size_t place = 10; place < 15; place++) {
			memcpy(wrong, reference, 18);
			wrong[place] = reference[place + 1];
			wrong[place + 1] = reference[place];
			if (wrong[place] != wrong[place + 1])
				assert_null(reference_read(memory, wrong));
		}
	}
}

static void secrets_are_read_as_people_type_them(void **state)
{
	static const char grouped[] = "12345 67890 12345 67890 12345";
	static const struct { const char *typed, *read; } table[] = {
		{ "12345 67890 12345 67890 12345",     grouped },
		{ "1234567890123456789012345",         grouped },
		{ "12345-67890-12345-67890-12345",     grouped },
		{ " 12345 67890\n12345\t67890 12345. ", grouped },
		{ "١٢٣٤٥ ٦٧٨٩٠ ١٢٣٤٥ ٦٧٨٩٠ ١٢٣٤٥",     grouped },
		{ "۱۲۳۴۵ ۶۷۸۹۰ ۱۲۳۴۵ ۶۷۸۹۰ ۱۲۳۴۵",     grouped },
		{ "123456789012345678901234",          NULL },
		{ "12345678901234567890123456",        NULL },
		{ "12345 67890 12345 67890 1234O",     NULL },
		{ "12345 67890 12345 67890 12345 x",   NULL },
		{ "-1234567890123456789012345",        grouped },
		{ "%",                                 NULL },
		{ "",                                  NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		const char *read = secret_read(memory, table[i].typed);

		if (!text_is(read, table[i].read))
			fail_msg("'%s' was read as %s", table[i].typed, read != NULL ? read : "nothing");
	}
}

/* The confirmation page shows it again for an hour, made from the form's key. */
static void a_form_has_one_secret(void **state)
{
	const char *secret = secret_of_form(memory, "a key");

	(void)state;
	assert_int_equal(strlen(secret), 29);
	assert_string_equal(secret_read(memory, secret), secret);
	assert_string_equal(secret_of_form(memory, "a key"), secret);
	assert_string_not_equal(secret_of_form(memory, "another key"), secret);
	assert_string_not_equal(secret_of_form(memory, random_token(memory)),
	    secret_of_form(memory, random_token(memory)));
	assert_int_equal(strlen(secret_digest(memory, secret)), 64);
	assert_string_not_equal(secret_digest(memory, secret),
	    secret_digest(memory, secret_of_form(memory, "another key")));
	assert_null(strstr(secret_digest(memory, secret), "12345"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(references_are_read_as_people_type_them),
		cmocka_unit_test(every_new_reference_can_be_read),
		cmocka_unit_test(the_year_is_the_teams),
		cmocka_unit_test(one_wrong_letter_is_always_seen),
		cmocka_unit_test(secrets_are_read_as_people_type_them),
		cmocka_unit_test(a_form_has_one_secret),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("reference", tests, open_memory, close_memory);
}
