/** One accent for what is kept; tones of grey for what is lost; nothing else has a colour. */
export const style = `
:root { color-scheme: light; --ink: #1b2229; --soft: #55606b; --line: #d9dee3; --ground: #eef1f3; --accent: #1f5c7a; --error: #39424b; --warning: #8b95a0; --info: #c3cad1; --measure: 62rem }
* { box-sizing: border-box }
html { font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: #fff; -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: var(--measure); padding: 3.5rem 1.5rem 5rem }
h1, h2, h3, .figure { font-family: Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Georgia, serif; font-weight: 600; line-height: 1.2; text-wrap: balance }
h1 { font-size: 2.6rem; margin: 0; letter-spacing: -0.01em }
h2 { font-size: 1.75rem; margin: 4rem 0 .4rem; padding-top: 1.2rem; border-top: 2px solid var(--ink) }
h3 { font-size: 1.25rem; margin: 2.4rem 0 .3rem }
h4 { font-size: 1rem; margin: 1.6rem 0 .2rem; line-height: 1.35 }
p { margin: 0 0 .8rem; max-width: 44rem }
a { color: var(--accent); text-underline-offset: .15em }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.eyebrow { color: var(--accent); font-weight: 600; margin: 0 0 .3rem }
.lead { font-size: 1.2rem; line-height: 1.5; max-width: 36rem }
.soft, small { color: var(--soft); font-size: .875rem }
.summary { display: grid; grid-template-columns: 13rem 1fr; gap: 2.5rem; align-items: center; margin: 2.5rem 0 3rem }
.summary p:last-child { margin-bottom: 0 }
.ring { width: 100%; display: block }
.ring .figure { font-size: 68px; fill: var(--ink) }
.ring .of { font-size: 17px; fill: var(--soft) }
.ring .ground { fill: none; stroke: var(--ground) }
.bar { display: block; width: 100%; height: 1.1rem }
.ground { fill: var(--ground) } .kept { fill: var(--accent) } .waived { fill: url(#set-aside) }
.error { fill: var(--error) } .warning { fill: var(--warning) } .info { fill: var(--info) }
.hatch-ground { fill: #d4e3ea } .hatch { fill: var(--accent) }
.tick { stroke: #fff; stroke-width: 1; opacity: .7; vector-effect: non-scaling-stroke }
.all :is(th, td) { border-top: 1px solid var(--ink); border-bottom: 0 }
.trend { display: block; width: 100%; max-width: 46rem; height: auto; margin: 1rem 0 1.6rem; overflow: visible }
.trend text { font-size: 12px; fill: var(--soft) } .trend .last { font-size: 15px; font-weight: 600; fill: var(--ink) }
.grid { stroke: var(--line) } .below { fill: var(--accent); opacity: .08 } .dot { fill: var(--accent) }
.line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; vector-effect: non-scaling-stroke }
.spark { display: block; width: 100%; height: 1.75rem } .ceiling { stroke: var(--line); vector-effect: non-scaling-stroke }
.after { margin-top: .8rem } .commits td { overflow-wrap: anywhere } .commits tbody th { font-weight: 400; white-space: nowrap } .commits td.score { font-size: 1rem }
.patterns { position: absolute }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; font-size: .875rem; color: var(--soft); margin: .7rem 0 0; max-width: none }
.legend svg { width: .75rem; height: .75rem; margin-right: .4rem; vertical-align: -.05rem }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; margin: 1rem 0 0 }
caption { text-align: left; color: var(--soft); font-size: .875rem; padding-bottom: .4rem }
th, td { text-align: left; padding: .55rem .9rem .55rem 0; border-bottom: 1px solid var(--line); vertical-align: middle; font-weight: 400; overflow-wrap: break-word }
thead th { color: var(--soft); font-size: .875rem; border-bottom-color: var(--ink); padding-top: 0 }
tbody th { font-weight: 600 } .policies th { overflow-wrap: anywhere }
.number { text-align: right; white-space: nowrap }
td.score { font-weight: 600; font-size: 1.1rem }
td.picture { width: 34% }
:is(th, td):last-child { padding-right: 0 }
.gains { list-style: none; margin: 1.2rem 0 0; padding: 0 }
.gains > li { display: grid; grid-template-columns: 4.2rem 1fr; gap: 0 1rem; padding: .9rem 0; border-bottom: 1px solid var(--line) }
.gain { font-family: Charter, "Bitstream Charter", Georgia, serif; font-size: 1.5rem; line-height: 1.2; color: var(--accent); font-variant-numeric: tabular-nums }
.gains p { margin-bottom: .25rem } .gains strong { font-weight: 600 }
.component { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem }
.component + p { margin-bottom: .6rem }
.of-component { font-family: Charter, "Bitstream Charter", Georgia, serif; font-size: 1.6rem; font-variant-numeric: tabular-nums; white-space: nowrap }
.rule { border-top: 1px solid var(--line); margin-top: 1.6rem; padding-top: .2rem }
.finding { display: grid; grid-template-columns: 4.2rem 1fr; gap: 0 1rem; margin: .9rem 0 }
.finding p { margin-bottom: .35rem }
.finding .points { font-variant-numeric: tabular-nums; color: var(--accent); font-weight: 600 }
.severity { display: block; color: var(--soft); font-size: .875rem; font-weight: 400 }
.change { border-left: 3px solid var(--accent); padding-left: .7rem }
.figures { margin: .4rem 0; font-size: .875rem }
.figures dt, .figures dd { display: inline; margin: 0 } .figures dt { color: var(--soft) }
.figures dd { font-weight: 600; font-variant-numeric: tabular-nums } .figures dd.soft { font-weight: 400 }
code, .place { font: .8125rem/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace; color: var(--soft); overflow-wrap: anywhere }
.below { border: 1px solid var(--ink); padding: .8rem 1rem; margin: 0 0 1rem; max-width: 44rem }
.below p:last-child { margin: 0 }
ul.plain { padding-left: 1.1rem; max-width: 44rem } ul.plain li { margin-bottom: .4rem }
footer { margin-top: 4rem; color: var(--soft); font-size: .875rem }
@media (max-width: 40rem) {
  body { padding: 2rem 1rem 3rem }
  h1 { font-size: 2rem }
  .summary { grid-template-columns: 1fr; gap: 1.2rem } .ring { width: 11rem }
  .wide { display: none } td.picture { width: 28% } td .soft { display: block } th, td { padding-right: .6rem }
  .gains > li, .finding { grid-template-columns: 1fr }
  .trend text { font-size: 21px } .trend .last { font-size: 25px }
  .gain { margin-bottom: .2rem }
}
@page { size: A4; margin: 18mm 17mm 20mm; @bottom-left { content: "Leadership scorecard"; font: 8pt sans-serif; color: #55606b } @bottom-right { content: counter(page) " of " counter(pages); font: 8pt sans-serif; color: #55606b } }
@media print {
  html { font-size: 10pt; line-height: 1.45 }
  body { max-width: none; padding: 0 }
  svg, .change { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  h2 { margin-top: 0; break-before: page; border-top: 0; padding-top: 0 }
  h2.follows { break-before: auto; margin-top: 2.5rem }
  h2, h3, h4, .component, thead, .rule > p, .start { break-after: avoid }
  tr, .together, .trends, .plain > li, .start, .finding, .rule > p, .gains > li, .summary, .legend, .below { break-inside: avoid }
  p, li { orphans: 3; widows: 3 }
  a { color: inherit; text-decoration: none }
  .summary { grid-template-columns: 42mm 1fr; margin: 8mm 0 } .trend { max-width: 125mm }
}
`
