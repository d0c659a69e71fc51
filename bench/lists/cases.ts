/** One kind of list, with its path in an organization with this number of rows. */
export type ListCase = { name: string; path(rows: number): string }

const rest = (query: string) => `/v2/verifications?${query}`
const json = (query: string) => `/v1/api/verifications?${query}`
const metadata = (members: object) => `verification_metadata=${encodeURIComponent(JSON.stringify(members))}`

/** The table of issue 14, and the orders and pages around it. */
export const listCases: ListCase[] = [
  { name: 'first page', path: () => rest('size=50') },
  { name: 'page in the middle', path: (rows) => rest(`size=50&page=${Math.ceil(rows / 100)}`) },
  { name: 'last page', path: (rows) => rest(`size=50&page=${Math.ceil(rows / 50)}`) },
  { name: 'search=completed', path: () => rest('search=completed') },
  { name: 'search=0000, its count kept', path: () => rest('search=0000') },
  { name: 'search=zzzzzz', path: () => rest('search=zzzzzz') },
  { name: 'order_by=updated_at', path: () => rest('order_by=updated_at') },
  { name: 'order_by=updated_at, middle', path: (rows) => rest(`order_by=updated_at&page=${Math.ceil(rows / 100)}`) },
  { name: 'metadata with 1 hit', path: () => rest(metadata({ internal_id: 'u4242' })) },
  { name: 'metadata, 1 in 1,000', path: () => rest(metadata({ team: 'blue' })) },
  { name: 'JSON:API filter[status]=completed', path: () => json('filter[status]=completed') },
  { name: 'JSON:API sort=status', path: () => json('sort=status') },
  { name: 'status=completed, middle', path: (rows) => rest(`status=completed&page=${Math.ceil(rows / 111)}`) },
  {
    name: 'metadata of 5 %, order_by=updated_at',
    path: () => rest(`${metadata({ batch: 'spring' })}&order_by=updated_at`),
  },
  { name: 'six digits of an id', path: () => rest('search=4bf69a') },
  { name: 'JSON:API sort=completedAt', path: () => json('sort=completedAt') },
]

/** A request that must run once before: it makes the first count of a piece that a tenth of the ids contain. */
export const firstTotal: ListCase = { name: 'search=0000, counted for the first time', path: () => rest('search=0000') }
