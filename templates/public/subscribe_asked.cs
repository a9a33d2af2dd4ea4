<?cs
def:title() ?><?cs var:t("Look into your mail") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Look into your mail") ?></h1>
<p class="lead"><?cs var:t("A mail with a link is on its way to the address that you gave. Open the link and confirm; then we write to you.") ?></p>
<h2><?cs var:t("Nothing has come?") ?></h2>
<ul>
<li><?cs var:t("It can take a few minutes.") ?></li>
<li><?cs var:t("It may be among the mail that your program takes for spam.") ?></li>
<li><?cs var:t("The address may have had a slip. Then ask once more.") ?> <a href="<?cs var:href("/subscribe") ?>"><?cs var:t("Be told by mail") ?></a></li>
</ul>
<?cs /def ?><?cs include!"layout.cs" ?>
