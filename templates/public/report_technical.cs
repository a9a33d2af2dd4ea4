<?cs include!"parts/forms.cs" ?><?cs include!"parts/reporting.cs" ?><?cs set:frame.keeps_answers = "1" ?><?cs
def:title() ?><?cs var:t("Report with technical details") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><?cs call:back_link(step.back, "Back") ?>
<form class="form long" method="post" action="<?cs var:href("/report/technical") ?>" enctype="multipart/form-data" novalidate>
<?cs call:token_field() ?>
<div class="opening"><h1><?cs var:t("Report with technical details") ?></h1>
<p class="hint"><?cs var:t("One page for security specialists. Only the first answer is needed; send what you have now, and the rest on the follow-up page.") ?></p></div>
<?cs call:keep_strip() ?>
<h2><?cs var:t("The incident") ?></h2>
<?cs call:control(form.description) ?><?cs call:control_compact(form.rsit) ?><?cs call:control_compact(form.ongoing) ?>
<?cs call:control(form.started) ?><?cs call:control(form.noticed) ?><?cs call:control(form.zone) ?>
<h2><?cs var:t("What is affected") ?></h2>
<?cs call:control(form.systems) ?><?cs call:control_compact(form.service_impact) ?><?cs call:control_compact(form.recovery) ?>
<h2><?cs var:t("Indicators and evidence") ?></h2>
<?cs call:control(form.indicators) ?><?cs call:control(form.files) ?><?cs call:control(form.logs) ?>
<h2><?cs var:t("What was done, and what you want") ?></h2>
<?cs call:control(form.done) ?><?cs call:control(form.wanted) ?><?cs call:control(form.their_reference) ?>
<h2><?cs var:t("Sharing") ?></h2>
<?cs call:control(form.tlp) ?>
<h2><?cs var:t("About you") ?></h2>
<?cs call:control(form.name) ?><?cs call:control(form.org_name) ?><?cs call:control(form.email) ?><?cs call:control(form.phone) ?><?cs call:control(form.openpgp) ?><?cs call:control_compact(form.language) ?>
<?cs call:privacy_box() ?>
<p><?cs var:t("A report that was sent cannot be taken back. You can add to it and correct it at any time.") ?></p>
<div class="row"><?cs call:button("Send report") ?></div>
<?cs call:language_buttons() ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
