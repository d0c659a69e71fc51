/**
 * Parameters that mail and advertising services append to URLs to track people. A star matches any ending. An
 * organization can set its own list.
 */
export const knownTrackingParameters: readonly string[] = [
  ...[
    'utm_*',
    'mtm_*',
    'piwik_*',
    'matomo_*',
    'hsa_*',
    'bsft_*',
    'sfmc_*',
    'ga_source',
    'ga_medium',
    'ga_term',
    'ga_content',
    'ga_campaign',
  ],
  ...['pk_campaign', 'pk_kwd', 'pk_keyword', 'pk_source', 'pk_medium', 'pk_content', 'pk_cid', 'pk_vid'],
  ...['gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'srsltid', '_ga', '_gl'],
  ...['fbclid', 'fb_action_ids', 'fb_action_types', 'fb_source', 'fb_ref', 'igshid', 'igsh'],
  ...['msclkid', 'twclid', 'ttclid', 'yclid', 'ysclid', '_openstat', 'li_fat_id', 'rdt_cid', 'sccid', 'epik', 'qclid'],
  ...['mc_cid', 'mc_eid', 'mc_tc', 'mkt_tok', '_hsenc', '_hsmi', '__hstc', '__hssc', '__hsfp', 'hsctatracking'],
  ...['vero_id', 'vero_conv', 'oly_anon_id', 'oly_enc_id', 'ml_subscriber', 'ml_subscriber_hash', 'dm_i', '_kx'],
  ...['at_medium', 'at_campaign', 'itm_source', 'itm_medium', 'itm_campaign', 'itm_content', 'itm_term'],
  ...['__s', '_ke', 'trk', 'trkcampaign', 'emci', 'emdi', 'nr_email_referer', 'et_rid', 'mibextid'],
  ...['wt_mc', 'wt.mc_id', 'guccounter', 'guce_referrer', 'guce_referrer_sig', 'tblci', 'obclid', 'outbrainclickid'],
  ...['zanpid', 'ranmid', 'raneaid', 'ransiteid', 'tduid', 'ko_click_id', 'mkwid', '_trksid', '_trkparms'],
  ...['_bta_tid', '_bta_c', 'wickedid', 'rb_clickid', 's_cid', 's_kwcid', 'ef_id', 'irclickid', 'cjevent', 'awc'],
  ...[
    '_branch_match_id',
    'elqtrackid',
    'elqtrack',
    'sc_campaign',
    'sc_channel',
    'sc_content',
    'sc_medium',
    'sc_outcome',
  ],
]

/** Whether a parameter only tracks people, by the organization's list or else the list above. Case is ignored. */
export function isTracking(name: string, own: readonly string[] | null): boolean {
  const wanted = name.toLowerCase()
  return (own ?? knownTrackingParameters).some((pattern) => {
    const known = pattern.toLowerCase()
    return known.endsWith('*') ? wanted.startsWith(known.slice(0, -1)) : wanted === known
  })
}
