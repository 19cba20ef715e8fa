// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// The document with these layers alone, beside its text and what it is; without source map and provenance.
    package func keeping(_ layers: Set<Layer>) -> Document {
        var document = Document(id: id, source: source, text: text, sourceMap: SourceMap(runs: [], units: sourceMap.units))
        let has = { (layer: Layer) in layers.contains(layer) }
        if has(.language) { document.language = language }
        if has(.headline) { document.headline = headline }
        if has(.byline) { document.byline = byline }
        if has(.dateline) { document.dateline = dateline }
        if has(.published) { document.published = published }
        if has(.modified) { document.modified = modified }
        if has(.publisher) { document.publisher = publisher }
        if has(.url) { document.url = url }
        if has(.image) { document.image = image }
        if has(.section) { document.section = section }
        if has(.tags) { document.tags = tags }
        if has(.paragraphs) { document.paragraphs = paragraphs }
        if has(.sentences) { document.sentences = sentences }
        if has(.entities) { document.entities = entities }
        if has(.quotes) { document.quotes = quotes }
        if has(.figures) { document.figures = figures }
        if has(.times) { document.times = times }
        if has(.events) { document.events = events }
        if has(.conflicts) { document.conflicts = conflicts }
        if has(.summary) { document.summary = summary }
        if has(.abstract) { document.abstract = abstract }
        if has(.topics) { document.topics = topics }
        if has(.keywords) { document.keywords = keywords }
        if has(.genre) { document.genre = genre }
        if has(.tones) { document.tones = tones }
        if has(.readability) { document.readability = readability }
        if has(.notices) { document.notices = notices }
        if has(.duplicates) { document.duplicates = duplicates }
        if has(.reuse) { document.reuse = reuse }
        if has(.coverage) { document.coverage = coverage }
        if has(.extra) { document.extras = extras }
        return document
    }

    /// The document before anything was flagged in it.
    package var withoutNotices: Document {
        var document = self
        document.notices = nil
        return document
    }

    /// Whether a layer was written and holds anything.
    package func has(_ layer: Layer) -> Bool {
        switch layer {
        case .text: !text.isEmpty
        case .language: language != nil
        case .headline: headline != nil
        case .byline: byline?.isEmpty == false
        case .dateline: dateline != nil
        case .published: published != nil
        case .modified: modified != nil
        case .publisher: publisher != nil
        case .url: url != nil
        case .image: image != nil
        case .section: section != nil
        case .tags: tags?.isEmpty == false
        case .paragraphs: paragraphs?.isEmpty == false
        case .sentences: sentences?.isEmpty == false
        case .entities: entities?.isEmpty == false
        case .quotes: quotes?.isEmpty == false
        case .figures: figures?.isEmpty == false
        case .times: times?.isEmpty == false
        case .events: events?.isEmpty == false
        case .conflicts: conflicts?.isEmpty == false
        case .summary: summary != nil
        case .abstract: abstract != nil
        case .topics: topics?.isEmpty == false
        case .keywords: keywords?.isEmpty == false
        case .genre: genre != nil
        case .tones: tones?.isEmpty == false
        case .readability: readability != nil
        case .notices: notices?.isEmpty == false
        case .duplicates: duplicates?.isEmpty == false
        case .reuse: reuse?.isEmpty == false
        case .coverage: coverage != nil
        case .extra: !extras.isEmpty
        }
    }
}
