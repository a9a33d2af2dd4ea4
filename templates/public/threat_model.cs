<?cs def:title() ?><?cs var:t("What we can and cannot protect") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("What we can and cannot protect") ?></h1>
<p class="lead"><?cs var:t("A report can be a risk for whoever makes it. This page says what protects you here, what does not, and what you can do yourself.") ?></p>
<section class="stack after"><h2><?cs var:t("What the form protects") ?></h2>
<ul>
<li><?cs var:t("What you write travels encrypted. Whoever watches the line sees that you visited this site, and when, but not which page nor what you wrote.") ?></li>
<li><?cs var:t("Nothing on our pages is loaded from other companies, and no script watches you.") ?></li>
<li><?cs var:t("What you type is kept for 24 hours, so that nothing is lost. It is erased when you send it, and then only the report is there.") ?></li>
</ul></section>
<section class="stack after"><h2><?cs var:t("Who may see that you were here") ?></h2>
<ul>
<li><?cs var:t("Your employer, school or family may see which sites are visited from their network. On a device that is theirs they may also see what you type.") ?></li>
<li><?cs var:t("Your telephone company knows which sites you visit and whom you call, and whoever pays the bill may ask for it.") ?></li>
<li><?cs var:t("On an old network (2G) somebody nearby with the right equipment can listen to calls and text messages. The form stays encrypted there too.") ?></li>
<li><?cs var:t("Your browser remembers this page. Use a private window, or clear the history afterwards.") ?></li>
</ul>
<p><?cs var:t("If one of these could harm you, use a device and a connection that are not theirs.") ?></p></section>
<section class="stack after"><h2><?cs var:t("If somebody is inside your device") ?></h2>
<p><?cs var:t("Whoever controls your computer or telephone sees what you see: the report, its reference and its secret. We cannot protect you from that. Report from another device, and call from another telephone.") ?></p></section>
<section class="stack after"><h2><?cs var:t("What our servers write down") ?></h2>
<ul>
<li><?cs var:t("For each page: the time, its address on our site, and whether it worked. Not your network address, not your browser, not what you typed.") ?></li>
<li><?cs var:t("To withstand floods, your network address is counted for a short time, in memory only.") ?></li>
<li><?cs var:t("When something changes in a report: what, when, and who of our team did it.") ?></li>
</ul></section>
<section class="stack after"><h2><?cs var:t("Who reads your report") ?></h2>
<ul>
<li><?cs var:t("People of our team, who sign in with a password and a code. Administrators of this site cannot open reports on it.") ?></li>
<li><?cs var:t("Others only as far as you allow it in the form. A law or a court may oblige us to more, and then we tell you where we may.") ?></li>
<li><?cs var:t("Reports are not encrypted against ourselves: whoever runs our servers could, with effort, read what is stored on them.") ?></li>
</ul></section>
<section class="stack after"><h2><?cs var:t("If you do not give your name") ?></h2>
<ul>
<li><?cs var:t("Leave the contact fields empty. With such a report we keep neither your network address nor your browser's name, and only the full hour of its arrival.") ?></li>
<li><?cs var:t("What you write and attach may still say who you are. A photograph may know where it was taken, a document who wrote it.") ?></li>
<li><?cs var:t("We can then answer on the follow-up page only.") ?></li>
</ul></section>
<section class="stack after"><h2><?cs var:t("The reference and the secret") ?></h2>
<ul>
<li><?cs var:t("Whoever has both reads the report's messages and can write in your place. Keep them apart from each other, and show the secret to nobody.") ?></li>
<li><?cs var:t("We show the secret for one hour after you sent the report, and never by mail. We keep only a fingerprint of it, and cannot tell it to you again.") ?></li>
<li><?cs var:t("If you lost it, call us and say the reference. What you reported is not lost.") ?></li>
</ul></section>
<section class="stack after"><h2><?cs var:t("Mail and telephone are not private") ?></h2>
<ul>
<li><?cs var:t("Our mails carry the reference, and neither your report nor our answer.") ?></li>
<li><?cs var:t("A mail that you send us can be read by those who carry it. What nobody else may know belongs into the form.") ?></li>
<li><?cs var:t("Calls can be listened to, and leave a trace in bills.") ?></li>
</ul></section>
<section class="stack after"><h2><?cs var:t("What we cannot promise") ?></h2>
<p><?cs var:t("No system is safe from everybody for ever. If somebody breaks into ours, we tell those whose reports were seen, as far as we can reach them.") ?></p>
<p><a class="button main" href="<?cs var:href("/report") ?>"><?cs var:t("Report an incident") ?></a></p></section>
<?cs /def ?><?cs include!"layout.cs" ?>
