<?cs def:title() ?><?cs var:t("Whom we work with") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Whom we work with") ?></h1>
<p class="lead"><?cs var:t("Incidents stop at no border. These teams and bodies help us, and we help them.") ?></p>
<?cs if:subcount(partners) == #0 ?><p class="panel"><?cs var:t("No partners are named here yet. If your team or organisation would like to work with us, write to us.") ?></p>
<?cs else ?><section class="frame" aria-label="<?cs var:t("Whom we work with") ?>" tabindex="0"><table class="list">
<thead><tr><th scope="col"><?cs var:t("Name") ?></th><th scope="col"><?cs var:t("What for") ?></th></tr></thead>
<tbody><?cs each:p = partners ?>
<tr><th scope="row"><?cs if:p.href ?><a href="<?cs var:p.href ?>" rel="noreferrer"><bdi class="name"><?cs var:p.name ?></bdi></a><?cs else ?><bdi class="name"><?cs var:p.name ?></bdi><?cs /if ?><br><span class="soft"><?cs var:t(p.kind) ?></span></th><td dir="auto"><?cs var:p.wording ?></td></tr><?cs /each ?>
</tbody>
</table></section>
<?cs if:page.onward ?><p><a class="button" rel="next" href="<?cs var:href(page.onward) ?>"><?cs var:t("Further in this list") ?></a></p>
<?cs /if ?><?cs /if ?><h2><?cs var:t("What we pass on") ?></h2>
<p><?cs var:t("Partners hear of a report only what whoever made it allows. Everything that we pass on is marked with the Traffic Light Protocol, which says how far it may go.") ?> <a href="<?cs var:href("/privacy") ?>"><?cs var:t("How we handle personal data") ?></a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
