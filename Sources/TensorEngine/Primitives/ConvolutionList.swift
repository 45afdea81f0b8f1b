extension Primitive {
    /// Convolution, pooling and patches.
    package static let signals: [Primitive] = convolutions + scipyConvolutions + patches + pools
}
