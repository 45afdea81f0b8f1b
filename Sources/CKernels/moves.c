// Elements from place to place. See moves.h.
#include "CKernels.h"
#include <string.h>

// One line of elements of type E, each side with its own step.
#define LINE(E)                                                                                                        \
    for (long i = 0; i < n; i++) { ((E *)to)[i * to_step] = ((const E *)from)[i * from_step]; }

static void move_line(long n, long width, const void *from, long from_step, void *to, long to_step) {
    switch (width) {
    case 1: LINE(uint8_t) break;
    case 4: LINE(uint32_t) break;
    default: LINE(uint64_t) break;
    }
}

// All axes but the last are counted like an odometer; `walked` is where the line starts on the stepping side.
static void walk(long rank, const long *sizes, const long *steps, long width, const char *from, char *to, int gathers) {
    long counter[16] = {0}, lines = 1, walked = 0;
    const long n = rank == 0 ? 1 : sizes[rank - 1], step = rank == 0 ? 1 : steps[rank - 1];
    for (long axis = 0; axis < rank - 1; axis++) { lines *= sizes[axis]; }
    if (n == 0) { return; }
    for (long line = 0; line < lines; line++) {
        if (gathers) {
            move_line(n, width, from + walked * width, step, to + line * n * width, 1);
        } else {
            move_line(n, width, from + line * n * width, 1, to + walked * width, step);
        }
        for (long axis = rank - 2; axis >= 0; axis--) {
            walked += steps[axis];
            if (++counter[axis] < sizes[axis]) { break; }
            walked -= steps[axis] * sizes[axis];
            counter[axis] = 0;
        }
    }
}

void ck_gather(long rank, const long *sizes, const long *steps, long width, const void *from, void *to) {
    walk(rank, sizes, steps, width, from, to, 1);
}

void ck_scatter(long rank, const long *sizes, const long *steps, long width, const void *from, void *to) {
    walk(rank, sizes, steps, width, from, to, 0);
}

void ck_gather_places(long n, const long *places, long width, const void *from, void *to) {
    for (long i = 0; i < n; i++) {
        memcpy((char *)to + i * width, (const char *)from + places[i] * width, (size_t)width);
    }
}

void ck_scatter_places(long n, const long *places, long width, const void *from, void *to) {
    for (long i = 0; i < n; i++) {
        memcpy((char *)to + places[i] * width, (const char *)from + i * width, (size_t)width);
    }
}
