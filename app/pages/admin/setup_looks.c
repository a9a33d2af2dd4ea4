/* The team's own colour and logo: read with suspicion, shown before they count, taken
 * back with one button. */
#include "pages/admin/setup_part.h"

#include "base/digest.h"
#include "domain/colour.h"
#include "formats/picture.h"
#include "looks.h"
#include "pages/files.h"
#include "site.h"
#include "team_cache.h"
#include "upload.h"
#include "web/language.h"
#include "web/view.h"

enum {
	WIDEST = 6,            /* times its height */
	DIGEST_DIGITS = 32,
	SHOWN_HEIGHT = 72,     /* on this page */
};

static const char looks_path[] = "/admin/setup/looks";

static const struct field colour_form[] = {
	{ "colour", TEXT, .label = N_("Colour"), .literal = true, .autocomplete = "off",
	  .hint = N_("With three or six digits, as in #0f5c4d. Empty: the colours that Belfry comes"
	      " with."), .max = 20 },
	{ "look", NUMBER, .hidden = true, .max = 1, .label = N_("Show it first") },
	SETUP_VERSION,
	{ NULL }
};

static const struct field logo_form[] = {
	FILES_QUESTION(N_("Picture"), N_("PNG or SVG, at most 32 kB. It stands on white, beside the"
	    " team's name.")),
	SETUP_VERSION,
	{ NULL }
};

static const struct choice parts[] = { { "colour" }, { "logo" }, { NULL } };

static const struct field back_form[] = {
	{ "part", CHOICE, true, .label = N_("Colour and logo"), .hidden = true, .choices = parts },
	SETUP_VERSION,
	{ NULL }
};


/* The page. */

static void pour_tones(struct request *r, const char *under, const struct tones *tones,
	const char *on)
{
	const struct { const char *name; struct colour colour; } all[] = {
		{ "act", tones->act }, { "over", tones->over }, { "chosen", tones->chosen },
	};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		view_text(r, memory_printf(r->memory, "%s.%s", under, all[i].name),
		    colour_text(r->memory, all[i].colour));
	view_text(r, memory_printf(r->memory, "%s.on", under), on);
}

/* How pages look with it. */
static void pour_preview(struct request *r, struct colour colour)
{
	struct looks_tones tones;

	colour_tones(colour, &tones);
	view_text(r, "preview.colour", colour_text(r->memory, colour));
	view_text(r, "preview.band", colour_text(r->memory, tones.band));
	view_text(r, "preview.ratio", colour_ratio_text(r->memory, colour_on_light(colour)));
	pour_tones(r, "preview.light", &tones.light, "#ffffff");
	pour_tones(r, "preview.dark", &tones.dark, "#10161f");
}

static void pour_logo(struct request *r, const char *under, const struct logo *logo)
{
	if (logo->digest == NULL)
		return;
	view_text(r, memory_printf(r->memory, "%s.file", under), logo_file_name(r->memory, logo));
	view_number(r, memory_printf(r->memory, "%s.width", under),
	    logo->width * SHOWN_HEIGHT / logo->height);
	view_number(r, memory_printf(r->memory, "%s.height", under), SHOWN_HEIGHT);
}

int page_setup_looks(struct request *r)
{
	struct colour colour;
	struct look now, before;

	look_load(r->work, r->memory, &now, &before);
	form_show(r, colour_form);
	form_show(r, logo_form);
	form_set(r, "colour", now.colour);
	view_text(r, "now.colour", now.colour);
	view_text(r, "before.colour", before.colour);
	pour_logo(r, "now.logo", &now.logo);
	pour_logo(r, "before.logo", &before.logo);
	view_number(r, "part.version", look_version(r->work));
	if (r->method == GET && colour_read(now.colour, &colour))
		pour_preview(r, colour);
	return show(r, "admin/setup_looks.cs");
}

static int after(struct request *r, enum look_change change)
{
	switch (change) {
	case LOOK_SAVED:
		return setup_saved(r, looks_path);
	case LOOK_STALE:
		tell(r, N_("Somebody else changed the looks meanwhile, and nothing was overwritten. This is"
		    " what is there now."));
		break;
	case LOOK_NOTHING:
		tell(r, N_("Nothing was changed: it is as you want it."));
		break;
	}
	return redirect(r, looks_path);
}


/* The colour. */

/* What it lacks, measured, and the nearest that does not. */
static void complain_of_contrast(struct request *r, struct colour colour)
{
	const char *nearest = colour_text(r->memory, colour_nearest(colour));

	view_text(r, "nearest", nearest);
	form_complain(r, "colour", t_fill(r->memory, t("On our pages {colour} has a contrast of {ratio}"
	    " to 1, and text needs 4.50 to 1. The nearest that can be read is {nearest}"),
	    "colour", colour_text(r->memory, colour), "ratio",
	    colour_ratio_text(r->memory, colour_on_light(colour)), "nearest", nearest, NULL));
	pour_preview(r, colour_nearest(colour));
}

int post_setup_looks(struct request *r)
{
	struct colour colour;
	const char *typed;

	if (!form_accept(r, colour_form))
		return show_again(r, page_setup_looks);
	typed = form_text(r, "colour");
	if (typed == NULL)
		return after(r, look_colour(r->work, form_number(r, "version"), NULL));
	if (!colour_read(typed, &colour)) {
		form_complain(r, "colour", N_("Write the colour as in #0f5c4d"));
		return show_again(r, page_setup_looks);
	}
	if (!colour_is_readable(colour)) {
		complain_of_contrast(r, colour);
		return show_again(r, page_setup_looks);
	}
	if (form_number(r, "look") == 1) {
		form_keep(r);
		pour_preview(r, colour);
		return page_setup_looks(r);
	}
	return after(r, look_colour(r->work, form_number(r, "version"),
	    colour_text(r->memory, colour)));
}


/* The logo. */

static const char *refusal_said(struct request *r, enum picture_refusal refusal,
	const struct picture *picture)
{
	switch (refusal) {
	case PICTURE_GOOD:
		break;
	case PICTURE_UNKNOWN:
		return t("This file is neither PNG nor SVG. Save the logo as one of them");
	case PICTURE_BROKEN:
		return t("This file is damaged, or holds more than a picture. Save the logo anew, best as PNG");
	case PICTURE_PART:
		return t_fill(r->memory, t("This SVG has a part that we do not take: {name}. Shapes, gradients"
		    " and text are taken. Save it as plain SVG, or as PNG"), "name", picture->part, NULL);
	case PICTURE_VALUE:
		return t_fill(r->memory, t("This SVG runs or fetches something, in: {name}. Save it as plain"
		    " SVG, or as PNG"), "name", picture->part, NULL);
	case PICTURE_CROWDED:
		return t("This SVG has too many parts to be drawn quickly. Save the logo as PNG");
	}
	return NULL;
}

/* Of an SVG only the shape counts: its units are its own. */
static bool has_good_size(const struct picture *picture)
{
	const double wide = picture->width / picture->height;

	if (text_is(picture->type, "png") && (picture->width < LOGO_LEAST || picture->width > LOGO_MOST
	    || picture->height < LOGO_LEAST || picture->height > LOGO_MOST))
		return false;
	return wide <= WIDEST && wide >= 1.0 / WIDEST;
}

/* NULL: it can be a logo. */
static const char *complaint(struct request *r, struct picture *picture)
{
	enum picture_refusal refusal;

	if (r->small_file == NULL || r->small_file->data == NULL)
		return t("Choose the file of the logo");
	if (r->small_file->full)
		return t("This file is larger than 32 kB, and every visitor would fetch it. Save it with fewer"
		    " points or colours");
	refusal = picture_read(r->memory, r->small_file->data, r->small_file->size, picture);
	if (refusal != PICTURE_GOOD)
		return refusal_said(r, refusal, picture);
	return has_good_size(picture) ? NULL
	    : t("A logo has 16 to 2000 points on each side, and is at most six times as wide as high");
}

/* An SVG counts as 1000 units high. */
static struct logo logo_of(struct request *r, const struct picture *picture)
{
	const bool drawn = text_is(picture->type, "svg");
	const double scale = drawn ? 1000 / picture->height : 1;

	return (struct logo){ picture->type,
		memory_printf(r->memory, "%.*s", DIGEST_DIGITS,
		    digest_hex(r->memory, picture->bytes, picture->size)),
		(int64_t)(picture->width * scale), (int64_t)(picture->height * scale),
		{ (const unsigned char *)picture->bytes, picture->size } };
}

int post_setup_logo(struct request *r)
{
	struct picture picture = { NULL };
	struct logo logo;
	const char *wrong;

	if (!form_accept(r, logo_form))
		return show_again(r, page_setup_looks);
	wrong = complaint(r, &picture);
	if (wrong != NULL) {
		form_complain(r, FILES_FIELD, wrong);
		return show_again(r, page_setup_looks);
	}
	logo = logo_of(r, &picture);
	return after(r, look_logo(r->work, form_number(r, "version"), &logo));
}

int post_setup_logo_remove(struct request *r)
{
	if (!form_accept(r, logo_form))
		return show_again(r, page_setup_looks);
	return after(r, look_logo(r->work, form_number(r, "version"), NULL));
}

int post_setup_looks_back(struct request *r)
{
	if (!form_accept(r, back_form))
		return show_again(r, page_setup_looks);
	return after(r, look_back(r->work, form_number(r, "version"), form_text(r, "part")));
}
