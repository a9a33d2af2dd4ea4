<?cs
def:heading() ?><?cs
	if:error.status == "403" ?><?cs var:t("This page is not open to you") ?><?cs
	elif:error.status == "404" ?><?cs var:t("There is no such page") ?><?cs
	elif:error.status == "405" ?><?cs var:t("This address is used in another way") ?><?cs
	elif:error.status == "413" ?><?cs var:t("That was more than we can take at once") ?><?cs
	elif:error.status == "429" ?><?cs var:t("Too many tries in a short time") ?><?cs
	elif:error.status == "503" ?><?cs var:t("We cannot store anything at this moment") ?><?cs
	elif:error.status == "expired" ?><?cs var:t("This page was open for a long time") ?><?cs
	elif:error.status == "500" ?><?cs var:t("Something went wrong on our side") ?><?cs
	else ?><?cs var:t("We could not understand what was sent") ?><?cs /if ?><?cs /def ?><?cs
def:title() ?><?cs call:heading() ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs call:heading() ?></h1>
<?cs if:error.reason ?><p><?cs var:t(error.reason) ?></p>
<?cs elif:error.status == "403" ?><p><?cs var:t("You may need to sign in, or your account does not include it.") ?></p>
<?cs elif:error.status == "404" ?><p><?cs var:t("The address may be mistyped, or the page has moved.") ?></p>
<?cs elif:error.status == "405" ?><p><?cs var:t("Go back to the page you came from and use its buttons.") ?></p>
<?cs elif:error.status == "413" ?><p><?cs var:t("Go back, shorten the text or leave out files, and send it again. You can send the rest later.") ?></p>
<?cs elif:error.status == "429" ?><p><?cs var:t("Wait a few minutes, then try again. If it is urgent, call us.") ?></p>
<?cs elif:error.status == "503" ?><p><?cs var:t("It is our fault, not yours, and it mostly passes within minutes.") ?></p>
<?cs elif:error.status == "expired" ?><p><?cs var:t("To be sure that it was you who sent this, we ask you to send it once more.") ?></p>
<?cs elif:error.status == "500" ?><p><?cs var:t("We have been told. Go back and try once more; if it happens again, call us.") ?></p>
<?cs else ?><p><?cs var:t("Go back and try once more.") ?></p>
<?cs /if ?><?cs if:subcount(kept) > #0 ?><form class="stack" method="post" action="<?cs var:href(error.action) ?>">
<p><strong><?cs var:t("What you typed is kept in this page.") ?></strong></p>
<input type="hidden" name="token" value="<?cs var:token ?>"><?cs each:k = kept ?><input type="hidden" name="<?cs var:k.name ?>" value="<?cs var:k.value ?>"><?cs /each ?>
<p><button class="button main" type="submit"><?cs var:t("Try again") ?></button></p>
</form>
<?cs elif:error.retry ?><p><a class="button main" href="<?cs var:href(page.path) ?>"><?cs var:t("Try again") ?></a></p>
<?cs /if ?><?cs if:site.team.phone ?><p><?cs var:t("If it is urgent, call:") ?> <a href="tel:<?cs var:site.team.phone ?>"><span dir="ltr"><?cs var:site.team.phone ?></span></a></p>
<?cs /if ?><ul class="plain">
<li><a href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></li>
<?cs if:user.staff ?><li><a href="<?cs var:href("/desk/queue") ?>"><?cs var:t("Queue") ?></a></li>
<?cs /if ?><li><a href="<?cs var:href("/") ?>"><?cs var:t("First page") ?></a></li>
</ul>
<?cs if:page.number ?><p class="soft small"><?cs var:t("Number to quote when you ask about this:") ?> <bdi dir="ltr"><?cs var:page.number ?></bdi></p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
