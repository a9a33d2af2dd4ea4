/* A mail of anybody's words: the first line is the subject, the second the name
 * of the sender, the third the recipient, the rest the text. Whatever they are,
 * it has the planned headers, ASCII in lines that are short enough, and its text
 * comes back. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "mail/compose.h"
#include "mail/encode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must_hold(bool true_always)
{
	if (!true_always)
		abort();
}

static const char *const planned[] = { "Date: ", "From:", "To:", "Message-ID: ", "Subject:", "Auto-Submitted: ",
	"Content-Language:", "MIME-Version: ", "Content-Type: ", "Content-Transfer-Encoding: " };

/* Ends where the headers do. */
static const char *look_at_headers(const char *at)
{
	size_t count = 0;

	while (strncmp(at, "\r\n", 2) != 0) {
		const size_t size = strcspn(at, "\r\n");

		must_hold(at[size] == '\r' && at[size + 1] == '\n' && size <= 320);
		for (size_t i = 0; i < size; i++)
			must_hold(at[i] >= ' ' && at[i] <= '~');
		if (*at != ' ') {
			must_hold(count < sizeof planned / sizeof planned[0]);
			must_hold(text_starts(at, planned[count++]));
		}
		at += size + 2;
	}
	must_hold(count == sizeof planned / sizeof planned[0]);
	return at + 2;
}

static int digit(char c)
{
	return c >= 'A' ? c - 'A' + 10 : c - '0';
}

/* The text as it was, with CR gone and a line end at its end. */
static void look_at_body(const void *memory, const char *at, const char *text)
{
	struct buffer said, meant;

	buffer_open(&said, memory, 1 << 20);
	buffer_open(&meant, memory, 1 << 20);
	for (size_t column = 0; *at != '\0'; column++) {
		must_hold(column <= 76);
		if (strncmp(at, "=\r\n", 3) == 0 || strncmp(at, "\r\n", 2) == 0) {
			if (*at == '\r')
				buffer_add(&said, "\n");
			at += *at == '\r' ? 2 : 3;
			column = (size_t)-1;
			must_hold(*at != '.' && strncmp(at, "From ", 5) != 0);
		} else if (*at == '=') {
			const char byte = (char)(digit(at[1]) * 16 + digit(at[2]));

			buffer_add_bytes(&said, &byte, 1);
			at += 3;
			column += 2;
		} else {
			must_hold(*at >= ' ' && *at <= '~');
			buffer_add_bytes(&said, at++, 1);
		}
	}
	for (; *text != '\0'; text++)
		if (*text != '\r')
			buffer_add_bytes(&meant, text, 1);
	if (meant.size > 0 && !text_ends(buffer_text(&meant), "\n"))
		buffer_add(&meant, "\n");
	must_hold(text_is(buffer_text(&said), buffer_text(&meant)) || meant.size == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *memory = memory_root("fuzz");
	char *at = memory_text_of(memory, (const char *)data, strnlen((const char *)data, size));
	const char *parts[3], *why = NULL, *whole;
	struct mail mail = { .from = "team@cirt.example", .message_id = "a@cirt.example", .language = "en" };
	size_t length;

	for (size_t i = 0; i < 3; i++) {
		char *line_end = at + strcspn(at, "\n");

		parts[i] = at;
		at = *line_end != '\0' ? line_end + 1 : line_end;
		*line_end = '\0';
	}
	mail.subject = parts[0];
	mail.from_name = parts[1];
	mail.to = parts[2];
	mail.text = at;
	if (!mail_is_address(mail.to)) {
		must_hold(mail_compose(memory, &mail, &length, &why) == NULL);
		mail.to = "anna@example.org";
	}
	whole = mail_compose(memory, &mail, &length, &why);
	must_hold(whole != NULL && strlen(whole) == length);
	look_at_body(memory, look_at_headers(whole), mail.text);
	memory_end(memory);
	return 0;
}
