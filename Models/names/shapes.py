# SPDX-License-Identifier: Apache-2.0
"""How a word is written, for training and for what holds the program against it. Needs no PyTorch."""


def shape(word):
    """1 lower, 2 Capital, 3 CAPITALS, 4 one capital, 5 miXed, 6 digits, 7 with digits, 8 marks; 0 is for what is no word."""
    if word.isdigit():
        return 6
    if not any(c.isalnum() for c in word):
        return 8
    if any(c.isdigit() for c in word):
        return 7
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) == 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 2
    return 5 if any(c.isupper() for c in word) else 1
