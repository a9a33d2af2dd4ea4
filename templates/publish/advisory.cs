<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/advisory.cs" ?><?cs
def:title() ?><?cs var:advisory.title ?><?cs /def ?><?cs
def:act_open(act) ?><form class="stack" method="post" action="<?cs var:href("/desk/publish/advisories/" + advisory.reference + act) ?>" novalidate><?cs call:token_field() ?><input type="hidden" name="version" value="<?cs var:#advisory.version ?>"><?cs /def ?><?cs
def:act(act, label) ?><?cs call:act_open(act) ?><?cs call:plain_button(label) ?></form><?cs /def ?><?cs
def:main_act(act, label) ?><?cs call:act_open(act) ?><?cs call:button(label) ?></form><?cs /def ?><?cs
def:folded_act(act, label, f) ?><details class="panel"<?cs if:f.error ?> open<?cs /if ?>><summary><?cs var:t(label) ?></summary><?cs call:act_open(act) ?><?cs call:control_compact(f) ?><?cs call:plain_button(label) ?></form></details><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><?cs if:fault ?><section class="problem" aria-labelledby="fault"><h2 id="fault"><?cs var:t("It was not published") ?></h2>
<p><?cs var:t("Programs that read CSAF would not take it. The place in the document:") ?> <bdi dir="ltr"><?cs var:fault ?></bdi></p></section>
<?cs /if ?><?cs if:stale ?><section class="alarm" aria-labelledby="stale"><h2 id="stale"><?cs var:t("Somebody else changed this advisory meanwhile") ?></h2>
<p><?cs var:t("Nothing was done. This is how it stands now.") ?></p></section>
<?cs /if ?><?cs call:setup_back("/desk/publish/advisories", "All advisories") ?>
<div class="head"><h1 lang="<?cs var:advisory.lang ?>" dir="auto"><?cs var:advisory.title ?></h1>
<p><strong><?cs if:waiting ?><?cs var:t("Scheduled") ?><?cs else ?><?cs var:t(advisory.state.label) ?><?cs /if ?></strong> · <?cs call:advisory_kind(advisory) ?> · <?cs call:tlp_mark(advisory.tlp) ?> · <bdi dir="ltr"><?cs var:advisory.reference ?></bdi></p></div>
<?cs if:unseen ?><p class="strip"><strong class="wait"><?cs var:t("To be reviewed afterwards") ?></strong> <?cs var:t("A lead decided without a second person.") ?></p>
<?cs /if ?><?cs if:advisory.asker ?><p class="strip"><strong class="wait"><?cs var:t("To be withdrawn, if somebody agrees") ?></strong> <bdi class="name"><?cs var:advisory.asker ?></bdi><br><span dir="auto"><?cs var:advisory.withdrawal ?></span></p>
<?cs /if ?><?cs if:advisory.correction && may.write ?><p class="strip"><?cs var:t("This is a correction:") ?> <span dir="auto"><?cs var:advisory.correction ?></span></p>
<?cs /if ?><?cs if:out ?><p><a class="button" href="<?cs var:href("/advisories/" + advisory.reference) ?>"><?cs var:t("As everybody reads it") ?></a></p>
<?cs elif:waiting ?><p><?cs var:t("It goes out by itself:") ?> <?cs call:moment(advisory.published_at) ?></p>
<?cs /if ?><div class="ticket"><div class="stack">
<section class="stack" aria-labelledby="texts"><h2 id="texts"><?cs var:t("Texts") ?></h2>
<dl class="lines"><?cs each:x = texts ?><div><dt><bdi class="name" lang="<?cs var:x.lang ?>"><?cs var:x.language ?></bdi><?cs if:x.title ?> <span class="hint" lang="<?cs var:x.lang ?>" dir="auto"><?cs var:x.title ?></span><?cs else ?> <span class="hint"><?cs var:t("Not translated yet") ?></span><?cs /if ?></dt>
<dd class="row"><?cs if:x.title ?><a class="button" href="<?cs var:href("/desk/publish/advisories/" + advisory.reference + "/preview/" + x.lang) ?>"><?cs var:t("Preview") ?><span class="unseen">: <bdi class="name"><?cs var:x.language ?></bdi></span></a><?cs /if ?> <?cs if:may.write ?><?cs if:x.first ?><a class="button" href="<?cs var:href("/desk/publish/advisories/" + advisory.reference + "/edit") ?>"><?cs var:t("Write") ?><span class="unseen">: <bdi class="name"><?cs var:x.language ?></bdi></span></a><?cs else ?><a class="button" href="<?cs var:href("/desk/publish/advisories/" + advisory.reference + "/texts/" + x.lang) ?>"><?cs var:t("Translate") ?><span class="unseen">: <bdi class="name"><?cs var:x.language ?></bdi></span></a><?cs /if ?><?cs /if ?></dd></div><?cs /each ?></dl></section>
<?cs if:subcount(weaknesses) > #0 ?><section class="stack" aria-labelledby="weaknesses"><h2 id="weaknesses"><?cs var:t("Weaknesses") ?></h2>
<ul class="plain stack"><?cs each:x = weaknesses ?><li class="told"><?cs if:x.cve ?><p><bdi dir="ltr"><?cs var:x.cve ?></bdi></p><?cs else ?><p><?cs var:t("Without a CVE id") ?></p><?cs /if ?><?cs call:threat_lines(x) ?></li><?cs /each ?>
</ul></section>
<?cs /if ?><?cs if:subcount(reviews) > #0 ?><section class="stack" aria-labelledby="reviews"><h2 id="reviews"><?cs var:t("Reviews") ?></h2>
<ul class="plain stack"><?cs each:x = reviews ?>
<li class="told"><p><strong><?cs if:x.verdict == "approved" ?><?cs var:t("Approved") ?><?cs elif:x.verdict == "overridden" ?><?cs var:t("Decided without a second person") ?><?cs else ?><?cs var:t("Sent back") ?><?cs /if ?></strong> <bdi class="name"><?cs var:x.name ?></bdi>, <?cs call:moment(x.said_at) ?> <span class="soft">(<?cs var:t1("revision {number}", "number", x.number) ?>)</span><?cs if:x.lapsed ?> <span class="wait"><?cs var:t("No longer holds: the text was changed") ?></span><?cs /if ?></p>
<?cs if:x.reason ?><p class="letter" dir="auto"><?cs var:x.reason ?></p>
<?cs /if ?><?cs if:x.looked_name ?><p class="soft"><?cs var:t("Reviewed afterwards:") ?> <bdi class="name"><?cs var:x.looked_name ?></bdi>, <?cs call:moment(x.looked_at) ?></p>
<p class="letter" dir="auto"><?cs var:x.looked_reason ?></p><?cs /if ?></li><?cs /each ?>
</ul></section>
<?cs /if ?><?cs if:subcount(revisions) > #0 ?><section class="stack" aria-labelledby="revisions"><h2 id="revisions"><?cs var:t("Published revisions") ?></h2>
<ul class="plain stack"><?cs each:x = revisions ?>
<li><a class="button" href="<?cs var:href("/desk/publish/advisories/" + advisory.reference + "/revisions/" + x.number) ?>"><?cs var:t1("Revision {number}", "number", x.number) ?></a> <?cs call:moment(x.published_at) ?> <?cs if:x.withdrawn ?><strong><?cs var:t("Withdrawn") ?></strong> <?cs /if ?><span class="soft" dir="auto"><?cs var:x.reason ?></span></li><?cs /each ?>
</ul></section>
<?cs /if ?><?cs if:subcount(mailings) > #0 ?><section class="stack" aria-labelledby="mailings"><h2 id="mailings"><?cs var:t("Sent to lists") ?></h2>
<ul class="plain stack"><?cs each:x = mailings ?>
<li><a class="button" href="<?cs var:href("/desk/publish/mailings/" + x.id) ?>"><?cs var:tn("Sent to {n} subscriber", "Sent to {n} subscribers", #x.given) ?></a> <bdi class="name"><?cs var:t(x.list) ?></bdi>, <?cs call:moment(x.begun_at) ?> <span class="soft">(<?cs var:t1("revision {number}", "number", x.number) ?>)</span></li><?cs /each ?>
</ul></section>
<?cs /if ?></div>
<section class="stack" aria-labelledby="next"><h2 id="next"><?cs var:t("What comes next") ?></h2>
<?cs if:may.send ?><p class="soft"><?cs var:t("When the text is finished, somebody who did not write it looks at it.") ?></p><?cs call:main_act("/review", "Send for review") ?>
<?cs /if ?><?cs if:own ?><p class="soft"><?cs var:t("You wrote some of it. Somebody else has to look at it.") ?><?cs if:!user.lead ?> <?cs var:t("Where nobody else is there, a duty lead can decide alone, with a reason.") ?><?cs /if ?></p>
<?cs /if ?><?cs if:may.approve ?><p><?cs var:t("Read each text by its preview first.") ?></p><?cs call:main_act("/approve", "Approve") ?>
<?cs /if ?><?cs if:may.publish ?><p><?cs var:t1("Subscribers who get it by mail: {n}", "n", reaches) ?></p><?cs call:act_open("/publish") ?><?cs call:control_compact(form.at) ?><?cs call:button("Publish") ?></form>
<?cs elif:not_clear ?><p class="strip"><?cs var:t("Its label does not allow that everybody reads it. Only TLP:CLEAR can be published.") ?></p>
<?cs /if ?><?cs if:may.return ?><?cs call:folded_act("/return", "Send back", form.remark) ?>
<?cs /if ?><?cs if:may.override ?><?cs call:folded_act("/override", "Decide without a second person", form.why) ?>
<?cs /if ?><?cs if:may.call_off ?><?cs call:act("/call-off", "Call off") ?>
<?cs /if ?><?cs if:may.look ?><?cs call:folded_act("/look-back", "Review it afterwards", form.finding) ?>
<?cs /if ?><?cs if:may.correct ?><?cs call:folded_act("/correct", "Begin a correction", form.correction) ?>
<?cs /if ?><?cs if:may.leave ?><?cs call:act("/leave", "Give up the correction") ?>
<?cs /if ?><?cs if:may.agree ?><?cs call:main_act("/withdraw/agree", "Agree, and withdraw it") ?>
<?cs /if ?><?cs if:may.keep ?><?cs call:act("/withdraw/keep", "Do not withdraw it") ?>
<?cs /if ?><?cs if:may.ask ?><details class="panel"<?cs if:form.withdrawal.error || form.alone.error ?> open<?cs /if ?>><summary><?cs var:t("Withdraw") ?></summary><?cs call:act_open("/withdraw") ?><?cs call:control_compact(form.withdrawal) ?><?cs if:may.withdraw_alone ?><?cs call:control_compact(form.alone) ?><?cs /if ?><?cs call:plain_button("Withdraw") ?></form></details>
<?cs /if ?><?cs if:subcount(writers) > #0 ?><p class="small soft"><?cs var:t("Written by:") ?> <?cs each:x = writers ?><bdi class="name"><?cs var:x.name ?></bdi><?cs if:!last(x) ?>, <?cs /if ?><?cs /each ?></p>
<?cs /if ?></section></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
