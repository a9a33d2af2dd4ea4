<?cs def:title() ?><?cs var:t("How a national team is built") ?><?cs /def ?><?cs

def:party_box(party, x, y, width, height) ?><rect x="<?cs var:#x ?>" y="<?cs var:#y ?>" width="<?cs var:#width ?>" height="<?cs var:#height ?>" stroke="var(--ink)" fill="<?cs if:party == "itu" ?>var(--ink)<?cs elif:party == "country" ?>url(#stripes)<?cs else ?>var(--panel)<?cs /if ?>"/><?cs /def ?><?cs

def:phase_drawn(p) ?><path stroke="var(--rule)" stroke-width="3" d="M<?cs var:#p.map.gate_x ?> <?cs var:#p.map.gate_y ?>V<?cs var:#p.map.next_y ?>"/>
<polygon points="<?cs var:p.map.gate ?>" fill="var(--panel)" stroke="var(--bronze)" stroke-width="3"/>
<text x="<?cs var:#p.map.label_x ?>" y="<?cs var:#p.map.label_y ?>" font-size="18" font-weight="600"><?cs var:t(p.label) ?></text>
<?cs each:b = p.map.bars ?><?cs if:#b.count > #0 ?><?cs call:party_box(b.party, b.x, b.y, b.width, map.bar_height) ?>
<text x="<?cs var:#b.middle ?>" y="<?cs var:#b.base ?>" font-size="16" text-anchor="middle"<?cs if:b.party == "itu" ?> fill="var(--panel)"<?cs else ?> paint-order="stroke" stroke="var(--panel)" stroke-width="5"<?cs /if ?>><?cs var:#b.count ?></text>
<?cs /if ?><?cs /each ?><?cs /def ?><?cs

def:phase_map() ?><svg class="map" viewBox="0 0 <?cs var:#map.width ?> <?cs var:#map.height ?>" role="img" aria-labelledby="map-title map-desc" fill="currentColor">
<title id="map-title"><?cs var:t("The phases of a project, and who does how much in each") ?></title>
<desc id="map-desc"><?cs var:t("The phases follow one another. Before each stands a gate: it opens when the conditions are met. A bar says how many activities ITU, the country and both together have. The table below says the same.") ?></desc>
<defs><pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="var(--panel)"/><rect width="3" height="7" fill="var(--bronze)"/></pattern></defs>
<?cs each:p = phases ?><?cs call:phase_drawn(p) ?><?cs /each ?><polygon points="<?cs var:map.gate ?>" fill="var(--bronze)" stroke="var(--bronze)" stroke-width="3"/>
<text x="<?cs var:#map.label_x ?>" y="<?cs var:#map.label_y ?>" font-size="18"><?cs var:t("A team that stands on its own") ?></text>
<?cs each:l = map.legend ?><?cs call:party_box(l.party, l.x, l.y, #20, #18) ?><text x="<?cs var:#l.text_x ?>" y="<?cs var:#l.text_y ?>" font-size="16"><?cs var:t(l.label) ?></text>
<?cs /each ?></svg><?cs /def ?><?cs

def:count_cell(p, party, list) ?><td class="number"><?cs if:subcount(list) > #0 ?><a href="#p<?cs var:p.id ?>-<?cs var:party ?>"><?cs var:subcount(list) ?></a><?cs else ?>0<?cs /if ?></td><?cs /def ?><?cs

def:item_list(list, whose) ?><ul><?cs each:i = list ?>
<li><?cs var:t(i.label) ?><?cs if:whose ?> <span class="soft">(<?cs var:t(i.party) ?>)</span><?cs /if ?></li><?cs /each ?>
</ul><?cs /def ?><?cs

def:phase_part(p, part, label, list, whose) ?><?cs if:subcount(list) > #0 ?><div id="p<?cs var:p.id ?>-<?cs var:part ?>"><dt><?cs var:t(label) ?></dt><dd><?cs call:item_list(list, whose) ?></dd></div>
<?cs /if ?><?cs /def ?><?cs

def:body() ?>
<h1><?cs var:t("How a national team is built") ?></h1>
<p class="lead"><?cs var:t("ITU helps its member states to set up national computer incident response teams, in four phases. A country can come with what it has, and phases can be adapted to it.") ?></p>
<p><a class="button main" href="<?cs var:href("/programme/ask") ?>"><?cs var:t("Ask for a project, or support one") ?></a></p>
<?cs if:subcount(phases) > #0 ?><h2><?cs var:t("Four phases") ?></h2>
<?cs call:phase_map() ?>
<section class="frame" aria-label="<?cs var:t("Activities of each phase") ?>" tabindex="0"><table class="list">
<caption><?cs var:t("How many activities of each phase are whose. A number leads to them.") ?></caption>
<thead><tr><th scope="col"><?cs var:t("Phase") ?></th><th class="number" scope="col"><?cs var:t("ITU") ?></th><th class="number" scope="col"><?cs var:t("The country") ?></th><th class="number" scope="col"><?cs var:t("Both together") ?></th></tr></thead>
<tbody><?cs each:p = phases ?>
<tr><th scope="row"><a href="#p<?cs var:p.id ?>"><?cs var:t(p.label) ?></a></th><?cs call:count_cell(p, "itu", p.itu) ?><?cs call:count_cell(p, "country", p.country) ?><?cs call:count_cell(p, "joint", p.joint) ?></tr><?cs /each ?>
</tbody>
</table></section>
<p><?cs var:t("All the time ITU leads the project, brings experts, buys what was agreed and reports every quarter. The country names people who can decide and people who know the technology, gives rooms, equipment and facts, and helps with visas and customs.") ?></p>
<?cs each:p = phases ?><section class="stack after" aria-labelledby="p<?cs var:p.id ?>"><h2 id="p<?cs var:p.id ?>"><?cs var:#p.id ?>. <?cs var:t(p.label) ?></h2>
<p><?cs var:t(p.purpose) ?></p>
<dl class="answers">
<?cs call:phase_part(p, "condition", "Before it begins", p.condition, "1") ?><?cs call:phase_part(p, "itu", "What ITU does", p.itu, "") ?><?cs
call:phase_part(p, "country", "What the country does", p.country, "") ?><?cs call:phase_part(p, "joint", "What both do", p.joint, "") ?><?cs
call:phase_part(p, "deliverable", "What there is afterwards", p.deliverable, "") ?><?cs call:phase_part(p, "acceptance", "Who accepts it", p.acceptance, "") ?><?cs
call:phase_part(p, "time", "How long", p.time, "") ?></dl>
</section>
<?cs /each ?><?cs /if ?><?cs if:subcount(steps) > #0 ?><h2><?cs var:t("The same in eight steps") ?></h2>
<p><?cs var:t("The Software Engineering Institute (SEI) tells the creation of a team in eight steps. Beside each stands the phase of a project in which it falls, as we read them.") ?></p>
<ol><?cs each:s = steps ?>
<li><strong><?cs var:t(s.label) ?></strong> <span class="soft"><?cs each:p = phases ?><?cs if:#p.id == #s.phase_id ?>(<?cs var:t(p.label) ?><?cs if:#s.phase_id == #s.last_phase_id ?>)<?cs /if ?><?cs elif:#p.id == #s.last_phase_id ?>, <?cs var:t(p.label) ?>)<?cs /if ?><?cs /each ?></span><br><?cs var:t(s.description) ?></li><?cs /each ?>
</ol>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
