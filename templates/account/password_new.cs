<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("Choose a password") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("Choose a password") ?></h1>
<p><?cs var:t("When it is saved, you are signed out everywhere else.") ?></p>
<form class="form" method="post" action="<?cs var:href(page.path) ?>" novalidate>
<?cs call:token_field() ?><input class="unseen" type="text" name="username" value="<?cs var:person.email ?>" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>
<?cs each:f = form ?><?cs call:control(f) ?><?cs /each ?><div class="row"><?cs call:button("Save password") ?></div>
</form>
<?cs /def ?><?cs include!"layout.cs" ?>
