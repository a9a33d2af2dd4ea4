<?cs include!"parts/team.cs" ?><?cs set:frame.short_foot = "1" ?><?cs
def:title() ?><?cs var:t("Report an incident") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Report an incident") ?></h1>
<?cs call:emergency_box(no.hotlines) ?>
<div class="stack">
<p><?cs var:t("Two answers are enough: what happened, in your own words, and what kind of thing it is. Everything else helps, and you may leave it out.") ?></p>
<ul>
<li><?cs var:t("It takes about five minutes.") ?></li>
<li><?cs var:t("You need no account. You need not give your name.") ?></li>
<li><?cs var:t("What you type is kept in this browser for 24 hours, so you can go back and change it.") ?></li>
</ul>
<p><a class="button main big" href="<?cs var:href("/report/who") ?>"><?cs var:t("Start") ?></a></p>
</div>
<section class="stack after" aria-labelledby="help">
<h2 id="help"><?cs var:t("What we can do") ?></h2>
<?cs if:team.help_yes ?><p class="letter" dir="auto"><?cs var:team.help_yes ?></p><?cs else ?><ul>
<li><?cs var:t("Help you to understand what happened and to stop it.") ?></li>
<li><?cs var:t("Ask providers to close false websites and accounts.") ?></li>
<li><?cs var:t("Warn others who may be hit next, without your name.") ?></li>
</ul><?cs /if ?>
<h3><?cs var:t("What we cannot do") ?></h3>
<?cs if:team.help_no ?><p class="letter" dir="auto"><?cs var:team.help_no ?></p><?cs else ?><ul>
<li><?cs var:t("Arrest anybody or get money back: that is for the police and your bank.") ?></li>
<li><?cs var:t("Repair your computer. We tell you how, or who can.") ?></li>
</ul><?cs /if ?>
</section>
<section class="stack after" aria-labelledby="ready">
<h2 id="ready"><?cs var:t("Good to have at hand") ?></h2>
<ul>
<li><?cs var:t("When you noticed it; a rough day is fine.") ?></li>
<li><?cs var:t("The message, link or address, copied as text.") ?></li>
<li><?cs var:t("An e-mail address or phone that is not affected, if you want an answer there.") ?></li>
</ul>
<p><?cs var:t("Nothing at hand? Report anyway. You can add to it later.") ?></p>
</section>
<section class="stack after" aria-labelledby="ways">
<h2 id="ways"><?cs var:t("Other ways to reach us") ?></h2>
<ul class="plain">
<?cs if:site.team.phone ?><li><?cs var:t("By phone:") ?> <?cs call:phone_link(site.team.phone) ?><?cs if:site.team.phone_hours ?> <span class="soft"><?cs var:site.team.phone_hours ?></span><?cs /if ?></li>
<?cs /if ?><?cs if:site.team.email ?><li><?cs var:t("By e-mail:") ?> <?cs call:mail_link(site.team.email) ?></li>
<?cs /if ?></ul>
</section>
<?cs if:subcount(team.hotlines) > #0 ?><section class="stack after" aria-labelledby="others">
<h2 id="others"><?cs var:t("Who else can help at once") ?></h2>
<?cs call:hotline_rows(team.hotlines) ?>
</section>
<?cs /if ?><section class="strip stack after" aria-labelledby="privacy">
<h2 id="privacy"><?cs var:t("What happens with what you write") ?></h2>
<p><?cs var:t("Only our team reads your report. You decide with whom we may share it.") ?></p>
<p><?cs var:t("Your name and address are up to you, and we use them only for this report.") ?></p>
<p><a href="<?cs var:href("/privacy") ?>"><?cs var:t("How we handle personal data") ?></a></p>
</section>
<?cs /def ?><?cs include!"layout.cs" ?>
