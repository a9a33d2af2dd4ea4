<?cs include!"parts/forms.cs" ?><?cs set:frame.keeps_answers = "1" ?><?cs
def:title() ?><?cs var:t("Check your answers") ?> – <?cs var:t("Report an incident") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><?cs if:step.back ?><a class="back" href="<?cs var:href(step.back) ?>"><span class="mirror" aria-hidden="true">←</span><?cs var:t("Back") ?></a>
<?cs /if ?><h1><?cs var:t("Check your answers") ?></h1>
<dl class="answers"><?cs each:a = answers ?>
<div><dt><?cs var:t(a.label) ?></dt>
<?cs if:a.empty ?><dd class="soft"><?cs var:t("Not provided") ?></dd><?cs
else ?><dd><?cs each:v = a.values ?><?cs if:a.ltr ?><span dir="ltr"><?cs var:v.text ?></span><?cs else ?><p class="letter" dir="auto"><?cs var:v.text ?></p><?cs /if ?><?cs /each ?></dd><?cs /if ?>
<dd class="change"><a href="<?cs var:href("/report/" + a.step) ?>?change=1"><?cs var:t("Change") ?><span class="unseen">: <?cs var:t(a.label) ?></span></a></dd></div><?cs /each ?>
</dl>
<form class="form" method="post" action="<?cs var:href("/report/check") ?>" novalidate>
<?cs call:token_field() ?>
<p><?cs var:t("A report that was sent cannot be taken back. You can add to it and correct it at any time.") ?></p>
<div class="row"><?cs call:button("Send report") ?></div>
<?cs call:language_buttons() ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
