import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { agreement } from '../../texts/en/agreement.ts'
import type { pdf } from '../../texts/en/pdf.ts'
import type { Draft } from '../agreement/draft.ts'
import { Preview } from '../agreement/preview.tsx'
import { usePreview } from '../agreement/use-preview.ts'

type Props = { say: typeof pdf; words: typeof agreement; draft: Draft; agreementId: string }

/** The signing page as one of the roles sees it. */
export function SignerView({ say, words, draft, agreementId }: Props) {
  const acting = draft.signerRoles.filter(({ kind }) => kind !== 'copy')
  const [wished, setWished] = useState<string | null>(null)
  const shownTo = acting.find(({ key }) => key === wished)?.key ?? acting[0]?.key ?? ''
  const of = { agreementId, shownTo }
  const { data: shown, error } = usePreview(draft, true, of)
  return (
    <Preview say={words} draft={draft} shown={shown} error={error} pdf={of}>
      {acting.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={say.seenBy}
          data={acting.map(({ key, name }) => ({ value: key, label: say.asRole(name || key) }))}
          value={shownTo}
          onChange={({ currentTarget: { value } }) => setWished(value)}
        />
      )}
    </Preview>
  )
}
