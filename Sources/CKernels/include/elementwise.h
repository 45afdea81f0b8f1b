// Element by element. An operand's step is 1, or 0 for one value that stands for all. A truth value is one byte, 0 or 1.
#ifndef CK_ELEMENTWISE_H
#define CK_ELEMENTWISE_H

#include <stdint.h>

#define CK_ELEMENTWISE(T, NAME)                                                                                        \
    typedef void (*NAME##_unary)(long n, const T *_Nonnull x, T *_Nonnull y);                                          \
    typedef void (*NAME##_binary)(long n, const T *_Nonnull a, long a_step, const T *_Nonnull b, long b_step,          \
                                  T *_Nonnull y);                                                                      \
    typedef void (*NAME##_test)(long n, const T *_Nonnull x, uint8_t *_Nonnull y);                                     \
    typedef void (*NAME##_comparison)(long n, const T *_Nonnull a, long a_step, const T *_Nonnull b, long b_step,      \
                                      uint8_t *_Nonnull y);                                                            \
    typedef void (*NAME##_select)(long n, const uint8_t *_Nonnull condition, const T *_Nonnull a,                      \
                                  const T *_Nonnull b, T *_Nonnull y);                                                 \
    typedef struct {                                                                                                   \
        NAME##_binary _Nonnull add, subtract, multiply, divide, floor_divide, remainder, power, minimum, maximum;      \
        NAME##_comparison _Nonnull equal, not_equal, less, less_equal, greater, greater_equal;                         \
        NAME##_unary _Nonnull negative, abs, sign, sqrt, exp, log, log2, log10, sin, cos, tan, arctan;                 \
        NAME##_unary _Nonnull sinh, cosh, tanh, sigmoid, relu, softplus, step, floor, ceil, round;                     \
        NAME##_test _Nonnull is_nan, is_infinite, is_finite, is_nonzero;                                               \
        NAME##_select _Nonnull select;                                                                                 \
        void (*_Nonnull from_truth)(long n, const uint8_t *_Nonnull x, T *_Nonnull y);                                 \
        void (*_Nonnull from_f32)(long n, const float *_Nonnull x, T *_Nonnull y);                                     \
        void (*_Nonnull from_f64)(long n, const double *_Nonnull x, T *_Nonnull y);                                    \
    } NAME;

CK_ELEMENTWISE(float, ck_elementwise_f32)
CK_ELEMENTWISE(double, ck_elementwise_f64)

#endif
