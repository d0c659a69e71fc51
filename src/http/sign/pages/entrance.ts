import { html } from 'ghtml'
import type { Held, Reading } from '../../../core/ceremony/index.ts'
import type { Id } from '../../../core/ids.ts'
import {
  type LeftOut,
  type Metadata,
  type ReadParameters,
  type Signer,
  shownMetadata,
  toParameters,
} from '../../../core/submissions/index.ts'
import type { Reader } from '../../reader.ts'
import { baseOf, signerBaseOf } from '../addresses.ts'
import { writeQuery } from '../query.ts'
import { sayMoment, wordsFor } from '../words.ts'
import { draftOf, type FirstPage, fixedOf } from './identify.ts'

/** The parts of a page for a new visitor. Nothing is recorded before the visitor acts. */
export type Entrance = {
  linkId: Id
  reading: Reading
  /** A secret of this page, by which a second click repeats the same action. */
  page: string
} & (
  | {
      parameters: ReadParameters
      /** The query of the link's address, which the form sends back. */
      query: string
      /** The e-mail address that the visitor has proved to be theirs. */
      email: string | null
      held: Held[]
    }
  | {
      invitation: string
      metadata: Metadata
      shown: Metadata
      signer: Pick<Signer, 'name' | 'email' | 'invited_name' | 'invited_email' | 'may_change' | 'asks_code'>
    }
)

/** The first page of a visitor who has opened a link or an invitation and has not acted yet. */
export function entrancePage(reader: Reader, entrance: Entrance): FirstPage {
  const { linkId, reading, page } = entrance
  const base = baseOf(linkId)
  const way = 'invitation' in entrance ? { invitation: entrance.invitation } : { query: entrance.query }
  const hidden = { page, step: 'identify', shown: reading.hash, language: reader.language, ...way }
  return {
    version: reading.version,
    document: reading.document,
    language: reading.language,
    pdf: reading.pdf,
    given: reading.given,
    ...personOf(entrance),
    identify: { action: `${base}identify`, hidden },
    decline: { action: `${base}decline`, hidden },
    draft: draftOf(linkId, 'invitation' in entrance ? entrance.metadata : entrance.parameters.metadata),
    view: `${base}view`,
    shown: 'invitation' in entrance ? entrance.shown : shownMetadata(reading.version, ofAddress(entrance.parameters)),
    notes: 'invitation' in entrance ? '' : notesOf(reader, entrance, linkId),
  }
}

const ofAddress = ({ metadata }: ReadParameters) => ({ metadata, metadata_source: 'link' }) as const

/** The link back to a submission that this browser began on a link, as HTML; empty without one. */
export function heldHtml(reader: Reader, held: Held[], linkId: Id): string {
  const { first } = wordsFor(reader)
  const open = held.filter(({ isOpen }) => isOpen)
  if (open.length === 0) return ''
  const items = open.map(({ signerId, shown, begunAt }) => {
    const words = toParameters(shown).map(([name, value]) => `${name} = ${value}`)
    const label = words.length > 0 ? words.join(', ') : first.no_details
    return html`<li><a href="${signerBaseOf(linkId, signerId)}">${label}</a>, ${first.held_since({ at: sayMoment(begunAt, reader) })}</li>`
  })
  return html`<div class="note"><p>${first.held}</p><ul>!${items.join('')}</ul></div>`
}

/** The parameters that the form sends back. For omitted parameters it has only the name. */
export function queryOf({ metadata, leftOut }: ReadParameters): string {
  return writeQuery([...toParameters(metadata), ...leftOut.map(({ name }): [string, string] => [name, ''])])
}

function personOf(entrance: Entrance): Pick<FirstPage, 'proposed' | 'fixed'> {
  if ('parameters' in entrance) {
    const { name, email } = entrance.parameters.metadata
    const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
    const shown = entrance.email
    return { proposed: { name: text(name), email: shown ?? text(email) }, fixed: { name: null, email: shown } }
  }
  const { name, email } = entrance.signer
  return { proposed: { name: name ?? '', email: email ?? '' }, fixed: fixedOf(entrance.signer) }
}

type Opened = { parameters: ReadParameters; held: Held[] }

function notesOf(reader: Reader, { parameters, held }: Opened, linkId: Id): string {
  return `${heldHtml(reader, held, linkId)}${leftOutHtml(reader, parameters.leftOut)}`
}

function leftOutHtml(reader: Reader, leftOut: LeftOut[]): string {
  if (leftOut.length === 0) return ''
  const { first: words } = wordsFor(reader)
  const items = leftOut.map(({ name, reason }) => html`<li><code>${name}</code> – ${words[`left_out_${reason}`]}</li>`)
  return html`<details class="note"><summary>${words.left_out}</summary><ul>!${items.join('')}</ul></details>`
}
