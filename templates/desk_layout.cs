<?cs include!"parts/frame.cs" ?><?cs # The frame of the desk and the administration. ?><?cs
def:rail_link(path, label) ?><li><a href="<?cs var:href(path) ?>"<?cs if:page.path == path ?> aria-current="page"<?cs elif:string.slice(page.path, #0, string.length(path)) == path ?> aria-current="true"<?cs /if ?>><?cs var:t(label) ?></a></li>
<?cs /def ?><!DOCTYPE html>
<html lang="<?cs var:lang.code ?>" dir="<?cs var:lang.dir ?>">
<head>
<?cs call:page_head() ?>
</head>
<body class="desk">
<a class="skip" href="#main"><?cs var:t("Skip to the main content") ?></a>
<header class="band">
<?cs call:demo_line() ?><div class="bar">
<a class="mark" href="<?cs var:href("/") ?>"><?cs call:bell() ?><b><?cs var:site.team.short ?></b></a>
<?cs if:user.staff ?><form class="go" method="get" action="<?cs var:href("/desk/go") ?>">
<label for="go"><?cs var:t("Reference") ?></label>
<input class="code" id="go" name="reference" type="text" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false">
<button class="button" type="submit"><?cs var:t("Go") ?></button>
</form>
<?cs /if ?><div class="who"><a href="<?cs var:href("/account") ?>"><bdi class="name"><?cs var:user.name ?></bdi></a>
<form method="post" action="<?cs var:href("/logout") ?>"><input type="hidden" name="token" value="<?cs var:token ?>"><button class="button" type="submit"><?cs var:t("Sign out") ?></button></form></div>
</div>
</header>
<div class="house">
<div class="rail">
<nav aria-label="<?cs var:t("Desk") ?>">
<?cs if:user.staff ?><ul>
<?cs call:rail_link("/desk/queue", "Queue") ?><?cs call:rail_link("/desk/new", "Enter a report") ?><?cs call:rail_link("/desk/duty", "On duty") ?><?cs call:rail_link("/desk/publish", "Publish") ?></ul>
<?cs /if ?><?cs if:user.admin || user.lead ?><h2><?cs var:t("Administration") ?></h2>
<ul>
<?cs if:user.admin ?><?cs call:rail_link("/admin/setup", "The team") ?><?cs call:rail_link("/admin/accounts", "Accounts") ?><?cs /if ?><?cs call:rail_link("/admin/mail", "Mail out") ?></ul>
<?cs /if ?></nav>
<?cs call:language_links() ?>
</div>
<main id="main" tabindex="-1">
<?cs call:notice_box() ?><?cs call:body() ?>
</main>
</div>
</body>
</html>
