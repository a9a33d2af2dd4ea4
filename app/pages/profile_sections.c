/* The sections of the profile. */
#include "pages/profile_sections.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "web/language.h"

const struct profile_part profile_parts[] = {
	{ "1", N_("Document Information"), .heading = true },
	{ "1.1", N_("Date of Last Update"), .made = true },
	{ "1.2", N_("Distribution List for Notifications"), .written = true,
	  .help = N_("Who is told when this document changes, and how to be told."),
	  .proposal = N_("There is no distribution list for changes of this document. The current"
	      " version is always at the address below.") },
	{ "1.3", N_("Locations where this Document May Be Found"), .made = true },
	{ "1.4", N_("Authenticating this Document"), .made = true },
	{ "2", N_("Contact Information"), .heading = true },
	{ "2.1", N_("Name of the Team"), .made = true },
	{ "2.2", N_("Address"), .made = true },
	{ "2.3", N_("Time Zone"), .made = true },
	{ "2.4", N_("Telephone Number"), .made = true },
	{ "2.5", N_("Facsimile Number"), .written = true,
	  .help = N_("Where you have one, with the country code. Few teams do.") },
	{ "2.6", N_("Other Telecommunication"), .written = true,
	  .help = N_("Messengers, radio, a duty number for other teams: what you read, and when.") },
	{ "2.7", N_("Electronic Mail Address"), .made = true, .written = true,
	  .help = N_("What each address is for, where there is more than one.") },
	{ "2.8", N_("Public Keys and Encryption Information"), .made = true, .written = true,
	  .help = N_("What people should know about encrypted mail to you, beside the keys.") },
	{ "2.9", N_("Team Members"), .written = true,
	  .help = N_("Whom you name in public. Many teams name the head alone, or nobody."),
	  .proposal = N_("The names of the members of the team are not published. In a case, they"
	      " say who they are.") },
	{ "2.10", N_("Other Information"), .made = true, .written = true,
	  .help = N_("Where else people find out about you; memberships, such as FIRST.") },
	{ "2.11", N_("Points of Customer Contact"), .made = true, .written = true,
	  .help = N_("Which way you would like to be reached, and for what.") },
	{ "3", N_("Charter"), .heading = true },
	{ "3.1", N_("Mission Statement"), .made = true, .written = true, .wanted = true,
	  .help = N_("What the team is for, in two or three sentences."),
	  .proposal = N_("{team} helps everybody in its constituency to prevent incidents in"
	      " information systems, to notice them, and to recover from them. It warns, answers"
	      " reports, and works with teams in other countries.") },
	{ "3.2", N_("Constituency"), .made = true, .written = true, .wanted = true,
	  .help = N_("Whom you serve: sectors, networks, domains. Say also whom you do not."),
	  .proposal = N_("{team} serves public bodies, operators of essential services, other"
	      " organisations and citizens of {country}.") },
	{ "3.3", N_("Sponsorship and/or Affiliation"), .made = true, .written = true, .wanted = true,
	  .help = N_("Which body the team is part of, and who pays for it.") },
	{ "3.4", N_("Authority"), .made = true, .written = true, .wanted = true,
	  .help = N_("On which law or decision it acts, and what it may ask of others."),
	  .proposal = N_("{team} advises. It cannot order anybody to do or to leave something,"
	      " unless a law says so.") },
	{ "4", N_("Policies"), .heading = true },
	{ "4.1", N_("Types of Incidents and Level of Support"), .made = true, .written = true, .wanted = true,
	  .help = N_("Which incidents you take up, which come first, and how far your help goes."),
	  .proposal = N_("{team} takes up every incident in information systems that concerns its"
	      " constituency. What endangers people comes first, then essential services, then"
	      " what spreads, then the rest. How much help there is depends on how grave the"
	      " incident is, on whom it hits, and on who is at hand; everybody gets an answer.") },
	{ "4.2", N_("Co-operation, Interaction and Disclosure of Information"), .written = true,
	  .wanted = true,
	  .help = N_("With whom you share what, and what you never pass on. Name the Traffic Light"
	      " Protocol if you use it."),
	  .proposal = N_("What is told to {team} is treated as confidential. It is shared with other"
	      " teams and bodies only as far as it helps to handle the incident, without the"
	      " names of those concerned where that is possible, and as the Traffic Light"
	      " Protocol 2.0 label of the information allows. Information without a label is"
	      " treated as TLP:AMBER. The police is told when the person concerned wants it or a"
	      " law asks for it.") },
	{ "4.3", N_("Communication and Authentication"), .written = true, .wanted = true,
	  .help = N_("How others can be sure that it is you, and how to send you what is secret."),
	  .proposal = N_("The telephone and mail without encryption are good enough for what is not"
	      " sensitive. For everything else, use the report form, or mail that is encrypted to"
	      " the key in section 2.8. Where it matters who somebody is, {team} calls back at a"
	      " number that it knows, or asks another team that knows them.") },
	{ "5", N_("Services"), .heading = true },
	{ "5.1", N_("Incident Response"), .written = true,
	  .help = N_("In one sentence, what you do in an incident; the parts follow."),
	  .proposal = N_("{team} helps those who are hit by an incident to handle it, technically"
	      " and in what has to be organised.") },
	{ "5.1.1", N_("Incident Triage"), .written = true, .wanted = true,
	  .help = N_("How you find out whether it is an incident, and how grave."),
	  .proposal = N_("Each report is read by a person, who finds out whether it is an incident,"
	      " how grave it is, and whom it concerns.") },
	{ "5.1.2", N_("Incident Coordination"), .written = true, .wanted = true,
	  .help = N_("Whom you bring together."),
	  .proposal = N_("{team} finds out who else is hit, tells them and those who can help, asks"
	      " for what is needed, and keeps the one who reported informed.") },
	{ "5.1.3", N_("Incident Resolution"), .written = true, .wanted = true,
	  .help = N_("What you do so that it ends, and what you leave to others."),
	  .proposal = N_("{team} advises on how to stop the incident, to keep the traces and to"
	      " recover. It does not work on other people's systems by itself.") },
	{ "5.2", N_("Proactive Activities"), .made = true, .written = true,
	  .help = N_("What you do before anything happens: warnings, training, exercises."),
	  .proposal = N_("{team} publishes warnings and advice, tells owners of networks about"
	      " weaknesses that can be seen from outside, and trains people.") },
	{ "6", N_("Incident Reporting Forms"), .made = true, .written = true,
	  .help = N_("What a report should say, where the form is not used."),
	  .proposal = N_("Whoever writes a mail instead should say who they are and how to reach"
	      " them, what happened and when, which systems are concerned, and what they have"
	      " done so far.") },
	{ "7", N_("Disclaimers"), .written = true, .wanted = true,
	  .help = N_("What you are not liable for. Ask your lawyers."),
	  .proposal = N_("{team} takes care with all that it says and does. It is not liable for"
	      " mistakes, for what is missing, or for damage from the use of its"
	      " information.") },
	{ NULL }
};

const struct profile_part *profile_part(const char *number)
{
	for (const struct profile_part *part = profile_parts; part->number != NULL; part++)
		if (text_is(part->number, number))
			return part;
	return NULL;
}

const struct profile_part *profile_part_of_address(const char *word)
{
	for (const struct profile_part *part = profile_parts; part->number != NULL; part++) {
		const char *number = part->number;
		size_t i = 0;

		while (number[i] != '\0' && word[i] == (number[i] == '.' ? '-' : number[i]))
			i++;
		if (number[i] == '\0' && word[i] == '\0')
			return part;
	}
	return NULL;
}

/* "4-2" */
static const char *profile_part_address(const void *memory, const struct profile_part *part)
{
	char *word = memory_text(memory, part->number);

	for (char *c = strchr(word, '.'); c != NULL; c = strchr(c, '.'))
		*c = '-';
	return word;
}

const char *profile_part_path(const void *memory, const struct profile_part *part,
	const char *language)
{
	return memory_printf(memory, "/desk/publish/profile/%s/%s", profile_part_address(memory, part),
	    language);
}
