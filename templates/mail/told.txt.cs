<?cs if:letter.kind == "told_password" ?><?cs var:t1("The password of your account was changed: {moment}.", "moment", letter.made_at.text) ?><?cs
elif:letter.kind == "told_factor" ?><?cs var:t1("The second factor of your account, or its recovery codes, were changed: {moment}.", "moment", letter.made_at.text) ?><?cs
elif:letter.kind == "told_roles" ?><?cs var:t1("What your account may do was changed by an administrator: {moment}.", "moment", letter.made_at.text) ?><?cs
else ?><?cs var:t1("Somebody gave your password and then wrong codes, too often: {moment}. They did not get in.", "moment", letter.made_at.text) ?><?cs /if ?>

<?cs if:letter.kind == "told_roles" ?><?cs var:t("You expected this? Then nothing is to be done. If not, ask your administrator.") ?>
<?cs else ?><?cs var:t("Was it you? Then nothing is to be done.") ?>

<?cs var:t("It was not you? Choose a new password now, and tell your administrator or the team:") ?>
<?cs var:letter.ask ?>
<?cs if:letter.phone ?><?cs var:letter.phone ?>
<?cs /if ?><?cs /if ?>
<?cs var:t("Nobody of the team ever asks you for your password.") ?>
