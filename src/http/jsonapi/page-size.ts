/** The default and the largest size of a page (Harnest reference, "Pagination"). */
export const defaultPageSize = 15
export const maxPageSize = 100

export const maxPageNumber = 1_000_000_000
