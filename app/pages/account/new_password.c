/* Sentences about passwords. */
#include "pages/account/new_password.h"

#include "web/language.h"

const char *new_password_said(enum password_choice choice)
{
	switch (choice) {
	case CHOICE_SHORT:
		return t("Use twelve characters or more.");
	case CHOICE_LONG:
		return t("This is longer than we can take. Use fewer characters.");
	case CHOICE_COMMON:
		return t("This is among the first passwords that somebody would try."
		    " Add words that do not belong together.");
	case CHOICE_PERSONAL:
		return t("Too much of this is your name or address, which others know."
		    " Add words that have nothing to do with you.");
	case CHOICE_OLD_WRONG:
		return t("This is not your present password.");
	case CHOICE_BUSY: case CHOICE_TOO_OFTEN: case CHOICE_DEAD: case CHOICE_SAVED:
		return NULL;
	}
	return NULL;
}
