people = [{"name": "Ann", "age": 30}, {"name": "Bob", "age": 25}]
for p in people:
    print(p["name"], p["age"] + 1)
#> Ann 31
#> Bob 26
print(sum([p["age"] for p in people]))
#> 55
