<?cs def:title() ?><?cs var:t("Look into your mail") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Look into your mail") ?></h1>
<p><?cs var:t("If there is an account with this address, a link is on its way. It works once, for half an hour.") ?></p>
<p><?cs var:t("Nothing came? Look among unwanted mail, check the address, or ask whoever invited you.") ?></p>
<p><a href="<?cs var:href("/login") ?>"><?cs var:t("Sign in") ?></a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
