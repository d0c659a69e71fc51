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
export function Sheet({ say, of, draft, spots, work, faultyFields, mayWrite, onRemove }: Props) {
  const { page } = work
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
        {here.map((spot) => (
          <FieldBox
            key={spot.isFirst ? spot.index : `${spot.index} ${spot.place.x} ${spot.place.y}`}
            {...{ say, draft, spot, work, faultyFields, mayWrite }}
            onRemove={() => {
              onRemove(spot.index)
              sheet.current?.focus({ preventScroll: true })
            }}
          />
        ))}
        {drawing.place && <div className={css.drawn} style={styleOf(drawing.place)} />}
      </section>
    </>
  )
}

type BoxProps = Omit<Props, 'of' | 'spots' | 'onRemove'> & { spot: Spot; onRemove(): void }

/** A field in its place. Only its first place can be moved, because the others follow the words of the page. */
function FieldBox({ say, draft, spot, work, faultyFields, mayWrite, onRemove }: BoxProps) {
  const { index, place, isFirst, isAtWords } = spot
  const field = draft.fields[index]
  if (!field) return null
  const at = draft.signerRoles.findIndex(({ key }) => key === field.role)
  if (!isFirst) return <div className={css.box} style={styleOf(place)} data-colour={at % 8} data-is-at-words />
  return (
    <Box
      {...{ say, place, isAtWords, mayWrite, onRemove }}
      label={field.label || field.key}
      role={draft.signerRoles[at]?.name ?? field.role}
      colour={at % 8}
      isChosen={work.chosen === index}
      isFresh={work.fresh === index}
      isFaulty={faultyFields.has(index)}
      onChoose={() => work.chosen !== index && work.choose(index)}
      onPut={(put) => work.put(index, put)}
    />
  )
}
