f(x1, x2) = ln(x1) + x1*x2 - sin(x2)
g = graph(f)(2, 5)
g  #> graph of 7 nodes and 8 arrows
"v4 = v1 + v2\\n10.6931\\n1" in g.dot  #> True
"x1\\n2\\n5.5" in g.dot  #> True
"n1 -> n4 [label=\"0.2837\"]" in g.dot  #> True
g.svg.startswith("<svg")  #> True
save_graph("survey.svg", g)  #> saved survey.svg: graph of 7 nodes and 8 arrows
# x * x has two paths, which add up; a value that is assigned bears its name
def loss(w):
    e = 3*w - 1
    return e * e
h = graph(loss)(2)
h  #> graph of 4 nodes and 4 arrows
"e = v1 - 1\\n5\\n10" in h.dot  #> True
"w\\n2\\n30" in h.dot  #> True
graph(x -> x**2 if x > 0 else -x)(-3)  #> graph of 5 nodes and 6 arrows
graph(x -> sum([x]))(1)
#! grad-symbolic
graph(x -> x)([1, 2])
#! type-argument
save_graph("f.png", g)
#! value-word
graph(f)  #> graph(f)
graph((x, f) -> x * f)(2, 3)  #> graph of 3 nodes and 2 arrows
