<?cs include!"parts/team.cs" ?><?cs
def:title() ?><?cs var:t(way.title) ?> – <?cs var:t("Report an incident") ?><?cs /def ?><?cs
def:body() ?>
<a class="back" href="<?cs var:href(step.back) ?>"><span class="mirror" aria-hidden="true">←</span><?cs var:t("Back") ?></a>
<h1><?cs var:t(way.title) ?></h1>
<p><?cs var:t(way.text) ?></p>
<?cs call:where_to_call() ?>
<?cs if:way.may_continue ?><p><a class="button main" href="<?cs var:href(way.next) ?>"><?cs var:t("Continue with the report") ?></a></p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
