<?cs include!"parts/team.cs" ?><?cs
def:title() ?><?cs var:t("Accessibility") ?><?cs /def ?><?cs
def:body() ?>
<h1><?cs var:t("Accessibility") ?></h1>
<p class="lead"><?cs var:t("Everybody must be able to report an incident, on any device and in any state of alarm.") ?></p>
<ul>
<li><?cs var:t("Every page works with a keyboard alone, with a screen reader and without scripts.") ?></li>
<li><?cs var:t("Text can be made four times as large, and pages fit the smallest telephones.") ?></li>
<li><?cs var:t("Colours follow your device: light, dark or high contrast. Nothing is said by colour alone.") ?></li>
<li><?cs var:t("Nothing has to be done in a hurry: what you typed is kept for 24 hours.") ?></li>
</ul>
<p><?cs var:t("We build to the Web Content Accessibility Guidelines 2.2, level AA, and test every page against them.") ?></p>
<h2><?cs var:t("Something does not work for you?") ?></h2>
<p><?cs var:t("Tell us, by phone or mail, in your own way. We take reports by phone too, and write them down for you.") ?></p>
<?cs if:site.team.phone ?><p class="tel"><?cs call:phone_link(site.team.phone) ?></p>
<?cs /if ?><?cs if:site.team.email ?><p><?cs call:mail_link(site.team.email) ?></p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
