<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t("Events") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:setup_back("/desk/publish", "Publish") ?>
<div class="titled"><h1><?cs var:t("Events") ?></h1>
<?cs if:user.lead ?><a class="button main" href="<?cs var:href("/desk/publish/events/new") ?>"><?cs var:t("New event") ?></a><?cs /if ?></div>
<?cs if:subcount(events) == #0 ?><div class="panel"><p><strong><?cs var:t("Nothing here.") ?></strong> <?cs var:t("Describe an event, then invite people by mail. Each gets a link to answer with; you see here who comes.") ?></p></div>
<?cs else ?><section class="frame" aria-label="<?cs var:t("Events") ?>" tabindex="0"><table class="list stacks">
<thead><tr><th scope="col"><?cs var:t("Title") ?></th><th scope="col"><?cs var:t("Begins") ?></th><th scope="col"><?cs var:t("State") ?></th></tr></thead>
<tbody><?cs each:x = events ?>
<tr><td dir="auto"><a href="<?cs var:href("/desk/publish/events/" + x.id) ?>"><?cs var:x.title ?></a></td><td><?cs call:moment(x.starts_at) ?></td><td><?cs if:x.called_off ?><span class="stop"><?cs var:t("Called off") ?></span><?cs elif:x.over ?><span class="soft"><?cs var:t("Over") ?></span><?cs else ?><?cs var:t("To come") ?><?cs if:x.shown ?> · <?cs var:t("public") ?><?cs /if ?><?cs /if ?></td></tr><?cs /each ?>
</tbody></table></section>
<?cs /if ?><?cs if:page.newest || page.older ?><nav class="row" aria-label="<?cs var:t("Pages") ?>"><?cs if:page.newest ?><a class="button" href="<?cs var:href(page.newest) ?>"><?cs var:t("To the newest") ?></a> <?cs /if ?><?cs if:page.older ?><a class="button" rel="next" href="<?cs var:href(page.older) ?>"><?cs var:t("Older ones") ?></a><?cs /if ?></nav>
<?cs /if ?><p><a href="<?cs var:href("/events") ?>"><?cs var:t("Look at the public page") ?></a></p>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
