/** What error pages say, by HTTP status or error code; `other` for the rest. */
export const pages = {
  titles: {
    '403': 'This is not possible',
    '404': 'There is nothing here',
    '408': 'This took too long',
    '409': 'Something has changed',
    '410': 'This link is closed',
    '413': 'This is too large',
    '422': 'This link cannot be opened',
    '429': 'Too many requests',
    '503': 'Please try again later',
    submission_closed: 'This agreement has ended',
    step_not_reached: 'Not yet',
    other: 'This did not work',
  },
  messages: {
    database_unavailable:
      'The server cannot show this page just now. Nothing you entered is lost. Try again in a few seconds.',
    agreement_link_not_found:
      'There is no agreement at this address. Check that the link is complete, or ask the sender.',
    invitation_not_found:
      'There is no invitation at this address. Check that the link is complete, or ask the sender for a new one.',
    signer_not_found: 'You have no agreement at this address. Open the link that you received again.',
    submission_not_found: 'You have no agreement at this address. Open the link that you received again.',
    document_tampered: 'This document cannot be shown, because it was changed after it was finished. Tell the sender.',
    subject_erased: 'Your personal data was erased here, so you can do nothing more with this agreement.',
    page_not_found: 'There is no page at this address. Open the link that you received again.',
  },
  unreadable: 'Your browser sent something that this page cannot read. Open the link that you received again.',
  failed: ({ id }: { id: string }) =>
    `Something went wrong on our side. Nothing you entered is lost. Try again, and quote ${id} when you ask for help.`,
  of_address: ({ name, fault }: { name: string | null; fault: string }) =>
    `${name === null ? 'The metadata in the address of this link' : `“${name}” in the address of this link`} cannot be stored: ${fault} Ask the sender for another link.`,
  send_again: 'Send it again',
  go_on: 'Continue where you left off',
  own_tab: 'Open it in a new tab',
}
