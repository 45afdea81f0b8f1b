/// What the registry does not know of a name: how PyTorch calls it, which words people look for it by, what is near it.
///
/// The sentence and the signature of a function are searched as well; here stand only words that are not in them.
package struct Vocabulary: Sendable {
    var words = ""
    var pytorch: String?
    var related: [String] = []
    var slides: [String] = []

    static func of(_ name: String) -> Vocabulary { rows[name] ?? Vocabulary() }

    /// The names that have a row, for the test that each of them exists.
    package static let names = rows.keys.sorted()

    private static func row(
        _ words: String, _ pytorch: String? = nil, see related: [String] = [], slides: [String] = []
    ) -> Vocabulary {
        Vocabulary(words: words, pytorch: pytorch, related: related, slides: slides)
    }

    private static let rows = making.merging(shaping) { $1 }.merging(elementwise) { $1 }.merging(reducing) { $1 }
        .merging(algebra) { $1 }.merging(signals) { $1 }.merging(others) { $1 }

    private static let making: [String: Vocabulary] = [
        "zeros": row("empty black blank create make initialize", "torch.zeros(shape)"),
        "ones": row("white create make", "torch.ones(shape)"),
        "full": row("constant fill same value repeat number list", "torch.full(shape, value)"),
        "eye": row("identity unit matrix diagonal", "torch.eye(n, m)"),
        "arange": row("count sequence range numbers steps", "torch.arange(start, stop, step)"),
        "linspace": row("grid axis samples evenly points plot", "torch.linspace(start, stop, num)"),
        "zeros_like": row("same shape empty", "torch.zeros_like(x)"),
        "ones_like": row("same shape", "torch.ones_like(x)"),
        "one_hot": row(
            "labels classes encode categorical to_categorical dummy", "F.one_hot(labels, classes)", slides: ["S3-58"]),
        "tril": row("lower triangle triangular mask", "torch.tril(x, k)"),
        "triu": row("upper triangle triangular mask", "torch.triu(x, k)"),
        "meshgrid": row("coordinates grid axes x y", "torch.meshgrid(x, y, indexing=\"xy\")"),
        "tensor": row("array convert create", "torch.tensor(x)"),
        "float32": row("single precision convert cast type", "x.float()"),
        "float64": row("double precision convert cast type", "x.double()"),
        "append": row("grow list add item push end", see: ["concat", "stack"]),
        "set_default_dtype": row("precision type float32 double", "torch.set_default_dtype(dtype)"),
        "rand": row("random uniform noise dice", "torch.rand(shape)", see: ["randn", "randint", "seed"]),
        "randn": row("random normal gaussian noise weights initialize", "torch.randn(shape)", see: ["rand", "seed"]),
        "randint": row("random dice integer whole", "torch.randint(low, high, shape)", see: ["rand", "choice"]),
        "permutation": row("shuffle random order mix", "torch.randperm(n)", see: ["choice", "seed"]),
        "choice": row("random pick sample draw item", see: ["permutation", "randint"]),
        "seed": row(
            "random reproducible repeat same numbers generator manual_seed", "torch.manual_seed(n)",
            see: ["rand", "randn"]),
    ]

    private static let shaping: [String: Vocabulary] = [
        "reshape": row("view change shape size form vector matrix", "x.reshape(shape), x.view(shape)"),
        "flatten": row("ravel vector unroll one dimension", "x.flatten()"),
        "transpose": row("T swap rows columns flip mirror permute turn axes", "x.permute(axes), x.T"),
        "swap_axes": row("transpose exchange two axes swapaxes moveaxis", "x.transpose(axis1, axis2)"),
        "squeeze": row("remove axis drop dimension", "x.squeeze(axis)"),
        "expand_dims": row("unsqueeze newaxis add axis dimension", "x.unsqueeze(axis)"),
        "concat": row(
            "concatenate cat join merge append glue side hstack vstack", "torch.cat(tensors, dim=axis)",
            see: ["stack", "append"]),
        "stack": row("join new axis together batch", "torch.stack(tensors, dim=axis)"),
        "split": row("divide parts pieces chunk cut", "x.split(size), x.chunk(sections)"),
        "pad": row("padding border zeros frame margin edge", "F.pad(x, ...)"),
        "shift": row("move translate displace picture", see: ["roll"]),
        "roll": row("rotate cyclic circular shift wrap move", "x.roll(shifts)"),
        "flip": row("mirror reverse upside down left right fliplr flipud", "x.flip(dims)"),
        "rot90": row("rotate turn quarter picture", "x.rot90(k)"),
        "rot180": row("rotate turn kernel flip", see: ["convolve2d", "correlate2d"]),
        "tile": row("repeat copy pattern whole list", "x.repeat(reps)"),
        "repeat": row("repeat_interleave enlarge copy element", "x.repeat_interleave(n, dim=axis)"),
        "resize": row(
            "scale enlarge shrink zoom interpolate bigger smaller picture bilinear nearest", "F.interpolate(x, size)"),
        "shape": row("size dimensions axes rows columns how many", "x.shape, x.size()", see: ["size", "reshape"]),
        "size": row("numel count elements how many", "x.numel()", see: ["shape"]),
    ]

    private static let elementwise: [String: Vocabulary] = [
        "abs": row("absolute value magnitude", "x.abs()", see: ["sign", "norm"]),
        "sign": row("signum plus minus", "x.sign()", see: ["abs", "step"], slides: ["S2-03"]),
        "sqrt": row("square root", "x.sqrt()", see: ["norm"]),
        "exp": row("exponential e power", "x.exp()"),
        "log": row("logarithm natural", "x.log()"),
        "ln": row("logarithm natural", "x.log()"),
        "log2": row("logarithm binary bits", "x.log2()"),
        "log10": row("logarithm decimal", "x.log10()"),
        "sin": row("sine trigonometry wave", "x.sin()", see: ["cos", "tan"]),
        "cos": row("cosine trigonometry wave", "x.cos()", see: ["sin", "tan"]),
        "tan": row("tangent trigonometry", "x.tan()", see: ["arctan"]),
        "arctan": row("atan angle inverse tangent trigonometry", "x.atan()", see: ["tan"]),
        "sinh": row("hyperbolic", "x.sinh()", see: ["cosh", "tanh"]),
        "cosh": row("hyperbolic", "x.cosh()", see: ["sinh", "tanh"]),
        "tanh": row("activation hyperbolic squash", "x.tanh()", see: ["sigmoid"], slides: ["S4-02"]),
        "sigmoid": row(
            "activation logistic squash probability", "torch.sigmoid(x)", see: ["tanh", "softmax"],
            slides: ["S3-44", "S4-01"]),
        "relu": row(
            "activation rectifier positive part threshold negative zero", "F.relu(x)", slides: ["S2-02", "S3-53"]),
        "leaky_relu": row("activation rectifier slope", "F.leaky_relu(x, negative_slope)"),
        "softplus": row("activation smooth rectifier", "F.softplus(x)"),
        "step": row(
            "activation heaviside threshold unit perceptron", "torch.heaviside(x, zero)", slides: ["S2-03", "S3-66"]),
        "floor": row("round down whole integer", "x.floor()", see: ["ceil", "round"]),
        "ceil": row("round up whole integer", "x.ceil()", see: ["floor", "round"]),
        "round": row("decimals nearest whole integer", "x.round(decimals=decimals)", see: ["floor", "ceil"]),
        "clip": row("clamp limit bound between range saturate", "x.clamp(low, high)"),
        "where": row("condition choose if else select mask replace", "torch.where(condition, x, y)"),
        "minimum": row("smaller elementwise min of two", "torch.minimum(a, b)"),
        "maximum": row("larger elementwise max of two", "torch.maximum(a, b)"),
        "isnan": row("nan missing not a number test", "x.isnan()", see: ["isfinite"]),
        "isinf": row("infinite infinity test", "x.isinf()", see: ["isfinite"]),
        "isfinite": row("nan inf infinite test valid", "x.isfinite()", see: ["isnan", "isinf"]),
        "add": row("plus sum addition", "a + b"), "subtract": row("minus difference", "a - b"),
        "multiply": row("times product elementwise hadamard", "a * b"),
        "divide": row("quotient fraction ratio", "a / b"),
        "floor_divide": row("whole quotient integer division", "a // b"),
        "remainder": row("modulo mod rest", "a % b"), "power": row("exponent square cube pow", "a ** b"),
        "negative": row("minus sign", "-x"),
        "equal": row("same compare ==", "a == b"), "not_equal": row("different compare !=", "a != b"),
        "less": row("smaller compare <", "a < b"), "less_equal": row("smaller compare <=", "a <= b"),
        "greater": row("larger compare >", "a > b"), "greater_equal": row("larger compare >=", "a >= b"),
        "logical_and": row("and both masks &", "a & b"), "logical_or": row("or either masks |", "a | b"),
        "logical_not": row("not invert mask ~", "~x"),
    ]

    private static let reducing: [String: Vocabulary] = [
        "sum": row("add up total axis rows columns reduce", "x.sum(dim=axis, keepdim=keepdims)"),
        "mean": row("average brightness expected value", "x.mean(dim=axis, keepdim=keepdims)", slides: ["S1-46"]),
        "max": row("largest biggest highest maximum element", "x.amax(dim=axis)", see: ["maximum", "argmax", "min"]),
        "min": row("smallest lowest minimum element", "x.amin(dim=axis)", see: ["minimum", "argmin", "max"]),
        "argmax": row("position index of largest prediction class winner", "x.argmax(dim=axis)", slides: ["S2-09"]),
        "argmin": row("position index of smallest", "x.argmin(dim=axis)"),
        "var": row("variance spread", "x.var(dim=axis, correction=ddof)"),
        "std": row("standard deviation spread", "x.std(dim=axis, correction=ddof)"),
        "prod": row("product multiply all factors", "x.prod(dim=axis)"),
        "any": row("some true exists condition", "x.any(dim=axis)"),
        "all": row("every true condition", "x.all(dim=axis)"),
        "norm": row("length distance euclidean magnitude", "torch.linalg.norm(x, ord)"),
        "cumsum": row("cumulative running total integral", "x.cumsum(dim=axis)"),
        "logsumexp": row("stable log sum exponentials", "x.logsumexp(dim=axis)", slides: ["S0-15"]),
        "softmax": row(
            "probabilities classes normalize exponentials activation derivative scores", "x.softmax(dim=axis)",
            slides: ["S0-11", "S0-15", "S3-57"]),
        "log_softmax": row("log probabilities stable cross entropy", "x.log_softmax(dim=axis)"),
        "median": row("middle value robust", "x.median()"),
        "sort": row("order ascending arrange", "x.sort(dim=axis)", see: ["argsort", "sorted"]),
        "argsort": row("order positions ranking indexes", "x.argsort(dim=axis)"),
        "unique": row("distinct different values set duplicates", "x.unique()"),
        "nonzero": row("find positions where true indexes", "x.nonzero(as_tuple=True)"),
        "count_nonzero": row("count how many true elements", "x.count_nonzero()"),
    ]

    private static let algebra: [String: Vocabulary] = [
        "matmul": row("matrix product multiply matrices mm @ times linear", "a @ b", slides: ["S0-05", "S1-41"]),
        "dot": row("inner scalar product vectors", "torch.dot(a, b)"),
        "outer": row("outer product tensor each with each", "torch.outer(a, b)"),
        "diag": row("diagonal matrix", "torch.diag(x, k)"),
        "trace_of": row("trace sum diagonal", "x.trace()"),
        "einsum": row("einstein summation indices contraction", "torch.einsum(subscripts, tensors)"),
        "inv": row("inverse matrix invert", "torch.linalg.inv(x)"),
        "solve": row("linear equations system unknowns", "torch.linalg.solve(a, b)"),
        "det": row("determinant volume", "torch.linalg.det(x)"),
        "rank": row("independent rows columns", "torch.linalg.matrix_rank(x)"),
    ]

    private static let signals: [String: Vocabulary] = [
        "convolve": row("convolution signal 1d filter flip", see: ["convolve2d"]),
        "correlate": row("correlation signal 1d slide match", see: ["correlate2d"]),
        "convolve2d": row("convolution picture filter kernel flip"),
        "correlate2d": row("correlation picture filter kernel match template"),
        "conv1d": row("convolution layer signal", "F.conv1d(x, w, b, ...)"),
        "conv2d": row(
            "convolution layer filter picture kernel apply cnn channels convolutional", "F.conv2d(x, w, b, ...)"),
        "conv_transpose2d": row("deconvolution upsample transposed backward", "F.conv_transpose2d(x, w, b, ...)"),
        "im2col": row("patches windows unfold matrix product convolution", "F.unfold(x, k, ...)"),
        "col2im": row("fold patches add back", "F.fold(cols, size, k, ...)"),
        "max_pool1d": row("pooling subsample downsample shrink", "F.max_pool1d(x, k, ...)"),
        "max_pool2d": row("pooling subsample downsample shrink maxpool", "F.max_pool2d(x, k, ...)"),
        "avg_pool2d": row("pooling average subsample downsample shrink", "F.avg_pool2d(x, k, ...)"),
        "lp_pool2d": row("pooling l2 subsample", "F.lp_pool2d(x, norm_type, k, ...)"),
        "decimate2d": row("subsample every other pixel pooling stride downsample", "x[..., ::k, ::k]"),
        "sobel": row("edges outline gradient contour detect picture"),
        "blur": row("smooth soften box average filter picture kernel", see: ["gaussian", "conv2d"]),
        "gaussian": row("smooth soften blur filter normal picture kernel", see: ["blur", "conv2d"]),
        "sharpen": row("sharper crisp filter picture kernel", see: ["edge", "conv2d"]),
        "edge": row("edges outline contour detect filter picture kernel", see: ["sobel", "laplacian"]),
        "laplacian": row("second derivative edges filter kernel", see: ["edge"]),
        "sobel_x": row("vertical edges horizontal gradient filter kernel", see: ["sobel", "sobel_y"]),
        "sobel_y": row("horizontal edges vertical gradient filter kernel", see: ["sobel", "sobel_x"]),
        "prewitt_x": row("vertical edges gradient filter kernel", see: ["sobel_x"]),
        "prewitt_y": row("horizontal edges gradient filter kernel", see: ["sobel_y"]),
        "conv_output_size": row("output shape formula stride padding how large convolution pooling windows"),
    ]

    private static let others: [String: Vocabulary] = [
        "print": row("write show output text", see: ["str", "show"]),
        "len": row("length count items rows", see: ["shape", "size"]),
        "range": row("count loop numbers for", see: ["arange", "enumerate"]),
        "enumerate": row("position index counter loop", see: ["zip", "range"]),
        "zip": row("pairs together parallel loop", see: ["enumerate"]),
        "map": row("apply function each", see: ["zip"]),
        "sorted": row("order ascending list", see: ["sort"]),
        "reversed": row("backwards order", see: ["flip"]),
        "int": row("whole convert integer parse", see: ["float", "floor"]),
        "float": row("convert decimal parse", see: ["int"]),
        "str": row("convert text string", see: ["print"]),
        "bool": row("convert truth condition", see: ["any", "all"]),
        "tuple": row("convert keep apart", see: ["list"]),
        "list": row("convert brackets", see: ["tuple"]),
        "dict": row("key value mapping dictionary"),
        "allclose": row("compare equal tolerance nearly approximately same", "torch.allclose(a, b)"),
        "help": row("documentation manual find search"),
        "time": row("measure speed seconds fast benchmark", see: ["help"]),
        "trace": row("window kernel products step by step slide draw one output pixel receptive", see: ["conv2d", "max_pool2d", "backprop"]),
        "trace_frames": row("animation sliding window step by step slide draw strip", see: ["trace", "animate"]),
        "animate": row("animation frames movie video gif apng export save imageio", see: ["trace_frames", "save_png"]),
        "load_png": row("read open file image picture photo import imread", see: ["gray", "show"]),
        "save_png": row("write export file image picture imwrite store", see: ["show", "load_png"]),
        "show": row("display plot picture view imshow", see: ["save_png", "montage", "heatmap", "plot"]),
        "plot": row("draw curve graph line chart diagram figure matplotlib pyplot savefig loss", see: ["scatter", "hist"]),
        "scatter": row("draw points dots cloud correlation chart figure matplotlib", see: ["plot"]),
        "heatmap": row("draw matrix colors colormap imshow colorbar confusion figure matplotlib seaborn", see: ["plot", "show"]),
        "montage": row("grid images pictures side by side filters feature maps kernels subplots gallery make_grid", "torchvision.utils.make_grid(images)", see: ["show", "heatmap"]),
        "hist": row("draw histogram distribution frequency count bars bins figure matplotlib", see: ["plot"]),
        "gray": row("grayscale black white brightness luminance color", see: ["load_png"]),
        "upper": row("capital letters case"), "lower": row("small letters case"),
        "ord": row("character code number unicode ascii", see: ["chr"]),
        "chr": row("character code number unicode ascii", see: ["ord"]),
        "capitalize": row("capital letter first case"), "title": row("capital letters words case"),
        "strip": row("trim blanks whitespace"), "lstrip": row("trim blanks start"), "rstrip": row("trim blanks end"),
        "ljust": row("pad align left width column"), "rjust": row("pad align right width column"),
        "center": row("pad align middle width column"), "zfill": row("pad zeros leading width"),
        "find": row("search position substring index"), "count": row("how often occurrences substring"),
        "isdigit": row("only digits test"), "isalpha": row("only letters test"), "isalnum": row("letters digits test"),
        "isspace": row("only blanks test"), "isupper": row("capital letters test"), "islower": row("small letters test"),
        "join": row("glue strings together"),
        "replace": row("substitute text"), "startswith": row("begins prefix"), "endswith": row("ends suffix"),
        "symbolic": row("derivative differentiate formula algebra calculus expression", see: ["latex", "calls"]),
        "latex": row("tex formula typeset mathematics write", see: ["symbolic"]),
        "calls": row("count evaluations cost function calls", see: ["time", "symbolic"]),
        "keys": row("names of dict"), "values": row("entries of dict"), "items": row("pairs of dict"),
        "get": row("default missing dict"),
    ]
}
