"banana".find("na")  #> 2
"banana".find("x")  #> -1
"banana".find("")  #> 0
"naïve café".find("café")  #> 6
"banana".count("a")  #> 3
"aaaa".count("aa")  #> 2
"abc".count("")  #> 4
"abc".count("x")  #> 0
"hello World".capitalize()  #> "Hello world"
"".capitalize()  #> ""
"hello big WORLD".title()  #> "Hello Big World"
"it's 3rd-class".title()  #> "It'S 3Rd-Class"
"  a b ".lstrip()  #> "a b "
"  a b ".rstrip()  #> "  a b"
"xxaxbxx".strip("x")  #> "axb"
"xyaxbyx".lstrip("xy")  #> "axbyx"
"abc".rstrip("c")  #> "ab"
"ab".ljust(5)  #> "ab   "
"ab".rjust(5, "*")  #> "***ab"
"ab".center(5, "*")  #> "**ab*"
"abc".center(6, "*")  #> "*abc**"
"abc".center(2)  #> "abc"
"a".center(4, "*")  #> "*a**"
"7".zfill(3)  #> "007"
"-7".zfill(4)  #> "-007"
"+7".zfill(4)  #> "+007"
"abc".zfill(2)  #> "abc"
"12".isdigit()  #> True
"".isdigit()  #> False
"1.5".isdigit()  #> False
"ab".isalpha()  #> True
"a1".isalpha()  #> False
"a1".isalnum()  #> True
" ".isspace()  #> True
"".isspace()  #> False
"A1".isupper()  #> True
"Aa".isupper()  #> False
"a1".islower()  #> True
"12".islower()  #> False
ord("a")  #> 97
ord("é")  #> 233
chr(98)  #> "b"
chr(233)  #> "é"
"".join([chr((ord(c) - 97 + 13) % 26 + 97) for c in "uryyb"])  #> "hello"
