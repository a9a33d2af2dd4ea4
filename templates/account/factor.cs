<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("Set up your second factor") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("Set up your second factor") ?></h1>
<p><?cs var:t("Besides your password you need a code that your telephone shows. A stolen password alone then opens nothing.") ?></p>
<ol>
<li><?cs var:t("Open an authenticator app on your telephone. Any will do.") ?></li>
<li><?cs var:t("Read this picture with it, or type the letters below it.") ?></li>
<li><?cs var:t("Write the six digits that it shows.") ?></li>
</ol>
<div class="keep"><div class="qr" role="img" aria-label="<?cs var:t("The secret as a picture for the app") ?>"><?cs var:raw(factor.qr) ?></div>
<p><span class="soft"><?cs var:t("The same in letters:") ?></span> <bdi dir="ltr"><?cs var:factor.secret ?></bdi></p></div>
<form class="form" method="post" action="<?cs var:href("/account/factor") ?>" novalidate>
<?cs call:token_field() ?>
<?cs each:f = form ?><?cs call:control(f) ?><?cs /each ?><div class="row"><?cs call:button("Continue") ?></div>
</form>
<?cs /def ?><?cs include!"layout.cs" ?>
