counts = {}
for w in "the cat and the dog".split():
    counts[w] = counts.get(w, 0) + 1
counts  #> {"the": 2, "cat": 1, "and": 1, "dog": 1}
