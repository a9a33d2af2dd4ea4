<?cs include!"parts/advisory.cs" ?><?cs
def:title() ?><?cs var:advisory.title ?><?cs /def ?><?cs
def:body() ?>
<article class="stack narrow"><a class="back" href="<?cs var:href("/advisories") ?>"><span class="mirror" aria-hidden="true">←</span><?cs var:t("All advisories") ?></a>
<h1 lang="<?cs var:advisory.lang ?>" dir="auto"><?cs var:advisory.title ?></h1>
<?cs call:advisory_whole(advisory) ?><section class="stack after" aria-labelledby="history">
<h2 id="history"><?cs var:t("History") ?></h2>
<ol class="plain line" reversed><?cs each:x = history ?>
<li><span class="when"><?cs var:t1("Revision {number}", "number", x.number) ?></span> <time datetime="<?cs var:x.published_at ?>"><?cs var:x.published_at.text ?></time> <?cs if:x.withdrawn ?><?cs var:t("Withdrawn") ?>: <?cs /if ?><?cs if:x.reason ?><span lang="<?cs var:advisory.written_in ?>" dir="auto"><?cs var:x.reason ?></span><?cs else ?><?cs var:t("First version") ?><?cs /if ?></li><?cs /each ?>
</ol></section>
<?cs if:subcount(advisory.others) > #0 ?><p class="small"><?cs var:t("Also in:") ?> <?cs each:x = advisory.others ?><?cs if:x.href ?><a href="<?cs var:x.href ?>" lang="<?cs var:x.lang ?>" hreflang="<?cs var:x.lang ?>"><?cs var:x.lang_name ?></a><?cs else ?><span lang="<?cs var:x.lang ?>"><?cs var:x.lang_name ?></span><?cs /if ?><?cs if:!last(x) ?>, <?cs /if ?><?cs /each ?></p>
<?cs /if ?><p class="small"><span class="tlp clear" dir="ltr">TLP:CLEAR</span> <?cs var:t("Everybody may share this.") ?> <a class="noprint" href="<?cs var:href("/subscribe") ?>"><?cs var:t("Get them by mail") ?></a></p></article>
<?cs /def ?><?cs include!"layout.cs" ?>
