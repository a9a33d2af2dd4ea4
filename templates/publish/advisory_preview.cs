<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/advisory.cs" ?><?cs
def:title() ?><?cs var:advisory.title ?> (<?cs if:preview.number ?><?cs var:t1("Revision {number}", "number", preview.number) ?><?cs else ?><?cs var:t("Preview") ?><?cs /if ?>)<?cs /def ?><?cs
def:body() ?>
<?cs call:setup_back("/desk/publish/advisories/" + preview.reference, "Back to the advisory") ?>
<p class="strip"><?cs if:preview.number ?><?cs var:t1("Revision {number}", "number", preview.number) ?> · <?cs call:moment(advisory.published_at) ?><?cs else ?><?cs var:t("Preview. Nobody outside sees this.") ?> <?cs call:tlp_mark(advisory.tlp) ?><?cs /if ?></p>
<article class="panel stack narrow"><h1 lang="<?cs var:advisory.lang ?>" dir="auto"><?cs var:advisory.title ?></h1>
<?cs call:advisory_whole(advisory) ?></article>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
