import Syntax

/// The names that a cell assigns and mentions, for dependencies between cells and unknown names.
package struct CellNames: Sendable {
    /// Assigned at the top level, writes to a place (`A[0] = 1`) included.
    package var assigned: Set<String> = []
    /// Mentioned at the top level; a write to a place mentions its root.
    package var mentioned: Set<String> = []
    /// What the functions that the cell defines mention freely, by the function's name.
    package var functions: [String: Set<String>] = [:]
}
