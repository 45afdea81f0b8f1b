// Convolution and pooling of images laid out [image][channel][row][column].
#ifndef CK_SIGNALS_H
#define CK_SIGNALS_H

#ifndef CK_WINDOWS
#define CK_WINDOWS
// Windows that move over padded images: x is [images][groups * in][rows][columns], the result
// [images][groups * out][out_rows][out_columns]. Every window lies inside, except where a function says otherwise.
typedef struct {
    long images, groups, in, out;
    long rows, columns;
    long kernel_rows, kernel_columns;
    long stride_rows, stride_columns;
    long dilation_rows, dilation_columns;
    long out_rows, out_columns;
} ck_windows;
#endif

#define CK_SIGNALS(T, NAME)                                                                                            \
    typedef void (*NAME##_correlate)(ck_windows s, const T *_Nonnull x, const T *_Nonnull w, T *_Nonnull y);           \
    typedef void (*NAME##_pool)(ck_windows s, const T *_Nonnull x, T *_Nonnull y);                                     \
    typedef void (*NAME##_average)(ck_windows s, const T *_Nonnull x, const long *_Nonnull row_counts,                 \
                                   const long *_Nonnull column_counts, T *_Nonnull y);                                 \
    typedef void (*NAME##_power)(ck_windows s, double p, const T *_Nonnull x, T *_Nonnull y);                          \
    typedef void (*NAME##_interpolate)(long outer, long n, long inner, long out, const T *_Nonnull x, T *_Nonnull y);  \
    typedef void (*NAME##_magnitude)(long n, const T *_Nonnull p, const T *_Nonnull q, T *_Nonnull y);                 \
    typedef struct {                                                                                                   \
        /* adds to y the sums of products of w, [groups * out][in][kernel rows][kernel columns], with the windows */   \
        NAME##_correlate _Nonnull correlate;                                                                           \
        /* its transpose, from a result g to the image: adds to x; the arguments are (s, g, w, x) */                   \
        NAME##_correlate _Nonnull correlate_transposed;                                                                \
        /* one plane at a time: images planes; in, out and groups are not read */                                      \
        NAME##_pool _Nonnull max_pool;                                                                                 \
        NAME##_average _Nonnull average_pool;                                                                          \
        NAME##_power _Nonnull power_pool;                                                                              \
        /* linear, half-pixel centres, along one axis: x is [outer][n][inner], y is [outer][out][inner] */             \
        NAME##_interpolate _Nonnull interpolate;                                                                       \
        NAME##_magnitude _Nonnull magnitude;                                                                           \
    } NAME;

CK_SIGNALS(float, ck_signals_f32)
CK_SIGNALS(double, ck_signals_f64)

#endif
