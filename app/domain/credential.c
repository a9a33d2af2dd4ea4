/* Passwords and second factors: what may be chosen, and choosing it. */
#include "domain/credential.h"

#include <inttypes.h>
#include <string.h>

#include "base/digest.h"
#include "base/one_time.h"
#include "base/password.h"
#include "base/text.h"
#include "domain/account.h"
#include "domain/attempt.h"
#include "domain/event.h"
#include "domain/outbox.h"
#include "domain/recovery_code.h"
#include "domain/session.h"

/* What must be left of a password once the guessable parts are taken out, and
 * how many different characters it needs. */
enum { LEFT_LEAST = 6, DIFFERENT_LEAST = 5, WORD_LEAST = 3 };

/* Words and rows of keys that passwords begin with all over the world, the
 * longest first where one contains another. */
static const char *const common[] = {
	"changeme", "changeit", "passphrase", "password", "passwort", "passwd", "motdepasse",
	"contrasena", "contrasenha", "clave", "parola", "parol", "senha", "sifre", "mima",
	"secret", "geheim", "letmein", "welcome", "willkommen", "bienvenue", "bienvenido",
	"qwertyuiop", "qwertzuiop", "azertyuiop", "qwerty", "qwertz", "azerty", "asdfghjkl",
	"asdfgh", "asdf", "zxcvbnm", "zxcvbn", "yxcvbnm", "wxcvbn", "qazwsxedc", "qazwsx",
	"1qaz2wsx3edc", "1qaz2wsx", "zaq12wsx", "1q2w3e4r5t6y", "1q2w3e4r5t", "1q2w3e4r", "1q2w3e",
	"q1w2e3r4t5y6", "q1w2e3r4", "147258369", "159357", "112233445566", "11223344", "112233",
	"123123", "123321", "121212", "131313", "123qwe", "qwe123", "abc123", "a1b2c3d4",
	"administrator", "administrateur", "admin", "superuser", "root", "user", "guest", "login",
	"default", "temporary", "temp", "test", "demo", "sample", "master", "access", "system",
	"computer", "internet", "security", "network", "server", "windows", "linux", "oracle",
	"google", "facebook", "instagram", "whatsapp", "samsung", "iphone", "android",
	"iloveyou", "loveyou", "loveme", "love", "princess", "sunshine", "dragon", "monkey",
	"football", "baseball", "basketball", "soccer", "hockey", "superman", "batman",
	"spiderman", "pokemon", "starwars", "shadow", "michael", "jordan", "jennifer",
	"jessica", "ashley", "charlie", "daniel", "thomas", "robert", "andrew", "matthew",
	"liverpool", "chelsea", "arsenal", "barcelona", "realmadrid", "juventus",
	"trustno", "whatever", "nothing", "freedom", "hello", "flower", "summer", "winter",
	"spring", "autumn", "january", "february", "march", "april", "june", "july", "august",
	"september", "october", "november", "december", "monday", "friday", "sunday",
	"correcthorsebatterystaple", "correct horse battery staple",
	"belfry", "cirt", "csirt", "cert", "incident", "helpdesk", "analyst",
	"2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029",
};

/* Takes every `word` out of `text`. */
static void take_out(char *text, const char *word)
{
	const size_t size = strlen(word);
	char *at = text;

	while ((at = strstr(at, word)) != NULL)
		memmove(at, at + size, strlen(at + size) + 1);
}

/* "p@ssw0rd" as it is meant. */
static void read_as_letters(char *text)
{
	static const char written[] = "@4301!$578", meant[] = "aaeoiisstb";

	for (; *text != '\0'; text++) {
		const char *at = strchr(written, *text);

		if (at != NULL)
			*text = meant[at - written];
	}
}

/* Bytes that do not just repeat or continue the one before: 1 for
 * "aaaaaaaaaaaa", 2 for "123456789012". */
static size_t surprises(const char *text)
{
	size_t count = 0;

	for (size_t i = 0; text[i] != '\0'; i++) {
		const int step = i == 0 ? 9 : text[i] - text[i - 1];

		if (step < -1 || step > 1)
			count++;
	}
	return count;
}

static size_t different(const char *text)
{
	bool seen[256] = { false };
	size_t count = 0;

	for (; *text != '\0'; text++) {
		count += !seen[(unsigned char)*text];
		seen[(unsigned char)*text] = true;
	}
	return count;
}

static size_t left_without(const void *memory, const char *lower, bool as_letters,
	const char *const *words, size_t count)
{
	char *text = memory_text(memory, lower);

	if (as_letters)
		read_as_letters(text);
	for (size_t i = 0; i < count; i++)
		take_out(text, words[i]);
	return surprises(text);
}

static bool is_mostly(const void *memory, const char *lower, const char *const *words,
	size_t count)
{
	return left_without(memory, lower, false, words, count) < LEFT_LEAST
	    || left_without(memory, lower, true, words, count) < LEFT_LEAST;
}

/* The parts of the person's name and address, in lower case. */
static const char **own_words(struct work *w, const struct account *account, size_t *count)
{
	const char *at = text_lower(w->memory, memory_printf(w->memory, "%s %s",
	    account->email, account->name));
	const char **words = memory_array(w->memory, const char *, strlen(at));

	*count = 0;
	while (*at != '\0') {
		const size_t size = strcspn(at, " .,-_+@'");

		if (size >= WORD_LEAST)
			words[(*count)++] = memory_text_of(w->memory, at, size);
		at += size;
		at += strspn(at, " .,-_+@'");
	}
	return words;
}

enum password_choice password_judge(struct work *w, const struct account *account,
	const char *password)
{
	const char *lower, **own;
	size_t own_count;

	if (strnlen(password, PASSWORD_BYTES + 1) > PASSWORD_BYTES)
		return CHOICE_LONG;
	lower = text_lower(w->memory, text_normal(w->memory, password));
	if (text_length(lower) < PASSWORD_LEAST)
		return CHOICE_SHORT;
	if (different(lower) < DIFFERENT_LEAST
	    || is_mostly(w->memory, lower, common, sizeof common / sizeof common[0]))
		return CHOICE_COMMON;
	own = own_words(w, account, &own_count);
	return is_mostly(w->memory, lower, own, own_count) ? CHOICE_PERSONAL : CHOICE_SAVED;
}

enum password_choice password_replace(struct work *w, const struct account *account,
	const char *password)
{
	enum password_choice choice = password_judge(w, account, password);
	const char *kept;

	if (choice != CHOICE_SAVED)
		return choice;
	kept = password_hash(w->memory, password);
	if (kept == NULL)
		return CHOICE_BUSY;
	/* Whatever changed while the hash was made counts more than this. */
	if (db_exec(w->db, SQL(
	    "UPDATE account SET password = ?, version = version + 1"
	    " WHERE id = ? AND version = ? AND disabled_at IS NULL"),
	    db_text(kept), db_int(account->id), db_int(account->version)) != 1)
		return CHOICE_DEAD;
	event_write(w, "account", account->id, "password", NULL, NULL);
	if (account->password != NULL)
		outbox_notice(w, account->id, NOTICE_PASSWORD);
	return CHOICE_SAVED;
}

enum password_choice password_change(struct work *w, const struct account *account,
	const char *old, const char *password)
{
	if (!attempt_allowed(w, ATTEMPT_OLD_PASSWORD,
	    memory_printf(w->memory, "%" PRId64, account->id)))
		return CHOICE_TOO_OFTEN;
	switch (password_check(account->password, old)) {
	case PASSWORD_WRONG: return CHOICE_OLD_WRONG;
	case PASSWORD_BUSY:  return CHOICE_BUSY;
	case PASSWORD_RIGHT: break;
	}
	return password_replace(w, account, password);
}

/* Made from the session, so that a page that only shows it keeps nothing, and
 * showing it twice shows the same. */
const char *factor_offered(const void *memory, const struct session *session)
{
	unsigned char digest[DIGEST_SIZE];

	keyed_digest("second factor offered to session", session->digest, digest);
	return one_time_secret(memory, digest);
}

enum factor_choice factor_confirm(struct work *w, const struct session *session,
	const char *code, const char *agent, const char **token)
{
	const int64_t id = session->actor.account_id;
	const char *secret = factor_offered(w->memory, session);
	int64_t step;

	if (!attempt_allowed(w, ATTEMPT_CODE, memory_printf(w->memory, "%" PRId64, id)))
		return FACTOR_TOO_OFTEN;
	if (!one_time_matches(secret, code, w->now, &step))
		return FACTOR_WRONG;
	if (db_exec(w->db, SQL(
	    "UPDATE account SET factor = ?, factor_set_at = ?, factor_step = ?,"
	    "                   version = version + 1"
	    " WHERE id = ? AND version = ? AND disabled_at IS NULL"),
	    db_text(secret), db_moment(w->now), db_int(step), db_int(id),
	    db_int(session->version)) != 1)
		return FACTOR_WRONG;
	w->actor.account_id = id;
	event_write(w, "account", id, "factor", NULL, NULL);
	outbox_notice(w, id, NOTICE_FACTOR);
	*token = session_factor_set(w, session, agent);
	recovery_codes_make(w, id, session_digest(w->memory, *token));
	return FACTOR_SET;
}
