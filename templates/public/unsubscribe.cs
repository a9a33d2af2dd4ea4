<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("Receive nothing any more") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Receive nothing any more") ?></h1>
<dl class="facts"><div><dt><?cs var:t("Mailing list") ?></dt><dd dir="auto"><?cs var:t(subscription.list) ?></dd></div>
<div><dt><?cs var:t("To") ?></dt><dd><bdi dir="ltr"><?cs var:subscription.email ?></bdi></dd></div></dl>
<form method="post" action="<?cs var:href(subscription.end) ?>"><?cs call:token_field() ?><button class="button main" type="submit"><?cs var:t("End it") ?></button></form>
<p class="after"><?cs var:t("Too much of it?") ?> <a href="<?cs var:href(subscription.path) ?>"><?cs var:t("Receive less instead") ?></a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
