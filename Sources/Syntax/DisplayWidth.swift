extension String {
    /// The number of terminal columns that the text takes.
    package var displayWidth: Int { count }
}
