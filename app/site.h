/* The site map: what a route is, and every page function in its order. */
#ifndef BELFRY_SITE_H
#define BELFRY_SITE_H

#include "domain/may.h"
#include "web/request.h"

/* What an address is besides. */
enum route_is {
	PLAIN    = 1 << 0,      /* for programs: its address names no language */
	FRESH    = 1 << 1,      /* made for each visitor: nobody keeps a copy */
	UNLISTED = 1 << 2,      /* nothing that a search engine should find */
	OWN      = FRESH | UNLISTED,    /* a step of one visitor's conversation */
	ONE_CLICK = 1 << 3,     /* a POST whose address is its secret: mail programs send it, without
	                         * a form's token (RFC 8058) */
};

/* One address: method, path, door, who may, function. A part `:id` of a path
 * is a number, `:document` the name of a file, any other `:word` letters, digits,
 * hyphens. Zero means nobody.
 *
 * `holder` says under which holder (domain/attachment.h) the files of a form
 * are kept; NULL where this visitor may send none. A row without it takes none, but for
 * one file of at most `small_file` bytes that its page looks at (small_file.h). */
struct route {
	enum method method;
	const char *path;
	enum door door;
	enum who who;
	int (*page)(struct request *);
	const char *(*holder)(struct request *);
	unsigned is;            /* enum route_is */
	size_t small_file;
};

/* Ends with a NULL path. */
extern const struct route site[];

/* Everybody. */
int page_home(struct request *);
int page_contact(struct request *);
int page_about(struct request *);
int page_services(struct request *);
int page_partners(struct request *);
int page_events(struct request *);
int page_guidelines(struct request *);
int file_flyer(struct request *);
int page_threat_model(struct request *);
int page_privacy(struct request *);
int page_accessibility(struct request *);

/* The profile, keys, security.txt. */
int page_rfc2350(struct request *);
int file_rfc2350(struct request *);
int file_rfc2350_signed(struct request *);
int page_rfc2350_version(struct request *);
int file_rfc2350_version(struct request *);
int file_rfc2350_version_signed(struct request *);
int file_rfc2350_pdf(struct request *);
int file_rfc2350_version_pdf(struct request *);
int file_keys(struct request *);
int file_key_policy(struct request *);
int file_key(struct request *);
int file_security(struct request *);
int file_security_moved(struct request *);

/* The announcement. */
int page_announcement(struct request *);
int page_publish_announcement(struct request *);
int page_publish_announcement_edit(struct request *);
int post_publish_announcement_edit(struct request *);
int post_publish_announcement_approve(struct request *);
int post_publish_announcement_take_back(struct request *);

/* Lists that one subscribes to. */
int page_subscribe(struct request *);
int post_subscribe(struct request *);
int page_subscribe_asked(struct request *);
int page_subscription(struct request *);
int post_subscription(struct request *);
int post_subscription_confirm(struct request *);
int page_unsubscribe(struct request *);
int post_unsubscribe(struct request *);

/* Advisories. */
int page_advisories(struct request *);
int file_advisories_atom(struct request *);
int file_advisories_csv(struct request *);
int page_advisory(struct request *);
int file_csaf_provider(struct request *);
int file_csaf_service(struct request *);
int page_csaf_folder(struct request *);
int file_csaf_index(struct request *);
int file_csaf_changes(struct request *);
int file_csaf_feed(struct request *);
int page_csaf_year(struct request *);
int file_csaf_document(struct request *);

/* Figures of each quarter. */
int page_statistics(struct request *);
int file_statistics(struct request *);
int page_statistics_quarter(struct request *);

/* For search engines. */
int file_sitemap(struct request *);
int file_robots(struct request *);

/* The colour and the logo of the team. */
int file_looks(struct request *);

/* For those who watch over the service. */
int page_health(struct request *);
int page_metrics(struct request *);

/* Reporting. */
int page_report_start(struct request *);
int page_report_who(struct request *);
int post_report_who(struct request *);
int page_report_other_way(struct request *);
int page_report_check(struct request *);
int post_report_check(struct request *);
int page_report_sent(struct request *);
int post_report_forget(struct request *);
int page_report_technical(struct request *);
int post_report_technical(struct request *);
int page_report_step(struct request *);
int post_report_step(struct request *);
const char *holder_of_report(struct request *);

/* Telling us about a weakness. */
int page_vulnerability(struct request *);
int post_vulnerability(struct request *);
int page_vulnerability_report(struct request *);
int post_vulnerability_report(struct request *);

/* How a team is built, and asking for a project that builds one. */
int page_programme(struct request *);
int page_programme_ask(struct request *);
int post_programme_ask(struct request *);
int page_programme_request(struct request *);
int post_programme_request(struct request *);

/* Who was invited to an event. */
int page_event(struct request *);
int post_event(struct request *);
int file_event_calendar(struct request *);

/* Following up. */
int page_follow(struct request *);
int post_follow(struct request *);
int page_follow_ticket(struct request *);
int post_follow_write(struct request *);
const char *holder_of_follow_up(struct request *);
int page_follow_file(struct request *);
int post_follow_solved(struct request *);
int post_follow_leave(struct request *);

/* Signing in. */
int page_login(struct request *);
int post_login(struct request *);
int page_login_code(struct request *);
int post_login_code(struct request *);
int page_login_kept(struct request *);
int post_logout(struct request *);
int page_invite(struct request *);
int post_invite(struct request *);
int page_password(struct request *);
int post_password(struct request *);
int page_password_new(struct request *);
int post_password_new(struct request *);

/* One's own account. */
int page_account(struct request *);
int post_account_password(struct request *);
int post_session_revoke(struct request *);
int post_sessions_revoke_others(struct request *);
int page_factor(struct request *);
int post_factor(struct request *);
int page_recovery(struct request *);
int post_recovery(struct request *);

/* What the team publishes. */
int page_publish(struct request *);
int page_publish_keys(struct request *);
int post_publish_key_add(struct request *);
int post_publish_key_remove(struct request *);
int page_publish_profile(struct request *);
int post_publish_profile(struct request *);
int page_publish_profile_preview(struct request *);
int page_publish_profile_version(struct request *);
int page_publish_profile_section(struct request *);
int post_publish_profile_section(struct request *);
int post_publish_profile_review(struct request *);

/* The desk. */
int page_desk(struct request *);
int page_queue(struct request *);
int page_desk_go(struct request *);
int page_duty(struct request *);
int post_duty_add(struct request *);
int post_duty_begin(struct request *);
int post_duty_end(struct request *);
int post_duty_remove(struct request *);
int page_ticket(struct request *);
int page_ticket_file(struct request *);
int page_ticket_file_locked(struct request *);
int post_ticket_reply(struct request *);
const char *holder_of_reply(struct request *);
int post_ticket_note(struct request *);
const char *holder_of_note(struct request *);
int post_ticket_take(struct request *);
int post_ticket_release(struct request *);
int post_ticket_assign(struct request *);
int post_ticket_state(struct request *);
int post_ticket_priority(struct request *);
int post_ticket_rsit(struct request *);
int post_ticket_tlp(struct request *);
int post_ticket_subject(struct request *);
int post_ticket_spam(struct request *);
int post_ticket_not_spam(struct request *);
int post_ticket_duplicate(struct request *);
int post_ticket_not_duplicate(struct request *);
int post_ticket_accept(struct request *);
int page_desk_new(struct request *);
int post_desk_new(struct request *);
int page_publish_services(struct request *);
int page_publish_service(struct request *);
int post_publish_service(struct request *);
int page_flyer(struct request *);
int page_publish_partners(struct request *);
int post_publish_partners(struct request *);
int page_publish_partner(struct request *);
int post_publish_partner(struct request *);
int post_publish_partner_remove(struct request *);
int page_publish_events(struct request *);
int page_publish_event_new(struct request *);
int post_publish_event_new(struct request *);
int page_publish_event(struct request *);
int page_publish_event_edit(struct request *);
int post_publish_event_edit(struct request *);
int file_publish_event_answers(struct request *);
int post_publish_event_invite(struct request *);
int post_publish_event_remind(struct request *);
int post_publish_event_call_off(struct request *);
int post_publish_guest_remove(struct request *);

/* Writing advisories. */
int page_publish_advisories(struct request *);
int page_publish_advisory_new(struct request *);
int post_publish_advisory_new(struct request *);
int page_publish_advisory(struct request *);
int page_publish_advisory_edit(struct request *);
int post_publish_advisory_edit(struct request *);
int page_publish_advisory_text(struct request *);
int post_publish_advisory_text(struct request *);
int post_publish_advisory_text_remove(struct request *);
int page_publish_advisory_preview(struct request *);
int page_publish_advisory_revision(struct request *);
int post_publish_advisory_review(struct request *);
int post_publish_advisory_approve(struct request *);
int post_publish_advisory_return(struct request *);
int post_publish_advisory_override(struct request *);
int post_publish_advisory_look_back(struct request *);
int post_publish_advisory_publish(struct request *);
int post_publish_advisory_call_off(struct request *);
int post_publish_advisory_correct(struct request *);
int post_publish_advisory_leave(struct request *);
int post_publish_advisory_withdraw(struct request *);
int post_publish_advisory_agree(struct request *);
int post_publish_advisory_keep(struct request *);

/* Lists, who reads them, and what goes to them. */
int page_publish_lists(struct request *);
int page_publish_list_new(struct request *);
int post_publish_list_new(struct request *);
int page_publish_list(struct request *);
int page_publish_list_edit(struct request *);
int post_publish_list_edit(struct request *);
int post_publish_list_end(struct request *);
int post_publish_list_start(struct request *);
int page_publish_list_invite(struct request *);
int post_publish_list_invite(struct request *);
int file_publish_subscribers(struct request *);
int post_publish_subscriber_remove(struct request *);
int post_publish_subscriber_resume(struct request *);
int page_publish_mailings(struct request *);
int page_publish_mailing_new(struct request *);
int post_publish_mailing_new(struct request *);
int page_publish_mailing(struct request *);
int page_publish_mailing_edit(struct request *);
int post_publish_mailing_edit(struct request *);
int page_publish_mailing_text(struct request *);
int post_publish_mailing_text(struct request *);
int post_publish_mailing_text_remove(struct request *);
int page_publish_mailing_preview(struct request *);
int file_publish_recipients(struct request *);
int post_publish_mailing_discard(struct request *);
int post_publish_mailing_take_up(struct request *);
int post_publish_mailing_send(struct request *);
int post_publish_mailing_stop(struct request *);
int post_publish_mailing_go_on(struct request *);

/* Administration. */
int page_accounts(struct request *);
int post_account_add(struct request *);
int post_account_link(struct request *);
int post_account_roles(struct request *);
int post_account_forget_factor(struct request *);
int post_account_disable(struct request *);
int post_account_enable(struct request *);
int page_mail(struct request *);
int post_mail_try(struct request *);
int post_mail_stop(struct request *);
int post_mail_start(struct request *);

/* Setting up the team. */
int page_setup(struct request *);
int post_setup_open(struct request *);
int page_setup_close(struct request *);
int post_setup_close(struct request *);
int page_setup_team(struct request *);
int post_setup_team(struct request *);
int page_setup_contact(struct request *);
int post_setup_contact(struct request *);
int page_setup_hours(struct request *);
int post_setup_hours(struct request *);
int page_setup_privacy(struct request *);
int page_setup_languages(struct request *);
int post_setup_languages(struct request *);
int post_setup_privacy(struct request *);
int page_setup_looks(struct request *);
int post_setup_looks(struct request *);
int post_setup_logo(struct request *);
int post_setup_logo_remove(struct request *);
int post_setup_looks_back(struct request *);
int page_setup_texts(struct request *);
int post_setup_texts(struct request *);
int page_setup_hotlines(struct request *);
int post_setup_hotlines(struct request *);
int page_setup_hotline(struct request *);
int post_setup_hotline(struct request *);
int post_setup_hotline_remove(struct request *);
int post_setup_hotline_up(struct request *);
int post_setup_hotline_down(struct request *);

#endif
