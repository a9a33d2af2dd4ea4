<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:heading() ?><bdi class="name"><?cs var:section.number ?></bdi> <?cs var:t(section.title) ?>: <bdi class="name" lang="<?cs var:section.lang ?>"><?cs var:section.language ?></bdi><?cs /def ?><?cs
def:title() ?><?cs var:section.number ?> <?cs var:t(section.title) ?> (<?cs var:section.language ?>)<?cs /def ?><?cs
def:standing() ?><?cs if:text.state == "reviewed" ?><strong class="good"><?cs var:t("Reviewed") ?></strong><?cs if:text.reviewer ?> <?cs var:t1("by {name}", "name", text.reviewer) ?><?cs /if ?><?cs
	elif:text.state == "draft" ?><strong class="wait"><?cs var:t("Draft") ?></strong><?cs
	else ?><strong><?cs var:t("Ready") ?></strong><?cs /if ?>, <?cs if:text.author ?><?cs var:t1("written by {name}", "name", text.author) ?>, <?cs /if ?><?cs call:moment(text.changed_at) ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs if:theirs ?><section class="alarm" aria-labelledby="stale">
<h2 id="stale"><?cs var:t("Somebody else saved this while you were writing") ?></h2>
<p><?cs var:t("Nothing was overwritten. What you typed is below; save again to put it in the place of what is there now:") ?></p>
<p class="letter" dir="auto"><?cs var:theirs ?></p>
</section>
<?cs /if ?><?cs call:setup_back("/desk/publish/profile", "Back to the profile") ?><h1><?cs call:heading() ?></h1>
<p><?cs var:t(section.help) ?></p>
<?cs if:section.made ?><section class="strip" aria-labelledby="made"><h2 id="made"><?cs var:t("Belfry says here") ?></h2>
<p class="letter" lang="<?cs var:section.lang ?>" dir="<?cs var:section.dir ?>"><?cs var:section.made ?></p><p class="soft"><?cs var:t("Your text comes after it; it may stay empty.") ?></p></section>
<?cs /if ?><?cs if:original.value ?><section class="strip" aria-labelledby="original"><h2 id="original"><?cs var:t("To be translated:") ?> <bdi class="name" lang="<?cs var:original.lang ?>"><?cs var:original.language ?></bdi></h2>
<?cs if:original.newer ?><p class="wait"><?cs var:t("It was changed since the translation below was made.") ?></p>
<?cs /if ?><p class="letter" lang="<?cs var:original.lang ?>" dir="auto"><?cs var:original.value ?></p></section>
<?cs /if ?><?cs if:section.proposal ?><?cs if:!text.state ?><section class="strip" aria-labelledby="proposal"><h2 id="proposal"><?cs var:t("A text to begin with") ?></h2>
<p class="letter" lang="<?cs var:section.lang ?>" dir="<?cs var:section.dir ?>"><?cs var:section.proposal ?></p>
<form method="post" action="<?cs var:href(section.path) ?>"><?cs call:token_field() ?><input type="hidden" name="version" value="0"><input type="hidden" name="says" value="<?cs var:#original.version ?>"><input type="hidden" name="state" value="draft"><input type="hidden" name="value" value="<?cs var:section.proposal ?>"><?cs call:plain_button("Begin with it") ?></form></section>
<?cs /if ?><?cs /if ?><?cs if:text.state ?><p><?cs call:standing() ?></p>
<?cs if:text.state == "translated" ?><?cs if:text.mine ?><p class="soft"><?cs var:t("You wrote it; somebody else has to read it.") ?></p>
<?cs else ?><form method="post" action="<?cs var:href(section.path + "/review") ?>"><?cs call:token_field() ?><input type="hidden" name="version" value="<?cs var:#text.version ?>"><?cs call:plain_button("I have read it, and it is right") ?></form>
<?cs /if ?><?cs /if ?><?cs /if ?><form class="form" method="post" action="<?cs var:href(section.path) ?>" novalidate>
<?cs call:token_field() ?><input type="hidden" name="version" value="<?cs var:#text.version ?>"><input type="hidden" name="says" value="<?cs var:#original.version ?>">
<?cs call:control_compact(form.value) ?><?cs call:control_compact(form.state) ?><div class="row"><?cs call:button("Save") ?><?cs if:section.after ?> <button class="button" type="submit" name="onward" value="1"><?cs var:t("Save and go to the next section") ?></button><?cs /if ?></div>
</form>
<p class="row"><?cs if:section.before ?><a class="button" href="<?cs var:href(section.before) ?>"><?cs var:t("The section before") ?></a><?cs /if ?> <?cs if:section.after ?><a class="button" href="<?cs var:href(section.after) ?>"><?cs var:t("The next section") ?></a><?cs /if ?></p></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
