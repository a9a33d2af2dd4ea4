<?cs # The flyer: one page A4 that any printer can print. ?><?cs
def:words(x) ?><p class="words" dir="auto"<?cs if:x.lang ?> lang="<?cs var:x.lang ?>"<?cs /if ?>><?cs var:x ?></p>
<?cs /def ?><!DOCTYPE html>
<html lang="<?cs var:lang.code ?>" dir="<?cs var:lang.dir ?>">
<head><meta charset="utf-8">
<title><?cs var:t1("Flyer of {team}", "team", flyer.short) ?></title>
</head>
<body class="flyer<?cs if:doc.size ?> <?cs var:doc.size ?><?cs /if ?>">
<header>
<svg class="bell" viewBox="0 0 32 32"><path fill="none" stroke="#8a4a10" stroke-width="2" stroke-linejoin="round" d="M16 2.5 27 11H5zM7 11v18M25 11v18M3 29h26M11 23.5c1.4-1.5 1.6-3.3 1.6-5a3.4 3.4 0 0 1 6.8 0c0 1.7.2 3.5 1.6 5zM16 23.5v2.8M16 11v4"/></svg>
<div><p class="short"><bdi><?cs var:flyer.short ?></bdi></p>
<p class="name"><?cs var:flyer.team ?></p></div>
</header>
<h1><?cs var:t("Has something happened?") ?></h1>
<p class="lead"><?cs var:t("A message that looks like a trap, files that are locked, an account that is no longer yours, a service that is down: tell us, and a person will answer.") ?></p>
<section class="report">
<div class="qr"><?cs var:raw(flyer.qr) ?></div>
<dl>
<dt><?cs var:t("By the form, at any time") ?></dt>
<dd class="big"><bdi dir="ltr"><?cs var:flyer.report ?></bdi></dd>
<?cs if:flyer.phone ?><dt><?cs var:t("By phone") ?></dt>
<dd class="big"><bdi dir="ltr"><?cs var:flyer.phone ?></bdi></dd>
<dd><?cs if:subcount(hours) > #0 ?><?cs each:h = hours ?><?cs var:h.from ?><?cs if:h.to ?>–<?cs var:h.to ?><?cs /if ?> <bdi dir="ltr"><?cs var:h.hours ?></bdi><?cs if:!last(h) ?><br>
<?cs /if ?><?cs /each ?><?cs else ?><?cs var:t("Day and night") ?><?cs /if ?></dd>
<?cs /if ?><?cs if:flyer.email ?><dt><?cs var:t("By e-mail") ?></dt>
<dd><bdi dir="ltr"><?cs var:flyer.email ?></bdi></dd>
<?cs /if ?></dl>
</section>
<p class="note"><?cs var:t("It takes about five minutes. You need no account and you need not give your name.") ?></p>
<?cs if:flyer.emergency ?><p class="danger"><?cs var:t("If somebody is in danger, call first:") ?> <bdi dir="ltr"><?cs var:flyer.emergency ?></bdi></p>
<?cs /if ?><div class="columns">
<section>
<h2><?cs var:t("What to do until then, and what not") ?></h2>
<ul>
<li><?cs var:t("Take the device off the network: pull the cable, switch off Wi-Fi. Leave it switched on: its memory may show what happened.") ?></li>
<li><?cs var:t("Keep messages, receipts and log files. Photograph the screen.") ?></li>
<li><?cs var:t("Change passwords, from another device.") ?></li>
<li><?cs var:t("Do not pay before you have talked to us.") ?></li>
<li><?cs var:t("Do not delete, clean or reinstall anything.") ?></li>
</ul>
</section>
<section>
<?cs if:flyer.mission ?><h2><?cs var:t("Who we are") ?></h2>
<?cs call:words(flyer.mission) ?><?cs /if ?><?cs
if:flyer.constituency ?><h2><?cs var:t("Whom we serve") ?></h2>
<?cs call:words(flyer.constituency) ?><?cs /if ?><?cs
if:subcount(services) > #0 ?><h2><?cs var:t("What we offer") ?></h2>
<ul><?cs each:s = services ?>
<li><?cs var:t(s.label) ?></li><?cs /each ?><?cs if:services_more ?>
<li><?cs var:t("And more:") ?> <bdi dir="ltr"><?cs var:flyer.services ?></bdi></li><?cs /if ?>
</ul>
<?cs /if ?></section>
</div>
<footer>
<?cs if:flyer.address ?><p class="address" dir="auto"><?cs var:flyer.address ?></p>
<?cs /if ?><p><bdi dir="ltr"><?cs var:flyer.site ?></bdi><?cs if:doc.day ?> · <?cs var:doc.day ?><?cs /if ?></p>
</footer>
</body>
</html>
