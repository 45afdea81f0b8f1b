s = "hello"
s[0]  #> "h"
s[-1]  #> "o"
s[1:3]  #> "el"
s[::-1]  #> "olleh"
s[7]
#! index-range
