<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Change a hotline") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs if:stale ?><section class="alarm" aria-labelledby="stale">
<h2 id="stale"><?cs var:t("Somebody else saved this while you were writing") ?></h2>
<p><?cs var:t("Nothing was overwritten. What you typed is below; save again to put it in the place of what is there now:") ?></p>
<p><bdi class="name"><?cs var:hotline.name ?></bdi>, <span dir="ltr"><?cs var:hotline.phone ?></span><?cs if:hotline.note ?>, <span dir="auto"><?cs var:hotline.note ?></span><?cs /if ?></p>
</section>
<?cs /if ?><?cs call:setup_back("/admin/setup/hotlines", "Back to the hotlines") ?><h1><?cs var:t("Change a hotline") ?></h1>
<form class="form" method="post" action="<?cs var:href("/admin/setup/hotlines/" + hotline.id) ?>" novalidate>
<?cs call:setup_token() ?><?cs call:setup_fields() ?><div class="row"><?cs call:button("Save") ?></div>
</form></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
