#if !__has_include(<png.h>)
#error "ConvLab needs libpng: apt-get install libpng-dev"
#else
#include <png.h>
#endif
