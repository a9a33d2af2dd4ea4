<?cs include!"parts/team.cs" ?><?cs
def:title() ?><?cs var:t("Contact") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Contact") ?></h1>
<?cs call:where_to_call() ?>
<p><a class="button main" href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></p>
<p><?cs var:t("A report by this form reaches us fastest: it is sorted by urgency at once, and you get a reference.") ?></p>
<?cs if:team.address ?><h2><?cs var:t("By post") ?></h2>
<p class="letter" dir="auto" id="post" itemprop="address"><?cs var:team.address ?></p>
<?cs /if ?><?cs if:subcount(team.hotlines) > #0 ?><h2><?cs var:t("Who else can help at once") ?></h2>
<?cs call:hotline_rows(team.hotlines) ?>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
