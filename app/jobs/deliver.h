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
/* Mail to lists: what was published is for them; they are given a few mails every so many
 * seconds; addresses are forgotten. */
enum { GIVE_OUT_SECONDS = 6 };
bool announce_advisories(struct work *);
bool give_out_mail(struct work *);
bool forget_subscriptions(struct work *);
/* What is too late to be sent, and what was sent long ago. */
bool expire_mail(struct work *);
bool forget_mail(struct work *);

#endif
