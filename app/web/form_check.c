/* What each kind of field takes, and what to say when it cannot. */
#include "web/form_check.h"

#include <idn2.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "web/language.h"

enum {
	TEXT_CHARACTERS   = 200,
	LINES_CHARACTERS  = 10000,
	WORDS_CHARACTERS  = 200,
	CODE_CHARACTERS   = 64,
	SECRET_CHARACTERS = 1024,
	EMAIL_BYTES       = 254,    /* RFC 5321, section 4.5.3.1, and RFC 3696's erratum */
	LOCAL_BYTES       = 64,
	DOMAIN_BYTES      = 253,
	DOMAIN_TYPED      = 1000,   /* bytes, before it is in ASCII */
	LABEL_BYTES       = 63,
	PHONE_CHARACTERS  = 30,
	PHONE_DIGITS      = 5,      /* at least */
};

static const int64_t largest_amount = 1000000000000000;
struct check {
	const void *memory;
	const struct field *field;
	const char *text;           /* as typed; never NULL */
	struct accepted *accepted;
};

static const char *labelled(const struct check *c, const char *sentence)
{
	return t_fill(c->memory, sentence,
		"label", t(c->field->label ? c->field->label : ""), NULL);
}

static const char *counted(const struct check *c, const char *sentence,
	int64_t n, size_t count)
{
	return t_fill(c->memory, sentence,
		"label", t(c->field->label ? c->field->label : ""),
		"n", memory_printf(c->memory, "%lld", (long long)n),
		"count", memory_printf(c->memory, "%zu", count), NULL);
}

/* Between the field's own limits; an empty text is the table's `required`. */
static const char *check_length(const struct check *c, const char *text, int64_t most)
{
	int64_t min = c->field->min, max = c->field->max ? c->field->max : most;
	size_t count = text_length(text);

	if (count > 0 && (int64_t)count < min)
		return counted(c, tn("{label}: use {n} character or more.",
			"{label}: use {n} characters or more.", (long)min), min, count);
	if ((int64_t)count > max)
		return counted(c, tn("{label}: use {n} character or fewer. You have used {count}.",
			"{label}: use {n} characters or fewer. You have used {count}.",
			(long)max), max, count);
	c->accepted->text = text;
	return NULL;
}

static const char *check_text(const struct check *c)
{
	return check_length(c, text_normal(c->memory,
		text_one_line(c->memory, c->text)), TEXT_CHARACTERS);
}

static const char *check_lines(const struct check *c)
{
	return check_length(c, text_normal(c->memory,
		text_trim(c->memory, c->text)), LINES_CHARACTERS);
}

/* A password is what was typed; but the same letter is sometimes typed as one
 * character and sometimes as two. */
static const char *check_secret(const struct check *c)
{
	return check_length(c, text_normal(c->memory, c->text), SECRET_CHARACTERS);
}

static bool is_offered(const struct field *field, const char *value, size_t size)
{
	for (const struct choice *choice = field->choices; choice->value; choice++)
		if (strlen(choice->value) == size
				&& memcmp(choice->value, value, size) == 0)
			return true;
	return false;
}

static const char *check_choice(const struct check *c)
{
	if (c->text[0] != '\0' && !is_offered(c->field, c->text, strlen(c->text)))
		return labelled(c, t("Choose one of the answers: {label}"));
	c->accepted->text = c->text;
	return NULL;
}

static bool is_letter_or_digit(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* RFC 5321's dot-string, in ASCII: most servers take no other. */
static bool is_local_part(const char *text, size_t size)
{
	char before = '.';

	if (size == 0 || size > LOCAL_BYTES)
		return false;
	for (size_t i = 0; i < size; before = text[i++]) {
		if (text[i] == '.' ? before == '.' : !is_letter_or_digit(text[i])
				&& strchr("!#$%&'*+-/=?^_`{|}~", text[i]) == NULL)
			return false;
	}
	return before != '.';
}

/* A host name with a dot; the last label is no number, or it is an address. */
static bool is_host_name(const char *name)
{
	size_t labels = 0;
	bool number = false;

	if (strlen(name) > DOMAIN_BYTES)
		return false;
	for (const char *at = name; ; at++) {
		size_t size = strcspn(at, ".");

		if (size == 0 || size > LABEL_BYTES || at[0] == '-' || at[size - 1] == '-')
			return false;
		number = true;
		for (size_t i = 0; i < size; i++) {
			if (!is_letter_or_digit(at[i]) && at[i] != '-')
				return false;
			number = number && at[i] >= '0' && at[i] <= '9';
		}
		labels++;
		at += size;
		if (*at == '\0')
			return labels >= 2 && !number;
	}
}

/* The domain as the DNS has it; NULL: there can be none like it. */
static const char *domain_in_ascii(const void *memory, const char *domain)
{
	uint8_t *name = NULL;
	int result = idn2_lookup_u8((const uint8_t *)domain, &name,
		IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
	const char *ascii = NULL;

	if (result == IDN2_OK && is_host_name((const char *)name))
		ascii = memory_text(memory, (const char *)name);
	idn2_free(name);
	return ascii;
}

static bool is_mailbox(const void *memory, const char *text)
{
	const char *at = strchr(text, '@');

	if (at == NULL || strchr(at + 1, '@') != NULL || strlen(at) > DOMAIN_TYPED
			|| !is_local_part(text, (size_t)(at - text)))
		return false;

	const char *domain = domain_in_ascii(memory, at + 1);

	return domain != NULL
		&& (size_t)(at - text) + 1 + strlen(domain) <= EMAIL_BYTES;
}

static const char *check_email(const struct check *c)
{
	const char *text = text_normal(c->memory, text_one_line(c->memory,
		text_bare(c->memory, c->text)));

	if (text[0] != '\0' && (text_length(text) > EMAIL_BYTES || !is_mailbox(c->memory, text)))
		return t("Enter an e-mail address like name@example.org");
	c->accepted->text = text;
	return NULL;
}

/* How much of one of these begins here; 0: nothing. */
static size_t any_of(const char *const *signs, const char *at)
{
	for (; *signs != NULL; signs++)
		if (text_starts(at, *signs))
			return strlen(*signs);
	return 0;
}

/* What parts groups of digits: a space, and hyphens as keyboards have them. */
static size_t hyphen(const char *at)
{
	static const char *const hyphens[] = {
		" ", "-", "‐", "‑", "‒", "–", "—", "−", "－", NULL,
	};

	return any_of(hyphens, at);
}

static size_t separator(const char *at)
{
	static const char *const separators[] = {
		".", "/", "(", ")", "（", "）", "ext", "x", "#", NULL,
	};
	size_t size = hyphen(at);

	return size ? size : any_of(separators, at);
}

static bool is_phone(const char *text)
{
	size_t digits = 0, size;

	if (text_length(text) > PHONE_CHARACTERS)
		return false;
	/* One plus, before the first digit: "(+999) 20". */
	for (bool plus = false; *text != '\0'; text += size) {
		bool is_plus = !plus && digits == 0
			&& (*text == '+' || text_starts(text, "＋"));
		bool is_digit = *text >= '0' && *text <= '9';

		size = is_digit ? 1 : is_plus ? strlen(*text == '+' ? "+" : "＋")
			: separator(text);
		if (size == 0)
			return false;
		plus = plus || is_plus;
		digits += is_digit;
	}
	return digits >= PHONE_DIGITS;
}

/* Kept as typed: its grouping is how people read it out. */
static const char *check_phone(const struct check *c)
{
	const char *text = text_one_line(c->memory, text_bare(c->memory, c->text));

	if (text[0] != '\0' && !is_phone(text_ascii_digits(c->memory, text)))
		return t("Enter a phone number with its country code, "
			"like +999 20 555 0100");
	c->accepted->text = text;
	return NULL;
}

/* Digits and separators as people group them, without spaces: "1,250.5",
 * "1.250,50", "1'250", "١٬٢٥٠٫٥". */
static const char *plain_sum(const void *memory, const char *typed)
{
	static const struct { const char *from; char to; } signs[] = {
		{ "٫", '.' }, { "٬", ',' }, { "'", '\0' }, { "’", '\0' }, { " ", '\0' },
	};
	const char *text = text_ascii_digits(memory, text_one_line(memory,
		text_bare(memory, typed)));
	char *plain = memory_text(memory, text), *to = plain;

	while (*text != '\0') {
		size_t size = 0;

		for (size_t i = 0; size == 0 && i < sizeof(signs) / sizeof(signs[0]); i++)
			if (text_starts(text, signs[i].from)) {
				size = strlen(signs[i].from);
				if (signs[i].to != '\0')
					*to++ = signs[i].to;
			}
		if (size == 0) {
			*to++ = *text;
			size = 1;
		}
		text += size;
	}
	*to = '\0';
	return plain;
}

/* "1,250,000": three digits behind each sign; in India two, but for the last.
 * Takes the signs out. */
static bool take_grouping(char *whole)
{
	size_t size = strcspn(whole, ",.");
	char *to = whole + size, *at = to;
	char sign = *at;

	if (sign == '\0')
		return true;
	if (size == 0 || size > 3 || whole[0] == '0')
		return false;
	for (; *at != '\0'; at += size) {
		if (*at++ != sign)
			return false;
		size = strcspn(at, ",.");
		if (size != 3 && (size != 2 || at[size] == '\0'))
			return false;
		to = (char *)memmove(to, at, size) + size;
	}
	*to = '\0';
	return true;
}

/* Cuts ".50" or ",5" off the end: what looks like a fraction and cannot be a
 * group. */
static int64_t take_hundredths(char *sum)
{
	size_t size = strlen(sum);

	for (size_t digits = 1; digits <= 2 && digits < size; digits++) {
		char *sign = sum + size - digits - 1;
		int64_t number;

		if ((*sign != '.' && *sign != ',') || memchr(sum, *sign, (size_t)(sign - sum)))
			continue;
		if (!text_number(sign + 1, 0, 99, &number))
			continue;
		*sign = '\0';
		return digits == 1 ? 10 * number : number;
	}
	return 0;
}

static const char *check_amount(const struct check *c)
{
	int64_t max = c->field->max ? c->field->max : largest_amount;
	char *sum = memory_text(c->memory, plain_sum(c->memory, c->text));
	int64_t whole;

	if (sum[0] == '\0')
		return NULL;

	int64_t hundredths = take_hundredths(sum);

	if (!take_grouping(sum) || !text_number(sum, 0, max, &whole) || sum[0] == '-')
		return labelled(c, t("{label}: enter an amount in digits, like 1250 "
			"or 1250.50"));
	c->accepted->number = 100 * whole + hundredths;
	c->accepted->text = memory_printf(c->memory, "%lld.%02lld",
		(long long)whole, (long long)hundredths);
	return NULL;
}

static const char *check_number(const struct check *c)
{
	int64_t min = c->field->min, max = c->field->max ? c->field->max : INT64_MAX;
	char *text = memory_text(c->memory, plain_sum(c->memory, c->text));
	int64_t number;

	if (text[0] == '\0')
		return NULL;
	if (!take_grouping(text) || !text_number(text, min, max, &number))
		return c->field->max
			? t_fill(c->memory, t("{label}: enter a whole number from {min} to {max}"),
				"label", t(c->field->label ? c->field->label : ""),
				"min", memory_printf(c->memory, "%lld", (long long)min),
				"max", memory_printf(c->memory, "%lld", (long long)max), NULL)
			: labelled(c, t("{label}: enter a whole number"));
	c->accepted->number = number;
	c->accepted->text = memory_printf(c->memory, "%lld", (long long)number);
	return NULL;
}

static const char *check_id(const struct check *c)
{
	const char *text = text_trim(c->memory, c->text);

	if (text[0] == '\0')
		return NULL;
	if (!text_number(text, 1, INT64_MAX, &c->accepted->number))
		return labelled(c, t("Choose one of the answers: {label}"));
	c->accepted->text = text;
	return NULL;
}

static const char *check_code(const struct check *c)
{
	const char *text = text_ascii_digits(c->memory, text_one_line(c->memory,
		text_bare(c->memory, c->text)));
	char *code = memory_text(c->memory, text), *to = code;
	size_t size;

	for (; *text != '\0'; text += size) {
		size = hyphen(text);
		if (size > 0)
			continue;
		if (!is_letter_or_digit(*text))
			return labelled(c, t("{label}: use only the digits and letters "
				"of the code"));
		*to++ = *text;
		size = 1;
	}
	*to = '\0';
	return check_length(c, code, CODE_CHARACTERS);
}

static const char *check_words(const struct check *c, const struct typed *typed,
	moment now)
{
	const char *wrong = typed->text ? check_length(c, text_one_line(c->memory,
		typed->text), WORDS_CHARACTERS) : NULL;

	return wrong ? wrong : check_day(c->memory, typed,
		c->field->ahead ? MOMENT_LAST : now, c->accepted);
}

static const char *check_kind(const struct check *c, const struct typed *typed,
	moment now)
{
	switch (c->field->kind) {
	case TEXT:        return check_text(c);
	case LINES:       return check_lines(c);
	case CHOICE:      return check_choice(c);
	case EMAIL:       return check_email(c);
	case PHONE:       return check_phone(c);
	case NUMBER:      return check_number(c);
	case AMOUNT:      return check_amount(c);
	case DAY_OR_TEXT: return check_words(c, typed, now);
	case CODE:        return check_code(c);
	case SECRET:      return check_secret(c);
	case ID:          return check_id(c);
	case FILES:       return NULL;
	case CHOICES:
		if (typed->stray)
			return labelled(c, t("Choose from the answers: {label}"));
		c->accepted->text = c->text;
		return NULL;
	}
	bug("the field '%s' has no kind", c->field->name);
}

static const char *say_missing(const struct check *c)
{
	if (c->field->missing != NULL)
		return t(c->field->missing);
	return c->field->kind == CHOICE || c->field->kind == CHOICES
		? labelled(c, t("Choose an answer: {label}"))
		: labelled(c, t("Enter an answer: {label}"));
}

const char *check_typed(const void *memory, const struct field *field,
	const struct typed *typed, moment now, struct accepted *accepted)
{
	const struct check c = { memory, field, typed->text ? typed->text : "", accepted };

	*accepted = (struct accepted){ NULL, 0 };

	const char *wrong = check_kind(&c, typed, now);

	if (wrong == NULL && field->straight && text_turns(accepted->text))
		wrong = t("There are signs in it that nobody sees and that turn the direction of the text."
		    " Write it anew without them");
	if (wrong != NULL) {
		*accepted = (struct accepted){ NULL, 0 };
		return wrong;
	}
	if (text_is_empty(accepted->text)) {
		accepted->text = NULL;
		return field->required ? say_missing(&c) : NULL;
	}
	return NULL;
}
