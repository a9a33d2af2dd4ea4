<?cs
# Saving a part of the team: the way back, and what somebody else has saved. ?><?cs

def:setup_back(path, label) ?><a class="back" href="<?cs var:href(path) ?>"><span class="mirror" aria-hidden="true">←</span><?cs var:t(label) ?></a>
<?cs /def ?><?cs

def:setup_token() ?><?cs call:token_field() ?><input type="hidden" name="version" value="<?cs var:#part.version ?>">
<?cs /def ?><?cs

def:setup_fields() ?><?cs each:f = form ?><?cs if:f.kind != "hidden" ?><?cs call:control_compact(f) ?><?cs /if ?><?cs /each ?><?cs /def ?><?cs

# What somebody else saved meanwhile, above the form that was not taken. ?><?cs
def:stale_box(stale) ?><?cs if:stale ?><section class="alarm" aria-labelledby="stale">
<h2 id="stale"><?cs var:t("Somebody else saved this while you were writing") ?></h2>
<p><?cs var:t("Nothing was overwritten. What you typed is below; save again to put it in the place of what is there now:") ?></p>
<dl class="lines"><?cs each:x = theirs ?><div><dt><?cs var:t(x.label) ?></dt><dd class="letter" dir="auto"><?cs var:x.value ?></dd></div><?cs /each ?></dl>
</section>
<?cs /if ?><?cs /def ?>
