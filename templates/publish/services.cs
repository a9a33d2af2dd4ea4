<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Services") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:setup_back("/desk/publish", "Publish") ?><h1><?cs var:t("Services") ?></h1>
<p><?cs var:t("What the team offers, after the services framework of FIRST, version 2.1. The public page shows what runs and what is planned, with your own words.") ?></p>
<p><?cs var:tn("{n} service runs", "{n} services run", #running) ?>, <?cs var:tn("{n} is planned", "{n} are planned", #planned) ?>. <a href="<?cs var:href("/services") ?>"><?cs var:t("Look at the public page") ?></a></p>
<section class="frame" aria-label="<?cs var:t("Services") ?>" tabindex="0"><table class="list stacks">
<thead><tr><th scope="col"><?cs var:t("Service") ?></th><th scope="col"><?cs var:t("How it stands") ?></th><th scope="col"><?cs var:t("For whom") ?></th><th scope="col"><?cs var:t("Since, or from") ?></th><?cs if:user.lead ?><th scope="col"><?cs var:t("Change") ?></th><?cs /if ?></tr></thead>
<?cs each:a = areas ?><tbody><tr><th scope="rowgroup" colspan="<?cs if:user.lead ?>5<?cs else ?>4<?cs /if ?>"><?cs var:t(a.label) ?></th></tr><?cs each:s = a.services ?>
<tr><td><strong><?cs var:t(s.label) ?></strong><br><span class="soft"><?cs var:t(s.description) ?></span></td><td><?cs if:s.state == "running" ?><strong class="good"><?cs var:t(s.state_label) ?></strong><?cs elif:s.state == "planned" ?><strong><?cs var:t(s.state_label) ?></strong><?cs else ?><span class="soft"><?cs var:t(s.state_label) ?></span><?cs /if ?></td><td><?cs if:s.audience ?><?cs var:t(s.audience) ?><?cs /if ?></td><td><?cs if:s.since ?><time datetime="<?cs var:s.since_on ?>"><?cs var:s.since ?></time><?cs /if ?></td><?cs if:user.lead ?><td><a class="button" href="<?cs var:href("/desk/publish/services/" + s.id) ?>"><?cs var:t("Change") ?><span class="unseen">: <?cs var:t(s.label) ?></span></a></td><?cs /if ?></tr><?cs /each ?>
</tbody>
<?cs /each ?></table></section>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
