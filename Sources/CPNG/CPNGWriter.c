#include "CPNG.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libpng.h"

typedef struct {
    png_structp png;
    png_infop info;
    const cpng_picture *picture;
    int compression;
    cpng_file *file;
    size_t capacity;
} writer;

// MARK: - Callbacks

static void on_error(png_structp png, png_const_charp words) {
    writer *writer = png_get_error_ptr(png);
    snprintf(writer->file->words, sizeof writer->file->words, "%s", words);
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp words) {
    (void)png;
    (void)words;
}

static void reserve(writer *writer, size_t count) {
    if (count <= writer->capacity) return;
    size_t capacity = count + count / 2 + 4096;
    uint8_t *bytes = realloc(writer->file->bytes, capacity);
    if (!bytes) png_error(writer->png, "out of memory");
    writer->file->bytes = bytes;
    writer->capacity = capacity;
}

static void on_write(png_structp png, png_bytep bytes, size_t count) {
    writer *writer = png_get_io_ptr(png);
    reserve(writer, writer->file->count + count);
    memcpy(writer->file->bytes + writer->file->count, bytes, count);
    writer->file->count += count;
}

static void on_flush(png_structp png) { (void)png; }

// MARK: - Steps

static int colour_type(int channels) {
    switch (channels) {
    case 1: return PNG_COLOR_TYPE_GRAY;
    case 2: return PNG_COLOR_TYPE_GRAY_ALPHA;
    case 3: return PNG_COLOR_TYPE_RGB;
    default: return PNG_COLOR_TYPE_RGB_ALPHA;
    }
}

static void write_header(writer *writer) {
    const cpng_picture *picture = writer->picture;
    png_set_compression_level(writer->png, writer->compression);
    // libpng's own limit of a million a side is no limit of the format
    png_set_user_limits(writer->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_IHDR(
        writer->png, writer->info, picture->width, picture->height, picture->bytes_per_sample * 8,
        colour_type(picture->channels), PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(writer->png, writer->info);
}

static void write_rows(writer *writer) {
    const cpng_picture *picture = writer->picture;
    size_t stride = (size_t)picture->width * picture->channels * picture->bytes_per_sample;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (picture->bytes_per_sample == 2) png_set_swap(writer->png);
#endif
    for (uint32_t y = 0; y < picture->height; y++) {
        png_write_row(writer->png, (png_const_bytep)picture->samples + y * stride);
    }
}

/// Runs all steps; libpng jumps back to here and no further, and whatever must survive a jump lives in the writer.
static cpng_outcome attempt(writer *writer) {
    if (setjmp(png_jmpbuf(writer->png))) return CPNG_NO_MEMORY;
    png_set_write_fn(writer->png, writer, on_write, on_flush);
    write_header(writer);
    write_rows(writer);
    png_write_end(writer->png, writer->info);
    return CPNG_OK;
}

cpng_outcome cpng_write(const cpng_picture *picture, int compression, cpng_file *file) {
    *file = (cpng_file){0};
    writer writer = {.picture = picture, .compression = compression, .file = file};
    writer.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writer, on_error, on_warning);
    writer.info = writer.png ? png_create_info_struct(writer.png) : NULL;
    cpng_outcome outcome = writer.info ? attempt(&writer) : CPNG_NO_MEMORY;
    png_destroy_write_struct(&writer.png, &writer.info);
    if (outcome != CPNG_OK) cpng_file_free(file);
    return outcome;
}

void cpng_file_free(cpng_file *file) {
    free(file->bytes);
    file->bytes = NULL;
    file->count = 0;
}
