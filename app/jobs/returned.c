/* Mail that came back, one a work. */
#include "jobs/returned.h"

#include "domain/returned.h"
#include "mail/report.h"

bool read_returned(struct work *w)
{
	struct returned returned;

	if (!returned_next(w, &returned))
		return false;
	returned_read(w, &returned, mail_says_failed(returned.bytes, returned.size));
	return true;
}

bool forget_returned(struct work *w)
{
	return returned_forget(w);
}
