import { Readable } from 'node:stream'
import type { BulkSend, RowResult } from '../core/bulk-sends/index.ts'
import { formatId } from '../core/ids.ts'
import { byteOrderMark, csvLineOf } from './csv.ts'

type Result = { send: BulkSend; parts: AsyncIterable<RowResult[]> }

/** The result file of a bulk send, part by part. Each row of the file has at least one line, with its outcome. */
export function streamResult(result: Result, base: string): Readable {
  return Readable.from(writeResult(result, base), { objectMode: false })
}

export function resultName({ id }: BulkSend): string {
  return `${formatId('bulk_send', id)}.csv`
}

async function* writeResult({ send, parts }: Result, base: string): AsyncGenerator<string> {
  const link = formatId('agreement_link', send.agreementLinkId)
  yield byteOrderMark + csvLineOf(['line', 'role', 'name', 'email', 'submission_id', 'status', 'signing_url'])
  for await (const rows of parts) yield rows.map((row) => linesOf(row, `${base}/agree/${link}/begin`)).join('')
}

// Makes a line for each person in the row, and one line if the row has no submission yet.
function linesOf({ line, submission, waysIn }: RowResult, begin: string): string {
  if (!submission) return csvLineOf([line, null, null, null, null, 'waiting', null])
  const known = submission.signers.filter(({ name, email, role }) => name ?? email ?? waysIn[role])
  const people = known.length > 0 ? known : submission.signers.slice(0, 1)
  return people
    .map(({ role, name, email }) => {
      const token = waysIn[role]
      const url = token === undefined ? null : `${begin}/${token}`
      return csvLineOf([line, role, name, email, formatId('submission', submission.id), submission.status, url])
    })
    .join('')
}
