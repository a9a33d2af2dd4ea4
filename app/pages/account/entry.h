/* What the ways in have in common: whose session it is, what every one of them
 * ends with, and where people go then. */
#ifndef BELFRY_PAGES_ACCOUNT_ENTRY_H
#define BELFRY_PAGES_ACCOUNT_ENTRY_H

#include "domain/session.h"
#include "web/request.h"

/* The session of the request's cookie, half ones too. */
enum session_state session_here(struct request *, struct session *);

/* Hands out the token and goes on: to the second factor where one is due, to a
 * form that was kept, to `next` (NULL: where they wanted to go when they began),
 * or home. */
int come_in(struct request *, const char *token, const char *next);

/* Where to go after signing in: `path` when it is certainly a page of ours,
 * else NULL. */
const char *own_path(const char *path);
/* Keeps it over the steps of signing in, when it is one. */
void remember_next(struct request *, const char *path);

/* Where somebody begins who did not ask for a page. */
const char *home_of(struct request *, const struct session *);
int go_home(struct request *, const struct session *);

/* 429, with what to do. */
int tried_too_often(struct request *);
int busy_signing_in(struct request *);

#endif
