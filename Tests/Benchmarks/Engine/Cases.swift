import ConvLabKit

extension Benchmark {
    static var all: [Benchmark] { graphs + untaped + jacobians }

    /// Rounds of `x = c * x + d`, two operations each, as the peers run them.
    private static let rounds = 500

    private static func line(_ x: Tensor) throws -> Tensor {
        var x = x
        for _ in 0..<rounds { x = try 0.999 * x + 0.001 }
        return x
    }

    /// A pass forward and backward, recorded anew each time.
    private static var graphs: [Benchmark] {
        let scalar = grad(line)
        let ten = grad { (x: Tensor) in try Primitive.sum(line(x)) }
        let pair = grad { (x: [Tensor]) in
            var y = x[0]
            for _ in 0..<rounds { y = try x[1] * y + x[2] }
            return y
        }
        let functions = grad { (x: Tensor) in
            var x = x
            for _ in 0..<rounds { x = try Primitive.tanh(Primitive.sin(x)) }
            return x
        }
        return [
            Benchmark("scalar graph", 2 * rounds) { _ = try scalar(Tensor(plainNumber: 1)) },
            Benchmark("scalar graph of variables", 2 * rounds) {
                _ = try pair([Tensor(plainNumber: 1), Tensor(plainNumber: 0.999), Tensor(plainNumber: 0.001)])
            },
            Benchmark("scalar functions", 2 * rounds) { _ = try functions(Tensor(plainNumber: 1)) },
            Benchmark("ten elements", 2 * rounds) { _ = try ten(Tensor((0..<10).map { Double($0) / 10 })) },
            Benchmark("scalar graph, long", 2000 * rounds) {
                _ = try grad { (x: Tensor) in
                    var x = x
                    for _ in 0..<1000 { x = try line(x) }
                    return x
                }(Tensor(plainNumber: 1))
            },
        ]
    }

    private static var untaped: [Benchmark] {
        let x = (0..<10).map { Double($0) / 10 }
        return [
            Benchmark("untaped, one element", 2 * rounds) { _ = try line(Tensor(plainNumber: 1)) },
            Benchmark("untaped, ten elements", 2 * rounds) { _ = try line(Tensor(x)) },
        ]
    }

    private static var jacobians: [Benchmark] {
        [4, 10, 100].map { n in
            let x = (0..<n).map { Double($0 * 37 % 101) / 50 - 1 }
            let softmax = jacobian { (x: Tensor) in try Primitive.softmax(x) }
            return Benchmark("softmax jacobian \(n)", 1) { _ = try softmax(Tensor(x)) }
        }
    }
}

extension Benchmark {
    fileprivate init(_ name: String, _ operations: Int, _ body: @escaping () throws -> Void) {
        self.init(name: name, operations: operations, body: body)
    }
}
