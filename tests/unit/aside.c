/* What is done in a child, within limits: base/aside.h. */
#include "case.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "base/aside.h"

enum { SECONDS = 2 };

static void says(int out, const void *data)
{
	aside_put(out, data, strlen(data));
	aside_put(out, "", 0);
	aside_put(out, "last", 4);
}

static void sleeps(int out, const void *data)
{
	(void)data;
	aside_put(out, "begun", 5);
	/* And so does what it has started. */
	if (fork() == 0)
		pause();
	pause();
}

static void works(int out, const void *data)
{
	volatile unsigned long n = 0;

	(void)out;
	(void)data;
	for (;;)
		n++;
}

static void crashes(int out, const void *data)
{
	(void)data;
	aside_put(out, "half", 4);
	raise(SIGKILL);
}

static void floods(int out, const void *data)
{
	static const char much[65536];

	(void)data;
	for (;;)
		aside_put(out, much, sizeof much);
}

static void what_it_writes_comes_back(void **memory)
{
	struct bytes result, piece;

	assert_true(aside(*memory, says, "first", SECONDS, &result));
	assert_true(aside_take(&result, &piece));
	assert_int_equal(piece.size, 5);
	assert_memory_equal(piece.data, "first", 5);
	assert_true(aside_take(&result, &piece));
	assert_int_equal(piece.size, 0);
	assert_true(aside_take(&result, &piece));
	assert_memory_equal(piece.data, "last", 4);
	assert_false(aside_take(&result, &piece));
}

/* In so many seconds, and not for ever. */
static void is_ended(void *memory, void (*work)(int out, const void *data))
{
	struct bytes result;
	const time_t before = time(NULL);

	assert_false(aside(memory, work, NULL, SECONDS, &result));
	assert_in_range(time(NULL) - before, 0, SECONDS + 3);
}

static void what_takes_too_long_is_ended(void **memory)
{
	is_ended(*memory, sleeps);
	is_ended(*memory, works);
}

static void what_ends_badly_is_nothing(void **memory)
{
	is_ended(*memory, crashes);
	is_ended(*memory, floods);
}

static void pieces_are_whole(void **memory)
{
	const unsigned char half[] = { 9, 0, 0, 0, 0, 0, 0, 0, 'x' };
	struct bytes result = { half, sizeof half }, piece;

	(void)memory;
	assert_false(aside_take(&result, &piece));
	result = (struct bytes){ half, 3 };
	assert_false(aside_take(&result, &piece));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_it_writes_comes_back, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(what_takes_too_long_is_ended, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(what_ends_badly_is_nothing, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(pieces_are_whole, open_memory, close_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
