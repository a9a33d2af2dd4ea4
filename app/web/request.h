/* One request and the answer being made to it. */
#ifndef BELFRY_WEB_REQUEST_H
#define BELFRY_WEB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "base/work.h"
#include "web/parse.h"

struct route;
struct view;
struct form;
struct settings;
struct gateway;

enum method { GET = 1, POST };
/* The two pools of workers, each with its own socket and database user. */
enum door { PUBLIC = 1, INSIDE };

enum request_limit {
	REQUEST_BODY_BYTES   = 26 * 1024 * 1024,  /* a form */
	REQUEST_FILES_BYTES  = 64 * 1024 * 1024,  /* a form with files: all that nginx lets through, so
	                                           * that what is too much is said by us, with the form */
	REQUEST_FILES        = 40,                /* whose fate is told */
	REQUEST_ANSWER_BYTES = 8 * 1024 * 1024,
	REQUEST_HEADERS      = 24,
	REQUEST_PARAMETERS   = 4,                 /* of a path */
};

/* What became of a file that came with a form. Zero: it is stored. */
enum arrival {
	ARRIVED,
	FILE_TOO_LARGE,      /* by itself */
	FILES_TOO_LARGE,     /* with those that are there already */
	FILES_TOO_MANY,
	FILES_NO_ROOM,       /* too much has arrived from there, or in all */
	FILE_LOST,           /* it could not be stored, and nobody is to blame who sent it */
};

struct arrived {
	const char *name;    /* safe */
	enum arrival arrival;
};

struct request {
	const void *memory;               /* ends with the request, after its work */

	/* Asked. */
	enum method method;
	bool head;                        /* HEAD: a GET whose body is not sent */
	const char *path;                 /* decoded, without the language */
	const char *language;             /* "en"; of the prefix or the first one */
	bool prefixed;                    /* the address named its language */
	const char *host;
	const char *address;              /* the client's, from nginx */
	bool forwarded;                   /* a header says that somebody stands before them */
	const char *origin;               /* NULL: not sent */
	const char *fetch_site;           /* Sec-Fetch-Site; NULL: not sent */
	const char *agent;
	bool secure;                      /* came by HTTPS */
	struct field_values query;
	struct field_values body;
	struct field_values cookies;
	bool switching;                   /* a submit that only changes the language */
	struct arrived files[REQUEST_FILES];  /* that came with the body */
	size_t file_count;
	struct buffer *small_file;        /* where the route takes one; NULL: none came; full: too large */
	const char *range, *if_range, *if_none_match;   /* NULL: not sent */
	enum parse_result refused;        /* why the body or query was not taken */
	const char *number;               /* "k3f9-000123", shown on error pages */
	enum door door;

	/* Who and what. */
	const struct settings *settings;
	const struct route *route;
	const char *parameter_names[REQUEST_PARAMETERS];
	const char *parameters[REQUEST_PARAMETERS];
	struct work *work;
	const char *session;              /* digest of the session's token; NULL: none */
	bool half;                        /* the second factor is still to come */
	struct form *form;                /* the last form_accept */
	struct view *view;

	/* Answered. */
	void (*frame)(struct request *);  /* pours what every page shows */
	int status;
	const char *content_type;
	struct { const char *name, *value; } headers[REQUEST_HEADERS];
	size_t header_count;
	const char *answer;
	size_t answer_size;
	/* Instead of an answer in memory: written piece by piece when the work is
	 * done. False: it broke off. */
	bool (*stream)(struct request *, struct gateway *);
	const void *stream_data;
	int64_t stream_size;              /* -1: nobody knows before the end */
	bool sandboxed;                   /* is a file of somebody's: no page of ours */
	bool has_style;                   /* and a picture whose own style may count */
};

/* Reads what the gateway has, but not the body. The address and the query are
 * taken apart; `refused` says what was wrong with them. Memory: `r->memory`. */
void request_read(struct request *, const void *memory, struct gateway *,
	const struct settings *, enum door);
/* The body, for a route that takes one. Its files go to `sink`; NULL: nowhere. */
void request_read_body(struct request *, struct gateway *, parse_file_sink *sink, void *sink_data);
/* Writes the answer out. */
void request_answer(struct request *, struct gateway *);
/* Makes a second attempt possible: nothing of the first answer stays. */
void request_begin_again(struct request *);

/* Parts of the path: `:id` of the route as a number, or as a word. Asking for
 * one the route does not have is a mistake. */
int64_t path_number(const struct request *, const char *name);
const char *path_word(const struct request *, const char *name);

/* A field of the query; NULL when absent. For filters and "next" links. */
const char *query_text(const struct request *, const char *name);
int64_t query_number(const struct request *, const char *name, int64_t otherwise);

const char *cookie(const struct request *, const char *name);
/* HttpOnly, SameSite=Lax, Secure by HTTPS; `seconds` 0: until the browser
 * closes; negative: forget it. */
void set_cookie(struct request *, const char *name, const char *value, int64_t seconds);
void set_header(struct request *, const char *name, const char *value);
/* This page is the same for everybody, or for everybody who brings no cookie of
 * the public door: nginx may answer with a copy for some seconds, and while we are
 * away. Which cookies it looks at for which page stands in conf/nginx. */
#define PAGE_COPY_SECONDS "5"
void same_for_everybody(struct request *);
void same_for_newcomers(struct request *);

/* How a page ends. Each returns the status. */
int show(struct request *, const char *template);          /* 200, or what the form's state asks */
int show_status(struct request *, int status, const char *template);
int redirect(struct request *, const char *path);          /* 303, our own path; the language is added */
int refuse(struct request *, int status);                  /* an error page with that status */
int not_found(struct request *);
int forbidden(struct request *);
/* Text that is no page. */
int send_text(struct request *, const char *content_type, const char *text);
/* A file for machines that is the same for everybody, with a tag: 304 where theirs
 * has it already (RFC 9110, 13.1.2). Programs in pages of other sites may read it. */
int send_published(struct request *, const char *content_type, const void *bytes, size_t size);

/* Leaves a notice for the next page: an English sentence, translated there.
 * Travels in a signed cookie. */
void tell(struct request *, const char *sentence);

#endif
