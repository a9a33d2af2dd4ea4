<?cs include!"parts/team.cs" ?><?cs
def:title() ?><?cs var:t("About us") ?><?cs /def ?><?cs
def:own_words(title, words) ?><?cs if:words ?><section class="stack after"><h2><?cs var:t(title) ?></h2>
<p class="letter" dir="auto"><?cs var:words ?></p></section>
<?cs /if ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("About us") ?></h1>
<div itemscope itemtype="https://schema.org/GovernmentOrganization"><p class="lead"><span itemprop="name"><?cs var:site.team.name ?></span><?cs if:team.country ?>, <bdi class="name" itemprop="areaServed"><?cs var:team.country ?></bdi><?cs /if ?></p>
<?cs if:site.team.phone ?><meta itemprop="telephone" content="<?cs var:site.team.phone ?>"><?cs /if ?><?cs
if:site.team.email ?><meta itemprop="email" content="<?cs var:site.team.email ?>"><?cs /if ?><?cs
if:team.address ?><meta itemprop="address" content="<?cs var:team.address ?>"><?cs /if ?></div>
<?cs if:team.about ?><p class="letter" dir="auto"><?cs var:team.about ?></p>
<?cs /if ?><?cs call:own_words("What we are here for", team.mission) ?><?cs call:own_words("Whom we serve", team.constituency) ?><?cs
call:own_words("What we may do", team.authority) ?><?cs call:own_words("Who stands behind us", team.sponsor) ?><section class="stack after"><h2><?cs var:t("More about us") ?></h2>
<ul class="plain">
<li><a href="<?cs var:href("/services") ?>"><?cs var:t("What we offer") ?></a></li>
<li><a href="<?cs var:href("/partners") ?>"><?cs var:t("Whom we work with") ?></a></li>
<li><a href="<?cs var:href("/events") ?>"><?cs var:t("Events") ?></a></li>
<li><a href="<?cs var:href("/guidelines") ?>"><?cs var:t("What to report, and how") ?></a></li>
<li><a href="<?cs var:href("/threat-model") ?>"><?cs var:t("What we can and cannot protect") ?></a></li>
<li><a href="<?cs var:href("/programme") ?>"><?cs var:t("How a national team is built") ?></a></li>
</ul></section>
<?cs call:where_to_call() ?>
<?cs /def ?><?cs include!"layout.cs" ?>
