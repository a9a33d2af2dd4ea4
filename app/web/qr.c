/* A text as a QR code, by libqrencode. */
#include "web/qr.h"

#include <qrencode.h>
#include <stdbool.h>

#include "base/text.h"

enum { QUIET_ZONE = 4, SVG_BYTES = 256 * 1024 };

/* The dark modules as one path, a rectangle for each run in a row. */
static void add_path(struct buffer *svg, const QRcode *code)
{
	for (int y = 0; y < code->width; y++) {
		const unsigned char *row = code->data + y * code->width;

		for (int x = 0, run; x < code->width; x += run) {
			const bool dark = row[x] & 1;

			for (run = 1; x + run < code->width && (row[x + run] & 1) == dark; run++)
				;
			if (dark)
				buffer_printf(svg, "M%d %dh%dv1h-%dz",
				    x + QUIET_ZONE, y + QUIET_ZONE, run, run);
		}
	}
}

const char *qr_svg(const void *memory, const char *text)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	struct buffer svg;
	int side;

	if (code == NULL)
		return NULL;
	side = code->width + 2 * QUIET_ZONE;
	buffer_open(&svg, memory, SVG_BYTES);
	buffer_printf(&svg, "<svg class=\"qr\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
	    " shape-rendering=\"crispEdges\" aria-hidden=\"true\" focusable=\"false\">"
	    "<path fill=\"#fff\" d=\"M0 0h%dv%dh-%dz\"/><path fill=\"#000\" d=\"",
	    side * 5, side * 5, side, side, side, side, side);
	add_path(&svg, code);
	buffer_add(&svg, "\"/></svg>");
	QRcode_free(code);
	return svg.full ? NULL : buffer_text(&svg);
}
