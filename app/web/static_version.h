/* A short digest of the style sheet and the symbols: part of their address, so
 * that a browser may keep them for ever and still sees a new one at once. */
#ifndef BELFRY_WEB_STATIC_VERSION_H
#define BELFRY_WEB_STATIC_VERSION_H

/* Reads them, once. */
void static_version_read(const char *static_folder);
const char *static_version_now(void);

#endif
