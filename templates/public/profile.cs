<?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t1("Profile of {team} (RFC 2350)", "team", site.team.short) ?><?cs /def ?><?cs
def:line(x) ?><?cs if:x.href ?><a href="<?cs var:x.href ?>"><bdi dir="ltr"><?cs var:x.text ?></bdi></a><?cs elif:x.ltr ?><bdi class="name" dir="ltr"><?cs var:x.text ?></bdi><?cs else ?><?cs var:x.text ?><?cs /if ?><?cs /def ?><?cs
def:paragraph(p) ?><p<?cs if:p.lang ?> dir="auto" lang="<?cs var:p.lang ?>"<?cs /if ?>><?cs each:x = p.lines ?><?cs call:line(x) ?><?cs if:!last(x) ?><br>
<?cs /if ?><?cs /each ?></p>
<?cs /def ?><?cs
def:section_title(s) ?><bdi class="name"><?cs var:s.number ?></bdi> <?cs var:s.title ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t1("Profile of {team} (RFC 2350)", "team", team.unbroken) ?></h1>
<p><?cs call:tlp_mark("clear") ?> <?cs var:t1("Version {number}", "number", version.number) ?>, <?cs call:moment(version.published_at) ?></p>
<?cs if:version.old ?><p class="panel"><strong><?cs var:t("This is an old version.") ?></strong> <a href="<?cs var:href("/rfc2350") ?>"><?cs var:t("Read the current one") ?></a></p>
<p class="row"><a href="<?cs var:href("/rfc2350/v/" + version.number + "/text") ?>"><?cs var:t("As plain text") ?></a><?cs if:version.signed ?> <a href="<?cs var:href("/rfc2350/v/" + version.number + "/signed") ?>"><?cs var:t("As plain text, signed") ?></a><?cs /if ?><?cs if:version.printed ?> <a href="<?cs var:href("/rfc2350/v/" + version.number + "/pdf") ?>"><?cs var:t("To print (PDF)") ?></a><?cs /if ?></p>
<?cs else ?><p class="row"><a href="<?cs var:href("/rfc2350.txt") ?>"><?cs var:t("As plain text") ?></a><?cs if:version.signed ?> <a href="<?cs var:href("/rfc2350.txt.asc") ?>"><?cs var:t("As plain text, signed") ?></a><?cs /if ?><?cs if:version.printed ?> <a href="<?cs var:href("/rfc2350.pdf") ?>"><?cs var:t("To print (PDF)") ?></a><?cs /if ?></p>
<?cs /if ?><nav class="strip" aria-label="<?cs var:t("Contents") ?>"><ol class="plain"><?cs each:s = sections ?><?cs if:s.level == #2 ?>
<li><a href="#s<?cs var:s.number ?>"><?cs call:section_title(s) ?></a></li><?cs /if ?><?cs /each ?>
</ol></nav>
<?cs each:s = sections ?><?cs
	if:s.level == #2 ?><h2 id="s<?cs var:s.number ?>"><?cs call:section_title(s) ?></h2><?cs elif:s.level == #3 ?><h3><?cs call:section_title(s) ?></h3><?cs else ?><h4><?cs call:section_title(s) ?></h4><?cs /if ?>
<?cs each:p = s.paragraphs ?><?cs call:paragraph(p) ?><?cs /each ?><?cs /each ?><h2><?cs var:t("Versions") ?></h2>
<ul><?cs each:v = versions ?>
<li><a href="<?cs var:href("/rfc2350/v/" + v.number) ?>"><?cs var:t1("Version {number}", "number", v.number) ?></a>, <?cs call:moment(v.published_at) ?>: <span dir="auto"><?cs var:v.changes ?></span></li><?cs /each ?>
</ul>
<?cs /def ?><?cs include!"layout.cs" ?>
