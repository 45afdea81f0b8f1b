/// How a tensor is read as the filters of a convolution.
///
/// Without filter and channel axes, (rows, columns), it is one kernel for each channel alone: the channels then count
/// as images of one channel each.
struct FilterBank: Equatable {
    let groups: Int
    /// Channels and filters of one group.
    private(set) var channels, filters: Int
    let rows, columns: Int
    /// Whether each channel is filtered alone, by the one kernel.
    let isSingle: Bool
    private let imageChannels: Int

    /// `isTransposed`: the first axis counts the channels that come in, the second the filters of a group.
    init(
        _ shape: Shape, of operation: String, image: ImageLayout, xShape: Shape, groups: Int, isTransposed: Bool = false
    ) throws(SignalProblem) {
        let spatial = image.spatialAxes
        guard shape.rank != spatial + 1 else { throw .kernelIsAmbiguous(shape) }
        guard shape.rank == spatial || shape.rank == spatial + 2 else {
            throw .kernelRank(of: operation, shape, accepts: FilterBank.acceptedText(spatial, isTransposed))
        }
        guard !shape.suffix(spatial).contains(0) else { throw .emptyKernel(shape) }
        isSingle = shape.rank == spatial
        imageChannels = image.channels
        self.groups = groups
        rows = spatial == 2 ? shape[shape.rank - 2] : 1
        columns = shape[shape.rank - 1]
        if isSingle {
            (channels, filters) = (1, 1)
            guard groups == 1 else { throw .groups(groups, channels: 1, filters: 1) }
            return
        }
        let taken = isTransposed ? shape[0] : shape[1], given = isTransposed ? shape[1] : shape[0]
        // the axis that counts all groups, and the one that counts those of one group
        let whole = shape[0]
        guard whole % groups == 0, image.channels % groups == 0 else {
            throw .groups(groups, channels: image.channels, filters: isTransposed ? given * groups : given)
        }
        channels = isTransposed ? taken / groups : taken
        filters = isTransposed ? given : given / groups
        guard channels == image.channels / groups else {
            throw .kernelChannels(kernel: shape, takes: channels * groups, image: xShape, has: image.channels)
        }
    }

    private static func acceptedText(_ spatialAxes: Int, _ isTransposed: Bool) -> String {
        let filters = isTransposed ? "channels, filters / groups" : "filters, channels / groups"
        return spatialAxes == 2 ? "(rows, columns) or (\(filters), rows, columns)" : "(width,) or (\(filters), width)"
    }

    /// Those of the convolution that leads back: channels and filters of a group have changed places.
    var exchanged: FilterBank {
        var bank = self
        (bank.channels, bank.filters) = (filters, channels)
        return bank
    }

    /// Nil where the channels stay as they are.
    var resultChannels: Int? { isSingle ? nil : groups * filters }

    func sizes(_ windows: Windows, images: Int) -> Kernels.Windows {
        isSingle
            ? windows.sizes(images: images * imageChannels)
            : windows.sizes(images: images, groups: groups, in: channels, out: filters)
    }
}

// MARK: - Bias

extension FilterBank {
    /// One number per filter; for a single filter a plain number too.
    func check(bias: Tensor?) throws(SignalProblem) {
        guard let bias else { return }
        let wanted = resultChannels ?? 1
        guard bias.count == wanted, bias.rank == 1 || (bias.rank == 0 && wanted == 1) else {
            throw .bias(bias.shape, filters: wanted)
        }
    }

    /// Sets each plane of `y` to its filter's bias, to which a kernel then adds.
    func start(_ y: Tensor, images: Int, bias: Argument) {
        guard case .tensor(let bias) = bias else { return y.fill(0) }
        let planes = isSingle ? 1 : images * groups * filters
        for plane in 0..<planes {
            let size = y.count / planes
            y.fill(bias.element(plane % bias.count), in: plane * size..<(plane + 1) * size)
        }
    }
}
