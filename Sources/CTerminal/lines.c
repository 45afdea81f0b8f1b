#include "CTerminal.h"
#include "interrupts.h"
#include "readline.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Completion

static ct_completer completer;
static void *completer_context;
static char **candidates;
static int candidate_count, next_candidate;
/// Where the completer lets the word begin.
static int word_start;

static void forget_candidates(void) {
    for (int i = 0; i < candidate_count; i++) free(candidates[i]);
    free(candidates);
    candidates = NULL;
    candidate_count = 0;
}

static void ask_completer(void) {
    forget_candidates();
    word_start = rl_point;
    candidates = completer(completer_context, rl_line_buffer, rl_point, &word_start);
    while (candidates && candidates[candidate_count]) candidate_count++;
}

/// readline finds a word by the characters that break words; what breaks this one is the character before it.
static char *word_breaks(void) {
    static char breaks[2];
    ask_completer();
    breaks[0] = word_start > 0 ? rl_line_buffer[word_start - 1] : 0;
    return breaks;
}

static char *generate(const char *text, int state) {
    (void)text;
    if (state == 0) next_candidate = 0;
    return next_candidate < candidate_count ? strdup(candidates[next_candidate++]) : NULL;
}

static char **complete(const char *text, int start, int end) {
    if (end == 0) ask_completer();  // at the start of a line readline looks for no word
    rl_attempted_completion_over = 1;  // never the names of files of its own
    rl_completion_append_character = 0;
    return start == word_start ? rl_completion_matches(text, generate) : NULL;
}

// Lines

static bool is_finished;
static char *finished_line;

static void on_line(char *line) {
    rl_callback_handler_remove();
    is_finished = true;
    finished_line = line;
}

void ct_lines_open(ct_completer new_completer, void *context) {
    completer = new_completer;
    completer_context = context;
    rl_readline_name = "convlab";  // ~/.inputrc may say `$if convlab`
    rl_catch_signals = 1;
    rl_change_environment = 0;  // LINES and COLUMNS are the shell's
    rl_basic_quote_characters = "";  // whoever opened a quotation mark will also close it
    rl_completion_word_break_hook = word_breaks;
    rl_attempted_completion_function = complete;
    rl_variable_bind("show-all-if-ambiguous", "on");  // at the first Tab; ~/.inputrc may say otherwise
    rl_initialize();
}

/// Leaves a line in the middle. Written before the clean-up, `^C` stands behind the line; after it, upon it.
static void abandon_line(void) {
    rl_point = rl_end;
    rl_redisplay();
    (void)!write(STDOUT_FILENO, "^C\n", 3);
    rl_free_line_state();
    rl_callback_sigcleanup();
    rl_cleanup_after_signal();
    rl_callback_handler_remove();
}

// readline() itself would go on reading after Ctrl-C, and a jump out of it must not cross a Swift frame
ct_ending ct_line_read(const char *prompt, char **line) {
    is_finished = false;
    finished_line = NULL;
    rl_callback_handler_install(prompt, on_line);
    while (!is_finished) {
        struct pollfd files[] = {{STDIN_FILENO, POLLIN, 0}, {ct_interrupt_file(), POLLIN, 0}};
        int count = poll(files, 2, -1);
        if (ct_interrupt_take()) {
            abandon_line();
            return CT_INTERRUPTED;
        }
        if (count < 0 && errno == EINTR) rl_check_signals();  // the window has a new size
        if (count > 0 && files[0].revents) rl_callback_read_char();
    }
    if (!finished_line) {
        (void)!write(STDOUT_FILENO, "\n", 1);
        return CT_END;
    }
    *line = finished_line;
    return CT_LINE;
}

// History

static char *history_path;

void ct_history_open(const char *path, int most) {
    using_history();
    // times between the entries are also what keeps an entry of several lines together
    history_comment_char = '#';
    history_write_timestamps = 1;
    stifle_history(most);
    read_history(path);
    history_path = strdup(path);
    // entries that were left out would be read again and again
    if (history_base > 1) write_history(path);
}

void ct_history_add(const char *entry) {
    HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
    if (last && strcmp(last->line, entry) == 0) return;
    add_history(entry);
    if (history_path) append_history(1, history_path);
}
