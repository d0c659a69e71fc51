import type { EvidenceFile } from '../../src/core/evidence/format.ts'
import type { ReasonCode } from '../disproved.ts'
import { signHead, type World } from './world.fixture.ts'

type Entry = EvidenceFile['trail']['entries'][number]
export const entryOf = (file: EvidenceFile, index: number): Entry => file.trail.entries[index] ?? Object(null)
/** Changes a row of the evidence, as somebody can who controls everything but the log. */
const edit = (file: EvidenceFile, index: number, from: string, to: string) => {
  const entry = entryOf(file, index)
  if (!entry.entry.includes(from)) throw new Error(`The row has no ${from}.`)
  entry.entry = entry.entry.replace(from, to)
}
const openingOf = (file: EvidenceFile, index: number, path: string) =>
  entryOf(file, index).openings[path] ?? Object(null)

/** Changes that somebody can make who can sign heads and seal documents, but cannot change the log. */
export const lies: readonly [string, ReasonCode, (world: World) => unknown][] = [
  ['a row edited', 'not_in_log', ({ file }) => edit(file, 0, 'api_key', 'user')],
  ['a row left out', 'trail_gap', ({ file }) => file.trail.entries.splice(2, 1)],
  ['the first row left out', 'trail_gap', ({ file }) => file.trail.entries.splice(0, 1)],
  ['a row twice', 'trail_gap', ({ file }) => file.trail.entries.push(entryOf(file, 6))],
  ['rows in another order', 'trail_gap', ({ file }) => file.trail.entries.reverse()],
  ['no rows', 'trail_empty', ({ file }) => file.trail.entries.splice(0)],
  ['a row of another chain', 'trail_other', ({ file }) => edit(file, 2, '00000000000b","data', '00000000000d","data')],
  ['a row at another place', 'not_in_log', ({ file }) => (entryOf(file, 3).leaf += 1)],
  ['a row behind the end of the log', 'not_in_log', ({ file }) => (entryOf(file, 3).leaf = 99)],
  ['a proof too short', 'not_in_log', ({ file }) => entryOf(file, 3).proof.pop()],
  ['a proof too long', 'not_in_log', ({ file }) => entryOf(file, 3).proof.push(entryOf(file, 3).proof[0] ?? '')],
  ['a proof of another row', 'not_in_log', ({ file }) => (entryOf(file, 3).proof = entryOf(file, 4).proof)],
  ['a proof that is no base64', 'not_in_log', ({ file }) => (entryOf(file, 3).proof[0] = '!')],
  ['another name', 'opening_false', ({ file }) => (openingOf(file, 2, 'data.name').value = 'Charles')],
  ['another salt', 'opening_false', ({ file }) => (openingOf(file, 2, 'data.name').salt = '0'.repeat(32))],
  [
    'an opening of nothing',
    'opening_false',
    ({ file }) => (entryOf(file, 2).openings['data.ssn'] = openingOf(file, 2, 'data.name')),
  ],
  ['white space in a row', 'row_form', ({ file }) => edit(file, 0, '{', '{ ')],
  ['a member more in a row', 'row_form', ({ file }) => edit(file, 0, '{"action"', '{"aaa":1,"action"')],
  ['another submission', 'trail_other', ({ file }) => (file.submission = file.submission.replace(/.$/, 'c'))],
  ['another agreement', 'trail_other', ({ file }) => (file.agreement.id = file.agreement.id.replace(/.$/, 'c'))],
  [
    'another organization',
    'trail_other',
    ({ file }) => (file.organization.id = file.organization.id.replace(/.$/, 'c')),
  ],
  ['another text', 'shown_other', ({ file }) => (file.agreement.source_sha256 = '0'.repeat(64))],
  ['another log', 'checkpoint_form', ({ file }) => (file.origin = `else/evidence/${file.organization.id}`)],
  ['a log that is not known', 'log_stranger', ({ trust }) => trust.logs.splice(0)],
  ['a cut head', 'checkpoint_form', ({ file }) => (file.trail.checkpoint = file.trail.checkpoint.slice(0, -1))],
  [
    'a head with a line more',
    'checkpoint_form',
    ({ file }) => (file.trail.checkpoint = file.trail.checkpoint.replace('\n\n', '\nmore\n\n')),
  ],
  [
    'a head of another size',
    'checkpoint_signature',
    ({ file }) => (file.trail.checkpoint = file.trail.checkpoint.replace('\n19\n', '\n18\n')),
  ],
  ['a key before its time', 'log_key_time', ({ trust }) => changeKey(trust, { from: '2026-11-27T10:15:00.001Z' })],
  ['a key after its time', 'log_key_time', ({ trust }) => changeKey(trust, { until: '2026-11-27T09:50:00.000Z' })],
  [
    'too few witnesses',
    'witnesses_few',
    async ({ file, log, witnesses, entries }) =>
      (file.trail.checkpoint = await signHead(log, witnesses.slice(2), entries)),
  ],
  [
    'a witness twice in place of two',
    'witnesses_few',
    async ({ file, log, witnesses: [first], entries, trust }) => {
      trust.quorum = 2
      file.trail.checkpoint = await signHead(log, first ? [first, first] : [], entries)
    },
  ],
  [
    'witnesses of the future',
    'witnesses_few',
    async ({ file, log, witnesses, entries }) =>
      (file.trail.checkpoint = await signHead(log, witnesses, entries, 24 * 3_600)),
  ],
]

function changeKey(trust: World['trust'], change: { from?: string; until?: string }): void {
  for (const { keys } of trust.logs) for (const key of keys) Object.assign(key, change)
}
