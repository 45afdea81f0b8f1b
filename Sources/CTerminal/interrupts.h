#pragma once

/// A file that can be read from as soon as Ctrl-C is pressed, for `poll`; -1 before `ct_interrupts_catch`.
int ct_interrupt_file(void);
