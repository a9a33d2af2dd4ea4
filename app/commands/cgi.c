/* belfry cgi: one request from a plain CGI environment. For tests, for a
 * debugger, and for web servers that have nothing else. */
#include "answer.h"
#include "commands/commands.h"
#include "database.h"
#include "doors.h"
#include "web/gateway.h"

int command_cgi(const struct settings *settings, char **arguments)
{
	struct house house = { .settings = settings, .door = door_by_name(arguments) };

	if (house.door == 0)
		house.door = PUBLIC;
	if (!door_prepare(settings, house.door))
		return 1;
	house.db = database_as(settings, door_user(house.door));
	db_hurry(house.db);
	cgi_serve(answer, &house);
	db_close(house.db);
	return 0;
}
