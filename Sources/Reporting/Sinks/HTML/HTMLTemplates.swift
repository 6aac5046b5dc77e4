import Crypto
import Foundation
import Mustache

/// The parts of the HTML report. Text goes in by `{{name}}` only, which escapes it, and text from
/// inputs never into an attribute.
struct HTMLTemplates {
  let head: MustacheTemplate
  let row: MustacheTemplate
  let story: MustacheTemplate
  let foot: MustacheTemplate

  init() throws {
    head = try MustacheTemplate(string: Self.headText)
    row = try MustacheTemplate(string: Self.rowText)
    story = try MustacheTemplate(string: Self.storyText)
    foot = try MustacheTemplate(string: Self.footText)
  }

  static let headText = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(styleHash)'">
    <meta name="referrer" content="no-referrer">
    <title>{{title}}</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <header>
    <h1>Why RDP sessions ended</h1>
    <p class="lead">{{totals}}</p>
    {{#warnings}}<p class="note">{{text}}</p>
    {{/warnings}}{{#changes}}<p class="note">{{text}}</p>
    {{/changes}}</header>
    {{#hasSessions}}<div class="scroll"><table>
    <thead><tr><th>Start (UTC)</th><th>Verdict</th><th>Client</th><th>Server</th><th class="n">Duration</th></tr></thead>
    <tbody>
    {{/hasSessions}}
    """

  static let rowText = """
    <tr><td>{{moment}}</td>\
    <td class="{{kind}}">{{#anchor}}<a href="#s{{anchor}}">{{symbol}} {{code}}</a>{{/anchor}}\
    {{^anchor}}{{symbol}} {{code}}{{/anchor}}</td>\
    <td>{{client}}</td><td>{{server}}</td><td class="n">{{length}}</td></tr>

    """

  static let storyText = """
    <article id="s{{anchor}}" class="{{kind}}">
    <h2><span class="sign">{{symbol}}</span> {{client}} → {{server}}</h2>
    <p class="when">{{moment}} UTC, for {{length}}; {{end}}</p>
    <p><code class="badge">{{code}}</code>{{#confidence}} <span class="when">{{confidence}}</span>{{/confidence}}</p>
    <p class="lead">{{summary}}</p>
    {{#next}}<p class="next"><b>Next:</b> {{next}}</p>
    {{/next}}{{#needs}}<p class="note">Would settle it: {{text}}</p>
    {{/needs}}<svg viewBox="0 0 1000 34" preserveAspectRatio="none" role="img" aria-label="Timeline">
    {{#bands}}<rect class="{{kind}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}"><title>{{text}}</title></rect>
    {{/bands}}</svg>
    <ol class="events">
    {{#events}}<li class="{{kind}}"><span class="t">{{time}}</span> <span>{{text}}{{#frame}} <span class="when">{{frame}}</span>{{/frame}}</span></li>
    {{/events}}</ol>
    <div class="scroll"><table>
    <thead><tr><th>Evidence</th><th></th><th>Frames</th><th>Code</th></tr></thead>
    <tbody>
    {{#evidence}}<tr class="{{bearing}}"><td>{{word}}</td><td>{{text}}</td><td>{{frames}}</td><td><code>{{code}}</code></td></tr>
    {{/evidence}}</tbody>
    </table></div>
    {{#alternatives}}<p class="when">Also possible: {{alternatives}}</p>
    {{/alternatives}}<details><summary>Details</summary><dl>
    {{#details}}<dt>{{label}}</dt><dd>{{value}}</dd>
    {{/details}}</dl></details>
    </article>

    """

  static let footText = """
    <footer>{{text}}</footer>
    </body>
    </html>

    """

  /// What the page's content security policy allows: this style and nothing else.
  private static let styleHash = Data(SHA256.hash(data: Data("\n\(style)\n".utf8)))
    .base64EncodedString()

  private static let style = """
    :root { color-scheme: light dark; --bg: #fff; --fg: #1b1f24; --faint: #5f6872; --line: #d8dde3;
      --card: #f6f8fa; --bad: #b3261e; --good: #1a7f37; --warn: #8a5a00; --one: #7fa8d8; --two: #b9cfe9; }
    @media (prefers-color-scheme: dark) { :root { --bg: #14171b; --fg: #e6e9ed; --faint: #9aa4ae;
      --line: #343b43; --card: #1d2228; --bad: #ff8a80; --good: #6fd08c; --warn: #e5b567;
      --one: #3f6ea5; --two: #2a4a70; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 62rem; padding: 1rem; background: var(--bg); color: var(--fg);
      font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 0; }
    .lead { font-size: 1.05rem; } .when, footer, .t { color: var(--faint); font-size: .9rem; }
    .note { border-left: 3px solid var(--warn); padding-left: .6rem; }
    .next { border-left: 3px solid var(--good); padding-left: .6rem; }
    article { background: var(--card); border: 1px solid var(--line); border-left-width: 5px;
      border-radius: 6px; padding: 1rem; margin: 1.2rem 0; break-inside: avoid; }
    article.bad { border-left-color: var(--bad); } article.good { border-left-color: var(--good); }
    article.warn { border-left-color: var(--warn); }
    .bad > a, .bad .sign { color: var(--bad); } .good > a, .good .sign { color: var(--good); }
    .warn > a, .warn .sign { color: var(--warn); }
    .badge { border: 1px solid var(--line); border-radius: 4px; padding: .1rem .4rem; font-weight: 600; }
    code { font: .9em ui-monospace, monospace; }
    .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .92rem; }
    .scroll table { overflow-wrap: normal; }
    th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line);
      vertical-align: top; } .n { text-align: right; }
    td:nth-child(2) { min-width: 9rem; }
    tr.against td:first-child { color: var(--warn); } tr.supports td:first-child { color: var(--good); }
    svg { width: 100%; height: 2.4rem; background: var(--bg); border: 1px solid var(--line);
      border-radius: 4px; }
    rect.even { fill: var(--one); } rect.odd { fill: var(--two); } rect.outage { fill: var(--warn); }
    rect.mark { fill: var(--bad); }
    .events { list-style: none; padding: 0; font-size: .92rem; }
    .events li { display: flex; gap: .8rem; } .events .t { flex: 0 0 6rem; text-align: right; }
    .events li.supports > span + span { font-weight: 600; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; font-size: .92rem; }
    dt { color: var(--faint); } dd { margin: 0; } summary { cursor: pointer; color: var(--faint); }
    @media (max-width: 36rem) { dl { grid-template-columns: 1fr; } .events .t { flex-basis: 4.5rem; } }
    @media print { details > dl { display: grid; } article { background: none; } }
    """
}
