#include "CPNG.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libpng.h"

enum { SIGNATURE_BYTES = 8, CHUNK_FRAME_BYTES = 12 };

// Deflate spends at least two bits on 258 bytes, so one byte can unpack to 1032 at most.
static const uint64_t DEFLATE_LIMIT = 1032;
static const uint64_t DEFLATE_SLACK = 64 * 1024;

// What may follow the last pixel: the checksum, and little else.
static const size_t MAX_TAIL_BYTES = 4096;

// Nothing but the palette and its transparency is kept; a larger chunk is no part of a picture.
static const png_alloc_size_t MAX_CHUNK_BYTES = 16 << 20;

struct cpng_reader {
    png_structp png;
    png_infop info;
    const uint8_t *bytes;
    size_t count;
    size_t offset;
    size_t data_end;    // where the last chunk of samples ends
    size_t tail_count;  // bytes read between the last pixel and `data_end`
    uint8_t *samples;
    cpng_outcome outcome;
    cpng_facts facts;
};

// MARK: - Callbacks

static void on_error(png_structp png, png_const_charp words) {
    cpng_reader *reader = png_get_error_ptr(png);
    reader->outcome = CPNG_DAMAGED;
    snprintf(reader->facts.words, sizeof reader->facts.words, "%s", words);
    png_longjmp(png, 1);
}

// Whatever could change a sample is an error (see `be_strict`), so that no warning matters.
static void on_warning(png_structp png, png_const_charp words) {
    (void)png;
    (void)words;
}

static bool has_all_rows(const cpng_reader *reader) {
    if (!reader->samples) return false;
    return png_get_current_row_number(reader->png) >= reader->facts.height
        || png_get_current_pass_number(reader->png) >= PNG_INTERLACE_ADAM7_PASSES;
}

/// libpng would unpack all that follows the last pixel before it calls it too much: seconds for a megabyte.
static void refuse_long_tail(cpng_reader *reader, size_t count) {
    if (reader->offset >= reader->data_end || !has_all_rows(reader)) return;
    reader->tail_count += count;
    if (reader->tail_count > MAX_TAIL_BYTES) png_error(reader->png, "more data than pixels");
}

static void on_read(png_structp png, png_bytep target, size_t count) {
    cpng_reader *reader = png_get_io_ptr(png);
    if (count > reader->count - reader->offset) png_error(png, "the file ends too early");
    refuse_long_tail(reader, count);
    memcpy(target, reader->bytes + reader->offset, count);
    reader->offset += count;
}

/// Runs one step; libpng jumps back to here and no further.
///
/// Nothing is local but the parameters, which do not change: whatever must survive a jump lives in the reader. So no
/// variable needs to be volatile.
static cpng_outcome attempt(cpng_reader *reader, void (*step)(cpng_reader *)) {
    if (setjmp(png_jmpbuf(reader->png))) return reader->outcome;
    step(reader);
    return CPNG_OK;
}

// MARK: - Life

/// Makes libpng refuse whatever it would otherwise repair, and skip what a picture does not need.
static void be_strict(png_structp png) {
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_set_benign_errors(png, 0);
    png_set_check_for_invalid_index(png, 0);  // `expand_palette` does, and says which index
    // Text, profiles, gamma and times are checked but never unpacked: a bomb in them has no effect.
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_set_chunk_malloc_max(png, MAX_CHUNK_BYTES);
    // Our own limits come after the header's checksum, so that a damaged header is called damaged.
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
}

cpng_reader *cpng_reader_create(const uint8_t *bytes, size_t count) {
    cpng_reader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->bytes = bytes;
    reader->count = count;
    reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, on_error, on_warning);
    reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
    if (reader->info) return reader;
    cpng_reader_destroy(reader);
    return NULL;
}

void cpng_reader_destroy(cpng_reader *reader) {
    if (!reader) return;
    if (reader->png) png_destroy_read_struct(&reader->png, &reader->info, NULL);
    free(reader);
}

cpng_facts cpng_reader_facts(const cpng_reader *reader) { return reader->facts; }

// MARK: - First step

static bool is_chunk(const uint8_t *chunk, const char *type) { return memcmp(chunk + 4, type, 4) == 0; }

/// Walks over the chunks: are they all there, and how many bytes hold samples?
static cpng_outcome survey(cpng_reader *reader) {
    size_t known = reader->count < SIGNATURE_BYTES ? reader->count : SIGNATURE_BYTES;
    if (known == 0 || png_sig_cmp(reader->bytes, 0, known) != 0) return CPNG_NOT_PNG;
    size_t offset = known;
    while (reader->count - offset >= CHUNK_FRAME_BYTES) {
        const uint8_t *chunk = reader->bytes + offset;
        uint32_t length = png_get_uint_32(chunk);
        if (length > reader->count - offset - CHUNK_FRAME_BYTES) return CPNG_CUT_SHORT;
        if (is_chunk(chunk, "IEND")) return CPNG_OK;
        offset += CHUNK_FRAME_BYTES + length;
        if (!is_chunk(chunk, "IDAT")) continue;
        reader->facts.stored_count += length;
        reader->data_end = offset;
    }
    return CPNG_CUT_SHORT;
}

static void read_until_samples(cpng_reader *reader) {
    be_strict(reader->png);
    png_set_read_fn(reader->png, reader, on_read);
    png_read_info(reader->png, reader->info);
}

static bool has_palette(const cpng_reader *reader) {
    return png_get_color_type(reader->png, reader->info) == PNG_COLOR_TYPE_PALETTE;
}

static bool has_alpha(const cpng_reader *reader) {
    return (png_get_color_type(reader->png, reader->info) & PNG_COLOR_MASK_ALPHA)
        || png_get_valid(reader->png, reader->info, PNG_INFO_tRNS);
}

static void describe(cpng_reader *reader) {
    bool colour = png_get_color_type(reader->png, reader->info) & PNG_COLOR_MASK_COLOR;
    cpng_facts *facts = &reader->facts;
    facts->width = png_get_image_width(reader->png, reader->info);
    facts->height = png_get_image_height(reader->png, reader->info);
    facts->channels = (colour ? 3 : 1) + (has_alpha(reader) ? 1 : 0);
    facts->bytes_per_sample = png_get_bit_depth(reader->png, reader->info) == 16 ? 2 : 1;
}

/// Can the compressed bytes unpack to what the header promises?
static bool is_hollow(const cpng_reader *reader, uint64_t pixels) {
    uint64_t bits = png_get_bit_depth(reader->png, reader->info) * png_get_channels(reader->png, reader->info);
    return reader->facts.stored_count * DEFLATE_LIMIT + DEFLATE_SLACK < pixels * bits / 8;
}

/// Swift's arrays trap where malloc returns NULL, so malloc is asked first.
static bool has_room(uint64_t byte_count) {
    void *volatile block = byte_count <= SIZE_MAX ? malloc((size_t)byte_count) : NULL;
    free(block);
    return block != NULL;
}

static cpng_outcome check(cpng_reader *reader, const cpng_limits *limits) {
    cpng_facts *facts = &reader->facts;
    uint64_t pixels = (uint64_t)facts->width * facts->height;
    if (pixels > limits->max_pixels) return CPNG_MANY_PIXELS;
    if (pixels > UINT64_MAX / 64) return CPNG_MANY_PIXELS;  // a pixel has 64 bits at most: nothing below overflows
    if (facts->width > limits->max_side || facts->height > limits->max_side) return CPNG_LONG_SIDE;
    facts->byte_count = pixels * facts->channels * facts->bytes_per_sample;
    if (is_hollow(reader, pixels)) return CPNG_HOLLOW;
    if (facts->byte_count > limits->max_bytes) return CPNG_MANY_BYTES;
    return has_room(facts->byte_count) ? CPNG_OK : CPNG_NO_MEMORY;
}

cpng_outcome cpng_read_header(cpng_reader *reader, const cpng_limits *limits) {
    cpng_outcome outcome = survey(reader);
    if (outcome == CPNG_OK) outcome = attempt(reader, read_until_samples);
    if (outcome != CPNG_OK) return outcome;
    describe(reader);
    return check(reader, limits);
}

// MARK: - Second step

/// Asks for whole bytes: palette indices stay indices, all else is expanded, 16 bits in the order of this machine.
static void request_layout(cpng_reader *reader) {
    if (has_palette(reader)) {
        png_set_packing(reader->png);
    } else {
        png_set_expand(reader->png);
    }
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (reader->facts.bytes_per_sample == 2) png_set_swap(reader->png);
#endif
}

static uint64_t pixel_count(const cpng_reader *reader) {
    return (uint64_t)reader->facts.width * reader->facts.height;
}

/// Where libpng puts its rows: palette indices go to the end of the buffer, so that colours can grow from its start.
static uint8_t *first_row(const cpng_reader *reader) {
    if (!has_palette(reader)) return reader->samples;
    return reader->samples + reader->facts.byte_count - pixel_count(reader);
}

static void read_rows(cpng_reader *reader) {
    request_layout(reader);
    int passes = png_set_interlace_handling(reader->png);
    png_read_update_info(reader->png, reader->info);
    size_t stride = png_get_rowbytes(reader->png, reader->info);
    uint8_t *first = first_row(reader);
    uint64_t room = reader->facts.byte_count - (uint64_t)(first - reader->samples);
    if (stride * (uint64_t)reader->facts.height != room) png_error(reader->png, "rows of another length than promised");
    for (int pass = 0; pass < passes; pass++) {
        for (uint32_t y = 0; y < reader->facts.height; y++) png_read_row(reader->png, first + y * stride, NULL);
    }
    png_read_end(reader->png, NULL);
}

typedef struct {
    uint32_t count;
    uint8_t rgba[256][4];
} palette;

static palette load_palette(const cpng_reader *reader) {
    png_colorp colours = NULL;
    png_bytep alphas = NULL;
    int count = 0, alpha_count = 0;
    png_get_PLTE(reader->png, reader->info, &colours, &count);
    png_get_tRNS(reader->png, reader->info, &alphas, &alpha_count, NULL);
    palette result = {.count = (uint32_t)count};
    for (int i = 0; i < count; i++) {
        uint8_t alpha = i < alpha_count ? alphas[i] : 255;
        memcpy(result.rgba[i], (uint8_t[4]){colours[i].red, colours[i].green, colours[i].blue, alpha}, 4);
    }
    return result;
}

/// Replaces indices by colours in place: a colour never reaches an index that is still to be read.
static cpng_outcome expand_palette(cpng_reader *reader) {
    palette palette = load_palette(reader);
    size_t channels = reader->facts.channels;
    const uint8_t *indices = first_row(reader);
    reader->facts.palette_count = palette.count;
    for (uint64_t i = 0; i < pixel_count(reader); i++) {
        uint8_t index = indices[i];
        if (index >= palette.count) {
            reader->facts.palette_index = index;
            return CPNG_OUTSIDE_PALETTE;
        }
        memcpy(reader->samples + i * channels, palette.rgba[index], channels);
    }
    return CPNG_OK;
}

cpng_outcome cpng_read_samples(cpng_reader *reader, void *samples) {
    reader->samples = samples;
    cpng_outcome outcome = attempt(reader, read_rows);
    return outcome == CPNG_OK && has_palette(reader) ? expand_palette(reader) : outcome;
}
