alphabet = "abcdefghijklmnopqrstuvwxyz"
def encode(text, k):
    out = ""
    for c in text:
        if c in alphabet:
            for i in range(26):
                if alphabet[i] == c:
                    out += alphabet[(i + k) % 26]
        else:
            out += c
    return out
print(encode("hello, world", 3))
#> khoor, zruog
print(encode(encode("hello, world", 3), -3))
#> hello, world
