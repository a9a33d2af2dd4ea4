<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs if:event.id ?><?cs var:t("Change an event") ?><?cs else ?><?cs var:t("New event") ?><?cs /if ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:stale_box(stale) ?><?cs if:event.id ?><?cs call:setup_back("/desk/publish/events/" + event.id, "Back to the event") ?><?cs else ?><?cs call:setup_back("/desk/publish/events", "All events") ?><?cs /if ?><h1><?cs call:title() ?></h1>
<?cs if:event.id ?><p><?cs var:t("When time or place change, everybody who was invited and did not say no hears of it by mail.") ?></p>
<form class="form" method="post" action="<?cs var:href("/desk/publish/events/" + event.id + "/edit") ?>" novalidate>
<?cs else ?><p><?cs var:t("Nobody hears of it before you invite people, unless you show it to everybody.") ?></p>
<form class="form" method="post" action="<?cs var:href("/desk/publish/events/new") ?>" novalidate>
<?cs /if ?><?cs call:setup_token() ?><?cs call:setup_fields() ?><div class="row"><?cs call:button("Save") ?></div>
</form></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
