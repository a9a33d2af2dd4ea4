<?cs include!"parts/advisory.cs" ?><?cs
def:title() ?><?cs var:t("Advisories") ?><?cs /def ?><?cs
def:choice_list(name, label, choices) ?><div class="field"><label for="<?cs var:name ?>"><?cs var:t(label) ?></label>
<select id="<?cs var:name ?>" name="<?cs var:name ?>"><option value=""><?cs var:t("All") ?></option><?cs each:x = choices ?>
<option value="<?cs var:x.value ?>"<?cs if:x.chosen ?> selected<?cs /if ?>><?cs var:t(x.label) ?></option><?cs /each ?>
</select></div>
<?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Advisories") ?></h1>
<p class="lead"><?cs var:t("What is dangerous at the moment, whom it concerns, and what to do.") ?></p>
<form class="form panel noprint" method="get" action="<?cs var:href("/advisories") ?>" role="search">
<div class="field"><label for="q"><?cs var:t("Word in a title, or CVE id") ?></label>
<input id="q" name="q" type="search" dir="auto" value="<?cs var:search ?>"></div>
<div class="row"><?cs call:choice_list("kind", "Kind", filters.kind) ?><?cs call:choice_list("severity", "Severity", filters.severity) ?></div>
<button class="button" type="submit"><?cs var:t("Search") ?></button></form>
<?cs if:subcount(advisories) == #0 ?><div class="panel empty"><?cs if:narrowed || page.newest ?><p><strong><?cs var:t("Nothing fits that.") ?></strong> <a href="<?cs var:href("/advisories") ?>"><?cs var:t("Show all advisories") ?></a></p><?cs else ?><p><strong><?cs var:t("Nothing is published yet.") ?></strong> <?cs var:t("When something dangerous is going round, it will stand here.") ?></p><?cs /if ?></div>
<?cs else ?><?cs call:advisory_rows(advisories) ?>
<?cs /if ?><?cs if:page.newest || page.older ?><nav class="row" aria-label="<?cs var:t("Pages") ?>"><?cs if:page.newest ?><a class="button" href="<?cs var:href(page.newest) ?>"><?cs var:t("The newest") ?></a><?cs /if ?> <?cs if:page.older ?><a class="button" rel="next" href="<?cs var:href(page.older) ?>"><?cs var:t("Older ones") ?></a><?cs /if ?></nav>
<?cs /if ?><p class="after noprint"><a href="<?cs var:href("/subscribe") ?>"><?cs var:t("Get them by mail") ?></a></p>
<p class="small soft after noprint"><?cs var:t("For programs:") ?> <?cs each:x = feeds ?><a href="<?cs var:x.href ?>"><?cs var:x.name ?></a><?cs if:!last(x) ?> · <?cs /if ?><?cs /each ?></p>
<?cs /def ?><?cs include!"layout.cs" ?>
