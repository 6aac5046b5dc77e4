/// How the HTML report looks: on a screen, light or dark, on a phone, and on paper.
///
/// Colour never carries a meaning alone: what the server does is hatched, trouble has a sign or a word.
enum HTMLStyle {
  static let text = colours + "\n" + page + "\n" + charts + "\n" + filters + "\n" + media

  private static let colours = """
    :root { color-scheme: light dark; --bg: #fff; --fg: #1b1f24; --faint: #57606a; --line: #c9d0d7;
      --card: #f6f8fa; --bad: #b3261e; --good: #1a7f37; --warn: #805400; --one: #2f6db5; --two: #5b3f97;
      --soft: #d7e4f4; --soft2: #eef3fa; }
    @media (prefers-color-scheme: dark) { :root { --bg: #14171b; --fg: #e6e9ed; --faint: #a3adb7;
      --line: #3d454e; --card: #1d2228; --bad: #ff8a80; --good: #6fd08c; --warn: #e5b567;
      --one: #7fb2ee; --two: #c0a8ff; --soft: #25405f; --soft2: #1f2d3e; } }
    """

  private static let page = """
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 62rem; padding: 1rem; background: var(--bg); color: var(--fg);
      font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.45rem; line-height: 1.3; margin: .4rem 0; }
    h2 { font-size: 1.2rem; line-height: 1.35; margin: .2rem 0; } h3 { font-size: 1.02rem; margin: 1.1rem 0 .3rem; }
    .sign { font-weight: 700; } .when, footer, figcaption { color: var(--faint); font-size: .9rem; }
    .note { border-left: 3px solid var(--warn); padding-left: .6rem; margin: .5rem 0; }
    .next { border-left: 4px solid var(--good); padding-left: .6rem; font-size: 1.05rem; }
    article { background: var(--card); border: 1px solid var(--line); border-left-width: 6px;
      border-radius: 6px; padding: 1rem; margin: 1.2rem 0; }
    article.bad { border-left-color: var(--bad); } article.good { border-left-color: var(--good); }
    article.warn { border-left-color: var(--warn); }
    .bad .sign, .bad > summary .code { color: var(--bad); } .good .sign { color: var(--good); }
    .warn .sign { color: var(--warn); }
    code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; }
    caption { text-align: left; font-weight: 600; padding: .3rem 0; }
    th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line);
      vertical-align: top; } .n { text-align: right; white-space: nowrap; }
    td:first-child, th { white-space: nowrap; } td.wrap:first-child { white-space: normal; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .6rem 0;
      font-size: .95rem; }
    dt { color: var(--faint); } dd { margin: 0; } summary { cursor: pointer; }
    figure { margin: .8rem 0; } nav a { margin-right: .8rem; } a { color: var(--one); }
    .list > details { border-bottom: 1px solid var(--line); padding: .2rem 0; font-size: .92rem; }
    ol.story { padding-left: 1.4rem; }
    """

  private static let charts = """
    svg { display: block; width: 100%; height: auto; background: var(--bg); border: 1px solid var(--line);
      border-radius: 4px; }
    svg text { font: 13px system-ui, sans-serif; fill: var(--fg); }
    svg text.tick { fill: var(--faint); } svg text.name { font-weight: 600; }
    svg text.strong { font-weight: 700; fill: var(--bad); } svg text.sign { font-weight: 700; }
    svg .stripe { fill: var(--two); } .axis { stroke: var(--fg); stroke-width: 1; }
    .grid { stroke: var(--line); stroke-width: 1; } .hair { stroke: var(--faint); stroke-dasharray: 2 3; }
    .band { stroke: var(--line); } .band.even { fill: var(--soft); } .band.odd { fill: var(--soft2); }
    .bar.client { fill: var(--one); } .mark { fill: var(--bad); }
    .outage { fill: none; stroke: var(--bad); stroke-width: 2; }
    .gap { fill: var(--warn); fill-opacity: .18; }
    .unseen { fill: none; stroke: var(--faint); stroke-dasharray: 3 3; }
    .level { stroke: var(--fg); stroke-width: 1.5; } .p50 { stroke-width: 3; }
    .p95 { stroke-dasharray: 2 3; } .base { stroke: var(--good); }
    .arrow { stroke: var(--fg); stroke-width: 1.5; } .arrow.bad { stroke: var(--bad); stroke-width: 2; }
    .head { fill: none; stroke: var(--fg); stroke-width: 1.5; } .head.bad { stroke: var(--bad); }
    .segment { stroke: var(--one); stroke-width: 3; } .segment.bad { stroke: var(--bad); stroke-width: 5; }
    .acks { fill: none; stroke: var(--fg); stroke-width: 1.2; stroke-dasharray: 5 3; }
    .cell { fill: var(--bad); stroke: var(--line); } .free { fill: none; stroke: var(--line); }
    """

  /// A link to one kind of end leaves only the sessions of that kind.
  private static let filters = SessionFate.allCases.map { fate in
    "#only-\(fate.rawValue):target ~ main .session:not(.\(fate.rawValue)) { display: none; }"
  }.joined(separator: "\n")

  private static let media = """
    @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .3rem; }
      body { padding: .6rem; } article { padding: .6rem; } svg text { font-size: 21px; }
      svg text.say { font-size: 19px; } svg text.long { font-size: 18px; }
      table.stack thead { display: none; } table.stack tr { display: block; padding: .3rem 0;
      border-bottom: 1px solid var(--line); } table.stack td { display: block; border: 0;
      white-space: normal; padding: 0; text-align: left; } td, th { white-space: normal; } }
    @media print { @page { size: A4; margin: 14mm; } body { max-width: none; padding: 0; font-size: 10.5pt; }
      article { background: none; padding: .4rem .6rem; } nav { display: none; } a { color: inherit; }
      figure, tr, h3 { break-inside: avoid; } h2, h3, caption { break-after: avoid; }
      svg { max-height: 235mm; } details::details-content { content-visibility: visible; display: block;
      block-size: auto; } details > *:not(summary) { display: block; } details > dl { display: grid; }
      summary { list-style: none; }
      .list { font-size: 7pt; line-height: 1.2; } .list > details { font-size: inherit; padding: 0; }
      .list > details > *:not(summary) { display: none; }
      .list > details::details-content { display: none; }
      .many article:nth-of-type(n+3) { break-inside: avoid; margin: .3rem 0; padding: .1rem .5rem;
      font-size: 8.5pt; line-height: 1.3; }
      .many article:nth-of-type(n+3) :is(figure, table, details, h3, ul) { display: none; }
      .many article:nth-of-type(n+3) :is(p, h2) { margin: .15rem 0; font-size: inherit; }
      .many article:nth-of-type(n+3) dl { grid-template-columns: max-content 1fr max-content 1fr;
      margin: .15rem 0; font-size: inherit; } }
    .paper { display: none; } @media print { .paper { display: block; } }
    """
}
