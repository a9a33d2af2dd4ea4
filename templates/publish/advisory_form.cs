<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t(writing.title) ?><?cs if:writing.reference ?> <?cs var:writing.reference ?><?cs /if ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs if:stale ?><section class="alarm" aria-labelledby="stale">
<h2 id="stale"><?cs var:t("Somebody else saved this while you were writing") ?></h2>
<p><?cs var:t("Nothing was overwritten. What you typed is below; save again to put it in the place of what is there now:") ?></p>
<dl class="lines"><?cs each:x = theirs ?><div><dt><?cs var:t(x.label) ?></dt><dd class="letter" dir="auto"><?cs var:x.value ?></dd></div><?cs /each ?></dl>
</section>
<?cs /if ?><?cs if:writing.reference ?><?cs call:setup_back(writing.back, "Back to the advisory") ?><?cs else ?><?cs call:setup_back(writing.back, "All advisories") ?><?cs /if ?><h1><?cs var:t(writing.title) ?><?cs if:writing.reference ?>: <bdi class="name" lang="<?cs var:writing.lang ?>"><?cs var:writing.language ?></bdi><?cs /if ?></h1>
<?cs if:writing.approved ?><p class="strip"><?cs var:t("It is approved as it stands. A change needs another review.") ?></p>
<?cs /if ?><?cs if:writing.correction ?><p class="strip"><?cs var:t("This is a correction:") ?> <span dir="auto"><?cs var:writing.correction ?></span></p>
<?cs /if ?><?cs if:source.title ?><details class="panel"><summary><?cs var:t("The text to translate") ?></summary>
<div lang="<?cs var:source.lang ?>" dir="auto"><p><strong><?cs var:source.title ?></strong></p>
<p class="letter"><?cs var:source.summary ?></p>
<p class="letter"><?cs var:source.body ?></p></div></details>
<?cs /if ?><form class="form" method="post" action="<?cs var:href(writing.path) ?>" novalidate>
<?cs call:token_field() ?><?cs if:writing.reference ?><input type="hidden" name="version" value="<?cs var:#writing.version ?>"><?cs /if ?>
<?cs each:f = form ?><?cs if:f.kind != "hidden" ?><?cs call:control_compact(f) ?><?cs /if ?><?cs /each ?><div class="row"><?cs call:button("Save") ?></div>
</form><?cs if:writing.there ?><form method="post" action="<?cs var:href(writing.path + "/remove") ?>"><?cs call:token_field() ?><input type="hidden" name="version" value="<?cs var:#writing.version ?>"><?cs call:plain_button("Take this translation away") ?></form><?cs /if ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
