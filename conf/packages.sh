# Shell functions: Debian packages that are missing, and installing them
# without touching any service. Read by autogen.sh and tests/tools.

# Prints those of the named packages that are not installed.
missing_packages() {
	command -v dpkg-query >/dev/null || return 0
	for package; do
		state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=
		[ "$state" = installed ] || printf '%s ' "$package"
	done
}

# Says what is missing; false when anything is.
list_missing() {
	missing=$(missing_packages "$@")
	[ -z "$missing" ] && return 0
	echo "Missing on this machine: $missing"
	echo "To install them: apt-get install --no-install-recommends $missing"
	return 1
}

# Installs what is missing, as root or through sudo.
install_missing() {
	if ! command -v dpkg-query >/dev/null; then
		echo "This is not Debian: nothing is installed, configure says what is missing."
		return 0
	fi
	missing=$(missing_packages "$@")
	[ -z "$missing" ] && return 0

	as_root=
	if [ "$(id -u)" != 0 ]; then
		if ! command -v sudo >/dev/null; then
			list_missing "$@" || :
			echo "Run this as root, or install them and run it again."
			return 1
		fi
		as_root=sudo
	fi

	echo "Installing with apt-get: $missing"
	# In a shell of its own, so that its trap is its own too.
	$as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
		sh conf/install $missing
}
