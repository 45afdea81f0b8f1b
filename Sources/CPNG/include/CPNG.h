// PNG files in memory, read and written through libpng's full interface.
//
// Why not libpng's simplified interface: it applies gamma, premultiplies alpha, and accepts files without an end.
// Why C: libpng reports errors with longjmp, which must never cross a Swift frame. Every jump here starts and ends
// inside one C function.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// How a step ended.
typedef enum __attribute__((enum_extensibility(closed))) {
    CPNG_OK,
    CPNG_NOT_PNG,          // other first bytes
    CPNG_CUT_SHORT,        // the file ends before its last chunk does
    CPNG_DAMAGED,          // libpng's words are in `words`
    CPNG_HOLLOW,           // too few bytes to hold the picture its header promises
    CPNG_OUTSIDE_PALETTE,  // a pixel names a colour that the palette does not have
    CPNG_LONG_SIDE,        // more than `max_side`
    CPNG_MANY_PIXELS,      // more than `max_pixels`
    CPNG_MANY_BYTES,       // more than `max_bytes`
    CPNG_NO_MEMORY,
} cpng_outcome;

/// What a picture may take; checked before any memory that depends on its size.
typedef struct {
    uint32_t max_side;
    uint64_t max_pixels;
    uint64_t max_bytes;  // of the samples handed out
} cpng_limits;

/// What is known about a file so far.
typedef struct {
    uint32_t width, height;
    uint8_t channels;          // 1 gray, 2 gray+alpha, 3 rgb, 4 rgba
    uint8_t bytes_per_sample;  // 1, or 2 in the order of this machine
    uint64_t byte_count;       // of the samples handed out
    uint64_t stored_count;     // compressed bytes in the file
    uint32_t palette_count;
    uint32_t palette_index;    // the index that `CPNG_OUTSIDE_PALETTE` is about
    char words[120];           // libpng's own, or ""
} cpng_facts;

/// A file that is being read; it borrows the bytes.
typedef struct cpng_reader cpng_reader;

/// NULL if there is no memory for it.
cpng_reader *cpng_reader_create(const uint8_t *bytes, size_t count);
void cpng_reader_destroy(cpng_reader *reader);
cpng_facts cpng_reader_facts(const cpng_reader *reader);

/// First step: checks the file's structure, its header and the limits.
cpng_outcome cpng_read_header(cpng_reader *reader, const cpng_limits *limits);

/// Second step: fills `samples`, which has room for `byte_count` bytes, row by row without gaps.
///
/// Samples come as stored, without gamma and without premultiplying; 1, 2 and 4 bits are stretched to 8, a palette
/// becomes rgb or rgba.
cpng_outcome cpng_read_samples(cpng_reader *reader, void *samples);

/// What a file to be written says of its picture.
typedef struct {
    uint32_t width, height;
    uint8_t channels;
    uint8_t bytes_per_sample;
} cpng_header;

/// In place of a level of compression: looks for runs only, many times as fast and a little larger for photographs.
enum { CPNG_QUICK = -1 };

/// A file that is being written, in memory.
typedef struct cpng_writer cpng_writer;

/// `compression` from 0 (none) to 9 (smallest), or `CPNG_QUICK`; NULL if there is no memory for it.
cpng_writer *cpng_writer_create(const cpng_header *header, int compression);
void cpng_writer_destroy(cpng_writer *writer);

/// The next `count` rows, without gaps, 16-bit samples in the order of this machine.
cpng_outcome cpng_write_rows(cpng_writer *writer, const void *samples, uint32_t count);
/// After the last row. The bytes of the file, which belong to the writer.
cpng_outcome cpng_write_end(cpng_writer *writer, const uint8_t **bytes, size_t *count);
