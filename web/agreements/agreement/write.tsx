import { NativeSelect } from '@mantine/core'
import { useRef, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Role } from './draft.ts'
import { DraftRoles, DraftRules, DraftTitle } from './draft-parts.tsx'
import { Fields } from './fields.tsx'
import { Preview } from './preview.tsx'
import { type Fault, faultsBelow } from './preview-faults.ts'
import { Notices, SavingBar, useSaving } from './saving.tsx'
import { Source } from './source.tsx'
import type { DraftInHand } from './use-draft.ts'
import { usePreview } from './use-preview.ts'

const noFaults: readonly Fault[] = []

/** The page that edits an agreement: its text, fields and verifications, beside the signer's view. */
export function Write({ say, of: hand }: { say: typeof agreement; of: DraftInHand }) {
  const { base, draft, write } = hand
  const mayWrite = useSession().may('agreements:write') && !base.attributes.isArchived
  const { save, failure } = useSaving(say, hand)
  const acting = draft.signerRoles.filter(({ kind }) => kind !== 'copy')
  const [wished, setWished] = useState('')
  const seenBy = acting.find(({ key }) => key === wished)?.key
  const { data: shown, error } = usePreview(draft, mayWrite, undefined, seenBy)
  const errors = shown?.faults ?? noFaults
  const insert = useRef<(text: string) => void>(() => {})
  const parts = { say, of: hand, errors }
  return (
    <div className={css.work}>
      <fieldset disabled={!mayWrite} className={css.plain}>
        <Notices say={say} of={hand} onSave={save} />
        <DraftTitle {...parts} mb="sm" />
        <Source {...{ say, draft, errors, mayWrite, insert }} onChange={write} onSave={() => void save(hand.save)} />
        <DraftRoles {...parts} />
        <Fields
          say={say}
          fields={draft.fields}
          roles={draft.signerRoles}
          source={draft.source}
          faults={faultsBelow(errors, 'fields')}
          onChange={(fields) => write({ fields })}
          onInsert={(key) => insert.current(`{{${key}}}`)}
        />
        <DraftRules {...parts} />
        {mayWrite && <SavingBar say={say} of={hand} onSave={save} failure={failure} faultCount={errors.length} />}
      </fieldset>
      {mayWrite && (
        <Preview say={say} draft={draft} shown={shown} error={error}>
          <SeenBy say={say} roles={acting} value={seenBy} onChange={setWished} />
        </Preview>
      )}
    </div>
  )
}

type SeenByProps = {
  say: typeof agreement
  roles: readonly Role[]
  value: string | undefined
  onChange(role: string): void
}

/** Chooses the role whose view is shown. */
function SeenBy({ say: { preview: say }, roles, value = '', onChange }: SeenByProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={say.seenBy}
      data={[
        { value: '', label: say.asRead },
        ...roles.map(({ key, name }) => ({ value: key, label: say.asRole(name || key) })),
      ]}
      value={value}
      onChange={({ currentTarget: { value: chosen } }) => onChange(chosen)}
    />
  )
}
