/* References and follow-up secrets: made, read, checked. */
#include "domain/reference.h"

#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"

/* No vowels, no 0 or O, no 1, I or L: nothing to misread, no words. */
static const char letters[] = "23456789BCDFGHJKMNPQRSTVWXZ";
enum { LETTERS = sizeof letters - 1, RANDOM_LETTERS = 6, SECRET_DIGITS = 25, SECRET_GROUP = 5 };

/* The sum of 2^i times the value of the i-th letter, modulo 27: it sees every
 * single wrong letter and every swap of neighbours among the six, and most
 * swaps of the sixth with the check letter itself. */
static char check_letter(const char *six)
{
	unsigned sum = 0;

	for (unsigned i = 0; i < RANDOM_LETTERS; i++)
		sum += (1u << i) * (unsigned)(strchr(letters, six[i]) - letters);
	return letters[sum % LETTERS];
}

const char *reference_new(const void *memory, const char *team_code, moment now)
{
	char six[RANDOM_LETTERS + 1] = { 0 };
	struct wall wall;

	for (int i = 0; i < RANDOM_LETTERS; i++)
		six[i] = letters[random_below(LETTERS)];
	wall_of(now, &wall);
	return memory_printf(memory, "%s-%04d-%s%c", team_code, wall.year, six, check_letter(six));
}

const char *reference_read(const void *memory, const char *typed)
{
	const char *upper = text_upper(memory, text_ascii_digits(memory, typed));
	char *plain = memory_text(memory, upper);
	size_t size = 0, tail;

	for (const char *c = upper; *c != '\0'; c++)
		if ((*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9'))
			plain[size++] = *c;
	plain[size] = '\0';
	if (size < RANDOM_LETTERS + 1 + 4 + 1 || size > 32)
		return NULL;
	tail = size - RANDOM_LETTERS - 1;
	if (strspn(plain + tail, letters) != RANDOM_LETTERS + 1
	    || strspn(plain + tail - 4, "0123456789") < 4
	    || check_letter(plain + tail) != plain[size - 1])
		return NULL;
	/* The team's own hyphens, if its code has some, cannot be known here; the
	 * code is letters and digits only. */
	return memory_printf(memory, "%.*s-%.4s-%s", (int)tail - 4, plain, plain + tail - 4,
	    plain + tail);
}

static const char *in_groups(const void *memory, const char *digits)
{
	return memory_printf(memory, "%.5s %.5s %.5s %.5s %.5s", digits, digits + 5, digits + 10,
	    digits + 15, digits + 20);
}

/* 25 decimal digits of a number of 256 bits: taken modulo 10 from the top, by
 * long division. The bias is far below anything one could see. */
static const char *digits_of(const void *memory, unsigned char number[DIGEST_SIZE])
{
	char digits[SECRET_DIGITS + 1] = { 0 };

	for (int d = 0; d < SECRET_DIGITS; d++) {
		unsigned rest = 0;

		for (int i = 0; i < DIGEST_SIZE; i++) {
			unsigned part = rest * 256 + number[i];

			number[i] = (unsigned char)(part / 10);
			rest = part % 10;
		}
		digits[d] = (char)('0' + rest);
	}
	return in_groups(memory, digits);
}

const char *secret_of_form(const void *memory, const char *form_key)
{
	unsigned char number[DIGEST_SIZE];

	keyed_digest("follow-up secret", form_key, number);
	return digits_of(memory, number);
}

const char *secret_read(const void *memory, const char *typed)
{
	const char *ascii = text_ascii_digits(memory, typed);
	char digits[SECRET_DIGITS + 1] = { 0 };
	size_t count = 0;

	for (const char *c = ascii; *c != '\0'; c++) {
		if (*c < '0' || *c > '9') {
			if (strchr(" -.\t\n", *c) == NULL)
				return NULL;
			continue;
		}
		if (count == SECRET_DIGITS)
			return NULL;
		digits[count++] = *c;
	}
	return count == SECRET_DIGITS ? in_groups(memory, digits) : NULL;
}

const char *secret_digest(const void *memory, const char *secret)
{
	return keyed_digest_hex(memory, "follow-up", secret);
}
