/* The first yardstick: the least that answers 12 kB through libfcgi.
 *
 *   hello SOCKET WORKERS */
#include <fcgiapp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <signal.h>
#include <unistd.h>

int main(int count, char **arguments)
{
	static char page[12000];
	FCGX_Request request;
	int listener;

	if (count != 3)
		return 2;
	listener = FCGX_OpenSocket(arguments[1], 511);
	for (long i = 1; i < strtol(arguments[2], NULL, 10); i++)
		if (fork() == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			break;
		}
	memset(page, 'x', sizeof page);
	FCGX_Init();
	FCGX_InitRequest(&request, listener, 0);
	while (FCGX_Accept_r(&request) >= 0) {
		FCGX_PutS("Content-Type: text/html\r\nContent-Length: 12000\r\n\r\n", request.out);
		FCGX_PutStr(page, sizeof page, request.out);
		FCGX_Finish_r(&request);
	}
	return 0;
}
