/* Passwords as they are kept: base/password.h. */
#include "case.h"

#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/password.h"

static char folder[] = "/tmp/belfry-password-XXXXXX";

static int open_folder(void **memory)
{
	*memory = memory_root("a test");
	if (mkdtemp(folder) == NULL)
		return -1;
	password_open(folder);
	return 0;
}

static void path_of_lock(char *path, size_t size, int number)
{
	snprintf(path, size, "%s/password-%d.lock", folder, number);
}

static int close_folder(void **memory)
{
	for (int number = 1; number <= PASSWORD_HASHES; number++) {
		char path[100];

		path_of_lock(path, sizeof path, number);
		unlink(path);
	}
	memory_end(*memory);
	return rmdir(folder);
}

static void test_right_and_wrong(void **memory)
{
	const char *kept = password_hash(*memory, "lanterns over quiet water");
	const char *again = password_hash(*memory, "lanterns over quiet water");

	assert_non_null(kept);
	assert_memory_equal(kept, "$argon2id$v=19$m=19456,t=2,p=1$", 31);
	assert_string_not_equal(kept, again);
	assert_int_equal(password_check(kept, "lanterns over quiet water"), PASSWORD_RIGHT);
	assert_int_equal(password_check(again, "lanterns over quiet water"), PASSWORD_RIGHT);
	assert_int_equal(password_check(kept, "lanterns over quiet wate"), PASSWORD_WRONG);
	assert_int_equal(password_check(kept, ""), PASSWORD_WRONG);
	/* What is kept is not itself a password. */
	assert_int_equal(password_check(kept, kept), PASSWORD_WRONG);
}

static void test_one_letter_typed_in_two_ways(void **memory)
{
	const char *kept = password_hash(*memory, "caf\xc3\xa9 au bord du port");

	assert_int_equal(password_check(kept, "cafe\xcc\x81 au bord du port"), PASSWORD_RIGHT);
	assert_int_equal(password_check(kept, "cafe au bord du port"), PASSWORD_WRONG);
}

static void test_nobodys_password_costs_the_same(void **memory)
{
	const unsigned before = password_hashes();

	(void)memory;
	assert_int_equal(password_check(NULL, "lanterns over quiet water"), PASSWORD_WRONG);
	assert_int_equal(password_hashes(), before + 1);
}

static void test_long_ones_are_refused_before_any_work(void **memory)
{
	const unsigned before = password_hashes();
	char *text = memory_array(*memory, char, PASSWORD_BYTES + 2);

	memset(text, 'x', PASSWORD_BYTES + 1);
	assert_int_equal(password_check(NULL, text), PASSWORD_WRONG);
	assert_int_equal(password_hashes(), before);
	text[PASSWORD_BYTES] = '\0';
	assert_int_equal(password_check(NULL, text), PASSWORD_WRONG);
	assert_int_equal(password_hashes(), before + 1);
}

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void test_no_more_than_two_at_a_time(void **memory)
{
	const unsigned before = password_hashes();
	int locks[PASSWORD_HASHES];
	int64_t begun;

	for (int number = 1; number <= PASSWORD_HASHES; number++) {
		char path[100];

		path_of_lock(path, sizeof path, number);
		locks[number - 1] = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
		assert_int_equal(flock(locks[number - 1], LOCK_EX), 0);
	}
	begun = milliseconds();
	assert_int_equal(password_check(NULL, "lanterns over quiet water"), PASSWORD_BUSY);
	assert_in_range(milliseconds() - begun, PASSWORD_WAIT, 3 * PASSWORD_WAIT);
	assert_null(password_hash(*memory, "lanterns over quiet water"));
	assert_int_equal(password_hashes(), before);
	/* One of them is enough. */
	close(locks[0]);
	assert_int_equal(password_check(NULL, "lanterns over quiet water"), PASSWORD_WRONG);
	close(locks[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_right_and_wrong),
		cmocka_unit_test(test_one_letter_typed_in_two_ways),
		cmocka_unit_test(test_nobodys_password_costs_the_same),
		cmocka_unit_test(test_long_ones_are_refused_before_any_work),
		cmocka_unit_test(test_no_more_than_two_at_a_time),
	};

	return cmocka_run_group_tests(tests, open_folder, close_folder);
}
