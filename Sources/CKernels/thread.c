#include "CKernels.h"

_Thread_local ck_thread_state ck_thread;
