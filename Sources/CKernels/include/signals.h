// Convolution and pooling of images laid out [image][channel][row][column].
#ifndef CK_SIGNALS_H
#define CK_SIGNALS_H

#define CK_SIGNALS(T, NAME)                                                                                            \
    typedef struct {                                                                                                   \
        long placeholder;                                                                                              \
    } NAME;

CK_SIGNALS(float, ck_signals_f32)
CK_SIGNALS(double, ck_signals_f64)

#endif
