<?cs
# Why a PDF could not be made, and when it is tried again. ?><?cs

def:printed_again(x) ?><?cs var:t1("Tried again: {when}", "when", x.next_at.text) ?><?cs /def ?><?cs

def:printed_failure(x) ?><?cs
	if:x.failed == "long" ?><?cs var:t("There is more text than fits on one page.") ?><?cs
	elif:x.failed == "program" ?><?cs var:t("WeasyPrint, which draws it, is not on this machine.") ?> <?cs call:printed_again(x) ?><?cs
	else ?><?cs var:t("The program that draws it failed; the log of the jobs says how.") ?> <?cs call:printed_again(x) ?><?cs /if ?><?cs /def ?>
