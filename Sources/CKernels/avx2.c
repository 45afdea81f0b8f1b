#include "level.h"      // before the push: what a header declares must not get the attribute

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define CK_TABLE ck_avx2
#define CK_NAME "avx2"
#include "level.inc"
#pragma clang attribute pop
#endif
