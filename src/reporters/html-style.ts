import type { Markup } from "./markup.js";

const colours = `:root{--page:#f3f5f7;--card:#fff;--ink:#17212b;--quiet:#465563;--line:#ccd4db;--accent:#0b4f6c;--on-accent:#fff;
--met:#1b7048;--on-met:#fff;--partly:#f3c15b;--partly-mark:#e2a52c;--on-partly:#17212b;--not-met:#a3232b;--not-met-mark:#c4565c;--on-not-met:#fff;
--blank:#fff;--none:#e3e8ec;--none-mark:#c3ccd4;--edge:#5c6b78;
--error:#a3232b;--on-error:#fff;--warning:#f3c15b;--on-warning:#17212b;--note:#d6e6ef;--on-note:#17212b;--safety:#fdf0f0;--caution:#fdf6e3}
@media screen and (prefers-color-scheme:dark){:root{--page:#0f161c;--card:#18222b;--ink:#e9eef2;--quiet:#b0bdc8;--line:#3a4956;--accent:#8ed0ea;--on-accent:#0c1a22;
--met:#5cc896;--on-met:#08140e;--partly:#e6b04a;--partly-mark:#c8922e;--on-partly:#17130a;--not-met:#ff9a93;--not-met-mark:#e2746d;--on-not-met:#210706;
--blank:#18222b;--none:#3a4956;--none-mark:#516271;--edge:#93a3b1;
--error:#ff9a93;--on-error:#210706;--warning:#e6b04a;--on-warning:#17130a;--note:#2c4453;--on-note:#e9eef2;--safety:#351b1e;--caution:#33290f}}`;

const base = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,h3,.value,.word{font-family:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;line-height:1.2}
h1{font-size:clamp(1.8rem,5vw,2.7rem);margin:.1rem 0 .4rem}
h2{font-size:1.6rem;margin:0 0 1rem;padding-bottom:.4rem;border-bottom:3px solid var(--accent)}
h3{font-size:1.2rem;margin:1.6rem 0 .5rem}
h4{font-size:1.08rem;line-height:1.35;margin:.5rem 0 .1rem}
p{margin:.4rem 0}
ul,ol{margin:.4rem 0;padding-left:1.3rem}
li{margin:.3rem 0}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
main:focus{outline:none}
.skip{position:absolute;left:-999rem;background:var(--card);padding:.6rem 1rem}
.skip:focus{left:.5rem;top:.5rem;z-index:1}
header.banner,nav,main,footer{max-width:60rem;margin:0 auto;padding:0 clamp(.75rem,4vw,2rem)}
header.banner{padding-top:2.5rem;padding-bottom:1rem}
.kicker{font-size:1.15rem;font-weight:600;color:var(--accent);margin:0}
.period{color:var(--quiet);margin:0 0 .8rem}
.short{background:var(--card);border:1px solid var(--line);border-left:.4rem solid var(--accent);border-radius:.4rem;padding:.9rem 1.2rem;margin-top:1rem}
.short h2{border:0;margin:0 0 .4rem;padding:0;font-size:1.3rem}
.short .outcome{margin:.1rem 0 .3rem}
.outcome{display:inline-block;font-weight:700;padding:.25rem .9rem;border-radius:2rem;margin:0}
.outcome.passed{background:var(--met);color:var(--on-met)}
.outcome.failed{background:var(--error);color:var(--on-error)}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0}
nav a{display:inline-block;padding:.25rem 0}
main>section{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:clamp(.9rem,4vw,2rem);margin:1.2rem 0}
footer{color:var(--quiet);font-size:.9rem;padding-bottom:2.5rem}`;

const parts = `dl{margin:0}
dd{margin:0}
.entries>div,.gap dl>div{display:grid;grid-template-columns:9rem 1fr;gap:.1rem 1rem;padding:.35rem 0;border-top:1px solid var(--line)}
.entries>div:first-child,.gap dl>div:first-child{border-top:0}
.entries dt,.gap dt{color:var(--quiet);font-weight:600}
.entries dd,.gap dd{grid-column:2}
.gap dd+dd{margin-top:.4rem}
.force{font-weight:600}
.notice{border-left:.4rem solid var(--edge);border-radius:.3rem;padding:.7rem 1rem;margin:1rem 0}
.notice h3{margin:0 0 .2rem;font-size:1.05rem}
.notice.safety{background:var(--safety);border-color:var(--error)}
.notice.edition,.notice.superseded{background:var(--caution);border-color:var(--warning)}
.scores,.tables{display:grid;gap:1.2rem;margin:1.2rem 0}
.scores{grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr))}
.score{border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.2rem}
.score h3{margin:0;font-size:1.05rem;color:var(--quiet)}
.score .value{font-size:2.1rem;font-weight:700;margin:.1rem 0 .5rem}
.scale{display:block;overflow:visible;margin:0 0 .6rem}
.scale .track{fill:var(--none)}
.scale .open{fill:var(--none-mark);stroke:var(--accent);stroke-width:2}
.scale .sure{fill:var(--accent)}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:700;font-size:1.05rem;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-top:1px solid var(--line)}
thead th{border-top:0;border-bottom:2px solid var(--edge);font-size:.9rem;color:var(--quiet);vertical-align:bottom}
tbody th{font-weight:600}
.tables th:first-child{width:9.5rem}
.number{text-align:right;font-variant-numeric:tabular-nums}
td.number,.tables .number{width:5rem}
.tables table{overflow-wrap:normal}
.scroll{overflow-x:auto}
.scroll table{min-width:36rem;overflow-wrap:normal}
.return th[scope=rowgroup]{color:var(--accent);padding-top:1.1rem}`;

const chart = `.chart{margin:0 0 1.5rem}
.chart>svg{display:block;overflow:visible}
.chart text{fill:var(--ink);font-size:15px;font-weight:600}
.chart text.count{text-anchor:middle;font-size:14px;font-weight:700;paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
text.count.met{fill:var(--on-met);stroke:var(--met)}
text.count.partlyMet{fill:var(--on-partly);stroke:var(--partly)}
text.count.notMet{fill:var(--on-not-met);stroke:var(--not-met)}
text.count.unanswered{fill:var(--ink);stroke:var(--blank)}
text.count.notApplicable{fill:var(--ink);stroke:var(--none)}
.share{stroke:var(--card);stroke-width:2}
.share.met{fill:var(--met)}
.share.partlyMet{fill:url(#hatch-partlyMet)}
.share.notMet{fill:url(#hatch-notMet)}
.share.unanswered{fill:var(--blank);stroke:var(--edge);stroke-width:1.5;stroke-dasharray:4 3}
.share.notApplicable{fill:url(#hatch-notApplicable)}
.fill-partlyMet{fill:var(--partly)}
.mark-partlyMet{fill:var(--partly-mark)}
.fill-notMet{fill:var(--not-met)}
.mark-notMet{fill:var(--not-met-mark)}
.fill-notApplicable{fill:var(--none)}
.mark-notApplicable{stroke:var(--none-mark);stroke-width:1.5}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;list-style:none;padding:0}
.legend li{display:flex;align-items:center;gap:.45rem}
figcaption p{color:var(--quiet)}`;

const gaps = `.lead p{color:var(--quiet);margin-top:0}
.gap{border:1px solid var(--line);border-left:.4rem solid var(--edge);border-radius:.4rem;padding:.9rem 1.1rem;margin:1rem 0}
.gap.error{border-left-color:var(--error)}
.gap.warning{border-left-color:var(--warning)}
.marks{margin:0}
.badge{display:inline-block;font-size:.8rem;font-weight:700;line-height:1.4;padding:.1rem .6rem;border-radius:1rem}
.badge.error{background:var(--error);color:var(--on-error)}
.badge.warning{background:var(--warning);color:var(--on-warning)}
.badge.note{background:var(--note);color:var(--on-note)}
.badge.waived{border:1px solid var(--edge);color:var(--ink)}
.origin{color:var(--quiet);margin:0 0 .5rem}
.id,.place{font-family:ui-monospace,"Cascadia Mono","Liberation Mono",Consolas,monospace;font-size:.88em}
.id::before{content:"\u00B7 "}
.place,.who{color:var(--quiet)}
.who{display:block}
.answers{font-weight:600;margin-top:1.4rem}
.reasons{border-left:2px solid var(--line);padding-left:1rem}
.reasons>div{margin:.8rem 0}
.reasons dt{font-weight:600}
.reasons dd{color:var(--quiet)}
.verdict{border:2px solid var(--edge);border-radius:.5rem;padding:.8rem 1.2rem}
.verdict.passed{border-color:var(--met)}
.verdict.failed{border-color:var(--error)}
.verdict .word{font-size:1.7rem;font-weight:700;margin:0}
@media (max-width:34rem){.entries>div,.gap dl>div{grid-template-columns:1fr}.entries dd,.gap dd{grid-column:1}th,td{padding:.35rem .3rem}.tables th:first-child,td.number,.tables .number{width:auto}.tables{font-size:.95rem}}`;

const print = `@page{size:A4;margin:17mm 16mm 19mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt sans-serif}}
@media print{html{font-size:9.5pt}body{background:none}
nav,.skip{display:none}
header.banner,main,footer{max-width:none;padding:0}
main>section{border:0;border-radius:0;padding:0;margin:0 0 9mm;background:none}
header.banner{margin-bottom:8mm}
h2,h3,h4,caption,.lead,.marks,.summary,.answers{break-after:avoid}
.gap,.score,.notice,.short,.verdict,.chart>svg,tr,.reasons>div,.entries>div,.duties li,.next li,#verdict{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}.scroll table{min-width:0}
.tables table,.scroll table:not(.return){break-inside:avoid}
.return th[scope=rowgroup]{break-after:avoid}
p,li{orphans:3;widows:3}}`;

/** The whole style sheet of the report. It is written here and holds nothing of the report. */
export const style: Markup = { html: [colours, base, parts, chart, gaps, print].join("\n") };
