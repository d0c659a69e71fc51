import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { judgePdf, sniffType } from './uploads.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const pdf = (body: string) => bytes(`%PDF-1.7\n${body}\ntrailer << /Root 1 0 R >>\n%%EOF`)
const packed = (body: string, words = '/Type /ObjStm') => {
  const stream = deflateSync(bytes(body)).toString('latin1')
  return pdf(`5 0 obj << ${words} /Filter /FlateDecode /N 1 >>\nstream\r\n${stream}\nendstream endobj`)
}

test.each([
  ['%PDF-1.7', 'application/pdf'],
  ['junk\n%PDF-1.4', 'application/pdf'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['\0\0\0\x18ftypheic', 'image/heic'],
  ['<html><script>', null],
  ['PK\x03\x04', null],
  ['MZ\x90', null],
  ['GIF89a', null],
  ['', null],
])('a file that begins with %j is %s', (head, type) => {
  expect(sniffType(bytes(head))).toBe(type)
})

test.each([
  [pdf('1 0 obj << /Type /Catalog >> endobj'), null],
  [pdf('1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >> endobj'), 'active'],
  [pdf('1 0 obj << /S /J#61vaScript >> endobj'), 'active'],
  [pdf('1 0 obj << /S /Launch >> endobj'), 'active'],
  [pdf('1 0 obj << /Names << /EmbeddedFiles 2 0 R >> >> endobj'), 'active'],
  [pdf('1 0 obj << /A /JSONLike /Launched true >> endobj'), null],
  [pdf('2 0 obj << /Encrypt 3 0 R >> endobj'), 'encrypted'],
  [pdf('3 0 obj << /Length 20 >>\nstream\n/JS in a picture\nendstream endobj'), null],
  [pdf('3 0 obj << >>\nstream\n4 0 obj << /S /JavaScript >> endobj\nendstream endobj'), 'active'],
  [pdf('%stream\n1 0 obj << /S /JavaScript >> endobj\n2 0 obj << >> stream\nendstream endobj'), 'active'],
  [pdf('1 0 obj << /S /Rendition >> endobj'), 'active'],
  [pdf('%stream\n2 0 obj << /Encrypt 3 0 R >> endobj\nendstream'), 'encrypted'],
  [packed('1 0 << /S /JavaScript >>'), 'active'],
  [packed('1 0 << /S /J#53 >>'), 'active'],
  [packed('1 0 << /Type /Page >>'), null],
  [packed('1 0 << /S /JavaScript >>', '/Type /Obj#53tm'), 'active'],
  [packed('1 0 << /S /JavaScript >>', '/First 4'), 'active'],
  [packed('1 0 << /S /JavaScript >>', '/F#69rst 4'), 'active'],
  [packed('1 0 << >>', '/Type /ObjStm /DecodeParms << /Predictor 12 >>'), 'heavy'],
  [packed('1 0 << >>', '/Type /ObjStm %stream\n'), 'heavy'],
  [pdf('1 0 obj << /First 4 0 R >> endobj 4 0 obj << >> stream\nplain\nendstream endobj'), null],
  [packed(' '.repeat(40 * 1024 * 1024)), 'heavy'],
  [pdf('5 0 obj << /Type /ObjStm >>\nstream\nno deflate\nendstream'), 'heavy'],
])('a PDF is judged by what its objects do: %#', async (given, why) => {
  expect(await judgePdf(given)).toBe(why)
})
