<?cs if:letter.kind == "guest_called_off" ?><?cs var:t("This event was called off. Nobody needs to do anything.") ?>
<?cs elif:letter.kind == "guest_changed" ?><?cs var:t("Time or place of this event are not what they were. This is how it is now:") ?>
<?cs elif:letter.kind == "guest_reminded" ?><?cs var:t1("{team} would like to know whether you are coming.", "team", letter.team) ?>
<?cs else ?><?cs var:t1("{team} invites you.", "team", letter.team) ?>
<?cs /if ?>
<?cs var:guest.title ?>

<?cs var:t1("Begins: {moment}", "moment", guest.starts_at.text) ?>
<?cs var:t1("Ends: {moment}", "moment", guest.ends_at.text) ?>
<?cs var:t1("Where: {place}", "place", guest.place) ?>
<?cs if:letter.kind != "guest_called_off" ?><?cs if:guest.words && letter.kind == "guest_invited" ?>
<?cs var:guest.words ?>
<?cs /if ?>
<?cs if:guest.answer ?><?cs var:t("You have answered. Here you can change it:") ?><?cs else ?><?cs var:t1("Answer here until {moment}; you can change it later:", "moment", guest.answer_until.text) ?><?cs /if ?>
<?cs var:guest.link ?>

<?cs var:t("This link is yours alone: whoever has it answers for you.") ?><?cs /if ?>
