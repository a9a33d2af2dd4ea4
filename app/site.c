/* The site map. Every address, who may open it, and where its page is. */
#include "site.h"

#include <stddef.h>

#include "domain/look.h"

const struct route site[] = {
	/* Everybody. */
	{ GET,  "/",                              PUBLIC, ANYONE,        page_home              },
	{ GET,  "/contact",                       PUBLIC, ANYONE,        page_contact           },
	{ GET,  "/about",                         PUBLIC, ANYONE,        page_about             },
	{ GET,  "/services",                      PUBLIC, ANYONE,        page_services          },
	{ GET,  "/partners",                      PUBLIC, ANYONE,        page_partners          },
	{ GET,  "/events",                        PUBLIC, ANYONE,        page_events            },
	{ GET,  "/guidelines",                    PUBLIC, ANYONE,        page_guidelines        },
	{ GET,  "/threat-model",                  PUBLIC, ANYONE,        page_threat_model      },
	{ GET,  "/privacy",                       PUBLIC, ANYONE,        page_privacy           },
	{ GET,  "/accessibility",                 PUBLIC, ANYONE,        page_accessibility     },

	/* The profile (RFC 2350), and what mail programs and researchers ask for. */
	{ GET,  "/rfc2350",                       PUBLIC, ANYONE,        page_rfc2350           },
	{ GET,  "/rfc2350.txt",                   PUBLIC, ANYONE,        file_rfc2350           },
	{ GET,  "/rfc2350.txt.asc",               PUBLIC, ANYONE,        file_rfc2350_signed    },
	{ GET,  "/rfc2350/v/:id",                 PUBLIC, ANYONE,        page_rfc2350_version   },
	{ GET,  "/rfc2350/v/:id/text",            PUBLIC, ANYONE,        file_rfc2350_version   },
	{ GET,  "/rfc2350/v/:id/signed",          PUBLIC, ANYONE,        file_rfc2350_version_signed },
	{ GET,  "/openpgp-key.asc",               PUBLIC, ANYONE,        file_keys, .is = PLAIN },
	{ GET,  "/.well-known/openpgpkey/policy", PUBLIC, ANYONE,        file_key_policy, .is = PLAIN },
	{ GET,  "/.well-known/openpgpkey/hu/:hash", PUBLIC, ANYONE,      file_key, .is = PLAIN },
	{ GET,  "/.well-known/security.txt",      PUBLIC, ANYONE,        file_security, .is = PLAIN },
	{ GET,  "/security.txt",                  PUBLIC, ANYONE,        file_security_moved, .is = PLAIN },

	/* Advisories, for people and for machines. */
	{ GET,  "/advisories",                    PUBLIC, ANYONE,        page_advisories        },
	{ GET,  "/advisories.atom",               PUBLIC, ANYONE,        file_advisories_atom   },
	{ GET,  "/advisories.csv",                PUBLIC, ANYONE,        file_advisories_csv    },
	{ GET,  "/advisories/:reference",         PUBLIC, ANYONE,        page_advisory          },
	{ GET,  "/.well-known/csaf/provider-metadata.json", PUBLIC, ANYONE, file_csaf_provider, .is = PLAIN },
	{ GET,  "/.well-known/csaf/service.json", PUBLIC, ANYONE,        file_csaf_service, .is = PLAIN },
	{ GET,  "/.well-known/csaf/white/",       PUBLIC, ANYONE,        page_csaf_folder, .is = PLAIN },
	{ GET,  "/.well-known/csaf/white/index.txt", PUBLIC, ANYONE,     file_csaf_index, .is = PLAIN },
	{ GET,  "/.well-known/csaf/white/changes.csv", PUBLIC, ANYONE,   file_csaf_changes, .is = PLAIN },
	{ GET,  "/.well-known/csaf/white/feed-tlp-white.json", PUBLIC, ANYONE, file_csaf_feed, .is = PLAIN },
	{ GET,  "/.well-known/csaf/white/:id/",   PUBLIC, ANYONE,        page_csaf_year, .is = PLAIN },
	{ GET,  "/.well-known/csaf/white/:id/:document", PUBLIC, ANYONE, file_csaf_document, .is = PLAIN },

	/* Lists: asked for by anybody, confirmed, changed and ended with what a mail brought. */
	{ GET,  "/subscribe",                     PUBLIC, ANYONE,        page_subscribe         },
	{ POST, "/subscribe",                     PUBLIC, ANYONE,        post_subscribe         },
	{ GET,  "/subscribe/asked",               PUBLIC, ANYONE,        page_subscribe_asked, .is = OWN },
	{ GET,  "/subscription/:token",           PUBLIC, ANYONE,        page_subscription, .is = OWN },
	{ POST, "/subscription/:token",           PUBLIC, ANYONE,        post_subscription      },
	{ POST, "/subscription/:token/confirm",   PUBLIC, ANYONE,        post_subscription_confirm },
	{ GET,  "/unsubscribe/:token",            PUBLIC, ANYONE,        page_unsubscribe, .is = OWN },
	{ POST, "/unsubscribe/:token",            PUBLIC, ANYONE,        post_unsubscribe, .is = ONE_CLICK },

	/* Figures of each quarter. */
	{ GET,  "/statistics",                    PUBLIC, ANYONE,        page_statistics        },
	{ GET,  "/statistics.csv",                PUBLIC, ANYONE,        file_statistics        },
	{ GET,  "/statistics/:quarter",           PUBLIC, ANYONE,        page_statistics_quarter },

	/* For search engines. */
	{ GET,  "/sitemap.xml",                   PUBLIC, ANYONE,        file_sitemap, .is = PLAIN },
	{ GET,  "/robots.txt",                    PUBLIC, ANYONE,        file_robots, .is = PLAIN },

	/* The team's colour and its logo, named by their digests. */
	{ GET,  "/looks/:document",               PUBLIC, ANYONE,        file_looks, .is = PLAIN },

	/* For those who watch over the service, each door for itself. */
	{ GET,  "/healthz",                       PUBLIC, ANYONE,        page_health, .is = PLAIN | OWN },
	{ GET,  "/healthz/inside",                INSIDE, ANYONE,        page_health, .is = PLAIN | OWN },
	{ GET,  "/metrics/public",                PUBLIC, ANYONE,        page_metrics, .is = PLAIN | OWN },
	{ GET,  "/metrics",                       INSIDE, ANYONE,        page_metrics, .is = PLAIN | OWN },

	/* Reporting. Its steps, from /report/what to /report/files and on, are a table in
	 * app/pages/questions.c. */
	{ GET,  "/report",                        PUBLIC, ANYONE,        page_report_start      },
	{ GET,  "/report/who",                    PUBLIC, ANYONE,        page_report_who, .is = UNLISTED },
	{ POST, "/report/who",                    PUBLIC, ANYONE,        post_report_who        },
	{ GET,  "/report/other-way",              PUBLIC, ANYONE,        page_report_other_way, .is = OWN },
	{ GET,  "/report/check",                  PUBLIC, ANYONE,        page_report_check, .is = OWN },
	{ POST, "/report/check",                  PUBLIC, ANYONE,        post_report_check      },
	{ GET,  "/report/sent",                   PUBLIC, ANYONE,        page_report_sent, .is = OWN },
	{ POST, "/report/forget",                 PUBLIC, ANYONE,        post_report_forget     },
	{ GET,  "/report/technical",              PUBLIC, ANYONE,        page_report_technical, .is = OWN },
	{ POST, "/report/technical",              PUBLIC, ANYONE,        post_report_technical, holder_of_report },
	{ GET,  "/report/:step",                  PUBLIC, ANYONE,        page_report_step, .is = OWN },
	{ POST, "/report/:step",                  PUBLIC, ANYONE,        post_report_step, holder_of_report },

	/* Telling us about a weakness. */
	{ GET,  "/vulnerability",                 PUBLIC, ANYONE,        page_vulnerability, .is = FRESH },
	{ POST, "/vulnerability",                 PUBLIC, ANYONE,        post_vulnerability     },
	{ GET,  "/vulnerability/report",          PUBLIC, ANYONE,        page_vulnerability_report, .is = OWN },
	{ POST, "/vulnerability/report",          PUBLIC, ANYONE,        post_vulnerability_report, holder_of_report },

	/* How a team is built, and asking for a project that builds one. */
	{ GET,  "/programme",                     PUBLIC, ANYONE,        page_programme         },
	{ GET,  "/programme/ask",                 PUBLIC, ANYONE,        page_programme_ask, .is = FRESH },
	{ POST, "/programme/ask",                 PUBLIC, ANYONE,        post_programme_ask     },
	{ GET,  "/programme/request",             PUBLIC, ANYONE,        page_programme_request, .is = OWN },
	{ POST, "/programme/request",             PUBLIC, ANYONE,        post_programme_request },

	/* Who was invited to an event answers. */
	{ GET,  "/event/:token",                  PUBLIC, ANYONE,        page_event, .is = OWN },
	{ POST, "/event/:token",                  PUBLIC, ANYONE,        post_event, .is = OWN },
	{ GET,  "/event/:token/event.ics",        PUBLIC, ANYONE,        file_event_calendar, .is = OWN },

	/* Following up. */
	{ GET,  "/follow",                        PUBLIC, ANYONE,        page_follow, .is = OWN },
	{ POST, "/follow",                        PUBLIC, ANYONE,        post_follow            },
	{ GET,  "/follow/ticket",                 PUBLIC, ANYONE,        page_follow_ticket, .is = OWN },
	{ POST, "/follow/ticket/write",           PUBLIC, ANYONE,        post_follow_write, holder_of_follow_up },
	{ GET,  "/follow/ticket/files/:file",     PUBLIC, ANYONE,        page_follow_file, .is = OWN },
	{ POST, "/follow/ticket/solved",          PUBLIC, ANYONE,        post_follow_solved     },
	{ POST, "/follow/leave",                  PUBLIC, ANYONE,        post_follow_leave      },

	/* Signing in. */
	{ GET,  "/login",                         INSIDE, ANYONE,        page_login             },
	{ POST, "/login",                         INSIDE, ANYONE,        post_login             },
	{ GET,  "/login/code",                    INSIDE, ANYONE,        page_login_code        },
	{ POST, "/login/code",                    INSIDE, ANYONE,        post_login_code        },
	{ GET,  "/login/kept",                    INSIDE, SIGNED_IN,     page_login_kept        },
	{ POST, "/logout",                        INSIDE, ANYONE,        post_logout            },
	{ GET,  "/invite/:token",                 INSIDE, ANYONE,        page_invite            },
	{ POST, "/invite/:token",                 INSIDE, ANYONE,        post_invite            },
	{ GET,  "/password",                      INSIDE, ANYONE,        page_password          },
	{ POST, "/password",                      INSIDE, ANYONE,        post_password          },
	{ GET,  "/password/:token",               INSIDE, ANYONE,        page_password_new      },
	{ POST, "/password/:token",               INSIDE, ANYONE,        post_password_new      },

	/* One's own account. A second factor is set up with half a session. */
	{ GET,  "/account",                       INSIDE, SIGNED_IN,     page_account           },
	{ POST, "/account/password",              INSIDE, SIGNED_IN,     post_account_password  },
	{ POST, "/account/sessions/:id/revoke",   INSIDE, SIGNED_IN,     post_session_revoke    },
	{ POST, "/account/sessions/revoke-others",INSIDE, SIGNED_IN,     post_sessions_revoke_others },
	{ GET,  "/account/factor",                INSIDE, ANYONE,        page_factor            },
	{ POST, "/account/factor",                INSIDE, ANYONE,        post_factor            },
	{ GET,  "/account/recovery",              INSIDE, SIGNED_IN,     page_recovery          },
	{ POST, "/account/recovery",              INSIDE, SIGNED_IN,     post_recovery          },

	/* Administration. */
	{ GET,  "/admin/accounts",                INSIDE, ADMINISTRATOR, page_accounts          },
	{ POST, "/admin/accounts",                INSIDE, ADMINISTRATOR, post_account_add       },
	{ POST, "/admin/accounts/:id/link",       INSIDE, ADMINISTRATOR, post_account_link      },
	{ POST, "/admin/accounts/:id/roles",      INSIDE, ADMINISTRATOR, post_account_roles     },
	{ POST, "/admin/accounts/:id/forget-factor",INSIDE, ADMINISTRATOR, post_account_forget_factor },
	{ POST, "/admin/accounts/:id/disable",    INSIDE, ADMINISTRATOR, post_account_disable   },
	{ POST, "/admin/accounts/:id/enable",     INSIDE, ADMINISTRATOR, post_account_enable    },

	/* Setting up the team, and opening its public pages. */
	{ GET,  "/admin/setup",                   INSIDE, ADMINISTRATOR, page_setup             },
	{ POST, "/admin/setup/open",              INSIDE, ADMINISTRATOR, post_setup_open        },
	{ GET,  "/admin/setup/close",             INSIDE, ADMINISTRATOR, page_setup_close       },
	{ POST, "/admin/setup/close",             INSIDE, ADMINISTRATOR, post_setup_close       },
	{ GET,  "/admin/setup/team",              INSIDE, ADMINISTRATOR, page_setup_team        },
	{ POST, "/admin/setup/team",              INSIDE, ADMINISTRATOR, post_setup_team        },
	{ GET,  "/admin/setup/contact",           INSIDE, ADMINISTRATOR, page_setup_contact     },
	{ POST, "/admin/setup/contact",           INSIDE, ADMINISTRATOR, post_setup_contact     },
	{ GET,  "/admin/setup/hours",             INSIDE, ADMINISTRATOR, page_setup_hours       },
	{ POST, "/admin/setup/hours",             INSIDE, ADMINISTRATOR, post_setup_hours       },
	{ GET,  "/admin/setup/privacy",           INSIDE, ADMINISTRATOR, page_setup_privacy     },
	{ POST, "/admin/setup/privacy",           INSIDE, ADMINISTRATOR, post_setup_privacy     },
	{ GET,  "/admin/setup/languages",         INSIDE, ADMINISTRATOR, page_setup_languages   },
	{ POST, "/admin/setup/languages",         INSIDE, ADMINISTRATOR, post_setup_languages   },
	{ GET,  "/admin/setup/looks",             INSIDE, ADMINISTRATOR, page_setup_looks       },
	{ POST, "/admin/setup/looks",             INSIDE, ADMINISTRATOR, post_setup_looks       },
	{ POST, "/admin/setup/looks/back",        INSIDE, ADMINISTRATOR, post_setup_looks_back  },
	{ POST, "/admin/setup/looks/logo",        INSIDE, ADMINISTRATOR, post_setup_logo, .small_file = LOGO_BYTES },
	{ POST, "/admin/setup/looks/logo/remove", INSIDE, ADMINISTRATOR, post_setup_logo_remove },
	{ GET,  "/admin/setup/texts/:language",   INSIDE, ADMINISTRATOR, page_setup_texts       },
	{ POST, "/admin/setup/texts/:language",   INSIDE, ADMINISTRATOR, post_setup_texts       },
	{ GET,  "/admin/setup/hotlines",          INSIDE, ADMINISTRATOR, page_setup_hotlines    },
	{ POST, "/admin/setup/hotlines",          INSIDE, ADMINISTRATOR, post_setup_hotlines    },
	{ GET,  "/admin/setup/hotlines/:id",      INSIDE, ADMINISTRATOR, page_setup_hotline     },
	{ POST, "/admin/setup/hotlines/:id",      INSIDE, ADMINISTRATOR, post_setup_hotline     },
	{ POST, "/admin/setup/hotlines/:id/remove", INSIDE, ADMINISTRATOR, post_setup_hotline_remove },
	{ POST, "/admin/setup/hotlines/:id/up",   INSIDE, ADMINISTRATOR, post_setup_hotline_up  },
	{ POST, "/admin/setup/hotlines/:id/down", INSIDE, ADMINISTRATOR, post_setup_hotline_down },

	/* Mail out. */
	{ GET,  "/admin/mail",                    INSIDE, POSTMASTER,    page_mail              },
	{ POST, "/admin/mail/:id/try",            INSIDE, POSTMASTER,    post_mail_try          },
	{ POST, "/admin/mail/:id/stop",           INSIDE, POSTMASTER,    post_mail_stop         },
	{ POST, "/admin/mail/:id/start",          INSIDE, POSTMASTER,    post_mail_start        },

	/* What the team publishes. */
	{ GET,  "/desk/publish",                  INSIDE, STAFF,         page_publish           },
	{ GET,  "/desk/publish/keys",             INSIDE, STAFF,         page_publish_keys              },
	{ POST, "/desk/publish/keys",             INSIDE, LEAD,          post_publish_key_add           },
	{ POST, "/desk/publish/keys/:id/remove",  INSIDE, LEAD,          post_publish_key_remove        },
	{ GET,  "/desk/publish/profile",          INSIDE, STAFF,         page_publish_profile           },
	{ POST, "/desk/publish/profile",          INSIDE, LEAD,          post_publish_profile           },
	{ GET,  "/desk/publish/profile/preview/:language", INSIDE, STAFF, page_publish_profile_preview  },
	{ GET,  "/desk/publish/profile/versions/:id", INSIDE, STAFF,     page_publish_profile_version   },
	{ GET,  "/desk/publish/profile/:section/:language", INSIDE, STAFF, page_publish_profile_section },
	{ POST, "/desk/publish/profile/:section/:language", INSIDE, STAFF, post_publish_profile_section },
	{ POST, "/desk/publish/profile/:section/:language/review", INSIDE, STAFF, post_publish_profile_review },

	/* The desk. */
	{ GET,  "/desk",                          INSIDE, STAFF,         page_desk              },
	{ GET,  "/desk/queue",                    INSIDE, STAFF,         page_queue             },
	{ GET,  "/desk/go",                       INSIDE, STAFF,         page_desk_go           },
	{ GET,  "/desk/duty",                     INSIDE, STAFF,         page_duty              },
	{ POST, "/desk/duty",                     INSIDE, LEAD,          post_duty_add          },
	{ POST, "/desk/duty/begin",               INSIDE, STAFF,         post_duty_begin        },
	{ POST, "/desk/duty/end",                 INSIDE, STAFF,         post_duty_end          },
	{ POST, "/desk/duty/:id/remove",          INSIDE, LEAD,          post_duty_remove       },
	{ GET,  "/desk/new",                      INSIDE, STAFF,         page_desk_new          },
	{ POST, "/desk/new",                      INSIDE, STAFF,         post_desk_new          },
	{ GET,  "/desk/tickets/:reference",       INSIDE, STAFF,         page_ticket            },
	{ GET,  "/desk/tickets/:reference/files/:id", INSIDE, STAFF,     page_ticket_file       },
	{ GET,  "/desk/tickets/:reference/files/:id/locked", INSIDE, STAFF, page_ticket_file_locked },
	{ POST, "/desk/tickets/:reference/reply", INSIDE, STAFF,         post_ticket_reply, holder_of_reply },
	{ POST, "/desk/tickets/:reference/note",  INSIDE, STAFF,         post_ticket_note, holder_of_note },
	{ POST, "/desk/tickets/:reference/take",  INSIDE, STAFF,         post_ticket_take       },
	{ POST, "/desk/tickets/:reference/release", INSIDE, STAFF,       post_ticket_release    },
	{ POST, "/desk/tickets/:reference/assign", INSIDE, STAFF,        post_ticket_assign     },
	{ POST, "/desk/tickets/:reference/state", INSIDE, STAFF,         post_ticket_state      },
	{ POST, "/desk/tickets/:reference/priority", INSIDE, STAFF,      post_ticket_priority   },
	{ POST, "/desk/tickets/:reference/rsit",  INSIDE, STAFF,         post_ticket_rsit       },
	{ POST, "/desk/tickets/:reference/tlp",   INSIDE, STAFF,         post_ticket_tlp        },
	{ POST, "/desk/tickets/:reference/subject", INSIDE, STAFF,       post_ticket_subject    },
	{ POST, "/desk/tickets/:reference/spam",  INSIDE, STAFF,         post_ticket_spam       },
	{ POST, "/desk/tickets/:reference/not-spam", INSIDE, STAFF,      post_ticket_not_spam   },
	{ POST, "/desk/tickets/:reference/duplicate", INSIDE, STAFF,     post_ticket_duplicate  },
	{ POST, "/desk/tickets/:reference/not-duplicate", INSIDE, STAFF, post_ticket_not_duplicate },
	{ POST, "/desk/tickets/:reference/accept", INSIDE, STAFF,        post_ticket_accept     },

	/* Writing advisories. */
	{ GET,  "/desk/publish/advisories",       INSIDE, STAFF,         page_publish_advisories   },
	{ GET,  "/desk/publish/advisories/new",   INSIDE, STAFF,         page_publish_advisory_new },
	{ POST, "/desk/publish/advisories/new",   INSIDE, STAFF,         post_publish_advisory_new },
	{ GET,  "/desk/publish/advisories/:reference", INSIDE, STAFF,    page_publish_advisory     },
	{ GET,  "/desk/publish/advisories/:reference/edit", INSIDE, STAFF, page_publish_advisory_edit },
	{ POST, "/desk/publish/advisories/:reference/edit", INSIDE, STAFF, post_publish_advisory_edit },
	{ GET,  "/desk/publish/advisories/:reference/texts/:language", INSIDE, STAFF, page_publish_advisory_text },
	{ POST, "/desk/publish/advisories/:reference/texts/:language", INSIDE, STAFF, post_publish_advisory_text },
	{ POST, "/desk/publish/advisories/:reference/texts/:language/remove", INSIDE, STAFF, post_publish_advisory_text_remove },
	{ GET,  "/desk/publish/advisories/:reference/preview/:language", INSIDE, STAFF, page_publish_advisory_preview },
	{ GET,  "/desk/publish/advisories/:reference/revisions/:id", INSIDE, STAFF, page_publish_advisory_revision },
	{ POST, "/desk/publish/advisories/:reference/review", INSIDE, STAFF, post_publish_advisory_review },
	{ POST, "/desk/publish/advisories/:reference/approve", INSIDE, STAFF, post_publish_advisory_approve },
	{ POST, "/desk/publish/advisories/:reference/return", INSIDE, STAFF, post_publish_advisory_return },
	{ POST, "/desk/publish/advisories/:reference/override", INSIDE, LEAD, post_publish_advisory_override },
	{ POST, "/desk/publish/advisories/:reference/look-back", INSIDE, STAFF, post_publish_advisory_look_back },
	{ POST, "/desk/publish/advisories/:reference/publish", INSIDE, STAFF, post_publish_advisory_publish },
	{ POST, "/desk/publish/advisories/:reference/call-off", INSIDE, STAFF, post_publish_advisory_call_off },
	{ POST, "/desk/publish/advisories/:reference/correct", INSIDE, STAFF, post_publish_advisory_correct },
	{ POST, "/desk/publish/advisories/:reference/leave", INSIDE, STAFF, post_publish_advisory_leave },
	{ POST, "/desk/publish/advisories/:reference/withdraw", INSIDE, STAFF, post_publish_advisory_withdraw },
	{ POST, "/desk/publish/advisories/:reference/withdraw/agree", INSIDE, STAFF, post_publish_advisory_agree },
	{ POST, "/desk/publish/advisories/:reference/withdraw/keep", INSIDE, STAFF, post_publish_advisory_keep },

	/* What everybody reads, kept at the desk. */
	{ GET,  "/desk/publish/services",         INSIDE, STAFF,         page_publish_services  },
	{ GET,  "/desk/publish/services/:id",     INSIDE, LEAD,          page_publish_service   },
	{ POST, "/desk/publish/services/:id",     INSIDE, LEAD,          post_publish_service   },
	{ GET,  "/desk/publish/partners",         INSIDE, STAFF,         page_publish_partners  },
	{ POST, "/desk/publish/partners",         INSIDE, LEAD,          post_publish_partners  },
	{ GET,  "/desk/publish/partners/:id",     INSIDE, LEAD,          page_publish_partner   },
	{ POST, "/desk/publish/partners/:id",     INSIDE, LEAD,          post_publish_partner   },
	{ POST, "/desk/publish/partners/:id/remove", INSIDE, LEAD,       post_publish_partner_remove },
	{ GET,  "/desk/publish/events",           INSIDE, STAFF,         page_publish_events    },
	{ GET,  "/desk/publish/events/new",       INSIDE, LEAD,          page_publish_event_new },
	{ POST, "/desk/publish/events/new",       INSIDE, LEAD,          post_publish_event_new },
	{ GET,  "/desk/publish/events/:id",       INSIDE, STAFF,         page_publish_event     },
	{ GET,  "/desk/publish/events/:id/edit",  INSIDE, LEAD,          page_publish_event_edit },
	{ POST, "/desk/publish/events/:id/edit",  INSIDE, LEAD,          post_publish_event_edit },
	{ GET,  "/desk/publish/events/:id/answers.csv", INSIDE, STAFF,   file_publish_event_answers },
	{ POST, "/desk/publish/events/:id/invite", INSIDE, LEAD,         post_publish_event_invite },
	{ POST, "/desk/publish/events/:id/remind", INSIDE, LEAD,         post_publish_event_remind },
	{ POST, "/desk/publish/events/:id/call-off", INSIDE, LEAD,       post_publish_event_call_off },
	{ POST, "/desk/publish/guests/:id/remove", INSIDE, LEAD,         post_publish_guest_remove },

	{ 0 }
};
