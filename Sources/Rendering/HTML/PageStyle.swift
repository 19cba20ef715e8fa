// SPDX-License-Identifier: Apache-2.0

/// The page's style. Each look differs from the others in form as well as in colour, for readers who see no colour.
enum PageStyle {
    static let sheet: StaticString = """
        :root{--paper:#fdfcf9;--ink:#22211e;--soft:#62605a;--line:#e2dfd6;--panel:#f6f4ee;--link:#1d5078;--person:#1f5f99;\
        --org:#8a3b12;--place:#2c6a33;--name:#6b3f91;--quote:#f7edcb;--figure:#8c1d4f;--time:#d8ebe9;--bad:#b3261e}
        @media (prefers-color-scheme:dark){:root{--paper:#191a1c;--ink:#e6e3dc;--soft:#a5a198;--line:#37383b;--panel:#212326;\
        --link:#8fc1ea;--person:#86bdf0;--org:#f0a67d;--place:#8fd097;--name:#cbabec;--quote:#3b3420;--figure:#f39abf;\
        --time:#1f403e;--bad:#ff9a90}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
        .page{max-width:76rem;margin:0 auto;padding:3rem 2rem;display:grid;grid-template-columns:minmax(0,1fr) 23rem;gap:4rem}
        article{max-width:65ch;font-family:Charter,"Bitstream Charter","Source Serif 4",Georgia,"Liberation Serif",serif;font-size:1.19rem}
        h1{font-size:2.2rem;line-height:1.15;font-weight:700;margin:.2rem 0 .8rem;text-wrap:balance}
        .kicker,.meta,.legend{font-family:system-ui,sans-serif;font-size:.86rem;color:var(--soft);margin:0 0 .6rem}
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;padding:.8rem 0;margin:1.4rem 0;\
        border:solid var(--line);border-width:1px 0}
        .legend .quote,.legend .time,.legend .notice{color:var(--ink)}
        .text{line-height:1.68}
        .text p{margin:0 0 1.15em;white-space:pre-line}
        mark{background:none;color:inherit;text-underline-offset:.2em;text-decoration-thickness:.09em;scroll-margin-top:20vh}
        mark.person{color:var(--person);text-decoration:underline solid}
        mark.organization{color:var(--org);text-decoration:underline double}
        mark.place{color:var(--place);text-decoration:underline dotted .13em}
        mark.name{color:var(--name);text-decoration:underline dashed}
        mark.quote{background:var(--quote);padding:.12em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
        mark.figure{color:var(--figure);font-weight:600;box-shadow:0 0 0 1px currentColor;border-radius:2px;padding:0 .18em;margin:0 .06em}
        mark.time{background:var(--time);border-radius:.8em;padding:.05em .3em;margin:0 -.06em}
        mark.notice{text-decoration:underline wavy var(--bad);text-decoration-skip-ink:none}
        mark:target,span:target+mark{outline:3px solid var(--link);outline-offset:2px}
        aside{font-size:.92rem;min-width:0}
        aside section{border-top:1px solid var(--line);padding:.9rem 0 1rem}
        aside section:first-child{border:0;background:var(--panel);border-radius:8px;padding:1rem 1.2rem;margin-bottom:1rem}
        h2{font-size:.95rem;margin:0 0 .5rem}
        h3{font-size:.78rem;font-weight:600;color:var(--soft);margin:.7rem 0 .2rem;text-transform:capitalize}
        aside ul{list-style:none;margin:0;padding:0}
        aside li{margin:.3rem 0}
        .summary li{margin:.6rem 0}
        .abstract>ul>li{margin:.6rem 0}
        .abstract .verdict{margin:0 0 .5rem;color:var(--soft)}
        .abstract>ul>li.unsupported{border-left:3px solid var(--bad);padding-left:.6rem}
        mark.unsupported{text-decoration:underline wavy var(--bad);text-decoration-skip-ink:none}
        .flags li{font-size:.84rem;color:var(--soft);margin:.15rem 0}
        .flags b{font-size:.75rem;font-weight:600;border:1px solid;border-radius:3px;padding:0 .35em;color:var(--bad)}
        a{color:var(--link);text-decoration:none}
        a:hover,a:focus-visible{text-decoration:underline}
        a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
        small,.number,.more{color:var(--soft);font-size:.84rem}
        .number{font-variant-numeric:tabular-nums}
        .topics small{grid-column:1/-1;opacity:.75}
        .topics li{display:grid;grid-template-columns:1fr auto;margin:.5rem 0}
        .bar{grid-column:1/-1;margin-top:.25rem;height:4px;background:var(--line);border-radius:2px}
        .bar i{display:block;height:100%;background:var(--link);border-radius:2px}
        .notices b{font-size:.75rem;font-weight:600;border:1px solid;border-radius:3px;padding:0 .35em;color:var(--soft)}
        .notices .warning b,.notices .error b{color:var(--bad)}
        .notices .error b{border-width:2px}
        .quotes li{margin:.65rem 0}
        .quotes small{display:block}
        table{border-collapse:collapse;width:100%}
        td{padding:.25rem .6rem .25rem 0;vertical-align:top;border-bottom:1px solid var(--line)}
        .keywords{display:flex;flex-wrap:wrap;gap:.3rem .5rem}
        .keywords li{margin:0;background:var(--panel);border:1px solid var(--line);border-radius:4px;padding:.05rem .5rem}
        summary{cursor:pointer;font-weight:600}
        dt{color:var(--soft);font-size:.84rem;margin-top:.4rem}
        dd{margin:0}
        @media (max-width:60rem){.page{grid-template-columns:minmax(0,1fr);gap:2rem;padding:1.5rem 1.1rem}article{margin:0 auto}\
        aside{max-width:42rem;width:100%;margin:0 auto}h1{font-size:1.7rem}article{font-size:1.1rem}}
        @media print{:root{--paper:#fff;--ink:#000}.page{display:block;padding:0}aside{break-before:page}mark.quote,mark.time\
        {print-color-adjust:exact;-webkit-print-color-adjust:exact}}

        """
}
