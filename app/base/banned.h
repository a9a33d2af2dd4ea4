/* Functions that are easy to get wrong: calling one does not compile. Comes
 * before every file by `-include base/banned.h`, so that no file forgets it.
 *
 * The headers that declare them are read first. Macros and not `#pragma GCC
 * poison`, because headers of libraries mention some of the names. */
#ifndef BELFRY_BASE_BANNED_H
#define BELFRY_BASE_BANNED_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#undef strcpy
#undef strcat
#undef strncpy
#undef strncat
#undef sprintf
#undef vsprintf
#undef strtok
#undef atoi
#undef atol
#undef atoll
#undef atof
#undef system
#undef popen
#undef gmtime
#undef localtime
#undef asctime
#undef ctime
#undef rand
#undef srand
#undef random
#undef mktemp
#undef tmpnam
#undef tempnam

#define strcpy(...)    _Pragma("GCC error \"strcpy has no end: memory_text, memcpy\"")
#define strcat(...)    _Pragma("GCC error \"strcat has no end: memory_printf, struct buffer\"")
#define strncpy(...)   _Pragma("GCC error \"strncpy leaves text without an end: memory_text_of\"")
#define strncat(...)   _Pragma("GCC error \"strncat: memory_printf, struct buffer\"")
#define sprintf(...)   _Pragma("GCC error \"sprintf has no end: memory_printf, snprintf\"")
#define vsprintf(...)  _Pragma("GCC error \"vsprintf has no end: vsnprintf\"")
#define strtok(...)    _Pragma("GCC error \"strtok remembers: strcspn and a pointer of one's own\"")
#define atoi(...)      _Pragma("GCC error \"atoi cannot say that it was no number: text_number\"")
#define atol(...)      _Pragma("GCC error \"atol cannot say that it was no number: text_number\"")
#define atoll(...)     _Pragma("GCC error \"atoll cannot say that it was no number: text_number\"")
#define atof(...)      _Pragma("GCC error \"atof cannot say that it was no number: strtod\"")
#define system(...)    _Pragma("GCC error \"system is a shell: nothing of ours starts one\"")
#define popen(...)     _Pragma("GCC error \"popen is a shell: nothing of ours starts one\"")
#define gmtime(...)    _Pragma("GCC error \"gmtime has one buffer for everybody: moment_text, gmtime_r\"")
#define localtime(...) _Pragma("GCC error \"localtime has one buffer for everybody: wall_of\"")
#define asctime(...)   _Pragma("GCC error \"asctime: moment_iso, moment_said\"")
#define ctime(...)     _Pragma("GCC error \"ctime: moment_iso, moment_said\"")
#define rand(...)      _Pragma("GCC error \"rand can be guessed: random_below\"")
#define srand(...)     _Pragma("GCC error \"srand can be guessed: random_below\"")
#define random(...)    _Pragma("GCC error \"random can be guessed: random_below\"")
#define mktemp(...)    _Pragma("GCC error \"mktemp: somebody else takes the name first: mkstemp\"")
#define tmpnam(...)    _Pragma("GCC error \"tmpnam: somebody else takes the name first: mkstemp\"")
#define tempnam(...)   _Pragma("GCC error \"tempnam: somebody else takes the name first: mkstemp\"")

#endif
