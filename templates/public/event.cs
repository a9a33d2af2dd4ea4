<?cs include!"parts/forms.cs" ?><?cs set:frame.short_foot = "1" ?><?cs
def:title() ?><?cs var:event.title ?><?cs /def ?><?cs
def:write_to_us() ?><a href="mailto:<?cs var:url_part(site.team.email) ?>"><bdi dir="ltr"><?cs var:site.team.email ?></bdi></a><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><p class="step"><?cs var:t("Invitation") ?></p>
<h1 lang="<?cs var:event.lang ?>" dir="auto"><?cs var:event.title ?></h1>
<?cs if:event.called_off ?><section class="alarm" aria-labelledby="off"><h2 id="off"><?cs var:t("This event was called off") ?></h2>
<p><?cs var:t("Nobody needs to do anything. Questions:") ?> <?cs call:write_to_us() ?></p></section>
<?cs elif:event.over ?><p class="strip"><?cs var:t("This event is over.") ?></p>
<?cs elif:event.begun ?><p class="strip"><?cs var:t("This event has begun.") ?></p>
<?cs /if ?><dl class="lines"><div><dt><?cs var:t("Begins") ?></dt><dd><strong><time datetime="<?cs var:event.starts_at ?>"><?cs var:event.starts_at.text ?></time></strong></dd></div>
<div><dt><?cs var:t("Ends") ?></dt><dd><time datetime="<?cs var:event.ends_at ?>"><?cs var:event.ends_at.text ?></time></dd></div>
<div><dt><?cs var:t("Where") ?></dt><dd dir="auto"><?cs var:event.place ?></dd></div></dl>
<?cs if:event.words ?><p class="letter" lang="<?cs var:event.lang ?>" dir="auto"><?cs var:event.words ?></p>
<?cs /if ?><?cs if:!event.called_off && !event.over ?><p><a class="button" href="<?cs var:href("/event/" + guest.token + "/event.ics") ?>"><?cs var:t("Put it into your calendar") ?></a></p>
<?cs /if ?><?cs if:guest.answer && !event.called_off ?><p class="strip"><?cs
if:guest.answer == "yes" ?><strong><?cs var:t("You said yes.") ?></strong> <?cs var:t1("People who come: {number}.", "number", guest.people) ?><?cs
elif:guest.answer == "no" ?><strong><?cs var:t("You said no.") ?></strong><?cs
else ?><strong><?cs var:t("You said maybe.") ?></strong><?cs /if ?><?cs
if:may.answer ?> <?cs var:t("You can change that until the event begins.") ?><?cs /if ?></p>
<?cs /if ?><?cs if:event.late ?><p class="strip"><?cs var:t1("Answers were asked for until {moment}. If you would like to come, write to us:", "moment", event.answer_until.text) ?> <?cs call:write_to_us() ?></p>
<?cs /if ?><?cs if:may.answer ?><form class="form" method="post" action="<?cs var:href("/event/" + guest.token) ?>" novalidate>
<?cs call:token_field() ?><?cs if:!guest.answer ?><p><?cs var:t1("An answer helps us until {moment}. You can change it later.", "moment", event.answer_until.text) ?></p>
<?cs /if ?><?cs if:guest.answer != "yes" ?><?cs if:event.full ?><p class="strip"><?cs var:t("All places are taken at the moment. If somebody cancels, there is room again: look here later, or say maybe.") ?></p>
<?cs elif:event.free ?><p><?cs var:t1("Places left: {number}", "number", event.free) ?></p>
<?cs /if ?><?cs /if ?><?cs call:control(form.answer) ?><?cs call:control(form.people) ?><?cs call:control(form.remark) ?><div class="row"><?cs if:guest.answer ?><?cs call:button("Change my answer") ?><?cs else ?><?cs call:button("Send my answer") ?><?cs /if ?></div>
</form>
<?cs /if ?><p class="hint"><?cs var:tn("Your address and your answer are used for this event only, and forgotten {n} day after it.", "Your address and your answer are used for this event only, and forgotten {n} days after it.", #guest.kept_days) ?></p>
<?cs /def ?><?cs include!"layout.cs" ?>
