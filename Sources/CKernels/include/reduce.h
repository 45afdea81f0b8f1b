// Along one axis: x is [outer][n][inner], y is [outer][inner].
#ifndef CK_REDUCE_H
#define CK_REDUCE_H

#define CK_REDUCE(T, NAME)                                                                                             \
    typedef void (*NAME##_along)(long outer, long n, long inner, const T *_Nonnull x, T *_Nonnull y);                  \
    typedef struct {                                                                                                   \
        NAME##_along _Nonnull sum;                                                                                     \
    } NAME;

CK_REDUCE(float, ck_reduce_f32)
CK_REDUCE(double, ck_reduce_f64)

#endif
