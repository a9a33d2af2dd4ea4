/* Form tokens: "1795255200.RANDOM.digest" at the public door, "RANDOM.digest"
 * inside, where the digest is of the session too. Random on every page, because
 * what is the same on compressed pages can be guessed from their lengths
 * (BREACH). */
#include "web/token.h"

#include <string.h>

#include "base/digest.h"

static const char *public_digest(struct request *r, const char *moment_and_random)
{
	return keyed_digest_hex(r->work->memory, "form", moment_and_random);
}

static const char *inside_digest(struct request *r, const char *random)
{
	return keyed_digest_hex(r->work->memory, "session form",
	    memory_printf(r->work->memory, "%s.%s", r->session, random));
}

const char *token_new(struct request *r)
{
	const char *random = memory_text_of(r->work->memory, random_token(r->work->memory), 16);
	const char *text;

	if (r->session != NULL)
		return memory_printf(r->work->memory, "%s.%s", random, inside_digest(r, random));
	text = memory_printf(r->work->memory, "%lld.%s", (long long)r->work->now, random);
	return memory_printf(r->work->memory, "%s.%s", text, public_digest(r, text));
}

enum token_state token_check(struct request *r, const char *token)
{
	const char *dot, *text;
	int64_t made;

	if (token == NULL)
		return TOKEN_WRONG;
	dot = strrchr(token, '.');
	if (dot == NULL)
		return TOKEN_WRONG;
	text = memory_text_of(r->work->memory, token, (size_t)(dot - token));
	if (r->session != NULL)
		return text_same_secret(dot + 1, inside_digest(r, text)) ? TOKEN_GOOD : TOKEN_WRONG;
	if (!text_same_secret(dot + 1, public_digest(r, text)))
		return TOKEN_WRONG;
	if (!text_number(memory_text_of(r->work->memory, text, strcspn(text, ".")), 0, INT64_MAX, &made))
		return TOKEN_WRONG;
	if (made > r->work->now + MINUTE || made + TOKEN_HOURS * HOUR < r->work->now)
		return TOKEN_EXPIRED;
	return TOKEN_GOOD;
}

/* "https://cirt.example" of an Origin, where the host is the one asked for. */
static bool names_our_host(const struct request *r, const char *origin)
{
	const char *host = strstr(origin, "://");

	return host != NULL && r->host != NULL && text_is(host + 3, r->host);
}

bool origin_is_ours(const struct request *r)
{
	if (r->fetch_site != NULL && !text_is(r->fetch_site, "same-origin")
	    && !text_is(r->fetch_site, "none"))
		return false;
	if (r->origin != NULL)
		return names_our_host(r, r->origin);
	return r->door == PUBLIC || r->fetch_site != NULL;
}
