/* Form tokens: "1795255200.RANDOM.digest" at the public door, and the keyed
 * digest of the session inside. */
#include "web/token.h"

#include <string.h>

#include "base/digest.h"
#include "base/settings.h"

static const char *public_digest(struct request *r, const char *moment_and_random)
{
	return keyed_digest_hex(r->work->memory, "form", moment_and_random);
}

const char *token_new(struct request *r)
{
	const char *text;

	if (r->session != NULL)
		return keyed_digest_hex(r->work->memory, "session form", r->session);
	text = memory_printf(r->work->memory, "%lld.%.16s", (long long)r->work->now,
	    random_token(r->work->memory));
	return memory_printf(r->work->memory, "%s.%s", text, public_digest(r, text));
}

enum token_state token_check(struct request *r, const char *token)
{
	const char *dot, *text;
	int64_t made;

	if (token == NULL)
		return TOKEN_WRONG;
	if (r->session != NULL)
		return text_same_secret(token, token_new(r)) ? TOKEN_GOOD : TOKEN_WRONG;
	dot = strrchr(token, '.');
	if (dot == NULL)
		return TOKEN_WRONG;
	text = memory_text_of(r->work->memory, token, (size_t)(dot - token));
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
