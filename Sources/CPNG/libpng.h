// Says what to install, where the compiler would only say that a header is missing.
#pragma once

#if !__has_include(<png.h>)
#error "ConvLab needs libpng: apt-get install libpng-dev"
#else
#include <png.h>
#endif
