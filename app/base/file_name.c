/* What is left of a file's name when nobody is to be harmed by it. */
#include "base/file_name.h"

#include <string.h>
#include <strings.h>

#include <unictype.h>
#include <unistr.h>

#include "base/memory.h"
#include "base/text.h"

enum {
	READ_BYTES   = 64 * 1024,   /* of a name; longer ones are only their end */
	ENDING_BYTES = 16,          /* ".html", ".docx"; more is no ending */
};

/* After the last slash of either kind: some browsers sent whole paths. */
static void take_last_part(const char **name, size_t *size)
{
	for (size_t i = *size; i > 0; i--) {
		if ((*name)[i - 1] != '/' && (*name)[i - 1] != '\\')
			continue;
		*name += i;
		*size -= i;
		return;
	}
}

/* Nothing to see, or what changes how its neighbours are seen. */
static bool is_unseen(ucs4_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf
		| UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cn)
		|| uc_is_property(c, UC_PROPERTY_DEFAULT_IGNORABLE_CODE_POINT);
}

static bool is_space(ucs4_t c)
{
	return c == '\t' || c == '\n' || c == '\r'
		|| uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Z);
}

/* An order to a shell, a browser or a file system. */
static bool is_order(ucs4_t c)
{
	return c != 0 && c < 128 && strchr("<>:\"|?*$`%/\\", (int)c) != NULL;
}

/* Character by character; runs of white space become one space. */
static char *without_surprises(const void *memory, const char *name, size_t size)
{
	char *safe = memory_array(memory, char, size + 1), *to = safe;

	for (size_t i = 0; i < size; ) {
		ucs4_t c;
		int length = u8_mbtoucr(&c, (const uint8_t *)name + i, size - i);

		if (length <= 0) {             /* not UTF-8 */
			*to++ = '_';
			i++;
			continue;
		}
		if (is_space(c)) {
			if (to > safe && to[-1] != ' ')
				*to++ = ' ';
		} else if (is_order(c)) {
			*to++ = '_';
		} else if (!is_unseen(c)) {
			memcpy(to, name + i, (size_t)length);
			to += length;
		}
		i += (size_t)length;
	}
	*to = '\0';
	return safe;
}

/* ".hidden", "-option", "~user", "name.", "name ". */
static char *trimmed(char *name)
{
	size_t size;

	name += strspn(name, " .-~");
	size = strlen(name);
	while (size > 0 && (name[size - 1] == ' ' || name[size - 1] == '.'))
		name[--size] = '\0';
	return name;
}

/* CON, LPT1: devices of Windows whatever their ending. */
static bool is_device(const char *name)
{
	static const char *const devices[] = { "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$" };
	size_t size = strcspn(name, ".");

	while (size > 0 && name[size - 1] == ' ')
		size--;
	for (size_t i = 0; i < sizeof devices / sizeof devices[0]; i++)
		if (strlen(devices[i]) == size && strncasecmp(name, devices[i], size) == 0)
			return true;
	if (size < 4 || (strncasecmp(name, "COM", 3) != 0 && strncasecmp(name, "LPT", 3) != 0))
		return false;
	/* Superscript digits count as digits there. */
	return (size == 4 && name[3] >= '0' && name[3] <= '9')
		|| (size == 5 && (memcmp(name + 3, "¹", 2) == 0 || memcmp(name + 3, "²", 2) == 0
			|| memcmp(name + 3, "³", 2) == 0));
}

/* The beginning and the ending, cut between characters. */
static const char *shortened(const void *memory, const char *name)
{
	const char *dot = strrchr(name, '.');
	size_t size = strlen(name), ending, stem;

	if (size <= FILE_NAME_BYTES)
		return name;
	ending = dot != NULL && dot > name ? size - (size_t)(dot - name) : 0;
	if (ending > ENDING_BYTES)
		ending = 0;
	stem = FILE_NAME_BYTES - ending;
	while (stem > 0 && ((unsigned char)name[stem] & 0xc0) == 0x80)
		stem--;
	return memory_printf(memory, "%.*s%s", (int)stem, name, name + size - ending);
}

const char *file_name_safe(const void *memory, const char *name, size_t size)
{
	const char *safe;

	take_last_part(&name, &size);
	if (size > READ_BYTES) {
		name += size - READ_BYTES;
		size = READ_BYTES;
	}
	safe = text_normal(memory, without_surprises(memory, name, size));
	safe = trimmed(memory_text(memory, safe));
	if (is_device(safe))
		safe = memory_printf(memory, "_%s", safe);
	safe = trimmed(memory_text(memory, shortened(memory, safe)));
	return *safe != '\0' ? safe : "file";
}
