<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Profile") ?><?cs /def ?><?cs
def:finding(x) ?><li><?cs if:x.stops ?><strong class="stop"><?cs var:t("Stops publishing:") ?></strong> <?cs /if ?><?cs if:x.path ?><a href="<?cs var:href(x.path) ?>"><?cs var:x.said ?></a><?cs else ?><?cs var:x.said ?><?cs /if ?></li>
<?cs /def ?><?cs
def:body() ?>
<div class="stack"><?cs call:error_summary() ?><?cs call:setup_back("/desk/publish", "Back to what is published") ?><h1><?cs var:t("Profile") ?></h1>
<p><?cs var:t("Who the team is, whom it serves and how it works, in the sections of RFC 2350. Belfry fills in what it knows; you write the rest, section by section, and publish all of it as a version that stays as it is.") ?></p>
<p><?cs if:latest.number ?><a href="<?cs var:href("/rfc2350") ?>"><?cs var:t1("Version {number} is public", "number", latest.number) ?></a>, <?cs call:moment(latest.published_at) ?>.<?cs else ?><strong class="wait"><?cs var:t("Nothing is published yet.") ?></strong><?cs /if ?> <?cs var:t("Preview of the next one:") ?><?cs
	each:x = languages ?> <a href="<?cs var:href("/desk/publish/profile/preview/" + x.code) ?>" lang="<?cs var:x.code ?>"><?cs var:x.name ?></a><?cs /each ?></p>
<?cs if:subcount(findings) > #0 ?><section class="strip" aria-labelledby="findings">
<h2 id="findings"><?cs var:tn("{n} thing to look at", "{n} things to look at", subcount(findings)) ?></h2>
<ul><?cs each:x = findings ?>
<?cs call:finding(x) ?><?cs /each ?></ul>
</section>
<?cs /if ?><section class="frame" aria-label="<?cs var:t("Sections") ?>" tabindex="0"><table class="list">
<thead><tr><th scope="col"><?cs var:t("Section") ?></th><?cs each:x = languages ?><th scope="col" lang="<?cs var:x.code ?>"><?cs var:x.name ?></th><?cs /each ?></tr></thead>
<tbody><?cs each:s = sections ?>
<tr><th scope="row"><?cs if:s.heading ?><strong><bdi class="name"><?cs var:s.number ?></bdi> <?cs var:t(s.title) ?></strong><?cs else ?><bdi class="name"><?cs var:s.number ?></bdi> <?cs var:t(s.title) ?><?cs /if ?></th><?cs
	if:s.written ?><?cs each:c = s.cells ?><td><a href="<?cs var:href(c.path) ?>"<?cs if:c.none ?> class="soft"<?cs elif:c.good ?> class="good"<?cs /if ?>><?cs var:t(c.state) ?><span class="unseen">: <?cs var:s.number ?> <?cs var:t(s.title) ?>, <?cs var:c.language ?></span></a></td><?cs /each ?><?cs
	else ?><td colspan="<?cs var:subcount(languages) ?>" class="soft"><?cs if:s.made ?><?cs var:t("Filled in by Belfry") ?><?cs /if ?></td><?cs /if ?></tr><?cs /each ?>
</tbody>
</table></section>
<?cs if:user.lead ?><section aria-labelledby="publish" class="narrow stack"><h2 id="publish"><?cs var:t("Publish a version") ?></h2>
<form class="form" method="post" action="<?cs var:href("/desk/publish/profile") ?>" novalidate>
<?cs call:token_field() ?><input type="hidden" name="digest" value="<?cs var:digest ?>">
<?cs call:control_compact(form.changes) ?><?cs if:stopped ?><?cs call:control_compact(form.reason) ?><?cs /if ?><div class="row"><?cs call:button("Publish") ?></div>
</form></section>
<?cs else ?><p class="soft"><?cs var:t("A duty lead or the team manager publishes it.") ?></p>
<?cs /if ?><?cs if:subcount(versions) > #0 ?><h2><?cs var:t("Versions") ?></h2>
<dl class="answers"><?cs each:v = versions ?>
<div><dt><a href="<?cs var:href("/desk/publish/profile/versions/" + v.number) ?>"><?cs var:t1("Version {number}", "number", v.number) ?></a></dt><dd><?cs call:moment(v.published_at) ?><br><span dir="auto"><?cs var:v.changes ?></span></dd></div><?cs /each ?>
</dl>
<?cs /if ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
