// Made from the registry of resources, like the OpenAPI document; do not edit.
// `npm run generate` writes it.

/** Every type: its attributes as read, what may be written, and where its relationships lead. */
export type Resources = {
  /** The public addresses of agreements. Opening one begins a submission. One that was opened cannot be deleted: turn it off. */
  'agreement-links': {
    attributes: {
      /** Its title; that of the agreement by default. */
      title: string
      /** Whether it can be opened. */
      isActive: boolean
      /** When it stops by itself. */
      expiresAt: string | null
      /** Who gets in: everybody, who has the passcode, or who gets a code by mail at one of the recipients. */
      authMode: 'PUBLIC' | 'PASSCODE' | 'EMAILS'
      /** What people type to get in, 6 to 100 characters. It is never shown again. */
      passcode: string
      /** Addresses that get in with EMAILS, or all of a domain, such as @example.com. */
      recipients: string[]
      /** Whether an address gets only one submission of this link. */
      oncePerEmail: boolean
      /** A secret of 32 to 200 characters. With it, the parameters of the address must be signed; null ends that. It is never shown. */
      parameterSecret: string | null
      /** Whether the parameters of the address must be signed. */
      parametersAreSigned: boolean
      /** Whom its submissions bring in besides whoever opens it, by role. They are mailed when it is their turn. */
      signers: Array<{
        role: string
        name?: string | null
        email: string
        /** Whether they may pass it on to somebody else. */
        mayDelegate?: boolean
        /** What is asked before they read; nothing, unless given. */
        access?: {
          /** Whether they type a code that is mailed to their address before they read. */
          emailCode?: boolean
        }
        /** What stands in their fields, by key. They can change it unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }>
      /** For how many days its submissions can be signed; null is 30. */
      daysToSign: number | null
      /** When those whose turn it is are asked again; null is never. */
      reminders: {
        /** How many days after their turn came the first goes out. */
        firstAfterDays: number
        /** After how many days the next ones follow. */
        everyDays: number
        /** How often at most. */
        atMost: number
      } | null
      /** When it was made. */
      createdAt: string
      /** When it was last changed. */
      updatedAt: string
    }
    create: { title?: string; expiresAt?: string | null; authMode?: 'PUBLIC' | 'PASSCODE' | 'EMAILS'; passcode?: string; recipients?: string[]; oncePerEmail?: boolean; parameterSecret?: string | null; signers?: Resources['agreement-links']['attributes']['signers']; daysToSign?: number | null; reminders?: Resources['agreement-links']['attributes']['reminders'] }
    update: { title?: string; isActive?: boolean; expiresAt?: string | null; authMode?: 'PUBLIC' | 'PASSCODE' | 'EMAILS'; passcode?: string; recipients?: string[]; oncePerEmail?: boolean; parameterSecret?: string | null; signers?: Resources['agreement-links']['attributes']['signers']; daysToSign?: number | null; reminders?: Resources['agreement-links']['attributes']['reminders'] }
    relationships: { agreement: 'agreements'; creator: 'users' | null; submissions: 'submissions'[]; verifications: 'verifications'[] }
  }
  /** What an agreement said in each of its versions. A version never changes: signers who have begun keep theirs. */
  'agreement-versions': {
    attributes: {
      /** Which version, from 1. */
      number: number
      /** What the agreement was called. */
      title: string
      /** The text, with {{key}} where a field stands. */
      source: string
      /** SHA-256 of the source, in hex. */
      sourceSha256: string
      /** The PDF that it was made of. */
      file: {
        name: string
        byteSize: number
        pages: Array<{
          /** In points, as it is seen. */
          width: number
          height: number
        }>
        /** Words in double braces that name fields, where they stand. */
        anchors: Array<{
          key: string
          page: number
          x: number
          y: number
          width: number
          height: number
        }>
      } | null
      /** The language of the text, as a BCP 47 tag. */
      language: string
      /** Who signs. */
      signerRoles: Array<{
        key: string
        name: string
        /** When they act: those of one order side by side, those of a later one when all before have. Their place in the list unless given. */
        order?: number
        /** What they do: sign, approve without signing, or only get the finished document; `signer` unless given. */
        kind?: 'signer' | 'approver' | 'copy'
      }>
      /** The blanks of the text. */
      fields: Array<{
        /** Word of the placeholder. */
        key: string
        /** What goes in. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in by itself; `email`: the e-mail address of the person, filled in by itself; `signing_date`: the day on which the person signs or approves, in UTC, filled in by itself. */
        type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
        /** Signer role that fills it in. */
        role: string
        /** Label for people. */
        label: string
        /** Whether it must be filled in. */
        required: boolean
        /** Most characters of a text. */
        maxLength?: number
        /** Least characters of a text. */
        minLength?: number
        /** What a text must be, whole: a regular expression as RE2 reads it. */
        pattern?: string
        /** What `pattern` asks for, in words for people. */
        patternWords?: string
        /** Whether a text may have several lines. */
        multiline?: boolean
        /** Least number, or first day as YYYY-MM-DD. */
        min?: number | string
        /** Greatest number, or last day as YYYY-MM-DD. */
        max?: number | string
        /** Most decimal places of a number; 2 unless given. */
        decimals?: number
        /** What can be chosen. */
        choices?: Array<string>
        /** How choices are shown; `radio` unless given. */
        display?: 'radio' | 'dropdown'
        /** When it is shown: by the value of a field of the same role or an earlier one. Always, unless given. */
        showIf?: {
          /** Key of the field that it depends on. */
          field: string
          /** Shown if that field has this value; true for a box that is ticked. */
          equals?: string | number | boolean
          /** Shown if that field has another value, or none. */
          notEquals?: string | number | boolean
          /** Shown if that field is filled in; with false, if it is left empty. */
          filled?: boolean
        }
        /** Types of files that are taken; pdf, jpeg and png unless given. */
        accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
        /** Most MiB of a file; 5 unless given. */
        maxMegabytes?: number
        /** Name of the metadata that it begins with; metadata of the name of its key, unless given. */
        prefill?: string
        /** Whether what the sender has filled in stays as it is. */
        fixed?: boolean
        /** Page of the PDF that it stands on, from 1. */
        page?: number
        /** Its left side, as a fraction of the page as it is seen. */
        x?: number
        /** Its upper side, as a fraction of the page as it is seen. */
        y?: number
        /** Its width, as a fraction of the page as it is seen. */
        width?: number
        /** Its height, as a fraction of the page as it is seen. */
        height?: number
      }>
      /** The verifications that signers pass through. */
      requiredVerifications: Array<{
        type: string
        tier: string | null
        role: string
      }>
      /** Names of the metadata that signers see; null is what the address of their link says. */
      shownMetadata: string[] | null
      /** When it was made. */
      createdAt: string
    }
    create: never
    update: never
    relationships: { agreement: 'agreements'; creator: 'users' | null }
  }
  /** Documents to be signed. A change makes a new version; signers who have begun keep theirs. One that somebody has opened cannot be deleted: archive it, which turns its links off for good. */
  agreements: {
    attributes: {
      /** What it is called. */
      title: string
      /** The newest version, from 1. */
      version: number
      /** The text, with {{key}} where a field stands; empty for an agreement of a PDF. */
      source: string
      /** A PDF in place of a text: up to 25 MiB and 300 pages. */
      fileUpload: {
        name: string
        base64: string
      }
      /** Whether the blanks of the form of the PDF, its words in double braces, and a signature for each role that signs and has none become fields. */
      importFields: boolean
      /** An older version that becomes the newest again: its text or its file, its roles, fields and verifications, in so far as they are not given. It is never shown. */
      fromVersion: number
      /** The PDF that it is made of; the file itself is at /file of its address. */
      file: {
        name: string
        byteSize: number
        pages: Array<{
          /** In points, as it is seen. */
          width: number
          height: number
        }>
        /** Words in double braces that name fields, where they stand. */
        anchors: Array<{
          key: string
          page: number
          x: number
          y: number
          width: number
          height: number
        }>
      } | null
      /** The language of the text, as a BCP 47 tag; null detects it. */
      language: string | null
      /** SHA-256 of the source, in hex. */
      sourceSha256: string
      /** Who signs; needed unless it is a copy. */
      signerRoles: Array<{
        key: string
        name: string
        /** When they act: those of one order side by side, those of a later one when all before have. Their place in the list unless given. */
        order?: number
        /** What they do: sign, approve without signing, or only get the finished document; `signer` unless given. */
        kind?: 'signer' | 'approver' | 'copy'
      }>
      /** The blanks of the text; needed unless it is a copy. */
      fields: Array<{
        /** Word of the placeholder. */
        key: string
        /** What goes in. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in by itself; `email`: the e-mail address of the person, filled in by itself; `signing_date`: the day on which the person signs or approves, in UTC, filled in by itself. */
        type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
        /** Signer role that fills it in. */
        role: string
        /** Label for people. */
        label: string
        /** Whether it must be filled in. */
        required: boolean
        /** Most characters of a text. */
        maxLength?: number
        /** Least characters of a text. */
        minLength?: number
        /** What a text must be, whole: a regular expression as RE2 reads it. */
        pattern?: string
        /** What `pattern` asks for, in words for people. */
        patternWords?: string
        /** Whether a text may have several lines. */
        multiline?: boolean
        /** Least number, or first day as YYYY-MM-DD. */
        min?: number | string
        /** Greatest number, or last day as YYYY-MM-DD. */
        max?: number | string
        /** Most decimal places of a number; 2 unless given. */
        decimals?: number
        /** What can be chosen. */
        choices?: Array<string>
        /** How choices are shown; `radio` unless given. */
        display?: 'radio' | 'dropdown'
        /** When it is shown: by the value of a field of the same role or an earlier one. Always, unless given. */
        showIf?: {
          /** Key of the field that it depends on. */
          field: string
          /** Shown if that field has this value; true for a box that is ticked. */
          equals?: string | number | boolean
          /** Shown if that field has another value, or none. */
          notEquals?: string | number | boolean
          /** Shown if that field is filled in; with false, if it is left empty. */
          filled?: boolean
        }
        /** Types of files that are taken; pdf, jpeg and png unless given. */
        accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
        /** Most MiB of a file; 5 unless given. */
        maxMegabytes?: number
        /** Name of the metadata that it begins with; metadata of the name of its key, unless given. */
        prefill?: string
        /** Whether what the sender has filled in stays as it is. */
        fixed?: boolean
        /** Page of the PDF that it stands on, from 1. */
        page?: number
        /** Its left side, as a fraction of the page as it is seen. */
        x?: number
        /** Its upper side, as a fraction of the page as it is seen. */
        y?: number
        /** Its width, as a fraction of the page as it is seen. */
        width?: number
        /** Its height, as a fraction of the page as it is seen. */
        height?: number
      }>
      /** The verifications that signers pass through. */
      requiredVerifications: Array<{
        type: string
        tier: string | null
        role: string
      }>
      /** Names of the metadata that signers see; null is what the address of their link says, and nothing that a submission was created with. */
      shownMetadata: string[] | null
      /** What it is sorted into, by words of your own. They make no new version. */
      tags: string[]
      /** Whether its links are off for good; it cannot be taken back. */
      isArchived: boolean
      /** For how many days finished documents are kept; null is the rule of the organization. It makes no new version. */
      documentRetentionDays: number | null
      /** When it was archived. */
      archivedAt: string | null
      /** When it was made. */
      createdAt: string
      /** When it was last changed. */
      updatedAt: string
    }
    create: { title: string; source?: string; fileUpload?: Resources['agreements']['attributes']['fileUpload']; importFields?: boolean; language?: string | null; signerRoles?: Resources['agreements']['attributes']['signerRoles']; fields?: Resources['agreements']['attributes']['fields']; requiredVerifications?: Resources['agreements']['attributes']['requiredVerifications']; shownMetadata?: string[] | null; tags?: string[]; documentRetentionDays?: number | null }
    update: { title?: string; source?: string; fileUpload?: Resources['agreements']['attributes']['fileUpload']; importFields?: boolean; fromVersion?: number; language?: string | null; signerRoles?: Resources['agreements']['attributes']['signerRoles']; fields?: Resources['agreements']['attributes']['fields']; requiredVerifications?: Resources['agreements']['attributes']['requiredVerifications']; shownMetadata?: string[] | null; tags?: string[]; isArchived?: boolean; documentRetentionDays?: number | null }
    relationships: { creator: 'users' | null; original: 'agreements' | null; agreementLinks: 'agreement-links'[]; agreementVersions: 'agreement-versions'[]; submissions: 'submissions'[] }
  }
  /** Your own access tokens of this API. The token is shown once, in the reply to its creation. Deleting one revokes it. */
  'api-credentials': {
    attributes: {
      /** What the token is for. */
      name: string
      /** The last characters of the token. */
      hint: string
      /** The token itself; only in the reply to its creation. */
      token: string
      /** When the token stops working. */
      expiresAt: string | null
      /** When the token was last used, to the minute. */
      lastUsedAt: string | null
      /** When the token was made. */
      createdAt: string
      /** When the token was last changed. */
      updatedAt: string
    }
    create: { name: string; expiresAt?: string | null }
    update: { name?: string; expiresAt?: string | null }
    relationships: { user: 'users' }
  }
  /** Keys of the REST dialect. The key itself is shown once, in the reply to its creation. Deleting one revokes it. */
  'api-keys': {
    attributes: {
      /** What the key is for. */
      name: string
      /** The last characters of the key. */
      hint: string
      /** The key itself; only in the reply to its creation. */
      secret: string
      /** The name of the role that the key has. */
      roleName: string
      /** The version of the REST dialect that the key is pinned to. */
      apiVersion: string
      /** How many requests a minute the key may make. */
      requestsPerMinute: number
      /** Addresses and CIDR ranges that may use the key; empty means all. */
      allowedAddresses: string[]
      /** When the key stops working. */
      expiresAt: string | null
      /** When the key was last used, to the minute. */
      lastUsedAt: string | null
      /** The address that it was used from then. */
      lastUsedFrom: string | null
      /** The version of the REST dialect that it was last served in. */
      lastUsedVersion: string | null
      /** How many requests it made within the last hour. */
      requestsLastHour: number
      /** When the key was made. */
      createdAt: string
      /** When the key was last changed. */
      updatedAt: string
    }
    create: { name: string; roleName?: string; apiVersion?: string; requestsPerMinute?: number; allowedAddresses?: string[]; expiresAt?: string | null }
    update: { name?: string; roleName?: string; requestsPerMinute?: number; allowedAddresses?: string[]; expiresAt?: string | null }
    relationships: { role: 'roles'; creator: 'users' | null; requests: 'api-requests'[] }
  }
  /** What your API keys asked over REST in the last 24 hours: of each key the newest 1,000, without bodies and without values of queries. A request is here within seconds of its answer. */
  'api-requests': {
    attributes: {
      /** The method. */
      method: string
      /** The pattern of the path, with names in place of ids. */
      path: string
      /** The status of the answer. */
      status: number
      /** The version that it was served in. */
      apiVersion: string
      /** The address that it came from. */
      ipAddress: string | null
      /** The id of the request, as in X-Request-Id of the answer and in the log of the server. */
      request: string
      /** When it was answered. */
      occurredAt: string
    }
    create: never
    update: never
    relationships: { apiKey: 'api-keys' }
  }
  /** Who did what, in chains where each link carries the hash of the one before. */
  'audit-events': {
    attributes: {
      /** What was done, for example webhook.created. */
      action: string
      /** Who did it, and from where. */
      actor: {
        /** What they are. */
        kind: 'system' | 'api_key' | 'user' | 'visitor' | 'signer'
        /** The id of the key, the person or the signer. */
        id?: string
        /** The request by which it was done. */
        requestId?: string | null
        /** The address of the request. {commitment} after an erasure. */
        ipAddress?: string | null | {
          commitment: string
        }
        /** The browser of the request. {commitment} after an erasure. */
        userAgent?: string | null | {
          commitment: string
        }
      }
      /** From which address; null where none is known, and after the erasure of the person. */
      ipAddress: string | null
      /** The kind of its subject. */
      subjectType: string
      /** The id of it. */
      subject: string
      /** The chain that it is a link of: the organization’s own, or that of a submission. */
      chain: string
      /** The place in its chain, from 1. */
      sequence: number
      /** Further details; which there are depends on the action. */
      data: Record<string, string | number | boolean | null | Array<unknown> | Record<string, unknown>>
      /** SHA-256 of the link before, in hex. */
      previousHash: string
      /** SHA-256 of this link, in hex: over the bytes of previousHash and the text of canonical. */
      hash: string
      /** What the hash covers of this link, as JSON with sorted keys. What it told of people stands in it as commitments. */
      canonical: string
      /** When it was done. */
      occurredAt: string
    }
    create: never
    update: never
    relationships: { user: 'users' | null }
  }
  /** Create one to make a submission of each row of a CSV file, at most 10,000. The file is judged whole first: with one bad row nothing is made. A file that says what one before it said, for the same link, gives that one back. Set isStopped to stop it, or to let it go on. The link result is a CSV file of what became of each row. */
  'bulk-sends': {
    attributes: {
      /** The file, at most 4 MiB: a first line of names (email, name, <role>.email, <role>.name; all others become metadata), and a line for each submission. */
      fileUpload: {
        name: string
        base64: string
      }
      /** Whether ways in are mailed, or stand in the result file; email unless given. */
      delivery: 'email' | 'link'
      /** Whether it has stopped, or waits to begin. */
      isStopped: boolean
      /** How it stands. */
      state: 'running' | 'stopped' | 'done'
      /** Why it stopped by itself, as a code. */
      troubleCode: string | null
      /** Why it stopped by itself. */
      trouble: string | null
      /** The name of the file. */
      fileName: string | null
      /** What each column of the file becomes. */
      columns: Array<{
        name: string
        role: string | null
        becomes: 'name' | 'email' | 'access' | 'field' | 'metadata'
      }>
      /** How many rows the file has. */
      total: number
      /** How many of them have become submissions. */
      made: number
      /** When it began. */
      createdAt: string
      /** When it was last changed. */
      updatedAt: string
      /** When it ended or stopped. */
      endedAt: string | null
      /** Until when what stopped can go on, and the result file has the ways in. */
      keptUntil: string | null
    }
    create: { fileUpload: Resources['bulk-sends']['attributes']['fileUpload']; delivery?: 'email' | 'link'; isStopped?: boolean }
    update: { isStopped?: boolean }
    relationships: { agreementLink: 'agreement-links' }
  }
  /** Create one to call off a verification that is not finished. */
  cancellations: {
    attributes: {
      /** Why, in words; null when nothing was said. */
      reason: string
      /** Why, as a word. */
      reasonCode: string | null
      /** When. */
      cancelledAt: string
    }
    create: { reason?: string }
    update: never
    relationships: { verification: 'verifications'; user: 'users' | null }
  }
  /** What people are shown and agree to, page by page. A version is never changed. */
  'consent-texts': {
    attributes: {
      /** What is agreed to. */
      kind: 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'
      /** The version, for textVersion of a consent. */
      version: string
      /** The language. */
      locale: string
      /** SHA-256 of the text, in hex. */
      sha256: string
      /** The sentence beside the box that is ticked. */
      statement: string
      /** Each stands on a page of its own; {{organization}} is your name. */
      pages: Array<{
        title: string
        paragraphs: Array<string>
      }>
    }
    create: never
    update: never
    relationships: {  }
  }
  /** That people agreed to texts. Create a withdrawal to take one back, which ends the verifications that rest on it. */
  consents: {
    attributes: {
      /** What was agreed to. */
      kind: 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'
      /** Who agreed; a new person unless given. */
      person: string
      /** Which version of the text; the newest unless given. */
      textVersion: string
      /** SHA-256 of the text, in hex. */
      textSha256: string
      /** The language of the text. */
      locale: string
      /** The name as the person typed it. */
      typedName: string | null
      /** The address that the person came from. */
      ipAddress: string | null
      /** The browser that the person used. */
      userAgent: string | null
      /** When the person agreed. */
      acceptedAt: string
      /** When the person withdrew it. */
      withdrawnAt: string | null
    }
    create: { kind: 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'; person?: string; textVersion?: string; locale?: string; typedName?: string | null; ipAddress?: string | null; userAgent?: string | null }
    update: never
    relationships: { submission: 'submissions' | null; signer: 'signers' | null }
  }
  /** Create one to decide on a verification whose provider found something that a person must look at. */
  decisions: {
    attributes: {
      /** The decision. */
      result: 'verified' | 'rejected'
      /** Why, in words. */
      reason: string | null
      /** When. */
      decidedAt: string
      /** When a newer report of the provider took it away; null while it stands. */
      supersededAt: string | null
    }
    create: { result: 'verified' | 'rejected'; reason?: string | null }
    update: never
    relationships: { verification: 'verifications'; user: 'users' | null }
  }
  /** That a signer declined. Only the signer can, on the page of the link. */
  declines: {
    attributes: {
      /** Why. */
      reason: string | null
      /** When. */
      declinedAt: string
    }
    create: never
    update: never
    relationships: { submission: 'submissions'; signer: 'signers' }
  }
  /** Single HTTP requests that delivered an event, or tried to. */
  'delivery-attempts': {
    attributes: {
      /** The number of the attempt, from 1. */
      number: number
      /** delivered, or the word for what went wrong. */
      outcome: string
      /** What the receiver answered. */
      httpStatus: number | null
      /** What went wrong, for people. */
      error: string | null
      /** The same, to be said in another language. */
      errorSentence: {
        /** Which sentence: a name that stays, such as faults.max_length. */
        sentence: string
        /** What it is made with. */
        values: Record<string, unknown>
      } | null
      /** The body of the answer, cut at 16 KiB. */
      responseExcerpt: string | null
      /** The headers of the answer, cut at 2,048 letters. */
      answerHeaders: Record<string, string> | null
      /** The headers that were sent; values of your own are hidden. */
      requestHeaders: Record<string, string> | null
      /** The body that was sent; null when it is kept no more. */
      requestBody: string | null
      /** When it began. */
      startedAt: string
      /** How long it took, in milliseconds. */
      durationMs: number
    }
    create: never
    update: never
    relationships: { webhookEvent: 'webhook-events'; webhook: 'webhooks' }
  }
  /** The finished documents of submissions. The link content is the file itself, bundle a ZIP of all that proves it, proof the proof that the log names it. */
  documents: {
    attributes: {
      /** The name of the file. */
      filename: string
      /** The type of the file. */
      contentType: string
      /** The size of the file in bytes. */
      byteSize: number
      /** SHA-256 of the file, in hex. */
      sha256: string
      /** How long its seal can be proved; null for one from before seals. */
      sealLevel: 'B-T' | 'B-LT' | 'B-LTA' | null
      /** The moment that the timestamp of its seal says. */
      sealedAt: string | null
      /** Whose timestamp it is: built-in, or an address. */
      timestampAuthority: string | null
      /** SHA-256 of the certificate that sealed it, in hex. */
      sealCertificateSha256: string | null
      /** SHA-256 of the evidence within it, in hex. */
      evidenceSha256: string | null
      /** When it is removed; null when no rule ends it. */
      keptUntil: string | null
      /** When it was removed. */
      removedAt: string | null
      /** When it was made. */
      createdAt: string
    }
    create: never
    update: never
    relationships: { submission: 'submissions' }
  }
  /** Create one to destroy what is known of a person, here and at providers, with the key that seals it. Open submissions and verifications end. What stays is proof without the person: times, states, hashes, the trail; and finished documents, for as long as the rule of their agreement or your organization keeps them. */
  erasures: {
    attributes: {
      /** Who is erased. */
      person: string
      /** When. */
      erasedAt: string
      /** How many documents that the person signed are still kept. */
      documentsKept: number
      /** When the last of them is removed; null when there is none, or no rule ends it. */
      documentsKeptUntil: string | null
    }
    create: { person: string }
    update: never
    relationships: { user: 'users' | null }
  }
  /** Everything that happened, heard of or not. Creating one makes up an event, marked as a test, for every webhook that subscribes to its kind. */
  events: {
    attributes: {
      /** What happened. */
      kind: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
      /** The ids and states that bodies are written from. */
      data: {
        /** The submission. */
        submissionId?: string | null
        /** The agreement. */
        agreementId?: string
        /** The link. */
        agreementLinkId?: string | null
        /** The signer. */
        signerId?: string
        /** The verification. */
        verificationId?: string
        /** The kind of the verification. */
        type?: string
        /** Its one scan. */
        subtype?: string | null
        /** Its tier. */
        tier?: string | null
        /** Whether it is a part of another. */
        isScan?: boolean
        /** Where it stood. */
        status?: string
        /** What had come out. */
        result?: string | null
        /** The stage of a criminal record check. */
        subStatus?: string | null
        /** Whether the verification is only played. */
        simulated?: boolean
        /** What the link was opened with. */
        metadata?: Record<string, string | number | boolean | null | Array<unknown> | Record<string, unknown>>
        /** The end of the trail: links and hash. */
        trail?: {
          length: number
          head: string
        }
        /** The webhook that is failing. */
        webhookId?: string
        /** Whether it is switched on. */
        serviceStatus?: boolean
        /** Since when it fails. */
        failingSince?: string | null
        /** How many attempts failed in a row. */
        consecutiveFailures?: number
        /** When it was switched off. */
        disabledAt?: string | null
        /** Why it was switched off. */
        disabledReason?: string | null
      }
      /** Whether it was made up. */
      isTest: boolean
      /** Whether some webhook has not answered it with a 2xx, or none listened. */
      isUndelivered: boolean
      /** How many webhooks have it in each state. */
      deliveries: Record<string, number>
      /** When it happened. */
      occurredAt: string
    }
    create: { kind: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled' }
    update: never
    relationships: { verification: 'verifications' | null; submission: 'submissions' | null; signer: 'signers' | null; webhookEvents: 'webhook-events'[] }
  }
  /** The log of your organization: a Merkle tree (RFC 6962) whose leaves are the rows of its trail, with its newest signed head. */
  'evidence-logs': {
    attributes: {
      /** The name of the log, which its heads carry. */
      origin: string
      /** How many rows of the trail are leaves. */
      size: number
      /** The root of the tree, in base64. */
      root: string
      /** The newest head, signed, as C2SP tlog-checkpoint has it. */
      checkpoint: string
      /** When it was signed. */
      signedAt: string
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Create one to write a whole list to a file, which goes on after a crash and is kept for seven days. The link content is the file, once state is done. Delete it to stop it, or to delete the file. Yours alone; at most three run at once. When a person is erased, files are written anew without them. */
  exports: {
    attributes: {
      /** The type of the resources of the list, such as verifications. */
      list: string
      /** csv: a line for each resource. ndjson: a resource object in each line. */
      format: 'csv' | 'ndjson'
      /** The filter and the sort of the list, as in its address. Null when the file is gone. */
      query: string | null
      /** How it stands. */
      state: 'running' | 'done' | 'failed' | 'expired'
      /** Why it failed, as a code. */
      troubleCode: string | null
      /** Why it failed. */
      trouble: string | null
      /** How many resources the list has; null before the first are read. */
      total: number | null
      /** How many of them are in the file. */
      made: number
      /** How long the file is. */
      bytes: number
      /** When it was asked for. */
      createdAt: string
      /** When it last changed. */
      updatedAt: string
      /** When it was done, failed or expired. */
      endedAt: string | null
      /** Until when the file can be fetched. */
      keptUntil: string
    }
    create: { list: string; format: 'csv' | 'ndjson'; query?: string | null }
    update: never
    relationships: { user: 'users' }
  }
  /** People who were asked to join your organization. Each gets a mail with a link that nobody else gets, and becomes a user by accepting. Inviting an address again ends the earlier invitation; deleting one takes it back. */
  invitations: {
    attributes: {
      /** What you call the person until they choose their own name. */
      name: string
      /** Where the invitation is sent. */
      email: string
      /** Its state. */
      status: 'pending' | 'expired' | 'accepted' | 'declined'
      /** When it can no longer be accepted. */
      expiresAt: string
      /** When the person became a member. */
      acceptedAt: string | null
      /** When the person declined. */
      declinedAt: string | null
      /** When it was sent. */
      createdAt: string
      /** When it last changed. */
      updatedAt: string
    }
    create: { name: string; email: string }
    update: never
    relationships: { role: 'roles' | null; inviter: 'users' | null; user: 'users' | null }
  }
  /** What needs somebody now, as far as you may read it: reviews, failing-webhooks, waiting-submissions, stopped-bulk-sends, ending-api-keys, open-invitations. */
  'open-tasks': {
    attributes: {
      /** How many there are; at most 1000 are counted. */
      count: number
      /** Whether there are more than were counted. */
      isMore: boolean
      /** Since when the oldest waits, or when the first ends; null when there is none. */
      oldestAt: string | null
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Your organization. In maintenance everything answers 503, except this resource for those who may end it. */
  organizations: {
    attributes: {
      /** The name that people see. */
      name: string
      /** The sub-domain of the organization. */
      slug: string
      /** Whether the API answers 503. */
      inMaintenance: boolean
      /** Since when the API answers 503. */
      maintenanceSince: string | null
      /** For how many days finished documents are kept, unless their agreement says otherwise; null keeps them. */
      documentRetentionDays: number | null
      /** Parameters of links that only follow people around; a star at the end stands for any end. Null is the list that comes with the server. */
      trackingParameters: string[] | null
      /** Sites whose pages may show signing pages in a frame, as origins. */
      embeddingOrigins: string[]
      /** When the organization was made. */
      createdAt: string
      /** When the organization was last changed. */
      updatedAt: string
    }
    create: never
    update: { name?: string; inMaintenance?: boolean; documentRetentionDays?: number | null; trackingParameters?: string[] | null; embeddingOrigins?: string[] }
    relationships: {  }
  }
  /** Create one to send again all that a webhook missed since a moment: exactly what no 2xx answered, with the same ids and bytes. With the scope `waiting` it sends at once what waits for its next attempt. One runs at a time; set isCancelled to stop it. */
  recoveries: {
    attributes: {
      /** What is sent: `missed` unless given, or `waiting`. */
      scope: 'missed' | 'waiting'
      /** From when on; all that waits, unless given. */
      since: string
      /** How many are sent again per second, at most 1000; 100 unless given. */
      perSecond: number
      /** Its state. */
      state: 'running' | 'done' | 'cancelled'
      /** Whether it was stopped; what it has sent again already goes on. */
      isCancelled: boolean
      /** How many deliveries were missing, or waited, when it began. */
      total: number
      /** How many of them are on their way again. */
      reopened: number
      /** When it began. */
      createdAt: string
      /** When it ended. */
      finishedAt: string | null
    }
    create: { scope?: 'missed' | 'waiting'; since?: string; perSecond?: number }
    update: { isCancelled?: boolean }
    relationships: { webhook: 'webhooks' }
  }
  /** Create one to send an event to its webhook again, at once, with the same id and the same bytes. */
  redeliveries: {
    attributes: {
      /** When it was asked for. */
      requestedAt: string
    }
    create: Record<string, never>
    update: never
    relationships: { webhookEvent: 'webhook-events'; webhook: 'webhooks'; user: 'users' | null }
  }
  /** Create one to mail a signer whose turn it is a new way in; those that they were sent before work no more. The server makes them too, where the link or the submission says when. */
  reminders: {
    attributes: {
      /** When. */
      remindedAt: string
    }
    create: Record<string, never>
    update: never
    relationships: { signer: 'signers'; submission: 'submissions'; user: 'users' | null }
  }
  /** Create one to say that you look at a verification that waits for a decision: nobody else can decide on it meanwhile. Without a verification you get the one that has waited longest and nobody looks at. It ends with the decision, or after half an hour; delete it to give the verification back. */
  'review-claims': {
    attributes: {
      /** Since when. */
      claimedAt: string
      /** When it ends by itself. */
      endsAt: string
    }
    create: Record<string, never>
    update: never
    relationships: { verification: 'verifications'; user: 'users' }
  }
  /** Named sets of permissions. The built-in ones (admin, manager, member, viewer) cannot be changed. */
  roles: {
    attributes: {
      /** Lower case letters, digits and hyphens. */
      name: string
      /** What the role may do. */
      permissions: ('agreements:read' | 'agreements:write' | 'submissions:read' | 'submissions:write' | 'verifications:read' | 'verifications:write' | 'verifications:delete' | 'webhooks:read' | 'webhooks:write' | 'users:read' | 'users:write' | 'roles:read' | 'roles:write' | 'api_keys:read' | 'api_keys:write' | 'api_credentials:read' | 'api_credentials:write' | 'organization:read' | 'organization:write' | 'audit:read')[]
      /** Whether every organization has this role. */
      isBuiltin: boolean
      /** When the role was made. */
      createdAt: string
      /** When the role was last changed. */
      updatedAt: string
    }
    create: { name: string; permissions: ('agreements:read' | 'agreements:write' | 'submissions:read' | 'submissions:write' | 'verifications:read' | 'verifications:write' | 'verifications:delete' | 'webhooks:read' | 'webhooks:write' | 'users:read' | 'users:write' | 'roles:read' | 'roles:write' | 'api_keys:read' | 'api_keys:write' | 'api_credentials:read' | 'api_credentials:write' | 'organization:read' | 'organization:write' | 'audit:read')[] }
    update: { name?: string; permissions?: ('agreements:read' | 'agreements:write' | 'submissions:read' | 'submissions:write' | 'verifications:read' | 'verifications:write' | 'verifications:delete' | 'webhooks:read' | 'webhooks:write' | 'users:read' | 'users:write' | 'roles:read' | 'roles:write' | 'api_keys:read' | 'api_keys:write' | 'api_credentials:read' | 'api_credentials:write' | 'organization:read' | 'organization:write' | 'audit:read')[] }
    relationships: { users: 'users'[]; apiKeys: 'api-keys'[] }
  }
  /** Lists of the web app, as you have narrowed and sorted them. Yours alone, and at most 50. */
  'saved-views': {
    attributes: {
      /** What you call it; once for each path. */
      name: string
      /** The path of the list, such as /verifications. */
      path: string
      /** The query of its address. */
      query: string
      /** When it was saved. */
      createdAt: string
      /** When it last changed. */
      updatedAt: string
    }
    create: { name: string; path: string; query: string }
    update: { name?: string; query?: string }
    relationships: { user: 'users' }
  }
  /** Create one to give a webhook a new signing secret, shown in that reply only. The old one goes on signing beside it for a while. */
  'secret-rotations': {
    attributes: {
      /** For how many hours the old secret goes on signing too, 0 to 168; 24 unless given. */
      overlapHours: number
      /** The new secret; only in the reply to the creation. */
      secret: string
      /** When. */
      rotatedAt: string
    }
    create: { overlapHours?: number }
    update: never
    relationships: { webhook: 'webhooks'; user: 'users' | null }
  }
  /** The browsers in which you are signed in. Deleting one signs it out at once. */
  sessions: {
    attributes: {
      /** Whether this request came by it. */
      isCurrent: boolean
      /** Where it was begun from. */
      ipAddress: string | null
      /** The browser in which it was begun. */
      userAgent: string | null
      /** When it ends unless it is used before. */
      expiresAt: string
      /** When the person signed in. */
      createdAt: string
      /** When it was last used, to the minute. */
      updatedAt: string
    }
    create: never
    update: never
    relationships: { user: 'users' }
  }
  /** People who sign a submission. Change the name or the address of one who has not acted, and the part is that person’s: whoever had it is out. */
  signers: {
    attributes: {
      /** Which of the signer roles of the agreement. */
      role: string
      /** The name, once given. Its whole words find it. */
      name: string | null
      /** The e-mail address, once given. Its whole words find it. */
      email: string | null
      /** What they do: sign, approve without signing, or only get the finished document. */
      kind: 'signer' | 'approver' | 'copy'
      /** When they act: those of one order side by side. */
      order: number
      /** How they get their way in; null until they are known. */
      delivery: 'link' | 'email' | null
      /** What is asked of them before they read the agreement. */
      access: {
        /** Whether a code is mailed to them. */
        emailCode: boolean
      }
      /** What stands in their fields, by key. What you filled in before stays with the part unless it is given anew here; an empty text takes it away. It is never shown. */
      newFields: Record<string, string | number | boolean>
      /** Whether they may pass it on to somebody else. */
      mayDelegate: boolean
      /** When their turn came. */
      turnCameAt: string | null
      /** Whether they may name somebody else than the sender did. */
      mayChange: boolean
      /** The new way in of who is named anew and gets a link; only in the reply to that change. */
      signingUrl: string
      /** Who is checked. */
      person: string
      /** When the agreement was opened. */
      viewedAt: string | null
      /** When the signer gave their name and address. */
      identifiedAt: string | null
      /** When the signer gave what verifications need. */
      detailsGivenAt: string | null
      /** When the signer signed. */
      signedAt: string | null
      /** When the approver approved. */
      approvedAt: string | null
      /** How the signer signed. */
      signatureMethod: 'typed' | 'drawn' | null
      /** When the signer declined. */
      declinedAt: string | null
      /** When the signer opened the agreement. */
      createdAt: string
      /** When the signer last did something. */
      updatedAt: string
    }
    create: never
    update: { name?: string | null; email?: string | null; delivery?: 'link' | 'email' | null; access?: Resources['signers']['attributes']['access']; newFields?: Resources['signers']['attributes']['newFields']; mayDelegate?: boolean; mayChange?: boolean }
    relationships: { submission: 'submissions'; verifications: 'verifications'[]; consents: 'consents'[] }
  }
  /** Submissions begun and completed by day. The id is how far back: 7-days, 30-days, 90-days, 365-days. */
  'submission-statistics': {
    attributes: {
      /** The beginning of the first day. */
      since: string
      /** How many began. */
      begun: number
      /** How many were completed. */
      completed: number
      /** The same by day, oldest first; medianMs and p90Ms are from the beginning to the last signature, of those completed on the day. */
      days: Array<{
        /** A day of UTC. */
        day: string
        begun: number
        completed: number
        medianMs: number | null
        p90Ms: number | null
        /** How many of the day the times are of. */
        sampled: number
      }>
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Runs through a link. People begin one by opening the link; create one to give a signer a way in of their own, and a voiding to call one back. */
  submissions: {
    attributes: {
      /** Its state. */
      status: 'created' | 'viewed' | 'signed' | 'completed' | 'declined' | 'voided' | 'expired'
      /** Who signs, by name or else by address. The whole words of a name, or of an address, find it. */
      people: string | null
      /** The version of the agreement that was shown. */
      agreementVersion: number
      /** The query parameters that the link was opened with, or the creation gave. */
      metadata: Record<string, string | Array<string>>
      /** Parameters of the link that are not kept as metadata, and why: secret or tracking. */
      leftOut: Array<{
        name: string
        reason: string
      }>
      /** Who is to sign. They can name somebody else only with mayChange. */
      newSigner: {
        name?: string
        email?: string
        mayChange?: boolean
        /** Whether they may pass it on to somebody else. */
        mayDelegate?: boolean
        /** Whether their way in is in the reply, or mailed to them when it is their turn; `link` unless given. */
        delivery?: 'link' | 'email'
        /** What is asked before they read; nothing, unless given. */
        access?: {
          /** Whether they type a code that is mailed to their address before they read. */
          emailCode?: boolean
        }
        /** What stands in their fields, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. They can change it unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }
      /** The signer’s own way in; only in the reply to its creation, and not when it is mailed. Send it to nobody else. */
      signingUrl: string
      /** The people of the roles, instead of newSigner. A role without a person gets one from the link, from metadata (`<role>_email`, `<role>_name`), or from the person who acts first. */
      newSigners: Array<{
        role: string
        name?: string
        email?: string
        mayChange?: boolean
        /** Whether they may pass it on to somebody else. */
        mayDelegate?: boolean
        /** Whether their way in is in the reply, or mailed to them when it is their turn; `link` unless given. */
        delivery?: 'link' | 'email'
        /** What is asked before they read; nothing, unless given. */
        access?: {
          /** Whether they type a code that is mailed to their address before they read. */
          emailCode?: boolean
        }
        /** What stands in their fields, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. They can change it unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }>
      /** For how many days it can be signed; null, or left out, is what its link says. */
      daysToSign: number | null
      /** When those whose turn it is are asked again; null is never. */
      reminders: {
        /** How many days after their turn came the first goes out. */
        firstAfterDays: number
        /** After how many days the next ones follow. */
        everyDays: number
        /** How often at most. */
        atMost: number
      } | null
      /** Until when it can be signed. */
      expiresAt: string
      /** The own way in of each signer who gets a link, by role; only in the reply to its creation. Send each to nobody else. */
      signingUrls: Record<string, string>
      /** The files that those who have acted have sent; each is at `/submissions/<id>/files/<field>`. */
      files: Array<{
        field: string
        name: string
        contentType: string
        byteSize: number
        sha256: string
      }>
      /** What was filled in, by the key of the field. */
      fieldValues: Record<string, string>
      /** When it was opened. */
      viewedAt: string | null
      /** When everybody had signed and the document was made. */
      completedAt: string | null
      /** Why the last try to seal the document failed: authority_failed, certificate_early, certificate_expired, certificate_revoked, certificate_unfit, log_pending, other, revocation_missing, signing_failed, signing_slow, storage_failed. Null before a try has failed, and once the document is sealed. */
      sealReason: string | null
      /** When a signer declined. */
      declinedAt: string | null
      /** Why. */
      declineReason: string | null
      /** When it was called back. */
      voidedAt: string | null
      /** Why. */
      voidReason: string | null
      /** When it ended by itself. */
      expiredAt: string | null
      /** When it began. */
      createdAt: string
      /** When it was last changed. */
      updatedAt: string
    }
    create: { metadata?: Resources['submissions']['attributes']['metadata']; newSigner?: Resources['submissions']['attributes']['newSigner']; newSigners?: Resources['submissions']['attributes']['newSigners']; daysToSign?: number | null; reminders?: Resources['submissions']['attributes']['reminders'] }
    update: never
    relationships: { agreement: 'agreements'; agreementLink: 'agreement-links'; signers: 'signers'[]; documents: 'documents'[]; verifications: 'verifications'[]; consents: 'consents'[] }
  }
  /** People of your organization. They join by accepting an invitation. Deactivating one stops their tokens at once. */
  users: {
    attributes: {
      /** The name of the person; yours to change until they have signed in, then theirs alone. */
      name: string
      /** The address that the person signs in with. */
      email: string
      /** Whether the person may use this organization. */
      isActive: boolean
      /** When the person was deactivated. */
      deactivatedAt: string | null
      /** When the person became a member. */
      createdAt: string
      /** When the membership was last changed. */
      updatedAt: string
    }
    create: never
    update: { name?: string; isActive?: boolean }
    relationships: { role: 'roles' }
  }
  /** Verifications by the day of their order, without scans, and how they stand now. The id is how far back: 7-days, 30-days, 90-days, 365-days. */
  'verification-statistics': {
    attributes: {
      /** The beginning of the first day. */
      since: string
      /** How many were ordered. */
      ordered: number
      /** How many of them are not ended. */
      open: number
      /** How many of them ended verified. */
      verified: number
      /** How many of them ended rejected. */
      rejected: number
      /** How many of them ended without a result. */
      ended: number
      /** The same by what is checked. */
      kinds: Array<{
        kind: string
        ordered: number
        open: number
        verified: number
        rejected: number
        /** Ended without a result. */
        ended: number
      }>
      /** The same by day, oldest first; medianMs and p90Ms are from order to end, of verifications that were completed on the day. */
      days: Array<{
        /** A day of UTC. */
        day: string
        ordered: number
        open: number
        verified: number
        rejected: number
        /** Ended without a result. */
        ended: number
        medianMs: number | null
        p90Ms: number | null
        /** How many of the day the times are of. */
        sampled: number
      }>
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Verifications of people. Deleting one destroys what only it needed of the person. */
  verifications: {
    attributes: {
      /** What is checked. */
      kind: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
      /** Which scan alone. */
      subtype: 'single_state_county_record_check_result' | 'all_state_county_record_check_result' | 'ssn_id_document_reports' | null
      /** How much is checked. */
      tier: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null
      /** Who is checked; a new person unless given. */
      person: string
      /** What the verification needs to know; never shown again. */
      personalData: {
        legalName?: {
          first: string
          middle?: string
          last: string
        }
        dateOfBirth?: string
        ssn?: string
        address?: {
          street: string
          city: string
          state: string
          zip: string
        }
        driverLicence?: {
          number: string
          state: string
        }
        contact?: {
          email?: string
          phone?: string
        }
      }
      /** Consents that you obtained yourself. */
      newConsents: Array<{
        kind: string
        textVersion?: string
        locale?: string
        typedName?: string
        ipAddress?: string
        userAgent?: string
      }>
      /** Whether this is one scan of a composite verification. */
      isScan: boolean
      /** Whether the verification is only played: nobody is really checked. */
      isSimulated: boolean
      /** Where the verification stands. */
      status: 'started' | 'cancelled' | 'in_progress' | 'completed'
      /** What came out. */
      result: 'pending' | 'verified' | 'rejected' | null
      /** The stage of a criminal record check. */
      subStatus: 'county_level_check' | 'national_level_check' | null
      /** Whether it waits for a decision of a person. */
      awaitsReview: boolean
      /** Who performs the verification. */
      provider: string
      /** The last answer of the provider, without anything personal. */
      latestResponse: Record<string, string | number | boolean | null | Array<unknown> | Record<string, unknown>>
      /** What the link was opened with, or the order said. */
      metadata: Record<string, string | number | boolean | null | Array<unknown> | Record<string, unknown>>
      /** What the verification waits for, and why it ended. */
      details: {
        /** Who performs it. */
        provider?: string
        /** How they call it. */
        provider_ref?: string
        /** Where it stands in their words. */
        provider_status?: string | null
        /** Which order at the provider this is, from 1. */
        attempt?: number
        /** How often the provider has corrected its report. */
        revision?: number
        /** How it ended. */
        outcome?: string | null
        /** Whom it waits for: subject, client or provider. */
        waiting_on?: string | null
        /** When the provider expects to be done. */
        eta?: string | null
        /** Why it ended as it did. */
        reason_codes?: Array<string>
        /** What was said when it was called off. */
        reason?: string
        /** The parts that the provider tells of. */
        screenings?: Array<{
          type: string
          status?: string | null
          /** What came out. */
          result?: string | null
          /** Why it was called off. */
          cancellation_reason?: string | null
        }>
        /** Whether a person decides. */
        review?: {
          /** needed or decided. */
          state: string
          by?: {
            /** What they are. */
            kind: 'system' | 'api_key' | 'user' | 'visitor' | 'signer'
            /** The id of the key, the person or the signer. */
            id?: string
            /** The request by which it was done. */
            requestId?: string | null
            /** The address of the request. {commitment} after an erasure. */
            ipAddress?: string | null | {
              commitment: string
            }
            /** The browser of the request. {commitment} after an erasure. */
            userAgent?: string | null | {
              commitment: string
            }
          }
          /** When it was decided. */
          at?: string
          /** Why it was decided so. */
          reason?: string
        }
        /** Whether the verification is only played. */
        simulated?: boolean
      }
      /** When the status last changed. */
      lastStatusAt: string
      /** When the provider got the order. */
      submittedAt: string | null
      /** When the verification was completed. */
      completedAt: string | null
      /** When the verification was called off. */
      cancelledAt: string | null
      /** When the verification was ordered. */
      createdAt: string
      /** When the verification was last changed. */
      updatedAt: string
    }
    create: { kind: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'; subtype?: 'single_state_county_record_check_result' | 'all_state_county_record_check_result' | 'ssn_id_document_reports' | null; tier?: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null; person?: string; personalData?: Resources['verifications']['attributes']['personalData']; newConsents?: Resources['verifications']['attributes']['newConsents']; provider?: string; metadata?: Resources['verifications']['attributes']['metadata'] }
    update: never
    relationships: { submission: 'submissions' | null; signer: 'signers' | null; agreementLink: 'agreement-links' | null; parent: 'verifications' | null; reviewClaims: 'review-claims'[]; scans: 'verifications'[] }
  }
  /** Create one to call back a submission before it is completed. */
  voidings: {
    attributes: {
      /** Why. */
      reason: string | null
      /** When. */
      voidedAt: string
    }
    create: { reason?: string | null }
    update: never
    relationships: { submission: 'submissions'; user: 'users' | null }
  }
  /** Events, one for each webhook that hears of them. Creating one sends a made-up event, marked as a test. */
  'webhook-events': {
    attributes: {
      /** What happened. */
      kind: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
      /** How the delivery went. */
      state: 'pending' | 'delivered' | 'failed' | 'held'
      /** How many requests were made. */
      attempts: number
      /** The number at this webhook, from 1 without gaps. */
      sequence: number | null
      /** Whether it was made up. */
      isTest: boolean
      /** The ids and states that the body is written from. */
      data: {
        /** The submission. */
        submissionId?: string | null
        /** The agreement. */
        agreementId?: string
        /** The link. */
        agreementLinkId?: string | null
        /** The signer. */
        signerId?: string
        /** The verification. */
        verificationId?: string
        /** The kind of the verification. */
        type?: string
        /** Its one scan. */
        subtype?: string | null
        /** Its tier. */
        tier?: string | null
        /** Whether it is a part of another. */
        isScan?: boolean
        /** Where it stood. */
        status?: string
        /** What had come out. */
        result?: string | null
        /** The stage of a criminal record check. */
        subStatus?: string | null
        /** Whether the verification is only played. */
        simulated?: boolean
        /** What the link was opened with. */
        metadata?: Record<string, string | number | boolean | null | Array<unknown> | Record<string, unknown>>
        /** The end of the trail: links and hash. */
        trail?: {
          length: number
          head: string
        }
        /** The webhook that is failing. */
        webhookId?: string
        /** Whether it is switched on. */
        serviceStatus?: boolean
        /** Since when it fails. */
        failingSince?: string | null
        /** How many attempts failed in a row. */
        consecutiveFailures?: number
        /** When it was switched off. */
        disabledAt?: string | null
        /** Why it was switched off. */
        disabledReason?: string | null
      }
      /** When it happened. */
      occurredAt: string
      /** When it is tried again. */
      nextAttemptAt: string | null
      /** When it was delivered, or given up. */
      finishedAt: string | null
    }
    create: { kind?: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled' }
    update: never
    relationships: { webhook: 'webhooks'; event: 'events'; verification: 'verifications' | null; submission: 'submissions' | null; signer: 'signers' | null; deliveryAttempts: 'delivery-attempts'[] }
  }
  /** Attempts at the events of each webhook by when the events happened: over a day by hours, a week by six hours, a month by days. The id is the webhook and the span. */
  'webhook-statistics': {
    attributes: {
      /** How far back. */
      span: 'day' | 'week' | 'month'
      /** How many attempts there were. */
      attempts: number
      /** How many of the examined attempts got a 2xx. */
      delivered: number
      /** How many of the examined attempts failed. */
      failed: number
      /** The same by stretches of time, oldest first, with how long requests took. Of very many attempts the newest are looked at. */
      stretches: Array<{
        since: string
        attempts: number
        /** How many of them the rest is of. */
        sampled: number
        delivered: number
        failed: number
        medianMs: number | null
        p90Ms: number | null
      }>
      /** What went wrong, the most frequent first. */
      causes: Array<{
        outcome: string
        httpStatus: number | null
        attempts: number
        lastError: string | null
        lastErrorSentence: {
          /** Which sentence: a name that stays, such as faults.max_length. */
          sentence: string
          /** What it is made with. */
          values: Record<string, unknown>
        } | null
      }>
    }
    create: never
    update: never
    relationships: { webhook: 'webhooks' }
  }
  /** Subscriptions to events. The signing secret is shown once, in the reply to the creation; create a secret rotation for a new one. A destinationUrl of another origin takes no secret along: customHeaders, clientCertificate and oauth must be given again. */
  webhooks: {
    attributes: {
      /** Where events are sent. */
      destinationUrl: string
      /** Which events; verification, agreement.viewed, agreement.signed, agreement.completed unless given. */
      eventTypes: ('verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled')[]
      /** Who hears when deliveries fail. */
      notificationEmails: string[]
      /** Those of them that get nothing yet, because nobody there has confirmed by mail. */
      unconfirmedEmails: string[]
      /** Whether events are sent. */
      serviceStatus: boolean
      /** When it was switched off. */
      disabledAt: string | null
      /** Why it was switched off. */
      disabledReason: 'user' | 'gone' | 'failing' | null
      /** Since when its deliveries fail; null while they do not. */
      failingSince: string | null
      /** How many requests have failed in a row. */
      consecutiveFailures: number
      /** What went wrong last, for people; it stays after the failure has passed. */
      lastError: string | null
      /** The same, to be said in another language. */
      lastErrorSentence: {
        /** Which sentence: a name that stays, such as faults.max_length. */
        sentence: string
        /** What it is made with. */
        values: Record<string, unknown>
      } | null
      /** When a 2xx last came, to the minute. */
      lastSuccessAt: string | null
      /** Until when nothing is sent, because it asked for a rest or has failed too often. */
      restsUntil: string | null
      /** How many deliveries wait to be sent; at most 10000 are counted. */
      waiting: number
      /** The version of the REST dialect that bodies are written in. */
      apiVersion: string
      /** Whether events of one agreement arrive in order. */
      ordered: boolean
      /** How many requests may be open at once. */
      maxConcurrency: number
      /** How many requests a second; null is no limit. */
      maxPerSecond: number | null
      /** Whether v1a signatures go along beside v1. Off and on again makes another key. */
      asymmetric: boolean
      /** The key that verifies v1a signatures. */
      publicKey: string | null
      /** Headers of each request. Values are never shown; null keeps the one that is there. */
      customHeaders: Record<string, string | null> | null
      /** For mutual TLS, in PEM; null for none. The key is never shown. */
      clientCertificate: {
        subject: string
        fingerprintSha256: string
        expiresAt: string
      } | null
      /** OAuth 2.0 client credentials; null for none. The secret is never shown. */
      oauth: {
        tokenUrl: string
        clientId: string
        scope: string | null
      } | null
      /** What it is narrowed to: events of one of these agreements, of one of these links, with all of this metadata. Null narrows nothing. */
      filters: {
        agreementIds?: Array<string>
        agreementLinkIds?: Array<string>
        metadata?: Record<string, string>
      } | null
      /** Only where a webhook is changed: keep or rotate. The reply to a move to another origin says kept or rotated; given back, that changes nothing. */
      signingSecret: 'keep' | 'rotate' | 'kept' | 'rotated'
      /** The secret that signs the bodies; only in the reply to what made it. */
      secret: string
      /** When it was made. */
      createdAt: string
      /** When it was last changed. */
      updatedAt: string
    }
    create: { destinationUrl: string; eventTypes?: ('verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled')[]; notificationEmails?: string[]; serviceStatus?: boolean; apiVersion?: string; ordered?: boolean; maxConcurrency?: number; maxPerSecond?: number | null; asymmetric?: boolean; customHeaders?: Resources['webhooks']['attributes']['customHeaders']; clientCertificate?: {
        certificate: string
        privateKey: string
      } | null; oauth?: {
        tokenUrl: string
        clientId: string
        clientSecret: string
        scope?: string
      } | null; filters?: Resources['webhooks']['attributes']['filters'] }
    update: { destinationUrl?: string; eventTypes?: ('verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled')[]; notificationEmails?: string[]; serviceStatus?: boolean; ordered?: boolean; maxConcurrency?: number; maxPerSecond?: number | null; asymmetric?: boolean; customHeaders?: Resources['webhooks']['attributes']['customHeaders']; clientCertificate?: {
        certificate: string
        privateKey: string
      } | null; oauth?: {
        tokenUrl: string
        clientId: string
        clientSecret: string
        scope?: string
      } | null; filters?: Resources['webhooks']['attributes']['filters']; signingSecret?: 'keep' | 'rotate' | 'kept' | 'rotated' }
    relationships: { creator: 'users' | null; editor: 'users' | null; events: 'webhook-events'[]; attempts: 'delivery-attempts'[]; recoveries: 'recoveries'[]; secretRotations: 'secret-rotations'[] }
  }
  /** Create one to take back a consent. The verifications that rest on it and are not finished are called off. */
  withdrawals: {
    attributes: {
      /** When. */
      withdrawnAt: string
    }
    create: Record<string, never>
    update: never
    relationships: { consent: 'consents'; user: 'users' | null }
  }
  /** Shows an agreement that is being written, as signers will see it, and tells what is wrong with it. Nothing is kept. The same at /agreement-previews/pdf gives the document. */
  'agreement-previews': {
    attributes: {
      /** What it is called. */
      title: string
      /** The text, with {{key}} where a field stands; empty for an agreement of a PDF. */
      source: string
      /** The language of the text, as a BCP 47 tag; detected by default. */
      language: string | null
      /** Who signs. */
      signerRoles: Array<{
        key: string
        name: string
        /** When they act: those of one order side by side, those of a later one when all before have. Their place in the list unless given. */
        order?: number
        /** What they do: sign, approve without signing, or only get the finished document; `signer` unless given. */
        kind?: 'signer' | 'approver' | 'copy'
      }>
      /** The blanks of the text. */
      fields: Array<{
        /** Word of the placeholder. */
        key: string
        /** What goes in. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in by itself; `email`: the e-mail address of the person, filled in by itself; `signing_date`: the day on which the person signs or approves, in UTC, filled in by itself. */
        type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
        /** Signer role that fills it in. */
        role: string
        /** Label for people. */
        label: string
        /** Whether it must be filled in. */
        required: boolean
        /** Most characters of a text. */
        maxLength?: number
        /** Least characters of a text. */
        minLength?: number
        /** What a text must be, whole: a regular expression as RE2 reads it. */
        pattern?: string
        /** What `pattern` asks for, in words for people. */
        patternWords?: string
        /** Whether a text may have several lines. */
        multiline?: boolean
        /** Least number, or first day as YYYY-MM-DD. */
        min?: number | string
        /** Greatest number, or last day as YYYY-MM-DD. */
        max?: number | string
        /** Most decimal places of a number; 2 unless given. */
        decimals?: number
        /** What can be chosen. */
        choices?: Array<string>
        /** How choices are shown; `radio` unless given. */
        display?: 'radio' | 'dropdown'
        /** When it is shown: by the value of a field of the same role or an earlier one. Always, unless given. */
        showIf?: {
          /** Key of the field that it depends on. */
          field: string
          /** Shown if that field has this value; true for a box that is ticked. */
          equals?: string | number | boolean
          /** Shown if that field has another value, or none. */
          notEquals?: string | number | boolean
          /** Shown if that field is filled in; with false, if it is left empty. */
          filled?: boolean
        }
        /** Types of files that are taken; pdf, jpeg and png unless given. */
        accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
        /** Most MiB of a file; 5 unless given. */
        maxMegabytes?: number
        /** Name of the metadata that it begins with; metadata of the name of its key, unless given. */
        prefill?: string
        /** Whether what the sender has filled in stays as it is. */
        fixed?: boolean
        /** Page of the PDF that it stands on, from 1. */
        page?: number
        /** Its left side, as a fraction of the page as it is seen. */
        x?: number
        /** Its upper side, as a fraction of the page as it is seen. */
        y?: number
        /** Its width, as a fraction of the page as it is seen. */
        width?: number
        /** Its height, as a fraction of the page as it is seen. */
        height?: number
      }>
      /** The verifications that signers pass through. */
      requiredVerifications: Array<{
        type: string
        tier: string | null
        role: string
      }>
      /** What stands in the fields, by key; what may not stand there is left out. */
      values: Record<string, string>
      /** The role as whose signing page it is shown: a text with the controls of its fields, which is else shown as it reads; a PDF as the first role that acts, unless given. */
      shownTo: string
      /** The text, or the pages of a PDF, as the signing pages show it; null when it cannot be read. */
      html: string | null
      /** Where fields stand on a PDF, those at words in braces too. */
      spots: Array<{
        /** Its place in the list of fields, from 0. */
        field: number
        page: number
        x: number
        y: number
        width: number
        height: number
      }>
      /** The address of the style that it is shown with. */
      stylesheet: string
      /** All that is wrong with it; with none it can be created. */
      faults: Array<{
        /** Where, as a JSON pointer into the request. */
        pointer: string
        /** The line of the source, from 1. */
        line: number | null
        rule: string
        /** What to do. */
        detail: string
        /** Which sentence: a name that stays, such as faults.max_length. */
        sentence: string
        /** What it is made with. */
        values: Record<string, unknown>
      }>
    }
    create: { title: string; source: string; language?: string | null; signerRoles: Resources['agreement-previews']['attributes']['signerRoles']; fields: Resources['agreement-previews']['attributes']['fields']; requiredVerifications?: Resources['agreement-previews']['attributes']['requiredVerifications']; values?: Resources['agreement-previews']['attributes']['values']; shownTo?: string }
    update: never
    relationships: { agreement: 'agreements' }
  }
  /** Judges a file of people as a bulk send does, names every bad row, and tells what each column becomes. Nothing is kept. */
  'bulk-send-previews': {
    attributes: {
      /** The file, at most 4 MiB: a first line of names (email, name, <role>.email, <role>.name; all others become metadata), and a line for each submission. */
      fileUpload: {
        name: string
        base64: string
      }
      /** Whether ways in are mailed, or stand in the result file; email unless given. */
      delivery: 'email' | 'link'
      /** What each column of the file becomes. */
      columns: Array<{
        name: string
        role: string | null
        becomes: 'name' | 'email' | 'access' | 'field' | 'metadata'
      }>
      /** How many rows the file has. */
      total: number
    }
    create: { fileUpload: Resources['bulk-send-previews']['attributes']['fileUpload']; delivery?: 'email' | 'link' }
    update: never
    relationships: { agreementLink: 'agreement-links'; bulkSend: 'bulk-sends' | null }
  }
  /** What a webhook would be sent of an event: the newest that it heard of, or a made-up one, in its own version or in another. Nothing is sent or kept. */
  'webhook-previews': {
    attributes: {
      /** What happened. */
      kind: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
      /** The version of the body; that of the webhook unless given. */
      apiVersion: '2.2' | '2.1' | '2.0'
      /** Whether the webhook subscribes to such events. */
      isHeard: boolean
      /** Whether no such event reached the webhook yet, so that one was made up. */
      isInvented: boolean
      /** The headers; values of your own are hidden, and the signature is left out. */
      requestHeaders: Record<string, string>
      /** The body. */
      requestBody: string
    }
    create: { kind: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'; apiVersion?: '2.2' | '2.1' | '2.0' }
    update: never
    relationships: { webhook: 'webhooks' }
  }
  /** The server as a whole: its one id is this. Only for those who run it. */
  'server-states': {
    attributes: {
      /** The version of Sealane. */
      version: string
      /** The version of Node.js. */
      nodeVersion: string
      /** The version of PostgreSQL. */
      databaseVersion: string
      /** What the database takes on its disk, to a megabyte. */
      databaseBytes: number
      /** What is free on the disk of the home, to 100 megabytes. */
      freeBytes: number
      /** What that disk has. */
      diskBytes: number
      /** When this process started. */
      startedAt: string
      /** Whether there is a mail server; without one, messages lie in the outbox. */
      sendsMail: boolean
      /** Since when the whole server is in maintenance. */
      maintenanceSince: string | null
      /** Whether the whole server is in maintenance; new organizations begin in it. */
      inMaintenance: boolean
    }
    create: never
    update: { inMaintenance?: boolean }
    relationships: {  }
  }
  /** What doctor finds: what was tried just now, and the command that mends what is wrong. Only for those who run the server. */
  'server-findings': {
    attributes: {
      /** What was tried. */
      about: string
      /** What came out. */
      says: string
      /** The same, for a client that says it in a language of its own. */
      said: {
        /** Which sentence: a name that stays, such as faults.max_length. */
        sentence: string
        /** What it is made with. */
        values: Record<string, unknown>
      }
      /** The command that mends it; null when nothing is wrong. */
      mend: string | null
      /** Whether nothing is wrong. */
      isWell: boolean
    }
    create: never
    update: never
    relationships: {  }
  }
  /** How much waits, over all organizations; each is counted up to 100,000. Only for those who run the server. */
  'server-queues': {
    attributes: {
      /** How much there is. */
      waiting: number
      /** For how long the oldest has been due; null where that is not known. */
      oldestSeconds: number | null
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Jobs that failed for good or were set aside. Set isRetried to have one tried again; delete one to give it up. Only for those who run the server. */
  'server-jobs': {
    attributes: {
      /** What it does. */
      task: string
      /** Its organization; null for the server’s own. */
      organization: string | null
      /** How often it was tried. */
      attempts: number
      /** Whether it ended its process twice; else it used up its attempts. */
      isSetAside: boolean
      /** Whether it is tried again. */
      isRetried: boolean
      /** What went wrong last. */
      error: string
      /** When it failed last. */
      failedAt: string
    }
    create: never
    update: { isRetried?: boolean }
    relationships: {  }
  }
  /** Messages that were written while there was no mail server. Set isSent to hand one to the present mail server; delete one to throw it away. Only for those who run the server. */
  'server-mails': {
    attributes: {
      /** Who it is for. */
      to: string
      /** What it is about. */
      subject: string
      /** What it says. */
      text: string
      /** Whether it was handed to the mail server. */
      isSent: boolean
      /** When it was written. */
      writtenAt: string
    }
    create: never
    update: { isSent?: boolean }
    relationships: {  }
  }
  /** The organizations of the server, and whether each is in maintenance. Only for those who run the server. */
  'server-organizations': {
    attributes: {
      /** Its sub-domain. */
      slug: string
      /** Its name. */
      name: string
      /** How many people work in it. */
      members: number
      /** Since when it is in maintenance. */
      maintenanceSince: string | null
      /** Whether it is in maintenance. */
      inMaintenance: boolean
      /** When it was made. */
      createdAt: string
    }
    create: never
    update: { inMaintenance?: boolean }
    relationships: {  }
  }
  /** Create one to send a message to an address now, and see whether the mail server takes it. Only for those who run the server. */
  'server-test-mails': {
    attributes: {
      /** The address. */
      to: string
      /** When it was taken. */
      sentAt: string
    }
    create: { to: string }
    update: never
    relationships: {  }
  }
  /** Create one to be shown the link of an open invitation of your organization, once, where this server has no mail server. The link before ends, and the trail keeps who was shown it. Only for those who run the server. */
  'server-invitation-links': {
    attributes: {
      /** The invitation. */
      invitation: string
      /** Where the person answers; only in the reply to the creation. */
      url: string
      /** Until when they can. */
      expiresAt: string
      /** When it was shown. */
      shownAt: string
    }
    create: { invitation: string }
    update: never
    relationships: {  }
  }
}
