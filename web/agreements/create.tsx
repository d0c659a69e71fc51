import { NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { agreements as en } from '../texts/en/agreements.ts'
import { agreements as fr } from '../texts/fr/agreements.ts'
import { type NewAgreement, type Starter, startAgreement } from './starters.ts'

// Only people who begin with a PDF need it.
const FromPdf = lazy(async () => ({ default: (await import('./pdf/from-pdf.tsx')).FromPdf }))

/** The dialog that makes an agreement from a text or a PDF, and opens its editor. */
export function CreateAgreement({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr })
  const words = say.form
  const navigate = useNavigate()
  const create = useChange(['agreements'], (api, input: NewAgreement) => api.create('agreements', input))
  const [file, setFile] = useState<File | null>(null)
  const initial: { title: string; starter: Starter | 'pdf' } = { title: '', starter: 'short' }
  const { form, ...sending } = useApiForm(initial, async ({ title, starter }) => {
    const { data } = await create.mutateAsync(
      starter === 'pdf' ? await startOfPdf(title, file) : startAgreement(starter, title, say),
    )
    await navigate({ to: `/agreements/${data.id}` })
  })
  const starts = Object.entries({ ...words.starts, pdf: words.ofPdf }).map(([value, label]) => ({ value, label }))
  const isOfPdf = form.values.starter === 'pdf'
  const take = (given: File | null) => {
    setFile(given)
    // The name of the file is a good title until somebody types another.
    if (given && form.values.title === '') form.setFieldValue('title', titleOf(given))
  }
  return (
    <FormDialog
      title={say.create}
      onClose={onClose}
      act={isOfPdf ? words.place : words.submit}
      isOff={isOfPdf && !file}
      {...sending}
    >
      <NativeSelect label={words.start} data={starts} {...form.getInputProps('starter')} />
      {isOfPdf && (
        <Suspense>
          <FromPdf value={file} onChange={take} />
        </Suspense>
      )}
      <TextInput
        mt="md"
        label={words.title}
        description={words.titleHint}
        data-autofocus
        required
        {...form.getInputProps('title')}
      />
    </FormDialog>
  )
}

const titleOf = ({ name }: File) => name.replace(/\.pdf$/i, '').slice(0, 200)

async function startOfPdf(title: string, file: File | null): Promise<NewAgreement> {
  const { readBase64 } = await import('../parts/read-base64.ts')
  if (!file) throw new Error('There is no file.')
  // Without given roles, the agreement takes the roles that the words on its pages name.
  const fileUpload = { name: file.name, base64: await readBase64(file) }
  return { title, fileUpload, importFields: true, signerRoles: [], fields: [] }
}
