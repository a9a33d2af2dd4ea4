<?cs
# The marks of a ticket: the same thing looks the same everywhere. ?><?cs

def:moment(m) ?><time datetime="<?cs var:m ?>"><?cs var:m.text ?></time><?cs /def ?><?cs

def:reference(r) ?><bdi dir="ltr"><?cs var:r ?></bdi><?cs /def ?><?cs

# What opens a report again, to be kept. ?><?cs
def:reference_and_secret(s) ?><dl class="keep">
<dt><?cs var:t("Reference") ?></dt>
<dd><?cs call:reference(s.reference) ?></dd>
<dt><?cs var:t("Secret") ?></dt>
<dd><?cs call:reference(s.secret) ?></dd>
</dl><?cs /def ?><?cs

# A shape and a word; never a colour alone. ?><?cs
def:state_mark(state, label) ?><span class="state"><svg width="14" height="14" aria-hidden="true"><use href="/static/symbols.svg#<?cs
	if:state == "new" || state == "held" || state == "waiting" || state == "elsewhere" || state == "solved" || state == "closed" ?><?cs var:state ?><?cs
	elif:state == "published" ?>solved<?cs
	elif:state == "spam" || state == "duplicate" || state == "refused" ?>refused<?cs
	else ?>open<?cs /if ?>"/></svg><?cs var:t(label) ?></span><?cs /def ?><?cs

# The same where there is little room. ?><?cs
def:state_short(state, label) ?><?cs
	if:state == "waiting" ?><?cs call:state_mark(state, "Waiting") ?><?cs
	elif:state == "elsewhere" ?><?cs call:state_mark(state, "Elsewhere") ?><?cs
	else ?><?cs call:state_mark(state, label) ?><?cs /if ?><?cs /def ?><?cs

# FIRST's colours on their black box, left to right in every language. ?><?cs
def:tlp_mark(tlp) ?><span class="tlp <?cs
	if:tlp == "red" ?>red" dir="ltr">TLP:RED<?cs
	elif:tlp == "amber+strict" ?>amber" dir="ltr">TLP:AMBER+STRICT<?cs
	elif:tlp == "green" ?>green" dir="ltr">TLP:GREEN<?cs
	elif:tlp == "clear" ?>clear" dir="ltr">TLP:CLEAR<?cs
	else ?>amber" dir="ltr">TLP:AMBER<?cs /if ?></span><?cs /def ?><?cs

# Words and a thin bar: how much of the time is gone. ?><?cs
def:clock_mark(c) ?><?cs if:c.said ?><span class="clock <?cs var:c.state ?>"><?cs var:c.said ?><?cs
	if:c.state == "due" ?><svg width="88" height="3" aria-hidden="true"><rect width="<?cs var:#c.part ?>%" height="100%"/></svg><?cs /if ?></span><?cs /if ?><?cs /def ?><?cs

# What a form about a ticket carries: a form of an older version does not
# overwrite. ?><?cs
def:ticket_token() ?><input type="hidden" name="token" value="<?cs var:token ?>"><input type="hidden" name="version" value="<?cs var:ticket.version ?>"><input type="hidden" name="seen" value="<?cs var:ticket.seen ?>"><?cs /def ?>
<?cs

# Said only where it is out of the ordinary. ?><?cs
def:priority_mark(priority) ?><?cs if:priority == "urgent" || priority == "critical" ?><strong class="stop" dir="<?cs var:lang.dir ?>"><?cs var:t("Urgent") ?></strong> <?cs elif:priority == "high" ?><strong class="wait" dir="<?cs var:lang.dir ?>"><?cs var:t("High") ?></strong> <?cs /if ?><?cs /def ?>
