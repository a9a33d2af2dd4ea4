/* Signing. */
#include "jobs/sign.h"

#include <string.h>

#include "base/text.h"
#include "domain/advisory_document.h"
#include "domain/machine_file.h"
#include "domain/profile.h"
#include "domain/team.h"
#include "domain/team_key.h"
#include "mail/openpgp.h"
#include "web/language.h"

static const struct settings *settings;

void sign_open(const struct settings *ours)
{
	settings = ours;
}

const char *sign_text(struct work *w, const char *text, bool clear, const char **signer)
{
	struct db_rows *keys;

	if (text_is_empty(settings->signing_folder))
		return NULL;
	keys = team_keys_good(w);
	while (db_next(keys)) {
		const char *sign = openpgp_sign(w->memory, settings->signing_folder,
		    db_get_text(keys, "fingerprint"), text, strlen(text),
		    clear ? OPENPGP_CLEAR : OPENPGP_DETACHED);

		if (sign == NULL)
			continue;
		if (signer != NULL)
			*signer = db_get_text(keys, "fingerprint");
		return sign;
	}
	return NULL;
}

bool sign_profile(struct work *w)
{
	const char *language, *body, *sign;
	int64_t number;

	if (!team_signs(w, settings) || !profile_unsigned(w, &number, &language, &body))
		return false;
	sign = sign_text(w, body, true, NULL);
	if (sign == NULL)
		return false;
	profile_signed(w, number, language, sign);
	return true;
}

bool sign_documents(struct work *w)
{
	struct unsigned_document document;
	const char *sign, *signer = NULL;

	if (!team_signs(w, settings) || !document_unsigned(w, &document))
		return false;
	sign = sign_text(w, document.text, false, &signer);
	if (sign == NULL)
		return false;
	document_signed(w, &document, sign, signer);
	return true;
}


/* security.txt (RFC 9116). */

static void add_contacts(struct buffer *file, const struct team *team)
{
	buffer_printf(file, "Contact: %s/vulnerability/report\n", settings->address);
	buffer_printf(file, "Contact: mailto:%s\n", team->email);
	if (team->phone[0] == '+') {
		buffer_add(file, "Contact: tel:+");
		for (const char *c = team->phone; *c != '\0'; c++)
			if (*c >= '0' && *c <= '9')
				buffer_add_bytes(file, c, 1);
		buffer_add(file, "\n");
	}
}

static const char *security_text(struct work *w, const struct team *team, moment ends_at)
{
	struct buffer file;

	buffer_open(&file, w->memory, 8000);
	add_contacts(&file, team);
	buffer_printf(&file, "Expires: %s\n", moment_iso(w->memory, ends_at));
	if (team_key_encrypts(w))
		buffer_printf(&file, "Encryption: %s/openpgp-key.asc\n", settings->address);
	buffer_add(&file, "Preferred-Languages: ");
	for (size_t i = 0; i < language_count(); i++)
		buffer_printf(&file, "%s%s", i > 0 ? ", " : "", language_at(i)->code);
	buffer_printf(&file, "\nCanonical: %s/.well-known/security.txt\n", settings->address);
	buffer_printf(&file, "Policy: %s/vulnerability\n", settings->address);
	buffer_printf(&file, "CSAF: %s/.well-known/csaf/provider-metadata.json\n", settings->address);
	return buffer_text(&file);
}

bool write_security(struct work *w)
{
	const struct team *team = team_load(w, w->memory);
	/* Whole days: the same file all day long. */
	const moment ends_at = (w->now / DAY + SECURITY_DAYS) * DAY;
	struct machine_file file;
	const char *body, *sign, *signer = NULL;

	if (team == NULL || team->opened_at == 0 || text_is_empty(team->email))
		return false;
	language_offer(team->languages);
	if (machine_file(w, "security.txt", &file) && file.ends_at > w->now + SECURITY_RENEW * DAY
	    && text_is(file.body, security_text(w, team, file.ends_at))
	    && (file.is_signed ? team_key_is_good(w, file.signer)
	        : text_is_empty(settings->signing_folder)))
		return false;
	body = security_text(w, team, ends_at);
	sign = sign_text(w, body, true, &signer);
	machine_file_write(w, "security.txt", body, sign, signer, ends_at);
	return false;
}
