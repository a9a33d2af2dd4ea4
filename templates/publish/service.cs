<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t(service.label) ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:stale_box(stale) ?><?cs call:setup_back("/desk/publish/services", "Back to the services") ?><h1><?cs var:t(service.label) ?></h1>
<p class="soft"><?cs var:t(service.area_label) ?></p>
<p><?cs var:t(service.description) ?></p>
<form class="form" method="post" action="<?cs var:href("/desk/publish/services/" + service.id) ?>" novalidate>
<?cs call:setup_token() ?><?cs call:setup_fields() ?><div class="row"><?cs call:button("Save") ?></div>
</form></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
