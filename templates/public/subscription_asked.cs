<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("Shall we write to you?") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Shall we write to you?") ?></h1>
<dl class="facts"><div><dt><?cs var:t("Mailing list") ?></dt><dd dir="auto"><?cs var:t(subscription.list) ?> <span class="soft"><?cs var:subscription.tlp ?></span><?cs if:subscription.wording ?><br><?cs var:subscription.wording ?><?cs /if ?></dd></div>
<div><dt><?cs var:t("To") ?></dt><dd><bdi dir="ltr"><?cs var:subscription.email ?></bdi></dd></div></dl>
<form method="post" action="<?cs var:href(subscription.path + "/confirm") ?>"><?cs call:token_field() ?><button class="button main big" type="submit"><?cs var:t("Yes, write to me") ?></button></form>
<p class="after"><?cs var:t("If not, close this page. You will not be written to.") ?></p>
<?cs /def ?><?cs include!"layout.cs" ?>
