// SPDX-License-Identifier: Apache-2.0

extension RandomAccessCollection where Index == Int {
    /// The first index whose element is of the second part, in a collection whose elements of the first part all come before
    /// those of the second; the end where there is none. Binary search.
    package func partitionPoint(where isOfSecondPart: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isOfSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
