import type { Language } from '../../texts/index.ts'
import { texts } from '../../texts/index.ts'

const style = `
  :root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #2457c5 }
  @media (prefers-color-scheme: dark) { :root { --accent: #8fb1ff } }
  body { font: 16px/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem }
  a { color: var(--accent) } h1 { line-height: 1.2 } h2 { margin-top: 2.5rem }
  pre, code { font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere } pre { background: var(--soft); overflow: auto; padding: .8rem }
  table { border-collapse: collapse; width: 100% }
  th, td { border-bottom: 1px solid var(--line); padding: .4rem .6rem .4rem 0; text-align: left; vertical-align: top }
  label { display: block; margin: .5rem 0 } input, textarea, select { font: inherit; padding: .35rem; width: 100%; box-sizing: border-box }
  button { font: inherit; margin: .8rem .4rem 0 0; padding: .4rem 1rem } details { border-bottom: 1px solid var(--line); padding: .6rem 0 }
  summary { cursor: pointer } .method { display: inline-block; font-weight: 600; min-width: 4.5rem }
  .skip { position: absolute; left: -99rem } .skip:focus { position: static }
`

/** Escapes a text for HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

/** A whole page. `body` and `foot` are HTML already; `title` is text. The page loads nothing from another server. */
export function renderPage(title: string, body: string, language: Language = 'en', foot = ''): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">${escapeHtml(texts[language].mail_pages.frame.skip)}</a>
<main id="main">
${body}
</main>
${foot && `<footer>${foot}</footer>`}
</body>
</html>
`
}
