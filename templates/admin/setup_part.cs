<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:heading() ?><?cs var:t(part.title) ?><?cs if:part.language ?>: <bdi class="name" lang="<?cs var:part.lang ?>"><?cs var:part.language ?></bdi><?cs /if ?><?cs /def ?><?cs
def:title() ?><?cs var:t(part.title) ?><?cs if:part.language ?> (<?cs var:part.language ?>)<?cs /if ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:stale_box(stale) ?><?cs call:setup_back("/admin/setup", "Back to all of it") ?><h1><?cs call:heading() ?></h1>
<?cs if:part.hint ?><p class="soft"><?cs var:t(part.hint) ?></p>
<?cs /if ?><?cs if:part.code_fixed ?><p class="strip"><?cs var:t("There are reports, so the code for references stays as it is.") ?></p>
<?cs /if ?><form class="form<?cs if:part.name == "hours" ?> week<?cs /if ?>" method="post" action="<?cs var:href(part.path) ?>" novalidate>
<?cs call:setup_token() ?><?cs call:setup_fields() ?><div class="row"><?cs call:button("Save") ?></div>
</form></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
