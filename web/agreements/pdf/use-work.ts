import { useMemo, useRef, useState } from 'react'
import type { Draft, Field } from '../agreement/draft.ts'
import { automaticTypes, newField } from '../agreement/new-field.ts'
import { findRoom, type PageSize, type Place, putAt } from './places.ts'
import type { Spot } from './spots.ts'

/** The type and the role of the next field. */
type Pen = { type: Field['type']; role: string }

type Given = {
  draft: Draft
  pages: readonly PageSize[]
  spots: readonly Spot[]
  write(changes: Partial<Draft>): void
}

/**
 * The present page, the chosen field, and their actions. `fresh` is the field that was put down last, which the keys
 * move.
 */
export function useWork({ draft: { fields, signerRoles }, pages, spots, write }: Given) {
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<number | null>(null)
  const [fresh, setFresh] = useState<number | null>(null)
  const latest = useRef(fields)
  latest.current = fields
  const { pen, dip } = usePen(signerRoles)
  const change = (index: number, field: Field) =>
    write({ fields: fields.map((one, at) => (at === index ? field : one)) })
  const choose = (index: number | null) => {
    setChosen(index)
    setFresh(null)
    const at = spots.find((spot) => spot.index === index && spot.isFirst)
    if (at) setPage(at.place.page)
  }
  const roomFor = (type: string) => {
    const size = pages[page - 1] ?? { width: 612, height: 792 }
    const taken = spots.map(({ place }) => place)
    return findRoom(type, page, size, taken)
  }
  return {
    ...{ page, chosen, fresh, pen, dip, choose, change },
    turnTo: (number: number) => {
      setPage(Math.max(1, Math.min(number, pages.length)))
      setChosen(null)
    },
    /**
     * Adds a field of the pen at the drawn place, or else at a free place. A signature without a place is moved there
     * instead.
     */
    add(place: Place = roomFor(pen.type)) {
      const waiting = fields.findIndex(
        (field, index) => isLike(field, pen) && !spots.some((spot) => spot.index === index),
      )
      const index = waiting === -1 ? fields.length : waiting
      const field = putAt(fields[index] ?? penned(fields, pen), place)
      write({ fields: fields.toSpliced(index, 1, field) })
      setChosen(index)
      setFresh(index)
    },
    /** Puts a field at a place. With null, the field goes to the words of the page or to the end. */
    put(index: number, place: Place | null) {
      const field = fields[index]
      if (field) change(index, putAt(field, place))
      if (place) setPage(place.page)
    },
    /** Puts a field without a place on the present page. */
    bring(index: number) {
      const field = fields[index]
      if (field) change(index, putAt(field, roomFor(field.type)))
      setChosen(index)
      setFresh(index)
    },
    /** Removes a field. The returned function restores it. */
    remove(index: number) {
      const gone = fields.slice(index, index + 1)
      write({ fields: fields.filter((_, at) => at !== index) })
      choose(null)
      return () => write({ fields: latest.current.toSpliced(index, 0, ...gone) })
    },
  }
}

export type Work = ReturnType<typeof useWork>

/** The pen with an acting role, and the function that changes its type or role. */
function usePen(roles: Draft['signerRoles']) {
  const [wished, setPen] = useState<Partial<Pen>>({})
  const acting = useMemo(() => roles.filter(({ kind }) => kind !== 'copy'), [roles])
  const role = acting.find(({ key }) => key === wished.role)?.key ?? acting[0]?.key ?? ''
  const pen: Pen = { type: wished.type ?? 'signature', role }
  return { pen, dip: (changes: Partial<Pen>) => setPen((known) => ({ ...known, ...changes })) }
}

const isLike = ({ type, role }: Field, pen: Pen) => type === 'signature' && pen.type === type && pen.role === role

/** A new field of the pen's type and role, with a unique key. */
function penned(fields: readonly Field[], { type, role }: Pen): Field {
  const isOfRole = type === 'signature' || type === 'initials' || automaticTypes.includes(type)
  const start = isOfRole ? `${type}_${role}` : type
  const taken = new Set(fields.map(({ key }) => key))
  const free = [start, ...fields.map((_, index) => `${start}_${index + 2}`)].find((key) => !taken.has(key)) ?? start
  const made = newField(fields, role, free.slice(0, 50))
  const word = type.slice(0, 1).toUpperCase() + type.slice(1).replace('_', ' ')
  return { ...made, type, label: isOfRole ? word : made.label, ...choicesOf(type) }
}

const choicesOf = (type: string) => (type === 'choice' ? { choices: ['A', 'B'] } : {})
