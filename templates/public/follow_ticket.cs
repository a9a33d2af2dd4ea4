<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:whose() ?><?cs if:ticket.kind == "request" ?><?cs var:t("Your request") ?><?cs else ?><?cs var:t("Your report") ?><?cs /if ?><?cs /def ?><?cs
def:title() ?><?cs call:whose() ?> <?cs var:ticket.reference ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs call:whose() ?> <?cs call:reference(ticket.reference) ?></h1>
<section class="panel" aria-labelledby="now">
<h2 id="now"><?cs var:t(ticket.state_label) ?></h2>
<?cs if:ticket.state_plain ?><p><?cs var:t(ticket.state_plain) ?></p>
<?cs /if ?><?cs if:ticket.late ?><p><?cs var:t("We wanted to have answered you by now, and are late. If it is urgent, call us.") ?></p>
<?cs elif:!ticket.closed && !ticket.answered_at && ticket.due_at ?><p><?cs var:t("A person answers by:") ?> <?cs call:moment(ticket.due_at) ?></p>
<?cs /if ?></section>
<?cs if:subcount(steps) > #0 ?><h2><?cs var:t("So far") ?></h2>
<ol class="line plain"><?cs each:s = steps ?>
<li class="done"><?cs call:moment(s.happened_at) ?> <?cs var:t(s.label) ?></li><?cs /each ?>
</ol>
<?cs /if ?><h2><?cs var:t("Messages") ?></h2>
<?cs if:subcount(messages) == #0 ?><p class="soft"><?cs var:t("Nothing has been written yet. Our answer will appear here.") ?></p>
<?cs /if ?><?cs each:m = messages ?><article class="entry<?cs if:m.direction == "to_reporter" ?> ours<?cs /if ?>">
<header><h3><?cs if:m.direction == "to_reporter" ?><?cs var:site.team.short ?><?cs else ?><?cs var:t("You") ?><?cs /if ?></h3> <?cs call:moment(m.written_at) ?></header>
<?cs if:m.body ?><p class="letter" dir="auto"><?cs var:m.body ?></p>
<?cs /if ?><?cs if:subcount(m.files) > #0 ?><ul class="files plain"><?cs each:x = m.files ?>
<li><?cs if:m.direction == "to_reporter" ?><a href="<?cs var:href("/follow/ticket/files/" + x.handle) ?>" download><bdi class="name"><?cs var:x.name ?></bdi></a><?cs else ?><bdi class="name"><?cs var:x.name ?></bdi><?cs /if ?> <span class="soft"><?cs var:x.size ?></span></li><?cs /each ?>
</ul>
<?cs /if ?></article>
<?cs /each ?><form class="form after noprint" method="post" action="<?cs var:href("/follow/ticket/write") ?>" enctype="multipart/form-data" novalidate>
<?cs call:token_field() ?>
<?cs each:f = form ?><?cs call:control(f) ?><?cs /each ?><div class="row"><?cs call:button("Send message") ?></div>
</form>
<section class="strip stack after noprint" aria-labelledby="done">
<h2 id="done"><?cs var:t("Before you go") ?></h2>
<div class="row"><?cs if:ticket.may_solve ?><form method="post" action="<?cs var:href("/follow/ticket/solved") ?>"><?cs call:token_field() ?><?cs call:plain_button("It is solved") ?></form>
<?cs /if ?><form method="post" action="<?cs var:href("/follow/leave") ?>"><?cs call:token_field() ?><?cs call:plain_button("Finish") ?></form></div>
<p class="hint"><?cs var:t("Finish closes the report on this device. You can open it again with the reference and the secret.") ?></p>
</section>
<?cs /def ?><?cs include!"layout.cs" ?>
