/* Reading no further than what was promised, and noticing where it ends early. */
#include "web/body.h"

#include "base/log.h"

size_t body_read(struct body *body, char *bytes, size_t size)
{
	size_t all = 0;

	while (all < size && body->missing > 0 && !body->cut_off) {
		size_t wanted = size - all;

		if ((int64_t)wanted > body->missing)
			wanted = (size_t)body->missing;

		size_t got = body->pull(body->source, bytes + all, wanted);

		if (got > wanted)
			bug("%zu bytes of a body where %zu were asked", got, wanted);
		body->cut_off = got == 0;
		body->missing -= (int64_t)got;
		all += got;
	}
	return all;
}
