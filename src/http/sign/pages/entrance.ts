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
import { baseOf, signerBaseOf } from '../addresses.ts'
import { writeQuery } from '../query.ts'
import { draftOf, type FirstPage } from './identify.ts'

/** What a page for somebody new is made of. Nothing is written down before they do something on it. */
export type Entrance = {
  linkId: Id
  reading: Reading
  /** A secret of this page, which makes a second click the same act. */
  page: string
} & (
  | { parameters: ReadParameters; held: Held[] }
  | {
      invitation: string
      metadata: Metadata
      shown: Metadata
      signer: Pick<Signer, 'name' | 'email' | 'invited_name' | 'invited_email' | 'may_change'>
    }
)

/** The first page of somebody who has opened a link, or an invitation, and has done nothing yet. */
export function entrancePage(entrance: Entrance): FirstPage {
  const { linkId, reading, page } = entrance
  const base = baseOf(linkId)
  const way = 'invitation' in entrance ? { invitation: entrance.invitation } : { query: queryOf(entrance.parameters) }
  const hidden = { page, step: 'identify', shown: reading.hash, ...way }
  return {
    version: reading.version,
    document: reading.document,
    language: reading.language,
    ...personOf(entrance),
    identify: { action: `${base}identify`, hidden },
    decline: { action: `${base}decline`, hidden },
    draft: draftOf(linkId, 'invitation' in entrance ? entrance.metadata : entrance.parameters.metadata),
    view: `${base}view`,
    shown: 'invitation' in entrance ? entrance.shown : shownMetadata(reading.version, ofAddress(entrance.parameters)),
    notes: 'invitation' in entrance ? '' : notesOf(entrance, linkId),
  }
}

const ofAddress = ({ metadata }: ReadParameters) => ({ metadata, metadata_source: 'link' }) as const

/** The way back to what this browser has begun on a link, as HTML; nothing when there is nothing. */
export function heldHtml(held: Held[], linkId: Id): string {
  const open = held.filter(({ isOpen }) => isOpen)
  if (open.length === 0) return ''
  const items = open.map(({ signerId, shown, begunAt }) => {
    const words = toParameters(shown).map(([name, value]) => `${name} = ${value}`)
    const label = words.length > 0 ? words.join(', ') : 'without further details'
    const time = `${begunAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`
    return html`<li><a href="${signerBaseOf(linkId, signerId)}">${label}</a>, begun ${time}</li>`
  })
  return `<div class="note"><p>You have begun this in this browser already. Go on with:</p><ul>${items.join('')}</ul></div>`
}

/** The parameters as they are sent back with the form. Of what is left out only the name is, to be told again. */
function queryOf({ metadata, leftOut }: ReadParameters): string {
  return writeQuery([...toParameters(metadata), ...leftOut.map(({ name }): [string, string] => [name, ''])])
}

function personOf(entrance: Entrance): Pick<FirstPage, 'proposed' | 'fixed'> {
  if ('parameters' in entrance) {
    const { name, email } = entrance.parameters.metadata
    const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
    return { proposed: { name: text(name), email: text(email) }, fixed: { name: null, email: null } }
  }
  const { name, email, invited_name, invited_email, may_change } = entrance.signer
  const fixed = may_change ? { name: null, email: null } : { name: invited_name, email: invited_email }
  return { proposed: { name: name ?? '', email: email ?? '' }, fixed }
}

function notesOf({ parameters, held }: { parameters: ReadParameters; held: Held[] }, linkId: Id): string {
  return `${heldHtml(held, linkId)}${leftOutHtml(parameters.leftOut)}`
}

const reasons: Record<LeftOut['reason'], string> = {
  secret: 'its name says that it is a secret, which does not belong into an address',
  tracking: 'it only serves to follow people around',
}

function leftOutHtml(leftOut: LeftOut[]): string {
  if (leftOut.length === 0) return ''
  const items = leftOut.map(({ name, reason }) => html`<li><code>${name}</code>: ${reasons[reason]}</li>`)
  return `<details class="note"><summary>Not kept from the address of this link</summary><ul>${items.join('')}</ul></details>`
}
