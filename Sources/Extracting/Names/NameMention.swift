// SPDX-License-Identifier: Apache-2.0

package import Documents

/// A stretch of text that names something, with the kind of thing it names.
///
/// What a finder gives and `EntityResolver` takes: rules today, a trained encoder in their place tomorrow.
package struct NameMention: Hashable, Sendable {
    package var span: TextSpan
    package var kind: Entity.Kind
    /// 0…1
    package var confidence: Double

    package init(_ span: TextSpan, kind: Entity.Kind, confidence: Double) {
        self.span = span
        self.kind = kind
        self.confidence = confidence
    }
}
