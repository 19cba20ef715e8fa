# SPDX-License-Identifier: Apache-2.0
"""Figures as tables, for people (plain text) and for docs/ACCURACY.md (Markdown).

A figure is (task, set, measure, value, system): see evaluate.py. A table holds one task, a row for each set and system, a column for each measure.
"""
import collections
import os

Figure = collections.namedtuple("Figure", "task set measure value system")
OURS = "copydesk"


def row(task, name, measure, share, system=OURS):
    """Prints a share as a figure in percent where extract.py asks for rows."""
    if os.environ.get("EVAL_ROWS"):
        print(task, name, measure, f"{100 * share:.1f}", *([system] if system != OURS else []), sep="\t")


def parsed(line):
    """The figure of a line "task TAB set TAB measure TAB value [TAB system]", None where it is none."""
    fields = line.rstrip("\n").split("\t")
    if len(fields) not in (4, 5):
        return None
    return Figure(*fields[:4], fields[4] if len(fields) == 5 else OURS)


def grid(figures):
    """Header and rows of one task, in the order in which the figures came."""
    measures = list(dict.fromkeys(figure.measure for figure in figures))
    cells = {}
    for figure in figures:
        cells.setdefault((figure.set, figure.system), {})[figure.measure] = figure.value
    sets = list(dict.fromkeys(name for name, _ in cells))
    keys = sorted(cells, key=lambda key: sets.index(key[0]))
    rows, before = [], None
    for name, system in keys:
        rows.append(["" if name == before else name, system] + [str(cells[name, system].get(measure, "–")) for measure in measures])
        before = name
    return ["set", "system"] + measures, rows


def plain(title, figures):
    header, rows = grid(figures)
    widths = [max(len(row[column]) for row in [header] + rows) for column in range(len(header))]
    lines = [title]
    for row in [header] + rows:
        left = [cell.ljust(width) for cell, width in zip(row[:2], widths)]
        right = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:])]
        lines.append("  " + "  ".join(left + right).rstrip())
    return "\n".join(lines)


def markdown(title, figures):
    header, rows = grid(figures)
    lines = [f"**{title}**", "", "| " + " | ".join(header) + " |", "|---|---|" + "---:|" * (len(header) - 2)]
    for row in rows:
        lines.append("| " + " | ".join(f"**{cell}**" if row[1] == OURS and column > 1 else cell for column, cell in enumerate(row)) + " |")
    return "\n".join(lines)
