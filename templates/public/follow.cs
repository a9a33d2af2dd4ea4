<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("Follow up a report") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("Follow up a report") ?></h1>
<p><?cs var:t("Both were shown when your report arrived. Capitals, spaces and hyphens do not matter.") ?></p>
<form class="form" method="post" action="<?cs var:href("/follow") ?>" novalidate>
<?cs call:token_field() ?>
<?cs each:f = form ?><?cs call:control(f) ?><?cs /each ?><div class="row"><?cs call:button("Open the report") ?></div>
</form>
<section class="strip stack" aria-labelledby="lost">
<h2 id="lost"><?cs var:t("You no longer have them?") ?></h2>
<p><?cs var:t("We cannot look up a secret. Call us with what you remember, or send a new report and say that it belongs to an earlier one.") ?></p>
<?cs if:site.team.phone ?><p><a href="tel:<?cs var:tel(site.team.phone) ?>"><span dir="ltr"><?cs var:site.team.phone ?></span></a></p>
<?cs /if ?></section>
<?cs /def ?><?cs include!"layout.cs" ?>
