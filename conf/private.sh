# Shell functions (bash): a private MariaDB, nginx and Belfry with all their
# state in one folder. Read by conf/run (`make run`) and tests/private.
#
# Asked for before use: $source (the clone), $build (where make built), $state
# (an absolute folder for everything that is kept). What is started here is
# remembered in $state/pid and ended by those files, never by name.

PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
umask 077

program=$build/belfry        # what is run as Belfry
declare -A children=()       # name to process number, of this shell's children
database_options=()          # more arguments for mariadbd

fail() {
	printf '%s\n' "$@" >&2
	exit 1
}


# --- folders, secrets, settings

need_programs() {
	local program missing=
	for program in mariadbd mariadb mariadb-install-db nginx setsid flock gpg gpgconf; do
		command -v "$program" >/dev/null || missing="$missing $program"
	done
	[ -z "$missing" ] || fail "Not found on this machine:$missing." \
		"./autogen.sh installs them on Debian."
	[ -x "$build/belfry" ] || fail "$build/belfry is not built: run make first."
}

make_folders() {
	mkdir -p "$state" || fail "Cannot make the folder $state."
	[ -O "$state" ] || fail "$state belongs to somebody else: run as that user, or remove it."
	mkdir -p "$state"/{empty,log,pid,tmp,secrets/database,nginx/{body,fastcgi,cache}}
}

# Sockets need a short path (107 bytes at most), so they have a folder of their
# own; $state/runtime points to it.
find_runtime() {
	local parent=${XDG_RUNTIME_DIR:-/tmp}

	runtime=$(readlink "$state/runtime") || runtime=
	if [ -n "$runtime" ] && [ -d "$runtime" ] && [ ! -L "$runtime" ] && [ -O "$runtime" ]; then
		return
	fi
	[ -d "$parent" ] && [ -w "$parent" ] || parent=/tmp
	runtime=$(mktemp -d "$parent/belfry.XXXXXX") || fail "Cannot make a folder in $parent."
	ln -sfn "$runtime" "$state/runtime"
}

remove_runtime() {
	case ${runtime:-} in
	*/belfry.??????) rm -rf "$runtime" "$state/runtime";;
	esac
}

random_hex() {
	od -An -N32 -tx1 /dev/urandom | tr -d ' \n'
}

# The installation's key and a password for each database user.
make_secrets() {
	local user

	[ -s "$state/secrets/key" ] || random_hex >"$state/secrets/key"
	for user in belfry_{public,inside,work,seal,migrate,backup}; do
		[ -s "$state/secrets/database/$user" ] ||
			random_hex >"$state/secrets/database/$user"
	done
}

# A key of GnuPG that signs for the team, without a password, in $signing: by way of
# the short folder, because the path of its agent's socket has to be short.
make_signing_key() {
	mkdir -p "$state/secrets/gnupg"
	ln -sfn "$state/secrets/gnupg" "$runtime/gnupg"
	signing=$runtime/gnupg
	gpg --homedir "$signing" --batch --list-secret-keys 2>/dev/null | grep -q . ||
		gpg --homedir "$signing" --batch --quiet --pinentry-mode loopback --passphrase '' \
			--quick-generate-key "$1" future-default default 2y 2>>"$state/log/gnupg.log"
}

# GnuPG's agent goes on by itself otherwise.
end_signing() {
	[ -z "${signing:-}" ] || gpgconf --homedir "$signing" --kill all 2>/dev/null
}

# "en,ar,fr": English, and every catalogue that was built.
built_languages() {
	local catalogue codes=en code

	for catalogue in "$build"/languages/*/LC_MESSAGES/belfry.mo; do
		[ -f "$catalogue" ] || continue
		code=${catalogue%/LC_MESSAGES/*}
		code=${code##*/}
		[ "$code" = en ] || codes=$codes,$code
	done
	printf '%s' "$codes"
}

# write_settings PORT HOSTS [LINE...]: belfry.conf, and further lines as given.
write_settings() {
	local port=$1 hosts=$2
	shift 2

	{
		echo "# Written at every start."
		echo "address = http://127.0.0.1:$port"
		echo "hosts = $hosts"
		echo "languages = $(built_languages)"
		echo "runtime_folder = $runtime"
		echo "templates_folder = $source/templates"
		echo "static_folder = $source/static"
		echo "languages_folder = $build/languages"
		echo "sql_folder = $source/sql"
		echo "key_file = $state/secrets/key"
		echo "database_socket = $runtime/database.sock"
		echo "database_name = belfry"
		echo "database_passwords = $state/secrets/database"
		# What others leave free on this machine is not ours to judge.
		echo "disk_reserve_megabytes = 0"
		echo "demo = yes"
		printf '%s\n' "$@"
	} >"$state/belfry.conf"
}

# One command of Belfry, with these settings.
belfry() {
	BELFRY_CONF="$state/belfry.conf" "$program" "$@"
}


# --- processes

# started PID: when it started, in the kernel's ticks; fails when it is gone.
started() {
	local stat

	read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
	stat=${stat##*) }
	set -- $stat
	[ "$1" != Z ] && echo "${20}"
}

# The group of a process, and whether its folder is in ours.
is_orphan_of() {
	local stat folder

	read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
	stat=${stat##*) }
	folder=$(readlink "/proc/$1/cwd") || return 1
	set -- "$2" $stat
	[ "$4" = "$1" ] && case $folder in "$state"|"$state"/*) true;; *) false;; esac
}

# launch NAME PROGRAM ARGUMENT...: in the background, in a session of its own
# (Ctrl-C is for us, who then end things in order), with $state/log/NAME.log.
launch() {
	local name=$1 program=${2##*/} self boot
	shift

	rm -f "$state/pid/$name"
	(
		cd "$state" || exit 1
		[ -z "${lock:-}" ] || exec {lock}>&-
		export BELFRY_CONF=$state/belfry.conf
		read -r boot </proc/sys/kernel/random/boot_id
		self=$BASHPID
		echo "$self $(started $self) $boot $program" >"pid/$name"
		exec setsid "$@" </dev/null >>"log/$name.log" 2>&1
	) &
	children[$name]=$!
	disown
	# Until it is the program and no longer a copy of this shell.
	until pid_of "$name" >/dev/null || ! kill -0 "${children[$name]}" 2>/dev/null; do
		sleep 0.01
	done
}

# pid_of NAME: the process, when it still is the one that launch started.
pid_of() {
	local pid start boot program now

	read -r pid start boot program 2>/dev/null <"$state/pid/$1" || return 1
	read -r now </proc/sys/kernel/random/boot_id
	[ "$boot" = "$now" ] && [ "$(started "$pid")" = "$start" ] || return 1
	tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$program" && echo "$pid"
}

# end NAME SIGNAL SECONDS: asks, waits, and then insists; also for what a
# killed master leaves behind.
end() {
	local name=$1 pid tries other leader

	[ -f "$state/pid/$name" ] || return 0
	if pid=$(pid_of "$name"); then
		kill "-$2" "$pid" 2>/dev/null
		for ((tries = $3 * 20; tries > 0; tries--)); do
			pid_of "$name" >/dev/null || break
			sleep 0.05
		done
		pid_of "$name" >/dev/null && kill -KILL "$pid" 2>/dev/null
	fi
	read -r leader other <"$state/pid/$name"
	for other in /proc/[0-9]*; do
		other=${other#/proc/}
		[ -O "/proc/$other" ] && is_orphan_of "$other" "$leader" &&
			kill -KILL "$other" 2>/dev/null
	done
	rm -f "$state/pid/$name"
	unset "children[$name]"
}

# wait_until SECONDS NAME COMMAND...: until the command succeeds. Fails with the
# end of the log when the process named is gone or time is up.
wait_until() {
	local tries=$(($1 * 20)) name=$2
	shift 2

	until "$@" >/dev/null 2>&1; do
		if ! pid_of "$name" >/dev/null || ((--tries < 0)); then
			say_log "$name"
			return 1
		fi
		sleep 0.05
	done
}

say_log() {
	echo "The last lines of $state/log/$1.log:"
	tail -n 15 "$state/log/$1.log" | sed 's/^/  /'
} >&2

port_is_open() {
	(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}


# --- MariaDB

# The root of the private MariaDB is whoever runs this.
sql() {
	mariadb --no-defaults --socket="$runtime/database.sock" --user="$(id -un)" "$@"
}

# Once; a half-made one is made again.
install_database() {
	[ -d "$state/database" ] && return
	rm -rf "$state/database.new"
	mariadb-install-db --defaults-file="$source/conf/mariadb/private.cnf" \
		--datadir="$state/database.new" --tmpdir="$state/tmp" \
		--user="$(id -un)" --auth-root-socket-user="$(id -un)" \
		--auth-root-authentication-method=socket --skip-test-db --force \
		"${database_options[@]}" >"$state/log/install.log" 2>&1 || {
		say_log install
		return 1
	}
	mv "$state/database.new" "$state/database"
}

launch_database() {
	local as_root=()

	[ "$(id -u)" = 0 ] && as_root=(--user=root)
	launch database mariadbd --defaults-file="$source/conf/mariadb/private.cnf" \
		--datadir="$state/database" --tmpdir="$state/tmp" \
		--secure-file-priv="$state/empty" --socket="$runtime/database.sock" \
		--pid-file="$runtime/database.pid" "${as_root[@]}" "${database_options[@]}"
}

start_database() {
	launch_database
	wait_until 60 database sql --execute 'DO 0'
}

# The users of sql/users.sql, with passwords because there is one system user.
make_users() {
	local file

	{
		cat "$source/sql/users.sql"
		for file in "$state"/secrets/database/*; do
			printf "ALTER USER %s@localhost IDENTIFIED BY '%s';\n" \
				"${file##*/}" "$(cat "$file")"
		done
	} | sql
}


# --- nginx and Belfry

# write_nginx PORT NAMES: nginx's configuration for these host names.
write_nginx() {
	local file user=

	[ "$(id -u)" = 0 ] && user='user root;'
	for file in private pages; do
		sed -e "s|@USER@|$user|g" -e "s|@PORT@|$1|g" -e "s|@NAMES@|$2|g" \
			-e "s|@STATE@|$state|g" -e "s|@RUNTIME@|$runtime|g" \
			-e "s|@PUBLIC@|$runtime|g" -e "s|@INSIDE@|$runtime|g" \
			-e "s|@STATIC@|$source/static|g" -e "s|@CONF@|$source/conf/nginx|g" \
			"$source/conf/nginx/$file.conf.in" >"$state/nginx/$file.conf"
	done
}

launch_nginx() {
	rm -f "$runtime/nginx.pid"
	launch nginx nginx -p "$state/nginx/" -c "$state/nginx/private.conf" \
		-e "$state/log/nginx.log"
}

launch_serve() {
	rm -f "$runtime/public.sock" "$runtime/inside.sock"
	launch serve "$program" serve
}

launch_work() {
	launch work "$program" work
}

nginx_is_there() {
	[ -s "$runtime/nginx.pid" ]
}

sockets_are_there() {
	[ -S "$runtime/public.sock" ] && [ -S "$runtime/inside.sock" ]
}
