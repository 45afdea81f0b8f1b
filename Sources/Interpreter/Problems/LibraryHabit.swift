/// What PyTorch's and Keras's objects do and values here do not, each with what does it here.
enum LibraryHabit {
    static func instead(ofMethod method: String) -> String? {
        if ForeignSpelling.isUnneeded(method) { return "nothing has to be converted or copied: the value itself is used" }
        return methods[method]
    }

    private static let methods = [
        "backward": "derivatives are functions here: grad(f)(x) is the slope of f at x",
        "zero_grad": "gradients are values here: none is kept, and none has to be set to zero",
        "requires_grad": "every number can be differentiated: grad(f)(x)",
        "fit": "train(net, data, ...) gives a run with the trained net in it",
        "compile": "what Keras's compile is told stands in the call of train: loss=, optimizer=",
        "predict": "a net is a function: net(x)",
        "forward": "a net is a function: net(x)",
        "no_grad": "nothing is recorded unless grad asks for it",
        "push": "x.append(v) is a statement that puts v at the end",
        "add": "x.append(v) is a statement that puts v at the end",
    ]
}
