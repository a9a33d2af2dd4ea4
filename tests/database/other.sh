# Shell functions: further databases on the server of a test, each with its own
# settings. Read after tests/private and tests/running/tap.sh.

source=$BELFRY_SOURCE build=$BELFRY_BUILD state=$BELFRY_STATE runtime=$BELFRY_RUNTIME

# other NAME [SQL FOLDER] [LINE...]: an empty database, belonging to
# belfry_migrate, and $state/NAME.conf for it.
other() {
	local name=$1 folder=${2:-$source/sql}
	shift $(($# > 1 ? 2 : 1))

	sql --execute "DROP DATABASE IF EXISTS $name;
		CREATE DATABASE $name CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
		GRANT ALL PRIVILEGES ON $name.* TO belfry_migrate@localhost WITH GRANT OPTION"
	sed -e "s|^database_name = .*|database_name = $name|" -e "s|^sql_folder = .*|sql_folder = $folder|" \
		-e '/^demo = /d' "$state/belfry.conf" >"$state/$name.conf"
	printf '%s\n' "$@" >>"$state/$name.conf"
}

# migrate NAME [ARGUMENT...]
migrate() {
	local name=$1
	shift

	BELFRY_CONF=$state/$name.conf $BELFRY migrate "$@"
}

# A question for each table of a database: its name stands for @.
each_table() {
	sql --batch --skip-column-names --execute "
		SELECT REPLACE('$2', '@', table_name) FROM information_schema.tables
		 WHERE table_schema = '$1' ORDER BY table_name" |
		sql --batch --raw --skip-column-names "$1"
}

# The tables of a database, as the server would write them down.
schema_of() {
	each_table "$1" 'SHOW CREATE TABLE @;' | sed -e 's/ AUTO_INCREMENT=[0-9]*//'
}

# Everything that `migrate` brings: tables, procedures, rows, rights.
all_of() {
	schema_of "$1"
	sql --batch --raw --skip-column-names --execute "
		SELECT routine_name, routine_definition, security_type, definer
		  FROM information_schema.routines WHERE routine_schema = '$1' ORDER BY 1;
		SELECT user, table_name, table_priv FROM mysql.tables_priv WHERE db = '$1'
		UNION ALL SELECT user, routine_name, proc_priv FROM mysql.procs_priv WHERE db = '$1'
		 ORDER BY 1, 2;
		SELECT version, statements, finished_at IS NOT NULL FROM $1.migration"
	each_table "$1" "SELECT \"@\", @.* FROM @ WHERE \"@\" <> \"migration\";" | LC_ALL=C sort
}

drop_other() {
	sql --execute "DROP DATABASE IF EXISTS $1;
		DELETE FROM mysql.tables_priv WHERE db = '$1';
		DELETE FROM mysql.procs_priv WHERE db = '$1'; FLUSH PRIVILEGES"
}
