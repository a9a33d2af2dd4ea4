#!/bin/sh
# Prepares a fresh clone: installs what is missing (Debian 12), then makes and
# runs configure with the arguments given.
#
#   ./autogen.sh [--no-install] [arguments of configure]
#
# --no-install only says what is missing. No service is started, stopped,
# enabled or disabled on the way.
set -eu
cd "$(dirname "$0")"

# To build and to run. What only the tests need: tests/tools.
packages='
	autoconf automake gcc libc6-dev make pkg-config gettext perl tzdata
	clearsilver-dev libfcgi-dev libmariadb-dev libtalloc-dev libssl-dev
	libargon2-dev liboath-dev libqrencode-dev libidn2-dev libunistring-dev
	libmagic-dev libarchive-dev libseccomp-dev libzstd-dev libcurl4-openssl-dev libcmocka-dev
	libgpgme-dev gpg gpg-agent
	libcmark-dev libjansson-dev libxml2-dev
	mariadb-server-core mariadb-client-core nginx age
	weasyprint fonts-noto-core fonts-wqy-microhei
'

. ./conf/packages.sh

if [ "${1:-}" = --no-install ]; then
	shift
	list_missing $packages || exit 1
else
	install_missing $packages
fi

autoreconf --install
./configure "$@"
echo
echo "Ready. Now: make run"
