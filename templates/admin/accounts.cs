<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t("Accounts") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("Accounts") ?></h1>
<?cs if:link.address ?><section class="keep" aria-labelledby="link">
<h2 id="link"><?cs var:t("The invitation") ?></h2>
<p><?cs var:t("Give this address to the person yourself. It works once, for half an hour, and is not shown again.") ?></p>
<p class="letter"><bdi dir="ltr"><?cs var:link.address ?></bdi></p>
</section>
<?cs /if ?><?cs if:subcount(accounts) == #0 ?><p class="panel"><?cs var:t("Nobody yet. The people you invite appear here.") ?></p>
<?cs else ?><section class="frame" aria-label="<?cs var:t("Accounts") ?>" tabindex="0"><table class="list">
<thead><tr><th scope="col"><?cs var:t("Name") ?></th><th scope="col"><?cs var:t("Address") ?></th><th scope="col"><?cs var:t("May be") ?></th><th scope="col"><?cs var:t("Last here") ?></th><th scope="col"><?cs var:t("Change") ?></th></tr></thead>
<tbody><?cs each:a = accounts ?>
<tr><td><span dir="auto"><?cs var:a.name ?></span><?cs if:a.disabled ?> <strong class="stop"><?cs var:t("closed") ?></strong><?cs /if ?></td><td><span dir="ltr"><?cs var:a.email ?></span></td><td><?cs var:a.roles ?><?cs
	if:subcount(a.role_choices) > #0 ?> <details><summary><?cs var:t("Change") ?><span class="unseen">: <?cs var:a.name ?></span></summary><form class="row" method="post" action="<?cs var:href("/admin/accounts/" + a.id + "/roles") ?>"><?cs call:token_field() ?><?cs each:r = a.role_choices ?><label class="tick"><input type="checkbox" name="roles" value="<?cs var:r.value ?>"<?cs if:r.chosen ?> checked<?cs /if ?>> <?cs var:t(r.label) ?></label> <?cs /each ?><?cs call:plain_button("Save") ?></form></details><?cs /if ?></td><td><?cs if:a.last_seen_at ?><?cs call:moment(a.last_seen_at) ?><?cs else ?><span class="soft"><?cs var:t("never") ?></span><?cs /if ?></td><td><form method="post" action="<?cs var:href("/admin/accounts/" + a.id) ?>/<?cs if:a.disabled ?>enable<?cs else ?>disable<?cs /if ?>"><?cs call:token_field() ?><button class="button" type="submit"><?cs if:a.disabled ?><?cs var:t("Open again") ?><?cs else ?><?cs var:t("Close") ?><?cs /if ?><span class="unseen">: <?cs var:a.name ?></span></button></form></td></tr><?cs /each ?>
</tbody>
</table></section>
<?cs /if ?><h2><?cs var:t("Invite somebody") ?></h2>
<form class="form narrow" method="post" action="<?cs var:href("/admin/accounts") ?>" novalidate>
<?cs call:token_field() ?>
<?cs each:f = form ?><?cs call:control_compact(f) ?><?cs /each ?><div class="row"><?cs call:button("Invite") ?></div>
</form>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
