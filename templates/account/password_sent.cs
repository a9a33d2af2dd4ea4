<?cs def:title() ?><?cs var:t("Your administrator knows") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Your administrator knows") ?></h1>
<p><?cs var:t("If there is an account with this address, its administrator now sees that a new password was asked for, and gives you a link. It works once, for half an hour.") ?></p>
<p><?cs var:t("If you hear nothing, ask whoever invited you.") ?></p>
<p><a href="<?cs var:href("/login") ?>"><?cs var:t("Sign in") ?></a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
