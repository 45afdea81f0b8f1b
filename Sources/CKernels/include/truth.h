// Truth values, one byte each, 0 or 1. Steps and axes as in the families of numbers.
#ifndef CK_TRUTH_H
#define CK_TRUTH_H

#include <stdint.h>

typedef void (*ck_truth_binary)(long n, const uint8_t *_Nonnull a, long a_step, const uint8_t *_Nonnull b, long b_step,
                                uint8_t *_Nonnull y);
typedef void (*ck_truth_along)(long outer, long n, long inner, const uint8_t *_Nonnull x, uint8_t *_Nonnull y);

typedef struct {
    ck_truth_binary _Nonnull both, either;
    void (*_Nonnull invert)(long n, const uint8_t *_Nonnull x, uint8_t *_Nonnull y);
    ck_truth_along _Nonnull any, all;
    void (*_Nonnull count)(long outer, long n, long inner, const uint8_t *_Nonnull x, double *_Nonnull y);
    void (*_Nonnull select)(long n, const uint8_t *_Nonnull condition, const uint8_t *_Nonnull a,
                            const uint8_t *_Nonnull b, uint8_t *_Nonnull y);
} ck_truth;

#endif
