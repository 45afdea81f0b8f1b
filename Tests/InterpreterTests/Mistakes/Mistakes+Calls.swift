// Calls, names and kinds of values.
extension Mistake {
    static let calls = [
        Mistake("A = [[1, 2], [3, 4]]\nA(0, 1)", "call-function", "2:1", ["A", "tensor", "brackets"], "write A[0, 1]"),
        Mistake("A = [[1, 2], [3, 4]]\nsum(A, 1)", "call-positional", "2:1", ["axis", "name"], "write sum(A, axis=1)"),
        Mistake("sum([1, 2, 3], 1)", "call-positional", "1:1", ["axis", "name"], "write sum([1, 2, 3], axis=0)"),
        Mistake("x = [1, -1]\nmax(x, 0)", "call-positional", "2:1", ["maximum"], "write maximum(x, 0)"),
        Mistake("A = [[1, 2], [3, 4]]\nsum(A, dim=1)", "call-keyword", "2:1", ["dim", "axis"], "write sum(A, axis=1)"),
        Mistake(
            "A = [[1, 2], [3, 4]]\nmean(A, axis=1, keepdim=True)", "call-keyword", "2:1", ["keepdim", "keepdims"],
            "write mean(A, axis=1, keepdims=True)"),
        Mistake("f(x, y) = x + y\nf(1)", "call-missing", "2:1", ["f", "y", "f(x, y)"], nil),
        Mistake("f(x, y) = x + y\nf(1, 2, 3)", "call-many", "2:1", ["2 arguments", "3"], "write f(1, 2)"),
        Mistake("a = [1, 2]\nconcat(a, a)", "call-concat", "2:1", ["parentheses"], "write concat((a, a))"),
        Mistake(
            "age = 7\nprint(\"age: \" + age)", "type-operand", "2:15", ["string", "age is 7"],
            "write \"age: \" + str(age)"),
        Mistake("x = \"3\"\ny = 2 - x", "type-operand", "2:7", ["x is \"3\""], "write 2 - float(x)"),
        Mistake(
            "def square(x):\n    y = x ** 2\nz = square(3) + 1", "type-operand", "3:15", ["None"],
            "did you mean return x ** 2 at line 2?"),
        Mistake("width = 3\nprint(wdth * 2)", "name-unknown", "2:7", ["wdth"], "did you mean width?"),
        Mistake("x = [1, -2]\nrleu(x)", "name-unknown", "2:1", ["rleu"], "did you mean relu?"),
        Mistake("x = [1, 2]\nx.summ()", "call-method", "2:3", ["summ"], "did you mean sum?"),
        Mistake("A = [[1, 2], [3, 4]]\nif A > 2: print(1)", "type-truth", "2:4", ["(2, 2)"], "write any(A > 2)"),
        Mistake("n = 5\nfor i in n: print(i)", "type-iterate", "2:10", ["number"], "write range(n)"),
        Mistake("xs = [1, 2]\nxs = xs + [3]", "shape-append", "2:9", ["+"], "write append(xs, 3)"),
        Mistake("x = [3, 1, 2]\nx.sort()", "lost-write", "2:3", ["sort"], "write x = sort(x)"),
        Mistake(
            "def fill(A):\n    A[0] = 1\nB = zeros(3)\nfill(B)", "lost-write", "2:5", ["A", "fill", "return A"],
            "write A[0] = 1; return A"),
        Mistake(
            "count = 0\ndef tick():\n    count += 1\ntick()", "write-outer", "3:5", ["count", "tick", "return"],
            nil),
        Mistake(
            "d = {\"weight\": 1}\nd[\"wieght\"]", "index-key", "2:1", ["wieght", "weight"], "did you mean \"weight\"?"),
        Mistake(
            "im = ones(8, 8)\nsave_png(im, \"out.png\")", "call-order", "2:1", ["path", "first"],
            "write save_png(\"out.png\", im)"),
        Mistake("im = load_png(\"chelsae.png\")", "file-absent", "1:6", ["chelsae.png"], "did you mean chelsea.png?"),
        Mistake("A = ones(2, 3)\nA.T()", "call-method", "2:3", ["T"], "write A.T"),
        Mistake("x = [1, 2, 3]\nx.length", "type-field", "2:3", ["length"], "write len(x)"),
    ]

    static let libraries = [
        Mistake("Z = np.zeros((2, 3))", "name-unknown", "1:5", ["np", "zeros", "NumPy"], "write zeros((2, 3))"),
        Mistake(
            "A = np.array([[1, 2], [3, 4]])", "name-unknown", "1:5", ["np.array"], "write tensor([[1, 2], [3, 4]])"),
        Mistake(
            "a = [1, 2]\nnp.concatenate((a, a))", "name-unknown", "2:1", ["np.concatenate", "concat"],
            "write concat((a, a))"),
        Mistake("x = np.random.randn(3, 2)", "name-unknown", "1:5", ["np.random.randn"], "write randn(3, 2)"),
        Mistake("x = torch.tensor([1, 2, 3])", "name-unknown", "1:5", ["torch", "PyTorch"], "write tensor([1, 2, 3])"),
        Mistake(
            "a = [1, 2]\ntorch.cat((a, a), dim=0)", "name-unknown", "2:1", ["torch.cat", "concat"],
            "write concat((a, a), dim=0)"),
        Mistake("y = F.relu([-1, 2])", "name-unknown", "1:5", ["F.relu", "relu"], "write relu([-1, 2])"),
        Mistake("y = tf.nn.relu([-1, 2])", "name-unknown", "1:5", ["tf.nn.relu", "TensorFlow"], "write relu([-1, 2])"),
        Mistake("y = tf.constant([1, 2])", "name-unknown", "1:5", ["tf.constant"], "write tensor([1, 2])"),
        Mistake("y = math.sqrt(2)", "name-unknown", "1:5", ["math.sqrt"], "write sqrt(2)"),
        Mistake(
            "import numpy as np\nx = np.ones(3)", "syntax-absent", "1:1", ["import", "built in"],
            "delete import numpy as np"),
        Mistake("x = [1, 2]\nx[0].item()", "call-method", "2:6", ["item", "number"], "write x[0]"),
        Mistake("x = [1, 2]\ny = x.numpy()", "call-method", "2:7", ["numpy"], "write x"),
        Mistake("v = [1, 2]\nv.unsqueeze(0)", "call-method", "2:3", ["unsqueeze"], "write expand_dims(v, 0)"),
        Mistake("x = ones(2, 3)\nx.view(-1)", "call-method", "2:3", ["view"], "write x.reshape(-1)"),
        Mistake("f(x) = x ** 2\nloss = f(3)\nloss.backward()", "call-method", "3:6", ["backward", "grad(f)"], nil),
        Mistake(
            "optimizer = 3\noptimizer.zero_grad()", "call-method", "2:11", ["zero_grad", "none is kept"],
            "delete optimizer.zero_grad()"),
    ]
}
