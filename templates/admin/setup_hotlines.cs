<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/team.cs" ?><?cs
def:title() ?><?cs var:t("Hotlines") ?><?cs /def ?><?cs
def:hotline_act(h, act, label) ?><form method="post" action="<?cs var:href("/admin/setup/hotlines/" + h.id + act) ?>"><?cs call:token_field() ?><button class="button" type="submit"><?cs var:t(label) ?><span class="unseen">: <bdi class="name"><?cs var:h.name ?></bdi></span></button></form> <?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:setup_back("/admin/setup", "Back to all of it") ?><h1><?cs var:t("Hotlines") ?></h1>
<p class="soft"><?cs var:t("Other numbers that a frightened person may need, in the order in which the pages show them.") ?></p>
<?cs if:subcount(hotlines) == #0 ?><p class="panel"><?cs var:t("None yet. The pages show the emergency number alone.") ?></p>
<?cs else ?><ol class="plain stack"><?cs each:h = hotlines ?>
<li class="entry"><p><strong><bdi class="name"><?cs var:h.name ?></bdi></strong> <?cs call:phone_link(h.phone) ?></p>
<?cs if:h.note ?><p class="soft" dir="auto"><?cs var:h.note ?></p>
<?cs /if ?><?cs if:h.category ?><p class="soft"><?cs var:t("Shown first to those who report") ?>: <?cs var:t(h.category) ?></p>
<?cs /if ?><div class="row"><a class="button" href="<?cs var:href("/admin/setup/hotlines/" + h.id) ?>"><?cs var:t("Change") ?><span class="unseen">: <bdi class="name"><?cs var:h.name ?></bdi></span></a> <?cs
if:!first(h) ?><?cs call:hotline_act(h, "/up", "Move up") ?><?cs /if ?><?cs
if:!last(h) ?><?cs call:hotline_act(h, "/down", "Move down") ?><?cs /if ?><?cs
call:hotline_act(h, "/remove", "Remove") ?></div></li><?cs /each ?>
</ol>
<?cs /if ?><h2><?cs var:t("Add a hotline") ?></h2>
<?cs if:hotlines_full ?><p><?cs var:t("There are as many hotlines as the pages show. Remove one first.") ?></p>
<?cs else ?><form class="form" method="post" action="<?cs var:href("/admin/setup/hotlines") ?>" novalidate>
<?cs call:setup_token() ?><?cs call:setup_fields() ?><div class="row"><?cs call:button("Add") ?></div>
</form>
<?cs /if ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
