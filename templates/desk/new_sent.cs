<?cs include!"parts/ticket.cs" ?><?cs
def:title() ?><?cs var:t("The report is stored") ?><?cs /def ?><?cs
def:body() ?>
<div class="narrow stack"><h1><?cs var:t("The report is stored") ?></h1>
<p><?cs var:t("Read both to the caller, digit by digit. The secret is not shown again, not even to us.") ?></p>
<?cs call:reference_and_secret(sent) ?>
<?cs if:sent.due_at ?><p><?cs var:t("Say that a person answers by:") ?> <?cs call:moment(sent.due_at) ?></p>
<?cs /if ?><div class="row"><a class="button main" href="<?cs var:href("/desk/tickets/" + sent.reference) ?>"><?cs var:t("Open the ticket") ?></a> <a class="button" href="<?cs var:href("/desk/new") ?>"><?cs var:t("Enter another") ?></a></div></div>
<?cs /def ?><?cs include!"desk_layout.cs" ?>
