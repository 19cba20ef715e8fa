// SPDX-License-Identifier: Apache-2.0

/// A matrix that a stage keeps in the model's file: the weights of a head of its own.
package struct EncoderTable: Sendable {
    package let rows: Int
    package let columns: Int
    /// Row by row.
    package let values: [Float]

    package func row(_ number: Int) -> ArraySlice<Float> { values[number * columns..<(number + 1) * columns] }
}

extension Encoder {
    /// The tensor `tables.NAME.weight` of the model's file: 32-bit floats, or int8 with a scale for each row in `tables.NAME.scale`.
    ///
    /// - Returns: `nil` where the model has none.
    /// - Throws: where its shape or numbers cannot be.
    package func table(_ name: String) throws(EncoderError) -> EncoderTable? {
        let weight = "tables.\(name).weight"
        guard file.has(weight) else { return nil }
        let (rows, columns) = try file.sides(of: weight)
        let count = rows * columns
        if !file.has("tables.\(name).scale") {
            let values = unsafe Array(UnsafeBufferPointer(start: try file.start(weight, rows, columns), count: count))
            return EncoderTable(rows: rows, columns: columns, values: values)
        }
        let whole = unsafe UnsafeBufferPointer(start: try file.whole(weight, rows, columns), count: count)
        let scales = unsafe UnsafeBufferPointer(start: try file.start("tables.\(name).scale", rows), count: rows)
        var values: [Float] = []
        values.reserveCapacity(count)
        for row in 0..<rows {
            for column in 0..<columns { values.append(unsafe Float(whole[row * columns + column]) * scales[row]) }
        }
        return EncoderTable(rows: rows, columns: columns, values: values)
    }
}
