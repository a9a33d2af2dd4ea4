<?cs
# Saving a part of the team: the way back, and what somebody else has saved. ?><?cs

def:setup_back(path, label) ?><a class="back" href="<?cs var:href(path) ?>"><span class="mirror" aria-hidden="true">←</span><?cs var:t(label) ?></a>
<?cs /def ?><?cs

def:setup_token() ?><?cs call:token_field() ?><input type="hidden" name="version" value="<?cs var:#part.version ?>">
<?cs /def ?><?cs

def:setup_fields() ?><?cs each:f = form ?><?cs if:f.kind != "hidden" ?><?cs call:control_compact(f) ?><?cs /if ?><?cs /each ?><?cs /def ?>
