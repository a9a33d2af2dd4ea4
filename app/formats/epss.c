/* The table of how likely weaknesses are to be exploited. */
#include "formats/threats.h"

#include <string.h>

#include "base/moment.h"
#include "base/text.h"
#include "formats/facts.h"

/* Copies up to one of `ends`; false where there is no room. */
static bool take_until(const char *text, const char *ends, char *to, size_t room)
{
	const size_t size = strcspn(text, ends);

	if (size == 0 || size >= room)
		return false;
	memcpy(to, text, size);
	to[size] = '\0';
	return true;
}

bool epss_head(const char *line, struct threats_head *head)
{
	static const char version[] = "model_version:", date[] = "score_date:";
	const char *release = strstr(line, version), *day = strstr(line, date);
	char text[20] = "";
	moment at;

	if (line[0] != '#' || release == NULL || day == NULL
	    || !take_until(release + strlen(version), ",", head->release, sizeof head->release)
	    || !text_is_utf8(head->release, strlen(head->release)))
		return false;
	day += strlen(date);
	if (strnlen(day, 10) < 10 || (day[10] != '\0' && day[10] != 'T'))
		return false;
	memcpy(text, day, 10);
	memcpy(text + 10, " 00:00:00", 10);
	if (!moment_parse(text, &at))
		return false;
	memcpy(head->day, text, 10);
	head->day[10] = '\0';
	return true;
}

bool epss_is_columns(const char *line)
{
	return text_is(line, "cve,epss,percentile");
}

/* "0.94321" up to a comma or the end, as parts of EPSS_WHOLE; what is finer is cut. */
static bool take_part(const char **text, int *part)
{
	const char *at = *text;
	int digits = 0, number = 0;

	if ((*at != '0' && *at != '1') || (at[1] != '.' && at[1] != ',' && at[1] != '\0'))
		return false;
	number = *at++ - '0';
	if (*at == '.')
		at++;
	for (; *at >= '0' && *at <= '9' && digits < 20; at++, digits++)
		if (digits < 5)
			number = 10 * number + (*at - '0');
	for (; digits < 5; digits++)
		number *= 10;
	if ((*at != ',' && *at != '\0') || number > EPSS_WHOLE)
		return false;
	*part = number;
	*text = at;
	return true;
}

bool epss_read(const char *line, struct epss_entry *entry)
{
	const char *at = line + strcspn(line, ",");

	if (!take_until(line, ",", entry->cve, sizeof entry->cve) || !facts_is_cve(entry->cve)
	    || *at++ != ',' || !take_part(&at, &entry->score) || *at++ != ',')
		return false;
	return take_part(&at, &entry->percentile) && *at == '\0';
}
