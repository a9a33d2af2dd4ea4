<?cs if:letter.asked ?><?cs if:letter.invited ?><?cs var:t2("{team} invites you to its list: {list}", "team", letter.team, "list", letter.list) ?> (<?cs var:letter.list_tlp ?>)
<?cs else ?><?cs var:t2("Somebody, probably you, asked {team} to write to this address: {list}", "team", letter.team, "list", letter.list) ?>
<?cs /if ?><?cs if:letter.wording ?>
<?cs var:letter.wording ?>
<?cs /if ?>
<?cs var:t("To receive it, open this page and confirm:") ?>
<?cs var:letter.page ?>

<?cs var:t1("This works until {moment}.", "moment", letter.ends_at.text) ?>

<?cs if:letter.invited ?><?cs var:t("You do not want it? Then do nothing, and you will not be written to.") ?><?cs else ?><?cs var:t("You did not ask for it, or do not want it? Then do nothing, and you will not be written to.") ?><?cs /if ?>
<?cs else ?><?cs var:t2("Somebody, probably you, asked {team} to write to this address, which it does already: {list}", "team", letter.team, "list", letter.list) ?>

<?cs var:t("What you receive can be changed here, or ended:") ?>
<?cs var:letter.page ?>

<?cs var:t("You did not ask? Then nothing is to be done. Nothing has changed.") ?>
<?cs /if ?>