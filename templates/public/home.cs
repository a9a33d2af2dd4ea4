<?cs include!"parts/team.cs" ?><?cs include!"parts/advisory.cs" ?><?cs
def:title() ?><?cs var:t("Report a cyber incident") ?><?cs /def ?><?cs
def:body() ?>
<div class="sides">
<div class="stack">
<h1><?cs var:t("Has something happened?") ?></h1>
<p class="lead"><?cs var:t("A message that looks like a trap, files that are locked, an account that is no longer yours, a service that is down: tell us, and a person will answer.") ?></p>
<p><a class="button main big" href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></p>
<p class="soft"><?cs var:t("It takes about five minutes. You need no account and you need not give your name.") ?></p>
<p><a href="<?cs var:href("/guidelines") ?>"><?cs var:t("What to report, and how") ?></a></p>
<p><a href="<?cs var:href("/follow") ?>"><?cs var:t("Follow up a report you sent") ?></a></p>
</div>
<?cs call:where_to_call() ?>
</div>
<?cs if:announced_by ?><p class="strip after"><bdi class="name"><?cs var:announced_by ?></bdi>: <a href="<?cs var:href("/announcement") ?>"><?cs var:t1("{team} has begun its work", "team", site.team.short) ?></a></p>
<?cs /if ?><?cs if:subcount(team.hotlines) > #0 ?><section class="stack after" aria-labelledby="others">
<h2 id="others"><?cs var:t("Who else can help at once") ?></h2>
<?cs call:hotline_rows(team.hotlines) ?>
</section>
<?cs /if ?><?cs if:subcount(advisories) > #0 ?><section class="stack after" aria-labelledby="news">
<h2 id="news"><?cs var:t("What is going on") ?></h2>
<?cs call:advisory_rows(advisories) ?>
<p><a href="<?cs var:href("/advisories") ?>"><?cs var:t("All advisories") ?></a> · <a href="<?cs var:href("/subscribe") ?>"><?cs var:t("Get them by mail") ?></a></p>
</section>
<?cs /if ?><?cs if:team.about ?><section class="stack after" aria-labelledby="about">
<h2 id="about"><?cs var:t("Who we are") ?></h2>
<p class="letter" dir="auto"><?cs var:team.about ?></p>
</section>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
