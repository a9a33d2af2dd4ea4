<?cs each:x = items ?><?cs var:x.tlp ?>

<?cs var:x.title ?>
<?cs var:x.kind ?><?cs if:x.severity ?>. <?cs var:t("Severity") ?>: <?cs var:x.severity ?><?cs /if ?>

<?cs if:x.why ?><?cs var:x.why ?>

<?cs /if ?><?cs if:x.foreign ?><?cs var:t("It is not there in your language yet.") ?>

<?cs /if ?><?cs var:x.body ?>

<?cs if:x.address ?><?cs var:t("All of it, with what to do:") ?>
<?cs var:x.address ?>

<?cs /if ?><?cs var:x.tlp ?>

<?cs if:!last(x) ?>----------------------------------------

<?cs /if ?><?cs /each ?><?cs var:"-- " ?>
<?cs var:t2("You receive this because you confirmed that {team} may write to you: {list}", "team", letter.team, "list", letter.list) ?>
<?cs var:t("Change what you receive:") ?>
<?cs var:letter.page ?>
<?cs var:t("Receive nothing any more:") ?>
<?cs var:letter.unsubscribe ?>
