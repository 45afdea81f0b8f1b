def is_palindrome(s):
    s = s.lower().replace(" ", "")
    return s == s[::-1]
print(is_palindrome("Never odd or even"), is_palindrome("hello"))
#> True False
