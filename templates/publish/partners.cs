<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Partners") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:setup_back("/desk/publish", "Publish") ?><h1><?cs var:t("Partners") ?></h1>
<p><?cs var:t("Teams and bodies that you work with. Everybody can read this list.") ?> <a href="<?cs var:href("/partners") ?>"><?cs var:t("Look at the public page") ?></a></p>
<?cs if:subcount(partners) == #0 ?><p class="panel"><?cs var:t("None yet. The public page says so.") ?></p>
<?cs else ?><ul class="plain stack"><?cs each:p = partners ?>
<li class="entry"><p><strong><bdi class="name"><?cs var:p.name ?></bdi></strong> <span class="soft"><?cs var:t(p.kind) ?></span></p>
<?cs if:p.wording ?><p dir="auto"><?cs var:p.wording ?></p>
<?cs /if ?><?cs if:p.href ?><p><bdi dir="ltr"><?cs var:p.href ?></bdi></p>
<?cs /if ?><?cs if:user.lead ?><div class="row"><a class="button" href="<?cs var:href("/desk/publish/partners/" + p.id) ?>"><?cs var:t("Change") ?><span class="unseen">: <bdi class="name"><?cs var:p.name ?></bdi></span></a> <form method="post" action="<?cs var:href("/desk/publish/partners/" + p.id + "/remove") ?>"><?cs call:token_field() ?><button class="button" type="submit"><?cs var:t("Remove") ?><span class="unseen">: <bdi class="name"><?cs var:p.name ?></bdi></span></button></form></div><?cs /if ?></li><?cs /each ?>
</ul>
<?cs if:page.onward ?><p><a class="button" rel="next" href="<?cs var:href(page.onward) ?>"><?cs var:t("Further in this list") ?></a></p>
<?cs /if ?><?cs /if ?><?cs if:user.lead ?><h2><?cs var:t("Add a partner") ?></h2>
<form class="form" method="post" action="<?cs var:href("/desk/publish/partners") ?>" novalidate>
<?cs call:setup_token() ?><?cs call:setup_fields() ?><div class="row"><?cs call:button("Add") ?></div>
</form>
<?cs /if ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
