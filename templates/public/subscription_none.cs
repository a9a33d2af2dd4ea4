<?cs
def:title() ?><?cs var:t("This link is over") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("This link is over") ?></h1>
<p><?cs var:t("No subscription belongs to it any more: it has ended, it was not confirmed in time, or a later mail has a newer link.") ?></p>
<p><a class="button" href="<?cs var:href("/subscribe") ?>"><?cs var:t("Be told by mail") ?></a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
