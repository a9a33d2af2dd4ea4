<?cs include!"parts/forms.cs" ?><?cs include!"parts/team.cs" ?><?cs include!"parts/reporting.cs" ?><?cs set:frame.keeps_answers = "1" ?><?cs
# Every step of the report: one question, or a few that belong together. Where
# a question has the words of the heading, it is the heading. ?><?cs
def:title() ?><?cs var:t(step.title) ?> – <?cs var:t("Report an incident") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><?cs if:step.back ?><a class="back" href="<?cs var:href(step.back) ?>"><span class="mirror" aria-hidden="true">←</span><?cs
	if:step.changing ?><?cs var:t("Back to your answers") ?><?cs else ?><?cs var:t("Back") ?><?cs /if ?></a>
<?cs /if ?><?cs if:step.number ?><p class="step"><?cs var:t3("{part}, {number} of {count}", "part", t(step.group), "number", step.number, "count", step.count) ?></p>
<?cs /if ?><form class="form" method="post" action="<?cs var:href(page.path) ?><?cs if:step.changing ?>?change=1<?cs /if ?>"<?cs if:form.files.kind ?> enctype="multipart/form-data"<?cs /if ?> novalidate>
<?cs call:token_field() ?>
<?cs each:f = form ?><?cs if:first(f) && (step.single || f.label == step.title) ?><?cs set:step.asked = f.name ?><?cs /if ?><?cs /each ?><?cs
if:!step.asked ?><div class="opening"><h1><?cs var:t(step.title) ?></h1><?cs if:step.hint ?>
<p class="hint"><?cs var:t(step.hint) ?></p><?cs /if ?></div>
<?cs /if ?><?cs if:subcount(step.hotlines) > #0 ?><?cs call:emergency_box(step.hotlines) ?>
<?cs /if ?><?cs if:step.note ?><p class="strip"><?cs var:t(step.note) ?></p>
<?cs /if ?><?cs each:f = form ?><?cs if:f.name == step.asked ?><?cs call:control_as_title(f) ?><?cs else ?><?cs call:control(f) ?><?cs /if ?><?cs /each ?><?cs
if:step.privacy ?><?cs call:privacy_box() ?><?cs /if ?><div class="row"><?cs call:button("Continue") ?><?cs if:step.may_skip ?> <p class="hint"><?cs var:t("You can leave all of this empty.") ?></p><?cs /if ?></div>
<?cs call:language_buttons() ?></form>
<?cs if:step.sensitive ?><div class="strip stack">
<p><a href="https://www.wikipedia.org/" rel="noreferrer"><?cs var:t("Leave this page") ?></a></p>
<p class="hint"><?cs var:t("Opens an encyclopaedia. It does not clear the history of this browser.") ?></p>
</div>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
