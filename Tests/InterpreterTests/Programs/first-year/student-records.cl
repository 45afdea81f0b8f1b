students = [{"name": "Ada", "marks": (90, 85, 77)}, {"name": "Bob", "marks": (60, 75, 58)}]
for s in students:
    average = sum(s["marks"]) / len(s["marks"])
    print(s["name"], round(average, 1), "pass" if average >= 65 else "fail")
#> Ada 84.0 pass
#> Bob 64.3 fail
best = max(sum(s["marks"]) for s in students)
print(best)
#> 252
