#!/bin/bash
# The team's OpenPGP keys: added by a lead, read by a job, shown to everybody, and
# what is refused. And with a secret key on the machine, what is published is signed.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"
. "$BELFRY_SOURCE/tests/pages/advisory.sh"

rings=$(mktemp -d /tmp/belfry-rings.XXXXXX)
new_key() {
	mkdir -pm 700 "$rings/$1"
	gpg --homedir "$rings/$1" --batch --quiet --pinentry-mode loopback --passphrase '' \
		--quick-generate-key "$2" "${3:-future-default}" "${4:-default}" 2y 2>>"$rings/log"
}
public_key() {
	gpg --homedir "$rings/$1" --batch --armor --export
}
fingerprint() {
	gpg --homedir "$rings/$1" --batch --with-colons --list-keys | awk -F: '/^fpr/ { print $10; exit }'
}
work() {
	BELFRY_CONF=${1:-$BELFRY_CONF} BELFRY_NOW=$clock "$BELFRY" work --once --only jobs 2>>"$BELFRY_STATE/log/jobs.log"
}
# A code is good once: each story has its own minutes of today.
minutes=0
today() {
	minutes=$((minutes + 2))
	clock=$(date -u -d "$minutes minutes" '+%Y-%m-%d %H:%M:%S')
	now "$clock"
}
in_days() {
	clock=$(date -u -d "$1 days" '+%Y-%m-%d %H:%M:%S')
	now "$clock"
}

new_key team 'TEST Team <Team@cirt.example>'
new_key other 'Somebody Else <else@cirt.example>'

story "a key is added, read and shown"
today
person lena duty_lead
person anna analyst
sign_in anna
get /desk/publish
click Keys
lands_on /desk/publish/keys
see 'There is no key yet.' 'Nothing is signed.'
not_asks_for public_key
post /desk/publish/keys public_key=x
status 403
ask GET /openpgp-key.asc
status 404
as lena
sign_in lena
get /desk/publish/keys
press Add
status 422
see 'Paste the public key'
fill public_key='6A4B81B317630140C29097D4CB71314F0DE485C3'
press Add
status 422
see 'Paste the whole public key, with its first and last line'
fill public_key="$(gpg --homedir "$rings/team" --batch --pinentry-mode loopback --passphrase '' --armor --export-secret-keys)"
press Add
status 422
see 'This is a secret key. Nobody but its owner may have it'
is "a secret key is kept nowhere" "$(rows 'SELECT COUNT(*) FROM team_key')" 0
get /desk/publish/keys
fill public_key="$(public_key team)"
press Add
lands_on /desk/publish/keys
see 'Added. It is read within seconds.' 'It is being read.'
work
get /desk/publish/keys
see 'TEST Team' ed25519 "$(fingerprint team | sed 's/..../& /g; s/ $//')" 'Good until'
ask GET /openpgp-key.asc
status 200
header Content-Type application/pgp-keys
ask GET /ar/openpgp-key.asc
status 404
ask GET /fr/.well-known/openpgpkey/policy
status 404
ask GET /openpgp-key.asc
is "everybody can have it" "$(page | gpg --with-colons --show-keys 2>>"$rings/log" | awk -F: '/^fpr/ { print $10; exit }')" \
	"$(fingerprint team)"
remember_hash=$(rows "SELECT hash FROM team_key_address")
is "the name that mail programs ask for" "$remember_hash" \
	"$(gpg --homedir "$rings/team" --batch --with-wkd-hash --list-keys | grep -oE '[a-z0-9]{32}@' | tr -d @)"
ask GET "/.well-known/openpgpkey/hu/$remember_hash?l=team"
status 200
header Content-Type application/octet-stream
header Access-Control-Allow-Origin '*'
save "$rings/wkd"
is "they get it without armour" "$(gpg --with-colons --show-keys "$rings/wkd" 2>>"$rings/log" | awk -F: '/^fpr/ { print $10; exit }')" \
	"$(fingerprint team)"
ask GET /.well-known/openpgpkey/hu/iy9q119eutrkn8s1mk4r39qejnbu3n5q
status 404
ask GET /.well-known/openpgpkey/policy
status 200
is "the policy is empty" "$(page)" ''

story "what is no key, and more than one"
today
sign_in lena
get /desk/publish/keys
fill public_key='-----BEGIN PGP PUBLIC KEY BLOCK-----

mDMEaaaa
-----END PGP PUBLIC KEY BLOCK-----'
press Add
work
get /desk/publish/keys
see 'Not taken' 'It cannot be read as an OpenPGP key.'
gpg --homedir "$rings/other" --batch --quiet --import <(public_key team) 2>>"$rings/log"
fill public_key="$(public_key other)"
press Add
work
get /desk/publish/keys
see 'There is more than one key in it. Add them one by one.'
is "only the good one is given out" "$(rows "SELECT COUNT(*) FROM team_key WHERE state = 'good'")" 1
change "UPDATE team_key SET removed_at = '2026-01-01' WHERE state <> 'good'"
for _ in {1..9}; do change "INSERT INTO team_key (armored, added_at, state) VALUES ('x', '2026-01-01', 'refused')"; done
get /desk/publish/keys
fill public_key="$(public_key team)"
press Add
status 422
see 'There are ten keys already. Remove one first'
change "DELETE FROM team_key WHERE state <> 'good'"

story "a key that only signs is nobody's to write with, and security.txt does not send them to it"
today
new_key signing 'Signing Only <sign@cirt.example>' ed25519 sign
change "UPDATE team_key SET removed_at = '2026-01-01'"
sign_in lena
get /desk/publish/keys
fill public_key="$(public_key signing)"
press Add
work
work
is "it is shown" "$(rows "SELECT CONCAT(state, encrypts) FROM team_key WHERE removed_at IS NULL")" good0
get /desk/publish/profile
see 'There is no OpenPGP key with which people could write to you in secret by mail.'
ask GET /.well-known/security.txt
is "no Encryption line" "$(page | grep -c '^Encryption')" 0
change "UPDATE team_key SET removed_at = NULL WHERE fingerprint = '$(fingerprint team)'"
change "UPDATE team_key SET removed_at = '2026-01-01' WHERE fingerprint <> '$(fingerprint team)'"
get /desk/publish/profile
not_see 'There is no OpenPGP key with which'

story "a key that its owner has taken back is shown no more"
today
sign_in lena
cp -a "$rings/team" "$rings/revoked"
# Made with the key, and kept from being used by mistake by a colon.
sed 's/^:-----/-----/' "$rings/revoked/openpgp-revocs.d/$(fingerprint team).rev" |
	gpg --homedir "$rings/revoked" --batch --quiet --import 2>>"$rings/log"
get /desk/publish/keys
fill public_key="$(public_key revoked)"
press Add
work
get /desk/publish/keys
see 'It was taken back by its owner (revoked).'
is "nor the copy that was there" "$(rows "SELECT COUNT(*) FROM team_key WHERE removed_at IS NULL AND state = 'good'")" 0
change "UPDATE team_key SET removed_at = '2026-01-01' WHERE state = 'refused';
	UPDATE team_key SET removed_at = NULL WHERE fingerprint = '$(fingerprint team)' AND state = 'good'"

story "removed"
today
sign_in lena
get /desk/publish/keys
fill public_key="$(public_key team)"
press Add
work
get /desk/publish/keys
press 'Remove: TEST Team <Team@cirt.example>'
lands_on /desk/publish/keys
see 'Removed. Publish the profile anew, so that it no longer names the key.'
ask GET /openpgp-key.asc
status 404
is "history has all of it" "$(rows "SELECT GROUP_CONCAT(DISTINCT action ORDER BY action) FROM event WHERE object = 'team_key'")" \
	'added,read,removed,replaced,revoked'
is "the copy that was replaced, and by the clock" "$(rows "SELECT COUNT(*) FROM event JOIN team_key ON team_key.id = object_id
	WHERE object = 'team_key' AND action = 'replaced' AND removed_at IS NOT NULL AND account_id IS NULL")" 1

story "with a secret key on this machine, all of it is signed"
today
signing=$BELFRY_STATE/signing.conf
{ cat "$BELFRY_CONF"; echo "signing_folder = $rings/other"; } >"$signing"
gpg --homedir "$rings/other" --batch --quiet --yes --delete-keys "$(fingerprint team)" 2>>"$rings/log"
work "$signing"
work "$signing"
is "its public part is shown" "$(rows "SELECT fingerprint FROM team_key WHERE removed_at IS NULL")" "$(fingerprint other)"
sign_in lena
setting "signing_folder = $rings/other"
get /desk/publish/profile
fill changes='The first version.'
press Publish
see 'Published. Everybody reads the new version now; its signature follows.'
get /rfc2350
see 'As plain text, signed:' 'The signed text is signed with a key of the team'
work "$signing"
as somebody
get /rfc2350
see 'As plain text, signed'
ask GET /rfc2350.txt.asc
status 200
save "$rings/signed"
holds_true "the signature is good" gpg --homedir "$rings/other" --batch --verify "$rings/signed"
ask GET /.well-known/security.txt
status 200
header Content-Type 'text/plain; charset=utf-8'
save "$rings/security"
holds_true "and that of security.txt" gpg --homedir "$rings/other" --batch --verify "$rings/security"
see 'Contact: mailto:' 'Preferred-Languages: en, ar, es, fr, ru, zh' 'Encryption: ' 'Canonical: ' 'Policy: ' 'Expires: '
is "RFC 9116: good for less than a year, and for a while" "$(perl -MTime::Piece -ne '
	print((Time::Piece->strptime($1, "%Y-%m-%dT%H:%M:%SZ")->epoch - time) / 86400 > 170 ? "yes" : "no") if /^Expires: (\S+)/' \
	"$rings/security")" yes
see 'CSAF: '
person writer analyst
person reviewer analyst
published affected='Lamp | Mail | 1.0'
work "$signing"
as somebody
document=/.well-known/csaf/white/$(date -u +%Y)/${advisory,,}.json
ask GET "$document"
save "$rings/document"
ask GET "$document.asc"
status 200
header Content-Type 'application/pgp-signature'
save "$rings/document.asc"
holds_true "and that of an advisory for programs" gpg --homedir "$rings/other" --batch --verify "$rings/document.asc" "$rings/document"
ask GET /.well-known/csaf/provider-metadata.json
see csaf_trusted_provider "$(fingerprint other)"
ask GET /security.txt
status 303
header Location /.well-known/security.txt

story "security.txt is written anew before it ends"
as somebody
ends=$(rows "SELECT ends_at FROM machine_file WHERE name = 'security.txt'")
clock=$(date -u -d '+80 days' '+%Y-%m-%d %H:%M:%S')
work "$signing"
is "not yet" "$(rows "SELECT ends_at FROM machine_file WHERE name = 'security.txt'")" "$ends"
clock=$(date -u -d '+95 days' '+%Y-%m-%d %H:%M:%S')
work "$signing"
holds_true "now" test "$(rows "SELECT ends_at FROM machine_file WHERE name = 'security.txt'")" '>' "$ends"
change "UPDATE machine_file SET ends_at = '2026-01-01'"
ask GET /.well-known/security.txt
status 404

story "a key that expires, and one that did"
in_days 700
sign_in lena
get /desk/publish/keys
see 'Expires on'
get /desk/publish/profile
see 'The key Somebody Else <else@cirt.example> expires on'
in_days 800
sign_in lena
get /desk/publish/profile
see 'Stops publishing:' 'The key Somebody Else <else@cirt.example> expired on'
fill changes='With an old key.'
press Publish
status 422
see 'Something speaks against it. Mend it, or say why it is published all the same'
ask GET /openpgp-key.asc
status 404

story "leads hear of it by mail, once a week"
told() {
	rows "SELECT GROUP_CONCAT(recipient ORDER BY id) FROM outbox WHERE kind = 'publishing'"
}
clock=$(date -u -d '600 days' '+%Y-%m-%d %H:%M:%S')
change "DELETE FROM outbox; DELETE FROM profile_release; DELETE FROM profile_version_text;
	DELETE FROM profile_version_section; DELETE FROM profile_version"
work
is "not before it is near" "$(told)" NULL
clock=$(date -u -d '690 days' '+%Y-%m-%d %H:%M:%S')
work
is "the leads, and no others" "$(told)" lena@cirt.example
change "UPDATE outbox SET state = 'sent', ended_at = made_at"
echo 'mail_kept_days = 1' | cat "$BELFRY_CONF" - >"$rings/short.conf"
clock=$(date -u -d '694 days' '+%Y-%m-%d %H:%M:%S')
work "$rings/short.conf"
is "nor where sent mail is forgotten after a day" "$(told)" lena@cirt.example
clock=$(date -u -d '696 days' '+%Y-%m-%d %H:%M:%S')
work
is "not again in the same week" "$(told)" lena@cirt.example
clock=$(date -u -d '698 days' '+%Y-%m-%d %H:%M:%S')
work
is "and a week later" "$(told)" lena@cirt.example,lena@cirt.example

gpgconf --homedir "$rings/other" --kill all
gpgconf --homedir "$rings/team" --kill all
rm -rf "$rings"
the_end
