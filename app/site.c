/* The site map. Every address, who may open it, and where its page is. */
#include "site.h"

#include <stddef.h>

const struct route site[] = {
	/* Everybody. */
	{ GET,  "/",                              PUBLIC, ANYONE,        page_home              },
	{ GET,  "/contact",                       PUBLIC, ANYONE,        page_contact           },
	{ GET,  "/privacy",                       PUBLIC, ANYONE,        page_privacy           },
	{ GET,  "/accessibility",                 PUBLIC, ANYONE,        page_accessibility     },

	/* Reporting. */
	{ GET,  "/report",                        PUBLIC, ANYONE,        page_report_start      },
	{ GET,  "/report/who",                    PUBLIC, ANYONE,        page_report_who        },
	{ POST, "/report/who",                    PUBLIC, ANYONE,        post_report_who        },
	{ GET,  "/report/other-way",              PUBLIC, ANYONE,        page_report_other_way  },
	{ GET,  "/report/check",                  PUBLIC, ANYONE,        page_report_check      },
	{ POST, "/report/check",                  PUBLIC, ANYONE,        post_report_check      },
	{ GET,  "/report/sent",                   PUBLIC, ANYONE,        page_report_sent       },
	{ POST, "/report/forget",                 PUBLIC, ANYONE,        post_report_forget     },
	{ GET,  "/report/:step",                  PUBLIC, ANYONE,        page_report_step       },
	{ POST, "/report/:step",                  PUBLIC, ANYONE,        post_report_step       },

	/* Following up. */
	{ GET,  "/follow",                        PUBLIC, ANYONE,        page_follow            },
	{ POST, "/follow",                        PUBLIC, ANYONE,        post_follow            },
	{ GET,  "/follow/ticket",                 PUBLIC, ANYONE,        page_follow_ticket     },
	{ POST, "/follow/ticket/write",           PUBLIC, ANYONE,        post_follow_write      },
	{ POST, "/follow/ticket/solved",          PUBLIC, ANYONE,        post_follow_solved     },
	{ POST, "/follow/leave",                  PUBLIC, ANYONE,        post_follow_leave      },

	{ 0 }
};
