<?cs include!"parts/forms.cs" ?><?cs include!"parts/reporting.cs" ?><?cs set:frame.keeps_answers = "1" ?><?cs
def:title() ?><?cs var:t("Your request") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><?cs call:back_link(step.back, "Back") ?>
<form class="form long" method="post" action="<?cs var:href("/programme/request") ?>" novalidate>
<?cs call:token_field() ?>
<div class="opening"><h1><?cs var:t("Your request") ?></h1>
<p class="hint"><?cs var:t("What is not marked as optional is needed, so that the right person can answer.") ?></p></div>
<?cs call:control(form.asks_as) ?><?cs call:control(form.org_name) ?><?cs call:control(form.country) ?><?cs call:control(form.phase) ?><?cs call:control(form.description) ?><?cs call:control(form.there_is) ?>
<h2><?cs var:t("About you") ?></h2>
<?cs call:control(form.name) ?><?cs call:control(form.post) ?><?cs call:control(form.email) ?><?cs call:control(form.phone) ?><?cs call:control_compact(form.language) ?>
<p class="strip"><?cs var:t1("{team} keeps your name and address to answer this request, and for nothing else.", "team", site.team.name) ?> <a href="<?cs var:href("/privacy") ?>"><?cs var:t("How we handle personal data") ?></a></p>
<div class="row"><?cs call:button("Send request") ?></div>
<?cs call:language_buttons() ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
