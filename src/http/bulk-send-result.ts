import { Readable } from 'node:stream'
import type { BulkSend, RowResult } from '../core/bulk-sends/index.ts'
import { formatId } from '../core/ids.ts'
import { byteOrderMark, csvLineOf } from './csv.ts'

type Result = { send: BulkSend; parts: AsyncIterable<RowResult[]> }

/** The result file of a bulk send, part by part: a line for each row of the file, with what became of it. */
export function streamResult(result: Result, base: string): Readable {
  return Readable.from(writeResult(result, base), { objectMode: false })
}

/** The name of the result file. */
export function resultName({ id }: BulkSend): string {
  return `${formatId('bulk_send', id)}.csv`
}

async function* writeResult({ send, parts }: Result, base: string): AsyncGenerator<string> {
  const link = formatId('agreement_link', send.agreementLinkId)
  yield byteOrderMark + csvLineOf(['line', 'role', 'name', 'email', 'submission_id', 'status', 'signing_url'])
  for await (const rows of parts) yield rows.map((row) => linesOf(row, `${base}/agree/${link}/begin`)).join('')
}

// A line for each person whom the row names, and one where there is nobody yet.
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
