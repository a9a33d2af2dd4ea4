<?cs include!"parts/forms.cs" ?><?cs include!"parts/setup.cs" ?><?cs
# A piece of a page, drawn with the tones that it would have: a style sheet of its own
# would have to be saved first. ?><?cs
def:preview_page(x, paper, panel, ink, y) ?><rect x="0" y="<?cs var:#y ?>" width="320" height="150" fill="<?cs var:paper ?>"/>
<rect x="0" y="<?cs var:#y ?>" width="320" height="34" fill="#14233b"/><rect x="0" y="<?cs var:#y + #34 ?>" width="320" height="3" fill="<?cs var:preview.band ?>"/>
<path transform="translate(12 <?cs var:#y + #5 ?>) scale(.75)" fill="none" stroke="<?cs var:preview.band ?>" stroke-width="2" d="M16 2.5 27 11H5zM7 11v18M25 11v18M3 29h26M11 23.5c1.4-1.5 1.6-3.3 1.6-5a3.4 3.4 0 0 1 6.8 0c0 1.7.2 3.5 1.6 5z"/>
<rect x="44" y="<?cs var:#y + #12 ?>" width="70" height="10" rx="2" fill="#f4f1ea"/>
<rect x="16" y="<?cs var:#y + #52 ?>" width="190" height="12" rx="2" fill="<?cs var:ink ?>"/>
<rect x="16" y="<?cs var:#y + #74 ?>" width="288" height="22" rx="3" fill="<?cs var:x.chosen ?>" stroke="<?cs var:x.act ?>"/>
<circle cx="29" cy="<?cs var:#y + #85 ?>" r="5" fill="<?cs var:x.act ?>"/>
<rect x="42" y="<?cs var:#y + #81 ?>" width="120" height="8" rx="2" fill="<?cs var:ink ?>"/>
<rect x="16" y="<?cs var:#y + #108 ?>" width="110" height="28" rx="3" fill="<?cs var:x.act ?>"/><rect x="34" y="<?cs var:#y + #118 ?>" width="74" height="8" rx="2" fill="<?cs var:x.on ?>"/>
<rect x="138" y="<?cs var:#y + #108 ?>" width="110" height="28" rx="3" fill="<?cs var:x.over ?>"/><rect x="156" y="<?cs var:#y + #118 ?>" width="74" height="8" rx="2" fill="<?cs var:x.on ?>"/>
<?cs /def ?><?cs

def:back_button(of, label) ?><form method="post" action="<?cs var:href("/admin/setup/looks/back") ?>"><?cs call:setup_token() ?><input type="hidden" name="part" value="<?cs var:of ?>"><button class="button" type="submit"><?cs var:label ?></button></form>
<?cs /def ?><?cs

def:title() ?><?cs var:t("Colour and logo") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><?cs call:error_summary() ?><?cs call:setup_back("/admin/setup", "Back to all of it") ?><h1><?cs var:t("Colour and logo") ?></h1>
<p class="soft"><?cs var:t("Both are on every page within seconds, and cost visitors who come again nothing. Mails, the flyer and PDFs stay plain.") ?></p>
<h2 id="colour-of-the-team"><?cs var:t("The team's colour") ?></h2>
<p><?cs var:t("One is enough: buttons, lines and marks take it, and pages on a dark screen a lighter one of it.") ?></p>
<form class="form" method="post" action="<?cs var:href("/admin/setup/looks") ?>" novalidate>
<?cs call:setup_token() ?><?cs call:control_compact(form.colour) ?><div class="row"><?cs call:button("Save") ?> <button class="button" type="submit" name="look" value="1"><?cs var:t("Show it first") ?></button></div>
</form>
<?cs if:nearest ?><form method="post" action="<?cs var:href("/admin/setup/looks") ?>"><?cs call:setup_token() ?><button class="button" type="submit" name="colour" value="<?cs var:nearest ?>"><?cs var:t1("Take {colour} instead", "colour", nearest) ?></button></form>
<?cs /if ?><?cs if:preview.colour ?><div>
<svg class="map mirror" viewBox="0 0 320 308" role="img" aria-label="<?cs var:t1("A page with {colour}, on a light screen and on a dark one", "colour", preview.colour) ?>"><?cs
	call:preview_page(preview.light, "#fbfaf7", "#ffffff", "#14233b", #0) ?><?cs
	call:preview_page(preview.dark, "#10161f", "#18202c", "#e9e6df", #158) ?></svg>
<p class="hint"><?cs var:t2("{colour} has a contrast of {ratio} to 1 at the least.", "colour", preview.colour, "ratio", preview.ratio) ?></p>
</div>
<?cs /if ?><?cs if:before.colour || now.colour ?><div class="row"><?cs if:before.colour ?><?cs call:back_button("colour", t1("Go back to {colour}", "colour", before.colour)) ?><?cs /if ?><?cs
if:now.colour ?><form method="post" action="<?cs var:href("/admin/setup/looks") ?>"><?cs call:setup_token() ?><button class="button" type="submit" name="colour" value=""><?cs var:t("Take the colours of Belfry") ?></button></form>
<?cs /if ?></div>
<?cs /if ?><h2 id="logo"><?cs var:t("The logo") ?></h2>
<?cs if:now.logo.file ?><p class="qr"><img src="/looks/<?cs var:url_part(now.logo.file) ?>" width="<?cs var:#now.logo.width ?>" height="<?cs var:#now.logo.height ?>" alt="<?cs var:t("The logo as it is now") ?>"></p>
<?cs else ?><p class="soft"><?cs var:t("None yet: pages show a small belfry.") ?></p>
<?cs /if ?><form class="form" method="post" action="<?cs var:href("/admin/setup/looks/logo") ?>" enctype="multipart/form-data" novalidate>
<?cs call:setup_token() ?><div class="field<?cs if:form.files.error ?> wrong<?cs /if ?>">
<label for="files"><?cs var:t(form.files.label) ?></label>
<?cs call:field_hint(form.files) ?><?cs call:field_error(form.files) ?><input id="files" name="files" type="file" accept=".png,.svg"<?cs call:described(form.files) ?><?cs call:doubted(form.files) ?>>
</div>
<div class="row"><button class="button" type="submit"><?cs var:t("Use this logo") ?></button></div>
</form>
<?cs if:before.logo.file || now.logo.file ?><div class="row"><?cs if:before.logo.file ?><?cs call:back_button("logo", t("Go back to the logo before")) ?><?cs /if ?><?cs
if:now.logo.file ?><form method="post" action="<?cs var:href("/admin/setup/looks/logo/remove") ?>"><?cs call:setup_token() ?><button class="button" type="submit"><?cs var:t("Remove the logo") ?></button></form>
<?cs /if ?></div>
<?cs /if ?></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
