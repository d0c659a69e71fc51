import { createServer, type ServerResponse } from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'
import { rows } from './world.ts'

/**
 * Serves the best possible pages of this kind: a plain table, and a page with equal script that draws a table by hand.
 */
export type Ceiling = { url: string; stop(): Promise<void> }

/** `scriptBytes` is the size of the page's script before compression. */
export async function serveCeiling(scriptBytes: number): Promise<Ceiling> {
  const script = pack(idleScript(scriptBytes) + drawList)
  const data = pack(JSON.stringify(Array.from({ length: 100 }, (_, index) => cellsOf(index))))
  const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Ceiling</title>'
  const filter = '<label>Search <input type="search"></label>'
  const answers = new Map<string, [type: string, body: Buffer]>([
    ['/', ['text/html', pack(`${head}${filter}<table><tbody></tbody></table><script src="/list.js"></script>`)]],
    ['/list.js', ['text/javascript', script]],
    ['/list.json', ['application/json', data]],
    ['/table', ['text/html', pack(`${head}${filter}<table><tbody>${tableRows()}</tbody></table>`)]],
  ])
  const server = createServer(({ url = '' }, reply) => answer(reply, answers.get(url)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://localhost:${address !== null && typeof address === 'object' ? address.port : 0}`,
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
}

function answer(reply: ServerResponse, found: [type: string, body: Buffer] | undefined): void {
  if (!found) reply.writeHead(404).end()
  else reply.writeHead(200, { 'content-type': found[0], 'content-encoding': 'br' }).end(found[1])
}

const pack = (text: string): Buffer => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })

const cellsOf = (index: number) => [
  `Drug test · ${index}`,
  `01985e5f-0000-7000-8000-${index}`,
  'Completed',
  'Negative',
  '2 months ago',
]

function tableRows(): string {
  const rowOf = (index: number) => {
    const [name, id, status, result, at] = cellsOf(index)
    return `<tr><td><a href="/">${name}</a><div>${id}</div></td><td>${status}</td><td>${result}</td><td><time>${at}</time></td></tr>`
  }
  return Array.from({ length: rows }, (_, index) => rowOf(index)).join('')
}

/** Script that is parsed and not run, like most script of an app. */
function idleScript(bytes: number): string {
  let text = ''
  for (let index = 0; text.length < bytes; index++)
    text += `function f${index}(a,b){const c=a.k${index % 97}||b[${index * 7}];return c?{d:c.e+"w${index.toString(36)}",g:[a,b]}:f${index >> 1}(b,a)}\n`
  return text
}

const drawList = `fetch('/list.json').then((reply) => reply.json()).then((list) => {
  const body = document.querySelector('tbody')
  for (const cells of list) {
    const row = body.insertRow()
    for (const cell of cells) row.insertCell().textContent = cell
  }
})`
