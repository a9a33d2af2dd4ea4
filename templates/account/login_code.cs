<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("Enter your code") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><?cs if:kept ?><p class="notice"><?cs var:t("What you typed before you were signed out is kept.") ?></p>
<?cs /if ?><form class="form" method="post" action="<?cs var:href("/login/code") ?>" novalidate>
<?cs call:token_field() ?>
<?cs call:control_as_title(form.code) ?><p class="hint"><?cs var:t("No telephone at hand? One of your recovery codes does as well, once.") ?></p>
<div class="row"><?cs call:button("Continue") ?></div>
</form>
<p><a href="<?cs var:href("/login") ?>"><?cs var:t("Sign in as somebody else") ?></a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
