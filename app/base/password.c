/* Argon2id, a few at a time. */
#include "base/password.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include <argon2.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

/* OWASP's smallest advice for argon2id; what it costs is in base/password.h. */
enum {
	MEMORY_KIB  = 19 * 1024,
	PASSES      = 2,
	LANES       = 1,
	SALT_BYTES  = 16,
	HASH_BYTES  = 32,
	LOOK_AGAIN  = 10,    /* milliseconds between two looks at the locks */
};

/* Made from random bytes that were thrown away: no password fits. */
static const char nobodys[] =
	"$argon2id$v=19$m=19456,t=2,p=1"
	"$uVeIEtvQdcPvIL2QBOqwVA$EKH4Du9NrJ65mTwJjwrMSAxScWvCl2I2eECrTQA3LiU";

static const char *locks_folder;
static unsigned hashes;

void password_open(const char *folder)
{
	locks_folder = folder;
}

unsigned password_hashes(void)
{
	return hashes;
}

/* A lock that the kernel lets go when its holder dies. -1: taken, or (logged)
 * it cannot be had at all. */
static int try_lock(int number)
{
	void *memory = memory_root("lock");
	const char *path = memory_printf(memory, "%s/password-%d.lock", locks_folder, number);
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (file < 0)
		log_error("cannot open '%s': %s", path, strerror(errno));
	memory_end(memory);
	if (file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0) {
		close(file);
		file = -1;
	}
	return file;
}

/* Waits for one's turn; -1 when it does not come in time. */
static int take_turn(void)
{
	if (locks_folder == NULL)
		bug("a password was hashed before password_open");
	for (int waited = 0; waited <= PASSWORD_WAIT; waited += LOOK_AGAIN) {
		struct timespec while_busy = { .tv_nsec = LOOK_AGAIN * 1000000L };

		for (int number = 1; number <= PASSWORD_HASHES; number++) {
			int turn = try_lock(number);

			if (turn >= 0)
				return turn;
		}
		nanosleep(&while_busy, NULL);
	}
	return -1;
}

static bool is_too_long(const char *password)
{
	return strnlen(password, PASSWORD_BYTES + 1) > PASSWORD_BYTES;
}

const char *password_hash(const void *memory, const char *password)
{
	size_t room = argon2_encodedlen(PASSES, MEMORY_KIB, LANES, SALT_BYTES, HASH_BYTES, Argon2_id);
	char *kept = memory_array(memory, char, room);
	unsigned char salt[SALT_BYTES];
	const char *normal;
	int turn, result;

	if (is_too_long(password))
		bug("a password of more than %d bytes was to be hashed", PASSWORD_BYTES);
	turn = take_turn();
	if (turn < 0)
		return NULL;
	normal = text_normal(memory, password);
	random_bytes(salt, sizeof salt);
	hashes++;
	result = argon2id_hash_encoded(PASSES, MEMORY_KIB, LANES, normal, strlen(normal),
	    salt, sizeof salt, HASH_BYTES, kept, room);
	close(turn);
	memory_wipe((void *)normal, strlen(normal));
	if (result == ARGON2_OK)
		return kept;
	log_error("argon2: %s", argon2_error_message(result));
	return NULL;
}

enum password_check password_check(const char *kept, const char *password)
{
	void *memory;
	const char *normal;
	int turn, result;

	if (is_too_long(password))
		return PASSWORD_WRONG;
	turn = take_turn();
	if (turn < 0)
		return PASSWORD_BUSY;
	memory = memory_root("password");
	normal = text_normal(memory, password);
	hashes++;
	result = argon2id_verify(kept != NULL ? kept : nobodys, normal, strlen(normal));
	close(turn);
	memory_wipe((void *)normal, strlen(normal));
	memory_end(memory);
	if (result == ARGON2_OK)
		return kept != NULL ? PASSWORD_RIGHT : PASSWORD_WRONG;
	if (result == ARGON2_VERIFY_MISMATCH)
		return PASSWORD_WRONG;
	/* No memory for it, or what is kept is no argon2id. */
	log_error("argon2: %s", argon2_error_message(result));
	return PASSWORD_BUSY;
}
