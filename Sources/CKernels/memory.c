// Memory that may be refused: Swift's own allocation ends the process instead.
#include "CKernels.h"
#include <stdlib.h>

void *ck_allocate(long bytes) { return malloc(bytes > 0 ? (size_t)bytes : 1); }
void ck_release(void *memory) { free(memory); }
