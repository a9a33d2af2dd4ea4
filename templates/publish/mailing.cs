<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/advisory.cs" ?><?cs include!"parts/mailing.cs" ?><?cs
def:title() ?><?cs var:mailing.title ?><?cs /def ?><?cs
def:act_open(act) ?><form class="stack" method="post" action="<?cs var:href("/desk/publish/mailings/" + mailing.id + act) ?>" novalidate><?cs call:token_field() ?><input type="hidden" name="version" value="<?cs var:#mailing.version ?>"><?cs /def ?><?cs
def:act(act, label) ?><?cs call:act_open(act) ?><?cs call:plain_button(label) ?></form><?cs /def ?><?cs
def:texts_part() ?><section class="stack" aria-labelledby="texts"><h2 id="texts"><?cs var:t("Texts") ?></h2>
<dl class="lines"><?cs each:x = texts ?><?cs if:x.title || may.write ?><div><dt><bdi class="name" lang="<?cs var:x.lang ?>"><?cs var:x.language ?></bdi><?cs if:x.title ?> <span class="hint" lang="<?cs var:x.lang ?>" dir="auto"><?cs var:x.title ?></span><?cs else ?> <span class="hint"><?cs var:t("Not translated yet") ?></span><?cs /if ?></dt>
<dd class="row"><?cs if:x.title ?><a class="button" href="<?cs var:href("/desk/publish/mailings/" + mailing.id + "/preview/" + x.lang) ?>"><?cs var:t("Preview") ?><span class="unseen">: <bdi class="name"><?cs var:x.language ?></bdi></span></a><?cs /if ?><?cs if:may.write ?> <?cs if:x.first ?><a class="button" href="<?cs var:href("/desk/publish/mailings/" + mailing.id + "/edit") ?>"><?cs var:t("Write") ?><span class="unseen">: <bdi class="name"><?cs var:x.language ?></bdi></span></a><?cs else ?><a class="button" href="<?cs var:href("/desk/publish/mailings/" + mailing.id + "/texts/" + x.lang) ?>"><?cs var:t("Translate") ?><span class="unseen">: <bdi class="name"><?cs var:x.language ?></bdi></span></a><?cs /if ?><?cs /if ?></dd></div><?cs /if ?><?cs /each ?></dl></section>
<?cs /def ?><?cs
def:letters_part() ?><div class="stack"><h2 id="letters"><?cs var:t("Who received it") ?></h2>
<p><?cs call:letters_mark(letters) ?><?cs if:letters.given == "0" ?><span class="soft"><?cs if:letters.busy && !letters.off ?><?cs var:t("It begins within a minute.") ?><?cs elif:!letters.busy ?><?cs var:t("It went to nobody.") ?><?cs /if ?></span><?cs /if ?><?cs if:letters.waiting != "0" ?> · <span class="soft"><?cs var:t1("{waiting} waiting to leave", "waiting", letters.waiting) ?></span><?cs /if ?></p>
<?cs if:letters.busy && letters.off ?><p class="strip"><strong><?cs var:t("No mail is sent.") ?></strong> <?cs var:t("No mail server is named. What there is to send waits until an administrator names one.") ?></p>
<?cs /if ?><?cs if:letters.busy ?><p><a class="button" href="<?cs var:href("/desk/publish/mailings/" + mailing.id) ?>"><?cs var:t("Look again") ?></a></p>
<?cs /if ?><?cs call:filter_row("State", filters) ?>
<?cs if:subcount(recipients) == #0 ?><p class="panel"><?cs if:narrowed ?><?cs var:t("Nobody here.") ?><?cs else ?><?cs var:t("Nobody yet. Each recipient will stand here, with what became of the letter.") ?><?cs /if ?></p>
<?cs else ?><section class="frame" aria-labelledby="letters" tabindex="0"><table class="list stacks">
<thead><tr><th scope="col"><?cs var:t("Subscriber") ?></th><th scope="col"><?cs var:t("State") ?></th><th scope="col"><?cs var:t("Since") ?></th></tr></thead>
<tbody><?cs each:x = recipients ?>
<tr><td><?cs if:x.email ?><bdi dir="ltr"><?cs var:x.email ?></bdi><?cs else ?><?cs var:t1("Subscriber {number}", "number", x.id) ?><?cs if:user.lead ?> <span class="soft"><?cs var:t("The address is forgotten") ?></span><?cs /if ?><?cs /if ?></td><td><?cs var:t(x.state) ?></td><td><?cs call:moment(x.at) ?></td></tr><?cs /each ?>
</tbody></table></section>
<?cs /if ?><?cs if:page.older ?><nav class="row" aria-label="<?cs var:t("Pages") ?>"><a class="button" rel="next" href="<?cs var:href(page.older) ?>"><?cs var:t("Further in this list") ?></a></nav>
<?cs /if ?><?cs if:letters.given == "0" ?><?cs elif:user.lead ?><p><a class="button" href="<?cs var:href("/desk/publish/mailings/" + mailing.id + "/recipients.csv") ?>"><?cs var:t("All of them for a spreadsheet (CSV, 20,000 at most)") ?></a></p>
<?cs else ?><p class="small soft"><?cs var:t("Their addresses the duty leads see.") ?></p>
<?cs /if ?></div>
<?cs /def ?><?cs
def:reach_line() ?><p><?cs var:t2("It goes to {those} of {all} subscribers.", "those", reach.those, "all", reach.all) ?></p>
<?cs if:reach.asked || reach.paused ?><p class="small soft"><?cs if:reach.asked ?><?cs var:t1("{n} to be confirmed", "n", reach.asked) ?><?cs if:reach.paused ?> · <?cs /if ?><?cs /if ?><?cs if:reach.paused ?><?cs var:t1("{n} paused: their mail came back", "n", reach.paused) ?><?cs /if ?></p>
<?cs /if ?><?cs /def ?><?cs
def:next_part() ?><?cs if:mailing.list_ended ?><p class="strip"><?cs var:t("The list ended. Nothing goes to it any more.") ?></p>
<?cs /if ?><?cs if:may.write ?><?cs call:reach_line() ?><?cs /if ?><?cs if:may.send ?><?cs call:act_open("/send") ?><?cs if:own ?><?cs set:form.why.required = "1" ?><?cs call:control_compact(form.why) ?><?cs /if ?><?cs call:button("Send it") ?></form>
<?cs elif:may.write && !user.lead ?><p class="soft"><?cs var:t("A duty lead sends it.") ?></p>
<?cs /if ?><?cs if:may.write ?><?cs call:act("/discard", "Discard") ?>
<?cs /if ?><?cs if:may.take_up ?><?cs call:act("/take-up", "Take it up again") ?>
<?cs /if ?><?cs if:may.stop ?><?cs call:act("/stop", "Stop") ?>
<?cs /if ?><?cs if:may.go_on ?><p class="soft"><?cs var:t("Who got it does not get it again.") ?></p><?cs call:act("/go-on", "Go on sending") ?>
<?cs /if ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><?cs if:stale ?><section class="alarm" aria-labelledby="stale"><h2 id="stale"><?cs var:t("Somebody else changed it meanwhile") ?></h2>
<p><?cs var:t("Nothing was done. This is how it stands now.") ?></p></section>
<?cs /if ?><?cs call:setup_back("/desk/publish/mailings", "Warnings by mail") ?>
<div class="head"><h1 lang="<?cs var:mailing.lang ?>" dir="auto"><?cs var:mailing.title ?></h1>
<p><strong><?cs var:t(mailing.state.label) ?></strong> · <?cs call:advisory_kind(mailing) ?> · <?cs call:tlp_mark(mailing.tlp) ?> · <a href="<?cs var:href("/desk/publish/lists/" + mailing.list_id) ?>"><bdi class="name"><?cs var:t(mailing.list) ?></bdi></a></p></div>
<div class="ticket"><div class="stack"><?cs if:mailing.reference ?><p><?cs var:t("It is an advisory:") ?> <a href="<?cs var:href("/desk/publish/advisories/" + mailing.reference) ?>"><bdi dir="ltr"><?cs var:mailing.reference ?></bdi></a></p>
<?cs /if ?><?cs if:mailing.begun_at ?><?cs call:letters_part() ?><?cs /if ?><?cs if:!mailing.reference ?><?cs call:texts_part() ?><?cs /if ?><?cs call:history_lines() ?></div>
<section class="stack" aria-labelledby="next"><h2 id="next"><?cs if:mailing.begun_at ?><?cs var:t("How it went out") ?><?cs else ?><?cs var:t("What comes next") ?><?cs /if ?></h2>
<?cs call:next_part() ?><dl class="lines"><div><dt><?cs var:t("Sectors that it concerns") ?></dt><dd><?cs if:mailing.sectors ?><?cs var:mailing.sectors ?><?cs else ?><?cs var:t("All") ?><?cs /if ?></dd></div>
<?cs if:mailing.writer ?><div><dt><?cs var:t("Written by") ?></dt><dd><bdi class="name"><?cs var:mailing.writer ?></bdi>, <?cs call:moment(mailing.made_at) ?></dd></div>
<?cs /if ?><?cs if:mailing.begun_at ?><div><dt><?cs var:t("Sent by") ?></dt><dd><?cs if:mailing.sender ?><bdi class="name"><?cs var:mailing.sender ?></bdi>, <?cs /if ?><?cs call:moment(mailing.begun_at) ?></dd></div>
<?cs /if ?><?cs if:mailing.ended_at ?><div><dt><?cs var:t("Given to everybody") ?></dt><dd><?cs call:moment(mailing.ended_at) ?></dd></div>
<?cs /if ?></dl>
<?cs if:mailing.reason ?><h3><?cs var:t("Why nobody else sent it") ?></h3>
<p class="letter" dir="auto"><?cs var:mailing.reason ?></p>
<?cs /if ?></section></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
