/// Python's words for what the language leaves out, each with what to do instead.
enum RefusedKeyword: String, Sendable, CaseIterable {
    case `class`, `try`, except, finally, raise, `import`, from, with, `as`, global, nonlocal, yield, del
    case `async`, `await`, eval

    init?(_ keyword: Keyword) { self.init(rawValue: keyword.rawValue) }

    var sentence: String {
        switch self {
        case .class: "there are no classes"
        case .try, .except, .finally, .raise: "there are no exceptions"
        case .import, .from: "there is nothing to import"
        case .with, .as: "there is no with and no as"
        case .global, .nonlocal: "a function cannot write to a name outside it"
        case .yield: "there are no generator functions"
        case .del: "nothing has to be deleted"
        case .async, .await: "nothing runs in the background"
        case .eval: "a program cannot run text"
        }
    }

    var instead: String {
        switch self {
        case .class: "keep values in a dictionary, d = {\"W\": W}, and use d.W; a layer of your own begins with layer"
        case .try, .except, .finally:
            "test before you compute, with if; expect error CODE: expression states that an error comes"
        case .raise: "assert condition, \"text\" stops a program with a message"
        case .import, .from:
            "zeros, exp, conv2d and the rest are built in; use \"file.cl\" brings in the names of another lesson"
        case .with, .as: "files are opened and closed by the functions that read and write them"
        case .global, .nonlocal: "return the new value and assign it outside: x = f(x)"
        case .yield: "return a list, or write a comprehension"
        case .del: "a list without its first item is xs[1:]; a dict without a key {k: v for k, v in d.items() if k != key}"
        case .async, .await: "call the function: it returns when it is done"
        case .eval: "write a function, and pass it on as a value"
        }
    }
}
