// Along one axis: x is [outer][n][inner], the result [outer][inner], or as large as x for a scan.
#ifndef CK_REDUCE_H
#define CK_REDUCE_H

#define CK_REDUCE(T, NAME)                                                                                             \
    typedef void (*NAME##_along)(long outer, long n, long inner, const T *_Nonnull x, T *_Nonnull y);                  \
    typedef void (*NAME##_place)(long outer, long n, long inner, const T *_Nonnull x, double *_Nonnull y);             \
    typedef struct {                                                                                                   \
        NAME##_along _Nonnull sum, mean, prod, max, min, logsumexp;                                                    \
        NAME##_along _Nonnull cumsum, softmax, log_softmax;                                                            \
        NAME##_place _Nonnull argmax, argmin;                                                                          \
        /* The positions of one row of n numbers in ascending order, NaN last, equals in their order; scratch: n. */   \
        void (*_Nonnull argsort)(long n, const T *_Nonnull x, long *_Nonnull order, long *_Nonnull scratch);           \
    } NAME;

CK_REDUCE(float, ck_reduce_f32)
CK_REDUCE(double, ck_reduce_f64)

#endif
