// A thread keeps the blocks that it has given back, in lists by size: four sizes between a power of two and the next.
#include "CKernels.h"
#include <pthread.h>
#include <stdlib.h>

enum { SIZES = 256, SMALLEST = 64 };
static const long MOST_KEPT = 256L << 20;

typedef struct block { struct block *next; } block;
static _Thread_local struct {
    block *lists[SIZES];
    long kept;      // bytes in the lists; as many as may be when the thread has ended
} pool;

static pthread_key_t ending;
static pthread_once_t prepared = PTHREAD_ONCE_INIT;

static void give_back_all(void) {
    for (int i = 0; i < SIZES; i++) {
        while (pool.lists[i]) {
            block *const first = pool.lists[i];
            pool.lists[i] = first->next;
            free(first);
        }
    }
    pool.kept = 0;
}

// Called when a thread ends.
static void empty(void *unused) {
    (void)unused;
    give_back_all();
    pool.kept = MOST_KEPT;
}
static void prepare(void) { pthread_key_create(&ending, empty); }

// The size that a block of so many bytes gets, and the list it belongs to.
static long rounded(long bytes, int *list) {
    if (bytes < SMALLEST) { bytes = SMALLEST; }
    const int quarter = 61 - __builtin_clzl((unsigned long)bytes);     // a quarter of the power of two below, as its logarithm
    const long parts = ((bytes - 1) >> quarter) + 1;                    // 4 to 8 quarters
    *list = quarter * 4 + (int)(parts - 4);
    return parts << quarter;
}

void *ck_allocate(long bytes, long room) {
    int list;
    const long size = rounded(bytes, &list);
    block *const first = pool.lists[list];
    if (!first) {
        if (pool.kept > room) { give_back_all(); }
        return malloc((size_t)size);
    }
    pool.lists[list] = first->next;
    pool.kept -= size;
    return first;
}

void ck_release(void *memory, long bytes, long room) {
    int list;
    const long size = rounded(bytes, &list);
    if (pool.kept + size > MOST_KEPT || pool.kept + size > room) {
        free(memory);
        return;
    }
    if (pool.kept == 0) {
        pthread_once(&prepared, prepare);
        pthread_setspecific(ending, &pool);
    }
    block *const freed = memory;
    freed->next = pool.lists[list];
    pool.lists[list] = freed;
    pool.kept += size;
}
