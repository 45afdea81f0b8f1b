def acronym(phrase):
    return "".join(word[0].upper() for word in phrase.split())
print(acronym("portable network graphics"), acronym("rectified linear unit"))
#> PNG RLU
