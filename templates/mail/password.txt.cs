<?cs var:t("A new password was asked for, for the account with this address.") ?>

<?cs var:t("Choose it here:") ?>
<?cs var:letter.link ?>

<?cs var:t1("The address works once, until {moment}. Later you can ask for a new one:", "moment", letter.ends_at.text) ?>
<?cs var:letter.ask ?>

<?cs var:t("You did not ask for it? Then do nothing, and your password stays as it is. If it happens again, tell your administrator.") ?>

<?cs var:t("Nobody of the team ever asks you for your password.") ?>
