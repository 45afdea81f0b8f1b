// The terminal as the prompt needs it: lines with GNU readline, Ctrl-C, and a line that tells how long something takes.
//
// Why C: readline's settings and hooks are global variables, and handlers of signals may run between any two
// instructions. Neither can be said in Swift, so both end here.
#pragma once

#include <stdbool.h>

// Ctrl-C

/// From now on Ctrl-C is noted here and ends nothing by itself; false when the system refuses.
bool ct_interrupts_catch(void);
/// It was pressed since the last `ct_interrupt_take`.
bool ct_interrupt_is_pending(void);
/// The same, and forgets it.
bool ct_interrupt_take(void);

// Lines

/// Says what could stand at `point`, a byte offset into the line: a list ended by NULL, list and texts from malloc.
/// Each replaces the bytes from `*start` to `point`. NULL when there is nothing.
typedef char **(*ct_completer)(void *context, const char *line, int point, int *start);

/// How the reading of a line ended.
typedef enum __attribute__((enum_extensibility(closed))) {
    CT_LINE,
    CT_INTERRUPTED,  // Ctrl-C
    CT_END,          // Ctrl-D on an empty line, or the terminal is gone
} ct_ending;

/// Once, before the first line.
void ct_lines_open(ct_completer completer, void *context);
/// Reads a line, which comes from malloc; a pasted text is one line with line feeds in it.
ct_ending ct_line_read(const char *prompt, char **line);

// History

/// Reads the entries of former sessions, and keeps at most `most` of them.
void ct_history_open(const char *path, int most);
/// Adds an entry, which may have several lines; written at once, so that no ending of the program loses it.
void ct_history_add(const char *entry);

// Progress

/// From a second on, tells on standard error each second how long this takes, until `ct_progress_end`.
void ct_progress_begin(void);
void ct_progress_end(void);
/// Removes the line before something else is written, and keeps it away until it is allowed again.
void ct_progress_hide(void);
/// What was written ended with a line, so that the progress has a line of its own.
void ct_progress_allow(void);
