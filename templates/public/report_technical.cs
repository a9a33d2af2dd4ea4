<?cs include!"parts/forms.cs" ?><?cs include!"parts/reporting.cs" ?><?cs set:frame.keeps_answers = "1" ?><?cs
def:title() ?><?cs var:t("Report with technical details") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:long_form_begins("/report/technical", "Report with technical details",
	"One page for security specialists. Only the first answer is needed; send what you have now, and the rest on the follow-up page.") ?><h2><?cs var:t("The incident") ?></h2>
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
<?cs call:long_form_ends() ?><?cs /def ?><?cs include!"layout.cs" ?>
