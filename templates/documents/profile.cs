<?cs # The profile on paper. Head, foot and numbers of the pages are of paper.css. ?><?cs
def:line(x) ?><?cs if:x.ltr ?><bdi dir="ltr"><?cs var:x.text ?></bdi><?cs else ?><?cs var:x.text ?><?cs /if ?><?cs /def ?><?cs
def:section_title(s) ?><bdi class="number"><?cs var:s.number ?></bdi> <?cs var:s.title ?><?cs /def ?><!DOCTYPE html>
<html lang="<?cs var:lang.code ?>" dir="<?cs var:lang.dir ?>">
<head><meta charset="utf-8">
<title><?cs var:t1("Profile of {team} (RFC 2350)", "team", doc.short) ?></title>
</head>
<body class="profile">
<header data-team="<?cs var:doc.team ?>" data-version="<?cs var:t1("Version {number}", "number", doc.number) ?> · <?cs var:doc.day ?>">
<p class="tlp"><span>TLP:CLEAR</span></p>
<h1><?cs var:t1("Profile of {team} (RFC 2350)", "team", doc.short) ?></h1>
<p class="lead"><?cs var:t1("Version {number}", "number", doc.number) ?> · <?cs var:doc.day ?></p>
<p class="soft"><bdi dir="ltr"><?cs var:doc.place ?></bdi></p>
<?cs if:doc.prevails ?><p class="soft"><?cs var:t1("Where the languages differ, the text in this language holds: {language}.", "language", doc.prevails) ?></p>
<?cs /if ?></header>
<?cs each:s = sections ?><?cs
	if:s.level == #2 ?><h2><?cs call:section_title(s) ?></h2><?cs elif:s.level == #3 ?><h3><?cs call:section_title(s) ?></h3><?cs else ?><h4><?cs call:section_title(s) ?></h4><?cs /if ?>
<?cs each:p = s.paragraphs ?><p<?cs if:p.lang ?> dir="auto" lang="<?cs var:p.lang ?>"<?cs /if ?>><?cs each:x = p.lines ?><?cs call:line(x) ?><?cs if:!last(x) ?><br>
<?cs /if ?><?cs /each ?></p>
<?cs /each ?><?cs /each ?></body>
</html>
