/* What an OpenPGP key looks like: domain/public_key.h. */
#include "case.h"

#include "domain/public_key.h"

#define BEGIN "-----BEGIN PGP PUBLIC KEY BLOCK-----"
#define END "-----END PGP PUBLIC KEY BLOCK-----"
#define DIGITS "0123456789abcdefABCD0123456789abcdefABCD"

/* A copy without anything behind it, so that reading too far is seen. */
static enum key_shape shape_of(const char *text)
{
	char *copy = malloc(strlen(text) + 1);
	enum key_shape shape;

	memcpy(copy, text, strlen(text) + 1);
	shape = key_shape_of(copy);
	free(copy);
	return shape;
}

static void fingerprints(void **state)
{
	static const char *const good[] = {
		DIGITS, "0x" DIGITS, "0X" DIGITS,
		"0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567",
		"01:23:45:67:89:ab:cd:ef:01:23:45:67:89:ab:cd:ef:01:23:45:67",
		"0123456789abcdef0123456789abcdef\n0123456789abcdef0123456789abcdef",
	};
	static const char *const bad[] = {
		"", " ", "0x", "0123456789ABCDEF", DIGITS "0", "0123456789abcdef0123456789abcdef0123456",
		DIGITS "g", DIGITS ".", "0x0x" DIGITS, "fingerprint: " DIGITS,
	};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_int_equal(shape_of(good[i]), KEY_FINGERPRINT);
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_int_equal(shape_of(bad[i]), KEY_NONE);
}

static void blocks(void **state)
{
	static const char *const good[] = {
		BEGIN "\n\nmDMEZQ+/ab==\n=AbCd\n" END,
		BEGIN "\nVersion: GnuPG v2\nComment: a: b\n\nmDMEZQ\n" END "\n",
		BEGIN "\nmDMEZQ\n" END,
		BEGIN "  \n\nmDMEZQ  \n\n=AbCd\t\n" END " ",
	};
	static const char *const bad[] = {
		BEGIN, END, BEGIN "\n", BEGIN "\n" END, BEGIN "\n\n\n" END,
		BEGIN "\n\nmDMEZQ\n", "x" BEGIN "\n\nmDMEZQ\n" END, BEGIN "\n\nmDMEZQ\n" END "\nmore",
		BEGIN "\n\n<script>\n" END, BEGIN "\n\nmDMEZQ\nComment: late\n" END,
		BEGIN "\n\nmDME ZQ\n" END, "-----BEGIN PGP MESSAGE-----\n\nmDMEZQ\n-----END PGP MESSAGE-----",
		BEGIN "\n\n"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n" END,
		"-----BEGIN PUBLIC KEY-----\nmDMEZQ\n-----END PUBLIC KEY-----",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_int_equal(shape_of(good[i]), KEY_BLOCK);
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_int_equal(shape_of(bad[i]), KEY_NONE);
}

static void secret_keys(void **state)
{
	(void)state;
	assert_int_equal(shape_of("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nx\n"), KEY_PRIVATE);
	assert_int_equal(shape_of(BEGIN "\n\nx\n" END "\n-----BEGIN PGP PRIVATE KEY BLOCK-----"),
	    KEY_PRIVATE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fingerprints),
		cmocka_unit_test(blocks),
		cmocka_unit_test(secret_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
