/* Sentences on what others know. */
#include "pages/threats.h"

#include "base/memory.h"
#include "domain/threat.h"
#include "web/language.h"

static struct threat *find(struct request *r, const struct facts *facts)
{
	const char **cves = memory_array(r->work->memory, const char *, facts->weakness_count + 1);
	struct threat *threats = memory_array(r->work->memory, struct threat,
	    facts->weakness_count + 1);
	bool any = false;

	for (size_t i = 0; i < facts->weakness_count; i++) {
		cves[i] = facts->weaknesses[i].cve;
		any = any || cves[i] != NULL;
	}
	if (any)
		threats_find(r->work, cves, facts->weakness_count, threats);
	return threats;
}

/* "2026-11-20", a day without a zone. */
static const char *said(struct request *r, const char *day)
{
	moment noon;

	return moment_typed(memory_printf(r->work->memory, "%s 12:00", day), &noon)
	    ? day_said(r->work->memory, noon) : day;
}

static const char *exploited_said(struct request *r, const struct threat *threat)
{
	return t_fill(r->work->memory,
	    t("Known to be exploited since {day} (CISA KEV, list of {as_of})"),
	    "day", said(r, threat->since), "as_of", said(r, threat->since_as_of), NULL);
}

/* Two places after the point say enough; of the least, that it is less. */
static const char *score_said(struct request *r, int score)
{
	const int hundredths = (score + THREAT_WHOLE / 200) / (THREAT_WHOLE / 100);

	return hundredths == 0 ? "<0.01"
	    : memory_printf(r->work->memory, "%d.%02d", hundredths / 100, hundredths % 100);
}

static const char *likely_said(struct request *r, const struct threat *threat)
{
	return t_fill(r->work->memory,
	    t("EPSS {score} (percentile {percentile}), as of {as_of}"),
	    "score", score_said(r, threat->score), "percentile",
	    memory_printf(r->work->memory, "%d", threat->percentile / (THREAT_WHOLE / 100)),
	    "as_of", said(r, threat->likely_as_of), NULL);
}

void threats_pour(struct request *r, struct place *weaknesses, const struct facts *facts)
{
	const struct threat *threats = find(r, facts);

	for (size_t i = 0; i < facts->weakness_count; i++) {
		struct place *row = place_row(r, weaknesses, i);

		if (threats[i].since != NULL)
			place_text(r, row, "exploited", exploited_said(r, &threats[i]));
		if (threats[i].likely_as_of != NULL)
			place_text(r, row, "likely", likely_said(r, &threats[i]));
	}
}

const char *const *threats_exploited(struct request *r, const struct facts *facts)
{
	const struct threat *threats = find(r, facts);
	const char **sentences = memory_array(r->work->memory, const char *, facts->weakness_count + 1);

	for (size_t i = 0; i < facts->weakness_count; i++)
		if (threats[i].since != NULL)
			sentences[i] = exploited_said(r, &threats[i]);
	return sentences;
}
