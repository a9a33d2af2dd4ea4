/* PNG (ISO/IEC 15948), chunk by chunk. Copied is what draws the picture; times, texts,
 * places and whatever else a camera or a program wrote into it stays behind. */
#include "formats/picture.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

static const char signature[] = "\x89PNG\r\n\x1a\n";

enum { SIGNATURE = 8, FRAME = 12, HEADER = 13 };   /* bytes; FRAME: length, name and check */

struct chunk {
	const unsigned char *name;     /* four letters, then the data */
	uint32_t size;
};

/* What has been seen so far. */
struct reading {
	bool header, palette, data, past_data, end;
};

static uint32_t number(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Annex D: CRC-32, bit by bit; a logo is small. */
static uint32_t check_of(const unsigned char *at, size_t size)
{
	uint32_t check = UINT32_MAX;

	for (size_t i = 0; i < size; i++) {
		check ^= at[i];
		for (int bit = 0; bit < 8; bit++)
			check = check >> 1 ^ (check & 1 ? 0xedb88320u : 0);
	}
	return ~check;
}

static bool is(const struct chunk *chunk, const char *name)
{
	return memcmp(chunk->name, name, 4) == 0;
}

/* Table 11.1: which depths go with which colours. */
static bool depth_is_allowed(unsigned depth, unsigned colour)
{
	switch (colour) {
	case 0:  return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
	case 3:  return depth == 1 || depth == 2 || depth == 4 || depth == 8;
	case 2:
	case 4:
	case 6:  return depth == 8 || depth == 16;
	default: return false;
	}
}

static bool read_header(const struct chunk *chunk, struct picture *picture)
{
	const unsigned char *at = chunk->name + 4;

	if (chunk->size != HEADER || !depth_is_allowed(at[8], at[9]) || at[10] != 0 || at[11] != 0
	    || at[12] > 1)
		return false;
	picture->width = number(at);
	picture->height = number(at + 4);
	return picture->width > 0 && picture->height > 0;
}

/* False: out of its place. `copied`: it draws. */
static bool take(struct reading *reading, const struct chunk *chunk, struct picture *picture,
	bool *copied)
{
	*copied = true;
	if (is(chunk, "IHDR")) {
		if (reading->header || !read_header(chunk, picture))
			return false;
		reading->header = true;
		return true;
	}
	if (!reading->header || reading->end)
		return false;
	if (is(chunk, "IDAT")) {
		reading->data = true;
		return !reading->past_data;
	}
	reading->past_data = reading->data;
	if (is(chunk, "IEND")) {
		reading->end = true;
		return reading->data && chunk->size == 0;
	}
	if (is(chunk, "PLTE")) {
		if (reading->palette || reading->data || chunk->size % 3 != 0 || chunk->size > 768)
			return false;
		return reading->palette = true;
	}
	*copied = !reading->data && (is(chunk, "tRNS") || is(chunk, "gAMA") || is(chunk, "sRGB")
	    || is(chunk, "cHRM"));
	/* A capital letter first: nobody can draw it without knowing this one. */
	return (chunk->name[0] & 0x20) != 0;
}

enum picture_refusal png_read(const void *memory, const char *bytes, size_t size,
	struct picture *picture)
{
	const unsigned char *at = (const unsigned char *)bytes + SIGNATURE;
	struct reading reading = { false };
	size_t left = size - SIGNATURE;
	struct buffer written;

	buffer_open(&written, memory, size);
	buffer_add_bytes(&written, signature, SIGNATURE);
	while (left >= FRAME) {
		const struct chunk chunk = { at + 4, number(at) };
		bool copied;

		if (chunk.size > left - FRAME
		    || number(at + 8 + chunk.size) != check_of(chunk.name, chunk.size + 4)
		    || !take(&reading, &chunk, picture, &copied))
			return PICTURE_BROKEN;
		if (copied)
			buffer_add_bytes(&written, at, FRAME + chunk.size);
		at += FRAME + chunk.size;
		left -= FRAME + chunk.size;
	}
	/* Nothing may hide behind it. */
	if (!reading.end || left != 0)
		return PICTURE_BROKEN;
	picture->type = "png";
	picture->bytes = written.data;
	picture->size = written.size;
	return PICTURE_GOOD;
}
