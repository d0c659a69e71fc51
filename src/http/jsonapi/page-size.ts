/** How many resources a page has unless asked for (Harnest reference, "Pagination"), and how many at most. */
export const defaultPageSize = 15
export const maxPageSize = 100

/** The largest number of a page. */
export const maxPageNumber = 1_000_000_000
