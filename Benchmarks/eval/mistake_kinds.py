# SPDX-License-Identifier: Apache-2.0
"""Kinds of mistake of figures, events, entities and places, for mistakes.py: each task a generator of (kind, example)."""
import collections
import difflib
import os
import sys

import entities
import evaluate
import events
import figures
import places


def shown(text, start, end, around=40):
    return " ".join(f"…{text[max(0, start - around):start]}[{text[start:end]}]{text[end:end + around]}…".split())


# Figures: the two halves of our own sentences --------------------------------------------------------

def figure_mistakes(part):
    rows = figures.sentences(part)
    results = figures.extract(rows)
    for row in rows:
        text, left = row["text"], list(results.get(row["id"], {}).get("figures", []))
        for gold in row["figures"]:
            words = shown(text, gold["start"], gold["end"])
            pair = next((f for f in left if (f["start"], f["end"]) == (gold["start"], gold["end"])), None)
            pair = pair or next((f for f in left if figures.overlaps(f, gold)), None)
            if pair is None:
                yield f"missed, {gold['category'] or 'without category'}, unit {gold['unit'] or 'none'}", words
                continue
            left.remove(pair)
            if (pair["start"], pair["end"]) != (gold["start"], gold["end"]):
                yield f"span too {'long' if pair['end'] - pair['start'] > gold['end'] - gold['start'] else 'short'}", words
            cut = lambda span: text[span["start"]:span["end"]] if span else ""
            got = {"unit": pair.get("unit", ""), "of": figures.plain(cut(pair.get("of"))), "category": pair.get("category", ""),
                   "by": figures.plain(cut(pair.get("asserted_by")))}
            for field, name in (("unit", "unit"), ("of", "what is counted"), ("category", "category"), ("by", "who says so")):
                wanted = figures.plain(gold[field]) if field in ("of", "by") else gold[field]
                if got[field] != wanted:
                    how = "absent" if not got[field] else "given where there is none" if not wanted else (
                        "too long" if wanted in got[field] else "too short" if got[field] in wanted else "another")
                    extra = f" ({got[field] or 'none'} for {wanted or 'none'})" if field in ("unit", "category") else ""
                    yield f"{name} {how}{extra}", f"{got[field]!r} for {wanted!r}: {words}"
            value, low, high, approximate = gold["numbers"]
            if not all(map(figures.close, (value, low, high), (pair.get("value"), pair.get("min"), pair.get("max")))):
                yield "number or bounds", words
            elif approximate != pair.get("approximate", False):
                yield "approximate or not", words
        for figure in left:
            yield f"too many, {figure.get('category') or 'without category'}", shown(text, figure["start"], figure["end"])


# Events: role fillers of MUC-4 -----------------------------------------------------------------------

def event_mistakes(name):
    rows = evaluate.rows(os.path.join(evaluate.DATA, "events", f"{name}.jsonl"))
    results = events.answers(rows)
    for row in rows:
        if row["id"] not in results:
            continue
        result, key = results[row["id"]], events.key(row)
        found = events.fillers(result)
        heads = {role: {events.head(s) for answer, _ in key[role] for s in answer} for role in events.ROLES}
        mine = {role: {events.head(s) for answer in found[role] for s in answer} for role in events.ROLES}
        names = {events.head(n) for e in result.get("entities", []) for n in [e["name"]] + e["aliases"]}
        for role in events.ROLES:
            for answer, optional in key[role]:
                own = {events.head(s) for s in answer}
                if optional or own & mine[role]:
                    continue
                other = next((r for r in events.ROLES if own & mine[r]), None)
                if other:
                    why = f"given as {other}"
                elif not result.get("events"):
                    why = "the text has no event of ours"
                elif own & names:
                    why = "an entity, but in no event"
                else:
                    why = "a phrase in no event"
                yield f"missed {role}: {why}", str(answer[:2])
            for answer in found[role]:
                own = {events.head(s) for s in answer}
                if own & heads[role]:
                    continue
                other = next((r for r in events.ROLES if own & heads[r]), None)
                why = f"the key has it as {other}" if other else "the text has no incident in the key" if not row["templates"] else (
                    "a pronoun or common head" if len(answer) == 1 and len(answer[0].split()) == 1 and answer[0].islower() else "not in the key")
                yield f"extra {role}: {why}", str(answer[:2])


# Entities: pairs of names of GUM ---------------------------------------------------------------------

def likeness(one, other):
    """How two names of one thing differ, or two things' names are alike."""
    a, b = one.lower().removeprefix("the "), other.lower().removeprefix("the ")
    short, long = sorted((a, b), key=len)
    words = lambda s: s.replace("-", " ").replace(".", "").split()
    letters = "".join(w[0] for w in words(long) if w not in ("of", "the", "and", "for", "in"))
    if a == b:
        return "the same words"
    if words(a) == words(b) or a.replace("'s", "") == b.replace("'s", ""):
        return "marks alone"
    if len(words(short)) == 1 and short.replace(".", "") == letters:
        return "acronym"
    if set(words(short)) < set(words(long)):
        place = "last word" if words(long)[-1] == words(short)[-1] else "first word" if words(long)[0] == words(short)[0] else "words inside"
        return f"part of the name, {place}"
    if set(words(a)) & set(words(b)):
        return "words shared"
    if difflib.SequenceMatcher(None, a, b).ratio() > 0.75:
        return "spelling"
    if len(a) > 3 and len(b) > 3 and a[:4] == b[:4]:
        return "same beginning (people and country)"
    return "nothing shared"


def entity_mistakes(_):
    sys.path.insert(0, evaluate.SCRIPTS)
    from eval_ner import normspan
    import tempfile
    rows = [row for row in evaluate.rows(os.path.join(evaluate.DATA, "ner", "gum_mentions.jsonl")) if row["genre"] in entities.OPEN]
    with tempfile.TemporaryDirectory() as folder:
        results, _ = evaluate.answers("names", [{"id": row["id"], "text": row["text"]} for row in rows], folder)
    for row in rows:
        text, result = row["text"], results[row["id"]]
        origin, core, gold = evaluate.Origin(result, text), {}, {}
        for mention in row["mentions"]:
            core[mention["start"], mention["end"]] = mention["eid"]
        kinds = {}
        for name in row["named"]:
            eid = core.get((name["start"], name["end"]))
            if eid:
                gold[normspan(text, name["cstart"], name["cend"])] = eid
                kinds[eid] = name["label"]
        ours = collections.defaultdict(list)
        for entity in result.get("entities", []):
            for mention in entity["mentions"]:
                span = normspan(text, *origin.span(mention))
                if mention["kind"] == "name" and span in gold:
                    ours[gold[span]].append((entity["id"], text[slice(*span)]))
        # One gold thing in several of our entities: each further entity is one mistake.
        for eid, names in ours.items():
            clusters = collections.defaultdict(list)
            for entity, words in names:
                clusters[entity].append(words)
            most, *rest = sorted(clusters.values(), key=len, reverse=True)
            for cluster in rest:
                best = min((likeness(a, b) for a in set(most) for b in set(cluster)), key=lambda kind: kind == "nothing shared")
                yield f"apart, {kinds[eid]}: {best}", f"{most[0]!r} and {cluster[0]!r} ({row['id']})"
        # One entity of ours with names of several gold things.
        owners = collections.defaultdict(lambda: collections.defaultdict(list))
        for eid, names in ours.items():
            for entity, words in names:
                owners[entity][eid].append(words)
        for things in owners.values():
            most, *rest = sorted(things.items(), key=lambda item: -len(item[1]))
            for eid, names in rest:
                yield f"together, {kinds[most[0]]} and {kinds[eid]}: {likeness(most[1][0], names[0])}", f"{most[1][0]!r} and {names[0]!r} ({row['id']})"
        named, others = entities.aligned(row, result, normspan)
        for kind, eid, entity, span in others:
            if named.get(entity):
                right = collections.Counter(named[entity]).most_common(1)[0][0]
                if eid != right:
                    words = text[slice(*span)].lower()
                    yield f"{kind} \"{words if kind == 'pronoun' else 'the …'}\" led to {'another' if eid else 'what the gold does not mark'}", shown(text, *span, 80)


# Places: the half of GUM that may be read ------------------------------------------------------------

def place_mistakes(_):
    import tempfile
    rows = [row for row in evaluate.rows(os.path.join(evaluate.DATA, "ner", "gum_mentions.jsonl"))
            if row["genre"] in entities.OPEN and places.half(row["id"]) == "read"]
    with tempfile.TemporaryDirectory() as folder:
        results, _ = evaluate.answers("names", [{"id": row["id"], "text": row["text"]} for row in rows], folder)
    titles = places.Titles()
    origins = {row["id"]: evaluate.Origin(results[row["id"]], row["text"]) for row in rows}
    links = places.linked(results, origins)
    for row in rows:
        text = row["text"]
        found = {places.core(text, *span): entity for span, entity in links[row["id"]].items()}
        for name in row["named"]:
            spans = {places.core(text, name["start"], name["end"]), places.core(text, name["cstart"], name["cend"])}
            entity = next((found[s] for s in spans if s in found), None)
            place = titles.place(name["ident"]) if name["label"] == "LOC" and name["ident"] else None
            here = entity and entity["type"] in ("location", "facility")
            example = f"{text[name['cstart']:name['cend']]!r}, {name['ident']} ({row['id']})"
            if place is None:
                if here and entity.get("country") and name["label"] != "LOC":
                    yield f"linked, and GUM calls it {name['label']}", example
                continue
            what = place[0] if place[0] in ("city", "country", "division", "region") else "place"
            if not entity:
                inside = any(s[0] < name["cend"] and name["cstart"] < s[1] for s in found)
                yield f"{what} {'found with other edges' if inside else 'not found as a name'}", example
            elif not here:
                yield f"{what} typed {entity['type']}", example
            elif entity.get("country") != place[1] and place[1]:
                yield f"{what} {'without a country' if not entity.get('country') else 'in another country'}", example
            elif place[0] != "judged" and place[3] == place[3]:
                spot = entity.get("coordinates")
                if not spot:
                    yield f"{what} without a spot", example
                elif places.apart(spot["latitude"], spot["longitude"], place[3], place[4]) >= 60:
                    yield f"{what} at another spot in its country", example


TASKS = {"figures": figure_mistakes, "events": event_mistakes, "entities": entity_mistakes, "places": place_mistakes}
