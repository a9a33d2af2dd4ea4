<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/setup.cs" ?><?cs include!"parts/mailing.cs" ?><?cs
def:title() ?><?cs var:t("Announcement") ?><?cs /def ?><?cs
def:act(path, label) ?><form method="post" action="<?cs var:href("/desk/publish/announcement" + path) ?>"><?cs call:token_field() ?><input type="hidden" name="version" value="<?cs var:#part.version ?>"><?cs call:plain_button(label) ?></form>
<?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:setup_back("/desk/publish", "Back to what is published") ?><h1><?cs var:t("Announcement") ?></h1>
<p><?cs var:t("That the team begins its work, said by whoever stands behind it. It comes out together with the guidelines for reporting, and stands on the home page for thirty days.") ?></p>
<?cs if:announcement.state == "none" ?><p class="panel"><?cs if:user.lead ?><?cs var:t("Nothing is written yet. There is a proposal, made of what the team has said of itself: change it as you like.") ?><?cs else ?><?cs var:t("Nothing is written yet. A lead writes it.") ?><?cs /if ?></p>
<?cs elif:announcement.state == "draft" ?><section class="panel stack"><h2><?cs var:t("It waits for its approval") ?></h2>
<?cs if:user.lead ?><?cs if:announcement.own ?><form class="form" method="post" action="<?cs var:href("/desk/publish/announcement/approve") ?>" novalidate><?cs call:token_field() ?><input type="hidden" name="version" value="<?cs var:#part.version ?>">
<p><?cs var:t("Another lead approves it, best after showing it to whoever announces it. Where there is nobody else, say why:") ?></p>
<?cs set:form.why.required = "1" ?><?cs call:control(form.why) ?><?cs call:plain_button("Approve it alone") ?></form>
<?cs else ?><p><?cs var:t("You wrote nothing of it. Read it in each language, and show it to whoever announces it.") ?></p>
<?cs call:act("/approve", "Approve") ?><?cs /if ?><?cs else ?><p><?cs var:t("A lead who did not write it approves it.") ?></p><?cs /if ?></section>
<?cs else ?><section class="panel stack"><h2><?cs if:announcement.state == "out" ?><?cs var:t("It is out") ?><?cs else ?><?cs var:t("It is approved, and waits for its time") ?><?cs /if ?></h2>
<?cs if:announcement.state == "out" ?><p><a class="button" href="<?cs var:href("/announcement") ?>"><?cs var:t("Look at the public page") ?></a></p>
<?cs elif:closed ?><p><?cs var:t("The public pages are closed. It comes out when they open, not before its time.") ?></p>
<?cs /if ?><?cs if:announcement.approver ?><p class="soft"><?cs var:t("Approved by") ?> <bdi class="name"><?cs var:announcement.approver ?></bdi>, <?cs call:moment(announcement.approved_at) ?></p>
<?cs /if ?><?cs if:announcement.reason ?><p><?cs var:t("Without a second person:") ?> <span dir="auto"><?cs var:announcement.reason ?></span></p>
<?cs /if ?><?cs if:user.lead ?><?cs call:act("/take-back", "Take it back") ?><?cs /if ?></section>
<?cs /if ?><?cs if:user.lead && announcement.state != "out" ?><p><a class="button<?cs if:announcement.state == "none" ?> main<?cs /if ?>" href="<?cs var:href("/desk/publish/announcement/edit") ?>"><?cs if:announcement.state == "none" ?><?cs var:t("Write it") ?><?cs else ?><?cs var:t("Change it") ?><?cs /if ?></a></p>
<?cs /if ?><?cs if:announcement.sponsor ?><dl class="answers"><div><dt><?cs var:t("Who announces it") ?></dt><dd dir="auto"><?cs var:announcement.sponsor ?></dd></div>
<div><dt><?cs var:t("From when on everybody may read it") ?></dt><dd><?cs call:moment(announcement.out_at) ?></dd></div><?cs each:x = words ?>
<div><dt><?cs var:x.label ?></dt><dd lang="<?cs var:x.lang ?>"><p dir="auto"><strong><?cs var:x.title ?></strong></p><p class="letter" dir="auto"><?cs var:x.body ?></p></dd></div><?cs /each ?></dl>
<?cs /if ?><?cs call:history_lines() ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
