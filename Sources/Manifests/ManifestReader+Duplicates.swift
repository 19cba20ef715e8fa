// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// How articles are compared with earlier ones.
extension ManifestReader {
    mutating func duplicates(_ member: JSON.Member, into duplicates: inout Manifest.Duplicates?) {
        if let isWanted = member.value.bool {
            duplicates = isWanted ? Manifest.Duplicates() : nil
            return
        }
        guard let members = member.value.members else {
            return expect(member, "true, false or an object such as { \"similarity\": 0.5, \"within\": \"30d\" }")
        }
        var found = Manifest.Duplicates()
        for part in members {
            switch part.name {
            case "$comment": break
            case "similarity":
                if let number = part.value.number, number >= 0.1, number <= 1 {
                    found.similarity = number
                } else {
                    expect(part, "a number from 0.1 to 1")
                }
            case "within": if let age = value(part, "an age such as \"12h\" or \"30d\"", Quantity.age) { found.within = age }
            case "paragraphs": boolean(part, into: &found.paragraphs)
            default: unknown(part, among: ManifestSchema.duplicateMembers)
            }
        }
        duplicates = found
    }
}
