<?cs include!"parts/team.cs" ?><?cs
def:title() ?><?cs var:t("What to report, and how") ?><?cs /def ?><?cs
def:contents_line(id, title) ?><li><a href="#<?cs var:id ?>"><?cs var:t(title) ?></a></li>
<?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("What to report, and how") ?></h1>
<p class="lead"><?cs var:t("Something looks wrong with a computer, an account, a website or a message? Tell us, also when you are not sure.") ?></p>
<p><a class="button main" href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></p>
<nav class="strip noprint" aria-labelledby="contents">
<h2 id="contents"><?cs var:t("On this page") ?></h2>
<ul class="plain">
<?cs call:contents_line("what", "What is an incident?") ?><?cs call:contents_line("which", "What to report, and how soon") ?><?cs call:contents_line("keep", "What to do until then, and what not") ?><?cs
call:contents_line("who", "Who may report") ?><?cs call:contents_line("why", "Why it is worth it") ?><?cs call:contents_line("how", "Ways to report") ?><?cs call:contents_line("tell", "What to tell us") ?><?cs
call:contents_line("next", "What we do with it") ?><?cs call:contents_line("times", "When we answer") ?><?cs call:contents_line("others", "Whom else to tell") ?></ul>
</nav>
<section class="stack after" aria-labelledby="what"><h2 id="what"><?cs var:t("What is an incident?") ?></h2>
<p><?cs var:t("Something that harms your devices, accounts, data or services, or that was meant to. For example:") ?></p>
<ul>
<li><?cs var:t("Files no longer open, and a note on the screen asks for money.") ?></li>
<li><?cs var:t("A message wants you to sign in, pay or open something, and you did not expect it.") ?></li>
<li><?cs var:t("You typed your password on a page that now looks strange to you.") ?></li>
<li><?cs var:t("Somebody else uses your account, or mail goes out that you did not write.") ?></li>
<li><?cs var:t("Your website shows something that you did not put there.") ?></li>
<li><?cs var:t("A service is down or very slow, and nobody knows why.") ?></li>
<li><?cs var:t("Data of your organisation or of people who trust you turn up elsewhere.") ?></li>
<li><?cs var:t("A bill came with another account number, and money was sent there.") ?></li>
<li><?cs var:t("A laptop, a telephone or a memory stick with work on it is gone.") ?></li>
</ul></section>
<section class="stack after" aria-labelledby="which"><h2 id="which"><?cs var:t("What to report, and how soon") ?></h2>
<dl class="stack">
<dt><strong><?cs var:t("At once, by phone if you can") ?></strong></dt>
<dd><?cs var:t("Work that people depend on has stopped. Files are being locked. Somebody is in your systems now. Data are leaking.") ?></dd>
<dt><strong><?cs var:t("The same day") ?></strong></dt>
<dd><?cs var:t("A password was given away, a harmful program was found, an account or a website is in other hands, money was sent, a device is gone.") ?></dd>
<dt><strong><?cs var:t("When you have the time") ?></strong></dt>
<dd><?cs var:t("Suspicious messages that nobody fell for, attempts that failed.") ?></dd>
</dl>
<p><?cs var:t("You need not know what it is. A false alarm costs us some minutes, an incident that nobody reported may cost weeks.") ?></p>
<p><?cs var:t("You found a weakness that nobody uses yet?") ?> <a href="<?cs var:href("/vulnerability") ?>"><?cs var:t("Report a vulnerability") ?></a></p>
<?cs if:site.team.emergency ?><p><?cs var:t("If somebody is in danger, call first:") ?> <?cs call:phone_link(site.team.emergency) ?></p>
<?cs /if ?></section>
<section class="stack after" aria-labelledby="keep"><h2 id="keep"><?cs var:t("What to do until then, and what not") ?></h2>
<ul>
<li><?cs var:t("Take the device off the network: pull the cable, switch off Wi-Fi. Leave it switched on: its memory may show what happened.") ?></li>
<li><?cs var:t("Keep messages, receipts and log files. Photograph the screen.") ?></li>
<li><?cs var:t("Write down what you saw and when.") ?></li>
<li><?cs var:t("Change passwords, from another device.") ?></li>
</ul>
<ul>
<li><?cs var:t("Do not pay before you have talked to us.") ?></li>
<li><?cs var:t("Do not delete, clean or reinstall anything.") ?></li>
<li><?cs var:t("Do not answer whoever makes demands.") ?></li>
</ul></section>
<section class="stack after" aria-labelledby="who"><h2 id="who"><?cs var:t("Who may report") ?></h2>
<p><?cs var:t("Everybody: at home, at work, in a public office, from abroad. You need no account, no permission of ours, and you need not give your name. If your organisation has somebody for such things, tell them too.") ?></p></section>
<section class="stack after" aria-labelledby="why"><h2 id="why"><?cs var:t("Why it is worth it") ?></h2>
<ul>
<li><?cs var:t("You are not alone with it: a person advises you and knows who else can help.") ?></li>
<li><?cs var:t("Others can be warned before it happens to them.") ?></li>
<li><?cs var:t("Who may see what you report is yours to say, and reporting is no confession: nobody here punishes you.") ?></li>
</ul></section>
<section class="stack after" aria-labelledby="how"><h2 id="how"><?cs var:t("Ways to report") ?></h2>
<dl class="stack">
<dt><strong><?cs var:t("By the form, at any time") ?></strong></dt>
<dd><?cs var:t("It asks what we need to know, keeps what you type, and gives you a reference.") ?> <a href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></dd>
<?cs if:site.team.phone ?><dt><strong><?cs var:t("By phone") ?></strong></dt>
<dd><?cs call:phone_link(site.team.phone) ?>. <?cs var:t("We write it down for you and tell you the reference.") ?></dd>
<?cs /if ?><?cs if:site.team.email ?><dt><strong><?cs var:t("By e-mail") ?></strong></dt>
<dd><?cs call:mail_link(site.team.email) ?>. <?cs var:t("Mail is not private: leave out what nobody else may know.") ?></dd>
<?cs /if ?><?cs if:team.address ?><dt><strong><?cs var:t("In person or by post") ?></strong></dt>
<dd><span class="letter" dir="auto"><?cs var:team.address ?></span></dd>
<?cs /if ?></dl></section>
<section class="stack after" aria-labelledby="tell"><h2 id="tell"><?cs var:t("What to tell us") ?></h2>
<ul>
<li><?cs var:t("What happened, in your own words, and when you noticed it.") ?></li>
<li><?cs var:t("What is affected: which devices, accounts or services, and how many people.") ?></li>
<li><?cs var:t("What you have done so far.") ?></li>
<li><?cs var:t("How we can reach you, if you wish us to.") ?></li>
</ul>
<p><?cs var:t("Leave out what you do not know. Never send a password.") ?></p></section>
<section class="stack after" aria-labelledby="next"><h2 id="next"><?cs var:t("What we do with it") ?></h2>
<ol>
<li><?cs var:t("You get a reference and a secret at once. With both you read our answers and write to us.") ?></li>
<li><?cs var:t("A person reads the report, judges how urgent it is, and answers you.") ?></li>
<li><?cs var:t("We find out more, advise you, and bring in who else can help, as far as you allow it.") ?></li>
<li><?cs var:t("You read when it is solved, and can say that it is not.") ?></li>
</ol></section>
<section class="stack after" aria-labelledby="times"><h2 id="times"><?cs var:t("When we answer") ?></h2>
<p><?cs var:t("By then at the latest a person has read your report and answered:") ?></p>
<section class="frame" aria-label="<?cs var:t("First answer") ?>" tabindex="0"><table class="list">
<thead><tr><th scope="col"><?cs var:t("Urgency") ?></th><th scope="col"><?cs var:t("For example") ?></th><th scope="col"><?cs var:t("First answer") ?></th></tr></thead>
<tbody><?cs each:p = priorities ?>
<tr><th scope="row"><?cs var:t(p.label) ?></th><td><?cs var:t(p.example) ?></td><td><?cs var:p.within ?><br><span class="soft"><?cs if:p.around_the_clock ?><?cs var:t("Day and night") ?><?cs else ?><?cs var:t("Of our hours") ?><?cs /if ?></span></td></tr><?cs /each ?>
</tbody>
</table></section>
<?cs if:subcount(team.hours) > #0 ?><h3><?cs var:t("Our hours") ?></h3>
<?cs call:opening_hours() ?>
<?cs /if ?></section>
<section class="stack after" aria-labelledby="others"><h2 id="others"><?cs var:t("Whom else to tell") ?></h2>
<p><?cs var:t("A report to us does not replace what the law or a contract asks of you: tell your regulator, the data protection authority, the police or your bank where you have to. We say whom to think of.") ?></p>
<p><a href="<?cs var:href("/threat-model") ?>"><?cs var:t("What we can and cannot protect") ?></a></p>
<?cs if:flyer ?><p><a href="<?cs var:href("/flyer.pdf") ?>"><?cs var:t("The most important of it on one page, to print and hang up (PDF)") ?></a></p>
<?cs /if ?></section>
<?cs /def ?><?cs include!"layout.cs" ?>
