<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:ticket.reference ?> <?cs var:ticket.subject ?><?cs /def ?><?cs

# A form that posts to one of the ticket's own addresses. ?><?cs
def:act(path, label, main) ?><form method="post" action="<?cs var:href("/desk/tickets/" + ticket.reference + path) ?>"><?cs call:ticket_token() ?><button class="button<?cs if:main ?> main<?cs /if ?>" type="submit"><?cs var:t(label) ?></button></form><?cs /def ?><?cs

# A fact that one may change where it stands; open where a choice waits in it
# that was not saved. ?><?cs
def:open_fact(label, kept) ?><details<?cs if:kept ?> open<?cs /if ?>><summary><?cs var:t("Change") ?><span class="unseen">: <?cs var:t(label) ?></span></summary><?cs /def ?><?cs
def:choice(value, chosen, kept, label) ?><option value="<?cs var:value ?>"<?cs if:kept && kept == value ?> selected<?cs elif:!kept && chosen ?> selected<?cs /if ?>><?cs var:label ?></option><?cs /def ?><?cs
def:pick(path, name, label, choices, kept) ?><?cs call:open_fact(label, kept) ?><form class="row" method="post" action="<?cs var:href("/desk/tickets/" + ticket.reference + path) ?>"><?cs call:ticket_token() ?><select id="<?cs var:name ?>" name="<?cs var:name ?>" aria-label="<?cs var:t(label) ?>"><?cs each:x = choices ?><?cs call:choice(x.value, x.chosen, kept, t(x.label)) ?><?cs /each ?></select> <?cs call:plain_button("Save") ?></form></details><?cs /def ?><?cs

def:message(e) ?><article class="entry<?cs if:e.direction == "to_reporter" ?> ours<?cs elif:e.direction == "note" ?> note<?cs /if ?>">
<header><h3><span dir="auto"><?cs var:e.author ?></span></h3> <?cs
	if:e.direction == "note" ?><span><?cs var:t("note, only us") ?></span><?cs
	elif:e.direction == "to_reporter" ?><span class="soft"><?cs var:t("to the reporter") ?></span><?cs
	elif:e.by ?><span class="soft"><?cs var:t1("from the reporter, written down by {name}", "name", e.by) ?></span><?cs
	elif:e.author != t("The reporter") ?><span class="soft"><?cs var:t("from the reporter") ?></span><?cs /if ?> <?cs call:moment(e.at) ?></header>
<?cs if:e.body ?><div class="letter" dir="auto"><?cs var:e.body ?></div>
<?cs /if ?><?cs if:subcount(e.files) > #0 ?><ul class="files plain"><?cs each:x = e.files ?>
<li><a href="<?cs var:href("/desk/tickets/" + ticket.reference + "/files/" + x.id) ?>" download><bdi class="name"><?cs var:x.name ?></bdi></a> <span class="soft"><?cs var:x.size ?>, <bdi class="name" dir="ltr"><?cs var:x.looks ?></bdi></span> <a class="soft" href="<?cs var:href("/desk/tickets/" + ticket.reference + "/files/" + x.id + "/locked") ?>" download><?cs var:t("locked zip") ?><span class="unseen">: <?cs var:x.name ?></span></a></li><?cs /each ?>
</ul>
<p class="hint"><?cs var:t1("A locked zip opens with the password {password}.", "password", ticket.zip_password) ?></p>
<?cs /if ?></article>
<?cs /def ?><?cs

# What else the report said: behind its first words, in the order of its form. ?><?cs
def:told_section() ?><?cs if:subcount(told) > #0 ?><section class="told" aria-labelledby="told">
<h3 id="told"><?cs var:t("Also in the report") ?></h3>
<?cs each:a = told ?><h4><?cs var:t(a.label) ?></h4>
<?cs if:a.literal ?><pre class="mono" dir="ltr" tabindex="0" role="region" aria-label="<?cs var:t(a.label) ?>"><?cs var:a.value ?></pre><?cs
else ?><p class="letter" dir="auto"><?cs var:a.value ?></p><?cs /if ?>
<?cs /each ?></section>
<?cs /if ?><?cs /def ?><?cs

def:writing_box(path, name, label, words, kept, main, files) ?><?cs if:kept ?><?cs set:box.id = "body" ?><?cs else ?><?cs set:box.id = name ?><?cs /if ?><form class="field<?cs if:kept && form.body.error ?> wrong<?cs /if ?>" method="post" action="<?cs var:href("/desk/tickets/" + ticket.reference + path) ?>" enctype="multipart/form-data" novalidate>
<?cs call:ticket_token() ?><label class="unseen" for="<?cs var:box.id ?>"><?cs var:t(label) ?></label>
<?cs if:kept && form.body.error ?><p class="message" id="body-error"><span class="unseen"><?cs var:t("Error:") ?></span> <?cs var:form.body.error ?></p>
<?cs /if ?><textarea id="<?cs var:box.id ?>" name="body" rows="5" dir="auto" aria-describedby="<?cs var:box.id ?>-hint<?cs if:kept && form.body.error ?> body-error<?cs /if ?>"<?cs if:kept && form.body.error ?> aria-invalid="true"<?cs /if ?>>
<?cs if:kept ?><?cs var:form.body.value ?><?cs /if ?></textarea>
<details class="attach"<?cs if:subcount(files.held) > #0 || (kept && form.files.error) ?> open<?cs /if ?>><summary><?cs var:t("Add files") ?></summary>
<?cs if:kept ?><?cs set:box.files = "files" ?><?cs call:files_message(form.files, box.files) ?><?cs else ?><?cs set:box.files = name + "-files" ?><?cs /if ?><?cs call:files_held(files) ?><?cs if:!files.full ?><label class="unseen" for="<?cs var:box.files ?>"><?cs var:t("Add files") ?></label>
<?cs /if ?><p class="hint" id="<?cs var:box.files ?>-limits"><?cs var:files.limits ?></p>
<?cs if:kept ?><?cs call:files_input(form.files, files, box.files) ?><?cs else ?><?cs call:files_input(nothing, files, box.files) ?><?cs /if ?></details>
<div class="row"><button class="button<?cs if:main ?> main<?cs /if ?>" type="submit"><?cs if:path == "/note" ?><?cs var:t("Save note") ?><?cs else ?><?cs var:t("Send reply") ?><?cs /if ?></button> <p class="hint" id="<?cs var:box.id ?>-hint"><?cs var:t(words) ?></p></div>
</form><?cs /def ?><?cs

def:body() ?>
<?cs call:error_summary() ?><?cs if:stale ?><section class="alarm" aria-labelledby="stale">
<h2 id="stale"><?cs var:t("This ticket changed while you were writing") ?></h2>
<p><?cs var:t("Nothing was overwritten, and what you typed is below. Since then:") ?></p>
<ul><?cs each:x = theirs ?><li><span dir="auto"><?cs var:x.author ?></span>: <?cs var:x.said ?> <?cs call:moment(x.at) ?></li><?cs /each ?></ul>
</section>
<?cs /if ?><?cs if:subcount(others) > #0 ?><p class="strip noprint" role="status"><?cs var:t("Here now:") ?> <?cs each:x = others ?><bdi class="name"><?cs var:x.name ?></bdi><?cs if:!last(x) ?>, <?cs /if ?><?cs /each ?></p>
<?cs /if ?><header class="head">
<p class="row"><?cs call:reference(ticket.reference) ?> <?cs call:state_mark(ticket.state, ticket.state_label) ?> <?cs call:tlp_mark(ticket.tlp) ?> <?cs call:priority_mark(ticket.priority) ?><?cs call:clock_mark(ticket.clock) ?> <a class="jump noprint" href="#facts"><?cs var:t("Facts") ?></a></p>
<h1 dir="auto"><?cs var:ticket.subject ?></h1>
<?cs if:ticket.held ?><p class="alarm"><?cs var:t("Held: it came while far more reports than usual were arriving. Its clock starts when you take it into the queue.") ?></p>
<?cs /if ?><?cs if:ticket.spam ?><p class="alarm"><?cs var:t("Marked as spam. Nobody works on it.") ?></p>
<?cs /if ?><?cs if:ticket.duplicate_of ?><p class="alarm"><?cs var:t("The same thing is handled in:") ?> <a href="<?cs var:href("/desk/tickets/" + ticket.duplicate_of) ?>"><?cs call:reference(ticket.duplicate_of) ?></a></p>
<?cs /if ?><div class="row"><?cs
	if:ticket.held ?><?cs call:act("/accept", "Take into the queue", "1") ?> <?cs call:act("/spam", "It is spam", "") ?><?cs
	elif:ticket.spam ?><?cs call:act("/not-spam", "It is not spam", "1") ?><?cs
	elif:ticket.duplicate_of ?><?cs call:act("/not-duplicate", "It is not the same", "") ?><?cs
	else ?><?cs if:!ticket.owner_id && !ticket.closed ?><?cs call:act("/take", "Take it", "1") ?> <?cs /if ?><?cs
		if:subcount(moves) > #0 ?><form class="row" method="post" action="<?cs var:href("/desk/tickets/" + ticket.reference + "/state") ?>"><?cs call:ticket_token() ?><?cs each:m = moves ?><button class="button" type="submit" name="to" value="<?cs var:m.to ?>"><?cs var:t(m.label) ?></button> <?cs /each ?></form><?cs /if ?><?cs
	/if ?></div>
</header>
<div class="ticket">
<section class="talk" aria-labelledby="talk">
<h2 class="unseen" id="talk"><?cs var:t("Conversation") ?></h2>
<?cs each:e = entries ?><?cs if:e.kind == "event" ?><p class="happened"><span><?cs if:e.author ?><bdi class="name"><?cs var:e.author ?></bdi>: <?cs /if ?><?cs var:e.said ?></span> <?cs call:moment(e.at) ?></p>
<?cs else ?><?cs call:message(e) ?><?cs /if ?><?cs if:first(e) ?><?cs call:told_section() ?><?cs /if ?><?cs /each ?><?cs
if:!ticket.held && !ticket.spam ?><details class="write" name="write"<?cs if:ticket.writing != "note" ?> open<?cs /if ?>><summary><?cs var:t("Reply to the reporter") ?></summary>
<?cs call:writing_box("/reply", "reply", "Reply to the reporter", "The reporter reads it on the follow-up page. Where they left an e-mail address, a mail says that it is there.", ticket.writing != "note", ticket.owner_id, reply_files) ?>
</details>
<?cs /if ?><details class="write only-us" name="write"<?cs if:ticket.writing == "note" ?> open<?cs /if ?>><summary><?cs var:t("Note, only us") ?></summary>
<?cs call:writing_box("/note", "note", "Note, only us", "Stays inside the team. The reporter never sees it.", ticket.writing == "note", "", note_files) ?>
</details>
</section>
<aside class="facts" aria-labelledby="facts">
<h2 id="facts"><?cs var:t("Facts") ?></h2>
<dl>
<div><dt><?cs var:t("Owner") ?></dt><dd><?cs if:ticket.owner_id ?><bdi class="name"><?cs var:ticket.owner_name ?></bdi><?cs else ?><span class="soft"><?cs var:t("nobody") ?></span><?cs /if ?></dd><dd><?cs
	call:open_fact("Owner", form.owner.value) ?><form class="row" method="post" action="<?cs var:href("/desk/tickets/" + ticket.reference + "/assign") ?>"><?cs call:ticket_token() ?><select id="owner" name="owner" aria-label="<?cs var:t("Owner") ?>"><?cs each:x = people ?><?cs call:choice(x.id, x.chosen, form.owner.value, x.name) ?><?cs /each ?></select> <?cs call:plain_button("Save") ?></form><?cs
	if:ticket.mine ?><?cs call:act("/release", "Give it back", "") ?><?cs else ?><?cs call:act("/take", "Take it", "") ?><?cs /if ?></details></dd></div>
<div><dt><?cs var:t("Priority") ?></dt><dd><?cs each:x = priorities ?><?cs if:x.chosen ?><?cs var:t(x.label) ?><?cs /if ?><?cs /each ?></dd><dd><?cs call:pick("/priority", "priority", "Priority", priorities, form.priority.value) ?></dd></div>
<div><dt><?cs var:t("Class") ?></dt><dd><?cs var:t(ticket.rsit_label) ?></dd><dd><?cs
	call:open_fact("Class", form.rsit.value) ?><form class="row" method="post" action="<?cs var:href("/desk/tickets/" + ticket.reference + "/rsit") ?>"><?cs call:ticket_token() ?><select id="rsit" name="rsit" aria-label="<?cs var:t("Class") ?>"><?cs each:g = rsits ?><optgroup label="<?cs var:t(g.label) ?>"><?cs each:x = g.types ?><?cs call:choice(x.value, x.chosen, form.rsit.value, t(x.label)) ?><?cs /each ?></optgroup><?cs /each ?></select> <?cs call:plain_button("Save") ?></form></details></dd></div>
<div><dt><?cs var:t("Sharing") ?></dt><dd><?cs call:tlp_mark(ticket.tlp) ?></dd><dd><?cs call:pick("/tlp", "tlp", "Sharing", tlps, form.tlp.value) ?></dd></div>
<div><dt><?cs var:t("Kind") ?></dt><dd><?cs var:t(ticket.kind) ?></dd></div>
<div><dt><?cs var:t("Came by") ?></dt><dd><?cs var:t(ticket.channel) ?></dd></div>
<div><dt><?cs var:t("Language") ?></dt><dd><?cs var:ticket.language ?></dd></div>
<div><dt><?cs var:t("Arrived") ?></dt><dd><?cs call:moment(ticket.opened_at) ?></dd></div>
<div><dt><?cs var:t("First answer") ?></dt><dd><?cs if:ticket.answered_at ?><?cs call:moment(ticket.answered_at) ?><?cs else ?><?cs var:t("due") ?> <?cs call:moment(ticket.due_at) ?><?cs /if ?></dd></div>
<div><dt><?cs var:t("Subject") ?></dt><dd dir="auto"><?cs var:ticket.subject ?></dd><dd><?cs
	call:open_fact("Subject", form.subject.value) ?><form class="row" method="post" action="<?cs var:href("/desk/tickets/" + ticket.reference + "/subject") ?>"><?cs call:ticket_token() ?><input id="subject" name="subject" type="text" dir="auto" value="<?cs if:form.subject.value ?><?cs var:form.subject.value ?><?cs else ?><?cs var:ticket.subject ?><?cs /if ?>" aria-label="<?cs var:t("Subject") ?>" autocomplete="off"<?cs call:doubted(form.subject) ?>> <?cs call:plain_button("Save") ?></form></details></dd></div>
</dl>
<h2><?cs var:t("Reporter") ?></h2>
<?cs if:reporter.anonymous ?><p class="soft"><?cs var:t("Did not say who it is.") ?></p>
<?cs else ?><dl>
<?cs if:reporter.name ?><div><dt><?cs var:t("Name") ?></dt><dd dir="auto"><?cs var:reporter.name ?></dd></div>
<?cs /if ?><?cs if:reporter.organisation ?><div><dt><?cs var:t("Organisation") ?></dt><dd dir="auto"><?cs var:reporter.organisation ?></dd></div>
<?cs /if ?><?cs if:reporter.email ?><div><dt><?cs var:t("E-mail") ?></dt><dd><span dir="ltr"><?cs var:reporter.email ?></span></dd></div>
<?cs /if ?><?cs if:reporter.phone ?><div><dt><?cs var:t("Phone") ?></dt><dd><span dir="ltr"><?cs var:reporter.phone ?></span></dd></div>
<?cs /if ?><?cs if:reporter.how ?><div><dt><?cs var:t("Contact by") ?></dt><dd><?cs var:t(reporter.how) ?></dd></div>
<?cs /if ?></dl>
<?cs /if ?><?cs if:subcount(answers) > #0 ?><h2><?cs var:t("Answers in the report") ?></h2>
<dl><?cs each:a = answers ?>
<div><dt><?cs var:t(a.label) ?></dt><?cs if:a.literal ?><dd><span class="mono" dir="ltr"><?cs var:a.value ?></span></dd><?cs else ?><dd class="letter" dir="auto"><?cs var:a.value ?></dd><?cs /if ?></div><?cs /each ?>
</dl>
<?cs /if ?><?cs if:!ticket.held && !ticket.spam && !ticket.duplicate_of ?><details class="more"<?cs if:form.of.error || form.of.value ?> open<?cs /if ?>><summary><?cs var:t("It is spam, or reported twice") ?></summary>
<form class="form" method="post" action="<?cs var:href("/desk/tickets/" + ticket.reference + "/duplicate") ?>"><?cs call:ticket_token() ?><div class="field<?cs if:form.of.error ?> wrong<?cs /if ?>"><label for="of"><?cs var:t("The same thing is handled in") ?></label> <?cs call:field_error(form.of) ?><input class="code" id="of" name="of" type="text" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false"<?cs call:described(form.of) ?><?cs call:doubted(form.of) ?> value="<?cs var:form.of.value ?>"></div><?cs call:plain_button("Mark as duplicate") ?></form>
<?cs call:act("/spam", "It is spam", "") ?>
<p class="hint"><?cs var:t("Both can be taken back.") ?></p>
</details>
<?cs /if ?></aside>
</div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
