<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t1("Version {number} of the profile", "number", version.number) ?><?cs /def ?><?cs
def:body() ?>
<div class="stack"><?cs call:setup_back("/desk/publish/profile", "Back to the profile") ?><h1><?cs call:title() ?></h1>
<p><?cs call:moment(version.published_at) ?>: <span dir="auto"><?cs var:version.changes ?></span> <a href="<?cs var:href("/rfc2350/v/" + version.number) ?>"><?cs var:t("Read it") ?></a></p>
<p class="soft"><?cs var:t("Digest of all its texts:") ?> <bdi dir="ltr"><?cs var:version.digest ?></bdi></p>
<?cs if:!version.before ?><p class="panel"><?cs var:t("This is the first version.") ?></p>
<?cs elif:subcount(differences) == #0 ?><p class="panel"><?cs var:t("It says the same as the version before, in this language.") ?></p>
<?cs else ?><section class="frame" aria-label="<?cs var:t("What is different") ?>" tabindex="0"><table class="list">
<thead><tr><th scope="col"><?cs var:t("Section") ?></th><th scope="col"><?cs var:t1("Version {number}", "number", version.before) ?></th><th scope="col"><?cs var:t1("Version {number}", "number", version.number) ?></th></tr></thead>
<tbody><?cs each:d = differences ?>
<tr><th scope="row"><bdi class="name"><?cs var:d.number ?></bdi> <?cs var:d.title ?></th><td class="letter" dir="auto"><?cs var:d.before ?></td><td class="letter" dir="auto"><?cs var:d.after ?></td></tr><?cs /each ?>
</tbody>
</table></section>
<?cs /if ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
