<?cs var:t1("There is an answer to your report, from: {team}", "team", letter.team) ?>

<?cs var:t("Reference") ?>: <?cs var:letter.reference ?>
<?cs if:letter.tlp ?><?cs var:t("Sharing") ?>: <?cs var:letter.tlp ?>
<?cs /if ?>
<?cs var:t("Read it on the follow-up page, with the reference and the secret that you saw when you sent the report:") ?>
<?cs var:letter.follow ?>

<?cs var:t("The secret is never in a mail, and nobody of our team asks you for it. If you no longer have it, call us.") ?>
<?cs if:letter.phone ?><?cs var:letter.phone ?>
<?cs /if ?>
<?cs var:t("This mail was sent by itself. The answer is not in it, because mail is not private.") ?>
