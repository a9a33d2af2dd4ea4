<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t(writing.title) ?><?cs if:writing.language && writing.id ?>: <?cs var:writing.language ?><?cs /if ?><?cs /def ?><?cs
def:as_select(f) ?><div class="field<?cs if:f.error ?> wrong<?cs /if ?>">
<label for="<?cs var:f.name ?>"><?cs call:field_label(f) ?></label>
<?cs call:field_hint(f) ?><?cs call:field_error(f) ?><?cs call:choice_select(f) ?>
</div>
<?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:stale_box(stale) ?><?cs if:writing.id ?><?cs call:setup_back(writing.back, "Back to the warning") ?><?cs else ?><?cs call:setup_back(writing.back, "Warnings by mail") ?><?cs /if ?><h1><?cs var:t(writing.title) ?><?cs if:writing.id ?>: <bdi class="name" lang="<?cs var:writing.lang ?>"><?cs var:writing.language ?></bdi><?cs /if ?></h1>
<?cs if:no_lists ?><p class="panel"><?cs var:t("There is no list to write to. A duty lead makes one.") ?> <a href="<?cs var:href("/desk/publish/lists") ?>"><?cs var:t("Lists") ?></a></p>
<?cs else ?><?cs if:source.title ?><details class="panel"><summary><?cs var:t("The text to translate") ?></summary>
<div lang="<?cs var:source.lang ?>" dir="auto"><p><strong><?cs var:source.title ?></strong></p>
<p class="letter"><?cs var:source.body ?></p></div></details>
<?cs /if ?><form class="form" method="post" action="<?cs var:href(writing.path) ?>" novalidate>
<?cs call:token_field() ?><?cs if:writing.id ?><input type="hidden" name="version" value="<?cs var:#writing.version ?>"><?cs /if ?>
<?cs each:f = form ?><?cs if:f.name == "list" ?><?cs call:as_select(f) ?><?cs elif:f.kind != "hidden" ?><?cs call:control_compact(f) ?><?cs /if ?><?cs /each ?><div class="row"><?cs call:button("Save") ?></div>
</form><?cs if:writing.there ?><form method="post" action="<?cs var:href(writing.path + "/remove") ?>"><?cs call:token_field() ?><input type="hidden" name="version" value="<?cs var:#writing.version ?>"><?cs call:plain_button("Take this translation away") ?></form><?cs /if ?><?cs /if ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
