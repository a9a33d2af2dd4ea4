<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
def:title() ?><?cs var:t("Invited") ?>: <?cs var:t(list.name) ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:setup_back("/desk/publish/lists/" + list.id, "Back to the list") ?><h1><?cs var:tn("{n} address was invited", "{n} addresses were invited", #invited) ?></h1>
<?cs if:#invited > #0 ?><p><?cs var:t("Each gets a mail with a link that confirms. Until then they count as to be confirmed; after three days without an answer they are forgotten.") ?></p>
<?cs /if ?><?cs if:subcount(there) > #0 ?><section class="panel stack" aria-labelledby="there"><h2 id="there"><?cs var:t("Not invited: on the list already, or twice in your lines") ?></h2>
<ul><?cs each:x = there ?>
<li><bdi dir="ltr"><?cs var:x.email ?></bdi></li><?cs /each ?>
</ul></section>
<?cs /if ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
