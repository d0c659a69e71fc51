/**
 * The titles of errors of the JSON:API dialect, by status, letter by letter from the Harnest reference, "Response codes
 * (incl. errors)". Other statuses have the title of HTTP.
 */
export const titles: Readonly<Record<number, string>> = {
  400: 'Invalid request.',
  401: 'Invalid authentication, check that your are using the correct API Key on the right environment.',
  403: 'Missing permissions.',
  404: 'The requested ressource was not found.',
  422: 'Invalid field value or action.',
  503: 'We are currently under maintenance.',
}
