import { Loader } from '@mantine/core'
import { useRef } from 'react'
import { ErrorNote } from '../../parts/error-note.tsx'
import type { pdf } from '../../texts/en/pdf.ts'
import type { Agreement, Draft } from '../agreement/draft.ts'
import { Box, styleOf } from './box.tsx'
import css from './pdf.module.css'
import { usePicture } from './picture.ts'
import type { Spot } from './spots.ts'
import { useDrawing } from './use-drag.ts'
import type { Work } from './use-work.ts'

type Props = {
  say: typeof pdf
  of: Agreement
  draft: Draft
  spots: readonly Spot[]
  work: Work
  faultyFields: ReadonlySet<number>
  mayWrite: boolean
  onRemove(index: number): void
}

/** A page of the PDF as signers see it, with its fields on it. */
export function Sheet({
  say,
  of,
  draft: { fields, signerRoles },
  spots,
  work,
  faultyFields,
  mayWrite,
  onRemove,
}: Props) {
  const { page, chosen, fresh } = work
  const sheet = useRef<HTMLElement>(null)
  const pages = of.attributes.file?.pages ?? []
  const { width, height } = pages[page - 1] ?? { width: 612, height: 792 }
  const { address, error, again } = usePicture(of, page)
  const drawing = useDrawing(page, work.add, () => work.choose(null))
  const here = spots.filter(({ place }) => place.page === page)
  return (
    <>
      <ErrorNote error={error} again={again} />
      <section
        ref={sheet}
        tabIndex={-1}
        className={css.sheet}
        style={{ aspectRatio: `${width} / ${height}` }}
        data-sheet
        aria-label={say.pageOf(page, pages.length)}
        {...(mayWrite ? drawing.handlers : {})}
      >
        {address ? (
          <img src={address} alt={say.pageOf(page, pages.length)} draggable={false} />
        ) : (
          !error && <Loader className={css.waiting} role="status" aria-label={say.waiting} />
        )}
        {here.map((spot) => {
          const { index, place, isFirst, isAtWords } = spot
          const field = fields[index]
          if (!field) return null
          const at = signerRoles.findIndex(({ key }) => key === field.role)
          if (!isFirst)
            return (
              <div
                key={`${index} ${place.x} ${place.y}`}
                className={css.box}
                style={styleOf(place)}
                data-colour={at % 8}
                data-is-at-words
              />
            )
          return (
            <Box
              key={index}
              {...{ say, place, isAtWords, mayWrite }}
              label={field.label || field.key}
              role={signerRoles[at]?.name ?? field.role}
              colour={at % 8}
              isChosen={chosen === index}
              isFresh={fresh === index}
              isFaulty={faultyFields.has(index)}
              onChoose={() => chosen !== index && work.choose(index)}
              onPut={(put) => work.put(index, put)}
              onRemove={() => {
                onRemove(index)
                sheet.current?.focus({ preventScroll: true })
              }}
            />
          )
        })}
        {drawing.place && <div className={css.drawn} style={styleOf(drawing.place)} />}
      </section>
    </>
  )
}
