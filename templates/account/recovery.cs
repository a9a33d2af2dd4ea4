<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("Your recovery codes") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Your recovery codes") ?></h1>
<?cs if:subcount(codes) > #0 ?><p><?cs var:t("If your telephone is lost, each of these opens your account once. Print this page or write them down, and keep them away from the telephone. They are not shown again.") ?></p>
<ul class="keep codes"><?cs each:c = codes ?>
<li><bdi dir="ltr"><?cs var:c.text ?></bdi></li><?cs /each ?>
</ul>
<p><a class="button main" href="<?cs var:href(next) ?>"><?cs var:t("I have kept them") ?></a></p>
<?cs else ?><p><?cs var:t("They were shown when they were made. If you have lost them, make new ones; the old ones then open nothing.") ?></p>
<form method="post" action="<?cs var:href("/account/recovery") ?>"><?cs call:token_field() ?><?cs call:button("Make new codes") ?></form>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
