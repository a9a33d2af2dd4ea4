<?cs
def:title() ?><?cs var:announcement.title ?><?cs /def ?><?cs
def:body() ?>
<?cs if:announcement.elsewhere ?><p class="strip"><?cs var:t1("There is no text in your language yet. This is the one in {language}.", "language", announcement.language) ?></p>
<?cs /if ?><h1 lang="<?cs var:announcement.lang ?>" dir="auto"><?cs var:announcement.title ?></h1>
<p class="soft"><?cs var:announcement.day ?>. <bdi class="name"><?cs var:announcement.sponsor ?></bdi></p>
<p class="letter" lang="<?cs var:announcement.lang ?>" dir="auto"><?cs var:announcement.body ?></p>
<section class="stack after" aria-labelledby="with"><h2 id="with"><?cs var:t("What goes with it") ?></h2>
<ul class="plain">
<li><a href="<?cs var:href("/guidelines") ?>"><?cs var:t("What to report, and how") ?></a></li>
<li><a href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></li>
<li><a href="<?cs var:href("/contact") ?>"><?cs var:t("How to reach us, and when") ?></a></li>
<li><a href="<?cs var:href("/services") ?>"><?cs var:t("What we offer") ?></a></li>
<li><a href="<?cs var:href("/rfc2350") ?>"><?cs var:t("Profile (RFC 2350)") ?></a></li>
</ul></section>
<?cs /def ?><?cs include!"layout.cs" ?>
