/* Setting up the team: who it is, how it is reached, what it does with people's
 * data. */
#include "pages/admin/setup_part.h"

#include "site.h"
#include "web/language.h"
#include "web/view.h"


/* Who it is ---------------------------------------------------------------------- */

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
	SETUP_VERSION,
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
	return setup_after(r, &team_part, change);
}


/* How it is reached -------------------------------------------------------------- */

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
	  .missing = N_("Enter a phone number"), .max = SETUP_PHONE, .autocomplete = "off" },
	{ "email", EMAIL, true, N_("E-mail address"),
	  .hint = N_("Where reports may be sent by mail."),
	  .missing = N_("Enter a mail address"), .autocomplete = "off" },
	{ "emergency_phone", TEXT, true, N_("Emergency number of the country"),
	  .hint = N_("Police, fire, ambulance: shown first to whoever is in danger."),
	  .missing = N_("Enter the emergency number"), .max = SETUP_PHONE, .autocomplete = "off" },
	{ "address", LINES, .label = N_("Postal address"), .max = SETUP_ADDRESS },
	SETUP_VERSION,
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
	else if (*phone != '+')
		form_complain(r, "phone", N_("Begin with + and the country code, as in +230 555 0100"));
	if (emergency == NULL)
		form_complain(r, "emergency_phone", N_("Enter a phone number: digits, with + and spaces"));
	if (!form_is_good(r))
		return show_again(r, page_setup_contact);
	return setup_after(r, &contact_part, setup_contact(r->work, form_number(r, "version"), phone,
	    form_text(r, "email"), emergency, form_text(r, "address")));
}


/* What it does with people's data ------------------------------------------------ */

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
	SETUP_VERSION,
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
	return setup_after(r, &privacy_part, setup_privacy(r->work, form_number(r, "version"),
	    form_text(r, "contact"), form_text(r, "complaint_body"), form_number(r, "retention")));
}
