/* Setting up the team: what is there, what is missing, opening the public pages
 * and closing them; and the parts that are plain forms. */
#include "pages/admin/setup.h"

#include <string.h>

#include "site.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/view.h"

enum { PHONE_BYTES = 30 };

static const struct field version_field = { "version", NUMBER, .hidden = true, .max = 1000000000,
	.label = N_("Version") };

const struct team *setup_team_now(struct request *r)
{
	const struct team *team = team_load(r->work, r->work->memory);
	static const struct team nothing = {
		.code = "", .name = "", .short_name = "", .country = "", .zone = "",
		.email = "", .phone = "", .emergency_phone = "", .address = "",
		.privacy_contact = "", .complaint_body = "",
	};

	return team != NULL ? team : &nothing;
}

const char *setup_phone(struct request *r, const char *typed)
{
	const char *phone = text_ascii_digits(r->work->memory, text_bare(r->work->memory, typed));
	size_t digits = 0;

	for (const char *c = phone; *c != '\0'; c++)
		digits += *c >= '0' && *c <= '9';
	return digits >= 2 && strlen(phone) <= PHONE_BYTES
	    && strspn(phone, "0123456789 +().-") == strlen(phone)
	    && strchr(phone + 1, '+') == NULL ? phone : NULL;
}


/* A part on its page. */

static int show_part(struct request *r, const struct setup_part *part, bool stale)
{
	const struct team *team = setup_team_now(r);
	size_t theirs = 0;

	form_show(r, part->form);
	for (const struct field *field = part->form; field->name != NULL; field++) {
		const char *value = field->hidden ? NULL : part->value(r, team, field->name);
		const char *under;

		if (field->hidden)
			continue;
		form_set(r, field->name, value);
		if (!stale || text_is_empty(value))
			continue;
		under = memory_printf(r->work->memory, "theirs.%zu", theirs++);
		view_text(r, memory_printf(r->work->memory, "%s.label", under), field->label);
		view_text(r, memory_printf(r->work->memory, "%s.value", under), value);
	}
	view_text(r, "part.title", part->title);
	view_text(r, "part.hint", part->hint);
	view_text(r, "part.path", memory_printf(r->work->memory, "/admin/setup/%s", part->path));
	/* Sending a stale form again is a decision. */
	view_number(r, "part.version", setup_version(r->work, part->name));
	view_flag(r, "stale", stale);
	if (stale) {
		form_keep(r);
		return show_status(r, 409, "admin/setup_part.cs");
	}
	return show(r, "admin/setup_part.cs");
}

int setup_show(struct request *r, const struct setup_part *part)
{
	return show_part(r, part, false);
}

int setup_show_stale(struct request *r, const struct setup_part *part)
{
	return show_part(r, part, true);
}

int setup_saved(struct request *r, const char *path)
{
	team_changes();
	tell(r, N_("Saved."));
	return redirect(r, path);
}

static int after(struct request *r, const struct setup_part *part, enum setup_change change)
{
	switch (change) {
	case SETUP_SAVED:      return setup_saved(r, "/admin/setup");
	case SETUP_STALE:      return setup_show_stale(r, part);
	case SETUP_CODE_FIXED:
	case SETUP_UNKNOWN:
	case SETUP_FULL:       break;
	}
	return not_found(r);
}


/* Who the team is. */

static const char *team_value(struct request *r, const struct team *team, const char *field)
{
	(void)r;
	if (text_is(field, "name"))
		return team->name;
	if (text_is(field, "short_name"))
		return team->short_name;
	if (text_is(field, "code"))
		return team->code;
	return text_is(field, "country") ? team->country : team->zone;
}

static const struct field team_form[] = {
	{ "name", TEXT, true, N_("Name of the team"),
	  .hint = N_("In full, as it stands in letters."),
	  .missing = N_("Enter the name of the team"), .max = SETUP_NAME },
	{ "short_name", TEXT, true, N_("Short name"),
	  .hint = N_("At the top of every page, and in the apps of those who sign in."),
	  .missing = N_("Enter a short name"), .max = SETUP_SHORT_NAME },
	{ "code", TEXT, true, N_("Code for references"),
	  .hint = N_("Two to twelve capital letters and digits. Every reference begins with it, as"
	      " in CERTXY-2026-7K3WQ9D. Once there is a report it cannot be changed."),
	  .missing = N_("Enter a code for references") },
	{ "country", TEXT, true, N_("Country"),
	  .missing = N_("Enter the country"), .max = SETUP_COUNTRY },
	{ "zone", TEXT, true, N_("Time zone"),
	  .hint = N_("Its name in the IANA list, as in Africa/Nairobi. Hours and deadlines are in it."),
	  .missing = N_("Enter the time zone"), .max = 64 },
	version_field,
	{ NULL }
};

static const struct setup_part team_part = {
	"team", "team", N_("The team"), NULL, team_form, team_value,
};

int page_setup_team(struct request *r)
{
	view_flag(r, "part.code_fixed", setup_code_is_fixed(r->work));
	return setup_show(r, &team_part);
}

int post_setup_team(struct request *r)
{
	const char *code, *zone;
	enum setup_change change;

	if (!form_accept(r, team_form))
		return show_again(r, page_setup_team);
	code = text_upper(r->work->memory, text_ascii_digits(r->work->memory, form_text(r, "code")));
	zone = form_text(r, "zone");
	if (!setup_code_is_good(code))
		form_complain(r, "code", N_("Use two to twelve letters A to Z and digits, a letter first"));
	if (!zone_exists(zone))
		form_complain(r, "zone", N_("There is no such time zone. Write its name as in"
		    " Africa/Nairobi or America/Lima"));
	if (!form_is_good(r))
		return show_again(r, page_setup_team);
	change = setup_team(r->work, form_number(r, "version"), code, form_text(r, "name"),
	    form_text(r, "short_name"), form_text(r, "country"), zone);
	if (change == SETUP_CODE_FIXED) {
		form_complain(r, "code", N_("There are reports whose references carry the code."
		    " It stays as it is"));
		return show_again(r, page_setup_team);
	}
	return after(r, &team_part, change);
}


/* How it is reached. */

static const char *contact_value(struct request *r, const struct team *team, const char *field)
{
	(void)r;
	if (text_is(field, "phone"))
		return team->phone;
	if (text_is(field, "email"))
		return team->email;
	return text_is(field, "address") ? team->address : team->emergency_phone;
}

static const struct field contact_form[] = {
	{ "phone", TEXT, true, N_("Phone"), .hint = N_("With the country code."),
	  .missing = N_("Enter a phone number"), .max = PHONE_BYTES, .autocomplete = "off" },
	{ "email", EMAIL, true, N_("E-mail address"),
	  .hint = N_("Where reports may be sent by mail."),
	  .missing = N_("Enter a mail address"), .autocomplete = "off" },
	{ "emergency_phone", TEXT, true, N_("Emergency number of the country"),
	  .hint = N_("Police, fire, ambulance: shown first to whoever is in danger."),
	  .missing = N_("Enter the emergency number"), .max = PHONE_BYTES, .autocomplete = "off" },
	{ "address", LINES, .label = N_("Postal address"), .max = SETUP_ADDRESS },
	version_field,
	{ NULL }
};

static const struct setup_part contact_part = {
	"contact", "contact", N_("How the team is reached"), NULL, contact_form, contact_value,
};

int page_setup_contact(struct request *r)
{
	return setup_show(r, &contact_part);
}

int post_setup_contact(struct request *r)
{
	const char *phone, *emergency;

	if (!form_accept(r, contact_form))
		return show_again(r, page_setup_contact);
	phone = setup_phone(r, form_text(r, "phone"));
	emergency = setup_phone(r, form_text(r, "emergency_phone"));
	if (phone == NULL)
		form_complain(r, "phone", N_("Enter a phone number: digits, with + and spaces"));
	if (emergency == NULL)
		form_complain(r, "emergency_phone", N_("Enter a phone number: digits, with + and spaces"));
	if (!form_is_good(r))
		return show_again(r, page_setup_contact);
	return after(r, &contact_part, setup_contact(r->work, form_number(r, "version"), phone,
	    form_text(r, "email"), emergency, form_text(r, "address")));
}


/* What it does with people's data. */

static const char *privacy_value(struct request *r, const struct team *team, const char *field)
{
	if (text_is(field, "contact"))
		return team->privacy_contact;
	if (text_is(field, "complaint_body"))
		return team->complaint_body;
	return team->retention_months == 0 ? NULL
	    : memory_printf(r->work->memory, "%lld", (long long)team->retention_months);
}

static const struct field privacy_form[] = {
	{ "contact", TEXT, true, N_("Who answers questions about personal data"),
	  .hint = N_("A mail address, or a name and how to reach them."),
	  .missing = N_("Enter who answers questions about personal data"), .max = 254 },
	{ "retention", NUMBER, true, N_("Months that a closed report is kept"),
	  .hint = N_("Then names, addresses and messages are erased."),
	  .missing = N_("Enter a number of months"), .min = 1, .max = SETUP_RETENTION },
	{ "complaint_body", LINES, .label = N_("Where people may complain"),
	  .hint = N_("The country's authority for data protection, with its address or phone."),
	  .max = 400 },
	version_field,
	{ NULL }
};

static const struct setup_part privacy_part = {
	"privacy", "privacy", N_("Privacy"), NULL, privacy_form, privacy_value,
};

int page_setup_privacy(struct request *r)
{
	return setup_show(r, &privacy_part);
}

int post_setup_privacy(struct request *r)
{
	if (!form_accept(r, privacy_form))
		return show_again(r, page_setup_privacy);
	return after(r, &privacy_part, setup_privacy(r->work, form_number(r, "version"),
	    form_text(r, "contact"), form_text(r, "complaint_body"), form_number(r, "retention")));
}


/* What it says of itself, language by language. */

static const struct field texts_form[] = {
	{ "name", TEXT, .label = N_("Name of the team in this language"),
	  .hint = N_("Empty: the name of the team as it is elsewhere."), .max = SETUP_NAME },
	{ "about", LINES, .label = N_("Who we are and what we are here for"),
	  .hint = N_("A few sentences on the first page: whom the team helps, with what, what it"
	      " costs."), .max = SETUP_TEXT },
	{ "emergency", LINES, .label = N_("What to do in an emergency"),
	  .hint = N_("One sentence beside the emergency number, where there is more to say than the"
	      " number."), .max = 400 },
	{ "help_yes", LINES, .label = N_("What the team helps with"),
	  .hint = N_("Before the report form. Empty: a general list of ours."), .max = SETUP_TEXT },
	{ "help_no", LINES, .label = N_("What the team cannot do"),
	  .hint = N_("Before the report form. Empty: a general list of ours."), .max = SETUP_TEXT },
	{ "vulnerability_scope", LINES, .label = N_("Which vulnerabilities the team takes up"),
	  .hint = N_("On the page about vulnerabilities. Empty: general words of ours."),
	  .max = SETUP_TEXT },
	{ "vulnerability_promise", LINES, .label = N_("What it promises to who found one"),
	  .hint = N_("On the page about vulnerabilities. Empty: general words of ours."),
	  .max = SETUP_TEXT },
	{ "safe_harbour", LINES, .label = N_("What who looks for them need not fear"),
	  .hint = N_("On the page about vulnerabilities. Empty: general words of ours."),
	  .max = SETUP_TEXT },
	version_field,
	{ NULL }
};

/* The language that the address names; NULL: it is none of ours. */
static const struct language *language_asked(struct request *r)
{
	return language_by_code(path_word(r, "language"));
}

static const char *texts_value(struct request *r, const struct team *team, const char *field)
{
	for (size_t i = 0; i < team->text_count; i++)
		if (text_is(team->texts[i].language, language_asked(r)->code)
		    && text_is(team->texts[i].name, field))
			return team->texts[i].value;
	return NULL;
}

static struct setup_part texts_part(struct request *r)
{
	const struct language *language = language_asked(r);
	struct setup_part part = {
		memory_printf(r->work->memory, "texts-%s", language->code),
		memory_printf(r->work->memory, "texts/%s", language->code),
		N_("What the team says of itself"),
		N_("Written by you, in the language of the page. Where a text is missing, people read"
		    " the English one."),
		texts_form, texts_value,
	};

	view_text(r, "part.language", language->name);
	view_text(r, "part.lang", language->code);
	return part;
}

int page_setup_texts(struct request *r)
{
	struct setup_part part;

	if (language_asked(r) == NULL)
		return not_found(r);
	part = texts_part(r);
	return setup_show(r, &part);
}

int post_setup_texts(struct request *r)
{
	enum { TEXTS = sizeof texts_form / sizeof texts_form[0] - 2 };
	struct setup_text texts[TEXTS];
	struct setup_part part;

	if (language_asked(r) == NULL)
		return not_found(r);
	if (!form_accept(r, texts_form))
		return show_again(r, page_setup_texts);
	if (language_asked(r) == language_at(0) && text_is_empty(form_text(r, "about"))) {
		form_complain(r, "about", N_("Write a few sentences about the team"));
		return show_again(r, page_setup_texts);
	}
	part = texts_part(r);
	for (size_t i = 0; i < TEXTS; i++)
		texts[i] = (struct setup_text){ texts_form[i].name, form_text(r, texts_form[i].name) };
	return after(r, &part, setup_texts(r->work, form_number(r, "version"),
	    language_asked(r)->code, texts, TEXTS));
}


/* All of it, and the public pages. */

/* A row of the list: what the part says now, or that it is missing. */
static void pour_part(struct request *r, size_t n, const char *path, const char *title,
	bool missing, const char *said)
{
	const char *under = memory_printf(r->work->memory, "parts.%zu", n);

	view_text(r, memory_printf(r->work->memory, "%s.path", under),
	    memory_printf(r->work->memory, "/admin/setup/%s", path));
	view_text(r, memory_printf(r->work->memory, "%s.title", under), title);
	view_flag(r, memory_printf(r->work->memory, "%s.missing", under), missing);
	view_text(r, memory_printf(r->work->memory, "%s.said", under), said);
}

static const char *hours_said(struct request *r, const struct team *team, bool missing)
{
	unsigned open = 0, days = 0;

	if (missing)
		return NULL;
	if (team->hours.span_count == 0)
		return t("Day and night");
	for (size_t i = 0; i < team->hours.span_count; i++)
		open |= 1u << team->hours.spans[i].weekday;
	for (int day = 1; day <= 7; day++)
		days += (open >> day) & 1;
	return t_fill(r->work->memory, tn("{n} day a week", "{n} days a week", (long)days),
	    "n", memory_printf(r->work->memory, "%u", days), NULL);
}

static const char *counted(struct request *r, const char *sentence, long n)
{
	return t_fill(r->work->memory, sentence, "n",
	    memory_printf(r->work->memory, "%ld", n), NULL);
}

static const char *about_said(struct request *r, const struct team *team, const char *language)
{
	for (size_t i = 0; i < team->text_count; i++)
		if (text_is(team->texts[i].language, language)
		    && text_is(team->texts[i].name, "about"))
			return text_cut(r->work->memory, team->texts[i].value, 80);
	return NULL;
}

static void pour_parts(struct request *r, const struct team *team, unsigned missing)
{
	size_t n = 0;

	pour_part(r, n++, "team", N_("The team"), missing & MISSING_TEAM, team->name);
	pour_part(r, n++, "contact", N_("How the team is reached"), missing & MISSING_CONTACT,
	    team->phone);
	pour_part(r, n++, "hours", N_("Hours"), missing & MISSING_HOURS,
	    hours_said(r, team, missing & MISSING_HOURS));
	pour_part(r, n++, "hotlines", N_("Hotlines"), false, team->hotline_count == 0 ? NULL
	    : counted(r, tn("{n} hotline", "{n} hotlines", (long)team->hotline_count),
	    (long)team->hotline_count));
	pour_part(r, n++, "privacy", N_("Privacy"), missing & MISSING_PRIVACY,
	    team->retention_months == 0 ? NULL : counted(r,
	    tn("{n} month", "{n} months", (long)team->retention_months),
	    (long)team->retention_months));
	for (size_t i = 0; i < language_count(); i++, n++) {
		const struct language *language = language_at(i);

		pour_part(r, n, memory_printf(r->work->memory, "texts/%s", language->code),
		    N_("What the team says of itself"), i == 0 && (missing & MISSING_TEXTS),
		    about_said(r, team, language->code));
		view_text(r, memory_printf(r->work->memory, "parts.%zu.language", n), language->name);
		view_text(r, memory_printf(r->work->memory, "parts.%zu.lang", n), language->code);
	}
}

int page_setup(struct request *r)
{
	const struct team *team = setup_team_now(r);
	unsigned missing = setup_missing(r->work, team, language_at(0)->code);

	view_moment(r, "setup.opened_at", team->opened_at);
	view_number(r, "setup.missing", __builtin_popcount(missing));
	pour_parts(r, team, missing);
	return show(r, "admin/setup.cs");
}

int post_setup_open(struct request *r)
{
	if (setup_open(r->work, language_at(0)->code)) {
		team_changes();
		tell(r, N_("The public pages are open. Within seconds everybody can read them and"
		    " report."));
	} else {
		tell(r, N_("The public pages stay closed: something is still missing."));
	}
	return redirect(r, "/admin/setup");
}

int page_setup_close(struct request *r)
{
	if (setup_team_now(r)->opened_at == 0)
		return redirect(r, "/admin/setup");
	return show(r, "admin/setup_close.cs");
}

int post_setup_close(struct request *r)
{
	setup_close(r->work);
	team_changes();
	tell(r, N_("The public pages are closed. The desk works as before."));
	return redirect(r, "/admin/setup");
}
