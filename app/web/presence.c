/* A small table of who opened what and when. Two processes that write the same
 * slot at once lose one of the two, which shows somebody a little later. */
#include "web/presence.h"

#include <stdatomic.h>

#include "base/shared.h"

struct slot {
	_Atomic int64_t thing_id, account_id, seen_at;
};

static struct slot *slots;

void presence_open(const struct settings *settings)
{
	bool writable = false;
	void *page = shared_open(settings->runtime_folder, "presence",
	    PRESENCE_SLOTS * sizeof(struct slot), &writable);

	slots = writable ? page : NULL;
}

void presence_note(int64_t thing_id, int64_t account_id, moment now)
{
	struct slot *oldest = slots;

	for (size_t i = 0; slots != NULL && i < PRESENCE_SLOTS; i++) {
		struct slot *slot = &slots[i];

		if (atomic_load(&slot->thing_id) == thing_id
		    && atomic_load(&slot->account_id) == account_id) {
			atomic_store(&slot->seen_at, now);
			return;
		}
		if (atomic_load(&slot->seen_at) < atomic_load(&oldest->seen_at))
			oldest = slot;
	}
	if (oldest == NULL)
		return;
	atomic_store(&oldest->thing_id, thing_id);
	atomic_store(&oldest->account_id, account_id);
	atomic_store(&oldest->seen_at, now);
}

size_t presence_of(int64_t thing_id, int64_t not_account_id, moment now,
	int64_t account_ids[PRESENCE_SHOWN], moment seen_at[PRESENCE_SHOWN])
{
	size_t count = 0;

	for (size_t i = 0; slots != NULL && i < PRESENCE_SLOTS && count < PRESENCE_SHOWN; i++) {
		int64_t account_id = atomic_load(&slots[i].account_id);
		moment seen = atomic_load(&slots[i].seen_at);

		if (atomic_load(&slots[i].thing_id) != thing_id || account_id == not_account_id
		    || seen + PRESENCE_LASTS < now)
			continue;
		account_ids[count] = account_id;
		seen_at[count++] = seen;
	}
	return count;
}
