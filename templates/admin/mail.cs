<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t("Mail out") ?><?cs /def ?><?cs
def:mail_act(m, path, label) ?><form method="post" action="<?cs var:href("/admin/mail/" + m.id + path) ?>"><?cs call:token_field() ?><button class="button" type="submit"><?cs var:t(label) ?><span class="unseen">: <?cs var:t(m.label) ?></span></button></form> <?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Mail out") ?></h1>
<?cs if:mail.off ?><p class="panel"><strong><?cs var:t("No mail is sent.") ?></strong> <?cs var:t1("No mail server is named: {setting} in belfry.conf is empty. What there is to send waits here and is given up when it is too late. Links for people who sign in are shown to whoever makes them.", "setting", "mail_host") ?></p>
<?cs /if ?><section class="strip filters" aria-label="<?cs var:t("Filters") ?>"><div role="group" aria-label="<?cs var:t("State") ?>"><span class="soft"><?cs var:t("State") ?></span><?cs
	each:x = states ?> <a href="<?cs var:href(x.href) ?>"<?cs if:x.chosen ?> aria-current="true"<?cs /if ?>><?cs var:t(x.label) ?><?cs if:x.count ?> <span><?cs var:x.count ?></span><?cs /if ?></a><?cs /each ?></div></section>
<?cs if:subcount(mails) == #0 ?><p class="panel"><?cs
	if:state.name == "waiting" ?><?cs var:t("Nothing waits. Everything that there was to send has left.") ?><?cs
	elif:state.name == "sent" ?><?cs var:t("Nothing was sent in the last days.") ?><?cs
	elif:state.name == "given_up" ?><?cs var:t("Nothing was given up.") ?><?cs
	else ?><?cs var:t("Nobody has stopped a mail.") ?><?cs /if ?></p>
<?cs else ?><section class="frame" aria-label="<?cs var:t(state.label) ?>" tabindex="0"><table class="list mails stacks">
<caption><?cs var:t(state.label) ?></caption>
<thead><tr><th scope="col"><?cs var:t("Mail") ?></th><th scope="col"><?cs var:t("What the mail server said") ?></th><th scope="col"><?cs if:state.name == "waiting" ?><?cs var:t("Next try") ?><?cs else ?><?cs var:t("Ended") ?><?cs /if ?></th><?cs if:state.name != "sent" ?><th scope="col"><?cs var:t("Change") ?></th><?cs /if ?></tr></thead>
<tbody><?cs each:m = mails ?>
<tr><td><?cs var:t(m.label) ?><?cs if:m.reference ?> <a href="<?cs var:href("/desk/tickets/" + m.reference) ?>"><?cs call:reference(m.reference) ?></a><?cs /if ?><p><?cs if:m.recipient ?><bdi dir="ltr"><?cs var:m.recipient ?></bdi><?cs else ?><span class="soft"><?cs var:t("To whom is not shown to you.") ?></span><?cs /if ?></p><p class="soft"><?cs var:t("Written:") ?> <?cs call:moment(m.made_at) ?></p></td><td><?cs if:m.unsigned ?><?cs var:t("The team has no name and address yet.") ?><?cs elif:m.answer ?><bdi dir="ltr"><?cs var:m.answer ?></bdi><?cs else ?><span class="soft"><?cs var:t("Nothing yet.") ?></span><?cs /if ?><p class="soft"><?cs var:tn("{n} try", "{n} tries", #m.tries) ?></p></td><td><?cs
	if:m.claimed ?><?cs var:t("is being tried") ?><?cs elif:m.next_at ?><?cs call:moment(m.next_at) ?><?cs elif:m.ended_at ?><?cs call:moment(m.ended_at) ?><?cs /if ?></td><?cs
	if:state.name == "waiting" ?><td><div class="row"><?cs call:mail_act(m, "/try", "Try now") ?><?cs call:mail_act(m, "/stop", "Stop") ?></div></td><?cs
	elif:state.name != "sent" ?><td><?cs if:m.may_start ?><?cs call:mail_act(m, "/start", "Start again") ?><?cs else ?><span class="soft"><?cs var:t("Its link is dead.") ?></span><?cs /if ?></td><?cs /if ?></tr><?cs /each ?>
</tbody>
</table></section>
<?cs /if ?><?cs if:page.newest || page.older ?><nav class="row" aria-label="<?cs var:t("Pages") ?>"><?cs if:page.newest ?><a class="button" href="<?cs var:href(page.newest) ?>"><?cs var:t("To the newest") ?></a> <?cs /if ?><?cs if:page.older ?><a class="button" rel="next" href="<?cs var:href(page.older) ?>"><?cs var:t("Further in this list") ?></a><?cs /if ?></nav>
<?cs /if ?><p class="soft"><?cs var:t("A mail that fails is tried again after a minute, and then after longer and longer times. It is given up after two to four days, or at once when the mail server refuses it for good.") ?> <?cs var:tn("What has ended is forgotten after {n} day.", "What has ended is forgotten after {n} days.", #mail.kept_days) ?></p>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
