/* Counting in memory that the workers of a door share. Only a keyed digest of
 * an address block is kept, and only for the hour. */
#include "web/budget.h"

#include <arpa/inet.h>
#include <stdatomic.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "base/shared.h"

/* One hour of one block; a block that falls on the place of another of the
 * same hour shares its count, which errs on the side of looking. */
struct slot {
	_Atomic uint64_t block_and_window;
	_Atomic uint32_t count;
};

struct counters {
	_Atomic uint64_t window;
	_Atomic uint32_t all;
	struct slot slots[BUDGET_BLOCKS];
};

static struct counters *counters;        /* one for each budget */
static int64_t most_per_block[BUDGETS], most_in_all[BUDGETS];

void budget_open(const struct settings *settings)
{
	bool writable = false;
	void *page = shared_open(settings->runtime_folder, "budget", BUDGETS * sizeof *counters,
	    &writable);

	most_per_block[BUDGET_REPORTS] = settings->reports_per_address;
	most_in_all[BUDGET_REPORTS] = settings->reports_in_all;
	most_per_block[BUDGET_DRAFTS] = settings->drafts_per_address;
	most_in_all[BUDGET_DRAFTS] = settings->drafts_in_all;
	most_per_block[BUDGET_MESSAGES] = settings->messages_per_address;
	most_in_all[BUDGET_MESSAGES] = settings->messages_in_all;
	most_per_block[BUDGET_FILES] = settings->upload_megabytes_per_address * 1024;
	most_in_all[BUDGET_FILES] = settings->upload_megabytes_in_all * 1024;
	most_per_block[BUDGET_SUBSCRIPTIONS] = settings->subscriptions_per_address;
	most_in_all[BUDGET_SUBSCRIPTIONS] = settings->subscriptions_in_all;
	counters = writable ? page : NULL;
}

/* The block of an address: whoever has one address of it may have them all. */
static uint64_t block_of(const char *address)
{
	unsigned char digest[DIGEST_SIZE], bytes[16] = { 0 };
	void *memory = memory_root("block");
	uint64_t block;

	if (address != NULL && inet_pton(AF_INET6, address, bytes) == 1) {
		/* An IPv4 address in IPv6 clothes is the IPv4 address. */
		if (memcmp(bytes, "\0\0\0\0\0\0\0\0\0\0\xff\xff", 12) == 0) {
			memmove(bytes, bytes + 12, 3);
			memset(bytes + 3, 0, 13);
		} else {
			memset(bytes + 8, 0, 8);
		}
	} else if (address != NULL && inet_pton(AF_INET, address, bytes) == 1) {
		bytes[3] = 0;
	}
	keyed_digest("address block", hex_of(memory, bytes, sizeof bytes), digest);
	memcpy(&block, digest, sizeof block);
	memory_end(memory);
	return block;
}

/* A new hour begins at nothing; of several who find it begun, one says so. */
static void begin_window(struct counters *c, struct slot *slot, uint64_t key, uint64_t window)
{
	uint64_t seen = atomic_load(&slot->block_and_window);

	if (seen != key && (seen & 0xffffff) != (window & 0xffffff)
	    && atomic_compare_exchange_strong(&slot->block_and_window, &seen, key))
		atomic_store(&slot->count, 0);
	seen = atomic_load(&c->window);
	if (seen != window && atomic_compare_exchange_strong(&c->window, &seen, window))
		atomic_store(&c->all, 0);
}

bool budget_spent(enum budget budget, int64_t amount, const char *address, moment now)
{
	uint64_t window = (uint64_t)(now / BUDGET_WINDOW), block;
	struct counters *c = &counters[budget];
	struct slot *slot;
	int64_t of_block, of_all;

	if (counters == NULL)
		return false;
	block = block_of(address);
	slot = &c->slots[block % BUDGET_BLOCKS];
	begin_window(c, slot, (block & ~0xffffffull) | (window & 0xffffff), window);
	of_block = atomic_fetch_add(&slot->count, (uint32_t)amount) + amount;
	of_all = atomic_fetch_add(&c->all, (uint32_t)amount) + amount;
	return of_block > most_per_block[budget] || of_all > most_in_all[budget];
}

void budget_used(moment now, int64_t *used, int64_t *most)
{
	struct counters *c = &counters[BUDGET_REPORTS];

	*most = most_in_all[BUDGET_REPORTS];
	*used = 0;
	if (counters != NULL && atomic_load(&c->window) == (uint64_t)(now / BUDGET_WINDOW))
		*used = atomic_load(&c->all);
}
