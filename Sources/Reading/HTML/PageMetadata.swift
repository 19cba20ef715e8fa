// SPDX-License-Identifier: Apache-2.0
internal import Documents
struct PageMetadata {
    var headline: String?
    var annotations: [Annotation] = []
    init(_ bytes: [UInt8], _ skeleton: HTMLSkeleton, _ tree: PageTree) {}
}
