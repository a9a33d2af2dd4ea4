<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t("Accounts") ?><?cs /def ?><?cs
def:account_act(a, path, label) ?><form method="post" action="<?cs var:href("/admin/accounts/" + a.id + path) ?>"><?cs call:token_field() ?><button class="button" type="submit"><?cs var:t(label) ?><span class="unseen">: <?cs var:a.name ?></span></button></form> <?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("Accounts") ?></h1>
<?cs if:link.address ?><section class="keep" aria-labelledby="link">
<h2 id="link"><?cs if:link.invitation ?><?cs var:t("The invitation") ?><?cs else ?><?cs var:t("The way to a new password") ?><?cs /if ?>: <bdi class="name"><?cs var:link.name ?></bdi></h2>
<p><?cs var:t("Give this address to the person yourself. It works once, for half an hour, and is not shown again.") ?></p>
<p class="letter"><bdi dir="ltr"><?cs var:link.address ?></bdi></p>
</section>
<?cs /if ?><?cs if:subcount(accounts) == #0 ?><p class="panel"><?cs var:t("Nobody yet. The people you invite appear here.") ?></p>
<?cs else ?><section class="frame" aria-label="<?cs var:t("Accounts") ?>" tabindex="0"><table class="list stacks">
<thead><tr><th scope="col"><?cs var:t("Name") ?></th><th scope="col"><?cs var:t("E-mail address") ?></th><th scope="col"><?cs var:t("What they may do") ?></th><th scope="col"><?cs var:t("Last here") ?></th><th scope="col"><?cs var:t("Change") ?></th></tr></thead>
<tbody><?cs each:a = accounts ?>
<tr><td><bdi class="name"><?cs var:a.name ?></bdi><?cs if:a.disabled ?> <strong class="stop"><?cs var:t("closed") ?></strong><?cs elif:a.invited ?> <span class="wait"><?cs var:t("invited") ?></span><?cs /if ?></td><td><span dir="ltr"><?cs var:a.email ?></span></td><td><?cs var:a.roles ?></td><td><?cs if:a.last_seen_at ?><?cs call:moment(a.last_seen_at) ?><?cs else ?><span class="soft"><?cs var:t("never") ?></span><?cs /if ?><?cs if:a.asked_at ?><p class="wait"><?cs var:t("asked for a new password:") ?> <?cs call:moment(a.asked_at) ?></p><?cs /if ?></td><td><?cs
	if:a.own ?><a href="<?cs var:href("/account") ?>"><?cs var:t("Your account") ?></a><?cs
	else ?><details><summary><?cs var:t("Change") ?><span class="unseen">: <?cs var:a.name ?></span></summary>
<form class="ticks" method="post" action="<?cs var:href("/admin/accounts/" + a.id + "/roles") ?>"><?cs call:token_field() ?><fieldset class="field"><legend><?cs var:t("What they may do") ?></legend><?cs each:x = a.role_choices ?><label><input type="checkbox" name="roles" value="<?cs var:x.value ?>"<?cs if:x.chosen ?> checked<?cs /if ?>> <?cs var:t(x.label) ?></label><?cs /each ?></fieldset><?cs call:plain_button("Save") ?></form>
<div class="row"><?cs
		if:!a.disabled ?><?cs call:account_act(a, "/link", "Make a link to a new password") ?><?cs if:a.has_factor ?><?cs call:account_act(a, "/forget-factor", "Forget the second factor") ?><?cs /if ?><?cs call:account_act(a, "/disable", "Close the account") ?><?cs
		else ?><?cs call:account_act(a, "/enable", "Open the account again") ?><?cs /if ?></div></details><?cs
	/if ?></td></tr><?cs /each ?>
</tbody>
</table></section>
<?cs if:page.older ?><p><a class="button" rel="next" href="<?cs var:href(page.older) ?>"><?cs var:t("Further in this list") ?></a></p>
<?cs /if ?><?cs /if ?><h2><?cs var:t("Invite somebody") ?></h2>
<?cs if:team_first ?><p class="panel"><?cs var:t("Fill in the team first: mail leaves in its name.") ?> <a href="<?cs var:href("/admin/setup") ?>"><?cs var:t("The team and its public pages") ?></a></p>
<?cs /if ?><form class="form narrow" method="post" action="<?cs var:href("/admin/accounts") ?>" novalidate>
<?cs call:token_field() ?>
<?cs each:f = form ?><?cs call:control_compact(f) ?><?cs /each ?><div class="row"><?cs call:button("Invite") ?></div>
</form>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
