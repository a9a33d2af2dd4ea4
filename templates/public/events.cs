<?cs def:title() ?><?cs var:t("Events") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Events") ?></h1>
<?cs if:subcount(events) == #0 ?><p class="panel"><?cs var:t("Nothing is planned at the moment that everybody can come to.") ?></p>
<?cs else ?><?cs each:x = events ?><article class="panel">
<h2 lang="<?cs var:x.lang ?>" dir="auto"><?cs var:x.title ?></h2>
<?cs if:x.called_off ?><p><strong class="stop"><?cs var:t("Called off") ?></strong></p>
<?cs /if ?><p><strong><time datetime="<?cs var:x.starts_at ?>"><?cs var:x.starts_at.text ?></time></strong> <span class="soft"><?cs var:t1("until {moment}", "moment", x.ends_at.text) ?></span></p>
<p dir="auto"><?cs var:x.place ?></p>
<?cs if:x.words ?><p class="letter" lang="<?cs var:x.lang ?>" dir="auto"><?cs var:x.words ?></p>
<?cs /if ?></article>
<?cs /each ?><?cs if:page.later ?><nav aria-label="<?cs var:t("Pages") ?>"><a class="button" rel="next" href="<?cs var:href(page.later) ?>"><?cs var:t("Later ones") ?></a></nav>
<?cs /if ?><p><?cs var:t("Would you like to come? Write to us:") ?> <a href="mailto:<?cs var:url_part(site.team.email) ?>"><bdi dir="ltr"><?cs var:site.team.email ?></bdi></a></p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
