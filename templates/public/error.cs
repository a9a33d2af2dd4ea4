<?cs
def:heading() ?><?cs
	if:error.reason == "expired" ?><?cs var:t("This page was open for a long time") ?><?cs
	elif:error.reason == "token" ?><?cs var:t("Send this once more") ?><?cs
	elif:error.status == "403" ?><?cs var:t("This page is not open to you") ?><?cs
	elif:error.status == "404" ?><?cs var:t("There is no such page") ?><?cs
	elif:error.status == "405" ?><?cs var:t("This address is used in another way") ?><?cs
	elif:error.status == "413" ?><?cs var:t("That was more than we can take at once") ?><?cs
	elif:error.status == "429" ?><?cs var:t("Too many tries in a short time") ?><?cs
	elif:error.status == "503" ?><?cs var:t("We cannot store anything at this moment") ?><?cs
	elif:error.status == "500" ?><?cs var:t("Something went wrong on our side") ?><?cs
	else ?><?cs var:t("We could not read what was sent") ?><?cs /if ?><?cs /def ?><?cs

# The program gives a word for what it found in a request, or a sentence. ?><?cs
def:explanation() ?><?cs
	if:error.reason == "expired" ?><?cs var:t("To be sure that it was you who sent this, we ask you to send it once more.") ?><?cs
	elif:error.reason == "token" ?><?cs var:t("We could not see that this came from a page of ours. Open the page anew and send it from there.") ?><?cs
	elif:error.reason == "origin" ?><?cs var:t("This was sent from a page of somebody else. Nothing was done.") ?><?cs
	elif:error.reason == "too_many" || error.reason == "too_long" || error.status == "413" ?><?cs var:t("Go back, shorten the text or leave out files, and send it again. You can send the rest later.") ?><?cs
	elif:error.reason == "cut_off" ?><?cs var:t("Only a part of it arrived, mostly because the connection broke. Go back and send it again.") ?><?cs
	elif:error.reason == "malformed" || error.reason == "encoding" || error.reason == "type" ?><?cs var:t("It was not in the form that browsers send. Go back and try once more.") ?><?cs
	elif:error.reason ?><?cs var:t(error.reason) ?><?cs
	elif:error.status == "403" ?><?cs var:t("Your account does not include it. Ask your administrator if it should.") ?><?cs
	elif:error.status == "404" ?><?cs var:t("The address may be mistyped, or the page has moved.") ?><?cs
	elif:error.status == "405" ?><?cs var:t("Go back to the page you came from and use its buttons.") ?><?cs
	elif:error.status == "429" ?><?cs var:t("Wait a few minutes, then try again. If it is urgent, call us.") ?><?cs
	elif:error.status == "503" && !error.unknown ?><?cs var:t("It is our fault, not yours, and it mostly passes within minutes.") ?><?cs
	elif:error.unknown ?><?cs var:t("The connection to our database broke while this was being saved. It may be saved or not: open the page again and look before you send it a second time.") ?><?cs
	elif:error.status == "500" ?><?cs var:t("Nothing was changed. Go back and try once more; if it happens again, call us.") ?><?cs
	else ?><?cs var:t("Go back and try once more.") ?><?cs /if ?><?cs /def ?><?cs
def:title() ?><?cs call:heading() ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs call:heading() ?></h1>
<p><?cs call:explanation() ?></p>
<?cs if:error.action ?><form class="stack" method="post" action="<?cs var:href(error.action) ?>">
<?cs if:subcount(kept) > #0 ?><p><strong><?cs var:t("What you typed is kept in this page.") ?></strong></p>
<?cs /if ?><input type="hidden" name="token" value="<?cs var:token ?>"><?cs each:k = kept ?><input type="hidden" name="<?cs var:k.name ?>" value="<?cs var:k.value ?>"><?cs /each ?>
<p><button class="button main" type="submit"><?cs var:t("Try again") ?></button></p>
</form>
<?cs elif:error.retry ?><p><a class="button main" href="<?cs var:href(page.path) ?>"><?cs var:t("Try again") ?></a></p>
<?cs /if ?><?cs if:site.team.phone ?><p><?cs var:t("If it is urgent, call:") ?> <a href="tel:<?cs var:tel(site.team.phone) ?>"><span dir="ltr"><?cs var:site.team.phone ?></span></a></p>
<?cs /if ?><ul class="plain">
<li><a href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></li>
<?cs if:user.staff ?><li><a href="<?cs var:href("/desk/queue") ?>"><?cs var:t("Queue") ?></a></li>
<?cs /if ?><li><a href="<?cs var:href("/") ?>"><?cs var:t("First page") ?></a></li>
</ul>
<?cs if:page.number ?><p class="soft small"><?cs var:t("Number to quote when you ask about this:") ?> <bdi dir="ltr"><?cs var:page.number ?></bdi></p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
