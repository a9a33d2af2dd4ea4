<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t("Your account") ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><h1><?cs var:t("Your account") ?></h1>
<dl class="lines">
<div><dt><?cs var:t("Name") ?></dt><dd dir="auto"><?cs var:person.name ?></dd></div>
<div><dt><?cs var:t("Address you sign in with") ?></dt><dd><span dir="ltr"><?cs var:person.email ?></span></dd></div>
<div><dt><?cs var:t("Second factor") ?></dt><dd><?cs if:person.has_factor ?><a href="<?cs var:href("/account/factor") ?>"><?cs var:t("Change telephone") ?></a><?cs else ?><a href="<?cs var:href("/account/factor") ?>"><?cs var:t("Set up") ?></a><?cs /if ?></dd></div>
<?cs if:person.has_factor ?><div><dt><?cs var:t("Recovery codes left") ?></dt><dd><?cs var:#person.recovery_codes ?> <a href="<?cs var:href("/account/recovery") ?>"><?cs var:t("Make new ones") ?></a></dd></div>
<?cs /if ?>
</dl>
<h2><?cs var:t("Where you are signed in") ?></h2>
<p class="soft"><?cs var:t("If you do not know one of these, sign it out and change your password.") ?></p>
<ul class="plain entries"><?cs each:s = sessions ?>
<li class="entry"><p><strong dir="auto"><?cs var:s.agent ?></strong><?cs if:s.current ?> <span class="good"><?cs var:t("this one") ?></span><?cs /if ?></p>
<p class="soft small"><?cs var:t("Signed in:") ?> <?cs call:moment(s.created_at) ?><br><?cs var:t("Last used:") ?> <?cs call:moment(s.seen_at) ?></p>
<?cs if:!s.current ?><form method="post" action="<?cs var:href("/account/sessions/" + s.id + "/revoke") ?>"><?cs call:token_field() ?><button class="button" type="submit"><?cs var:t("Sign out") ?><span class="unseen">: <?cs var:s.agent ?></span></button></form>
<?cs /if ?></li><?cs /each ?>
</ul>
<?cs if:subcount(sessions) > #1 ?><form method="post" action="<?cs var:href("/account/sessions/revoke-others") ?>"><?cs call:token_field() ?><?cs call:plain_button("Sign out everywhere else") ?></form>
<?cs /if ?><h2><?cs var:t("Change your password") ?></h2>
<form class="form" method="post" action="<?cs var:href("/account/password") ?>" novalidate>
<?cs call:token_field() ?><input class="unseen" type="text" name="username" value="<?cs var:person.email ?>" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>
<?cs each:f = form ?><?cs call:control(f) ?><?cs /each ?><div class="row"><?cs call:button("Save password") ?></div>
</form>
<form class="after" method="post" action="<?cs var:href("/logout") ?>"><?cs call:token_field() ?><?cs call:plain_button("Sign out") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
