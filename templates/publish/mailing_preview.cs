<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/advisory.cs" ?><?cs
def:title() ?><?cs var:preview.title ?> (<?cs var:t("Preview") ?>)<?cs /def ?><?cs
def:body() ?>
<?cs call:setup_back("/desk/publish/mailings/" + mailing.id, "Back to the warning") ?>
<p class="strip"><?cs var:t1("The mail as who reads {language} gets it.", "language", preview.language) ?></p>
<article class="panel stack narrow" lang="<?cs var:preview.lang ?>" dir="<?cs var:preview.dir ?>"><p class="small soft" dir="auto"><?cs var:preview.from ?></p>
<h1 dir="auto"><?cs var:preview.title ?></h1>
<p><?cs call:tlp_mark(mailing.tlp) ?> <?cs call:advisory_kind(mailing) ?></p>
<p class="letter" dir="auto"><?cs var:preview.body ?></p>
<p class="small soft"><?cs var:t("Below it stands which list it came by, how to change what one receives, and how to leave.") ?></p></article>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
