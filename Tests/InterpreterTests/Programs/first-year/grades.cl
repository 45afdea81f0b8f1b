grades = {"Ann": [1, 2, 1], "Bob": [3, 2, 4]}
for name, marks in grades.items():
    print(f"{name:5} {sum(marks) / len(marks):.2f}")
#> Ann   1.33
#> Bob   3.00
