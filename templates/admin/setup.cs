<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:nobody_hears() ?><?cs if:setup.nobody_hears ?><p><strong class="wait"><?cs var:t("Nobody hears of a report by mail yet: a lead says who, at On duty.") ?></strong></p>
<?cs /if ?><?cs /def ?><?cs
def:promises() ?><p><?cs var:t("Once open, they promise for you that a person answers each report within:") ?></p>
<dl class="lines"><?cs each:p = promises ?><div><dt><?cs var:t(p.label) ?></dt><dd><?cs var:p.within ?> <span class="soft"><?cs if:p.around_the_clock ?><?cs var:t("Day and night") ?><?cs else ?><?cs var:t("Of our hours") ?><?cs /if ?></span></dd></div><?cs /each ?></dl>
<?cs if:!setup.own_promise ?><p><?cs var:t("Whoever found a vulnerability reads that a person answers within one working day, and how it goes on. These are words of Belfry until you write your own:") ?> <a href="<?cs var:href(setup.texts) ?>"><?cs var:t("What the team says of itself") ?></a></p>
<?cs /if ?><?cs /def ?><?cs
def:title() ?><?cs var:t("The team and its public pages") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><h1><?cs var:t("The team and its public pages") ?></h1>
<?cs if:setup.opened_at ?><section class="panel" aria-labelledby="door">
<h2 id="door" class="good"><?cs var:t("The public pages are open") ?></h2>
<p><?cs var:t("Since:") ?> <?cs call:moment(setup.opened_at) ?>. <?cs var:t("What you save here is on them within seconds.") ?></p>
<?cs call:nobody_hears() ?><div class="row"><a class="button" href="<?cs var:href("/") ?>"><?cs var:t("Look at them") ?></a> <a class="button" href="<?cs var:href("/admin/setup/close") ?>"><?cs var:t("Close the public pages") ?></a></div>
</section>
<?cs else ?><section class="panel" aria-labelledby="door">
<h2 id="door"><?cs var:t("The public pages are closed") ?></h2>
<?cs if:#setup.missing > #0 ?><p><?cs var:t("Visitors read that they are not open yet, and nothing else. Fill in what is missing below; each part is saved by itself.") ?></p>
<p><strong class="wait"><?cs var:tn("{n} part is missing", "{n} parts are missing", #setup.missing) ?></strong></p>
<?cs else ?><p><?cs var:t("Everything is there. Open them when you are ready: visitors then read who you are, and can report.") ?></p>
<?cs call:promises() ?><?cs call:nobody_hears() ?><form method="post" action="<?cs var:href("/admin/setup/open") ?>"><?cs call:token_field() ?><?cs call:button("Open the public pages") ?></form>
<?cs /if ?></section>
<?cs /if ?><dl class="answers"><?cs each:p = parts ?>
<div><dt><?cs var:t(p.title) ?><?cs if:p.language ?><br><bdi class="name soft" lang="<?cs var:p.lang ?>"><?cs var:p.language ?></bdi><?cs /if ?></dt>
<dd><?cs if:p.missing ?><strong class="wait"><?cs var:t("Missing") ?></strong><?cs elif:p.nobody ?><strong class="wait"><?cs var:t("Nobody yet") ?></strong><?cs elif:p.said ?><span dir="auto"><?cs var:p.said ?></span><?cs else ?><span class="soft"><?cs var:t("None yet; may stay empty") ?></span><?cs /if ?></dd>
<?cs if:p.path ?><dd class="change"><a href="<?cs var:href(p.path) ?>"><?cs if:p.missing ?><?cs var:t("Fill in") ?><?cs else ?><?cs var:t("Change") ?><?cs /if ?><span class="unseen">: <?cs var:t(p.title) ?><?cs if:p.language ?>, <?cs var:p.language ?><?cs /if ?></span></a></dd><?cs /if ?></div><?cs /each ?>
</dl></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
