// What belongs to a thread: Swift has no cheap thread-local variables.
#include "CKernels.h"

static _Thread_local void *budget;

void *ck_thread_budget(void) { return budget; }
void ck_set_thread_budget(void *new_budget) { budget = new_budget; }

static _Thread_local void *tape;

void *ck_thread_tape(void) { return tape; }
void ck_set_thread_tape(void *new_tape) { tape = new_tape; }

static _Thread_local void *meter;

void *ck_thread_meter(void) { return meter; }
void ck_set_thread_meter(void *new_meter) { meter = new_meter; }

// Asking the CPU takes longer than most kernels, so each thread remembers the answer.
static _Thread_local const ck_kernels *current;

const ck_kernels *ck_current(void) {
    if (!current) { current = ck_best(); }
    return current;
}
void ck_set_current(const ck_kernels *kernels) { current = kernels; }
