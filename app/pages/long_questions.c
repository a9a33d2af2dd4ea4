/* The questions of a specialist's report, of one about a weakness, and of who asks
 * for a project, as data. */
#include "pages/long_questions.h"

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "domain/taxonomy.h"
#include "pages/files.h"
#include "pages/questions.h"
#include "web/language.h"

enum { QUESTIONS_ON_A_LONG_PAGE = 32, CLASSES = 100 };

static const struct choice recovery[] = {
	{ "hours", N_("Hours") },
	{ "days", N_("Days") },
	{ "weeks", N_("Weeks") },
	{ "help", N_("We cannot recover without help") },
	{ "unknown", N_("I do not know") },
	{ NULL }
};

static const struct choice wanted[] = {
	{ "inform", N_("Tell those who are affected") },
	{ "coordinate", N_("Coordinate with other teams") },
	{ "handle", N_("Help us to handle it") },
	{ "takedown", N_("Have something taken down") },
	{ "knowledge", N_("Tell us what you know about it") },
	{ "nothing", N_("Nothing, this is for your information") },
	{ NULL }
};

static const struct choice tlp[] = {
	{ "red", "TLP:RED", N_("Only the people who handle it") },
	{ "strict", "TLP:AMBER+STRICT", N_("Only our team") },
	{ "amber", "TLP:AMBER", N_("Our team, and those it serves who need it to protect themselves") },
	{ "green", "TLP:GREEN", N_("Other security teams, not the public") },
	{ "clear", "TLP:CLEAR", N_("Anybody") },
	{ NULL }
};

static const struct choice vendor_told[] = {
	{ "answered", N_("Yes, and they answered") },
	{ "silent", N_("Yes, and they did not answer") },
	{ "no", N_("No, you may tell them") },
	{ "wait", N_("No, talk to me first") },
	{ NULL }
};

static const struct choice yes_no[] = {
	{ "yes", N_("Yes") }, { "no", N_("No") }, { "unknown", N_("I do not know") }, { NULL }
};

static const struct choice consent[] = {
	{ "yes", N_("Yes") }, { "no", N_("No") }, { NULL }
};

static const struct choice credit[] = {
	{ "named", N_("Yes, by my name") },
	{ "other", N_("Yes, by another name") },
	{ "none", N_("No, leave me out") },
	{ NULL }
};

static const struct choice asks_as[] = {
	{ "state", N_("A government, or one of its agencies") },
	{ "team", N_("A response team that there is already") },
	{ "supporter", N_("An organisation that wants to support such projects") },
	{ "other", N_("Somebody else") },
	{ NULL }
};

static const struct choice phases[] = {
	{ "assessment", N_("Assessment") },
	{ "design", N_("Design") },
	{ "establishment", N_("Establishment") },
	{ "enhancement", N_("Enhancement") },
	{ "unknown", N_("I do not know") },
	{ NULL }
};

/* Filled with the taxonomy when it is asked. */
static const struct choice no_classes[] = { { NULL } };

/* Who a specialist is and how to reach them, on both pages. A row with a name alone
 * is asked as the personal track asks it. */
#define WHO_THEY_ARE \
	{ "name" }, \
	{ "org_name", TEXT, false, N_("Your team or organisation"), .max = 200, \
	    .autocomplete = "organization" }, \
	{ "email" }, \
	{ "phone" }, \
	{ "openpgp", LINES, false, N_("Your OpenPGP key"), \
	    N_("Its fingerprint, or the public key as text."), \
	    .max = 50000, .literal = true }, \
	{ "language" }

static const struct field of_technical[] = {
	{ "description", LINES, true, N_("What happened?"),
	    N_("The facts in their order. Do not include passwords."), .max = 10000,
	    .missing = N_("Tell us what happened, even if it is one sentence") },
	{ "rsit", CHOICE, false, N_("Class"),
	    N_("From the Reference Security Incident Taxonomy (RSIT), if you know it."),
	    .choices = no_classes },
	{ "ongoing" },
	{ "started", DAY_OR_TEXT, false, N_("When did it begin?"), .max = 100 },
	{ "noticed" },
	{ "zone", TEXT, false, N_("Time zone of these times, and of those in your text"),
	    N_("For example UTC or +03:00. Left empty, it is our own."), .max = 40, .literal = true },
	{ "systems", LINES, false, N_("Affected systems and networks"),
	    N_("One per line: what they are, their addresses, their versions."), .max = 5000 },
	{ "service_impact" },
	{ "recovery", CHOICE, false, N_("How long do you expect recovery to take?"),
	    .choices = recovery },
	{ "indicators", LINES, false, N_("Indicators"),
	    N_("One per line: addresses, domains, links, file hashes, mail addresses. You can"
	       " write hxxp and [.]; it stays as you type it."), .max = 50000, .literal = true },
	FILES_QUESTION(N_("Add files"), N_("Logs, messages, images. Pack suspicious programs into an"
	    " encrypted archive and tell us its password.")),
	{ "logs", LINES, false, N_("Log lines, mail headers or other raw text"), .max = 100000,
	    .literal = true },
	{ "done", LINES, false, N_("What have you done so far?"), .max = 5000 },
	{ "wanted", CHOICES, false, N_("What would you like from us?"),
	    N_("Choose all that apply."), .choices = wanted },
	{ "their_reference", TEXT, false, N_("Your own reference"),
	    N_("We quote it when we answer."), .max = 100, .literal = true },
	{ "tlp", CHOICE, false, N_("Who may see what you send?"),
	    N_("Traffic Light Protocol 2.0. If you choose nothing, it is TLP:AMBER."), .choices = tlp },
	WHO_THEY_ARE,
	{ NULL }
};

static const struct field of_finders[] = {
	{ "product", TEXT, true, N_("Which product, service or website is it in?"), .max = 200,
	    .missing = N_("Enter the product, service or website") },
	{ "vendor", TEXT, false, N_("Who makes or runs it?"), .max = 200 },
	{ "versions", TEXT, false, N_("Which versions?"),
	    N_("The ones you tried, and others you know of."), .max = 500 },
	{ "cve", TEXT, false, N_("CVE number, if there is one"), N_("Like CVE-2026-12345."),
	    .max = 200, .literal = true },
	{ "description", LINES, true, N_("What is the weakness?"),
	    N_("What kind it is and where. Do not include passwords, or data of other people."),
	    .max = 10000, .missing = N_("Tell us what the weakness is, even if it is one sentence") },
	{ "impact", LINES, false, N_("What could somebody do with it?"), .max = 5000 },
	{ "steps", LINES, false, N_("Steps to reproduce it"),
	    N_("What you did or sent, and what came back."), .max = 20000 },
	FILES_QUESTION(N_("Add files"), N_("Images, recordings, code that shows it.")),
	{ "found_how", LINES, false, N_("How did you find it?"), .max = 2000 },
	{ "exploited", CHOICE, false, N_("Is it being used in attacks?"), .choices = yes_no },
	{ "vendor_told", CHOICE, false, N_("Have you told its maker or owner?"),
	    .choices = vendor_told },
	{ "vendor_when", DAY_OR_TEXT, false, N_("When did you tell them?"), .max = 100 },
	{ "vendor_name", CHOICE, false, N_("May we tell them who you are?"),
	    N_("If you choose nothing, we do not."), .choices = consent },
	{ "public", CHOICE, false, N_("Is it public already?"), .choices = yes_no },
	{ "disclosure", DAY_OR_TEXT, false, N_("When would you like to publish it?"),
	    N_("We agree on the day with you and the maker."), .max = 100, .ahead = true },
	{ "credit", CHOICE, false, N_("May we thank you by name when it is published?"),
	    .choices = credit },
	{ "credit_name", TEXT, false, N_("The other name"), .max = 200 },
	WHO_THEY_ARE,
	{ NULL }
};

static const struct field of_programme[] = {
	{ "asks_as", CHOICE, true, N_("Who is asking?"), .choices = asks_as,
	  .missing = N_("Choose who is asking") },
	{ "org_name", TEXT, true, N_("Your organisation"), .max = 200,
	  .autocomplete = "organization", .missing = N_("Enter the name of your organisation") },
	{ "country", TEXT, true, N_("For which country?"),
	  N_("Whoever wishes to support several may name a region."), .max = 100,
	  .missing = N_("Enter a country or region") },
	{ "phase", CHOICE, false, N_("Which phase is it about?"), .choices = phases },
	{ "description", LINES, true, N_("What is wanted?"),
	  N_("What you would like to achieve, and by when. Whoever offers support says what: money,"
	     " people, equipment, training."), .max = 10000,
	  .missing = N_("Tell us what is wanted, even if it is one sentence") },
	{ "there_is", LINES, false, N_("What is there already?"),
	  N_("For example a law or mandate, a responsible agency, people, rooms, money."),
	  .max = 5000 },
	{ "name", TEXT, true, N_("Full name"), .max = 200, .autocomplete = "name",
	  .missing = N_("Enter your name") },
	{ "post", TEXT, false, N_("Your post"), .max = 200, .autocomplete = "organization-title" },
	{ "email", EMAIL, true, N_("E-mail address"),
	  N_("We answer there that your request arrived, and when there is an answer to it."),
	  .autocomplete = "email", .missing = N_("Enter your e-mail address") },
	{ "phone" },
	{ "language" },
	{ NULL }
};

static struct field *questions_of_table(const void *memory, const struct field *table)
{
	struct field *fields = memory_array(memory, struct field, QUESTIONS_ON_A_LONG_PAGE + 1);

	for (size_t i = 0; table[i].name != NULL; i++) {
		if (i == QUESTIONS_ON_A_LONG_PAGE)
			bug("more than %d questions on a page", QUESTIONS_ON_A_LONG_PAGE);
		fields[i] = table[i].kind != 0 ? table[i] : *question_by_name(table[i].name);
	}
	return fields;
}

/* "class/type", under the names of the classes. */
static const struct choice *classes_of(struct work *w)
{
	struct choice *classes = memory_array(w->memory, struct choice, CLASSES + 1);
	struct db_rows *rows = rsit_all(w);

	for (size_t i = 0; i < CLASSES && db_next(rows); i++)
		classes[i] = (struct choice){
			.value = memory_printf(w->memory, "%s/%s", db_get_text(rows, "class"),
			    db_get_text(rows, "name")),
			.label = db_get_text(rows, "label"), .group = db_get_text(rows, "class_label"),
		};
	return classes;
}

const struct field *technical_questions(struct work *w)
{
	struct field *fields = questions_of_table(w->memory, of_technical);

	for (struct field *field = fields; field->name != NULL; field++)
		if (text_is(field->name, "rsit"))
			field->choices = classes_of(w);
	return fields;
}

const struct field *vulnerability_questions(struct work *w)
{
	return questions_of_table(w->memory, of_finders);
}

const struct field *programme_questions(struct work *w)
{
	return questions_of_table(w->memory, of_programme);
}

const struct field *long_questions_of(const void *memory, const char *kind, const char *category)
{
	if (text_is(kind, "request"))
		return questions_of_table(memory, of_programme);
	if (text_is(category, "technical"))
		return questions_of_table(memory, of_technical);
	return text_is(category, "weakness") ? questions_of_table(memory, of_finders) : NULL;
}
