"Ab".upper()  #> "AB"
"Ab".lower()  #> "ab"
"  a b ".strip()  #> "a b"
"a,b,,c".split(",")  #> ["a", "b", "", "c"]
" a  b ".split()  #> ["a", "b"]
"-".join(["a", "b"])  #> "a-b"
"banana".replace("an", "AN")  #> "bANANa"
"banana".startswith("ba")  #> True
"banana".endswith("na")  #> True
