<?cs include!"parts/forms.cs" ?><?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t("Queue") ?><?cs /def ?><?cs
def:filter_row(label, choices) ?><?cs if:subcount(choices) > #0 ?><div role="group" aria-label="<?cs var:t(label) ?>"><span class="soft"><?cs var:t(label) ?></span><?cs
	each:x = choices ?> <a href="<?cs var:href(x.href) ?>"<?cs if:x.chosen ?> aria-current="true"<?cs /if ?>><?cs var:t(x.label) ?><?cs if:string.length(x.count) > #0 ?> <span><?cs var:x.count ?></span><?cs /if ?></a><?cs /each ?></div>
<?cs /if ?><?cs /def ?><?cs
def:body() ?>
<?cs call:error_summary() ?><div class="titled"><h1><?cs var:t("Queue") ?></h1>
<a class="button" href="<?cs var:href("/desk/new") ?>"><?cs var:t("Enter a report") ?></a></div>
<section class="strip filters" aria-label="<?cs var:t("Filters") ?>">
<?cs call:filter_row("List", filters.place) ?><?cs call:filter_row("State", filters.state) ?><?cs call:filter_row("Owner", filters.owner) ?><?cs call:filter_row("Priority", filters.priority) ?><?cs call:filter_row("Kind", filters.kind) ?></section>
<?cs if:empty ?><div class="panel empty"><p><?cs if:filters.sentence ?><?cs var:filters.sentence ?><?cs /if ?></p>
<p><strong><?cs var:t("Nothing here.") ?></strong> <?cs var:t("Open this page again to see what came in meanwhile. A report that came by phone you can enter yourself.") ?></p></div>
<?cs else ?><table class="list queue">
<caption><?cs var:filters.sentence ?></caption>
<thead><tr><th scope="col"><?cs var:t("State") ?></th><th scope="col"><?cs var:t("Reference") ?></th><th scope="col"><?cs var:t("Subject") ?></th><th scope="col"><?cs var:t("Class") ?></th><th scope="col"><?cs var:t("Sharing") ?></th><th scope="col"><?cs var:t("Owner") ?></th><th scope="col"><?cs var:t("First answer") ?></th><th scope="col"><?cs var:t("Age") ?></th></tr></thead>
<tbody><?cs # Columns are told apart by their place: fifty rows of class names are long, and so are fifty ends of lines. ?><?cs each:x = tickets ?><tr<?cs if:x.unread ?> class="unread"<?cs /if ?>><td><?cs call:state_short(x.state, x.state.label) ?></td><td><bdi><?cs var:x.reference ?></bdi></td><td dir="auto"><a href="<?cs var:href("/desk/tickets/" + x.reference) ?>"><?cs if:x.unread ?><span class="unseen" dir="<?cs var:lang.dir ?>"><?cs var:t("Unread:") ?></span> <?cs /if ?><?cs call:priority_mark(x.priority) ?><?cs var:x.subject ?></a><?cs if:x.who ?> <bdi><?cs var:x.who ?></bdi><?cs /if ?></td><td><?cs var:t(x.rsit) ?></td><td><?cs call:tlp_mark(x.tlp) ?></td><td><?cs if:x.owner ?><abbr class="owner" title="<?cs var:x.owner.name ?>"><?cs var:x.owner ?></abbr><?cs else ?><span class="unseen"><?cs var:t("nobody") ?></span><?cs /if ?></td><td><?cs call:clock_mark(x.clock) ?></td><td><time datetime="<?cs var:x.opened_at ?>"><?cs var:x.opened_at.age ?></time></td></tr><?cs /each ?>
</tbody>
</table>
<?cs /if ?><?cs if:page.newer || page.older ?><nav class="row" aria-label="<?cs var:t("Pages") ?>"><?cs if:page.newer ?><a class="button" rel="prev" href="<?cs var:href(page.newer) ?>"><?cs var:t("Earlier in this list") ?></a><?cs /if ?> <?cs if:page.older ?><a class="button" rel="next" href="<?cs var:href(page.older) ?>"><?cs var:t("Further in this list") ?></a><?cs /if ?></nav>
<?cs /if ?><?cs /def ?><?cs include!"desk_layout.cs" ?>
