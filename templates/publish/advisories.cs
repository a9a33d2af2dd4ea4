<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/advisory.cs" ?><?cs
def:title() ?><?cs var:t("Advisories") ?><?cs /def ?><?cs
def:body() ?>
<div class="titled"><h1><?cs var:t("Advisories") ?></h1>
<a class="button main" href="<?cs var:href("/desk/publish/advisories/new") ?>"><?cs var:t("Write an advisory") ?></a></div>
<section class="strip filters" aria-label="<?cs var:t("Filters") ?>">
<div role="group" aria-label="<?cs var:t("State") ?>"><span class="soft"><?cs var:t("State") ?></span><?cs each:x = filters.state ?> <a href="<?cs var:href(x.href) ?>"<?cs if:x.chosen ?> aria-current="true"<?cs /if ?>><?cs var:t(x.label) ?><?cs if:x.count ?> <span><?cs var:x.count ?></span><?cs /if ?></a><?cs /each ?></div></section>
<?cs if:subcount(advisories) == #0 ?><div class="panel empty"><p><strong><?cs var:t("Nothing here.") ?></strong> <?cs if:!narrowed ?><?cs var:t("An advisory tells everybody of a danger and what to do. Write it, let a colleague review it, publish it.") ?><?cs /if ?></p></div>
<?cs else ?><section class="frame" aria-label="<?cs var:t("Advisories") ?>" tabindex="0"><table class="list stacks">
<thead><tr><th scope="col"><?cs var:t("State") ?></th><th scope="col"><?cs var:t("Title") ?></th><th scope="col"><?cs var:t("Kind") ?></th><th scope="col"><?cs var:t("Reference") ?></th><th scope="col"><?cs var:t("Revision") ?></th><th scope="col"><?cs var:t("Changed") ?></th></tr></thead>
<tbody><?cs each:x = advisories ?>
<tr><td><?cs var:t(x.state.label) ?></td><td dir="auto"><a href="<?cs var:href("/desk/publish/advisories/" + x.reference) ?>"><?cs var:x.title ?></a></td><td><?cs var:t(x.kind) ?><?cs if:x.severity ?> · <?cs call:severity_mark(x.severity) ?><?cs /if ?></td><td class="small"><bdi dir="ltr"><?cs var:x.reference ?></bdi></td><td class="number"><?cs if:#x.number > #0 ?><?cs var:#x.number ?><?cs /if ?></td><td><?cs call:moment(x.changed_at) ?></td></tr><?cs /each ?>
</tbody></table></section>
<?cs /if ?><?cs if:page.older ?><nav class="row" aria-label="<?cs var:t("Pages") ?>"><a class="button" rel="next" href="<?cs var:href(page.older) ?>"><?cs var:t("Older ones") ?></a></nav>
<?cs /if ?><?cs /def ?><?cs include!"desk_layout.cs" ?>
