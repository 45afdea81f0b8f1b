text = "the quick brown fox jumped over a lazy dog"
longest = ""
for word in text.split():
    if len(word) > len(longest):
        longest = word
print(longest, len(longest))
#> jumped 6
print(max(len(w) for w in text.split()))
#> 6
