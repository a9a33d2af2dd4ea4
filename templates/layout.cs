<?cs include!"parts/frame.cs" ?><?cs # The frame of public and account pages. ?><!DOCTYPE html>
<html lang="<?cs var:lang.code ?>" dir="<?cs var:lang.dir ?>">
<head>
<?cs call:page_head() ?>
</head>
<body class="public">
<a class="skip" href="#main"><?cs var:t("Skip to the main content") ?></a>
<header class="band">
<?cs call:demo_line() ?><div class="wide">
<a class="mark" href="<?cs var:href("/") ?>"><?cs call:bell() ?><span><b><?cs var:site.team.short ?></b> <span><?cs var:site.team.name ?></span></span></a>
<?cs if:site.team.phone ?><p class="call"><a href="tel:<?cs var:tel(site.team.phone) ?>"><span class="unseen"><?cs var:t("Call us:") ?></span> <span dir="ltr"><?cs var:site.team.phone ?></span></a> <?cs
	if:site.team.phone_open ?><span class="now"><?cs var:t("Answered now") ?></span><?cs
	elif:site.team.phone_hours ?><span><?cs var:site.team.phone_hours ?></span><?cs /if ?></p>
<?cs /if ?><?cs call:language_links() ?>
</div>
</header>
<main id="main" class="wide" tabindex="-1">
<?cs call:notice_box() ?><?cs call:body() ?>
</main>
<footer class="foot">
<div class="wide">
<?cs # Who is answering a question has the short one. ?><?cs set:frame.long_foot = site.team.name && !frame.keeps_answers && !frame.short_foot ?><?cs
if:frame.long_foot ?><p><b><?cs var:t("Reporting") ?></b>
<a href="<?cs var:href("/guidelines") ?>"><?cs var:t("What to report, and how") ?></a>
<a href="<?cs var:href("/follow") ?>"><?cs var:t("Follow up a report") ?></a>
<a href="<?cs var:href("/vulnerability") ?>"><?cs var:t("Report a vulnerability") ?></a>
<a href="<?cs var:href("/threat-model") ?>"><?cs var:t("What we can and cannot protect") ?></a></p>
<p><b><?cs var:t("The team") ?></b>
<a href="<?cs var:href("/advisories") ?>"><?cs var:t("Advisories") ?></a>
<a href="<?cs var:href("/about") ?>"><?cs var:t("About us") ?></a>
<a href="<?cs var:href("/rfc2350") ?>"><?cs var:t("Profile (RFC 2350)") ?></a>
<a href="<?cs var:href("/statistics") ?>"><?cs var:t("Statistics") ?></a>
<a href="<?cs var:href("/services") ?>"><?cs var:t("What we offer") ?></a>
<a href="<?cs var:href("/partners") ?>"><?cs var:t("Partners") ?></a>
<a href="<?cs var:href("/programme") ?>"><?cs var:t("How a national team is built") ?></a></p>
<?cs /if ?><p><?cs if:frame.long_foot ?><b><?cs var:t("This site") ?></b>
<?cs /if ?><?cs if:site.team.name ?><a href="<?cs var:href("/contact") ?>"><?cs var:t("Contact") ?></a>
<a href="<?cs var:href("/privacy") ?>"><?cs var:t("Privacy") ?></a>
<a href="<?cs var:href("/accessibility") ?>"><?cs var:t("Accessibility") ?></a>
<?cs /if ?><?cs if:user.id ?><?cs if:user.staff ?><a href="<?cs var:href("/desk/queue") ?>"><?cs var:t("Desk") ?></a>
<?cs /if ?><a href="<?cs var:href("/account") ?>"><?cs var:t("Your account") ?></a><?cs
elif:frame.long_foot || !site.team.name ?><a href="<?cs var:href("/login") ?>"><?cs var:t("Sign in") ?></a><?cs /if ?></p>
</div>
</footer>
</body>
</html>
