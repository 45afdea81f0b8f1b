// Filters over rows of a picture, samples of 8 or 16 bits in, samples out, sums in T between them.
#ifndef CK_FILTERS_H
#define CK_FILTERS_H

#include <stdint.h>

#define CK_FILTERS(T, NAME)                                                                                            \
    typedef void (*NAME##_window)(long n, long rows, long columns, const T *_Nonnull w,                                \
                                  const T *_Nonnull const *_Nonnull x, T *_Nonnull y);                                 \
    typedef struct {                                                                                                   \
        /* y[i] = sum of w[a][b] * x[a][i + b], in no stated order: for estimates, not for results */                  \
        NAME##_window _Nonnull window;                                                                                 \
        /* y[i] = x[i * step] */                                                                                       \
        void (*_Nonnull load_u8)(long n, const uint8_t *_Nonnull x, long step, T *_Nonnull y);                         \
        void (*_Nonnull load_u16)(long n, const uint16_t *_Nonnull x, long step, T *_Nonnull y);                       \
        /* y[i * step] = the level nearest to x[i] * scale + offset, which must be finite; doubts[i] = whether it   */ \
        /* lies within `margin` of the middle between two levels. The result is the number of doubts.               */ \
        long (*_Nonnull levels_u8)(long n, T scale, T offset, T margin, const T *_Nonnull x, uint8_t *_Nonnull y,      \
                                   long step, uint8_t *_Nonnull doubts);                                               \
        long (*_Nonnull levels_u16)(long n, T scale, T offset, T margin, const T *_Nonnull x, uint16_t *_Nonnull y,    \
                                    long step, uint8_t *_Nonnull doubts);                                              \
    } NAME;

CK_FILTERS(float, ck_filters_f32)
CK_FILTERS(double, ck_filters_f64)

#endif
