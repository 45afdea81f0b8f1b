#include "CPNG.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "libpng.h"

struct cpng_writer {
    png_structp png;
    png_infop info;
    cpng_header header;
    int compression;
    // of the step that runs
    const uint8_t *rows;
    uint32_t row_count;
    // of the file so far
    uint8_t *bytes;
    size_t count, capacity;
};

// MARK: - Callbacks

static void on_error(png_structp png, png_const_charp words) {
    (void)words;
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp words) {
    (void)png;
    (void)words;
}

static void reserve(cpng_writer *writer, size_t count) {
    if (count <= writer->capacity) return;
    size_t capacity = count + count / 2 + 4096;
    uint8_t *bytes = realloc(writer->bytes, capacity);
    if (!bytes) png_error(writer->png, "out of memory");
    writer->bytes = bytes;
    writer->capacity = capacity;
}

static void on_write(png_structp png, png_bytep bytes, size_t count) {
    cpng_writer *writer = png_get_io_ptr(png);
    reserve(writer, writer->count + count);
    memcpy(writer->bytes + writer->count, bytes, count);
    writer->count += count;
}

static void on_flush(png_structp png) { (void)png; }

/// Runs one step; libpng jumps back to here and no further, and whatever must survive a jump lives in the writer.
///
/// Of what is asked of libpng here, only memory can fail.
static cpng_outcome attempt(cpng_writer *writer, void (*step)(cpng_writer *)) {
    if (setjmp(png_jmpbuf(writer->png))) return CPNG_NO_MEMORY;
    step(writer);
    return CPNG_OK;
}

// MARK: - Steps

static int colour_type(int channels) {
    switch (channels) {
    case 1: return PNG_COLOR_TYPE_GRAY;
    case 2: return PNG_COLOR_TYPE_GRAY_ALPHA;
    case 3: return PNG_COLOR_TYPE_RGB;
    default: return PNG_COLOR_TYPE_RGB_ALPHA;
    }
}

static void choose_compression(cpng_writer *writer) {
    if (writer->compression != CPNG_QUICK) return png_set_compression_level(writer->png, writer->compression);
    // trying all filters on each row would take longer than the rest
    png_set_filter(writer->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    png_set_compression_level(writer->png, Z_BEST_SPEED);
    png_set_compression_strategy(writer->png, Z_RLE);
}

static void write_header(cpng_writer *writer) {
    const cpng_header *header = &writer->header;
    png_set_write_fn(writer->png, writer, on_write, on_flush);
    choose_compression(writer);
    // libpng's own limit of a million a side is no limit of the format
    png_set_user_limits(writer->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_IHDR(
        writer->png, writer->info, header->width, header->height, header->bytes_per_sample * 8,
        colour_type(header->channels), PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(writer->png, writer->info);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (header->bytes_per_sample == 2) png_set_swap(writer->png);
#endif
}

static void write_rows(cpng_writer *writer) {
    size_t stride = (size_t)writer->header.width * writer->header.channels * writer->header.bytes_per_sample;
    for (uint32_t y = 0; y < writer->row_count; y++) png_write_row(writer->png, writer->rows + y * stride);
}

static void write_end(cpng_writer *writer) { png_write_end(writer->png, writer->info); }

// MARK: - Life

cpng_writer *cpng_writer_create(const cpng_header *header, int compression) {
    cpng_writer *writer = calloc(1, sizeof *writer);
    if (!writer) return NULL;
    writer->header = *header;
    writer->compression = compression;
    writer->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, writer, on_error, on_warning);
    writer->info = writer->png ? png_create_info_struct(writer->png) : NULL;
    if (writer->info && attempt(writer, write_header) == CPNG_OK) return writer;
    cpng_writer_destroy(writer);
    return NULL;
}

void cpng_writer_destroy(cpng_writer *writer) {
    if (!writer) return;
    if (writer->png) png_destroy_write_struct(&writer->png, &writer->info);
    free(writer->bytes);
    free(writer);
}

cpng_outcome cpng_write_rows(cpng_writer *writer, const void *samples, uint32_t count) {
    writer->rows = samples;
    writer->row_count = count;
    return attempt(writer, write_rows);
}

cpng_outcome cpng_write_end(cpng_writer *writer, const uint8_t **bytes, size_t *count) {
    cpng_outcome outcome = attempt(writer, write_end);
    *bytes = writer->bytes;
    *count = writer->count;
    return outcome;
}
