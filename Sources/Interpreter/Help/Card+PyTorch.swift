extension Card {
    static let pytorch = Card(
        name: "pytorch", summary: "From PyTorch (left, F is torch.nn.functional) to here (right).",
        setup: "x = [[1, 2], [3, 4]]; v = [3, 1, 2]; im = arange(16).reshape(4, 4)",
        sections: [
            Section(
                "Tensors",
                [
                    ("torch.tensor([[1., 2.], [3., 4.]])", "[[1, 2], [3, 4]]  #> [[1, 2], [3, 4]]"),
                    ("torch.zeros(2, 3)", "zeros(2, 3)  #> [[0, 0, 0], [0, 0, 0]]"),
                    ("torch.arange(3.)", "arange(3)  #> [0, 1, 2]"),
                    ("torch.manual_seed(0); torch.randn(2).shape", "seed(0); randn(2).shape  #> (2,)"),
                    ("torch.randperm(3).sort().values", "sort(permutation(3))  #> [0, 1, 2]"),
                    ("x.float()", "x.float32()  #> [[1, 2], [3, 4]]"),
                    ("x[0, 0].item()", "x[0, 0]  #> 1"),
                    ("y = x.clone(); y[0, 0] = 9; x[0, 0]", "y = x; y[0, 0] = 9; x[0, 0]  #> 1"),
                ]),
            Section(
                "Shapes",
                [
                    ("x.size()", "x.shape  #> (2, 2)"),
                    ("x.numel()", "x.size  #> 4"),
                    ("x.view(-1)", "x.reshape(-1)  #> [1, 2, 3, 4]"),
                    ("x.transpose(0, 1)", "swap_axes(x, 0, 1)  #> [[1, 3], [2, 4]]"),
                    (
                        "torch.zeros(2, 3, 4).permute(2, 0, 1).shape",
                        "transpose(zeros(2, 3, 4), (2, 0, 1)).shape  #> (4, 2, 3)"
                    ),
                    ("v.unsqueeze(0)", "expand_dims(v, 0)  #> [[3, 1, 2]]"),
                    ("torch.cat((v, v))", "concat((v, v))  #> [3, 1, 2, 3, 1, 2]"),
                    ("torch.stack((v, v)).shape", "stack((v, v)).shape  #> (2, 3)"),
                    ("torch.arange(5.).split(2)", "split(arange(5), size=2)  #> ([0, 1], [2, 3], [4])"),
                    ("torch.arange(4.).chunk(2)", "split(arange(4), sections=2)  #> ([0, 1], [2, 3])"),
                    ("v.repeat(2)", "tile(v, 2)  #> [3, 1, 2, 3, 1, 2]"),
                    ("v.repeat_interleave(2)", "repeat(v, 2)  #> [3, 3, 1, 1, 2, 2]"),
                ]),
            Section(
                "Reductions",
                [
                    ("x.sum(dim=0)", "sum(x, axis=0)  #> [4, 6]"),
                    ("x.mean(dim=1, keepdim=True)", "mean(x, axis=1, keepdims=True)  #> [[1.5], [3.5]]"),
                    ("x.amax(dim=1)", "max(x, axis=1)  #> [2, 4]"),
                    ("x.argmax(dim=1)", "argmax(x, axis=1)  #> [1, 1]"),
                    ("v.std()", "std(v, ddof=1)  #> 1"),
                    ("torch.linalg.norm(v)", "norm(v)  #> 3.7417"),
                    ("v.clamp(1, 2)", "clip(v, 1, 2)  #> [2, 1, 2]"),
                    ("torch.maximum(v, torch.tensor(2.))", "maximum(v, 2)  #> [3, 2, 2]"),
                    ("v.sort().values", "sort(v)  #> [1, 2, 3]"),
                    ("v.argsort()", "argsort(v)  #> [1, 2, 0]"),
                    ("torch.einsum('ij->j', x)", "einsum(\"ij->j\", x)  #> [4, 6]"),
                ]),
            Section(
                "Activations",
                [
                    ("F.relu(torch.tensor([-1., 2.]))", "relu([-1, 2])  #> [0, 2]"),
                    ("torch.sigmoid(torch.tensor(0.))", "sigmoid(0)  #> 0.5"),
                    ("F.softmax(torch.zeros(2), dim=0)", "softmax(zeros(2))  #> [0.5, 0.5]"),
                    ("x.softmax(dim=1)[0]", "softmax(x, axis=1)[0]  #> [0.2689, 0.7311]"),
                    ("F.log_softmax(torch.zeros(2), dim=0)", "log_softmax(zeros(2))  #> [-0.6931, -0.6931]"),
                    ("F.one_hot(torch.tensor([1]), 3)", "one_hot([1], 3)  #> [[0, 1, 0]]"),
                ]),
            Section(
                "Convolution and pooling, (N, C, H, W); an image may leave out N and C",
                [
                    (
                        "F.conv2d(im[None, None], x[None, None])[0, 0]",
                        "conv2d(im, x)  #> [[34, 44, 54], [74, 84, 94], [114, 124, 134]]"
                    ),
                    (
                        "F.conv2d(im[None, None], x[None, None], stride=2)[0, 0]",
                        "conv2d(im, x, stride=2)  #> [[34, 54], [114, 134]]"
                    ),
                    (
                        "F.conv2d(im[None, None], x[None, None], padding=1).shape",
                        "conv2d(im[None, None], x[None, None], padding=1).shape  #> (1, 1, 5, 5)"
                    ),
                    ("F.max_pool2d(im[None], 2)[0]", "max_pool2d(im, 2)  #> [[5, 7], [13, 15]]"),
                    ("F.avg_pool2d(im[None], 2)[0]", "avg_pool2d(im, 2)  #> [[2.5, 4.5], [10.5, 12.5]]"),
                    ("F.pad(x, (1, 1, 1, 1)).shape", "pad(x, 1).shape  #> (4, 4)"),
                    ("F.unfold(im[None, None], 2)[0].T.shape", "im2col(im, 2).shape    # one row per patch  #> (9, 4)"),
                    (
                        "F.interpolate(x[None, None], (4, 4))[0, 0, 0]",
                        "resize(x, (4, 4), mode=\"nearest\")[0]  #> [1, 1, 2, 2]"
                    ),
                ]),
            Section(
                "What is different (help(\"differences\") has the rest)",
                [
                    ("x.sum(1)", "sum(x, 1)  #! call-positional"),
                    ("x.sum(dim=1)", "sum(x, dim=1)  #! call-keyword"),
                    ("x.add_(1)", "x += 1; x  #> [[2, 3], [4, 5]]"),
                    ("x.size()", "x.size()  #! call-size"),
                    ("y = x; y[0, 0] = 9; x[0, 0]    # gives 9", "y = x; y[0, 0] = 9; x[0, 0]  #> 1"),
                ]),
        ])
}
