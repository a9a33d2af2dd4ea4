<?cs
# Lists and what goes to them: the same in every table and on every page. ?><?cs

# How far it is, in words and a thin bar while letters leave. ?><?cs
def:letters_mark(l) ?><?cs if:l.given ?><span class="clock<?cs if:l.busy ?> due<?cs /if ?>"><?cs var:t2("{sent} of {given} sent", "sent", l.sent, "given", l.given) ?><?cs
	if:l.busy ?><svg width="88" height="3" aria-hidden="true"><rect width="<?cs var:#l.part ?>%" height="100%"/></svg><?cs /if ?></span><?cs
	if:l.failed != "0" || l.returned != "0" ?> · <span class="wait"><?cs var:t2("{failed} failed, {returned} came back", "failed", l.failed, "returned", l.returned) ?></span><?cs /if ?><?cs
	if:l.kept != "0" ?> · <span class="soft"><?cs var:t1("{kept} kept for a digest", "kept", l.kept) ?></span><?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:filter_row(label, list) ?><section class="strip filters" aria-label="<?cs var:t("Filters") ?>"><div role="group" aria-label="<?cs var:t(label) ?>"><span class="soft"><?cs var:t(label) ?></span><?cs
	each:x = list ?> <a href="<?cs var:href(x.href) ?>"<?cs if:x.chosen ?> aria-current="true"<?cs /if ?>><?cs var:t(x.label) ?><?cs if:x.count ?> <span><?cs var:x.count ?></span><?cs /if ?></a><?cs /each ?></div></section><?cs /def ?><?cs

def:history_lines() ?><?cs if:subcount(history) > #0 ?><details class="panel"><summary><?cs var:t("History") ?></summary>
<dl class="lines"><?cs each:x = history ?><div><dt><?cs var:t(x.said) ?></dt><dd class="soft small"><?cs if:x.name ?><bdi class="name"><?cs var:x.name ?></bdi>, <?cs /if ?><?cs call:moment(x.at) ?></dd></div><?cs /each ?></dl></details>
<?cs /if ?><?cs /def ?>
