<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("You were signed out before this was saved") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("You were signed out before this was saved") ?></h1>
<p><?cs var:t("Nothing is lost. This is what you had typed:") ?></p>
<dl class="answers"><?cs each:x = kept.shown ?>
<div><dt><?cs var:t(x.label) ?></dt><dd class="letter" dir="auto"><?cs var:x.value ?></dd></div><?cs /each ?>
</dl>
<form method="post" action="<?cs var:href(kept.action) ?>">
<?cs call:token_field() ?><?cs each:k = kept.fields ?><input type="hidden" name="<?cs var:k.name ?>" value="<?cs var:k.value ?>"><?cs /each ?>
<div class="row"><?cs call:button("Send now") ?> <a href="<?cs if:user.staff ?><?cs var:href("/desk/queue") ?><?cs else ?><?cs var:href("/account") ?><?cs /if ?>"><?cs var:t("Leave it") ?></a></div>
</form>
<?cs /def ?><?cs include!"layout.cs" ?>
