<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs if:list.id ?><?cs var:t("Change the list") ?>: <?cs var:t(list.name) ?><?cs else ?><?cs var:t("A new list") ?><?cs /if ?><?cs /def ?><?cs
def:form_body(path) ?><form class="form" method="post" action="<?cs var:href(path) ?>" novalidate>
<?cs if:list.id ?><?cs call:setup_token() ?><?cs else ?><?cs call:token_field() ?><?cs /if ?><?cs call:setup_fields() ?><div class="row"><?cs call:button("Save") ?></div>
</form><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:stale_box(stale) ?><?cs if:list.id ?><?cs call:setup_back("/desk/publish/lists/" + list.id, "Back to the list") ?><h1><?cs var:t("Change the list") ?>: <bdi class="name"><?cs var:t(list.name) ?></bdi></h1>
<?cs call:form_body("/desk/publish/lists/" + list.id + "/edit") ?><?cs else ?><?cs call:setup_back("/desk/publish/lists", "Lists") ?><h1><?cs var:t("A new list") ?></h1>
<?cs call:form_body("/desk/publish/lists/new") ?><?cs /if ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
