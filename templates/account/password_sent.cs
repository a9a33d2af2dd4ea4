<?cs def:title() ?><?cs if:mailed ?><?cs var:t("Look into your mail") ?><?cs else ?><?cs var:t("Your administrator knows") ?><?cs /if ?><?cs /def ?><?cs
def:body() ?>
<?cs if:mailed ?><h1><?cs var:t("Look into your mail") ?></h1>
<p><?cs var:t("If there is an account with this address, a link to a new password is on its way to it. It works once, for half an hour. At most three of them are sent in an hour.") ?></p>
<p><?cs var:t("If nothing comes within a few minutes, look where your mail program puts advertising, or ask whoever invited you.") ?></p>
<?cs else ?><h1><?cs var:t("Your administrator knows") ?></h1>
<p><?cs var:t("If there is an account with this address, its administrator now sees that a new password was asked for, and gives you a link. It works once, for half an hour.") ?></p>
<p><?cs var:t("If you hear nothing, ask whoever invited you.") ?></p>
<?cs /if ?><p><a href="<?cs var:href("/login") ?>"><?cs var:t("Sign in") ?></a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
