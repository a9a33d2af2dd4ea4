/* CVSS 3.1: the formulas of its specification, sections 7.1 to 7.3, and the
 * rounding of its appendix A. */
#include "formats/cvss_inside.h"

#include <math.h>

const struct cvss_metric cvss_3_metrics[] = {
	{ "AV", "N|A|L|P", true }, { "AC", "L|H", true }, { "PR", "N|L|H", true },
	{ "UI", "N|R", true }, { "S", "U|C", true },
	{ "C", "H|L|N", true }, { "I", "H|L|N", true }, { "A", "H|L|N", true },
	{ "E", "X|H|F|P|U" }, { "RL", "X|U|W|T|O" }, { "RC", "X|C|R|U" },
	{ "CR", "X|H|M|L" }, { "IR", "X|H|M|L" }, { "AR", "X|H|M|L" },
	{ "MAV", "X|N|A|L|P" }, { "MAC", "X|L|H" }, { "MPR", "X|N|L|H" }, { "MUI", "X|N|R" },
	{ "MS", "X|U|C" }, { "MC", "X|H|L|N" }, { "MI", "X|H|L|N" }, { "MA", "X|H|L|N" },
	{ NULL }
};

/* To the next tenth that is not smaller, without what floating point adds. */
static int rounded_up(double score)
{
	long fine = lround(score * 100000);

	return (int)(fine % 10000 == 0 ? fine / 10000 : fine / 10000 + 1);
}

static double smaller(double a, double b)
{
	return a < b ? a : b;
}

/* Nine or fewer letters, each with its weight. */
struct weight { char letter; double weight; };

static double weight_of(char letter, const struct weight *weights)
{
	while (weights->letter != letter && weights->letter != '\0')
		weights++;
	return weights->weight;
}

static double impact_weight(char letter)
{
	static const struct weight weights[] = { { 'H', 0.56 }, { 'L', 0.22 }, { 0, 0 } };

	return weight_of(letter, weights);
}

static double requirement(const struct cvss_chosen *chosen, const char *name)
{
	static const struct weight weights[] = { { 'H', 1.5 }, { 'L', 0.5 }, { 0, 1 } };

	return weight_of(cvss_value(chosen, name), weights);
}

/* `value` gives a metric as it is, or as it was modified. */
static double exploitability(const struct cvss_chosen *chosen,
	char (*value)(const struct cvss_chosen *, const char *), bool changed)
{
	static const struct weight vectors[] =
	    { { 'N', 0.85 }, { 'A', 0.62 }, { 'L', 0.55 }, { 0, 0.2 } };
	static const struct weight complexities[] = { { 'L', 0.77 }, { 0, 0.44 } };
	static const struct weight privileges[] = { { 'N', 0.85 }, { 'L', 0.62 }, { 0, 0.27 } };
	static const struct weight changed_privileges[] = { { 'N', 0.85 }, { 'L', 0.68 }, { 0, 0.5 } };
	static const struct weight interactions[] = { { 'N', 0.85 }, { 0, 0.62 } };

	return 8.22 * weight_of(value(chosen, "AV"), vectors)
	    * weight_of(value(chosen, "AC"), complexities)
	    * weight_of(value(chosen, "PR"), changed ? changed_privileges : privileges)
	    * weight_of(value(chosen, "UI"), interactions);
}

int cvss_3_base(const struct cvss_chosen *chosen)
{
	const bool changed = cvss_value(chosen, "S") == 'C';
	const double reach = exploitability(chosen, cvss_value, changed);
	const double lost = 1 - (1 - impact_weight(cvss_value(chosen, "C")))
	    * (1 - impact_weight(cvss_value(chosen, "I"))) * (1 - impact_weight(cvss_value(chosen, "A")));
	const double impact = changed ? 7.52 * (lost - 0.029) - 3.25 * pow(lost - 0.02, 15) : 6.42 * lost;

	if (impact <= 0)
		return 0;
	return rounded_up(smaller(changed ? 1.08 * (impact + reach) : impact + reach, 10));
}

static double over_time(const struct cvss_chosen *chosen)
{
	static const struct weight exploits[] = { { 'F', 0.97 }, { 'P', 0.94 }, { 'U', 0.91 }, { 0, 1 } };
	static const struct weight remedies[] = { { 'W', 0.97 }, { 'T', 0.96 }, { 'O', 0.95 }, { 0, 1 } };
	static const struct weight confidence[] = { { 'R', 0.96 }, { 'U', 0.92 }, { 0, 1 } };

	return weight_of(cvss_value(chosen, "E"), exploits)
	    * weight_of(cvss_value(chosen, "RL"), remedies)
	    * weight_of(cvss_value(chosen, "RC"), confidence);
}

static int environmental(const struct cvss_chosen *chosen)
{
	const bool changed = cvss_modified(chosen, "S") == 'C';
	const double reach = exploitability(chosen, cvss_modified, changed);
	const double lost = smaller(0.915, 1
	    - (1 - requirement(chosen, "CR") * impact_weight(cvss_modified(chosen, "C")))
	    * (1 - requirement(chosen, "IR") * impact_weight(cvss_modified(chosen, "I")))
	    * (1 - requirement(chosen, "AR") * impact_weight(cvss_modified(chosen, "A"))));
	const double impact = changed
	    ? 7.52 * (lost - 0.029) - 3.25 * pow(lost * 0.9731 - 0.02, 13) : 6.42 * lost;
	int score;

	if (impact <= 0)
		return 0;
	score = rounded_up(smaller(changed ? 1.08 * (impact + reach) : impact + reach, 10));
	return rounded_up(score / 10.0 * over_time(chosen));
}

int cvss_3_score(const struct cvss_chosen *chosen)
{
	/* Where the environment's metrics begin. */
	for (size_t i = 11; chosen->metrics[i].name != NULL; i++)
		if (chosen->values[i] != 'X')
			return environmental(chosen);
	return rounded_up(cvss_3_base(chosen) / 10.0 * over_time(chosen));
}
