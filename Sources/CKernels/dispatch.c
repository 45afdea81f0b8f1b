// Which CPU level to use. This file is compiled for the base CPU, like everything outside avx2.c and avx512.c.
#include "CKernels.h"
#include <stdlib.h>
#include <string.h>

extern const ck_kernels ck_base;

#if defined(__x86_64__)
extern const ck_kernels ck_avx2, ck_avx512;

long ck_level_count(void) {
    __builtin_cpu_init();
    // Ask for every feature named in the level's attribute. The answer includes what the system saves on a switch.
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) { return 1; }
    if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512vl")
        || !__builtin_cpu_supports("avx512bw") || !__builtin_cpu_supports("avx512dq")) { return 2; }
    return 3;
}

const ck_kernels *ck_level(long index) {
    const ck_kernels *const levels[] = {&ck_base, &ck_avx2, &ck_avx512};
    return levels[index];
}
#else
long ck_level_count(void) { return 1; }
const ck_kernels *ck_level(long index) { (void)index; return &ck_base; }
#endif

const ck_kernels *ck_best(void) {
    const long count = ck_level_count();
    const char *wanted = getenv("CONVLAB_CPU");
    for (long i = 0; wanted && i < count; i++) {
        if (strcmp(ck_level(i)->name, wanted) == 0) { return ck_level(i); }
    }
    return ck_level(count - 1);
}
