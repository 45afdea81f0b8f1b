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
        /* One pass of sorting a row of n numbers, NaN last, equals in their order: `order` holds their positions in   \
           sorted runs of `width`, `merged` gets them in runs of twice that. */                                        \
        void (*_Nonnull merge_runs)(long n, long width, const T *_Nonnull x, const long *_Nonnull order,               \
                                    long *_Nonnull merged);                                                            \
    } NAME;

CK_REDUCE(float, ck_reduce_f32)
CK_REDUCE(double, ck_reduce_f64)

#endif
