<?cs include!"parts/team.cs" ?><?cs
def:title() ?><?cs var:t("How we handle personal data") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("How we handle personal data") ?></h1>
<section class="stack after"><h2><?cs var:t("Who holds it") ?></h2>
<?cs if:team.privacy_contact || site.team.email ?><p><?cs var:t1("{team}. Questions about your data go to:", "team", site.team.name) ?> <?cs if:team.privacy_contact ?><bdi class="name"><?cs var:team.privacy_contact ?></bdi><?cs else ?><?cs call:mail_link(site.team.email) ?><?cs /if ?></p><?cs else ?><p><?cs var:site.team.name ?></p><?cs /if ?></section>
<section class="stack after"><h2><?cs var:t("What we hold and why") ?></h2>
<ul>
<li><?cs var:t("What you tell us about an incident, to help you and to protect others. This is the public task of our team.") ?></li>
<li><?cs var:t("Your name, e-mail address or phone number, if you give them, to answer you about this report and for nothing else.") ?></li>
<?cs if:mail.kept_days ?><li><?cs var:t("If you give an e-mail address and choose no other way to be reached, two kinds of mail go to it: that your report arrived, and that there is an answer. They carry the reference, and neither your report, nor our answer, nor the secret.") ?></li>
<?cs /if ?><li><?cs var:t("If you subscribe to a list: your e-mail address, what you chose, and what was sent to you, to send it. Nothing is sent before you confirm, and each mail has a link that ends it. The address is forgotten a month after that.") ?></li>
<li><?cs var:t("When something changed in a report and who of our team changed it, so that it can be checked.") ?></li>
</ul></section>
<section class="stack after"><h2><?cs var:t("You need not say who you are") ?></h2>
<p><?cs var:t("You can leave every contact field empty. You then read our answer with the reference and the secret on the follow-up page. We may be able to do less, because we cannot call you back.") ?></p>
<p><?cs var:t("With such a report we keep neither your network address nor your browser's name, and only the full hour of its arrival.") ?></p></section>
<section class="stack after"><h2><?cs var:t("Who else sees it") ?></h2>
<p><?cs var:t("Our team, and beyond it only those you allow when you report: your own organisation, partners who are needed to help, other security teams, or anyone without your name. Everything we pass on carries that mark. Only a law or a court can oblige us to more, and then we tell you where we may.") ?></p></section>
<section class="stack after"><h2><?cs var:t("How long") ?></h2>
<p><?cs if:team.retention ?><?cs var:t("After a report is closed we keep it for:") ?> <strong><?cs var:tn("{n} month", "{n} months", team.retention) ?></strong>. <?cs /if ?><?cs var:t("Then names, addresses and messages are erased. A report that you began and did not send is erased after 24 hours.") ?><?cs if:mail.kept_days ?> <?cs var:tn("Which mail went to which address is erased after {n} day.", "Which mail went to which address is erased after {n} days.", #mail.kept_days) ?><?cs /if ?></p></section>
<section class="stack after"><h2><?cs var:t("What you can ask for") ?></h2>
<p><?cs var:t("You may see what we hold about you, have it corrected or erased, or object to how we use it. Write to us or call, and say the reference if you have one.") ?></p>
<?cs if:team.complaint_body ?><p><?cs var:t("You may complain to:") ?> <span dir="auto"><?cs var:team.complaint_body ?></span></p>
<?cs /if ?></section>
<section class="stack after"><h2><?cs var:t("Cookies and records of the web server") ?></h2>
<p><?cs var:t("We set one cookie while you write or follow a report, and one while you are signed in. They hold a random number, they are needed for that, and nobody else can read them. There are no others, so there is nothing to agree to.") ?></p>
<p><?cs var:t("To withstand floods of requests the web server remembers for a short time how often an address asked. We load nothing from other companies.") ?></p></section>
<?cs /def ?><?cs include!"layout.cs" ?>
