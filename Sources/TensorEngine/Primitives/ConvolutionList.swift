extension Primitive {
    /// Convolution, pooling and patches.
    static let signals: [Primitive] = convolutions + scipyConvolutions + patches + pools
}
