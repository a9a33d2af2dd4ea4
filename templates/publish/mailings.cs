<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/advisory.cs" ?><?cs include!"parts/mailing.cs" ?><?cs
def:title() ?><?cs var:t("Warnings by mail") ?><?cs if:list.id ?>: <?cs var:t(list.name) ?><?cs /if ?><?cs /def ?><?cs
def:body() ?>
<?cs if:list.id ?><?cs call:setup_back("/desk/publish/lists/" + list.id, "Back to the list") ?><?cs else ?><?cs call:setup_back("/desk/publish", "Publish") ?><?cs /if ?><div class="titled"><h1><?cs var:t("Warnings by mail") ?><?cs if:list.id ?>: <bdi class="name"><?cs var:t(list.name) ?></bdi><?cs /if ?></h1>
<a class="button main" href="<?cs var:href("/desk/publish/mailings/new") ?>"><?cs var:t("Write a warning") ?></a></div>
<?cs call:filter_row("State", filters) ?>
<?cs if:subcount(mailings) == #0 ?><div class="panel empty"><p><strong><?cs var:t("Nothing here.") ?></strong> <?cs if:!narrowed ?><?cs var:t("Write a warning for a list; a lead who did not write it sends it. Published advisories go out by themselves to the lists that carry them.") ?><?cs /if ?></p></div>
<?cs else ?><section class="frame" aria-label="<?cs var:t("Warnings by mail") ?>" tabindex="0"><table class="list stacks">
<thead><tr><th scope="col"><?cs var:t("State") ?></th><th scope="col"><?cs var:t("Title") ?></th><th scope="col"><?cs var:t("Mailing list") ?></th><th scope="col"><?cs var:t("Kind") ?></th><th scope="col"><?cs var:t("Letters") ?></th><th scope="col"><?cs var:t("When, by whom") ?></th></tr></thead>
<tbody><?cs each:x = mailings ?>
<tr><td><?cs var:t(x.state.label) ?></td><td dir="auto"><a href="<?cs var:href("/desk/publish/mailings/" + x.id) ?>"><?cs var:x.title ?></a><?cs if:x.sectors ?><p class="small soft"><?cs var:x.sectors ?></p><?cs /if ?></td><td><bdi class="name"><?cs var:t(x.list) ?></bdi> <?cs call:tlp_mark(x.tlp) ?></td><td><?cs var:t(x.kind) ?><?cs if:x.severity ?> · <?cs call:severity_mark(x.severity) ?><?cs /if ?></td><td><?cs call:letters_mark(x.letters) ?></td><td><?cs call:moment(x.at) ?><?cs if:x.by ?> <span class="soft"><bdi class="name"><?cs var:x.by ?></bdi></span><?cs else ?> <span class="soft"><?cs var:t("With the advisory") ?></span><?cs /if ?></td></tr><?cs /each ?>
</tbody></table></section>
<?cs /if ?><?cs if:page.older ?><nav class="row" aria-label="<?cs var:t("Pages") ?>"><a class="button" rel="next" href="<?cs var:href(page.older) ?>"><?cs var:t("Older ones") ?></a></nav>
<?cs /if ?><?cs /def ?><?cs include!"desk_layout.cs" ?>
