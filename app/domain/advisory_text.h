/* What an advisory says in one language: as it is written, and as it was published. */
#ifndef BELFRY_DOMAIN_ADVISORY_TEXT_H
#define BELFRY_DOMAIN_ADVISORY_TEXT_H

struct advisory_text {
	const char *language, *title, *summary;
	const char *body;               /* Markdown */
};

#endif
