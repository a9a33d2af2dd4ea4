<?cs
# Forms: what every form needs, drawn in one place. The id of a control is the
# name of its field (in a group: of its first control); its hint is NAME-hint,
# its message NAME-error.
?><?cs

def:token_field() ?><input type="hidden" name="token" value="<?cs var:token ?>"><?cs /def ?><?cs

def:button(label) ?><button class="button main" type="submit"><?cs var:t(label) ?></button><?cs /def ?><?cs

def:plain_button(label) ?><button class="button" type="submit"><?cs var:t(label) ?></button><?cs /def ?><?cs

def:error_summary() ?><?cs if:subcount(form_errors) > #0 ?><section class="problem" aria-labelledby="problem" tabindex="-1" autofocus>
<h2 id="problem"><?cs var:t("There is a problem") ?></h2>
<ul class="plain"><?cs each:e = form_errors ?>
<li><?cs if:e.name ?><a href="#<?cs var:e.name ?>"><?cs var:e.message ?></a><?cs else ?><?cs var:e.message ?><?cs /if ?></li><?cs /each ?>
</ul>
</section>
<?cs /if ?><?cs /def ?><?cs

# The languages as buttons: the answers so far go along and are kept. ?><?cs
def:language_buttons() ?><?cs if:subcount(languages) > #1 ?><div class="languages" id="languages" role="group" aria-label="<?cs var:t("Language. Your answers are kept.") ?>"><?cs
	each:x = languages ?><?cs if:!x.current ?>
<button class="wordy" type="submit" name="language_switch" value="<?cs var:x.code ?>" lang="<?cs var:x.code ?>"><?cs var:x.name ?></button><?cs /if ?><?cs /each ?>
</div>
<?cs /if ?><?cs /def ?><?cs

# The pieces of a field. ?><?cs

def:field_label(f) ?><?cs var:t(f.label) ?><?cs if:!f.required ?> <span class="soft"><?cs var:t("(optional)") ?></span><?cs /if ?><?cs /def ?><?cs

def:field_hint(f) ?><?cs if:f.hint ?><p class="hint" id="<?cs var:f.name ?>-hint"><?cs var:t(f.hint) ?></p>
<?cs /if ?><?cs /def ?><?cs

def:field_error(f) ?><?cs if:f.error ?><p class="message" id="<?cs var:f.name ?>-error"><span class="unseen"><?cs var:t("Error:") ?></span> <?cs var:f.error ?></p>
<?cs /if ?><?cs /def ?><?cs

def:described(f) ?><?cs
	if:f.hint && f.error ?> aria-describedby="<?cs var:f.name ?>-hint <?cs var:f.name ?>-error"<?cs
	elif:f.hint ?> aria-describedby="<?cs var:f.name ?>-hint"<?cs
	elif:f.error ?> aria-describedby="<?cs var:f.name ?>-error"<?cs /if ?><?cs /def ?><?cs

def:doubted(f) ?><?cs if:f.error ?> aria-invalid="true"<?cs /if ?><?cs /def ?><?cs

def:completed(f) ?><?cs if:f.autocomplete ?> autocomplete="<?cs var:f.autocomplete ?>"<?cs /if ?><?cs /def ?><?cs

def:one_line(f) ?><input id="<?cs var:f.name ?>" name="<?cs var:f.name ?>"<?cs
	if:f.kind == "email" ?> type="email" dir="ltr" spellcheck="false" autocapitalize="none"<?cs
	elif:f.kind == "phone" ?> class="short" type="tel" dir="ltr"<?cs
	elif:f.kind == "secret" ?> type="password" dir="ltr" spellcheck="false" autocapitalize="none"<?cs
	elif:f.kind == "number" || f.kind == "id" ?> class="short" type="text" inputmode="numeric" dir="ltr"<?cs
	elif:f.kind == "amount" ?> class="short" type="text" inputmode="decimal" dir="ltr"<?cs
	elif:f.kind == "code" ?> class="code" type="text" inputmode="numeric" dir="ltr" spellcheck="false"<?cs if:!f.autocomplete ?> autocomplete="off"<?cs /if ?><?cs
	elif:f.literal ?> class="mono" type="text" dir="ltr" spellcheck="false" autocapitalize="none"<?cs
	elif:f.name == "reference" ?> class="code" type="text" dir="ltr" spellcheck="false" autocapitalize="characters" autocomplete="off"<?cs
	else ?> type="text" dir="auto"<?cs /if ?><?cs
	call:completed(f) ?><?cs call:described(f) ?><?cs call:doubted(f) ?><?cs
	if:f.kind != "secret" ?> value="<?cs var:f.value ?>"<?cs /if ?>><?cs /def ?><?cs

def:several_lines(f) ?><textarea id="<?cs var:f.name ?>" name="<?cs var:f.name ?>" rows="6"<?cs if:f.literal ?> class="mono" dir="ltr" spellcheck="false" autocapitalize="none"<?cs else ?> dir="auto"<?cs /if ?><?cs call:completed(f) ?><?cs call:described(f) ?><?cs call:doubted(f) ?>>
<?cs var:f.value ?></textarea><?cs /def ?><?cs

def:choice_rows(f) ?><div class="choices<?cs if:f.kind == "choices" ?> many<?cs /if ?>"><?cs
	each:c = f.choices ?>
<div class="choice"><input id="<?cs var:c.id ?>" name="<?cs var:f.name ?>" value="<?cs var:c.value ?>"<?cs
	if:f.kind == "choices" ?> type="checkbox"<?cs call:doubted(f) ?><?cs else ?> type="radio"<?cs /if ?><?cs
	if:c.chosen ?> checked<?cs /if ?>><label for="<?cs var:c.id ?>"><?cs var:t(c.label) ?><?cs
	if:c.hint ?> <span class="hint"><?cs var:t(c.hint) ?></span><?cs /if ?></label></div><?cs /each ?>
</div><?cs /def ?><?cs

def:choice_select(f) ?><select id="<?cs var:f.name ?>" name="<?cs var:f.name ?>"<?cs call:completed(f) ?><?cs call:described(f) ?><?cs call:doubted(f) ?>>
<option value="" label=" "></option><?cs set:choice.group = "" ?><?cs each:c = f.choices ?><?cs
	if:c.group != choice.group ?><?cs if:choice.group ?>
</optgroup><?cs /if ?><?cs set:choice.group = c.group ?><?cs if:choice.group ?>
<optgroup label="<?cs var:t(c.group) ?>"><?cs /if ?><?cs /if ?>
<option value="<?cs var:c.value ?>"<?cs if:c.chosen ?> selected<?cs /if ?>><?cs var:t(c.label) ?></option><?cs /each ?><?cs if:choice.group ?>
</optgroup><?cs /if ?>
</select><?cs /def ?><?cs

# A day in three parts, or the person's own words. ?><?cs
def:day_or_words(f) ?><div class="parts">
<div><label for="<?cs var:f.name ?>"><?cs var:t("Day") ?></label> <input id="<?cs var:f.name ?>" name="<?cs var:f.name ?>-day" type="text" inputmode="numeric" dir="ltr" value="<?cs var:f.day ?>"<?cs call:doubted(f) ?>></div>
<div class="month"><label for="<?cs var:f.name ?>-month"><?cs var:t("Month") ?></label> <input id="<?cs var:f.name ?>-month" name="<?cs var:f.name ?>-month" type="text" dir="auto" value="<?cs var:f.month ?>"<?cs call:doubted(f) ?>></div>
<div class="year"><label for="<?cs var:f.name ?>-year"><?cs var:t("Year") ?></label> <input id="<?cs var:f.name ?>-year" name="<?cs var:f.name ?>-year" type="text" inputmode="numeric" dir="ltr" value="<?cs var:f.year ?>"<?cs call:doubted(f) ?>></div>
<div class="year"><label for="<?cs var:f.name ?>-time"><?cs var:t("Time") ?></label> <input id="<?cs var:f.name ?>-time" name="<?cs var:f.name ?>-time" type="text" inputmode="numeric" dir="ltr" value="<?cs var:f.time ?>"<?cs call:doubted(f) ?>></div>
</div>
<div class="parts words"><div><label for="<?cs var:f.name ?>-words"><?cs var:t("Or in your own words, for example: last week") ?></label> <input id="<?cs var:f.name ?>-words" name="<?cs var:f.name ?>" type="text" dir="auto" value="<?cs var:f.words ?>"<?cs call:doubted(f) ?>></div></div><?cs /def ?><?cs

# Files: what is there already, and a way to add more. `f` is the field, `b`
# what files_pour has poured; `id` tells two of them on a page apart. The form
# around it is multipart. ?><?cs
def:files_held(b) ?><?cs if:subcount(b.held) > #0 ?><ul class="files plain"><?cs each:x = b.held ?>
<li><span><bdi class="name"><?cs var:x.name ?></bdi> <span class="soft"><?cs var:x.size ?></span></span> <button class="wordy" type="submit" name="remove_file" value="<?cs var:x.handle ?>" formnovalidate><?cs var:t("Remove") ?><span class="unseen">: <?cs var:x.name ?></span></button></li><?cs /each ?>
</ul>
<?cs /if ?><?cs /def ?><?cs

def:files_input(f, b, id) ?><?cs if:b.full ?><p class="hint"><?cs var:t("There is no room for more files. Remove one to add another.") ?></p>
<?cs else ?><div class="row"><input id="<?cs var:id ?>" name="files" type="file" multiple aria-describedby="<?cs var:id ?>-limits<?cs if:f.error ?> <?cs var:id ?>-error<?cs /if ?>"<?cs call:doubted(f) ?>> <button class="button" type="submit" name="add_files" value="1" formnovalidate><?cs var:t("Upload") ?></button></div>
<?cs /if ?><?cs /def ?><?cs

def:files_message(f, id) ?><?cs if:f.error ?><p class="message" id="<?cs var:id ?>-error"><span class="unseen"><?cs var:t("Error:") ?></span> <?cs var:f.error ?></p>
<?cs /if ?><?cs /def ?><?cs

def:files_question(f, as) ?><div class="field<?cs if:f.error ?> wrong<?cs /if ?>">
<?cs if:as == "title" ?><h1><?cs /if ?><?cs if:f.full ?><span class="label" id="files"><?cs call:field_label(f) ?></span><?cs else ?><label for="files"><?cs call:field_label(f) ?></label><?cs /if ?><?cs if:as == "title" ?></h1><?cs /if ?>
<?cs call:field_hint(f) ?><p class="hint" id="files-limits"><?cs var:f.limits ?> <?cs var:t("They reach us as they are, with what they tell of you: a photo may know where it was taken.") ?></p>
<?cs call:files_message(f, "files") ?><?cs call:files_held(f) ?><?cs call:files_input(f, f, "files") ?></div><?cs /def ?><?cs

# A field with its question. `as`: "title" makes the question the page's h1,
# "compact" prefers a list to unfold over many rows. ?><?cs
def:question(f, as) ?><?cs
	set:question.grouped = f.kind == "day_or_text" || f.kind == "choices" ?><?cs
	if:f.kind == "choice" ?><?cs
		if:as == "compact" ?><?cs set:question.grouped = subcount(f.choices) < #5 ?><?cs
		else ?><?cs set:question.grouped = subcount(f.choices) < #15 ?><?cs /if ?><?cs
	/if ?><?cs
	if:f.kind == "hidden" ?><input type="hidden" name="<?cs var:f.name ?>" value="<?cs var:f.value ?>"><?cs
	elif:f.kind == "files" ?><?cs call:files_question(f, as) ?><?cs
	elif:question.grouped ?><fieldset class="field<?cs if:f.error ?> wrong<?cs /if ?>"<?cs
		if:f.kind == "choice" ?> role="radiogroup"<?cs call:doubted(f) ?><?cs /if ?><?cs call:described(f) ?>>
<legend><?cs if:as == "title" ?><h1><?cs call:field_label(f) ?></h1><?cs else ?><?cs call:field_label(f) ?><?cs /if ?></legend>
<?cs call:field_hint(f) ?><?cs call:field_error(f) ?><?cs if:f.kind == "day_or_text" ?><?cs call:day_or_words(f) ?><?cs else ?><?cs call:choice_rows(f) ?><?cs /if ?>
</fieldset><?cs
	else ?><div class="field<?cs if:f.error ?> wrong<?cs /if ?>">
<?cs if:as == "title" ?><h1><label for="<?cs var:f.name ?>"><?cs call:field_label(f) ?></label></h1><?cs else ?><label for="<?cs var:f.name ?>"><?cs call:field_label(f) ?></label><?cs /if ?>
<?cs call:field_hint(f) ?><?cs call:field_error(f) ?><?cs
		if:f.kind == "lines" ?><?cs call:several_lines(f) ?><?cs
		elif:f.kind == "choice" ?><?cs call:choice_select(f) ?><?cs
		else ?><?cs call:one_line(f) ?><?cs /if ?>
</div><?cs /if ?>
<?cs /def ?><?cs

def:control(f) ?><?cs call:question(f, "") ?><?cs /def ?><?cs
def:control_as_title(f) ?><?cs call:question(f, "title") ?><?cs /def ?><?cs
def:control_compact(f) ?><?cs call:question(f, "compact") ?><?cs /def ?>
