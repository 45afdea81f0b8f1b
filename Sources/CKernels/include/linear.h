// Matrices, row after row.
#ifndef CK_LINEAR_H
#define CK_LINEAR_H

#define CK_LINEAR(T, NAME)                                                                                             \
    /* c = a b: a is [rows][inner], b is [inner][columns], c is [rows][columns]. */                                    \
    typedef void (*NAME##_matmul)(long rows, long inner, long columns, const T *_Nonnull a, const T *_Nonnull b,       \
                                  T *_Nonnull c);                                                                      \
    typedef struct {                                                                                                   \
        NAME##_matmul _Nonnull matmul;                                                                                 \
    } NAME;

CK_LINEAR(float, ck_linear_f32)
CK_LINEAR(double, ck_linear_f64)

#endif
