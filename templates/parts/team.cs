<?cs
# How the team is reached, and who else can help. ?><?cs

def:phone_link(number) ?><a href="tel:<?cs var:tel(number) ?>"><span dir="ltr"><?cs var:number ?></span></a><?cs /def ?><?cs

def:mail_link(address) ?><a href="mailto:<?cs var:address ?>"><span dir="ltr"><?cs var:address ?></span></a><?cs /def ?><?cs

def:hotline_rows(hotlines) ?><dl class="lines"><?cs each:h = hotlines ?>
<div><dt><bdi class="name"><?cs var:h.name ?></bdi><?cs if:h.note ?> <span class="hint" dir="auto"><?cs var:h.note ?></span><?cs /if ?></dt>
<dd class="tel"><?cs call:phone_link(h.phone) ?></dd></div><?cs /each ?>
</dl><?cs /def ?><?cs

# First on a page: danger to people comes before computers. ?><?cs
def:emergency_box(hotlines) ?><section class="alarm" aria-labelledby="emergency">
<h2 id="emergency"><?cs var:t("If somebody is in danger, call first") ?></h2>
<?cs if:site.team.emergency ?><p class="tel"><?cs call:phone_link(site.team.emergency) ?></p>
<?cs /if ?><?cs if:site.team.emergency_text ?><p class="letter" dir="auto"><?cs var:site.team.emergency_text ?></p>
<?cs /if ?><?cs if:subcount(hotlines) > #0 ?><?cs call:hotline_rows(hotlines) ?>
<?cs elif:subcount(team.hotlines) > #0 ?><p><a href="#others"><?cs var:t("Who else can help at once") ?></a></p>
<?cs /if ?></section><?cs /def ?><?cs

def:opening_hours() ?><table class="hours">
<caption class="unseen"><?cs var:t("When the phone is answered") ?></caption>
<thead class="unseen"><tr><th scope="col"><?cs var:t("Day") ?></th><th scope="col"><?cs var:t("Opening hours") ?></th></tr></thead>
<tbody><?cs each:h = team.hours ?>
<tr><th scope="row"><?cs var:t(h.day) ?></th><td><?cs if:h.closed ?><?cs var:t("Closed") ?><?cs elif:subcount(h.spans) > #0 ?><?cs each:x = h.spans ?><span dir="ltr"><?cs var:x.opens ?>–<?cs var:x.closes ?></span><?cs if:!last(x) ?>, <?cs /if ?><?cs /each ?><?cs else ?><?cs var:t("All day") ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table><?cs /def ?><?cs

# With what machines know an organisation by (schema.org, as microdata); where our postal
# address is on the page, it belongs to it. ?><?cs
def:where_to_call() ?><section class="panel stack" aria-labelledby="call" itemscope itemtype="https://schema.org/Organization"<?cs if:page.path == "/contact" && team.address ?> itemref="post"<?cs /if ?>>
<h2 id="call"><?cs var:t("Talk to us") ?></h2>
<meta itemprop="name" content="<?cs var:site.team.name ?>"><meta itemprop="alternateName" content="<?cs var:site.team.short ?>"><link itemprop="url" href="<?cs var:href("/") ?>">
<?cs if:site.team.phone ?><p class="tel"><a href="tel:<?cs var:tel(site.team.phone) ?>"><span dir="ltr" itemprop="telephone"><?cs var:site.team.phone ?></span></a></p>
<?cs if:site.team.phone_open ?><p class="good"><?cs var:t("The phone is answered now.") ?></p>
<?cs else ?><p><?cs var:t("Nobody answers the phone at this hour. A report in writing reaches us at any time.") ?></p>
<?cs /if ?><?cs if:subcount(team.hours) > #0 ?><?cs call:opening_hours() ?>
<?cs elif:site.team.phone_hours ?><p class="soft"><?cs var:site.team.phone_hours ?></p>
<?cs /if ?><?cs /if ?><?cs if:site.team.email ?><p><a href="mailto:<?cs var:site.team.email ?>"><span dir="ltr" itemprop="email"><?cs var:site.team.email ?></span></a></p>
<?cs /if ?></section><?cs /def ?>
