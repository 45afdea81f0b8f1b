// Elements from place to place, whatever they mean: only their width in bytes (1, 4 or 8) counts. The same on every
// CPU level, because nothing is computed.
#ifndef CK_MOVES_H
#define CK_MOVES_H

#include <stdint.h>

// A walk over the elements of a tensor: in row-major order of `sizes`, `steps` elements apart (0 repeats, negative
// runs backwards). At most 16 axes.
void ck_gather(long rank, const long *_Nonnull sizes, const long *_Nonnull steps, long width,
               const void *_Nonnull from, void *_Nonnull to);
// The reverse: contiguous `from` into the walk over `to`.
void ck_scatter(long rank, const long *_Nonnull sizes, const long *_Nonnull steps, long width,
                const void *_Nonnull from, void *_Nonnull to);
// Blocks of `width` bytes (any width), `places` counting blocks.
void ck_gather_places(long n, const long *_Nonnull places, long width, const void *_Nonnull from, void *_Nonnull to);
void ck_scatter_places(long n, const long *_Nonnull places, long width, const void *_Nonnull from, void *_Nonnull to);

#endif
