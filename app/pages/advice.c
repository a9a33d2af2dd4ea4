/* First steps, as data. */
#include "pages/advice.h"

#include "base/text.h"
#include "web/language.h"
#include "web/view.h"

static const struct advice {
	const char *category;
	const char *steps[3];
} advices[] = {
	{ "ransomware", {
	    N_("Take the affected computers off the network. Leave them switched on."),
	    N_("Do not pay and do not delete anything before we have talked."),
	    N_("Check that your backups exist, and do not connect them.") } },
	{ "malware", {
	    N_("Take the device off the network."),
	    N_("Do not use it for e-mail or banking until it has been checked."),
	    N_("From another device, change the passwords that you used on it.") } },
	{ "message", {
	    N_("Do not answer, and do not open links or attachments in it."),
	    N_("Keep the message. We may ask you for its full source."),
	    N_("If you entered a password somewhere, change it now.") } },
	{ "fake_site", {
	    N_("Do not enter anything on the site."),
	    N_("Write down its address and take a screenshot."),
	    N_("Tell your customers or colleagues where the real one is.") } },
	{ "account", {
	    N_("From a device that you trust, change the password."),
	    N_("Sign out all other devices and switch on a second step for signing in."),
	    N_("Check the forwarding rules and the recovery address of the account.") } },
	{ "server", {
	    N_("Take the system off the network if you can do without it. Leave it switched on."),
	    N_("Save the log files to another place."),
	    N_("Do not clean up or reinstall before we have talked.") } },
	{ "website", {
	    N_("Take a screenshot and save the log files."),
	    N_("Put up a page that says you are working on it."),
	    N_("Change all passwords that can publish on the site.") } },
	{ "outage", {
	    N_("Call your internet provider and tell them."),
	    N_("Write down when it began and what is slow."),
	    N_("Tell the people who depend on the service how to reach you.") } },
	{ "leak", {
	    N_("Write down what was published and where."),
	    N_("Change passwords and keys that were part of it."),
	    N_("If it is personal data, the law may ask you to tell the data protection"
	       " authority. Our form does not replace that.") } },
	{ "money", {
	    N_("Call your bank now and ask to stop the payment."),
	    N_("Do not answer whoever asked for the money."),
	    N_("Keep every message and receipt, and report it to the police.") } },
	{ "abuse", {
	    N_("If you are in danger, call the emergency number first."),
	    N_("You do not have to answer whoever is doing this."),
	    N_("Keep what was sent to you. Do not send it on to anyone.") } },
	{ "weakness", {
	    N_("Do not try the weakness out any further."),
	    N_("Keep your notes in a safe place, and do not publish them yet."),
	    N_("Write to us here when you learn more, or when its maker answers you.") } },
	{ "technical", {
	    N_("Keep logs, images and messages as they are. We may ask for them."),
	    N_("Write to us here when you see new indicators, one per line."),
	    N_("Tell us before you warn somebody whom an attacker may be watching.") } },
	{ NULL, {
	    N_("Do not delete anything that could show what happened."),
	    N_("Change passwords from a device that you trust."),
	    N_("Write down what you saw and when.") } },
};

void advice_pour(struct request *r, const char *category)
{
	const struct advice *advice = advices;

	while (advice->category != NULL && !text_is(advice->category, category))
		advice++;
	for (size_t i = 0; i < 3; i++)
		view_text(r, memory_printf(r->work->memory, "sent.advice.%zu", i), advice->steps[i]);
}
