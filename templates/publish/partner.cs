<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Change a partner") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:stale_box(stale) ?><?cs call:setup_back("/desk/publish/partners", "Back to the partners") ?><h1><?cs var:t("Change a partner") ?></h1>
<p><bdi class="name"><?cs var:partner.name ?></bdi></p>
<form class="form" method="post" action="<?cs var:href("/desk/publish/partners/" + partner.id) ?>" novalidate>
<?cs call:setup_token() ?><?cs call:setup_fields() ?><div class="row"><?cs call:button("Save") ?></div>
</form></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
