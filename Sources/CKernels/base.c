// What every CPU of the architecture has: SSE2 on x86-64 (no FMA), NEON on arm64 (with FMA).
#include "level.h"

#define CK_TABLE ck_base
#define CK_NAME "base"
#include "level.inc"
