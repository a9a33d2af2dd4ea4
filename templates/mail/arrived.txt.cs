<?cs if:letter.held ?><?cs var:t("More reports are arriving than usual. They are held, and wait for somebody to look at them. There will be one mail an hour about them.") ?>

<?cs /if ?><?cs var:t("Reference") ?>: <?cs var:letter.reference ?>
<?cs if:letter.category ?><?cs var:t("Category") ?>: <?cs var:t(letter.category) ?>
<?cs /if ?><?cs var:t("Priority") ?>: <?cs var:t(letter.priority) ?>
<?cs var:t("Sharing") ?>: <?cs var:letter.tlp ?>
<?cs var:t("First answer by") ?>: <?cs var:letter.due_at.text ?>

<?cs var:letter.ticket ?>

<?cs var:t("You get this because you are on duty. What was reported, and by whom, is not in it.") ?>
