/* Tokens that keep a form from being posted by somebody else's page.
 *
 * The public one is stateless: time, a random part and a keyed digest. The
 * inside one belongs to the session. */
#ifndef BELFRY_WEB_TOKEN_H
#define BELFRY_WEB_TOKEN_H

#include <stdbool.h>

#include "web/request.h"

enum token_life { TOKEN_HOURS = 24 };
enum token_state { TOKEN_GOOD, TOKEN_EXPIRED, TOKEN_WRONG };

const char *token_new(struct request *);
enum token_state token_check(struct request *, const char *token);
/* The request came from a page of ours, as far as its headers say: a foreign
 * Origin is refused; a missing one is accepted at the public door, while the
 * inside asks for Origin or Sec-Fetch-Site. */
bool origin_is_ours(const struct request *);

#endif
