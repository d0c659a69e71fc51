import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { loggedPath } from './logged-path.ts'

test.each([
  ['/agree/2JMpcMcahFqt8fHRMczoda/begin/s3cret', '/agree/2JMpcMcahFqt8fHRMczoda/begin/[secret]'],
  ['/agree/2JMpcMcahFqt8fHRMczoda/begin/s3cret/', '/agree/2JMpcMcahFqt8fHRMczoda/begin/[secret]'],
  ['/agree/2JMpcMcahFqt8fHRMczoda/begin/s3cret/x?y=s3cret', '/agree/2JMpcMcahFqt8fHRMczoda/begin/[secret]'],
  ['/agree/2JMpcMcahFqt8fHRMczoda/%62egin/s3cret', '/agree/2JMpcMcahFqt8fHRMczoda/begin/[secret]'],
  ['/agree/2JMpcMcahFqt8fHRMczoda/?ssn=s3cret', '/agree/2JMpcMcahFqt8fHRMczoda/'],
  ['/v2/webhooks?search=s3cret', '/v2/webhooks'],
])('of the address %s the log tells %s', (url, told) => {
  const lines: string[] = []
  const log = pino(
    { serializers: { req: (request: { url: string }) => ({ path: loggedPath(request.url) }) } },
    new PassThrough().on('data', (line) => lines.push(String(line))),
  )
  log.info({ req: { url } })
  expect(lines.join('')).toContain(JSON.stringify({ path: told }))
  expect(lines.join('')).not.toContain('s3cret')
})
