# SPDX-License-Identifier: Apache-2.0
"""The IPTC Media Topics as a tree, with what the files of the vocabulary say about each concept."""
import json

# Sectors of "products and services" whose words belong as much to another topic: a text on software is about technology
# before it is about the economy. An editorial choice; the hierarchy itself is left as IPTC has it.
SHARED = {
    "medtop:20000225": "medtop:13000000",  # computing and information technology
    "medtop:20000304": "medtop:01000000",  # media and entertainment industry
    "medtop:20001354": "medtop:07000000",  # healthcare industry
    "medtop:20000331": "medtop:10000000",  # tourism and leisure industry
}


class Vocabulary:
    def __init__(self, mapping, older, rules):
        """The 2023 mapping, the 2017 definitions and the Boolean rules, each a path."""
        entries = {code: entry for code, entry in read(mapping).items() if not isinstance(entry["RetiredDate"], str)}
        self.codes = sorted(entries)
        self.path = {
            code: [entry[f"Level{n}/NewsCode"] for n in range(1, 7) if isinstance(entry[f"Level{n}/NewsCode"], str)]
            for code, entry in entries.items()
        }
        self.name = {code: entry["Name (en-GB)"] for code, entry in entries.items()}
        self.definition = {
            code: entry["Definition (en-GB)"] if isinstance(entry["Definition (en-GB)"], str) else self.name[code]
            for code, entry in entries.items()
        }
        self.older = {entry["topicId"]: entry.get("definition") or "" for entry in read(older)}
        self.rules = {}
        for rule in read(rules)["rules"]:
            # The quoted words of a rule are its terms; what holds a backslash is a regular expression.
            terms = [part for part in rule["query"].split('"')[1::2] if "\\" not in part]
            self.rules.setdefault(rule["topicId"], []).extend(sorted(set(" ".join(terms).split())))
        self.tops = sorted({path[0] for path in self.path.values()})
        self.children = {code: [] for code in self.codes}
        for code in self.codes:
            if len(self.path[code]) > 1:
                self.children[self.path[code][-2]].append(code)

    def texts(self, code):
        """Name and both definitions: three short texts about the concept."""
        return [self.name[code], self.definition[code], self.older.get(code) or self.name[code]]

    def shares(self, code):
        """Top-level topics that the words of a concept speak for, with their shares."""
        for shared, top in SHARED.items():
            if shared in self.path[code]:
                return {self.path[code][0]: 0.2, top: 0.8}
        return {self.path[code][0]: 1.0}


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)
