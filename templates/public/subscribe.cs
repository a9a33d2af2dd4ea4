<?cs include!"parts/forms.cs" ?><?cs include!"parts/subscribing.cs" ?><?cs
def:title() ?><?cs var:t("Be told by mail") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("Be told by mail") ?></h1>
<?cs if:none ?><p class="panel"><?cs var:t("There is no list at the moment that everybody can ask for.") ?> <a href="<?cs var:href("/advisories") ?>"><?cs var:t("Read the advisories") ?></a></p>
<?cs else ?><p class="lead"><?cs if:wording ?><?cs var:wording ?><?cs else ?><?cs var:t("We write to you when something is dangerous, and what to do. It costs nothing, and ends with one press.") ?><?cs /if ?></p>
<form class="form" method="post" action="<?cs var:href("/subscribe") ?>" novalidate>
<?cs call:token_field() ?><?cs if:form.list.name ?><?cs call:control(form.list) ?><?cs /if ?><?cs call:control(form.email) ?><?cs call:wishes() ?><div class="row"><?cs call:button("Send me the link") ?></div>
<?cs call:language_buttons() ?></form>
<p class="small soft after"><?cs var:t("We keep your address for this alone, and forget it a month after you end it.") ?> <a href="<?cs var:href("/privacy") ?>"><?cs var:t("How we handle personal data") ?></a></p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
