import { Alert, Checkbox, Text, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useWords } from '../../app/language.tsx'
import { eventTypes as kindsEn } from '../../texts/en/event-types.ts'
import { webhooks as en } from '../../texts/en/webhooks.ts'
import { eventTypes as kindsFr } from '../../texts/fr/event-types.ts'
import { webhooks as fr } from '../../texts/fr/webhooks.ts'
import { eventTypes } from '../event-types.ts'
import css from './form.module.css'
import type { Values } from './values.ts'

type Props = { form: UseFormReturnType<Values> }

/** The settings that every webhook needs: address, events and e-mails. */
export function MainFields({ form }: Props) {
  const say = useWords({ en, fr }).form
  const kinds = useWords({ en: kindsEn, fr: kindsFr })
  return (
    <>
      <TextInput
        label={say.url}
        description={say.urlHint}
        placeholder="https://example.com/webhooks/sealane"
        type="url"
        inputMode="url"
        autoComplete="off"
        data-autofocus
        required
        {...form.getInputProps('destinationUrl')}
      />
      {form.errors.destinationUrl && (
        <Alert color="sea" mt="xs" p="xs">
          <Text size="sm">{say.urlHelp}</Text>
        </Alert>
      )}
      <Checkbox.Group mt="md" label={say.events} description={say.eventsHint} {...form.getInputProps('eventTypes')}>
        <div className={css.choices}>
          {eventTypes.map((type) => (
            <Checkbox key={type} value={type} label={type} description={kinds[type]} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        mt="md"
        rows={2}
        label={say.emails}
        description={say.emailsHint}
        {...form.getInputProps('notificationEmails')}
      />
    </>
  )
}
