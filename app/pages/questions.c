/* The questions of the personal track, as data. */
#include "pages/questions.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "pages/choices.h"
#include "pages/sectors.h"
#include "web/language.h"

static const struct choice yes_no[] = {
	{ "yes", N_("Yes") }, { "no", N_("No") }, { "unknown", N_("I do not know") }, { NULL }
};

static const struct choice reporting_for[] = {
	{ "myself", N_("Myself") },
	{ "someone", N_("Someone else") },
	{ "business", N_("A business or organisation") },
	{ "government", N_("A government body") },
	{ "essential", N_("An essential service"), N_("Power, water, health, transport, bank, telecom") },
	{ "specialist", N_("I am a security specialist with technical details") },
	{ "witness", N_("I only want to tell you what I saw") },
	{ NULL }
};

/* The same words as the table `category`, which maps them to RSIT. */
static const struct choice categories[] = {
	{ "ransomware", N_("My files are locked or someone demands money") },
	{ "malware", N_("A virus or strange program") },
	{ "message", N_("A suspicious e-mail, message or call") },
	{ "fake_site", N_("A fake website or someone pretending to be us") },
	{ "account", N_("Someone got into my account") },
	{ "server", N_("Someone got into our server or network") },
	{ "website", N_("Our website was changed") },
	{ "outage", N_("A service is down or very slow") },
	{ "leak", N_("Information was stolen or published") },
	{ "money", N_("Money was taken or nearly taken") },
	{ "abuse", N_("Threats, abuse, images of me or a child") },
	{ "weakness", N_("I found a weakness in a system") },
	{ "unsure", N_("Something else, or I am not sure") },
	{ NULL }
};

static const struct choice affected[] = {
	{ "computer", N_("Computer or phone") },
	{ "email", N_("E-mail account") },
	{ "social", N_("Social media account") },
	{ "website", N_("Website") },
	{ "server", N_("Server or network") },
	{ "equipment", N_("Industrial or medical equipment") },
	{ "money", N_("Bank account or money") },
	{ "personal_data", N_("Personal data") },
	{ "other", N_("Something else") },
	{ "unknown", N_("I do not know") },
	{ NULL }
};

static const struct choice data_impact[] = {
	{ "no", N_("No") },
	{ "personal", N_("Yes, personal data") },
	{ "secrets", N_("Yes, business or state secrets") },
	{ "passwords", N_("Yes, passwords or keys") },
	{ "changed", N_("Yes, something was changed or deleted") },
	{ "unknown", N_("I do not know") },
	{ NULL }
};

static const struct choice service_impact[] = {
	{ "none", N_("Not at all") },
	{ "little", N_("A little, we can still work") },
	{ "badly", N_("Badly, part of it has stopped") },
	{ "stopped", N_("Everything has stopped") },
	{ "unknown", N_("I do not know") },
	{ NULL }
};

static const struct choice people[] = {
	{ "1", N_("One") },
	{ "2-10", "2–10" },
	{ "11-100", "11–100" },
	{ "101-1000", "101–1\u00a0000" },
	{ "1001-100000", "1\u00a0001–100\u00a0000" },
	{ "more", N_("More") },
	{ "unknown", N_("I do not know") },
	{ NULL }
};

static const struct choice want[] = {
	{ "stop", N_("Help to stop it") },
	{ "advice", N_("Advice") },
	{ "takedown", N_("Take down a website") },
	{ "police", N_("Pass it to the police") },
	{ "nothing", N_("Nothing, I am just telling you") },
	{ NULL }
};

static const struct choice told[] = {
	{ "police", N_("Police") },
	{ "bank", N_("Bank") },
	{ "data_protection", N_("Data protection authority") },
	{ "provider", N_("Internet provider") },
	{ "supplier", N_("Supplier of the system") },
	{ "team", N_("Another response team") },
	{ "nobody", N_("Nobody") },
	{ NULL }
};

static const struct choice on_behalf[] = {
	{ "yes", N_("Yes") },
	{ "no", N_("No, I am telling you about it") },
	{ NULL }
};

static const struct choice contact_how[] = {
	{ "email", N_("By e-mail") },
	{ "phone", N_("By phone") },
	{ "text", N_("By text message") },
	{ "page", N_("Only through the follow-up page") },
	{ NULL }
};

/* TLP in plain words; see tlp_of_sharing. */
static const struct choice sharing[] = {
	{ "team", N_("Only your team") },
	{ "organisation", N_("My organisation and you") },
	{ "partners", N_("Partners who need it to help"), N_("What most people choose") },
	{ "teams", N_("Other security teams") },
	{ "anyone", N_("Anyone, without my name") },
	{ NULL }
};

/* Filled with the languages of this installation when it is asked. */
static struct choice languages[17];

/* Of whom a question is asked. */
enum asked { EVERYBODY, OF_ORGANISATIONS, OF_OTHERS, ABOUT_MESSAGES, NOT_ABOUT_ABUSE };

static const struct question {
	const char *step;
	enum asked asked;
	struct field field;
} questions[] = {
	{ "who", EVERYBODY, { "reporting_for", CHOICE, true,
	    N_("Who are you reporting for?"), .choices = reporting_for,
	    .missing = N_("Choose who you are reporting for") } },
	{ "what", EVERYBODY, { "category", CHOICE, true,
	    N_("What happened?"), N_("Choose the closest. It is fine to be unsure."),
	    .choices = categories, .missing = N_("Choose what happened, or the last choice") } },
	{ "story", EVERYBODY, { "description", LINES, true,
	    N_("Tell us what happened"), N_("In your own words. Do not include passwords."),
	    .max = 10000, .missing = N_("Tell us what happened, even if it is one sentence") } },
	{ "story", ABOUT_MESSAGES, { "headers", LINES, false,
	    N_("Full e-mail source"), N_("Paste it if you know how to show it."), .max = 100000,
	    .literal = true } },
	{ "when", EVERYBODY, { "ongoing", CHOICE, false,
	    N_("Is it still happening?"), .choices = yes_no } },
	{ "when", EVERYBODY, { "noticed", DAY_OR_TEXT, false,
	    N_("When did you notice it?"), N_("A rough date is fine."), .max = 100 } },
	{ "when", EVERYBODY, { "started", DAY_OR_TEXT, false,
	    N_("When do you think it began?"), .max = 100 } },
	{ "affected", EVERYBODY, { "affected", CHOICES, false,
	    N_("What is affected?"), N_("Choose all that apply."), .choices = affected } },
	{ "affected", EVERYBODY, { "data_impact", CHOICES, false,
	    N_("Was information seen, taken, changed or deleted?"), N_("Choose all that apply."),
	    .choices = data_impact } },
	{ "affected", OF_ORGANISATIONS, { "indicators", LINES, false,
	    N_("Technical details"),
	    N_("One per line: addresses, domains, links, file hashes. You can write hxxp and [.]."),
	    .max = 50000, .literal = true } },
	{ "impact", OF_ORGANISATIONS, { "service_impact", CHOICE, false,
	    N_("How does it affect your work or service?"), .choices = service_impact } },
	{ "impact", EVERYBODY, { "people", CHOICE, false,
	    N_("About how many people are affected?"), N_("A guess is fine."), .choices = people } },
	{ "impact", EVERYBODY, { "loss", AMOUNT, false,
	    N_("Has money been lost?"), N_("The amount, if you know it.") } },
	{ "impact", EVERYBODY, { "loss_currency", TEXT, false,
	    N_("In which currency?"), .max = 40 } },
	{ "impact", EVERYBODY, { "deliberate", CHOICE, false,
	    N_("Do you think someone did this on purpose?"), .choices = yes_no } },
	{ "impact", EVERYBODY, { "crossborder", CHOICE, false,
	    N_("Could people or systems in other countries be affected?"), .choices = yes_no } },
	{ "help", EVERYBODY, { "done", LINES, false,
	    N_("What have you done so far?"),
	    N_("For example: disconnected the computer, changed passwords."), .max = 5000 } },
	{ "help", EVERYBODY, { "want", CHOICES, false,
	    N_("What would you like from us?"), N_("Choose all that apply."), .choices = want } },
	{ "help", EVERYBODY, { "told", CHOICES, false,
	    N_("Who else have you told?"), .choices = told } },
	{ "help", EVERYBODY, { "told_reference", TEXT, false,
	    N_("Their reference number, if you have one"), .max = 200 } },
	{ "files", NOT_ABOUT_ABUSE, { "files", FILES, false,
	    N_("Add files"),
	    N_("Screenshots, logs, e-mails. Not a suspicious program, unless we ask for it.") } },
	{ "contact", OF_ORGANISATIONS, { "org_name", TEXT, false,
	    N_("Name of the organisation"), .max = 200, .autocomplete = "organization" } },
	{ "contact", OF_ORGANISATIONS, { "org_sector", CHOICE, false,
	    N_("What does the organisation do?"), .choices = sectors } },
	{ "contact", OF_ORGANISATIONS, { "org_id", TEXT, false,
	    N_("Registration number"), .max = 50 } },
	{ "contact", OF_OTHERS, { "on_behalf", CHOICE, false,
	    N_("Are you allowed to report for them?"), .choices = on_behalf } },
	{ "contact", EVERYBODY, { "name", TEXT, false,
	    N_("Full name"), .max = 200, .autocomplete = "name" } },
	{ "contact", OF_ORGANISATIONS, { "role", TEXT, false,
	    N_("Your role"), .max = 100, .autocomplete = "organization-title" } },
	{ "contact", EVERYBODY, { "email", EMAIL, false,
	    N_("E-mail address we can safely use"),
	    N_("Use an account that is not affected. We only write about this report."),
	    .autocomplete = "email" } },
	{ "contact", EVERYBODY, { "phone", PHONE, false,
	    N_("Phone number"), N_("With the country code, like +999 20 555 0100."),
	    .autocomplete = "tel" } },
	{ "contact", EVERYBODY, { "contact_how", CHOICE, false,
	    N_("How should we contact you?"), .choices = contact_how } },
	{ "contact", EVERYBODY, { "contact_note", TEXT, false,
	    N_("Anything we should know before we contact you?"),
	    N_("For example: do not leave a message."), .max = 200 } },
	{ "contact", EVERYBODY, { "language", CHOICE, false,
	    N_("Which language should we use?"), .choices = languages } },
	{ "sharing", EVERYBODY, { "sharing", CHOICE, false,
	    N_("Who may we share this with?"),
	    N_("If you choose nothing, only partners who need it to help see it."),
	    .choices = sharing } },
};

enum { QUESTIONS = sizeof questions / sizeof questions[0] };

static const struct step steps[] = {
	{ "who", N_("Who are you reporting for?"), .single = true },
	{ "what", N_("What happened?"), .group = N_("What happened"), .single = true },
	{ "story", N_("Tell us what happened"), .group = N_("What happened") },
	{ "when", N_("When did it happen?"), .group = N_("What happened"), .may_skip = true },
	{ "affected", N_("What is affected?"), .group = N_("How bad it is"), .may_skip = true },
	{ "impact", N_("How bad is it?"), .group = N_("How bad it is"), .may_skip = true },
	{ "help", N_("What has been done, and what do you need?"), .group = N_("What you need"),
	    .may_skip = true },
	{ "files", N_("Add files"), .group = N_("Files"), .single = true, .may_skip = true },
	{ "contact", N_("How can we reach you?"),
	    N_("You can leave this empty. We may then be able to do less, and you can still"
	       " read our answer with your reference and secret."),
	    .group = N_("About you"), .may_skip = true },
	{ "sharing", N_("Who may we share this with?"), .group = N_("About you"),
	    .single = true, .may_skip = true },
};

enum { STEPS = sizeof steps / sizeof steps[0] };

size_t step_count(void)
{
	return STEPS - 1;
}

const struct step *step_at(size_t i)
{
	return &steps[i];
}

const struct step *step_by_name(const char *name)
{
	for (size_t i = 0; i < STEPS; i++)
		if (text_is(steps[i].name, name))
			return &steps[i];
	return NULL;
}

size_t step_number(const struct step *step)
{
	return (size_t)(step - steps);
}

bool is_for_organisation(const struct draft *answers)
{
	const char *whom = answers != NULL ? draft_value(answers, "reporting_for") : NULL;

	return text_is(whom, "business") || text_is(whom, "government") || text_is(whom, "essential");
}

bool takes_files(const char *category)
{
	return !text_is(category, "abuse");
}

static bool is_asked(enum asked asked, const struct draft *answers)
{
	switch (asked) {
	case EVERYBODY:        return true;
	case OF_ORGANISATIONS: return is_for_organisation(answers);
	case OF_OTHERS:        return is_for_organisation(answers) || (answers != NULL
	                           && text_is(draft_value(answers, "reporting_for"), "someone"));
	case ABOUT_MESSAGES:   return answers != NULL
	                           && text_is(draft_value(answers, "category"), "message");
	case NOT_ABOUT_ABUSE:  return answers == NULL
	                           || takes_files(draft_value(answers, "category"));
	}
	return false;
}

static void fill_languages(void)
{
	size_t i;

	for (i = 0; i < language_count() && i < 16; i++)
		languages[i] = (struct choice){ language_at(i)->code, language_at(i)->name };
	languages[i] = (struct choice){ NULL };
}

const struct field *questions_of(const void *memory, const struct step *step,
	const struct draft *answers)
{
	struct field *fields = memory_array(memory, struct field, QUESTIONS_ON_A_PAGE + 1);
	size_t count = 0;

	fill_languages();
	for (size_t i = 0; i < QUESTIONS; i++) {
		if (!text_is(questions[i].step, step->name) || !is_asked(questions[i].asked, answers))
			continue;
		if (count == QUESTIONS_ON_A_PAGE)
			bug("more than %d questions in step '%s'", QUESTIONS_ON_A_PAGE, step->name);
		fields[count++] = questions[i].field;
	}
	return fields;
}

const struct field *question_by_name(const char *name)
{
	fill_languages();
	for (size_t i = 0; i < QUESTIONS; i++)
		if (text_is(questions[i].field.name, name))
			return &questions[i].field;
	return NULL;
}

bool question_is_asked(const char *name, const struct draft *answers)
{
	for (size_t i = 0; i < QUESTIONS; i++)
		if (text_is(questions[i].field.name, name) && is_asked(questions[i].asked, answers))
			return true;
	return false;
}

const struct field *questions_all(const void *memory)
{
	struct field *fields = memory_array(memory, struct field, QUESTIONS + 1);

	fill_languages();
	for (size_t i = 0; i < QUESTIONS; i++)
		fields[i] = questions[i].field;
	return fields;
}

const char *answer_said(const void *memory, const struct field *field, const char *value)
{
	struct buffer said;

	if (field->kind == DAY_OR_TEXT) {
		moment m;

		/* An ISO day is said in words, with the hour where one was given; what was
		 * written in words stays. */
		if (strlen(value) == 10
		    && moment_parse(memory_printf(memory, "%s 12:00:00", value), &m))
			return day_said(memory, m);
		if (strlen(value) == 16
		    && moment_parse(memory_printf(memory, "%.10s 12:00:00", value), &m))
			return t_fill(memory, t("{day}, {time}"), "day", day_said(memory, m),
			    "time", value + 11, NULL);
		return value;
	}
	if (field->choices == NULL)
		return value;
	buffer_open(&said, memory, 64 * 1024);
	while (*value != '\0') {
		size_t size = strcspn(value, ",");
		const char *label = choice_label(field->choices, memory_text_of(memory, value, size));

		if (label != NULL) {
			buffer_add(&said, said.size > 0 ? "\n" : "");
			buffer_add(&said, t(label));
		}
		value += size;
		value += strspn(value, ",");
	}
	return buffer_text(&said);
}

const char *tlp_of_sharing(const char *answer)
{
	if (text_is(answer, "team"))
		return "red";
	if (text_is(answer, "organisation"))
		return "amber+strict";
	if (text_is(answer, "teams"))
		return "green";
	return text_is(answer, "anyone") ? "clear" : "amber";
}
