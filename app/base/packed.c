/* Compression between the bytes and age. */
#include "base/packed.h"

#include <string.h>
#include <zstd.h>

#include "base/age.h"
#include "base/digest.h"
#include "base/log.h"
#include "base/memory.h"

enum {
	PIECE  = 128 * 1024,
	LEVEL  = 3,
	WINDOW = 23,              /* 8 MiB: the most that reading asks for */
};

struct packed {
	const void *memory;
	struct age *age;
	struct digest *digest, *part;
	ZSTD_CCtx *out;           /* one of the two */
	ZSTD_DCtx *in;
	unsigned char *raw;       /* compressed bytes on their way in */
	ZSTD_inBuffer rest;       /* those not looked at yet */
	unsigned char *plain;     /* bytes to be asked for */
	size_t filled, taken, digested;
	bool ended;               /* reading: age has nothing more to say */
	bool whole;               /* reading: the last frame is complete */
	const char *broken;       /* NULL while all is well */
};

static struct packed *packed_new(const void *memory)
{
	struct packed *packed = memory_new(memory, struct packed);

	packed->memory = memory;
	packed->digest = digest_open(memory);
	packed->part = digest_open(memory);
	packed->raw = memory_array(memory, unsigned char, PIECE);
	packed->plain = memory_array(memory, unsigned char, PIECE);
	return packed;
}

/* Digests take in long runs, not every byte by itself. */
static void digest_up(struct packed *packed)
{
	const unsigned char *from = packed->plain + packed->digested;
	const size_t until = packed->out != NULL ? packed->filled : packed->taken;

	digest_add(packed->digest, from, until - packed->digested);
	digest_add(packed->part, from, until - packed->digested);
	packed->digested = until;
}

struct packed *packed_make(const void *memory, const char *recipients, const char *also, int file)
{
	struct packed *packed = packed_new(memory);

	packed->out = ZSTD_createCCtx();
	if (packed->out == NULL)
		bug("no memory to compress with");
	ZSTD_CCtx_setParameter(packed->out, ZSTD_c_compressionLevel, LEVEL);
	ZSTD_CCtx_setParameter(packed->out, ZSTD_c_checksumFlag, 1);
	packed->age = age_encrypt(memory, recipients, also, file);
	return packed;
}

/* What is in `plain` becomes smaller and goes out; all of it with `end`. */
static void squeeze(struct packed *packed, ZSTD_EndDirective end)
{
	ZSTD_inBuffer from = { packed->plain, packed->filled, 0 };
	size_t left;

	digest_up(packed);
	do {
		ZSTD_outBuffer to = { packed->raw, PIECE, 0 };

		left = ZSTD_compressStream2(packed->out, &to, &from, end);
		if (ZSTD_isError(left))
			packed->broken = ZSTD_getErrorName(left);
		else if (!age_write(packed->age, packed->raw, to.pos))
			packed->broken = "it could not be written";
	} while (packed->broken == NULL && (from.pos < from.size || (end == ZSTD_e_end && left > 0)));
	packed->filled = packed->digested = 0;
}

void packed_add(struct packed *packed, const void *bytes, size_t size)
{
	const unsigned char *from = bytes;

	while (size > 0 && packed->broken == NULL) {
		size_t part = PIECE - packed->filled;

		if (part > size)
			part = size;
		memcpy(packed->plain + packed->filled, from, part);
		packed->filled += part;
		from += part;
		size -= part;
		if (packed->filled == PIECE)
			squeeze(packed, ZSTD_e_continue);
	}
}

struct packed *packed_open(const void *memory, const struct age_key *key, int file)
{
	struct packed *packed = packed_new(memory);

	packed->in = ZSTD_createDCtx();
	if (packed->in == NULL)
		bug("no memory to decompress with");
	ZSTD_DCtx_setParameter(packed->in, ZSTD_d_windowLogMax, WINDOW);
	packed->rest = (ZSTD_inBuffer){ packed->raw, 0, 0 };
	packed->whole = true;
	packed->age = age_decrypt(memory, key, file);
	return packed;
}

/* More bytes into `plain`; false at the end, or when something is wrong. */
static bool refill(struct packed *packed)
{
	digest_up(packed);
	packed->filled = packed->taken = packed->digested = 0;
	while (packed->broken == NULL) {
		ZSTD_outBuffer to = { packed->plain, PIECE, 0 };
		size_t left;

		if (packed->rest.pos == packed->rest.size) {
			packed->rest.size = age_read(packed->age, packed->raw, PIECE);
			packed->rest.pos = 0;
			packed->ended = packed->rest.size == 0;
			if (packed->ended)
				return false;
		}
		left = ZSTD_decompressStream(packed->in, &to, &packed->rest);
		if (ZSTD_isError(left))
			packed->broken = ZSTD_getErrorName(left);
		packed->whole = left == 0;
		packed->filled = to.pos;
		if (to.pos > 0)
			return packed->broken == NULL;
	}
	return false;
}

bool packed_get(struct packed *packed, void *bytes, size_t size)
{
	unsigned char *to = bytes;

	while (size > 0) {
		if (packed->taken == packed->filled && !refill(packed))
			return false;
		size_t part = packed->filled - packed->taken;

		if (part > size)
			part = size;
		memcpy(to, packed->plain + packed->taken, part);
		packed->taken += part;
		to += part;
		size -= part;
	}
	return true;
}

int packed_peek(struct packed *packed)
{
	if (packed->taken == packed->filled && !refill(packed))
		return -1;
	return packed->plain[packed->taken];
}

int packed_byte(struct packed *packed)
{
	const int byte = packed_peek(packed);

	packed->taken += byte >= 0;
	return byte;
}

const char *packed_digest(struct packed *packed)
{
	digest_up(packed);
	return digest_so_far(packed->memory, packed->digest);
}

void packed_part(struct packed *packed)
{
	digest_up(packed);
	digest_close(packed->part);
	packed->part = digest_open(packed->memory);
}

const char *packed_part_digest(struct packed *packed)
{
	digest_up(packed);
	return digest_so_far(packed->memory, packed->part);
}

bool packed_end(struct packed *packed, const char **why)
{
	const char *age_says;
	bool good;

	if (packed->out != NULL)
		squeeze(packed, ZSTD_e_end);
	good = age_end(packed->age, &age_says);
	if (good && packed->ended && packed->broken == NULL && !packed->whole)
		packed->broken = "it is cut off";
	*why = packed->broken;
	if (!good && (packed->ended || packed->out != NULL))
		*why = age_says;
	ZSTD_freeCCtx(packed->out);
	ZSTD_freeDCtx(packed->in);
	digest_close(packed->digest);
	digest_close(packed->part);
	return good && packed->broken == NULL && (packed->ended || packed->out != NULL);
}
