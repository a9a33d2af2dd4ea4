# More words of the stories: signing in by hand, each on a day of its own. Read
# after story.sh by the tests of accounts.
#
#   begin TITLE            a story with a day of its own ($today), at eight: no
#                          count and no code of another is in its way
#   at HH:MM:SS            a time of that day ($time)
#   give_password NAME [PASSWORD]   the first page of signing in
#   without_factor         the last person has no second factor
#   page_and_work          the page but for its address and token, and how many
#                          statements it took; printed
#
# $factor is the second factor that `person` gives, $new another good password,
# $story_days how long a story may last.

factor=JOEK5P7EBU7GENETLANSJDSTEU6LX56O
new='violet tractors sing at noon'
story_days=1
day=0

begin() {
	story "$1"
	day=$((day + story_days))
	today=$(date -u -d "2026-11-23 + $day days" +%F)
	at 08:00:00
}

at() {
	time=$1
	now "$today $1"
}

give_password() {
	get /login
	fill email="$1@cirt.example" password="${2:-$password}"
	press 'Sign in'
}

without_factor() {
	change "UPDATE account SET factor = NULL, factor_set_at = NULL WHERE id = $person"
}

page_and_work() {
	page | sed -E 's/<bdi dir="ltr">[^<]*<\/bdi>//g; s/name="token" value="[^"]*"//'
	log | grep -oE '[0-9]+ statements'
}
