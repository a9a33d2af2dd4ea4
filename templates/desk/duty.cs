<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t("On duty") ?><?cs /def ?><?cs
def:duty_name(d) ?><?cs if:d.email ?><bdi dir="ltr"><?cs var:d.email ?></bdi><?cs else ?><bdi class="name"><?cs var:d.name ?></bdi><?cs /if ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("On duty") ?></h1>
<p><?cs var:t("Whoever is on duty gets a mail when a report arrives: its reference, category and priority, and nothing that was reported.") ?></p>
<?cs if:mail.off ?><p class="panel"><strong><?cs var:t("No mail is sent.") ?></strong> <?cs var:t("No mail server is named yet. Until then look into the queue.") ?></p>
<?cs /if ?><form class="row" method="post" action="<?cs if:mine ?><?cs var:href("/desk/duty/end") ?><?cs else ?><?cs var:href("/desk/duty/begin") ?><?cs /if ?>"><?cs call:token_field() ?><?cs if:mine ?><?cs call:plain_button("End my duty") ?><?cs else ?><?cs call:button("Begin my duty") ?><?cs /if ?></form>
<?cs if:subcount(duty) == #0 ?><p class="panel"><?cs var:t("Nobody is on duty. New reports wait in the queue, and no mail says that they came.") ?></p>
<?cs else ?><section class="frame" aria-label="<?cs var:t("On duty") ?>" tabindex="0"><table class="list">
<thead><tr><th scope="col"><?cs var:t("Who") ?></th><th scope="col"><?cs var:t("Since") ?></th><?cs if:user.lead ?><th scope="col"><?cs var:t("Change") ?></th><?cs /if ?></tr></thead>
<tbody><?cs each:d = duty ?>
<tr><td><?cs call:duty_name(d) ?></td><td><?cs call:moment(d.since_at) ?></td><?cs if:user.lead ?><td><form method="post" action="<?cs var:href("/desk/duty/" + d.id + "/remove") ?>"><?cs call:token_field() ?><button class="button" type="submit"><?cs var:t("Remove") ?><span class="unseen">: <?cs call:duty_name(d) ?></span></button></form></td><?cs /if ?></tr><?cs /each ?>
</tbody>
</table></section>
<?cs /if ?><?cs if:user.lead ?><h2><?cs var:t("An address for every new report") ?></h2>
<form class="form narrow" method="post" action="<?cs var:href("/desk/duty") ?>" novalidate>
<?cs call:token_field() ?>
<?cs each:f = form ?><?cs call:control_compact(f) ?><?cs /each ?><div class="row"><?cs call:button("Add") ?></div>
</form>
<?cs /if ?><?cs /def ?><?cs include!"desk_layout.cs" ?>
