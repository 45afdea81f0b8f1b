import Syntax
import Testing

@Suite struct ExpressionTests {
    @Test(arguments: [
        ("a + b * c", "(+ a (* b c))"), ("a - b - c", "(- (- a b) c)"), ("-a ** 2", "(- (** a 2))"),
        ("2 ** -1 ** 2", "(** 2 (- (** 1 2)))"), ("not a == b", "(not (cmp a == b))"),
        ("a or b and not c", "(or a (and b (not c)))"), ("0 < x <= 1", "(cmp 0 < x <= 1)"),
        ("a not in b is not c", "(cmp a not in b is not c)"), ("a & b | c", "(| (& a b) c)"),
        ("a & b + 1", "(& a (+ b 1))"),
        ("~a & b", "(& (~ a) b)"), ("a |> f |> g(2)", "(|> (|> a f) (call g 2))"), ("a |> f < b", "(cmp (|> a f) < b)"),
        ("a | b |> f", "(|> (| a b) f)"), ("a < (b |> f)", "(cmp a < (|> b f))"),
        ("A @ B // 2 % 3", "(% (// (@ A B) 2) 3)"),
        ("a if b else c if d else e", "(ifelse b a (ifelse d c e))"), ("- - +a", "(- (- (+ a)))"),
        ("x is None", "(cmp x is None)"), ("(a, b)[0]", "(index (tuple a b) 0)"),
    ])
    func operatorsBindAsInPython(text: String, tree: String) { #expect(dump(text) == tree) }

    @Test(arguments: [
        ("x -> x + 1", "(def _ (x) (+ x 1))"), ("(x, y=2) -> x", "(def _ (x y=2) x)"), ("() -> 1", "(def _ () 1)"),
        ("x -> y -> x", "(def _ (x) (def _ (y) x))"), ("f(x -> x, 2)", "(call f (def _ (x) x) 2)"),
        ("x -> a if x else b", "(def _ (x) (ifelse x a b))"), ("sq = x -> x**2", "(= sq (def _ (x) (** x 2)))"),
        ("a if b else x -> x", "(ifelse b a (def _ (x) x))"), ("x -> x, 1", "(tuple (def _ (x) x) 1)"),
    ])
    func arrowsAreFunctions(text: String, tree: String) { #expect(dump(text) == tree) }

    @Test(arguments: [
        ("f(x)[0].y", "(. (index (call f x) 0) y)"), ("f(x, axis=0, *xs)", "(call f x axis=0 *xs)"),
        ("f()", "(call f)"),
        ("A[1:2, ::-1, ..., None, i]", "(index A 1:2: ::(- 1) ... None i)"), ("A[:]", "(index A ::)"),
        ("A[1,]", "(index A 1)"),
        ("()", "(tuple)"), ("(a,)", "(tuple a)"), ("(a)", "a"), ("[]", "[]"), ("[1, [2]]", "[1 [2]]"),
        ("a, b", "(tuple a b)"),
        ("{}", "(dict)"), ("{\"a\": 1, 2: b,}", "(dict \"a\":1 2:b)"),
        ("[x*2 for x in xs if x if y]", "(list (* x 2) for x xs if x if y)"),
        ("sum(e for i, j in xs for k in i)", "(call sum (gen e for (tuple i j) xs for k i))"),
        ("{k: v for k, v in d}", "(dict k v for (tuple k v) d)"), ("\"a\" 'b'", "\"ab\""),
        ("out.append(v)", "(call (. out append) v)"),
        ("(e for x in xs)", "(gen e for x xs)"), ("True, False, None", "(tuple True False None)"),
        ("f(a)(b)", "(call (call f a) b)"),
    ])
    func valuesAreBuiltAsInPython(text: String, tree: String) { #expect(dump(text) == tree) }

    @Test(arguments: [
        ("f\"a{x}b\"", "(f 'a' {x} 'b')"), ("f'{x:.3f}'", "(f {x:'.3f'})"), ("f'{x!r:>5}'", "(f {x!r:'>5'})"),
        ("f'{x=}'", "(f {'x=' x!r})"), ("f'{x = :.2f}'", "(f {'x = ' x:'.2f'})"), ("f'{{}}'", "(f '{}')"),
        ("f'{x:{w}.{p}f}'", "(f {x:{w} '.' {p} 'f'})"), ("f'{d[\"a\"]}'", "(f {(index d \"a\")})"),
        ("f'{f(a, b=1)}'", "(f {(call f a b=1)})"),
        ("f'{a == b}'", "(f {(cmp a == b)})"), ("f'{a != b}'", "(f {(cmp a != b)})"), ("rf'\\d{x}'", "(f '\\d' {x})"),
        ("'a' f'{x}'", "(f 'a' {x})"), ("f'''{\nx\n}\n'''", "(f {x} '\n')"), ("f''", "(f )"),
        ("f'{A[1:2]}'", "(f {(index A 1:2:)})"),
        ("f'{f\"{x}\"}'", "(f {(f {x})})"), ("f'{x -> x}'", "(f {(def _ (x) x)})"),
        ("f'{d['a']}'", "(f {(index d \"a\")})"), ("f'{x, y}'", "(f {(tuple x y)})"),
    ])
    func formattedStringsHoldExpressions(text: String, tree: String) { #expect(dump(text) == tree) }

    @Test func spansCoverParentheses() {
        let result = parse(Source(name: "test", text: "(a + b) * (c)"))
        guard case .expression(let id) = result.tree.statements[0].kind else { return }
        #expect(result.tree.text(of: id) == "(a + b) * (c)")
    }
}
