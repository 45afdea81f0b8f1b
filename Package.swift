// swift-tools-version: 6.1
import PackageDescription

// Layers, lowest first; a target imports only what its line names (CONTRIBUTING.md draws the picture, a test holds
// the imports against it). No unsafeFlags anywhere: they would keep other packages from depending on this one.
let package = Package(
    name: "ConvLab",
    products: [
        .executable(name: "convlab", targets: ["convlab"]),
        .library(name: "ConvLabKit", targets: ["ConvLabKit"]),
    ],
    dependencies: [
        // The command line's parser, help and completion. The only package we depend on.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        // C
        .target(name: "CKernels"),
        .systemLibrary(name: "CLibPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .target(name: "CPNG", dependencies: ["CLibPNG"]),
        // no pkgConfig: readline's flags make the package manager warn on every build
        .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
        .target(name: "CTerminal", dependencies: ["CReadline"], linkerSettings: [.linkedLibrary("readline")]),

        // The library: tensors and pictures, without the language
        .target(name: "TensorEngine", dependencies: ["CKernels"]),
        .target(name: "Imaging", dependencies: ["TensorEngine", "CPNG"]),
        .target(name: "ConvLabKit", dependencies: ["TensorEngine", "Imaging"]),

        // The language and its lessons
        .target(name: "Syntax"),
        .target(name: "Interpreter", dependencies: ["Syntax", "TensorEngine", "Imaging"]),
        .target(name: "Literate", dependencies: ["Interpreter", "Imaging", "Syntax"]),
        .target(name: "Terminal", dependencies: ["Literate", "Interpreter", "Imaging", "Syntax", "CTerminal"]),
        .executableTarget(
            name: "convlab",
            dependencies: [
                "Terminal", "Literate", "Interpreter", "Imaging", "Syntax",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(
            name: "TensorEngineTests", dependencies: ["TensorEngine"],
            exclude: ["Signals/make_vectors.py", "Signals/vectors.json", "Vectors"]),
        .testTarget(name: "ImagingTests", dependencies: ["Imaging"], exclude: ["Fixtures", "Recorded"]),
        .testTarget(name: "SyntaxTests", dependencies: ["Syntax"], exclude: ["Snapshots"]),
        .testTarget(
            name: "InterpreterTests", dependencies: ["Interpreter", "Literate", "Syntax", "TensorEngine"],
            exclude: ["Programs", "Snapshots"]),
        .testTarget(
            name: "LiterateTests", dependencies: ["Literate", "Terminal", "Interpreter", "Syntax", "TensorEngine"],
            exclude: ["Lessons"]),
        // random programs with what NumPy and SciPy give for them; the scripts write them anew
        .testTarget(
            name: "DifferentialTests", dependencies: ["Interpreter", "Syntax"], path: "Tests/Differential",
            exclude: [
                "differential.py", "programs.py", "twin.py", "edges.py", "sample.txt", "symbolic.py", "symbolic.txt", "gradients.py",
                "gradients.txt", "habits.py", "habits.txt",
            ]),
        // one of its tests types into the built program
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Literate", "Interpreter", "Syntax", "convlab"]),
        // programs that nobody would write, and the limits that hold for them
        .testTarget(
            name: "FuzzTests", dependencies: ["Terminal", "Interpreter", "Literate", "Syntax", "TensorEngine", "convlab"]),
        // a client of the library product alone
        .testTarget(name: "ConvLabKitTests", dependencies: ["ConvLabKit"]),
        // holds the imports against the layers
        .testTarget(name: "ArchitectureTests"),
        // measured between two measurements of a peer: Tests/Benchmarks/differentiation.py; no product
        .executableTarget(
            name: "engine-benchmarks", dependencies: ["ConvLabKit"], path: "Tests/Benchmarks/Engine"),
        // runs the built program
        .testTarget(name: "CommandTests", dependencies: ["convlab"]),
    ]
)
