<?cs
# Advisories: the same in the list, on its page, in the preview, on the home page. ?><?cs

def:severity_mark(severity) ?><?cs if:severity ?><span class="<?cs if:severity == "critical" || severity == "high" ?>stop<?cs elif:severity == "medium" ?>wait<?cs else ?>soft<?cs /if ?>"><?cs if:severity == "critical" ?><strong><?cs var:t(severity.label) ?></strong><?cs else ?><?cs var:t(severity.label) ?><?cs /if ?></span><?cs /if ?><?cs /def ?><?cs

def:advisory_kind(x) ?><?cs var:t(x.kind) ?><?cs if:x.severity ?> · <?cs call:severity_mark(x.severity) ?><?cs /if ?><?cs if:x.withdrawn ?> · <strong><?cs var:t("Withdrawn") ?></strong><?cs /if ?><?cs /def ?><?cs

def:advisory_rows(list) ?><ul class="plain lines"><?cs each:x = list ?>
<li class="told"><p class="small soft"><?cs call:advisory_kind(x) ?> · <time datetime="<?cs var:x.first_at ?>"><?cs var:x.first_at.text ?></time></p>
<p><a href="<?cs var:href("/advisories/" + x.reference) ?>" lang="<?cs var:x.lang ?>" dir="auto"><?cs var:x.title ?></a></p></li><?cs /each ?>
</ul><?cs /def ?><?cs

def:cvss_line(name, c) ?><?cs if:c.vector ?><p><?cs var:name ?> <strong><?cs var:c.score ?></strong> <?cs var:t(c.severity) ?><br><bdi class="small" dir="ltr"><?cs var:c.vector ?></bdi></p><?cs /if ?><?cs /def ?><?cs

def:threat_lines(x) ?><?cs if:x.exploited ?><p class="stop"><strong><?cs var:x.exploited ?></strong></p><?cs /if ?><?cs if:x.likely ?><p><?cs var:x.likely ?></p><?cs /if ?><?cs /def ?><?cs

def:advisory_facts(a) ?><?cs if:subcount(a.weaknesses) > #0 ?><section class="stack after" aria-labelledby="weaknesses">
<h2 id="weaknesses"><?cs var:t("Weaknesses") ?></h2>
<ul class="plain stack"><?cs each:x = a.weaknesses ?>
<li class="told"><?cs if:x.cve ?><p><bdi dir="ltr"><?cs var:x.cve ?></bdi></p>
<?cs /if ?><?cs call:cvss_line("CVSS 3.1", x.three) ?><?cs call:cvss_line("CVSS 4.0", x.four) ?><?cs call:threat_lines(x) ?></li><?cs /each ?>
</ul></section>
<?cs /if ?><?cs if:subcount(a.products) > #0 ?><h2 class="after"><?cs var:t("Products") ?></h2>
<section class="frame" aria-label="<?cs var:t("Products") ?>" tabindex="0"><table class="list">
<thead><tr><th scope="col"><?cs var:t("Product") ?></th><th scope="col"><?cs var:t("Versions") ?></th><th scope="col"><?cs var:t("Status") ?></th></tr></thead>
<tbody><?cs each:x = a.products ?>
<tr><td dir="auto"><?cs var:x.vendor ?> <?cs var:x.product ?></td><td dir="auto"><?cs if:x.versions ?><?cs var:x.versions ?><?cs else ?><?cs var:t("All") ?><?cs /if ?></td><td><?cs var:t(x.status) ?></td></tr><?cs /each ?>
</tbody></table></section>
<?cs /if ?><?cs if:subcount(a.links) > #0 ?><section class="stack after" aria-labelledby="links">
<h2 id="links"><?cs var:t("Links") ?></h2>
<ul class="plain"><?cs each:x = a.links ?>
<li><a href="<?cs var:x.href ?>" rel="noopener" dir="auto"><?cs var:x.label ?></a></li><?cs /each ?>
</ul></section>
<?cs /if ?><?cs /def ?><?cs

# Its text is HTML that app/formats/markdown.c made: see tests/checks/raw_output. ?><?cs
def:advisory_whole(a) ?><p class="small soft"><?cs call:advisory_kind(a) ?> · <bdi dir="ltr"><?cs var:a.reference ?></bdi><?cs if:a.first_at ?> · <time datetime="<?cs var:a.first_at ?>"><?cs var:a.first_at.text ?></time><?cs /if ?><?cs if:a.sectors ?> · <?cs var:t("Sectors that it concerns") ?>: <?cs var:a.sectors ?><?cs /if ?></p>
<?cs if:a.withdrawn ?><section class="alarm" aria-labelledby="withdrawn">
<h2 id="withdrawn"><?cs var:t("This advisory no longer holds") ?></h2>
<p class="letter" lang="<?cs var:a.written_in ?>" dir="auto"><?cs var:a.reason ?></p>
</section>
<?cs /if ?><?cs if:a.elsewhere ?><p class="strip"><?cs var:t1("There is no text in your language yet. This is the one in {language}.", "language", a.lang_name) ?></p>
<?cs /if ?><?cs if:!a.withdrawn ?><div class="letters stack" lang="<?cs var:a.lang ?>" dir="<?cs var:a.dir ?>"><p class="lead letter"><?cs var:a.summary ?></p>
<?cs var:raw(a.body) ?></div>
<?cs /if ?><?cs call:advisory_facts(a) ?><?cs /def ?>
