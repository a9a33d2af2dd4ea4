<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("Sign in") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("Sign in") ?></h1>
<p class="soft"><?cs var:t("For the team and its constituents. To report something you need no account.") ?></p>
<form class="form" method="post" action="<?cs var:href("/login") ?>" novalidate>
<?cs call:token_field() ?><?cs if:form.next.value ?><input type="hidden" name="next" value="<?cs var:form.next.value ?>"><?cs /if ?>
<?cs call:control(form.email) ?><?cs call:control(form.password) ?><div class="row"><?cs call:button("Sign in") ?> <a href="<?cs var:href("/password") ?>"><?cs var:t("I do not know my password") ?></a></div>
</form>
<p><a href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
