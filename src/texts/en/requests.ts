/** What is wrong with a request to a page, by code. */
export const requests = {
  form_cross_site: () =>
    'This form was sent from another site, or your browser does not say from where. Open the link that you were sent.',
  cookies_missing: () =>
    'This browser keeps no cookies for this site, so it cannot sign. Allow them and open the link again.',
  link_limited: ({ seconds }: { seconds: number }) => `Wait ${seconds} seconds and open the link again.`,
  mail_page_missing: () => 'There is no page at this address. Open the link of the mail again.',
  page_sent_once: () => 'This page cannot be sent again. Open the link once more.',
  session_missing: () =>
    'This browser has no open agreement here. Allow cookies for this site and open the link that you were sent again.',
  network_limited: ({ seconds }: { seconds: number }) =>
    `Too much has come from your network just now. Wait ${seconds} seconds and try again.`,
}
