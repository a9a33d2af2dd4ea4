/* CVSS 4.0: FIRST's table of MacroVectors, and between its entries the mean of
 * the distances, as its specification says in section 8. */
#include "formats/cvss_inside.h"

#include <math.h>
#include <string.h>

const struct cvss_metric cvss_4_metrics[] = {
	{ "AV", "N|A|L|P", true }, { "AC", "L|H", true }, { "AT", "N|P", true },
	{ "PR", "N|L|H", true }, { "UI", "N|P|A", true },
	{ "VC", "H|L|N", true }, { "VI", "H|L|N", true }, { "VA", "H|L|N", true },
	{ "SC", "H|L|N", true }, { "SI", "H|L|N", true }, { "SA", "H|L|N", true },
	{ "E", "X|A|P|U" }, { "CR", "X|H|M|L" }, { "IR", "X|H|M|L" }, { "AR", "X|H|M|L" },
	{ "MAV", "X|N|A|L|P" }, { "MAC", "X|L|H" }, { "MAT", "X|N|P" }, { "MPR", "X|N|L|H" },
	{ "MUI", "X|N|P|A" }, { "MVC", "X|H|L|N" }, { "MVI", "X|H|L|N" }, { "MVA", "X|H|L|N" },
	{ "MSC", "X|H|L|N" }, { "MSI", "X|S|H|L|N" }, { "MSA", "X|S|H|L|N" },
	{ "S", "X|N|P" }, { "AU", "X|N|Y" }, { "R", "X|A|U|I" }, { "V", "X|D|C" },
	{ "RE", "X|L|M|H" }, { "U", "X|Clear|Green|Amber|Red" },
	{ NULL }
};

enum { NONE = 255, GROUPS = 6 };

/* Scores in tenths of the highest vector of each MacroVector. A row for each of
 * EQ1, EQ2, EQ3; in it EQ4, EQ5, EQ6. */
static const unsigned char scores[18][18] = {
	{ 100, 99, 98, 95, 95, 92, 100, 96, 93, 87, 91, 81, 93, 90, 89, 80, 81, 68 },
	{ 98, 95, 95, 92, 90, 84, 93, 92, 89, 81, 81, 65, 88, 80, 78, 70, 69, 48 },
	{ NONE, 92, NONE, 82, NONE, 72, NONE, 79, NONE, 69, NONE, 50, NONE, 69, NONE, 55, NONE, 27 },
	{ 99, 97, 95, 92, 92, 85, 95, 91, 90, 83, 84, 71, 92, 81, 82, 71, 72, 53 },
	{ 95, 93, 92, 85, 85, 73, 92, 82, 80, 72, 70, 59, 84, 70, 71, 52, 50, 30 },
	{ NONE, 86, NONE, 75, NONE, 52, NONE, 71, NONE, 52, NONE, 29, NONE, 63, NONE, 29, NONE, 17 },
	{ 98, 95, 94, 87, 91, 81, 94, 89, 86, 74, 77, 64, 87, 75, 74, 63, 63, 49 },
	{ 94, 89, 88, 77, 76, 67, 86, 76, 74, 58, 59, 50, 72, 57, 57, 52, 52, 25 },
	{ NONE, 83, NONE, 70, NONE, 54, NONE, 65, NONE, 58, NONE, 26, NONE, 53, NONE, 21, NONE, 13 },
	{ 95, 90, 88, 76, 76, 70, 90, 77, 75, 62, 61, 53, 77, 66, 68, 59, 52, 30 },
	{ 89, 78, 76, 67, 62, 58, 74, 59, 57, 57, 47, 23, 61, 52, 57, 29, 24, 16 },
	{ NONE, 71, NONE, 59, NONE, 30, NONE, 58, NONE, 26, NONE, 15, NONE, 23, NONE, 13, NONE, 6 },
	{ 93, 87, 86, 72, 75, 58, 86, 74, 74, 61, 56, 34, 70, 54, 52, 40, 40, 22 },
	{ 85, 75, 74, 55, 62, 51, 72, 57, 55, 41, 46, 19, 53, 36, 34, 19, 19, 8 },
	{ NONE, 64, NONE, 51, NONE, 20, NONE, 47, NONE, 21, NONE, 11, NONE, 24, NONE, 9, NONE, 4 },
	{ 88, 75, 73, 53, 60, 50, 73, 55, 59, 40, 41, 20, 54, 43, 45, 22, 20, 11 },
	{ 75, 55, 58, 45, 40, 21, 61, 51, 48, 18, 20, 9, 46, 18, 17, 7, 8, 2 },
	{ NONE, 53, NONE, 24, NONE, 14, NONE, 24, NONE, 12, NONE, 5, NONE, 10, NONE, 3, NONE, 1 },
};

/* What the groups are worth: EQ1 to EQ6. */
struct macro { int eq[GROUPS]; };

static int score_of(const struct macro *m)
{
	static const int most[GROUPS] = { 2, 1, 2, 2, 2, 1 };

	for (size_t i = 0; i < GROUPS; i++)
		if (m->eq[i] > most[i])
			return NONE;
	return scores[m->eq[0] * 6 + m->eq[1] * 3 + m->eq[2]][m->eq[3] * 6 + m->eq[4] * 2 + m->eq[5]];
}

/* As it counts: modified where that is said, the worst where nothing is. */
static char counts(const struct cvss_chosen *chosen, const char *name)
{
	char value;

	if (strcmp(name, "E") != 0 && strcmp(name, "CR") != 0 && strcmp(name, "IR") != 0
	    && strcmp(name, "AR") != 0)
		return cvss_modified(chosen, name);
	value = cvss_value(chosen, name);
	return value != 'X' ? value : name[0] == 'E' ? 'A' : 'H';
}

static struct macro macro_of(const struct cvss_chosen *c)
{
	const bool network = counts(c, "AV") == 'N', nobody = counts(c, "PR") == 'N';
	const bool alone = counts(c, "UI") == 'N';
	const bool read = counts(c, "VC") == 'H', changed = counts(c, "VI") == 'H';
	const bool gone = counts(c, "VA") == 'H';
	const bool safety = counts(c, "SI") == 'S' || counts(c, "SA") == 'S';
	const bool further = counts(c, "SC") == 'H' || counts(c, "SI") == 'H' || counts(c, "SA") == 'H';
	const char exploited = counts(c, "E");

	return (struct macro){ {
		network && nobody && alone ? 0
		    : (network || nobody || alone) && counts(c, "AV") != 'P' ? 1 : 2,
		counts(c, "AC") == 'L' && counts(c, "AT") == 'N' ? 0 : 1,
		read && changed ? 0 : read || changed || gone ? 1 : 2,
		safety ? 0 : further ? 1 : 2,
		exploited == 'A' ? 0 : exploited == 'P' ? 1 : 2,
		(counts(c, "CR") == 'H' && read) || (counts(c, "IR") == 'H' && changed)
		    || (counts(c, "AR") == 'H' && gone) ? 0 : 1,
	} };
}

/* How many steps a value is from the most severe one. */
static const struct ladder { const char *name, *steps; int group; } ladders[] = {
	{ "AV", "NALP", 0 }, { "PR", "NLH", 0 }, { "UI", "NPA", 0 },
	{ "AC", "LH", 1 }, { "AT", "NP", 1 },
	{ "VC", "HLN", 2 }, { "VI", "HLN", 2 }, { "VA", "HLN", 2 },
	{ "CR", "HML", 2 }, { "IR", "HML", 2 }, { "AR", "HML", 2 },
	{ "SC", "SHLN", 3 }, { "SI", "SHLN", 3 }, { "SA", "SHLN", 3 },
};
enum { LADDERS = sizeof ladders / sizeof ladders[0] };

static int step_of(size_t ladder, char value)
{
	return (int)(strchr(ladders[ladder].steps, value) - ladders[ladder].steps);
}

/* The most severe vectors of a group, letter by letter in the order of the
 * ladders of that group; EQ3 and EQ6 go together. */
static const char *const highest_1[][4] = { { "NNN" }, { "ANN", "NLN", "NNP" }, { "PNN", "ALP" } };
static const char *const highest_2[][3] = { { "LN" }, { "HN", "LP" } };
static const char *const highest_3[][2][6] = {
	{ { "HHHHHH" }, { "HHLMMH", "HHHMMM" } },
	{ { "LHHHHH", "HLHHHH" }, { "LHLHMH", "LHHHMM", "HLHMHM", "HLLMHH", "LLHHHM" } },
	{ { NULL }, { "LLLHHH" } },
};
static const char *const highest_4[][2] = { { "HSS" }, { "HHH" }, { "LLL" } };

static const char *const *highest_of(const struct macro *m, int group)
{
	switch (group) {
	case 0:  return highest_1[m->eq[0]];
	case 1:  return highest_2[m->eq[1]];
	case 2:  return highest_3[m->eq[2]][m->eq[5]];
	default: return highest_4[m->eq[3]];
	}
}

/* The steps from the first of the group's highest vectors that is nowhere below
 * this one. */
static int distance(const struct cvss_chosen *chosen, const struct macro *m, int group)
{
	for (const char *const *highest = highest_of(m, group); *highest != NULL; highest++) {
		const char *letter = *highest;
		int sum = 0;

		for (size_t i = 0; i < LADDERS && sum >= 0; i++) {
			int steps;

			if (ladders[i].group != group)
				continue;
			steps = step_of(i, counts(chosen, ladders[i].name)) - step_of(i, *letter++);
			sum = steps < 0 ? -1 : sum + steps;
		}
		if (sum >= 0)
			return sum;
	}
	return 0;
}

/* How deep each MacroVector is, in steps. */
static int depth_of(const struct macro *m, int group)
{
	static const int first[] = { 1, 4, 5 }, second[] = { 1, 2 }, fourth[] = { 6, 5, 4 };
	static const int third[3][2] = { { 7, 6 }, { 8, 8 }, { 0, 10 } };

	switch (group) {
	case 0:  return first[m->eq[0]];
	case 1:  return second[m->eq[1]];
	case 2:  return third[m->eq[2]][m->eq[5]];
	default: return fourth[m->eq[3]];
	}
}

static int with_more(const struct macro *m, size_t eq)
{
	struct macro lower = *m;

	lower.eq[eq]++;
	return score_of(&lower);
}

/* The score of the next lower MacroVector of that group; NONE: there is none. */
static int next_lower(const struct macro *m, int group)
{
	int left, right;

	if (group != 2 || m->eq[5] == 1)
		return with_more(m, (size_t)group);
	/* EQ6 falls first, or EQ3: the higher of the two. */
	left = with_more(m, 5);
	right = m->eq[2] == 0 ? with_more(m, 2) : NONE;
	return right != NONE && right > left ? right : left;
}

static bool harms_nothing(const struct cvss_chosen *c)
{
	return counts(c, "VC") == 'N' && counts(c, "VI") == 'N' && counts(c, "VA") == 'N'
	    && counts(c, "SC") == 'N' && counts(c, "SI") == 'N' && counts(c, "SA") == 'N';
}

int cvss_4_score(const struct cvss_chosen *chosen)
{
	const struct macro macro = macro_of(chosen);
	const int highest = score_of(&macro);
	double away = 0, score;
	int groups = 0;

	if (harms_nothing(chosen))
		return 0;
	/* EQ5 has no depth: it only counts among those that could fall. */
	for (int group = 0; group < 5; group++) {
		int lower = next_lower(&macro, group);

		if (lower == NONE)
			continue;
		groups++;
		if (group < 4)
			away += (double)(highest - lower) * distance(chosen, &macro, group)
			    / depth_of(&macro, group);
	}
	score = groups > 0 ? highest - away / groups : highest;
	if (score < 0)
		score = 0;
	/* Half a tenth goes up, also where floating point falls a trace short. */
	return (int)floor(score + 0.5 + 1e-5);
}
