<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("Enter a report") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><h1><?cs var:t("Enter a report") ?></h1>
<p class="soft"><?cs var:t("For somebody who called, came or wrote. Read the reference and the secret to them at the end.") ?></p>
<form class="form" method="post" action="<?cs var:href("/desk/new") ?>" novalidate>
<?cs call:token_field() ?>
<?cs each:f = form ?><?cs call:control_compact(f) ?><?cs /each ?><div class="row"><?cs call:button("Save report") ?></div>
</form></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
