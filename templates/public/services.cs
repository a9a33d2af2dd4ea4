<?cs def:title() ?><?cs var:t("What we offer") ?><?cs /def ?><?cs
def:service_fact(label, value) ?><?cs if:value ?><div><dt><?cs var:t(label) ?></dt><dd><?cs var:t(value) ?></dd></div><?cs /if ?><?cs /def ?><?cs
def:service_day(label, s) ?><?cs if:s.since ?><div><dt><?cs var:t(label) ?></dt><dd><time datetime="<?cs var:s.since_on ?>"><?cs var:s.since ?></time></dd></div><?cs /if ?><?cs /def ?><?cs
def:service_words(s) ?><p><?cs var:t(s.description) ?></p>
<?cs if:s.wording ?><p class="letter" dir="auto"><?cs var:s.wording ?></p>
<?cs /if ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("What we offer") ?></h1>
<?cs if:subcount(running) == #0 && subcount(planned) == #0 ?><p class="panel"><?cs var:t("This page will say which services there are. An incident can be reported at any time.") ?></p>
<p><a class="button main" href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></p>
<?cs else ?><p class="lead"><?cs var:t("What we do, for whom, and since when.") ?> <?cs var:t("Something has happened?") ?> <a href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></p>
<?cs if:subcount(running) > #0 ?><h2><?cs var:t("What there is now") ?></h2>
<?cs each:s = running ?><section class="entry facts stack" aria-labelledby="s<?cs var:s.id ?>">
<h3 id="s<?cs var:s.id ?>"><?cs var:t(s.label) ?></h3>
<?cs call:service_words(s) ?><dl><?cs call:service_fact("For whom", s.audience) ?><?cs call:service_fact("When", s.hours) ?><?cs call:service_day("Since", s) ?><div><dt><?cs var:t("Consists of") ?></dt><dd><?cs each:f = s.functions ?><?cs var:t(f.label) ?><?cs if:!last(f) ?><br><?cs /if ?><?cs /each ?></dd></div></dl>
</section>
<?cs /each ?><?cs /if ?><?cs if:subcount(planned) > #0 ?><h2><?cs var:t("What is planned") ?></h2>
<?cs each:s = planned ?><section class="entry facts stack" aria-labelledby="s<?cs var:s.id ?>">
<h3 id="s<?cs var:s.id ?>"><?cs var:t(s.label) ?></h3>
<?cs call:service_words(s) ?><?cs if:s.audience || s.hours || s.since ?><dl><?cs call:service_fact("For whom", s.audience) ?><?cs call:service_fact("When", s.hours) ?><?cs call:service_day("Planned for", s) ?></dl>
<?cs /if ?></section>
<?cs /each ?><?cs /if ?><p class="soft after"><?cs var:t("Named as in the CSIRT Services Framework of FIRST, version 2.1, so that teams can be compared.") ?></p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
