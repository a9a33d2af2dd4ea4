<?cs
# What the pages of a report have in common. ?><?cs

def:back_link(path, words) ?><a class="back" href="<?cs var:href(path) ?>"><span class="mirror" aria-hidden="true">←</span><?cs var:t(words) ?></a>
<?cs /def ?><?cs

# Beside the fields that ask who somebody is. ?><?cs
def:privacy_box() ?><aside class="strip" aria-labelledby="privacy">
<h2 id="privacy"><?cs var:t("What we do with your name and address") ?></h2>
<p><?cs var:t1("{team} keeps them, to answer you about this report and for nothing else. You need not give them; without them we can only answer on the follow-up page.", "team", site.team.name) ?></p>
<p><?cs var:t("They leave the team only where you allow it. After the time we must keep them, they are erased. You may ask what we hold, have it corrected or erased, and complain.") ?></p>
<p><a href="<?cs var:href("/privacy") ?>"><?cs var:t("How we handle personal data") ?></a></p>
</aside>
<?cs /def ?><?cs

# Above a long form, where the Enter key finds it first: keeping is harmless. ?><?cs
def:keep_strip() ?><div class="strip row"><button class="button" type="submit" name="save" value="1"><?cs var:t("Save and go on later") ?></button> <p class="hint"><?cs var:t("What you saved is kept in this browser for 24 hours.") ?></p></div>
<?cs /def ?><?cs

# A report on one long page: what stands before its questions, and what after them,
# around one form. ?><?cs
def:long_form_begins(path, title, hint) ?><?cs call:error_summary() ?><?cs call:back_link(step.back, "Back") ?>
<form class="form long" method="post" action="<?cs var:href(path) ?>" enctype="multipart/form-data" novalidate>
<?cs call:token_field() ?>
<div class="opening"><h1><?cs var:t(title) ?></h1>
<p class="hint"><?cs var:t(hint) ?></p></div>
<?cs call:keep_strip() ?>
<?cs /def ?><?cs

def:long_form_ends() ?><h2><?cs var:t("About you") ?></h2>
<?cs call:control(form.name) ?><?cs call:control(form.org_name) ?><?cs call:control(form.email) ?><?cs call:control(form.phone) ?><?cs call:control(form.openpgp) ?><?cs call:control_compact(form.language) ?>
<?cs call:privacy_box() ?>
<p><?cs var:t("A report that was sent cannot be taken back. You can add to it and correct it at any time.") ?></p>
<div class="row"><?cs call:button("Send report") ?></div>
<?cs call:language_buttons() ?></form>
<?cs /def ?>
