<?cs
# What somebody wants to read. The part that narrows it down is folded away: most people
# want all of it. ?><?cs
def:wishes() ?><?cs call:control(form.pace) ?><?cs call:control_compact(form.language) ?>
<details<?cs if:narrowed ?> open<?cs /if ?>><summary><?cs var:t("Only some of it") ?></summary>
<div class="form"><?cs call:control(form.severity) ?><?cs call:control(form.kinds) ?><?cs call:control(form.sectors) ?></div></details>
<?cs /def ?>
