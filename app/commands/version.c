/* belfry version. */
#include <stdio.h>

#include "commands/commands.h"

#ifndef BELFRY_VERSION
#define BELFRY_VERSION "0.1"
#endif

int command_version(const struct settings *settings, char **arguments)
{
	(void)settings;
	(void)arguments;
	puts("belfry " BELFRY_VERSION);
	return 0;
}
