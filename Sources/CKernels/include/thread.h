// What belongs to a thread. Swift has no cheap thread-local variables, and every operation reads these: so they stand
// in one place, and reading them is inlined.
#ifndef CK_THREAD_H
#define CK_THREAD_H

#if defined(__ELF__)
#define CK_THREAD_MODEL __attribute__((tls_model("initial-exec")))
#else
#define CK_THREAD_MODEL
#endif

typedef struct {
    // The table of kernels to use; NULL until it is first asked for.
    const ck_kernels *_Nullable kernels;
    // Objects of the engine's, unknown here: the memory budget, the innermost tape that records, what counts work.
    void *_Nullable budget;
    void *_Nullable tape;
    void *_Nullable meter;
} ck_thread_state;

extern _Thread_local ck_thread_state ck_thread CK_THREAD_MODEL;

// Asking the CPU takes longer than most kernels, so each thread remembers the answer: `ck_best()`, unless a test asked
// for another.
static inline const ck_kernels *_Nonnull ck_current(void) {
    if (!ck_thread.kernels) { ck_thread.kernels = ck_best(); }
    return ck_thread.kernels;
}
static inline void ck_set_current(const ck_kernels *_Nullable kernels) { ck_thread.kernels = kernels; }

static inline void *_Nullable ck_thread_budget(void) { return ck_thread.budget; }
static inline void ck_set_thread_budget(void *_Nullable budget) { ck_thread.budget = budget; }

static inline void *_Nullable ck_thread_tape(void) { return ck_thread.tape; }
static inline void ck_set_thread_tape(void *_Nullable tape) { ck_thread.tape = tape; }

static inline void *_Nullable ck_thread_meter(void) { return ck_thread.meter; }
static inline void ck_set_thread_meter(void *_Nullable meter) { ck_thread.meter = meter; }

#endif
