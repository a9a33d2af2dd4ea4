<?cs # A mail as HTML, for languages that are written from right to left: programs
that show plain text often begin it at the wrong side. ?><!DOCTYPE html>
<html lang="<?cs var:lang.code ?>" dir="<?cs var:lang.dir ?>">
<head><meta charset="utf-8"><title><?cs var:letter.subject ?></title></head>
<body dir="<?cs var:lang.dir ?>">
<?cs each:p = paragraphs ?><p><?cs each:l = p.lines ?><?cs if:l.address ?><bdi dir="ltr"><?cs var:l.text ?></bdi><?cs else ?><?cs var:l.text ?><?cs /if ?><br>
<?cs /each ?></p>
<?cs /each ?></body>
</html>
