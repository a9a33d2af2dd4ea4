<?cs include!"parts/team.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:arrived() ?><?cs if:sent.request ?><?cs var:t("Your request has arrived") ?><?cs else ?><?cs var:t("Your report has arrived") ?><?cs /if ?><?cs /def ?><?cs
def:title() ?><?cs call:arrived() ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs call:arrived() ?></h1>
<p><?cs var:t("Write down these two, or print this page. With them, and only with them, you can read our answer and write to us. We never send the secret by mail.") ?></p>
<?cs call:reference_and_secret(sent) ?>
<?cs if:sent.mailed ?><p><?cs var:t("The reference is also on its way to the e-mail address you gave, without the secret and without what you wrote. A mail tells you when there is an answer.") ?></p>
<?cs /if ?><?cs if:sent.until_at ?><p class="soft"><?cs var:t("This page can be opened again in this browser until:") ?> <?cs call:moment(sent.until_at) ?></p>
<?cs /if ?><h2><?cs var:t("What happens next") ?></h2>
<ol class="line plain">
<li class="done"><?cs call:moment(sent.opened_at) ?> <?cs if:sent.request ?><?cs var:t("Your request arrived and is stored.") ?><?cs else ?><?cs var:t("Your report arrived and is stored.") ?><?cs /if ?></li>
<?cs if:sent.held ?><li><span class="when"><?cs var:t("Next") ?></span> <?cs var:t("Many reports are coming in. A person first looks at yours, and then it is taken up like every other.") ?></li>
<?cs else ?><li><?cs call:moment(sent.due_at) ?> <?cs var:t("By then a person of our team has read it and answered you.") ?></li>
<?cs /if ?><li><span class="when"><?cs var:t("Whenever you like") ?></span> <?cs var:t("Look at your report with the reference and the secret, add what you find out, and read what we wrote.") ?> <a href="<?cs var:href("/follow") ?>"><?cs var:t("Follow up a report") ?></a></li>
</ol>
<?cs if:subcount(sent.advice) > #0 ?><h2><?cs var:t("What you can do now") ?></h2>
<ol><?cs each:a = sent.advice ?>
<li><?cs var:t(a) ?></li><?cs /each ?>
</ol>
<?cs /if ?><?cs if:site.team.phone && !sent.request ?><h2><?cs var:t("If it gets worse") ?></h2>
<p><?cs var:t("Call us and say your reference:") ?> <?cs call:phone_link(site.team.phone) ?><?cs if:site.team.phone_hours ?> <span class="soft"><?cs var:site.team.phone_hours ?></span><?cs /if ?></p>
<?cs /if ?><div class="strip after noprint"><p><?cs var:t("On a device that others use, close the report before you go.") ?></p>
<form method="post" action="<?cs var:href("/report/forget") ?>"><input type="hidden" name="token" value="<?cs var:token ?>"><button class="button" type="submit"><?cs var:t("Close it and begin a new report") ?></button></form></div>
<?cs /def ?><?cs include!"layout.cs" ?>
