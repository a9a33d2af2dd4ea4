<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t("Invite addresses") ?>: <?cs var:t(list.name) ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:setup_back("/desk/publish/lists/" + list.id, "Back to the list") ?><h1><?cs var:t("Invite addresses") ?>: <bdi class="name"><?cs var:t(list.name) ?></bdi></h1>
<p><?cs call:tlp_mark(list.tlp) ?> <?cs var:t("Each of them gets one mail with a link that confirms. Nothing else goes there before.") ?></p>
<form class="form" method="post" action="<?cs var:href("/desk/publish/lists/" + list.id + "/invite") ?>" novalidate>
<?cs call:token_field() ?><?cs call:setup_fields() ?><div class="row"><?cs call:button("Invite") ?></div>
</form></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
