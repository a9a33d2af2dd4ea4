<?cs
# What both frames share: the head, the mark, the languages, the notice.
# A page whose form keeps its answers when the language changes sets
# frame.keeps_answers before its frame, and offers the languages itself as
# buttons of that form. One that leads to such a form sets frame.short_foot.
?><?cs

def:page_head() ?><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><?cs if:subcount(form_errors) > #0 ?><?cs var:t("Error:") ?> <?cs /if ?><?cs call:title() ?> – <?cs var:site.team.short ?></title>
<link rel="stylesheet" href="/static/style.css<?cs if:site.version ?>?v=<?cs var:url_part(site.version) ?><?cs /if ?>">
<?cs if:site.looks ?><link rel="stylesheet" href="/looks/<?cs var:url_part(site.looks) ?>">
<?cs /if ?><link rel="icon" href="/static/favicon.svg" type="image/svg+xml"><?cs /def ?><?cs

def:bell() ?><?cs if:site.logo ?><img src="/looks/<?cs var:url_part(site.logo) ?>" width="<?cs var:#site.logo.width ?>" height="<?cs var:#site.logo.height ?>" alt=""><?cs else ?><svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" d="M16 2.5 27 11H5zM7 11v18M25 11v18M3 29h26M11 23.5c1.4-1.5 1.6-3.3 1.6-5a3.4 3.4 0 0 1 6.8 0c0 1.7.2 3.5 1.6 5zM16 23.5v2.8M16 11v4"/></svg><?cs /if ?><?cs /def ?><?cs

def:language_links() ?><?cs if:subcount(languages) > #1 ?><nav class="languages" aria-label="<?cs var:t("Language") ?>"><?cs
	if:frame.keeps_answers ?><a href="#languages"><?cs
		each:x = languages ?><?cs if:!x.current ?><span lang="<?cs var:x.code ?>"><?cs var:x.name ?></span><?cs /if ?><?cs /each ?></a><?cs
	else ?><?cs
		each:x = languages ?><a href="<?cs if:x.prefix ?><?cs var:x.prefix ?><?cs var:page.behind_prefix ?><?cs else ?><?cs var:page.address ?><?cs /if ?>" lang="<?cs var:x.code ?>" hreflang="<?cs var:x.code ?>"<?cs if:x.current ?> aria-current="true"<?cs /if ?>><?cs var:x.name ?></a>
<?cs		/each ?><?cs
	/if ?></nav><?cs /if ?><?cs /def ?><?cs

def:notice_box() ?><?cs if:notice ?><p class="notice" role="status"><?cs var:notice ?></p>
<?cs /if ?><?cs /def ?><?cs

def:demo_line() ?><?cs if:site.demo ?><p class="demo"><?cs var:t("Demonstration. Nothing you send here reaches a real team.") ?></p>
<?cs /if ?><?cs /def ?>
