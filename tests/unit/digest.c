/* Digests, keyed digests, random bytes: base/digest.h. */
#include "case.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/text.h"

/* A file of `size` bytes 0x0b, and what reading it as the key says; NULL when
 * it was taken. */
static const char *key_of(size_t size, mode_t mode)
{
	char path[] = "/tmp/belfry-key-XXXXXX";
	const char *why = NULL;
	const int file = mkstemp(path);

	assert_true(file >= 0);
	for (size_t i = 0; i < size; i++)
		assert_int_equal(write(file, "\x0b", 1), 1);
	assert_int_equal(fchmod(file, mode), 0);
	close(file);
	const bool taken = digest_key_load(path, &why);
	unlink(path);
	assert_int_equal(taken, why == NULL);
	return why;
}

/* FIPS 180-4, examples of NIST. */
static void sha256(void **memory)
{
	assert_string_equal(digest_hex(*memory, "abc", 3),
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_string_equal(digest_hex(*memory, "", 0),
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_string_equal(digest_hex(*memory,
		"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56),
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void using_no_key(void)
{
	unsigned char digest[DIGEST_SIZE];

	close(STDERR_FILENO);
	keyed_digest("a", "b", digest);
	_exit(0);
}

static void without_a_key_the_process_stops(void **memory)
{
	int status;
	const pid_t child = fork();

	(void)memory;
	if (child == 0)
		using_no_key();
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
}

static void keys_are_checked(void **memory)
{
	const char *why = NULL;

	(void)memory;
	assert_false(digest_key_load("/nowhere/key", &why));
	assert_non_null(strstr(why, "cannot open the key file '/nowhere/key'"));
	assert_non_null(strstr(key_of(31, 0600), "32 to 1024 bytes"));
	assert_non_null(strstr(key_of(0, 0600), "32 to 1024 bytes"));
	assert_non_null(strstr(key_of(1025, 0600), "32 to 1024 bytes"));
	assert_non_null(strstr(key_of(32, 0644), "0600 or 0640"));
	assert_null(key_of(1024, 0640));
	assert_null(key_of(32, 0600));
}

/* HMAC-SHA-256 with the key 0x0b x 32, computed by `openssl dgst -mac`. */
static void keyed_digests(void **memory)
{
	unsigned char digest[DIGEST_SIZE];

	assert_null(key_of(32, 0600));
	assert_string_equal(keyed_digest_hex(*memory, "secret", "12345"),
		"fbb9088f421d06389e2a722c6c35416bd6a73e7a8590cba55fbff36c475f48a1");
	keyed_digest("secret", "12345", digest);
	assert_string_equal(hex_of(*memory, digest, sizeof digest),
		keyed_digest_hex(*memory, "secret", "12345"));
	/* The purpose counts, and where it ends. */
	assert_string_not_equal(keyed_digest_hex(*memory, "secret", "12345"),
		keyed_digest_hex(*memory, "form", "12345"));
	assert_string_not_equal(keyed_digest_hex(*memory, "secret", "12345"),
		keyed_digest_hex(*memory, "secret1", "2345"));
	/* So does the key. */
	const char *before = keyed_digest_hex(*memory, "secret", "12345");
	assert_null(key_of(33, 0600));
	assert_string_not_equal(keyed_digest_hex(*memory, "secret", "12345"), before);
}

/* RFC 4648, section 10, without padding; and the two letters of the URL form. */
static void base64url(void **memory)
{
	static const struct { const char *in, *out; } known[] = {
		{ "", "" }, { "f", "Zg" }, { "fo", "Zm8" }, { "foo", "Zm9v" },
		{ "foob", "Zm9vYg" }, { "fooba", "Zm9vYmE" }, { "foobar", "Zm9vYmFy" },
		{ "\xfb\xff\xfe", "-__-" },
	};

	for (size_t i = 0; i < COUNT(known); i++)
		assert_string_equal(base64url_of(*memory, known[i].in, strlen(known[i].in)),
			known[i].out);
	assert_string_equal(hex_of(*memory, "\x00\x7f\xff", 3), "007fff");
}

static void tokens_are_fresh(void **memory)
{
	const char *one = random_token(*memory);
	const char *other = random_token(*memory);

	assert_int_equal(strlen(one), 43);
	assert_int_equal(strspn(one, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789-_"), 43);
	assert_string_not_equal(one, other);
}

/* 60,000 throws of a die: each side comes 10,000 times, give or take eight
 * standard deviations. */
static void numbers_are_equally_likely(void **memory)
{
	unsigned sides[6] = { 0 };

	(void)memory;
	for (unsigned i = 0; i < 60000; i++)
		sides[random_below(6)]++;
	for (size_t i = 0; i < COUNT(sides); i++)
		assert_in_range(sides[i], 9270, 10730);
	assert_int_equal(random_below(1), 0);
	assert_true(random_below(UINT32_MAX) < UINT32_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_key_the_process_stops),
		cmocka_unit_test(sha256),
		cmocka_unit_test(keys_are_checked),
		cmocka_unit_test(keyed_digests),
		cmocka_unit_test(base64url),
		cmocka_unit_test(tokens_are_fresh),
		cmocka_unit_test(numbers_are_equally_likely),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("digest", tests, open_memory, close_memory);
}
