<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t("Lists") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:setup_back("/desk/publish", "Publish") ?><div class="titled"><h1><?cs var:t("Lists") ?></h1>
<?cs if:user.lead && !lists_full ?><a class="button main" href="<?cs var:href("/desk/publish/lists/new") ?>"><?cs var:t("Make a list") ?></a><?cs /if ?></div>
<p class="soft"><?cs var:t("What you send by mail goes to a list: to everybody who subscribed, or to those whom a lead invited.") ?> <a href="<?cs var:href("/desk/publish/mailings") ?>"><?cs var:t("What was sent") ?></a></p>
<?cs if:lists_full ?><p class="strip"><?cs var:t("There are as many lists as there can be. Change one that ended.") ?></p>
<?cs /if ?><?cs if:subcount(lists) == #0 ?><div class="panel empty"><p><strong><?cs var:t("There is no list yet.") ?></strong> <?cs var:t("A duty lead makes one: for everybody, or for the organisations that you serve.") ?></p></div>
<?cs else ?><section class="frame" aria-label="<?cs var:t("Lists") ?>" tabindex="0"><table class="list stacks">
<thead><tr><th scope="col"><?cs var:t("Name") ?></th><th scope="col"><?cs var:t("Sharing") ?></th><th scope="col"><?cs var:t("Who can subscribe") ?></th><th scope="col"><?cs var:t("Subscribers") ?></th><th scope="col"><?cs var:t("Last sent") ?></th></tr></thead>
<tbody><?cs each:x = lists ?>
<tr><td><a href="<?cs var:href("/desk/publish/lists/" + x.id) ?>"><bdi class="name"><?cs var:t(x.name) ?></bdi></a><?cs if:x.ended_at ?> <strong class="wait"><?cs var:t("Ended") ?></strong><?cs /if ?><?cs if:x.wording ?><p class="small soft" dir="auto"><?cs var:x.wording ?></p><?cs /if ?></td><td><?cs call:tlp_mark(x.tlp) ?></td><td><?cs if:x.open ?><?cs var:t("Open") ?><?cs else ?><?cs var:t("By invitation") ?><?cs /if ?><?cs if:x.advisories ?><p class="small soft"><?cs var:t("Carries advisories") ?></p><?cs /if ?></td><td><?cs var:t1("{n} confirmed", "n", x.confirmed) ?><?cs if:x.asked != "0" ?><p class="small soft"><?cs var:t1("{n} to be confirmed", "n", x.asked) ?></p><?cs /if ?><?cs if:x.paused != "0" ?><p class="small wait"><?cs var:t1("{n} paused: their mail came back", "n", x.paused) ?></p><?cs /if ?></td><td><?cs if:x.last_at ?><?cs call:moment(x.last_at) ?><?cs else ?><span class="soft"><?cs var:t("Nothing yet.") ?></span><?cs /if ?></td></tr><?cs /each ?>
</tbody></table></section>
<?cs /if ?><?cs /def ?><?cs include!"desk_layout.cs" ?>
