// Says what to install, where the compiler would only say that a header is missing.
#pragma once

#if !__has_include(<readline/readline.h>)
#error "ConvLab needs GNU readline: apt-get install libreadline-dev"
#else
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>
#endif
