<?cs
def:title() ?><?cs var:page.path ?><?cs /def ?><?cs
def:body() ?>
<h1><bdi dir="ltr"><?cs var:page.path ?></bdi></h1>
<p><?cs var:t("Advisories for programs, in the CSAF format.") ?></p>
<ul class="plain"><?cs each:x = files ?>
<li><a href="<?cs var:x.href ?>"><?cs var:x.name ?></a></li><?cs /each ?>
</ul>
<?cs /def ?><?cs include!"layout.cs" ?>
