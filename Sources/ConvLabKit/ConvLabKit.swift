/// Tensors and pictures as a plain Swift library, without the language: `import ConvLabKit` is all that a package needs.
@_exported import Imaging
@_exported import TensorEngine
