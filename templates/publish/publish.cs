<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs include!"parts/printed.cs" ?><?cs
def:title() ?><?cs var:t("Publish") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><h1><?cs var:t("Publish") ?></h1>
<?cs if:subcount(waiting) > #0 ?><section class="panel stack" aria-labelledby="waiting"><h2 id="waiting"><?cs var:t("These could not be made as PDF") ?></h2>
<ul><?cs each:x = waiting ?>
<li><?cs var:t(x.title) ?><?cs if:x.number ?> <?cs var:x.number ?><?cs /if ?>, <bdi class="name"><?cs var:x.language ?></bdi>: <?cs call:printed_failure(x) ?></li><?cs /each ?>
</ul></section>
<?cs /if ?><dl class="answers"><?cs each:x = entries ?>
<div><dt><a href="<?cs var:href(x.path) ?>"><?cs var:t(x.title) ?></a></dt><dd><?cs var:t(x.hint) ?><?cs if:x.more ?> <strong><?cs var:x.more ?></strong><?cs /if ?></dd></div><?cs /each ?>
</dl></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
