<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("A new password") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("A new password") ?></h1>
<p><?cs if:mailed ?><?cs var:t("Tell us the address you sign in with. A link to a new password is mailed to it.") ?><?cs else ?><?cs var:t("Tell us the address you sign in with. An administrator sees that you asked, and gives you a link to a new password.") ?><?cs /if ?></p>
<form class="form" method="post" action="<?cs var:href("/password") ?>" novalidate>
<?cs call:token_field() ?>
<?cs each:f = form ?><?cs call:control(f) ?><?cs /each ?><div class="row"><?cs call:button("Ask for a new password") ?></div>
</form>
<?cs /def ?><?cs include!"layout.cs" ?>
