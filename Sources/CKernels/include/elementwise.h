// Element by element. An operand's step is 1, or 0 for one value that stands for all.
#ifndef CK_ELEMENTWISE_H
#define CK_ELEMENTWISE_H

#include <stdint.h>

#define CK_ELEMENTWISE(T, NAME)                                                                                        \
    typedef void (*NAME##_unary)(long n, const T *_Nonnull x, T *_Nonnull y);                                          \
    typedef void (*NAME##_binary)(long n, const T *_Nonnull a, long a_step, const T *_Nonnull b, long b_step,          \
                                  T *_Nonnull y);                                                                      \
    typedef struct {                                                                                                   \
        NAME##_binary _Nonnull add;                                                                                    \
        NAME##_unary _Nonnull exp;                                                                                     \
    } NAME;

CK_ELEMENTWISE(float, ck_elementwise_f32)
CK_ELEMENTWISE(double, ck_elementwise_f64)

#endif
