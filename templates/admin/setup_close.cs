<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Close the public pages") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:setup_back("/admin/setup", "Back to all of it") ?><h1><?cs var:t("Close the public pages") ?></h1>
<p><?cs var:t("Nobody can then report, follow up a report, or read who you are and how you are reached, until you open them again. Who is writing a report at this moment cannot send it.") ?></p>
<p><?cs var:t("The desk goes on, and nothing is lost.") ?></p>
<form class="row" method="post" action="<?cs var:href("/admin/setup/close") ?>"><?cs call:token_field() ?><?cs call:button("Close them now") ?> <a class="button" href="<?cs var:href("/admin/setup") ?>"><?cs var:t("Leave them open") ?></a></form></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
