/* The commands of belfry: one file each. */
#ifndef BELFRY_COMMANDS_COMMANDS_H
#define BELFRY_COMMANDS_COMMANDS_H

#include "base/settings.h"

/* `arguments` begins after the command's own name; NULL ends it. The return
 * value is the exit status. */
int command_serve(const struct settings *, char **arguments);
int command_work(const struct settings *, char **arguments);
int command_mail_in(const struct settings *, char **arguments);
int command_cgi(const struct settings *, char **arguments);
int command_migrate(const struct settings *, char **arguments);
int command_settings(const struct settings *, char **arguments);
int command_account(const struct settings *, char **arguments);
int command_backup(const struct settings *, char **arguments);
int command_restore(const struct settings *, char **arguments);
int command_import(const struct settings *, char **arguments);
int command_verify(const struct settings *, char **arguments);
int command_version(const struct settings *, char **arguments);

#endif
