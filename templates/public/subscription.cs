<?cs include!"parts/forms.cs" ?><?cs include!"parts/subscribing.cs" ?><?cs
def:title() ?><?cs var:t("What we send you") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("What we send you") ?></h1>
<dl class="facts"><div><dt><?cs var:t("Mailing list") ?></dt><dd dir="auto"><?cs var:t(subscription.list) ?> <span class="soft"><?cs var:subscription.tlp ?></span><?cs if:subscription.wording ?><br><?cs var:subscription.wording ?><?cs /if ?></dd></div>
<div><dt><?cs var:t("To") ?></dt><dd><bdi dir="ltr"><?cs var:subscription.email ?></bdi></dd></div></dl>
<?cs if:subscription.state == "paused" ?><section class="panel stack"><h2><?cs var:t("We have stopped, because our mail came back") ?></h2>
<p><?cs var:t("Does your mailbox take mail again? Then we go on.") ?></p>
<form method="post" action="<?cs var:href(subscription.path + "/confirm") ?>"><?cs call:token_field() ?><button class="button main" type="submit"><?cs var:t("Go on writing to me") ?></button></form></section>
<?cs /if ?><form class="form" method="post" action="<?cs var:href(subscription.path) ?>" novalidate>
<?cs call:token_field() ?><?cs call:wishes() ?><div class="row"><?cs call:button("Save") ?> <a class="button" href="<?cs var:href(subscription.end) ?>"><?cs var:t("Receive nothing any more") ?></a></div>
</form>
<section class="stack after"><h2><?cs var:t("What went to this list") ?></h2>
<?cs if:subcount(archive) == #0 ?><p><?cs var:t("Nothing yet.") ?></p>
<?cs else ?><ul class="plain stack"><?cs each:x = archive ?>
<li class="entry"><p class="small soft"><time datetime="<?cs var:x.begun_at ?>"><?cs var:x.begun_at.text ?></time> <bdi dir="ltr"><?cs var:x.tlp ?></bdi></p>
<?cs if:x.reference ?><p><a href="<?cs var:href("/advisories/" + x.reference) ?>" lang="<?cs var:x.language ?>" dir="auto"><?cs var:x.title ?></a></p><?cs else ?><details><summary lang="<?cs var:x.language ?>" dir="auto"><?cs var:x.title ?></summary><p class="letter" lang="<?cs var:x.language ?>" dir="auto"><?cs var:x.body ?></p></details><?cs /if ?></li><?cs /each ?>
</ul><?cs /if ?></section>
<?cs /def ?><?cs include!"layout.cs" ?>
