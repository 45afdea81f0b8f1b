def is_anagram(a, b):
    return "".join(sorted(a.lower().replace(" ", ""))) == "".join(sorted(b.lower().replace(" ", "")))
print(is_anagram("Listen", "Silent"), is_anagram("Dormitory", "Dirty room"), is_anagram("cat", "act up"))
#> True True False
