<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Keys") ?><?cs /def ?><?cs
def:key_name(k) ?><?cs if:k.owner ?><bdi class="name"><?cs var:k.owner ?></bdi><?cs else ?><?cs var:t("A key") ?><?cs /if ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:setup_back("/desk/publish", "Back to what is published") ?><h1><?cs var:t("Keys") ?></h1>
<p><?cs var:t("With these OpenPGP keys people write to the team in secret, and check that a text is yours. They stand in the profile, and mail programs find them by themselves.") ?></p>
<?cs if:!signing ?><p class="panel"><strong><?cs var:t("Nothing is signed.") ?></strong> <?cs var:t1("No key signs yet: {setting} in belfry.conf is empty.", "setting", "signing_folder") ?></p>
<?cs /if ?><?cs if:subcount(keys) == #0 ?><p class="panel"><?cs var:t("There is no key yet. Without one, nobody can write to you in secret by mail.") ?></p>
<?cs else ?><dl class="answers"><?cs each:k = keys ?>
<div><dt><?cs call:key_name(k) ?><?cs if:k.algorithm ?><br><bdi dir="ltr" class="soft"><?cs var:k.algorithm ?></bdi><?cs /if ?></dt>
<dd><?cs if:k.state == "arrived" ?><?cs var:t("It is being read. Open this page again in a few seconds.") ?><?cs
	elif:k.state == "refused" ?><strong class="stop"><?cs var:t("Not taken:") ?></strong> <?cs var:t(k.refused) ?><?cs
	else ?><bdi dir="ltr"><?cs var:k.fingerprint ?></bdi><br><?cs
		if:k.expired ?><strong class="stop"><?cs var:t1("Expired on {day}", "day", k.ends) ?></strong><?cs
		elif:k.soon ?><strong class="wait"><?cs var:t1("Expires on {day}", "day", k.ends) ?></strong><?cs
		elif:k.ends ?><?cs var:t1("Good until {day}", "day", k.ends) ?><?cs
		else ?><?cs var:t("Does not expire") ?><?cs /if ?><?cs /if ?></dd>
<?cs if:user.lead ?><dd class="change"><form method="post" action="<?cs var:href("/desk/publish/keys/" + k.id + "/remove") ?>"><?cs call:token_field() ?><button class="button" type="submit"><?cs var:t("Remove") ?><span class="unseen">: <?cs call:key_name(k) ?></span></button></form></dd><?cs /if ?></div><?cs /each ?>
</dl>
<?cs /if ?><?cs if:user.lead ?><h2><?cs var:t("Add a key") ?></h2>
<form class="form" method="post" action="<?cs var:href("/desk/publish/keys") ?>" novalidate>
<?cs call:token_field() ?><?cs each:f = form ?><?cs call:control_compact(f) ?><?cs /each ?><div class="row"><?cs call:button("Add") ?></div>
</form>
<?cs /if ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
