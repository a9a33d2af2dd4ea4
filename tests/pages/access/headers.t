#!/bin/bash
# What every answer says to the browser beside its page, through nginx: each
# address of the site map as nobody and as a duty lead, mistakes, static files;
# and what a server should not have at all.
. "${BELFRY_SOURCE:-.}/tests/pages/story.sh"

story "what comes with every answer"
served
report
person Lead duty_lead
sign_in Lead
session=$(cookie belfry_session)
host=$BELFRY_ADDRESS

# asked PATH [OPTION...]: status in $code, headers in lower case in $headers.
asked() {
	local path=$1
	shift

	headers=$(curl -s --path-as-is -D - -o "$state/body" -H 'Origin: https://evil.example' "$@" "$host$path" |
		tr -d '\r' | tr 'A-Z' 'a-z')
	code=$(sed -nE '1s/^http\/[0-9.]+ ([0-9]+).*/\1/p' <<<"$headers")
}

# What is missing or too much, one after the other.
wrong_headers() {
	local wanted

	while read -r wanted; do
		# What only leads on has no text of its own.
		[[ $wanted == content-type* && $code == 30? ]] && continue
		grep -qE "^$wanted" <<<"$headers" || printf '%s; ' "no $wanted"
	done <<-'END'
		content-security-policy: default-src 'none'; .*frame-ancestors 'none'
		x-content-type-options: nosniff$
		x-frame-options: deny$
		referrer-policy: (no-referrer|same-origin)$
		cross-origin-resource-policy: same-origin$
		content-type: [a-z]+/[-a-z+]+(; version=0\.0\.4)?(; charset=utf-8)?$
	END
	# Files for programs are everybody's.
	[[ $path == /.well-known/* || $path == *.txt* || $path == *.asc || $path == *.csv || $path == *.atom || $path == /rfc2350/v/*/* ]] &&
		headers=$(grep -v '^access-control-allow-origin: \*$' <<<"$headers")
	grep -E "unsafe|^access-control|^x-powered-by|evil\.example|^server: .*[0-9]|^via:" <<<"$headers" | tr '\n' ';'
	grep -E '^content-type: text/' <<<"$headers" | grep -v 'charset=utf-8$' | tr '\n' ';'
	[ "$(grep -c '^content-security-policy:' <<<"$headers")" = 1 ] || printf 'not one policy; '
	[ "$(grep -c '^x-content-type-options:' <<<"$headers")" = 1 ] || printf 'not one nosniff; '
}

# And with a page of ours.
wrong_page_headers() {
	wrong_headers
	grep -q '^cross-origin-opener-policy: same-origin$' <<<"$headers" || printf 'no opener policy; '
	grep -q '^permissions-policy: .*camera=()' <<<"$headers" || printf 'no permissions; '
	grep -qE '^cache-control: (no-store|no-cache)$' <<<"$headers" || printf 'may be kept; '
}

gets() {
	perl -0777 -ne 'while (/\{\s*GET\s*,\s*"([^"]*)"\s*,\s*(PUBLIC|INSIDE)/g) { print "$2 $1\n" }' \
		"$BELFRY_SOURCE/app/site.c" |
		sed -e "s|:reference|$reference|; s|:token|$(printf 'A%.0s' {1..43})|; s|:step|story|; s|:language|en|; s|:[a-z]*|1|"
}

gets >"$state/gets"
began=
holds_true "there are many" test "$(wc -l <"$state/gets")" -gt 25
while read -r door path; do
	asked "$path"
	is "$path as nobody ($code)" "$(wrong_page_headers)" ""
	began+=$(grep '^set-cookie: belfry_session' <<<"$headers")
	[ "$door" = PUBLIC ] && continue
	asked "$path" -H "Cookie: belfry_session=$session"
	is "$path as a duty lead ($code)" "$(wrong_page_headers)" ""
	is "and nobody keeps it" "$(grep '^cache-control:' <<<"$headers")" 'cache-control: no-store'
	asked "$path/x.css" -H "Cookie: belfry_session=$session"
	is "nor $path under another name ($code)" "$(grep '^cache-control:' <<<"$headers")" 'cache-control: no-store'
done <"$state/gets"
is "and no session began by asking" "$began" ""

story "mistakes and files say the same"
for path in /nothing /desk/nothing '/report?%ff' /ar/nothing; do
	asked "$path"
	is "$path ($code)" "$(wrong_page_headers)" ""
done
asked /follow -X POST -d 'reference=x'
is "a form without its token ($code)" "$(wrong_page_headers)" ""
asked /contact -X DELETE
is "another method ($code)" "$(wrong_page_headers)" ""
for path in /static/style.css /static/symbols.svg /favicon.ico; do
	asked "$path"
	is "$path ($code)" "$(wrong_headers)" ""
done
asked /report/story -X POST -H 'Content-Length: 70000000' --max-time 20
is "what nginx refuses ($code)" "$(wrong_headers)" ""

story "methods that nobody needs"
for method in TRACE TRACK PUT PATCH DELETE OPTIONS CONNECT PROPFIND get; do
	asked /report -X "$method"
	holds_true "$method is refused ($code)" grep -qE '^(400|405)$' <<<"$code"
	holds_true "and nothing of it comes back" sh -c '! grep -q evil.example "$1"' - "$state/body"
done

story "what a server should not have"
while read -r path; do
	asked "$path"
	holds_true "no $path ($code)" grep -qE '^(400|403|404|405|414)$' <<<"$code"
done <<-'END'
	/.git/config
	/.git/HEAD
	/.gitignore
	/.env
	/.htaccess
	/static/
	/static/.git/config
	/static
	/templates/layout.cs
	/sql/schema.sql
	/conf/belfry.conf
	/belfry.conf
	/README.md
	/server-status
	/nginx_status
	/stub_status
	/fpm-status
	/debug
	/phpinfo.php
	/index.php
	/cgi-bin/belfry
	/static/style.css~
	/static/style.css.bak
	/static/../conf/belfry.conf
	/backup
	/dump.sql
	/metrics.txt
	/swagger.json
END

the_end
