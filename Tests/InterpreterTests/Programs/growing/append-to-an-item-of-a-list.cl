buckets = [["a"], ["b", "c"]]
buckets[0].append("d")
buckets[0]  #> ["a", "d"]
