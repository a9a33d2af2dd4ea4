/* Sending what waits in the outbox. */
#ifndef BELFRY_JOBS_DELIVER_H
#define BELFRY_JOBS_DELIVER_H

#include "base/settings.h"
#include "base/work.h"

/* Languages and templates of the letters, and which server; once per process. */
bool deliver_open(const struct settings *);
void deliver_close(void);

/* For the timetable: one mail a work. */
bool deliver_mail(struct work *);
/* What is too late to be sent, and what was sent long ago. */
bool expire_mail(struct work *);
bool forget_mail(struct work *);

#endif
