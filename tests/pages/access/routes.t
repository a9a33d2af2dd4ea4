#!/bin/bash
# Who may open what: every row of the site map, as every kind of person,
# compared with the table beside this file. After a change that is meant,
#
#   tests/private tests/pages/access/routes.t --write
#
# writes the table anew, to be read line by line before it is committed.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
here=$BELFRY_SOURCE/tests/pages/access
table=$here/table

# A name for each kind, and the role of whoever is one.
kinds=(nobody half new member analyst lead manager admin country signer itu expert donor closed expired revoked)
declare -A roles=([half]=analyst [new]=analyst [closed]=analyst [expired]=analyst [revoked]=analyst
	[member]=constituent [lead]=duty_lead [manager]=team_manager [admin]=administrator
	[country]=country_manager [signer]=country_signer [itu]=itu_manager)

story "who may open what"
served
report
not_logged "$secret"
for kind in "${kinds[@]}"; do
	echo -n "$kind"
	if [ "$kind" != nobody ]; then
		person "$kind" "${roles[$kind]:-$kind}"
		case $kind in
		half | new)
			[ "$kind" = half ] ||
				change "UPDATE account SET factor = NULL, factor_set_at = NULL WHERE id = $person"
			as "$kind"
			order quiet 1
			get /login
			fill email="$kind@cirt.example" password="$password"
			press 'Sign in'
			order quiet 0;;
		*)
			sign_in "$kind";;
		esac
		case $kind in
		closed)  change "UPDATE account SET disabled_at = '2020-01-01' WHERE id = $person";;
		expired) change "UPDATE session SET seen_at = '2020-01-01', ends_at = '2020-01-01' WHERE account_id = $person";;
		revoked) change "UPDATE session SET revoked_at = seen_at WHERE account_id = $person";;
		esac
		echo -n " belfry_session=$(cookie belfry_session)"
	fi
	echo
done 3>&3 >"$state/kinds"
is "everybody has come in" "$(grep -c 'belfry_session=.' "$state/kinds")" $((${#kinds[@]} - 1))

# The routes, each with something that there is in the place of its holes.
account=$(rows "SELECT MIN(id) FROM account WHERE email LIKE 'donor@%'")
session=$(rows "SELECT MIN(id) FROM session WHERE account_id = $account")
routes() {
	perl -0777 -ne 'while (/\{\s*(GET|POST)\s*,\s*"([^"]*)"/g) { print "$1 $2\n" }' "$BELFRY_SOURCE/app/site.c"
}
with_ids() {
	sed -e "s|/advisories/:reference|/advisories/$advisory|; s|/revisions/:id|/revisions/1|" \
		-e "s|/white/:id|/white/2026|; s|:document|a.json|" \
		-e "s|/tickets/:reference|/tickets/$reference|; s|/accounts/:id|/accounts/$account|" \
		-e "s|/hotlines/:id|/hotlines/1|; s|:language|en|" \
		-e "s|/services/:id|/services/61|; s|/partners/:id|/partners/1|" \
		-e "s|/lists/:id|/lists/1|; s|/mailings/:id|/mailings/1|; s|/subscribers/:id|/subscribers/1|" \
		-e "s|/events/:id|/events/1|; s|/guests/:id|/guests/1|" \
		-e "s|/duty/:id|/duty/1|; s|/mail/:id|/mail/1|" \
		-e "s|/sessions/:id|/sessions/$session|; s|:token|$(printf 'A%.0s' {1..43})|; s|:step|story|" \
		-e "s|/files/:id|/files/$file|; s|:file|0123456789abcdef|"
}

routes >"$state/routes"
change "INSERT INTO attachment (ticket_id, message_id, name, declared, size, sha256, stored_at)
	SELECT ticket_id, MIN(id), 'log.txt', '', 6, REPEAT('e', 64), '2026-01-01' FROM message GROUP BY ticket_id;
	INSERT INTO partner (id, name, kind) VALUES (1, 'Somebody', 'team');
	INSERT INTO occasion (id, place, starts_at, ends_at, answer_until, shown, made_at) VALUES
		(1, 'Here', '2036-01-02', '2036-01-03', '2036-01-01', FALSE, '2026-01-01');
	INSERT INTO mailing (id, list_id, tlp, kind, language, state, made_at) VALUES (1, 1, 'clear', 'note', 'en', 'draft', '2026-01-01');
	INSERT INTO mailing_text VALUES (1, 'en', 'Lamps', 'Look.');
	INSERT INTO occasion_text VALUES (1, 'en', 'Open house', NULL);
	INSERT INTO attachment_part SELECT id, 0, 'canary' FROM attachment"
file=$(rows 'SELECT MIN(id) FROM attachment')
advisory=TESTCIRT-A-2026-2222222
change "INSERT INTO advisory (id, reference, state, kind, tlp, language, weaknesses, products, links, digest, created_at,
		changed_at) VALUES (1, '$advisory', 'draft', 'note', 'clear', 'fr', '', '', '', '', '2026-01-01', '2026-01-01');
	INSERT INTO advisory_text VALUES (1, 'fr', 'T', 'S', 'B');
	INSERT INTO advisory_revision (advisory_id, number, reference, written_at, published_at, first_at, withdrawn, kind, language,
		weaknesses, products, links) SELECT id, 1, reference, created_at, created_at, created_at, FALSE, kind, language, '', '', ''
		FROM advisory;
	INSERT INTO advisory_revision_text SELECT advisory_id, 1, language, title, summary, body FROM advisory_text;
	INSERT INTO advisory_document (advisory_id, number, language, year, name, published_at, first_at, bytes, sha256, sha512)
		VALUES (1, 1, 'fr', 2026, 'a.json', '2026-01-01', '2026-01-01', '{}', '', '')"
events=$(rows 'SELECT COUNT(*) FROM event')
with_ids <"$state/routes" | perl "$here/walk.pl" "$state/kinds" >"$state/walked"
{
	sed -n '/^#/p' "$table"
	printf '%-48s' 'METHOD and address'
	printf ' %-7s' "${kinds[@]}"
	echo
	paste -d ' ' "$state/routes" <(cut -d ' ' -f 3- "$state/walked") |
		while read -r method path outcomes; do
			printf '%-48s' "$method $path"
			printf ' %-7s' $outcomes
			echo
		done
} | sed 's/ *$//' >"$state/table"
if [ "${1:-}" = --write ]; then
	cp "$state/table" "$table"
fi
is "all rows were asked" "$(wc -l <"$state/walked")" "$(wc -l <"$state/routes")"
while read -r method path rest; do
	is "$method $path" "$rest" "$(grep -F -e "$method $path " "$table" | head -n 1 | sed "s|^$method $path *||")"
done < <(grep -E '^(GET|POST) ' "$state/table")
is "the table has no other rows" "$(grep -cE '^(GET|POST) ' "$table")" "$(wc -l <"$state/routes")"
is "nothing was done by asking" "$(rows 'SELECT COUNT(*) FROM event')" "$events"

# The same by another route: what nobody's page of the desk says must be what is
# said of a page that is not there.
order quiet 1
order over nginx
for kind in admin member; do
	as $kind
	get /desk/tickets/$reference
	there=$(page | sed 's/[a-z0-9]\{4\}-[0-9]\{6\}//')
	get /desk/tickets/TESTCIRT-2026-ZZZZZZP
	not_there=$(page | sed 's/[a-z0-9]\{4\}-[0-9]\{6\}//; s/TESTCIRT-2026-ZZZZZZP/'$reference'/g')
	order quiet 0
	is "a $kind cannot tell a ticket that there is from one that there is not" \
		"$(cksum <<<"$there")" "$(cksum <<<"$not_there")"
	order quiet 1
done
order quiet 0

the_end
