<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Write the announcement") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:stale_box(stale) ?><?cs call:setup_back("/desk/publish/announcement", "Back to the announcement") ?><h1><?cs call:title() ?></h1>
<?cs if:announcement.state == "none" ?><p><?cs var:t("This is a proposal, made of what the team has said of itself. Change it as you like, and empty the languages that you do not want.") ?></p>
<?cs elif:announcement.state == "approved" ?><p class="strip"><?cs var:t("It is approved as it stands. A change needs another approval.") ?></p>
<?cs /if ?><form class="form" method="post" action="<?cs var:href("/desk/publish/announcement/edit") ?>" novalidate>
<?cs call:setup_token() ?><?cs call:setup_fields() ?><div class="row"><?cs call:button("Save") ?></div>
</form></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
