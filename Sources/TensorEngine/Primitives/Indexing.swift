/// What stands between brackets: reading places of a tensor, and writing them.
extension Primitive {
    static let indexing: [Primitive] = [index, indexUpdate, scatterAdd]

    public static let index = Primitive(
        "index", .index, "The elements of x at the places that an index names, as x[...] writes it.",
        [.tensor(), Parameter("items", .index)],
        examples: [
            "A = [[1, 2], [3, 4]]; A[:, 1]  #> [2, 4]", "x = [5, 6, 7]; x[[2, 0]]  #> [7, 5]",
            "x = [5, 6, 7]; x[x > 5]  #> [6, 7]",
        ],
        refuses: ["places that are not there"], numpy: "x[items]", related: ["index_update", "where"],
        gradient: .linear { call, upstream, _ in
            let places = try Place(call.arguments.index(1), in: call.x.shape).elementPlaces
            return try scattered(upstream, at: places, as: call.x.shape)
        },
        sample: {
            let list = try Tensor([2, 0, 0])
            return [
                .tensor(try Samples.numbers([3, 4], &$0)),
                .index([.slice(start: 1, stop: nil, step: nil), .list(list)]),
            ]
        },
        body: .kernel(
            { TensorType(try Place($0.index(1), in: $0.tensor(0).shape).shape, $0.tensor(0).dtype) },
            { arguments, result in
                let x = arguments.tensor(0)
                switch try Place(arguments.index(1), in: x.shape).walk {
                case .steps(let steps, let offset): x.gather(into: result, steps: steps, offset: offset)
                case .blocks(let places, let size): x.gatherBlocks(places, size: size, into: result)
                }
            }))

    public static let indexUpdate: Primitive = Primitive(
        "index_update", .index, "x with the places that an index names set to value, as x[...] = value writes it.",
        [.tensor(), Parameter("items", .index), .tensor("value")],
        examples: ["x = [5, 6, 7]; x[1] = 0; x  #> [5, 0, 7]", "x = [5, 6]; x[[0, 0]] = [1, 2]; x  #> [2, 6]"],
        refuses: ["places that are not there", "a value that does not stretch to the places"],
        numpy: "index_update(x, items, value)", related: ["index"],
        gradient: .linear { call, upstream, operand in
            let items = call.arguments[1]
            guard operand.argument == 2 else {
                return try indexUpdate(.tensor(upstream), items, .tensor(Tensor(plainNumber: 0)))
            }
            let place = try Place(call.arguments.index(1), in: call.x.shape)
            let reached = try index(.tensor(upstream), items)
            return try place.withoutOverwritten(reached, in: call.x.shape)
                .summed(to: place.fitting(call.arguments.tensor(2).shape))
                .reshaped(like: call.arguments.tensor(2).shape)
        },
        sample: {
            [
                .tensor(try Samples.numbers([3, 4], &$0)), .index([.at(1)]),
                .tensor(try Samples.numbers([4], &$0)),
            ]
        },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                let place = try Place(arguments.index(1), in: x.shape)
                _ = try place.fitting(arguments.tensor(2).shape)
                return TensorType(x.shape, x.dtype)
            },
            { arguments, result in
                arguments.tensor(0).copy(into: result)
                try result.store(arguments.tensor(2), at: Place(arguments.index(1), in: result.shape))
            }))
}

extension Tensor {
    /// Writes `value` to the places that `items` name, in place while nobody shares the elements.
    /// - Throws: `IndexProblem`, `ShapeProblem.write`.
    package mutating func write(_ value: Tensor, at items: [IndexItem]) throws {
        if isTraced || value.isTraced {
            self = try Primitive.indexUpdate(.tensor(self), .index(items), .tensor(value))
            return
        }
        let place = try Place(items, in: shape)
        _ = try place.fitting(value.shape)
        // Into itself, `x[0] = x`, the value must stay as it was: it shares the elements, so they are copied.
        try makeUnique()
        try store(value, at: place)
    }

    /// - Precondition: nobody else sees these elements, and the value fits.
    fileprivate func store(_ value: Tensor, at place: Place) throws {
        let values = try value.converted(to: dtype).reshaped(to: place.fitting(value.shape)).broadcast(to: place.shape)
        switch place.walk {
        case .steps(let steps, let offset): scatter(values, steps: steps, offset: offset)
        case .blocks(let places, let size): scatterBlocks(values, places, size: size)
        }
    }
}
