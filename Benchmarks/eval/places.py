# SPDX-License-Identifier: Apache-2.0
"""How many places of GUM's openly licensed genres are linked to the right country and spot, and how many links are wrong.

GUM gives names the titles of their Wikipedia articles. A title says which place is meant: "Tulsa, Oklahoma" and "Georgia (U.S. state)" by
themselves, a bare "Cleveland" by being the best known of the name: the largest of our gazetteer, where it is three times the next.
Titles that lead to no place of the gazetteer (buildings, islands, "Desert") are judged by the country that `places_titles.tsv`
names ("-" for none), for precision alone; a spot in the right country is not judged then.

A link counts by mention: right where the country is that of the title, or the spot within 60 km of it (of a country or
division: the same area). Links of names that GUM labels as persons or organizations are wrong. Recall has all of GUM's
names that lead to a place, found or not; "of the found" those that the finder calls a location.
"""
import collections
import hashlib
import math
import os
import struct
import sys
import unicodedata
import urllib.parse

import tables

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = os.path.join(HERE, "..", "..", "Sources", "CLexicons", "tables")
CLOSED = {"fiction", "whow"}  # not openly licensed
QUALIFIERS = {"country", "u.s. state", "state", "city", "province", "region", "municipality"}


def fold(name):
    name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    for a, b in (("ł", "l"), ("Ł", "l"), ("ø", "o"), ("ı", "i"), ("’", "'"), ("–", " "), ("-", " ")):
        name = name.replace(a, b)
    return " ".join(name.lower().split())


class Titles:
    """What the title of a Wikipedia article means, as (kind, country, code, latitude, longitude)."""

    def __init__(self):
        self.names = {}
        for line in open(os.path.join(TABLES, "place_names.tsv"), encoding="utf-8"):
            key, *refs = line.rstrip("\n").split("\t")
            self.names[key] = refs
        self.areas = {}
        for line in open(os.path.join(TABLES, "place_areas.tsv"), encoding="utf-8"):
            code, *fields = line.rstrip("\n").split("\t")
            self.areas[code] = fields
        self.cities = open(os.path.join(TABLES, "places.bin"), "rb").read()
        self.judged = {}
        for line in open(os.path.join(HERE, "places_titles.tsv"), encoding="utf-8"):
            if not line.startswith("#"):
                title, country = line.rstrip("\n").split("\t")
                self.judged[title] = country

    def candidates(self, key):
        found = []
        for ref in self.names.get(key, []):
            if ref.isdigit():
                country, suffix, size, _, lat, lon = struct.unpack_from("<2s3sBBxii", self.cities, int(ref) * 16)
                found.append(("city", country.decode(), country.decode() + "-" + suffix.rstrip(b"\0").decode(), lat / 1e4, lon / 1e4, size / 25))
            elif not ref.startswith("~"):
                kind, country, _, lat, lon, size = self.areas[ref][:6]
                name = {"c": "country", "d": "division", "e": "lesser", "r": "region"}[kind]
                found.append((name, country, ref, float(lat or "nan"), float(lon or "nan"), float(size)))
        return found

    def place(self, title):
        """The place, or the country alone as ("judged", country …), or None."""
        title = urllib.parse.unquote(title).replace("_", " ")
        if title in self.judged:
            return ("judged", self.judged[title].replace("-", ""), "", math.nan, math.nan)
        base, _, qualifier = title.partition(" (")
        qualifier = fold(qualifier.rstrip(")"))
        name, _, inside = base.partition(", ")
        found = self.candidates(fold(name))
        if qualifier and qualifier not in QUALIFIERS:
            inside = qualifier
            if not self.candidates(fold(inside)):
                return None
        if "state" in qualifier or qualifier in ("province", "region"):
            found = [c for c in found if c[0] == "division"]
        elif qualifier == "country":
            found = [c for c in found if c[0] == "country"]
        elif qualifier == "city":
            found = [c for c in found if c[0] == "city"]
        if inside and qualifier not in QUALIFIERS:
            around = [c for c in self.candidates(fold(inside)) if c[0] in ("country", "division")]
            found = [c for c in found if c[0] == "city" and any(c[1] == a[1] if a[0] == "country" else c[2] == a[2] for a in around)]
        rank = {"country": 3, "region": 2.5, "division": 0.6, "lesser": -3, "city": 0}
        found.sort(key=lambda c: -(c[5] + rank[c[0]]))
        # A city and the division named after it: Wikipedia's bare title is the city, for a state of the United States the state.
        if found and found[0][0] == "division" and found[0][1] != "US":
            cities = [c for c in found if c[0] == "city" and c[2] == found[0][2]]
            if cities:
                found = cities[:1] + [c for c in found if c not in cities and c != found[0]]
        if not found or len(found) > 1 and found[1][5] + rank[found[1][0]] > found[0][5] + rank[found[0][0]] - 0.48:
            return None
        return found[0][:5]


def apart(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    return 12742 * math.asin(math.sqrt(math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2))


def linked(results, origins):
    """id -> {(start, end): entity} of the names of every entity."""
    found = {}
    for id, result in results.items():
        found[id] = {origins[id].span(m): e for e in result.get("entities", []) for m in e["mentions"] if m["kind"] == "name"}
    return found


def core(text, start, end):
    for article in ("the ", "The "):
        if text[start:end].startswith(article):
            start += len(article)
    return start, end


def half(id):
    return "read" if hashlib.sha256(id.encode()).digest()[0] & 1 else "unread"


def score(rows, results, origins, wanted=None):
    titles = Titles()
    count = collections.defaultdict(collections.Counter)
    mistakes, missed = collections.Counter(), collections.Counter()
    links = linked(results, origins)
    for row in rows:
        if row["id"] not in links:
            continue
        text, part = row["text"], half(row["id"])
        found = {core(text, *span): entity for span, entity in links[row["id"]].items()}
        seen = set()
        for name in row["named"]:
            spans = {core(text, name["start"], name["end"]), core(text, name["cstart"], name["cend"])}
            span = next((s for s in spans if s in found and s not in seen), None)
            entity = found.get(span)
            is_place = name["label"] == "LOC"
            place = titles.place(name["ident"]) if is_place and name["ident"] else None
            tallies = (count[part], count["all"])
            if span:
                seen.add(span)
            found_place = entity and entity["type"] in ("location", "facility")
            country = entity.get("country") if found_place else None
            spot = entity.get("coordinates") if found_place else None
            said = f"{text[span[0]:span[1]]} = {country} {spot and (spot['latitude'], spot['longitude'])} for {name['ident'] or name['label']} ({row['id']})" if entity else ""
            if place is None:
                for tally in tallies:
                    if (country or spot) and not is_place:
                        tally["country wrong"] += bool(country)
                        tally["city wrong"] += bool(spot)
                        tally["no place"] += 1
                    elif country or spot:
                        tally["unjudged"] += 1
                if (country or spot) and part == "read":
                    mistakes[("UNJUDGED " if is_place else "NO PLACE ") + said] += 1
                continue
            right_country = country == place[1]
            # Of titles judged by hand only the country is known; a spot is wrong where it lies in no country or another one.
            right_spot = spot and place[0] != "judged" and (
                math.isnan(place[3]) is False and apart(spot["latitude"], spot["longitude"], place[3], place[4]) < 60)
            for tally in tallies:
                if place[1] and place[0] != "judged":
                    tally["country gold"] += 1
                    tally["country gold found"] += bool(entity and found_place)
                tally["country right"] += bool(country and right_country)
                tally["country right in"] += bool(country and right_country and place[0] != "judged")
                tally["country wrong"] += bool(country and not right_country)
                what = "city" if place[0] == "city" else "area"
                if place[0] in ("city", "country", "division") and not math.isnan(place[3]):
                    tally[what + " gold"] += 1
                    tally[what + " gold found"] += bool(entity and found_place)
                if spot and place[0] == "judged" and right_country:
                    tally["unjudged"] += 1
                elif spot:
                    tally[what + (" right" if right_spot else " wrong")] += 1
            if part == "read":
                if country and not right_country or spot and not right_spot and not (place[0] == "judged" and right_country):
                    mistakes["WRONG " + said] += 1
                elif place[0] != "judged" and place[1] and not country or place[0] in ("city", "country", "division") and not spot:
                    missed[f"{text[name['cstart']:name['cend']]!r} {name['ident']}: " + (entity["type"] + f" {entity.get('country')}" if entity else "not found")] += 1
    lines = []
    for part in ("read", "unread", "all"):
        tally = count[part]
        for what, means in (("country", "country"), ("city", "spot of cities"), ("area", "spot of countries and divisions")):
            right, wrong, gold, there = (tally[f"{what} {x}"] for x in ("right", "wrong", "gold", "gold found"))
            recalled = tally["country right in"] if what == "country" else right
            if part != "all":
                for measure, value in (("P", right / max(1, right + wrong)), ("R", recalled / max(1, gold)), ("R of the found", recalled / max(1, there))):
                    tables.row("places", f"gum_mentions, {part} half: {means}", measure, value)
            lines.append(f"{part:6} {means:31} precision {right / max(1, right + wrong):.3f} ({right} of {right + wrong}), recall "
                         f"{recalled / max(1, gold):.3f} of {gold} names, {recalled / max(1, there):.3f} of the {there} found")
        lines.append(f"       {tally['unjudged']} spots in the right country not judged; {tally['no place']} wrong links are of what GUM calls a person or organization")
    if os.environ.get("EVAL_MISTAKES"):
        for what in (mistakes, missed):
            lines += [f"  {n:3} {said}" for said, n in what.most_common(int(os.environ["EVAL_MISTAKES"]))]
    return "\n".join(lines)
