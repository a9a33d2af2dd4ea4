<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:event.title ?><?cs /def ?><?cs
def:happened(x) ?><?cs
if:x.action == "added" ?><?cs var:t("Written") ?><?cs
elif:x.action == "saved" ?><?cs var:t("Changed") ?><?cs
elif:x.action == "invited" ?><?cs var:t1("Invited: {number}", "number", x.number) ?><?cs
elif:x.action == "reminded" ?><?cs var:t1("Reminded: {number}", "number", x.number) ?><?cs
elif:x.action == "called_off" ?><?cs var:t("Called off") ?><?cs
elif:x.action == "guest_removed" ?><?cs var:t("A guest removed") ?><?cs
elif:x.action == "erased" ?><?cs var:t("Guests forgotten") ?><?cs
/if ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><?cs if:list.told ?><section class="notice" role="status"><p><?cs var:t1("Invitations that leave now: {number}.", "number", list.fresh) ?><?cs
if:#list.before > #0 ?> <?cs var:t1("Invited already: {number}.", "number", list.before) ?><?cs /if ?><?cs
if:#list.twice > #0 ?> <?cs var:t1("Twice in the list: {number}.", "number", list.twice) ?><?cs /if ?></p></section>
<?cs /if ?><?cs call:setup_back("/desk/publish/events", "All events") ?>
<div class="titled"><h1 dir="auto"><?cs var:event.title ?></h1>
<?cs if:may.change ?><a class="button" href="<?cs var:href("/desk/publish/events/" + event.id + "/edit") ?>"><?cs var:t("Change") ?></a><?cs /if ?></div>
<?cs if:event.called_off_at ?><p class="strip"><strong class="stop"><?cs var:t("Called off") ?></strong> <?cs call:moment(event.called_off_at) ?></p>
<?cs elif:event.over ?><p class="strip"><?cs var:t("This event is over.") ?></p>
<?cs /if ?><div class="ticket"><div class="stack">
<dl class="lines"><div><dt><?cs var:t("Begins") ?></dt><dd><?cs call:moment(event.starts_at) ?></dd></div>
<div><dt><?cs var:t("Ends") ?></dt><dd><?cs call:moment(event.ends_at) ?></dd></div>
<div><dt><?cs var:t("Where") ?></dt><dd dir="auto"><?cs var:event.place ?></dd></div>
<div><dt><?cs var:t("Answers until") ?></dt><dd><?cs call:moment(event.answer_until) ?></dd></div>
<div><dt><?cs var:t("Places") ?></dt><dd><?cs if:#event.places > #0 ?><?cs var:t2("{taken} of {places} taken", "taken", said.people, "places", event.places) ?><?cs else ?><?cs var:t1("for all who come; until now {number}", "number", said.people) ?><?cs /if ?></dd></div>
<div><dt><?cs var:t("Who reads of it") ?></dt><dd><?cs if:event.shown ?><?cs var:t("Everybody") ?><?cs else ?><?cs var:t("Those who are invited") ?><?cs /if ?></dd></div></dl>
<section class="stack" aria-labelledby="guests"><div class="titled"><h2 id="guests"><?cs var:t("Guests") ?></h2><?cs if:#said.invited > #0 && !event.erased_at ?><a class="button" href="<?cs var:href("/desk/publish/events/" + event.id + "/answers.csv") ?>"><?cs var:t("As a table (CSV)") ?></a><?cs /if ?></div>
<?cs if:event.erased_at ?><p><?cs var:t("Who was invited is forgotten by now. The numbers stay:") ?></p>
<dl class="lines"><?cs each:x = answers ?><div><dt><?cs var:t(x.label) ?></dt><dd><?cs var:#x.count ?></dd></div><?cs /each ?></dl>
<?cs elif:#said.invited == #0 ?><p class="panel"><?cs var:t("Nobody is invited yet.") ?></p>
<?cs else ?><div class="strip filters"><div role="group" aria-label="<?cs var:t("Answer") ?>"><?cs each:x = answers ?><a href="<?cs var:href(x.href) ?>"<?cs if:x.chosen ?> aria-current="true"<?cs /if ?>><?cs var:t(x.label) ?> <span><?cs var:#x.count ?></span></a> <?cs /each ?></div></div>
<?cs if:subcount(guests) == #0 ?><p class="panel"><?cs var:t("Nobody.") ?></p>
<?cs else ?><section class="frame" aria-label="<?cs var:t("Guests") ?>" tabindex="0"><table class="list stacks">
<thead><tr><th scope="col"><?cs var:t("Mail address") ?></th><th scope="col"><?cs var:t("Answer") ?></th><th scope="col"><?cs var:t("Remark") ?></th><?cs if:may.remove ?><th scope="col"><?cs var:t("Change") ?></th><?cs /if ?></tr></thead>
<tbody><?cs each:x = guests ?>
<tr><td><bdi dir="ltr"><?cs var:x.email ?></bdi></td><td><?cs var:t(x.answer) ?><?cs if:#x.people > #0 ?> <span class="soft"><?cs var:t1("People: {number}", "number", x.people) ?></span><?cs /if ?><?cs if:x.answered_at ?><br><span class="soft small"><?cs call:moment(x.answered_at) ?></span><?cs /if ?></td><td dir="auto"><?cs var:x.remark ?></td><?cs if:may.remove ?><td><form method="post" action="<?cs var:href("/desk/publish/guests/" + x.id + "/remove") ?>"><?cs call:token_field() ?><button class="button" type="submit"><?cs var:t("Remove") ?><span class="unseen">: <bdi dir="ltr"><?cs var:x.email ?></bdi></span></button></form></td><?cs /if ?></tr><?cs /each ?>
</tbody></table></section>
<?cs /if ?><?cs if:page.older ?><nav class="row" aria-label="<?cs var:t("Pages") ?>"><a class="button" rel="next" href="<?cs var:href(page.older) ?>"><?cs var:t("Further in this list") ?></a></nav>
<?cs /if ?><p class="soft"><?cs var:t1("Days after the event until addresses and answers are forgotten: {number}", "number", event.kept_days) ?></p>
<?cs /if ?></section>
<section class="stack" aria-labelledby="texts"><h2 id="texts"><?cs var:t("Texts") ?></h2>
<?cs each:x = texts ?><div class="entry"><p><strong lang="<?cs var:x.lang ?>" dir="auto"><?cs var:x.title ?></strong> <bdi class="name soft" lang="<?cs var:x.lang ?>"><?cs var:x.language ?></bdi></p>
<?cs if:x.words ?><p class="letter" lang="<?cs var:x.lang ?>" dir="auto"><?cs var:x.words ?></p>
<?cs /if ?></div>
<?cs /each ?></section></div>
<section class="stack" aria-label="<?cs var:t("What to do") ?>">
<?cs if:may.invite ?><?cs if:mail.off ?><p class="panel"><strong><?cs var:t("No mail is sent.") ?></strong> <?cs var:t("No mail server is named yet. Invitations wait until there is one.") ?></p>
<?cs /if ?><form class="form panel" method="post" action="<?cs var:href("/desk/publish/events/" + event.id + "/invite") ?>" novalidate><h2><?cs var:t("Invite people") ?></h2>
<?cs call:token_field() ?><?cs call:control_compact(form.addresses) ?><?cs call:control_compact(form.language) ?><div class="row"><?cs call:button("Invite") ?></div></form>
<?cs /if ?><?cs if:may.remind ?><form class="panel stack" method="post" action="<?cs var:href("/desk/publish/events/" + event.id + "/remind") ?>"><?cs call:token_field() ?><p><?cs var:t("One reminder can be sent to those who have not answered.") ?></p><?cs call:plain_button("Send a reminder") ?></form>
<?cs elif:event.reminded_at ?><p class="soft"><?cs var:t("A reminder was sent:") ?> <?cs call:moment(event.reminded_at) ?></p>
<?cs /if ?><?cs if:may.call_off ?><details class="panel"<?cs if:form.sure.error ?> open<?cs /if ?>><summary><?cs var:t("Call the event off") ?></summary><form class="stack" method="post" action="<?cs var:href("/desk/publish/events/" + event.id + "/call-off") ?>" novalidate><?cs call:token_field() ?><?cs call:control_compact(form.sure) ?><?cs call:plain_button("Call the event off") ?></form></details>
<?cs /if ?><?cs if:subcount(history) > #0 ?><h2><?cs var:t("History") ?></h2>
<ol class="plain line"><?cs each:x = history ?>
<li><?cs call:happened(x) ?> <span class="when"><?cs if:x.name ?><bdi class="name"><?cs var:x.name ?></bdi>, <?cs /if ?><?cs call:moment(x.happened_at) ?></span></li><?cs /each ?>
</ol><?cs /if ?></section></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
