<?cs
# What somebody wants to read. The part that narrows it down is folded away: most people
# want all of it. ?><?cs
def:wishes() ?><?cs call:control(form.pace) ?><?cs call:control(form.language) ?>
<details<?cs if:narrowed ?> open<?cs /if ?>><summary><?cs var:t("Only some of it") ?></summary>
<?cs call:control(form.severity) ?><?cs call:control(form.kinds) ?><?cs call:control(form.sectors) ?></details>
<?cs /def ?>
