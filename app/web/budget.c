/* Counting in memory that the workers of a door share. Only a keyed digest of
 * an address block is kept, and only for the hour. */
#include "web/budget.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

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

static struct counters *counters;
static int64_t most_per_block, most_in_all;

void budget_open(const struct settings *settings)
{
	void *memory = memory_root("budget");
	const char *path = memory_printf(memory, "%s/budget", settings->runtime_folder);
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	void *page = MAP_FAILED;

	most_per_block = settings->reports_per_address;
	most_in_all = settings->reports_in_all;
	if (file >= 0 && ftruncate(file, sizeof *counters) == 0)
		page = mmap(NULL, sizeof *counters, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	if (page != MAP_FAILED)
		counters = page;
	else
		log_error("cannot use '%s': %s; reports are not counted", path, strerror(errno));
	if (file >= 0)
		close(file);
	memory_end(memory);
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

bool budget_spent(const char *address, moment now)
{
	uint64_t window = (uint64_t)(now / BUDGET_WINDOW), block, key, seen;
	struct slot *slot;
	int64_t of_block, of_all;

	if (counters == NULL)
		return false;
	block = block_of(address);
	slot = &counters->slots[block % BUDGET_BLOCKS];
	key = (block & ~0xffffffull) | (window & 0xffffff);
	seen = atomic_load(&slot->block_and_window);
	if (seen != key && (seen & 0xffffff) != (window & 0xffffff)
	    && atomic_compare_exchange_strong(&slot->block_and_window, &seen, key))
		atomic_store(&slot->count, 0);
	seen = atomic_load(&counters->window);
	if (seen != window && atomic_compare_exchange_strong(&counters->window, &seen, window))
		atomic_store(&counters->all, 0);
	of_block = atomic_fetch_add(&slot->count, 1) + 1;
	of_all = atomic_fetch_add(&counters->all, 1) + 1;
	return of_block > most_per_block || of_all > most_in_all;
}
