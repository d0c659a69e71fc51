import { Button, Code, CopyButton } from '@mantine/core'
import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import css from './copy-field.module.css'
import { CheckIcon, CopyIcon } from './icons.tsx'

/** A text to copy or select. `what` is its name on the button: "the key". */
export function CopyField({ value, what }: { value: string; what: string }) {
  const say = useWords({ en, fr })
  return (
    <div className={css.field}>
      <Code block className={css.value}>
        {value}
      </Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button variant="default" size="xs" onClick={copy} aria-label={copied ? say.copied : say.copy(what)}>
            {copied ? <CheckIcon /> : <CopyIcon />}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
