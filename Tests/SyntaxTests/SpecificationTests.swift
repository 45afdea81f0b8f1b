import Syntax
import Testing

/// The programs of the language's specification, each of which parses as it stands.
@Suite struct SpecificationTests {
    static let programs = [
        """
        f(x1, x2) = ln(x1) + x1*x2 - sin(x2)      # a definition reads like the slide
        def softmax(a):                           # or a block
            e = exp(a - max(a))
            return e / sum(e)
        sq = x -> x**2
        add = (x, y) -> x + y
        for i in range(5):
            if i % 2 == 0: print(i)
        while err > 1e-6: err = improve(err)
        H, W = x.shape
        use "lib/filters.cl"
        """,
        """
        grad(f)(2, 5)                        #> 5.5
        grad(f, wrt="all")(2, 5)             #> (5.5, 1.7163)
        value_and_grad(f);   numgrad(f, h=1e-6, method="central")
        calls(f, g -> numgrad(g)(x))         # how often the second argument calls the first
        """,
        """
        net = Sequential(Conv2d(1, 6, 5), ReLU(), MaxPool2d(2), Flatten(), Linear(864, 10))
        run = train(net, data, loss=cross_entropy, optimizer=SGD(lr=0.1, momentum=0.9), epochs=5, validation=test)
        run.net;  run.loss;  run.validation_accuracy;  plot(run)
        layer Dense(n, m):
            W = randn(m, n) / sqrt(n)            # every tensor assigned here is learned; numbers are settings
            b = zeros(m)
            forward(x): x @ W.T + b              # an expression, or a block that returns
            backward(x, g): {"x": g @ W, "W": g.T @ x, "b": sum(g, axis=0)}     # optional
        """,
        """
        expect softmax([1, 2, 3]) ~ [0.0900, 0.2447, 0.6652]     # literals by the `#>` rule
        expect a == b                                            # exact, shape included
        expect a ~ b within 1e-8
        expect error shape-matmul: W @ X
        agree grad(f)(2, 5), numgrad(f)(2, 5), 5.5
        check shift_equivariant(im -> conv2d(im, k, padding=1), g, shift=(1, 3))
        #> holds except rows 0, 299 and columns 2, 450
        """,
        """
        x = [[200, 150, 150], [100, 50, 100], [25, 25, 10]]
        avg_pool2d(x, 3)        #> [[90]]
        max_pool2d(zeros(5, 5), 2, strict=True)
        #! pool-fit: 5 columns
        def pool1d(x, k):
            # x has n numbers; return the floor(n/k) window maxima
            ...
        def solution(x, k):
            return [max(x[i*k:(i+1)*k]) for i in range(len(x) // k)]
        if x.shape == (3, 3): (out, net) = net.update(x)
        A[:, 1]; A[::2, ::-1]; A[..., 0]; A[None]; A[mask] += v; d.W[0] = v; net[0].weight = v
        for layer in net:
            error = y - t
        def loss(W: (D, C), X: (N, D), y: (N,)) -> ():
            return (0 < x) & (x < 1)
        (5).sqrt(); pad(x, ((1, 1), (0, 2))); θ_1 = {"W": [1, 2]}
        """,
    ]

    @Test(arguments: programs) func examplesParse(program: String) {
        let result = parse(Source(name: "spec", text: program))
        #expect(result.diagnostics.map(\.sentence) == [])
        #expect(!result.tree.statements.isEmpty)
    }
}
