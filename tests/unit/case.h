/* What the tests of this folder stand on: cmocka, and memory that ends with a case. */
#ifndef BELFRY_TESTS_UNIT_CASE_H
#define BELFRY_TESTS_UNIT_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static inline int open_memory(void **memory)
{
	*memory = memory_root("a test");
	return 0;
}

static inline int close_memory(void **memory)
{
	memory_end(*memory);
	return 0;
}

#endif
