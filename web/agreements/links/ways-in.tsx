import { Button, Checkbox, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Resource } from '../../app/api.ts'
import type { links } from '../../texts/en/links.ts'

type Attributes = Resource<'agreement-links'>['attributes']
type AuthMode = Attributes['authMode']

/** The ways in as a form has them. Each line has one address. An empty secret stays unchanged. */
type WaysInValues = {
  authMode: AuthMode
  passcode: string
  recipients: string
  oncePerEmail: boolean
  isSigned: boolean
  parameterSecret: string
}

/** The ways in of an existing link, or of a new one. */
export function toValues(of?: Attributes): WaysInValues {
  return {
    authMode: of?.authMode ?? 'PUBLIC',
    passcode: '',
    recipients: (of?.recipients ?? []).join('\n'),
    oncePerEmail: of?.oncePerEmail ?? false,
    isSigned: of?.parametersAreSigned ?? false,
    parameterSecret: '',
  }
}

/** The ways in in the form of the API. A secret without a new value stays. */
export function toGiven({ passcode, recipients, isSigned, parameterSecret, ...plain }: WaysInValues, of?: Attributes) {
  const isKept = isSigned && parameterSecret === '' && of?.parametersAreSigned === true
  const isNever = !isSigned && !of?.parametersAreSigned
  return {
    ...plain,
    recipients: recipients.split(/[\s,;]+/).filter((word) => word !== ''),
    ...(passcode === '' ? {} : { passcode }),
    ...(isKept || isNever ? {} : { parameterSecret: isSigned ? parameterSecret : null }),
  }
}

/** A secret of 43 letters, made in the browser. */
function makeSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '')
}

const modes: readonly AuthMode[] = ['PUBLIC', 'PASSCODE', 'EMAILS']

type Props<Values extends WaysInValues> = { say: typeof links; form: UseFormReturnType<Values>; of?: Attributes }

/** The part of a form for the people who may enter by a link. */
export function WaysInFields<Values extends WaysInValues>({ say: { ways: say }, form, of }: Props<Values>) {
  const { authMode, isSigned, parameterSecret } = form.values
  return (
    <Stack mt="md">
      <Radio.Group label={say.title} {...form.getInputProps('authMode')}>
        <Stack gap="xs" mt={4}>
          {modes.map((mode) => (
            <Radio key={mode} value={mode} label={say.modes[mode]} />
          ))}
        </Stack>
      </Radio.Group>
      {authMode === 'PASSCODE' && (
        <TextInput
          label={say.passcode}
          description={of?.authMode === 'PASSCODE' ? say.passcodeKept : say.passcodeHint}
          autoComplete="off"
          {...form.getInputProps('passcode')}
        />
      )}
      {authMode === 'EMAILS' && (
        <Textarea
          label={say.recipients}
          description={say.recipientsHint}
          rows={4}
          {...form.getInputProps('recipients')}
        />
      )}
      <Checkbox
        label={say.once}
        description={say.onceHint}
        {...form.getInputProps('oncePerEmail', { type: 'checkbox' })}
      />
      <Checkbox
        label={say.signed}
        description={say.signedHint}
        {...form.getInputProps('isSigned', { type: 'checkbox' })}
      />
      {isSigned && (
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            label={say.secret}
            description={of?.parametersAreSigned ? say.secretKept : say.secretHint}
            autoComplete="off"
            {...form.getInputProps('parameterSecret')}
          />
          {parameterSecret === '' && (
            <Button
              variant="default"
              onClick={() => form.setValues((known) => ({ ...known, parameterSecret: makeSecret() }))}
            >
              {say.make}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  )
}
