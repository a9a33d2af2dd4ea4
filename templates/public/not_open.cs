<?cs # Until the team has opened its public pages: nothing of the team. ?><?cs
def:title() ?><?cs var:t("Not open yet") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("These pages are not open yet") ?></h1>
<p><?cs var:t("The team that works here has not opened its pages to the public. Come back later.") ?></p>
<?cs if:error.action ?><form class="stack" method="post" action="<?cs var:href(error.action) ?>">
<?cs if:subcount(kept) > #0 ?><p><strong><?cs var:t("What you typed is kept in this page.") ?></strong></p>
<?cs /if ?><input type="hidden" name="token" value="<?cs var:token ?>"><?cs each:k = kept ?><input type="hidden" name="<?cs var:k.name ?>" value="<?cs var:k.value ?>"><?cs /each ?>
<p><button class="button" type="submit"><?cs var:t("Try again") ?></button></p>
</form>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
