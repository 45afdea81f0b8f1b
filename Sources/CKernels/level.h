// What every level's file includes first, outside the target attribute.
#include "CKernels.h"
#include <math.h>
#include <string.h>

#pragma clang diagnostic error "-Wignored-attributes"   // a misspelt target must not be ignored silently

#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)
#define N(name) JOIN(name, SUFFIX)      // the name of a function of this element type
#define M(name) JOIN(name, MATHS)       // the C library's function of this element type: expf, exp
