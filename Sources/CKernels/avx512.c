#include "level.h"      // before the push: what a header declares must not get the attribute

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,fma"))), apply_to = function)
#define CK_TABLE ck_avx512
#define CK_NAME "avx512"
#include "level.inc"
#pragma clang attribute pop
#endif
