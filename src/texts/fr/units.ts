/** A count with its noun, in the singular below two, as French has it. */
const counting = (one: string, many: string) => (count: number) => [count, Number(count) < 2 ? one : many].join(' ')

export const inSeconds: (count: number) => string = counting('seconde', 'secondes')
export const inMinutes: (count: number) => string = counting('minute', 'minutes')
export const inReminders: (count: number) => string = counting('rappel', 'rappels')
export const inCodes: (count: number) => string = counting('code', 'codes')
