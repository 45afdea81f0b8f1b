// The hot loops, in C: one table of functions per CPU level, the best one chosen at start.
//
// Every function takes contiguous arrays that need only the alignment of their element type. Nothing here allocates,
// fails or keeps state. Each family stands in one .inc file, which level.inc includes once per element type; each
// level's file includes level.inc once. The table is the only symbol of a level, so levels cannot mix.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdint.h>

#include "elementwise.h"
#include "filters.h"
#include "linear.h"
#include "memory.h"
#include "moves.h"
#include "reduce.h"
#include "signals.h"
#include "truth.h"

typedef struct {
    ck_elementwise_f32 elementwise;
    ck_reduce_f32 reduce;
    ck_linear_f32 linear;
    ck_signals_f32 signals;
    ck_filters_f32 filters;
} ck_families_f32;

typedef struct {
    ck_elementwise_f64 elementwise;
    ck_reduce_f64 reduce;
    ck_linear_f64 linear;
    ck_signals_f64 signals;
    ck_filters_f64 filters;
} ck_families_f64;

typedef struct {
    const char *_Nonnull name;
    ck_families_f32 f32;
    ck_families_f64 f64;
    ck_truth truth;
} ck_kernels;

// The levels this CPU can run, best last; count >= 1. For tests and benchmarks.
long ck_level_count(void);
const ck_kernels *_Nonnull ck_level(long index);
// The table to use: the best level, or the one that CONVLAB_CPU names (base, avx2, avx512) if this CPU can run it.
const ck_kernels *_Nonnull ck_best(void);

#include "thread.h"

#endif
