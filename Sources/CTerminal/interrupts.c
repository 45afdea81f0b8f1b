#define _GNU_SOURCE
#include "CTerminal.h"
#include "interrupts.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t is_pending;
// a flag alone could be set between a look at it and the start of a wait, which would then sleep on
static int ends[2] = {-1, -1};

static void on_interrupt(int number) {
    (void)number;
    int saved = errno;
    is_pending = 1;
    char byte = 0;
    (void)!write(ends[1], &byte, 1);
    errno = saved;
}

bool ct_interrupts_catch(void) {
    if (ends[0] < 0 && pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
    struct sigaction action = {.sa_handler = on_interrupt};  // no SA_RESTART: a wait shall end
    sigemptyset(&action.sa_mask);
    return sigaction(SIGINT, &action, NULL) == 0;
}

bool ct_interrupt_is_pending(void) { return is_pending; }

bool ct_interrupt_take(void) {
    char bytes[64];
    while (ends[0] >= 0 && read(ends[0], bytes, sizeof bytes) > 0) {}
    bool was_pending = is_pending;
    is_pending = 0;
    return was_pending;
}

int ct_interrupt_file(void) { return ends[0]; }
