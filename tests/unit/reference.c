/* References and secrets, in numbers: domain/reference.h. How they are read
 * stands in tests/domain/reference.c. */
#include "case.h"

#include <sys/wait.h>
#include <unistd.h>

#include "base/digest.h"
#include "domain/reference.h"

enum { WORKERS = 8, EACH = 1250, MADE = WORKERS * EACH, CODE = 7 };

static const char letters[] = "23456789BCDFGHJKMNPQRSTVWXZ";
static const moment noon = 1795435200;     /* 2026-11-23 12:00:00 */

static int in_order(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* As many workers as a door may have, forked from one master, write what
 * `make` gives them: lines of `size` bytes. */
static void make_in_workers(char *made, size_t size, const char *(*make)(const void *memory))
{
	size_t got = 0;

	for (int i = 0; i < WORKERS; i++) {
		int way[2];
		ssize_t count;

		assert_int_equal(pipe(way), 0);
		pid_t worker = fork();
		assert_true(worker >= 0);
		if (worker == 0) {
			void *memory = memory_root("a worker");

			for (int n = 0; n < EACH; n++)
				if (write(way[1], make(memory), size) != (ssize_t)size)
					_exit(1);
			_exit(0);
		}
		close(way[1]);
		while ((count = read(way[0], made + got, MADE * size - got)) > 0)
			got += (size_t)count;
		close(way[0]);
		assert_int_equal(waitpid(worker, NULL, 0), worker);
	}
	assert_int_equal(got, MADE * size);
}

static void assert_all_differ(char *made, size_t size)
{
	qsort(made, MADE, size, in_order);
	for (size_t i = 1; i < MADE; i++)
		if (strcmp(made + i * size, made + (i - 1) * size) == 0)
			fail_msg("twice: %s", made + i * size);
}

static const char *make_reference(const void *memory)
{
	return reference_new(memory, "TEAM", noon);
}

/* Among 10,000 of 387 million there is a pair of equals in one run of eight
 * (the unique key of `ticket` sees it), four in one of a hundred thousand; were
 * two workers to draw the same numbers, there would be a thousand. */
static void workers_do_not_make_the_same_references(void **memory)
{
	enum { SIZE = sizeof "TEAM-2026-XXXXXXX" };
	char *made = memory_array(*memory, char, MADE * SIZE);
	unsigned twice = 0, count[CODE][sizeof letters] = { 0 };

	make_in_workers(made, SIZE, make_reference);
	qsort(made, MADE, SIZE, in_order);
	for (size_t i = 0; i < MADE; i++) {
		const char *code = made + i * SIZE + strlen("TEAM-2026-");

		twice += i > 0 && strcmp(made + i * SIZE, made + (i - 1) * SIZE) == 0;
		for (size_t place = 0; place < CODE; place++)
			count[place][strchr(letters, code[place]) - letters]++;
	}
	assert_in_range(twice, 0, 3);
	/* 370 of each are expected; six standard deviations are 113. */
	for (size_t place = 0; place < CODE; place++)
		for (size_t letter = 0; letters[letter] != '\0'; letter++)
			assert_in_range(count[place][letter], 257, 483);
}

static const char *make_secret(const void *memory)
{
	return secret_of_form(memory, random_token(memory));
}

static void no_secret_is_made_twice(void **memory)
{
	enum { SIZE = sizeof "12345 12345 12345 12345 12345" };
	char *made = memory_array(*memory, char, MADE * SIZE);
	unsigned count[SIZE][10] = { 0 };

	make_in_workers(made, SIZE, make_secret);
	for (size_t i = 0; i < MADE; i++)
		for (size_t place = 0; place < SIZE - 1; place++)
			if (place % 6 != 5)
				count[place][made[i * SIZE + place] - '0']++;
	for (size_t place = 0; place < SIZE - 1; place++)
		for (size_t digit = 0; place % 6 != 5 && digit < 10; digit++)
			assert_in_range(count[place][digit], 820, 1180);
	assert_all_differ(made, SIZE);
}

/* Every wrong letter at every place, and every two neighbours changed, of a
 * thousand references. The last letter and the check letter are not asked: of
 * their swaps the sum sees twelve of thirteen. */
static void a_slip_is_seen(void **memory)
{
	for (int i = 0; i < 1000; i++) {
		void *scratch = memory_root("a reference");
		char *reference = memory_text(scratch, make_reference(scratch));
		char *code = reference + strlen("TEAM-2026-");

		assert_string_equal(reference_read(scratch, reference), reference);
		for (size_t place = 0; place < CODE; place++) {
			char right = code[place];

			for (const char *letter = letters; *letter != '\0'; letter++) {
				code[place] = *letter;
				assert_int_equal(reference_read(scratch, reference) == NULL, *letter != right);
			}
			code[place] = right;
		}
		for (size_t place = 0; place + 2 < CODE; place++) {
			char left = code[place], right = code[place + 1];

			code[place] = right;
			code[place + 1] = left;
			assert_int_equal(reference_read(scratch, reference) == NULL, left != right);
			code[place] = left;
			code[place + 1] = right;
		}
		memory_end(scratch);
	}
	(void)memory;
}

/* Secrets are made with the installation's key. */
static int load_key(void **state)
{
	char path[] = "/tmp/belfry-key.XXXXXX";
	const char *why = NULL;
	int file = mkstemp(path);

	(void)state;
	if (file < 0 || write(file, "0123456789abcdef0123456789abcdef", 32) != 32)
		return -1;
	close(file);
	bool loaded = digest_key_load(path, &why);
	unlink(path);
	return loaded ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(workers_do_not_make_the_same_references,
		    open_memory, close_memory),
		cmocka_unit_test_setup_teardown(no_secret_is_made_twice, open_memory, close_memory),
		cmocka_unit_test(a_slip_is_seen),
	};

	return cmocka_run_group_tests(tests, load_key, NULL);
}
