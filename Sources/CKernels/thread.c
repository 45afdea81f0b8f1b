// What belongs to a thread: Swift has no cheap thread-local variables.
#include "CKernels.h"

static _Thread_local void *budget;

void *ck_thread_budget(void) { return budget; }
void ck_set_thread_budget(void *new_budget) { budget = new_budget; }
