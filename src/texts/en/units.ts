/** A count with its noun, in the singular for one. */
const counting = (one: string, many: string) => (count: number) => `${count} ${Number(count) === 1 ? one : many}`

export const inSeconds: (count: number) => string = counting('second', 'seconds')
export const inMinutes: (count: number) => string = counting('minute', 'minutes')
export const inTimes: (count: number) => string = counting('time', 'times')
export const inCodes: (count: number) => string = counting('code', 'codes')
