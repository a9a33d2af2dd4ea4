<?cs
def:title() ?><?cs var:t1("Profile of {team} (RFC 2350)", "team", site.team.short) ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t1("Profile of {team} (RFC 2350)", "team", team.unbroken) ?></h1>
<p><?cs var:t("The team has not published its profile yet.") ?></p>
<p><a href="<?cs var:href("/contact") ?>"><?cs var:t("How to reach the team") ?></a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
