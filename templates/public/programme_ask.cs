<?cs include!"parts/forms.cs" ?><?cs include!"parts/reporting.cs" ?><?cs
def:title() ?><?cs var:t("Ask for a project, or support one") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:back_link("/programme", "How a national team is built") ?><h1><?cs var:t("Ask for a project, or support one") ?></h1>
<p class="lead"><?cs var:t("For governments and their agencies that want a national team or more of the one they have, and for organisations that want to help.") ?></p>
<ul>
<li><?cs var:t("It takes about five minutes. You get a reference, and a person answers.") ?></li>
<li><?cs var:t("This is no application that binds anybody. A project begins with a letter of the government.") ?></li>
<li><?cs var:t("Good to know: which agency is responsible, whether there is a law or mandate, and who would pay.") ?></li>
</ul>
<form method="post" action="<?cs var:href("/programme/ask") ?>"><?cs call:token_field() ?><button class="button main big" type="submit"><?cs var:t("Begin the request") ?></button></form>
<?cs /def ?><?cs include!"layout.cs" ?>
