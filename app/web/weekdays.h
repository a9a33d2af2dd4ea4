/* The names of the days. */
#ifndef BELFRY_WEB_WEEKDAYS_H
#define BELFRY_WEB_WEEKDAYS_H

/* 1 Monday .. 7 Sunday; to be translated. */
const char *weekday_name(int weekday);

#endif
