/** Tests whether a JSON value has a shape. */
export type Is<T> = (value: unknown) => value is T

export const isText: Is<string> = (value) => typeof value === 'string'

/** A safe whole number from 0. */
export const isCount: Is<number> = (value): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

export const isAnything: Is<unknown> = (value): value is unknown => value !== undefined

export function isTextLike(form: RegExp): Is<string> {
  return (value): value is string => typeof value === 'string' && form.test(value)
}

export function isOneOf<T extends string | number>(words: readonly T[]): Is<T> {
  return (value): value is T => words.some((word) => word === value)
}

export function isMaybe<T>(is: Is<T>): Is<T | undefined> {
  return (value): value is T | undefined => value === undefined || is(value)
}

export function isOrNull<T>(is: Is<T>): Is<T | null> {
  return (value): value is T | null => value === null || is(value)
}

export function isListOf<T>(is: Is<T>): Is<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(is)
}

export function isRecordOf<T>(is: Is<T>): Is<Record<string, T>> {
  return (value): value is Record<string, T> => isObject(value) && Object.values(value).every(is)
}

/** An object with exactly these members. */
export function isObjectOf<T extends object>(members: { [K in keyof T]-?: Is<T[K]> }): Is<T> {
  const wanted = Object.entries<Is<unknown>>(members)
  return (value): value is T =>
    isObject(value) &&
    Object.keys(value).every((name) => Object.hasOwn(members, name)) &&
    wanted.every(([name, is]) => is(Object.hasOwn(value, name) ? value[name] : undefined))
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
