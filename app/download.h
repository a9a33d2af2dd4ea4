/* Giving a file out: always to be saved, never to be shown, piece by piece. */
#ifndef BELFRY_DOWNLOAD_H
#define BELFRY_DOWNLOAD_H

#include "domain/attachment.h"
#include "web/request.h"

/* Where its parts come from: those of desk or follow-up. Both texts are NULL at
 * the desk. */
struct download {
	const struct attachment *file;
	const char *reference, *secret;
	int64_t first, last;          /* bytes asked for */
};

/* The file as it came, or the piece of it that was asked for. The caller has
 * found that this visitor may have it. */
int download(struct request *, const struct attachment *, const char *reference,
	const char *secret);

/* The same in a zip with a password that everybody knows (base/locked_zip.h). */
int download_locked(struct request *, const struct attachment *);

#endif
