/** What error pages say, by HTTP status or error code; `other` for the rest. */
export const pages = {
  titles: {
    '403': 'That is not possible',
    '404': 'There is nothing here',
    '408': 'That took too long',
    '409': 'Something has changed meanwhile',
    '410': 'This link is closed',
    '413': 'That is too large',
    '422': 'This link cannot be opened',
    '429': 'Too much at once',
    '503': 'Not now',
    submission_closed: 'This agreement is over',
    step_not_reached: 'Not yet',
    other: 'This did not work',
  },
  messages: {
    database_unavailable:
      'This page cannot be shown just now. Nothing you entered is lost. Try again in a few seconds.',
    agreement_link_not_found:
      'There is no agreement at this address. Check that the link is complete, or ask whoever sent it.',
    invitation_not_found:
      'There is no invitation at this address. Check that the link is complete, or ask whoever sent it for a new one.',
    signer_not_found: 'There is nothing of yours at this address. Open the link that you were sent again.',
    submission_not_found: 'There is nothing of yours at this address. Open the link that you were sent again.',
    document_tampered:
      'This document cannot be shown: it is not the one that was finished. Tell whoever sent the agreement.',
    subject_erased: 'What was known of you here was erased, so nothing more can be done with this agreement.',
    page_not_found: 'There is no page at this address. Open the link that you were sent again.',
  },
  unreadable: 'Your browser sent something that this page cannot read. Open the link that you were sent again.',
  failed: ({ id }: { id: string }) =>
    `Something went wrong on our side. Nothing you entered is lost. Try again, and quote ${id} when you ask.`,
  of_address: ({ name, fault }: { name: string | null; fault: string }) =>
    `${name === null ? 'What the address of this link carries' : `“${name}” in the address of this link`} cannot be kept: ${fault} Ask whoever sent it for another link.`,
  send_again: 'Send it again',
  go_on: 'Go on where you stand',
  own_tab: 'Open it in a tab of its own',
}
