<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Preview of the profile") ?> (<?cs var:preview.language ?>)<?cs /def ?><?cs
def:body() ?>
<div class="stack"><?cs call:setup_back("/desk/publish/profile", "Back to the profile") ?><h1><?cs var:t("Preview of the profile") ?>: <bdi class="name" lang="<?cs var:preview.lang ?>"><?cs var:preview.language ?></bdi></h1>
<pre class="panel letter" lang="<?cs var:preview.lang ?>" dir="<?cs var:preview.dir ?>" tabindex="0"><?cs var:preview.text ?></pre></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
