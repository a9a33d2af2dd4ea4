<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/printed.cs" ?><?cs
def:title() ?><?cs var:t("Flyer") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:setup_back("/desk/publish", "Back to what is published") ?><h1><?cs var:t("Flyer") ?></h1>
<p><?cs var:t("One page to print and hand out: how to report, and who the team is.") ?> <?cs var:t("It is made of what the team has said of itself, of its services and hours, and made anew within a minute when any of it changes. Nothing on it comes near the edge, so any printer can print it.") ?></p>
<?cs if:!printing ?><p class="panel"><strong><?cs var:t("No PDFs are made.") ?></strong> <?cs var:t1("{setting} in belfry.conf is empty.", "setting", "print_program") ?></p>
<?cs elif:closed ?><p class="panel"><?cs var:t("It is made when the public pages are open.") ?></p>
<?cs /if ?><dl class="answers"><?cs each:f = flyers ?>
<div><dt><bdi class="name" lang="<?cs var:f.code ?>"><?cs var:f.name ?></bdi></dt>
<dd class="stack"><?cs if:f.made_at ?><p><a href="<?cs var:f.href ?>"><?cs var:t("Look at it (PDF)") ?><span class="unseen">: <bdi class="name"><?cs var:f.name ?></bdi></span></a><br>
<span class="soft"><?cs var:t1("{n} kB", "n", f.kilobytes) ?>, <?cs call:moment(f.made_at) ?></span></p>
<?cs elif:!f.failed ?><p class="soft"><?cs var:t("Not made yet.") ?></p>
<?cs /if ?><?cs if:f.failed ?><p><strong class="stop"><?cs if:f.made_at ?><?cs var:t("It could not be made anew:") ?><?cs else ?><?cs var:t("It could not be made:") ?><?cs /if ?></strong> <?cs call:printed_failure(f) ?></p>
<?cs if:subcount(f.texts) > #0 ?><p><?cs var:t("Shorten the longest of these:") ?></p>
<ul><?cs each:x = f.texts ?>
<li><?cs var:t(x.label) ?>: <?cs var:tn("{n} character", "{n} characters", #x.length) ?></li><?cs /each ?>
</ul>
<?cs if:user.admin ?><p><a href="<?cs var:href("/admin/setup/texts/" + f.code) ?>"><?cs var:t("Change these texts") ?></a></p>
<?cs else ?><p><?cs var:t("An administrator can change them, in the setup of the team.") ?></p>
<?cs /if ?><?cs /if ?><?cs /if ?></dd></div><?cs /each ?>
</dl></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
