// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How long the seeded mutators go on: with FUZZ=50 (`make fuzz`) fifty times as long, from the seed FUZZ_SEED on.
package enum Fuzzing {
    private static func number(_ name: String) -> UInt64? {
        guard let value = unsafe getenv(name) else { return nil }
        return UInt64(unsafe String(cString: value))
    }

    package static func rounds(_ usual: Int) -> Int { usual * Int(number("FUZZ") ?? 1) }

    package static func seed(_ usual: UInt64) -> UInt64 { usual &+ (number("FUZZ_SEED") ?? 0) &* 1_000_003 }
}
