// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Files that other programs packed: Python's zipfile, tarfile, bz2 and lzma, zstd, zip, and libarchive's own writer of 7-Zip. Each holds one text.
enum PackedSamples {
    static let text = "The quay was closed.\n"

    static func bytes(_ base64: String) -> [UInt8] { Data(base64Encoded: base64.filter { $0 != "\n" }).map { [UInt8]($0) } ?? [] }

    static let zip64 = """
        UEsDBC0AAAAAAAAAIQDtWpm///////////8HABQAYmlnLnR4dAEAEAAVAAAAAAAAABUAAAAAAAAAVGhlIHF1YXkgd2FzIGNsb3NlZC4KUEsBAi0DLQAAAAAA
        AAAhAO1amb8VAAAAFQAAAAcAAAAAAAAAAAAAAIABAAAAAGJpZy50eHRQSwUGAAAAAAEAAQA1AAAATgAAAAAA
        """
    static let deflated = """
        UEsDBBQAAAAIAHsieV1HaDPQGgAAAGkAAAAFAAAAYS50eHQLyUhVKCxNrFQoTyxWSM7JL05N0eMKoYEgAFBLAQIUAxQAAAAIAHsieV1HaDPQGgAAAGkAAAAF
        AAAAAAAAAAAAAACAAQAAAABhLnR4dFBLBQYAAAAAAQABADMAAAA9AAAAAAA=
        """
    static let bzip2 = "QlpoOTFBWSZTWdUpcRsAAALTgAAQQAEEAC5EqqAgACKaaNPSPSeoUwAE0wQp0kII4aivJ3+LuSKcKEhqlLiNgA=="
    static let xz = "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAUVGhlIHF1YXkgd2FzIGNsb3NlZC4KAAAAAMY/fxy1/OapAAEtFS8LcW0ftvN9AQAAAAAEWVo="
    static let lzma = "XQAAgAD//////////wAqGgiiAyVm2rqVzY8VBLJ73yFabNmPk6rkf//7XGAA"
    static let zstd = "KLUv/SQVqQAAVGhlIHF1YXkgd2FzIGNsb3NlZC4K4XspSg=="
    static let pax = """
        H4sIAAAAAAACA+3TPQrCMBiA4cyeIifIX6Ob4KajgxcINtBBUNuU1tN4Cy/Qi1kVHISOrYjvkyEf35IhvEorvdqGdhNDHksxCvMydBtn5+/5ubf9KhOyFROo
        qxTK/nnxn6y38hRSscz1d8667G7dNarUppnA1Kb44kfUC+8H+zfuo3/nXeaENPQ/ul0R5bkOF9mESu4Pxyrmig4BAAAAAAAAAAAAAAB+xx0cu0c/ACgAAA==
        """
    static let gnu = """
        H4sIAAAAAAACA+3TMQrCMBSA4cye4p0gTUNqVzeXjl4g2KCitNi0qKfxFl6gFxMpCA4dq6j/94Y83hp+nehkUdTVpthVezUNMxh7jTXuuQ/3PM9SJYV6gy62
        vhFRf6pMPjPLpr/116Dbc6vw2///iHru3Gj/xmav/VuX5laJof/JrbZBjp2/yMlHWR/qGEo9IwsAAAAAAAAAAAAAAICvcQdoOtKtACgAAA==
        """
    static let sevenZip = """
        N3q8ryccAANFVbysIAAAAAAAAAA+AAAAAAAAAIxZjrIAKhoIogMlZtq6lc2PFQSye98hWmzZj5Oq5H//+1xgAAEEBgABCSAABwsBAAEjAwEBBV0AAIAADBUA
        CAoB7VqZvwAABQERDQBhAC4AdAB4AHQAAAAVBgEAIICkgQAA
        """
    static let encrypted = """
        UEsDBAoACQAAAHwieV3tWpm/IQAAABUAAAAFABwAYS50eHRVVAkAA+thBmvrYQZrdXgLAAEEAAAAAAQAAAAAKXL7WC23Yqhre4yQgrPPKHBWVoss+8o7cDJV
        B+u6jCJPUEsHCO1amb8hAAAAFQAAAFBLAQIeAwoACQAAAHwieV3tWpm/IQAAABUAAAAFABgAAAAAAAEAAACkgQAAAABhLnR4dFVUBQAD62EGa3V4CwABBAAA
        AAAEAAAAAFBLBQYAAAAAAQABAEsAAABwAAAAAAA=
        """
}
