<?cs
def:title() ?><?cs var:t("We no longer write to you") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("We no longer write to you") ?></h1>
<p><?cs var:t("Nothing of this list is sent to you any more. A mail that was on its way already may still come.") ?></p>
<dl class="facts"><div><dt><?cs var:t("Mailing list") ?></dt><dd dir="auto"><?cs var:t(subscription.list) ?></dd></div></dl>
<p><?cs var:t("Was it a slip?") ?> <a href="<?cs var:href("/subscribe") ?>"><?cs var:t("Be told by mail") ?></a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
