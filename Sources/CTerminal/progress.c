#include "CTerminal.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/time.h>
#include <unistd.h>

// A timer's signal rather than a thread: it also comes in the middle of a long tensor operation, and it cannot write
// while the program itself writes, because the kernel gives it to the main thread first.
static volatile sig_atomic_t seconds, is_allowed, is_visible;

static void say(const char *text, size_t length) { (void)!write(STDERR_FILENO, text, length); }

static void on_second(int number) {
    (void)number;
    int saved = errno;
    seconds++;
    if (is_allowed) {
        // printf is not safe in a handler
        char text[32] = "\r";
        char digits[12];
        size_t count = 0, length = 1;
        for (unsigned rest = (unsigned)seconds; rest > 0; rest /= 10) digits[count++] = (char)('0' + rest % 10);
        while (count > 0) text[length++] = digits[--count];
        for (const char *tail = " s ... "; *tail; tail++) text[length++] = *tail;
        is_visible = 1;
        say(text, length);
    }
    errno = saved;
}

static void set_timer(int interval) {
    struct itimerval value = {{interval, 0}, {interval, 0}};
    setitimer(ITIMER_REAL, &value, NULL);
}

void ct_progress_begin(void) {
    struct sigaction action = {.sa_handler = on_second, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    seconds = 0;
    is_allowed = 1;
    if (sigaction(SIGALRM, &action, NULL) == 0) set_timer(1);
}

void ct_progress_end(void) {
    set_timer(0);
    ct_progress_hide();
}

void ct_progress_hide(void) {
    is_allowed = 0;
    if (!is_visible) return;
    is_visible = 0;
    static const char erase[] = "\r\x1b[K";
    say(erase, sizeof erase - 1);
}

void ct_progress_allow(void) { is_allowed = 1; }
