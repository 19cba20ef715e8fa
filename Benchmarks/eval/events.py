#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the events that copydesk finds.

usage: events.py [muc4.dev | muc4.train | own] ...      (muc4.dev and own where nothing is given)
       events.py --results FILE muc4.dev                scores what an earlier run saved; --save FILE saves it
       events.py --errors muc4.train | own              lists what is missed and what is wrong, to learn from

MUC-4 (EVAL_DATA/events): role fillers of terrorist incidents, as Patwardhan & Riloff (2007, 2009), Huang & Riloff (2011, 2012) and Du & Cardie
(2020) score them: all templates of a text as one; roles PerpInd, PerpOrg, Target, Victim, Weapon; a filler counts where its head noun is the head
of a string of the answer key; two fillers of the same answer count once; what the key marks as optional is not missed. Beside it the stricter
"exact" score: the filler is one of the strings of the key but for determiners. Of the event types only the incident's presence can be scored
here, since the files of this set do not name the types: a text with templates should have an incident, a text without none.
What copydesk finds becomes fillers so: agents of violent events are PerpInd (phrases, persons) or PerpOrg (organizations), patients Victim
(people) or Target (all else), `weapon` Weapon; battles, as `acled` calls fighting between armed sides, are no incidents there and are left out.

own (events.jsonl beside this file): sentences in the style of today's news, with their events: trigger, type,
agents, patients, place, toll. An event is right where its type is and one trigger holds the other; agents and patients by head noun.

Environment: COPYDESK, EVAL_DATA as in evaluate.py.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

import tables

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.abspath(os.environ.get("EVAL_DATA", os.path.join(ROOT, "..", "shared", "data")))
COPYDESK = os.environ.get("COPYDESK", os.path.join(ROOT, ".build", "release", "copydesk"))
OWN = os.path.join(HERE, "events.jsonl")
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
KEYS = {
    "perp_individual_id": "PerpInd", "perp_organization_id": "PerpOrg", "phys_tgt_id": "Target", "hum_tgt_name": "Victim",
    "hum_tgt_description": "Victim", "incident_instrument_id": "Weapon",
}
VIOLENT = {"attack", "bombing", "air-strike", "shelling", "shooting", "killing", "injury", "abduction", "arson", "robbery", "damage"}
DETERMINERS = "the a an this that these those his her its their our several some all two three four five six seven eight nine ten one at least about".split()
# What a phrase names as a body, where copydesk gives no entity.
ORGANIZATIONS = set("army force military police guard front movement party cartel organization government brigade battalion militia group path".split())
CLASSES = {}
for line in open(os.path.join(ROOT, "Models", "lexicons", "own", "events.txt"), encoding="utf-8"):
    if line.startswith("class "):
        kind, words = line.split(":", 1)
        for word in words.split():
            CLASSES[word.lstrip("=").replace("_", " ")] = kind.split()[1]


def answers(rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for row in rows:
            file.write(json.dumps({"id": row["id"], "text": row["text"], "published": row.get("published", "1990-06-01T12:00:00Z")}) + "\n")
        file.flush()
        with open(file.name, "rb") as given:
            done = subprocess.run([COPYDESK, "process", "--input-ndjson", "--stages", "normalize,extract"], stdin=given, stdout=subprocess.PIPE)
    results = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return {result["id"]: result for result in results if "error" not in result}


def plain(string):
    words = re.findall(r"[\w'&.-]+", string.lower().replace("\n", " "))
    while len(words) > 1 and (words[0] in DETERMINERS or words[0].isdigit()):
        words = words[1:]
    return " ".join(words)


def head(string):
    """The last word before the first preposition, its plural "s" taken away."""
    words = plain(re.split(r",\s|\(", string)[0]).split()
    for index, word in enumerate(words):
        if index and (word.endswith("ing") and index + 1 < len(words)) or index and word in ("of", "in", "at", "from", "on", "for", "with", "to", "near", "who", "and"):
            words = words[:index]
            break
    word = words[-1] if words else ""
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def is_person(string):
    word = head(string)
    if word[:1].isdigit() or word in DETERMINERS:
        return True
    kind = CLASSES.get(word) or CLASSES.get(plain(string).split()[-1] if plain(string) else "")
    if kind:
        return kind in ("armed", "force", "person", "body")
    return word.endswith(("er", "or", "ist", "man", "men", "ee", "ian"))


def key(row):
    """Per role a list of answers: (strings, whether optional)."""
    roles = {role: [] for role in ROLES}
    for template in row["templates"]:
        optional = any(name == "message_template_optional" for name, _ in template)
        persons = []
        for name, value in template:
            if name not in KEYS:
                continue
            strings = [string for string in value.get("strings") or value["strings_lhs"] if string]
            if KEYS[name] == "Victim":
                # A description of somebody named is another string of the same answer.
                named = [string for string in value.get("strings_rhs", []) if string]
                same = next((answer for answer in persons if set(named) & set(answer[0])), None)
                if same:
                    same[0].extend(strings)
                    continue
                persons.append((list(strings) + list(named), optional or value.get("optional", False)))
            else:
                roles[KEYS[name]].append((list(strings), optional or value.get("optional", False)))
        roles["Victim"] += persons
    for role in ROLES:
        merged = []
        for strings, optional in roles[role]:
            same = next((answer for answer in merged if {plain(s) for s in answer[0]} & {plain(s) for s in strings}), None)
            if same:
                merged[merged.index(same)] = (same[0] + strings, same[1] and optional)
            else:
                merged.append((strings, optional))
        roles[role] = merged
    return roles


def fillers(result):
    """Per role the strings that copydesk gives; those of one entity together."""
    text = result["text"]
    entities = {entity["id"]: entity for entity in result.get("entities", [])}
    roles = {role: [] for role in ROLES}

    def cut(span):
        return text[span["start"]:span["end"]]

    def add(role, strings):
        if not any({plain(s) for s in strings} & {plain(s) for s in known} for known in roles[role]):
            roles[role].append(strings)

    for event in result.get("events", []):
        if event["type"] not in VIOLENT or event.get("modality") == "planned" or event.get("acled", {}).get("event_type") == "Battles":
            continue
        for id in event["agent"]:
            entity = entities[id]
            add("PerpOrg" if entity["type"] in ("organization", "group") else "PerpInd", [entity["name"]] + entity["aliases"])
        for span in event.get("agent_spans", []):
            phrase = " ".join(cut(span).split())
            add("PerpOrg" if head(phrase) in ORGANIZATIONS else "PerpInd", [phrase])
            belongs = re.split(r" (?:of|from) (?:the )?", phrase.lower(), maxsplit=1)
            if len(belongs) > 1 and head(belongs[1]) in ORGANIZATIONS:
                add("PerpOrg", [belongs[1]])
        for id in event["patient"]:
            entity = entities[id]
            human = entity["type"] in ("person", "group") or entity["type"] == "organization" and is_person(entity["name"])
            add("Victim" if human else "Target", [entity["name"]] + entity["aliases"])
        for span in event.get("patient_spans", []):
            add("Victim" if is_person(cut(span)) or event["type"] in ("killing", "injury", "abduction") else "Target", [cut(span)])
        if "weapon" in event:
            add("Weapon", [cut(event["weapon"])])
    return roles


def figures(right, found, missed):
    precision = right / found if found else 0
    recall = right / (right + missed) if right + missed else 0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0


def muc(name, results, rows, errors):
    for exact in (False, True):
        counts = {role: [0, 0, 0] for role in ROLES}
        for row in rows:
            answer, given = key(row), fillers(results[row["id"]]) if row["id"] in results else {role: [] for role in ROLES}
            for role in ROLES:
                form = plain if exact else head
                hit = set()
                for strings in given[role]:
                    forms = {form(s) for s in strings}
                    match = [i for i, (key_strings, _) in enumerate(answer[role]) if forms & {form(s) for s in key_strings}]
                    new = [i for i in match if i not in hit]
                    if match and not new:
                        continue
                    counts[role][1] += 1
                    if match:
                        counts[role][0] += 1
                        hit.add(new[0])
                    elif errors and not exact:
                        print(f"  wrong  {row['id']} {role}: {strings}")
                for i, (strings, optional) in enumerate(answer[role]):
                    if i not in hit and not optional:
                        counts[role][2] += 1
                        if errors and not exact:
                            print(f"  missed {row['id']} {role}: {strings}")
        print(f"events {name}, role fillers by {'exact string' if exact else 'head noun'}:")
        for role in ROLES:
            print("  %-8s P %.3f R %.3f F %.3f  (%d right of %d, %d missed)" % (role, *figures(*counts[role]), counts[role][0], counts[role][1], counts[role][2]))
        each = [figures(*counts[role]) for role in ROLES]
        for measure, shares in (("macro", [sum(column) / len(ROLES) for column in zip(*each)]), ("micro", figures(*(map(sum, zip(*counts.values())))))):
            for letter, share in zip(("P", "R", "F1"), shares):
                tables.row("events", f"{name}, fillers by {'exact string' if exact else 'head noun'}", f"{measure} {letter}", share)
        print("  macro    P %.3f R %.3f F %.3f" % tuple(sum(column) / len(ROLES) for column in zip(*each)))
        print("  micro    P %.3f R %.3f F %.3f" % figures(*(sum(column) for column in zip(*counts.values()))))
    right = sum(bool(row["templates"]) == any(e["type"] in VIOLENT for e in results.get(row["id"], {}).get("events", [])) for row in rows)
    print(f"  a text told to have an incident or none: {right} of {len(rows)} right")


def own(results, rows, errors):
    for half in (False, True):
        counts = {name: [0, 0, 0] for name in ("event", "agent", "patient", "place", "toll")}
        part = [row for row in rows if row.get("held", False) == half]
        for row in part:
            result = results.get(row["id"], {"events": [], "text": row["text"], "entities": [], "figures": []})
            text, entities = result["text"], {entity["id"]: entity["name"] for entity in result["entities"]}
            found = []
            for event in result["events"]:
                cut = lambda span: text[span["start"]:span["end"]]
                found.append({
                    "trigger": cut(event["trigger"]), "type": event["type"],
                    "agent": [entities[id] for id in event["agent"]] + [cut(s) for s in event.get("agent_spans", [])],
                    "patient": [entities[id] for id in event["patient"]] + [cut(s) for s in event.get("patient_spans", [])],
                    "place": [entities[event["place"]]] if "place" in event else [],
                    "toll": [str(int(value)) for value in (result["figures"][i].get("value") or result["figures"][i].get("min") or
                             result["figures"][i].get("max") or 0 for i in event["figures"])],
                })
            rest = list(found)
            for gold in row["events"]:
                match = next((event for event in rest if event["type"] == gold["type"] and (
                    gold["trigger"].lower() in event["trigger"].lower() or event["trigger"].lower() in gold["trigger"].lower())), None)
                if not match:
                    counts["event"][2] += 1
                    for name in ("agent", "patient", "place", "toll"):
                        counts[name][2] += len(gold.get(name, []))
                    if errors:
                        print(f"  missed {row['id']}: {gold}")
                    continue
                rest.remove(match)
                counts["event"][0] += 1
                counts["event"][1] += 1
                for name in ("agent", "patient", "place", "toll"):
                    form = str.lower if name in ("place", "toll") else head
                    left = [form(value) for value in match[name]]
                    # An affiliation told beside the phrase that it stands in is the same agent.
                    for value in map(form, gold.get(name, [])):
                        if value in left:
                            left.remove(value)
                            counts[name][0] += 1
                            counts[name][1] += 1
                        else:
                            counts[name][2] += 1
                            if errors:
                                print(f"  missed {row['id']} {name}: {value} | {match}")
                    counts[name][1] += len(left)
                    if left and errors:
                        print(f"  wrong  {row['id']} {name}: {left} | {row['text']}")
            counts["event"][1] += len(rest)
            for event in rest:
                for name in ("agent", "patient", "place", "toll"):
                    counts[name][1] += len(event[name])
                if errors:
                    print(f"  wrong  {row['id']}: {event} | {row['text']}")
        print(f"events own, {'held out until the end' if half else 'read while writing the rules'}, {len(part)} sentences:")
        for name, count in counts.items():
            tables.row("events", f"own, {'held out' if half else 'read'}", f"{name} F1", figures(*count)[2])
            print("  %-8s P %.3f R %.3f F %.3f  (%d right of %d, %d missed)" % (name, *figures(*count), count[0], count[1], count[2]))


def main():
    arguments = sys.argv[1:]
    if "-h" in arguments or "--help" in arguments:
        raise SystemExit(__doc__)
    errors = "--errors" in arguments
    options = {}
    for option in ("--results", "--save"):
        if option in arguments:
            index = arguments.index(option)
            options[option] = arguments[index + 1]
            del arguments[index:index + 2]
    for name in [argument for argument in arguments if argument != "--errors"] or ["muc4.dev", "own"]:
        path = OWN if name == "own" else os.path.join(DATA, "events", f"{name}.jsonl")
        if not os.path.exists(path):
            print(f"events: skipped, there is no {path}; set EVAL_DATA")
            continue
        with open(path, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        if "--results" in options:
            with open(options["--results"], encoding="utf-8") as file:
                results = {result["id"]: result for result in map(json.loads, file)}
        else:
            results = answers(rows)
        if "--save" in options:
            with open(options["--save"], "w", encoding="utf-8") as file:
                for result in results.values():
                    file.write(json.dumps(result) + "\n")
        if name == "own":
            own(results, rows, errors)
        else:
            muc(name, results, rows, errors)


if __name__ == "__main__":
    main()
