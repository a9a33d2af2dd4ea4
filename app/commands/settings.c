/* belfry settings: the example file, which cannot be out of date. */
#include "commands/commands.h"

int command_settings(const struct settings *settings, char **arguments)
{
	(void)settings;
	(void)arguments;
	settings_print();
	return 0;
}
