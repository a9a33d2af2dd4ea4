<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Preview of the profile") ?> (<?cs var:preview.language ?>)<?cs /def ?><?cs
def:body() ?>
<div class="stack"><?cs call:setup_back("/desk/publish/profile", "Back to the profile") ?><h1><?cs var:t("Preview of the profile") ?>: <bdi class="name" lang="<?cs var:preview.lang ?>"><?cs var:preview.language ?></bdi></h1>
<section class="frame" aria-label="<?cs var:t("Preview of the profile") ?>" tabindex="0"><pre class="panel" lang="<?cs var:preview.lang ?>" dir="<?cs var:preview.dir ?>"><?cs var:preview.text ?></pre></section></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
