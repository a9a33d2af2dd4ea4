<?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs if:quarter.said ?><?cs var:t1("Statistics: {quarter}", "quarter", quarter.said) ?><?cs else ?><?cs var:t("Statistics") ?><?cs /if ?><?cs /def ?><?cs
def:bar(c) ?><?cs if:lang.dir == "rtl" ?><rect x="<?cs var:#c.rest ?>%" y="<?cs var:#c.bar_at ?>" width="<?cs var:#c.part ?>%" height="14"/><?cs else ?><rect x="0" y="<?cs var:#c.bar_at ?>" width="<?cs var:#c.part ?>%" height="14"/><?cs /if ?><?cs /def ?><?cs
def:chart() ?><svg class="chart" role="img" aria-labelledby="chart-title chart-desc" width="100%" height="<?cs var:#chart.height ?>">
<title id="chart-title"><?cs var:t("Reports by class") ?></title>
<desc id="chart-desc"><?cs var:t("One bar for each class, the largest first. The numbers are in the table below.") ?></desc>
<?cs each:c = classes ?><text x="<?cs if:lang.dir == "rtl" ?>100%<?cs else ?>0<?cs /if ?>" y="<?cs var:#c.label_at ?>"><?cs var:t(c.label) ?>: <?cs if:c.told ?><?cs var:#c.reports ?><?cs else ?><?cs var:t("not told") ?><?cs /if ?></text><?cs if:#c.part > #0 ?><?cs call:bar(c) ?><?cs /if ?>
<?cs /each ?></svg><?cs /def ?><?cs
def:body() ?>
<h1><?cs call:title() ?></h1>
<?cs if:!quarter.said ?><p><?cs var:t("There are no figures yet. They are made a week after each quarter of a year has ended.") ?></p>
<?cs else ?><p class="lead"><?cs if:quarter.reports ?><?cs var:tn("In these three months {n} report reached us.", "In these three months {n} reports reached us.", #quarter.reports) ?><?cs else ?><?cs var:t("In these three months fewer than five reports reached us.") ?><?cs /if ?><?cs if:first.label ?> <?cs var:t1("The most frequent class: {class}.", "class", t(first.label)) ?><?cs /if ?></p>
<?cs if:quarter.met || quarter.median ?><p><?cs if:quarter.met ?><?cs var:t1("{share} % of the first answers that were due came in time.", "share", quarter.share) ?> <?cs /if ?><?cs if:quarter.median ?><?cs var:t1("Half of the answers took less than this: {time}.", "time", quarter.median) ?><?cs /if ?></p>
<?cs /if ?><?cs if:subcount(classes) > #0 ?><h2><?cs var:t("Reports by class") ?></h2>
<?cs call:chart() ?><section class="frame" aria-label="<?cs var:t("Reports by class") ?>" tabindex="0"><table class="list">
<thead><tr><th scope="col"><?cs var:t("Class") ?></th><th scope="col" class="number"><?cs var:t("Reports") ?></th></tr></thead>
<tbody><?cs each:c = classes ?>
<tr><th scope="row"><?cs var:t(c.label) ?></th><td class="number"><?cs if:c.told ?><?cs var:#c.reports ?><?cs else ?><span class="soft"><?cs var:t("not told") ?></span><?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table></section>
<?cs /if ?><h2><?cs var:t("First answers") ?></h2>
<?cs if:quarter.due ?><dl class="lines"><div><dt><?cs var:t("Due in these months") ?></dt><dd class="number"><?cs var:#quarter.due ?></dd></div><div><dt><?cs var:t("Given in time") ?></dt><dd class="number"><?cs if:quarter.met ?><?cs var:#quarter.met ?><?cs else ?><span class="soft"><?cs var:t("not told") ?></span><?cs /if ?></dd></div></dl>
<?cs else ?><p><?cs var:t("Too few to be told.") ?></p>
<?cs /if ?><h2><?cs var:t("What the figures mean") ?></h2>
<ul>
<li><?cs var:t("A report is what somebody told us by the form, by telephone, in person or by mail. Several reports may be about one incident. Spam and reports sent twice are not counted.") ?></li>
<li><?cs var:t("Classes are those of the Reference Security Incident Taxonomy, as the team saw it when the figures were made.") ?></li>
<li><?cs var:t("A first answer is the first that a person gave; automatic mails do not count. It is in time when it came within the hours that its urgency allows. One that was never given counts as late.") ?></li>
<li><?cs var:t("Numbers below five are not told, so that nobody can be recognised by them; nor is a number from which one of them could be worked out.") ?></li>
<li><?cs var:t("The figures were made once, and are not changed afterwards:") ?> <?cs call:moment(quarter.made_at) ?></li>
</ul>
<h2><?cs var:t("All quarters") ?></h2>
<ul class="plain"><?cs each:q = quarters ?>
<li><a href="<?cs var:href(q.path) ?>"<?cs if:q.chosen ?> aria-current="page"<?cs /if ?>><?cs var:q.said ?> (<?cs if:q.reports ?><?cs var:q.reports ?><?cs else ?><?cs var:t("not told") ?><?cs /if ?>)</a></li><?cs /each ?>
</ul>
<p><a href="<?cs var:href("/statistics.csv") ?>"><?cs var:t("All figures for a spreadsheet (CSV)") ?></a></p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
