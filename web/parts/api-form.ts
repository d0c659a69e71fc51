import { type UseFormReturnType, useForm } from '@mantine/form'
import { useState } from 'react'
import { placeErrors } from './place-errors.ts'

export type ApiForm<Values extends Record<string, unknown>> = {
  form: UseFormReturnType<Values>
  /** The errors without a field, for `ErrorNote`. */
  error: unknown
  isSending: boolean
  /** For the form's `onSubmit`. */
  onSubmit(event?: React.FormEvent<HTMLFormElement>): void
  clear(): void
}

/** The names of fields, including fields within a field. */
const namesOf = (values: object): string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? [name, ...Object.keys(value).map((within) => `${name}.${within}`)]
      : [name],
  )

/**
 * A form whose fields have the names of attributes or relationships. It shows each fault of the API at the field to
 * which the fault points.
 */
export function useApiForm<Values extends Record<string, unknown>>(
  initialValues: Values,
  send: (values: Values) => Promise<unknown>,
): ApiForm<Values> {
  const form = useForm<Values>({ initialValues })
  const [state, setState] = useState<{ isSending: boolean; error: unknown }>({ isSending: false, error: null })
  const submit = async (values: Values) => {
    setState({ isSending: true, error: null })
    form.clearErrors()
    try {
      await send(values)
      setState({ isSending: false, error: null })
    } catch (error) {
      const { placed, rest } = placeErrors(error, namesOf(values))
      form.setErrors(placed)
      setState({ isSending: false, error: rest })
    }
  }
  const clear = () => {
    form.reset()
    setState({ isSending: false, error: null })
  }
  return { form, ...state, onSubmit: form.onSubmit(submit), clear }
}
