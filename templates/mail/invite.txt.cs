<?cs var:t1("You are invited to work with: {team}", "team", letter.team) ?>

<?cs var:t("Choose your password here:") ?>
<?cs var:letter.link ?>

<?cs var:t1("The address works once, until {moment}. Later you can ask for a new one:", "moment", letter.ends_at.text) ?>
<?cs var:letter.ask ?>

<?cs var:t("Nobody of the team ever asks you for your password.") ?>
