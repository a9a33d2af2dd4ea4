<?cs include!"parts/forms.cs" ?><?cs
def:title() ?><?cs var:t("Publish") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><h1><?cs var:t("Publish") ?></h1>
<dl class="answers"><?cs each:x = entries ?>
<div><dt><a href="<?cs var:href(x.path) ?>"><?cs var:t(x.title) ?></a></dt><dd><?cs var:t(x.hint) ?><?cs if:x.more ?> <strong><?cs var:x.more ?></strong><?cs /if ?></dd></div><?cs /each ?>
</dl></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
