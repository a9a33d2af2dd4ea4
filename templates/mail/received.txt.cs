<?cs if:letter.request ?><?cs var:t1("Your request has arrived at: {team}", "team", letter.team) ?><?cs else ?><?cs var:t1("Your report has arrived at: {team}", "team", letter.team) ?><?cs /if ?>

<?cs var:t("Reference") ?>: <?cs var:letter.reference ?>

<?cs var:t("What happens next") ?>

- <?cs var:t1("A person of our team reads it and answers you by {moment}.", "moment", letter.due_at.text) ?>
- <?cs var:t("You can read the answer, and add what you find out, on the follow-up page. It asks for the reference and for the secret that you saw when you sent the report:") ?>
  <?cs var:letter.follow ?>
- <?cs var:t("The secret is never in a mail, and nobody of our team asks you for it. If you no longer have it, call us.") ?>

<?cs if:letter.phone && !letter.request ?><?cs var:t("If it gets worse, call us and say your reference:") ?>
<?cs var:letter.phone ?>

<?cs /if ?><?cs if:letter.request ?><?cs var:t("You did not ask for anything? Somebody may have mistyped an address. You need not do anything.") ?><?cs else ?><?cs var:t("You did not report anything? Somebody may have mistyped an address. You need not do anything.") ?><?cs /if ?>

<?cs var:t("This mail was sent by itself. What you reported is not in it, because mail is not private.") ?>
