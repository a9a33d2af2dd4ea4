# An advisory's way out, in the words of the stories; read after story.sh.

# advise [NAME=VALUE...]: who is signed in writes one with the least that there has
# to be, and what is given here. Sets $advisory to its reference.
advise() {
	order quiet 1
	get /desk/publish/advisories/new
	fill kind=alert title='Doors of the harbour stand open' \
		summary='Locks of the harbour open by themselves. Look at yours.' \
		body=$'## What to do\n\nLook at your **locks**.' "$@"
	press Save
	order quiet 0
	status 200
	remember advisory '([A-Z]+-A-\d{4}-[2-9A-Z]{7})'
}

# The same by somebody else: sent, approved, published. `writer` and `reviewer` have
# accounts.
published() {
	sign_in_again writer
	advise "$@"
	press 'Send for review'
	sign_in_again reviewer
	get "/desk/publish/advisories/$advisory"
	press Approve
	press Publish
	see 'Published.'
}

# Whoever is not signed in any more; a code is good once more.
sign_in_again() {
	as "$1"
	order quiet 1
	get /login
	order quiet 0
	order is_on /login || return 0
	change 'UPDATE account SET factor_step = 0; DELETE FROM attempt'
	sign_in "$1"
}

# What the database says of the last one.
advisory_is() {
	rows "SELECT $1 FROM advisory WHERE reference = '$advisory'"
}
