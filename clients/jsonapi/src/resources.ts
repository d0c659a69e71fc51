// Made from the registry of resources, like the OpenAPI document; do not edit.
// `npm run generate` writes it.

/** Every type: its attributes as read, what may be written, and where its relationships lead. */
export type Resources = {
  /** The public addresses of agreements. A person who opens a link begins a submission. A link that somebody has opened cannot be deleted. Turn it off instead. */
  'agreement-links': {
    attributes: {
      /** The title of the link; by default the title of the agreement. */
      title: string
      /** Whether people can open the link. */
      isActive: boolean
      /** When it stops by itself. */
      expiresAt: string | null
      /** Who may open the link: everybody, people with the passcode, or people who get a code by mail at one of the recipients. */
      authMode: 'PUBLIC' | 'PASSCODE' | 'EMAILS'
      /** The passcode that people type to open the link, 6 to 100 characters. It is never shown again. */
      passcode: string
      /** The addresses that may open a link with EMAILS, or a whole domain, such as @example.com. */
      recipients: string[]
      /** Whether each e-mail address can begin only one submission through this link. */
      oncePerEmail: boolean
      /** A secret of 32 to 200 characters. With a secret, the parameters of the address must be signed. Null removes it. It is never shown. */
      parameterSecret: string | null
      /** Whether the parameters of the address must be signed. */
      parametersAreSigned: boolean
      /** The other people of its submissions, by role. Each is mailed when it is their turn. */
      signers: Array<{
        role: string
        name?: string | null
        email: string
        /** Whether the signer may pass their part on to another person. */
        mayDelegate?: boolean
        /** What the signer must enter before they can read the agreement; nothing by default. */
        access?: {
          /** Whether the signer must type a code from an e-mail before they can read the agreement. */
          emailCode?: boolean
        }
        /** The values of the fields of the signer, by key. The signer can change them unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }>
      /** For how many days submissions through the link can be signed; null is 30. */
      daysToSign: number | null
      /** When signers whose turn it is are reminded; null is never. */
      reminders: {
        /** How many days after the turn began the first reminder goes out. */
        firstAfterDays: number
        /** How many days lie between the reminders that follow. */
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
  /** The versions of agreements. A version never changes. Signers who have begun keep the version that they saw. */
  'agreement-versions': {
    attributes: {
      /** Which version, from 1. */
      number: number
      /** The title of the agreement. */
      title: string
      /** The text, with {{key}} at the place of each field. */
      source: string
      /** SHA-256 of the source, in hex. */
      sourceSha256: string
      /** The PDF of this version. */
      file: {
        name: string
        byteSize: number
        pages: Array<{
          /** The width of the page as it is shown, in points. */
          width: number
          height: number
        }>
        /** Words in double braces that name fields, with their places. */
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
        /** The turn of the role. Roles with the same order act at the same time. A role with a later order acts once all earlier roles have acted. By default, the place of the role in the list. */
        order?: number
        /** What the role does: sign, approve without signing, or only get the finished document; `signer` by default. */
        kind?: 'signer' | 'approver' | 'copy'
      }>
      /** The blanks of the text. */
      fields: Array<{
        /** Key of the field, which its placeholders name. */
        key: string
        /** Type of the value. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in automatically; `email`: the e-mail address of the person, filled in automatically; `signing_date`: the day on which the person signs or approves, in UTC, filled in automatically. */
        type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
        /** Key of the signer role that fills the field in. */
        role: string
        /** Label for people. */
        label: string
        /** Whether the field must be filled in. */
        required: boolean
        /** Greatest number of characters in a text. */
        maxLength?: number
        /** Least number of characters in a text. */
        minLength?: number
        /** Regular expression (RE2) that the whole text must match. */
        pattern?: string
        /** Description of `pattern` for people. */
        patternWords?: string
        /** Whether a text may have several lines. */
        multiline?: boolean
        /** Least number, or first day as YYYY-MM-DD. */
        min?: number | string
        /** Greatest number, or last day as YYYY-MM-DD. */
        max?: number | string
        /** Greatest number of decimal places; 2 by default. */
        decimals?: number
        /** Texts from which the signer chooses one. */
        choices?: Array<string>
        /** How choices are shown; `radio` by default. */
        display?: 'radio' | 'dropdown'
        /** The field is shown by the value of a field of the same or an earlier role; always by default. */
        showIf?: {
          /** Key of the other field. */
          field: string
          /** The field is shown if the other field has this value; `true` means a ticked box. */
          equals?: string | number | boolean
          /** The field is shown if the other field has another value or no value. */
          notEquals?: string | number | boolean
          /** The field is shown if the other field is filled in; with `false`, if it is empty. */
          filled?: boolean
        }
        /** Accepted types of files; pdf, jpeg and png by default. */
        accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
        /** Greatest size of a file in MiB; 5 by default. */
        maxMegabytes?: number
        /** Name of the metadata that fills the field at first; the key of the field by default. */
        prefill?: string
        /** Whether the signer cannot change the value that the sender filled in. */
        fixed?: boolean
        /** Page of the PDF, counted from 1. */
        page?: number
        /** Left side of the field, as a fraction of the visible page. */
        x?: number
        /** Upper side of the field, as a fraction of the visible page. */
        y?: number
        /** Width of the field, as a fraction of the visible page. */
        width?: number
        /** Height of the field, as a fraction of the visible page. */
        height?: number
      }>
      /** The verifications that signers pass through. */
      requiredVerifications: Array<{
        type: string
        tier: string | null
        role: string
      }>
      /** The names of the metadata that signers see; null shows the metadata of the address of their link. */
      shownMetadata: string[] | null
      /** When it was made. */
      createdAt: string
    }
    create: never
    update: never
    relationships: { agreement: 'agreements'; creator: 'users' | null }
  }
  /** Documents to be signed. A change makes a new version. Signers who have begun keep the version that they saw. An agreement that somebody has opened cannot be deleted. Archive it instead, which turns its links off for good. */
  agreements: {
    attributes: {
      /** What it is called. */
      title: string
      /** The newest version, from 1. */
      version: number
      /** The text, with {{key}} at the place of each field; empty for an agreement of a PDF. */
      source: string
      /** A PDF instead of a text, up to 25 MiB and 300 pages. */
      fileUpload: {
        name: string
        base64: string
      }
      /** Whether Sealane makes fields of the form fields of the PDF and of its words in double braces, and adds a signature for each signing role without one. */
      importFields: boolean
      /** An older version that becomes the newest again. Its text or file, roles, fields and verifications are taken unless you give others. This member is never shown. */
      fromVersion: number
      /** The PDF of the agreement. The file itself is at /file of its address. */
      file: {
        name: string
        byteSize: number
        pages: Array<{
          /** The width of the page as it is shown, in points. */
          width: number
          height: number
        }>
        /** Words in double braces that name fields, with their places. */
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
      /** The signer roles. Required unless the agreement is a copy. */
      signerRoles: Array<{
        key: string
        name: string
        /** The turn of the role. Roles with the same order act at the same time. A role with a later order acts once all earlier roles have acted. By default, the place of the role in the list. */
        order?: number
        /** What the role does: sign, approve without signing, or only get the finished document; `signer` by default. */
        kind?: 'signer' | 'approver' | 'copy'
      }>
      /** The fields of the agreement. Required unless the agreement is a copy. */
      fields: Array<{
        /** Key of the field, which its placeholders name. */
        key: string
        /** Type of the value. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in automatically; `email`: the e-mail address of the person, filled in automatically; `signing_date`: the day on which the person signs or approves, in UTC, filled in automatically. */
        type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
        /** Key of the signer role that fills the field in. */
        role: string
        /** Label for people. */
        label: string
        /** Whether the field must be filled in. */
        required: boolean
        /** Greatest number of characters in a text. */
        maxLength?: number
        /** Least number of characters in a text. */
        minLength?: number
        /** Regular expression (RE2) that the whole text must match. */
        pattern?: string
        /** Description of `pattern` for people. */
        patternWords?: string
        /** Whether a text may have several lines. */
        multiline?: boolean
        /** Least number, or first day as YYYY-MM-DD. */
        min?: number | string
        /** Greatest number, or last day as YYYY-MM-DD. */
        max?: number | string
        /** Greatest number of decimal places; 2 by default. */
        decimals?: number
        /** Texts from which the signer chooses one. */
        choices?: Array<string>
        /** How choices are shown; `radio` by default. */
        display?: 'radio' | 'dropdown'
        /** The field is shown by the value of a field of the same or an earlier role; always by default. */
        showIf?: {
          /** Key of the other field. */
          field: string
          /** The field is shown if the other field has this value; `true` means a ticked box. */
          equals?: string | number | boolean
          /** The field is shown if the other field has another value or no value. */
          notEquals?: string | number | boolean
          /** The field is shown if the other field is filled in; with `false`, if it is empty. */
          filled?: boolean
        }
        /** Accepted types of files; pdf, jpeg and png by default. */
        accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
        /** Greatest size of a file in MiB; 5 by default. */
        maxMegabytes?: number
        /** Name of the metadata that fills the field at first; the key of the field by default. */
        prefill?: string
        /** Whether the signer cannot change the value that the sender filled in. */
        fixed?: boolean
        /** Page of the PDF, counted from 1. */
        page?: number
        /** Left side of the field, as a fraction of the visible page. */
        x?: number
        /** Upper side of the field, as a fraction of the visible page. */
        y?: number
        /** Width of the field, as a fraction of the visible page. */
        width?: number
        /** Height of the field, as a fraction of the visible page. */
        height?: number
      }>
      /** The verifications that signers pass through. */
      requiredVerifications: Array<{
        type: string
        tier: string | null
        role: string
      }>
      /** The names of the metadata that signers see. Null shows the metadata of the address of their link, and hides the metadata that a submission was created with. */
      shownMetadata: string[] | null
      /** Tags: your own words to sort agreements by. A change of tags makes no new version. */
      tags: string[]
      /** Whether the links of the agreement are off for good. This cannot be undone. */
      isArchived: boolean
      /** For how many days finished documents are kept; null takes the rule of the organization. A change makes no new version. */
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
  /** Your own access tokens of this API. Only the reply to the creation shows the token. Delete a token to revoke it. */
  'api-credentials': {
    attributes: {
      /** What the token is for. */
      name: string
      /** The last characters of the token. */
      hint: string
      /** The token itself. Only the reply to the creation has it. */
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
  /** Keys of the REST dialect. Only the reply to the creation shows the key itself. Delete a key to revoke it. */
  'api-keys': {
    attributes: {
      /** What the key is for. */
      name: string
      /** The last characters of the key. */
      hint: string
      /** The key itself. Only the reply to the creation has it. */
      secret: string
      /** The name of the role that the key has. */
      roleName: string
      /** The version of the REST dialect that the key is pinned to. */
      apiVersion: string
      /** How many requests a minute the key may make. */
      requestsPerMinute: number
      /** The addresses and CIDR ranges that may use the key; empty allows all. */
      allowedAddresses: string[]
      /** When the key stops working. */
      expiresAt: string | null
      /** When the key was last used, to the minute. */
      lastUsedAt: string | null
      /** The address of its last request. */
      lastUsedFrom: string | null
      /** The version of the REST dialect of its last request. */
      lastUsedVersion: string | null
      /** How many requests the key made within the last hour. */
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
  /** REST requests of your API keys in the last 24 hours: the newest 1,000 of each key, without bodies and without values of queries. A request appears within seconds of its answer. */
  'api-requests': {
    attributes: {
      /** The method. */
      method: string
      /** The pattern of the path, with names instead of ids. */
      path: string
      /** The status of the answer. */
      status: number
      /** The version of the REST dialect of the answer. */
      apiVersion: string
      /** The IP address of the caller. */
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
  /** The audit trail: who did what. Each row contains the hash of the row before it in its chain. */
  'audit-events': {
    attributes: {
      /** The action, for example webhook.created. */
      action: string
      /** Who acted, and from where. */
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
      /** The IP address; null when it is unknown, and after the erasure of the person. */
      ipAddress: string | null
      /** The kind of its subject. */
      subjectType: string
      /** The id of it. */
      subject: string
      /** The chain of the row: the chain of the organization, or of a submission. */
      chain: string
      /** The place of the row in its chain, from 1. */
      sequence: number
      /** Further details. They depend on the action. */
      data: Record<string, string | number | boolean | null | Array<unknown> | Record<string, unknown>>
      /** SHA-256 of the row before, in hex. */
      previousHash: string
      /** SHA-256 of this row, in hex: over the bytes of previousHash and the text of canonical. */
      hash: string
      /** The part of this row that the hash covers, as JSON with sorted keys. It contains personal data only as commitments. */
      canonical: string
      /** When it was done. */
      occurredAt: string
    }
    create: never
    update: never
    relationships: { user: 'users' | null }
  }
  /** Create a bulk send to make a submission of each row of a CSV file, at most 10,000. The server checks the whole file first. One bad row refuses the file. The same file for the same link returns the earlier bulk send. Set isStopped to stop the bulk send, or to continue it. The link result is a CSV file with the outcome of each row. */
  'bulk-sends': {
    attributes: {
      /** The file, at most 4 MiB. The first line names the columns: email, name, <role>.email, <role>.name; other columns become metadata. Each further line is one submission. */
      fileUpload: {
        name: string
        base64: string
      }
      /** Whether the links are mailed (email, the default) or are in the result file (link). */
      delivery: 'email' | 'link'
      /** Whether the bulk send is stopped, or waits to begin. */
      isStopped: boolean
      /** The state. */
      state: 'running' | 'stopped' | 'done'
      /** Why the bulk send stopped by itself, as a code. */
      troubleCode: string | null
      /** Why the bulk send stopped by itself. */
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
      /** How many rows have become submissions. */
      made: number
      /** When it began. */
      createdAt: string
      /** When it was last changed. */
      updatedAt: string
      /** When the bulk send ended or stopped. */
      endedAt: string | null
      /** Until when a stopped bulk send can continue, and the result file has the links. */
      keptUntil: string | null
    }
    create: { fileUpload: Resources['bulk-sends']['attributes']['fileUpload']; delivery?: 'email' | 'link'; isStopped?: boolean }
    update: { isStopped?: boolean }
    relationships: { agreementLink: 'agreement-links' }
  }
  /** Create a cancellation to cancel a verification that is not finished. */
  cancellations: {
    attributes: {
      /** The reason, in words; null without a reason. */
      reason: string
      /** The reason, as a code. */
      reasonCode: string | null
      /** When. */
      cancelledAt: string
    }
    create: { reason?: string }
    update: never
    relationships: { verification: 'verifications'; user: 'users' | null }
  }
  /** The texts that people read and consent to. A version never changes. */
  'consent-texts': {
    attributes: {
      /** What is agreed to. */
      kind: 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'
      /** The version. Use it as textVersion of a consent. */
      version: string
      /** The language. */
      locale: string
      /** SHA-256 of the text, in hex. */
      sha256: string
      /** The sentence beside the box that the person ticks. */
      statement: string
      /** The texts. Show each on a page of its own. Replace {{organization}} with the name of your organization. */
      pages: Array<{
        title: string
        paragraphs: Array<string>
      }>
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Consents of people to texts. Create a withdrawal to take a consent back, which ends the verifications that need it. */
  consents: {
    attributes: {
      /** What was agreed to. */
      kind: 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'
      /** The person who consented; a new person by default. */
      person: string
      /** The version of the text; the newest by default. */
      textVersion: string
      /** SHA-256 of the text, in hex. */
      textSha256: string
      /** The language of the text. */
      locale: string
      /** The name as the person typed it. */
      typedName: string | null
      /** The IP address of the person. */
      ipAddress: string | null
      /** The browser that the person used. */
      userAgent: string | null
      /** When the person agreed. */
      acceptedAt: string
      /** When the person withdrew the consent. */
      withdrawnAt: string | null
    }
    create: { kind: 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'; person?: string; textVersion?: string; locale?: string; typedName?: string | null; ipAddress?: string | null; userAgent?: string | null }
    update: never
    relationships: { submission: 'submissions' | null; signer: 'signers' | null }
  }
  /** Create a decision on a verification whose provider reported a finding that a person must review. */
  decisions: {
    attributes: {
      /** The decision. */
      result: 'verified' | 'rejected'
      /** The reason, in words. */
      reason: string | null
      /** When. */
      decidedAt: string
      /** When a newer report of the provider replaced the decision; null while it is valid. */
      supersededAt: string | null
    }
    create: { result: 'verified' | 'rejected'; reason?: string | null }
    update: never
    relationships: { verification: 'verifications'; user: 'users' | null }
  }
  /** Declines of signers. Only the signer can decline, on the page of the link. */
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
  /** Single HTTP requests that delivered an event or failed to. */
  'delivery-attempts': {
    attributes: {
      /** The number of the attempt, from 1. */
      number: number
      /** delivered, or the word for what went wrong. */
      outcome: string
      /** The status of the answer. */
      httpStatus: number | null
      /** Why the attempt failed, as a sentence. */
      error: string | null
      /** The same as a code with values, for a translation. */
      errorSentence: {
        /** The name of the sentence, which never changes, such as faults.max_length. */
        sentence: string
        /** What it is made with. */
        values: Record<string, unknown>
      } | null
      /** The body of the answer, cut at 16 KiB. */
      responseExcerpt: string | null
      /** The headers of the answer, cut at 2,048 letters. */
      answerHeaders: Record<string, string> | null
      /** The headers of the request. The values of your own headers are hidden. */
      requestHeaders: Record<string, string> | null
      /** The body of the request; null when it is no longer stored. */
      requestBody: string | null
      /** When it began. */
      startedAt: string
      /** The duration of the request, in milliseconds. */
      durationMs: number
    }
    create: never
    update: never
    relationships: { webhookEvent: 'webhook-events'; webhook: 'webhooks' }
  }
  /** The finished documents of submissions. The link content leads to the file itself. The link bundle leads to a ZIP with all its proof. The link proof leads to the proof that the log names it. */
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
      /** How long the seal can be proved; null for a document that is older than seals. */
      sealLevel: 'B-T' | 'B-LT' | 'B-LTA' | null
      /** The moment of the timestamp of the seal. */
      sealedAt: string | null
      /** The timestamp authority: built-in, or its address. */
      timestampAuthority: string | null
      /** SHA-256 of the certificate of the seal, in hex. */
      sealCertificateSha256: string | null
      /** SHA-256 of the evidence in the document, in hex. */
      evidenceSha256: string | null
      /** When the document is removed; null without a rule that removes it. */
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
  /** Create an erasure to destroy the personal data of a person, here and at providers, together with its encryption key. Open submissions and verifications of the person end. Proof without the person stays: times, states, hashes and the trail. Finished documents stay for as long as the rule of their agreement or of your organization keeps them. */
  erasures: {
    attributes: {
      /** Who is erased. */
      person: string
      /** When. */
      erasedAt: string
      /** How many documents that the person signed are still stored. */
      documentsKept: number
      /** When the last of these documents is removed; null without documents, or without a rule that removes them. */
      documentsKeptUntil: string | null
    }
    create: { person: string }
    update: never
    relationships: { user: 'users' | null }
  }
  /** All events, with or without a webhook that subscribes to them. Create one to send a made-up event, marked as a test, to every webhook that subscribes to its kind. */
  events: {
    attributes: {
      /** The type of the event. */
      kind: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
      /** The ids and states that fill the bodies. */
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
        /** Whether the verification is a part of another one. */
        isScan?: boolean
        /** The earlier status. */
        status?: string
        /** The earlier result. */
        result?: string | null
        /** The stage of a criminal record check. */
        subStatus?: string | null
        /** Whether the verification is simulated. */
        simulated?: boolean
        /** The metadata of the opened link. */
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
        /** When the webhook was switched off. */
        disabledAt?: string | null
        /** Why it was switched off. */
        disabledReason?: string | null
      }
      /** Whether the event is made up, as a test. */
      isTest: boolean
      /** Whether a webhook has not answered the event with a 2xx, or no webhook subscribes to it. */
      isUndelivered: boolean
      /** How many deliveries of the event are in each state. */
      deliveries: Record<string, number>
      /** When it happened. */
      occurredAt: string
    }
    create: { kind: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled' }
    update: never
    relationships: { verification: 'verifications' | null; submission: 'submissions' | null; signer: 'signers' | null; webhookEvents: 'webhook-events'[] }
  }
  /** The log of your organization, with its newest signed head. The log is a Merkle tree (RFC 6962). Its leaves are the rows of the audit trail. */
  'evidence-logs': {
    attributes: {
      /** The name of the log, as in its heads. */
      origin: string
      /** How many leaves the log has. */
      size: number
      /** The root of the tree, in base64. */
      root: string
      /** The newest signed head, in the format C2SP tlog-checkpoint. */
      checkpoint: string
      /** When it was signed. */
      signedAt: string
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Create an export to write a whole list to a file. It continues after a crash, and its file is kept for seven days. The link content leads to the file once state is done. Delete the export to stop it or to delete its file. Only you see your exports. At most three run at once. When a person is erased, files are written again without that person. */
  exports: {
    attributes: {
      /** The type of the list, such as verifications. */
      list: string
      /** csv: a line for each resource. ndjson: a resource object in each line. */
      format: 'csv' | 'ndjson'
      /** The filter and the sort of the list, as in its address; null once the file is gone. */
      query: string | null
      /** The state. */
      state: 'running' | 'done' | 'failed' | 'expired'
      /** Why the export failed, as a code. */
      troubleCode: string | null
      /** Why it failed. */
      trouble: string | null
      /** How many resources the list has; null before the server has counted them. */
      total: number | null
      /** How many resources are in the file. */
      made: number
      /** How long the file is. */
      bytes: number
      /** When it was requested. */
      createdAt: string
      /** When it last changed. */
      updatedAt: string
      /** When the export was done, failed or expired. */
      endedAt: string | null
      /** Until when the file can be downloaded. */
      keptUntil: string
    }
    create: { list: string; format: 'csv' | 'ndjson'; query?: string | null }
    update: never
    relationships: { user: 'users' }
  }
  /** People who were invited to join your organization. Each gets a mail with a link of their own, and becomes a user by accepting. A new invitation of the same address ends the earlier one. Delete an invitation to take it back. */
  invitations: {
    attributes: {
      /** What you call the person until they choose their own name. */
      name: string
      /** The address that gets the invitation. */
      email: string
      /** Its state. */
      status: 'pending' | 'expired' | 'accepted' | 'declined'
      /** When the invitation expires. */
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
  /** Open tasks that you may see: reviews, failing-webhooks, waiting-submissions, stopped-bulk-sends, ending-api-keys, open-invitations. */
  'open-tasks': {
    attributes: {
      /** How many open tasks of this kind exist; at most 1000 are counted. */
      count: number
      /** Whether more exist than were counted. */
      isMore: boolean
      /** Since when the oldest waits, or when the first ends; null without open tasks. */
      oldestAt: string | null
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Your organization. In maintenance, the API answers 503. Only this resource still answers people who may end the maintenance. */
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
      /** For how many days finished documents are kept; null keeps them for ever. An agreement can have its own rule. */
      documentRetentionDays: number | null
      /** Parameters of links that only track people. A star at the end matches any end. Null is the list of the server. */
      trackingParameters: string[] | null
      /** The origins of sites that may show signing pages in a frame. */
      embeddingOrigins: string[]
      /** When the organization was created. */
      createdAt: string
      /** When the organization was last changed. */
      updatedAt: string
    }
    create: never
    update: { name?: string; inMaintenance?: boolean; documentRetentionDays?: number | null; trackingParameters?: string[] | null; embeddingOrigins?: string[] }
    relationships: {  }
  }
  /** Create a recovery to send again all events that a webhook missed since a moment. It sends exactly the deliveries that got no 2xx, with the same ids and bytes. With the scope `waiting`, it sends at once the deliveries that wait for their next attempt. A webhook has one running recovery. Set isCancelled to stop it. */
  recoveries: {
    attributes: {
      /** Which deliveries are sent: `missed` by default, or `waiting`. */
      scope: 'missed' | 'waiting'
      /** The moment from which on deliveries are sent. By default, all waiting deliveries are sent. */
      since: string
      /** How many deliveries are sent per second, at most 1000; 100 by default. */
      perSecond: number
      /** Its state. */
      state: 'running' | 'done' | 'cancelled'
      /** Whether the recovery was stopped. Deliveries that it has sent again go on. */
      isCancelled: boolean
      /** How many deliveries were missing or waiting when the recovery began. */
      total: number
      /** How many deliveries are on their way again. */
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
  /** Create a redelivery to send an event to its webhook again, at once, with the same id and the same bytes. */
  redeliveries: {
    attributes: {
      /** When it was requested. */
      requestedAt: string
    }
    create: Record<string, never>
    update: never
    relationships: { webhookEvent: 'webhook-events'; webhook: 'webhooks'; user: 'users' | null }
  }
  /** Create a reminder to mail a new link to a signer whose turn it is. Earlier links of this signer stop working. The server also creates reminders, at the times that the link or the submission sets. */
  reminders: {
    attributes: {
      /** When. */
      remindedAt: string
    }
    create: Record<string, never>
    update: never
    relationships: { signer: 'signers'; submission: 'submissions'; user: 'users' | null }
  }
  /** Create a claim to review a verification that waits for a decision. Nobody else can decide on it meanwhile. Without a verification, you get the free one that has waited longest. The claim ends with the decision, or after half an hour. Delete it to give the verification back. */
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
  /** Your saved filters and orders of lists in the web app, at most 50. Nobody else sees them. */
  'saved-views': {
    attributes: {
      /** The name of the view, unique for each path. */
      name: string
      /** The path of the list, such as /verifications. */
      path: string
      /** The query of the address of the view. */
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
  /** Create a secret rotation to give a webhook a new signing secret. Only that reply shows the secret. For a while, both secrets sign. */
  'secret-rotations': {
    attributes: {
      /** For how many hours the old secret also signs, 0 to 168; 24 by default. */
      overlapHours: number
      /** The new secret. Only the reply to the creation has it. */
      secret: string
      /** When. */
      rotatedAt: string
    }
    create: { overlapHours?: number }
    update: never
    relationships: { webhook: 'webhooks'; user: 'users' | null }
  }
  /** The browsers in which you are signed in. Delete a session to sign its browser out at once. */
  sessions: {
    attributes: {
      /** Whether this request uses the session. */
      isCurrent: boolean
      /** Where it was begun from. */
      ipAddress: string | null
      /** The browser in which the session began. */
      userAgent: string | null
      /** When the session ends if it is not used before. */
      expiresAt: string
      /** When the person signed in. */
      createdAt: string
      /** When the session was last used, to the minute. */
      updatedAt: string
    }
    create: never
    update: never
    relationships: { user: 'users' }
  }
  /** People who take part in a submission. Change the name or the address of a signer who has not acted to give the part to another person. The links of the previous person then stop working. */
  signers: {
    attributes: {
      /** The signer role of the agreement. */
      role: string
      /** The name, once it is known. Search by whole words. */
      name: string | null
      /** The e-mail address, once it is known. Search by whole words. */
      email: string | null
      /** What the role does: sign, approve without signing, or only get the finished document. */
      kind: 'signer' | 'approver' | 'copy'
      /** The turn of the role. Roles with the same order act at the same time. */
      order: number
      /** How the signer gets the link; null until the signer is known. */
      delivery: 'link' | 'email' | null
      /** What the signer must enter before they can read the agreement. */
      access: {
        /** Whether a code is mailed to the signer. */
        emailCode: boolean
      }
      /** The values of the fields of the signer, by key. Earlier values stay unless you give new ones here. An empty text removes a value. Values are never shown. */
      newFields: Record<string, string | number | boolean>
      /** Whether the signer may pass their part on to another person. */
      mayDelegate: boolean
      /** When the turn of the signer began. */
      turnCameAt: string | null
      /** Whether another person may sign instead. */
      mayChange: boolean
      /** The link of a new signer who gets none by mail. Only the reply to that change has it. */
      signingUrl: string
      /** The person to verify. */
      person: string
      /** When the agreement was opened. */
      viewedAt: string | null
      /** When the signer gave their name and address. */
      identifiedAt: string | null
      /** When the signer gave the details for the verifications. */
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
      /** When the signer last acted. */
      updatedAt: string
    }
    create: never
    update: { name?: string | null; email?: string | null; delivery?: 'link' | 'email' | null; access?: Resources['signers']['attributes']['access']; newFields?: Resources['signers']['attributes']['newFields']; mayDelegate?: boolean; mayChange?: boolean }
    relationships: { submission: 'submissions'; verifications: 'verifications'[]; consents: 'consents'[] }
  }
  /** Submissions begun and completed by day. The id is the span: 7-days, 30-days, 90-days, 365-days. */
  'submission-statistics': {
    attributes: {
      /** The beginning of the first day. */
      since: string
      /** How many began. */
      begun: number
      /** How many were completed. */
      completed: number
      /** The same by day, oldest first. medianMs and p90Ms measure the time from the beginning to the last signature of the submissions that were completed on that day. */
      days: Array<{
        /** A day of UTC. */
        day: string
        begun: number
        completed: number
        medianMs: number | null
        p90Ms: number | null
        /** From how many of these the times are computed. */
        sampled: number
      }>
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Runs through an agreement link. A person begins a submission by opening the link. Create a submission to give a signer a link of their own. Create a voiding to call a submission back. */
  submissions: {
    attributes: {
      /** Its state. */
      status: 'created' | 'viewed' | 'signed' | 'completed' | 'declined' | 'voided' | 'expired'
      /** Who signs, by name or by address. Search by whole words of a name or of an address. */
      people: string | null
      /** The version of the agreement that the signers see. */
      agreementVersion: number
      /** The query parameters of the opened link, or the metadata of the creation. */
      metadata: Record<string, string | Array<string>>
      /** Parameters of the link that are not stored as metadata, and the reason: secret or tracking. */
      leftOut: Array<{
        name: string
        reason: string
      }>
      /** The person who signs. Another person can sign only with mayChange. */
      newSigner: {
        name?: string
        email?: string
        mayChange?: boolean
        /** Whether the signer may pass their part on to another person. */
        mayDelegate?: boolean
        /** Whether the reply has the link of the signer (`link`, the default), or the server mails it when it is their turn (`email`). */
        delivery?: 'link' | 'email'
        /** What the signer must enter before they can read the agreement; nothing by default. */
        access?: {
          /** Whether the signer must type a code from an e-mail before they can read the agreement. */
          emailCode?: boolean
        }
        /** The values of the fields of the signer, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. The signer can change them unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }
      /** The signer’s own link. Only the reply to the creation has it, and only when it is not mailed. Send it to nobody else. */
      signingUrl: string
      /** The people of the roles, instead of newSigner. A role without a person gets one from the link, from the metadata (`<role>_email`, `<role>_name`), or from the person who acts first. */
      newSigners: Array<{
        role: string
        name?: string
        email?: string
        mayChange?: boolean
        /** Whether the signer may pass their part on to another person. */
        mayDelegate?: boolean
        /** Whether the reply has the link of the signer (`link`, the default), or the server mails it when it is their turn (`email`). */
        delivery?: 'link' | 'email'
        /** What the signer must enter before they can read the agreement; nothing by default. */
        access?: {
          /** Whether the signer must type a code from an e-mail before they can read the agreement. */
          emailCode?: boolean
        }
        /** The values of the fields of the signer, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. The signer can change them unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }>
      /** For how many days the submission can be signed. Null or no value takes the days of its link. */
      daysToSign: number | null
      /** When signers whose turn it is are reminded; null is never. */
      reminders: {
        /** How many days after the turn began the first reminder goes out. */
        firstAfterDays: number
        /** How many days lie between the reminders that follow. */
        everyDays: number
        /** How often at most. */
        atMost: number
      } | null
      /** The moment until which the submission can be signed. */
      expiresAt: string
      /** The link of each signer who gets none by mail, by role. Only the reply to the creation has the links. Send each link to its signer only. */
      signingUrls: Record<string, string>
      /** The files that signers have sent. Each file is at `/submissions/<id>/files/<field>`. The files of a signer appear once the signer has acted. */
      files: Array<{
        field: string
        name: string
        contentType: string
        byteSize: number
        sha256: string
      }>
      /** The filled-in values, by the key of the field. */
      fieldValues: Record<string, string>
      /** When it was opened. */
      viewedAt: string | null
      /** When everybody had signed and the document was finished. */
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
  /** People of your organization. A person joins by accepting an invitation. Deactivating a user stops the tokens of that user at once. */
  users: {
    attributes: {
      /** The name of the person. You can change it until the person has signed in. Afterwards only the person can. */
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
  /** Verifications by the day of their order, without scans, with their present state. The id is the span: 7-days, 30-days, 90-days, 365-days. */
  'verification-statistics': {
    attributes: {
      /** The beginning of the first day. */
      since: string
      /** How many were ordered. */
      ordered: number
      /** How many of them have not ended. */
      open: number
      /** How many of them ended verified. */
      verified: number
      /** How many of them ended rejected. */
      rejected: number
      /** How many of them ended without a result. */
      ended: number
      /** The same by type of verification. */
      kinds: Array<{
        kind: string
        ordered: number
        open: number
        verified: number
        rejected: number
        /** Ended without a result. */
        ended: number
      }>
      /** The same by day, oldest first. medianMs and p90Ms measure the time from order to end of the verifications that were completed on that day. */
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
        /** From how many of these the times are computed. */
        sampled: number
      }>
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Verifications of people. Deleting a verification destroys the personal data that only it needed. */
  verifications: {
    attributes: {
      /** The type of the verification. */
      kind: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
      /** The single scan of a tier to order. */
      subtype: 'single_state_county_record_check_result' | 'all_state_county_record_check_result' | 'ssn_id_document_reports' | null
      /** How much is checked. */
      tier: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null
      /** The person to verify; a new person by default. */
      person: string
      /** The personal details that the verification needs. They are never shown again. */
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
      /** Whether the verification is simulated: nobody is really verified. */
      isSimulated: boolean
      /** The status of the verification. */
      status: 'started' | 'cancelled' | 'in_progress' | 'completed'
      /** The result. */
      result: 'pending' | 'verified' | 'rejected' | null
      /** The stage of a criminal record check. */
      subStatus: 'county_level_check' | 'national_level_check' | null
      /** Whether the verification waits for the decision of a person. */
      awaitsReview: boolean
      /** Who performs the verification. */
      provider: string
      /** The last answer of the provider, without personal data. */
      latestResponse: Record<string, string | number | boolean | null | Array<unknown> | Record<string, unknown>>
      /** The metadata of the opened link, or of the order. */
      metadata: Record<string, string | number | boolean | null | Array<unknown> | Record<string, unknown>>
      /** Details: what the verification waits for, and why it ended. */
      details: {
        /** The provider of the verification. */
        provider?: string
        /** The reference of the provider. */
        provider_ref?: string
        /** The status in the words of the provider. */
        provider_status?: string | null
        /** The number of the order at the provider, from 1. */
        attempt?: number
        /** How often the provider has corrected its report. */
        revision?: number
        /** How it ended. */
        outcome?: string | null
        /** Who must act next: subject, client or provider. */
        waiting_on?: string | null
        /** When the provider expects to be done. */
        eta?: string | null
        /** The reasons for the result, as codes. */
        reason_codes?: Array<string>
        /** The reason of the cancellation. */
        reason?: string
        /** The parts that the provider reports. */
        screenings?: Array<{
          type: string
          status?: string | null
          /** The result. */
          result?: string | null
          /** Why it was cancelled. */
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
        /** Whether the verification is simulated. */
        simulated?: boolean
      }
      /** When the status last changed. */
      lastStatusAt: string
      /** When the provider got the order. */
      submittedAt: string | null
      /** When the verification was completed. */
      completedAt: string | null
      /** When the verification was cancelled. */
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
  /** Create a voiding to call back a submission before it is completed. */
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
  /** Events on their way to one webhook each. Create one to send a made-up event, marked as a test. */
  'webhook-events': {
    attributes: {
      /** The type of the event. */
      kind: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
      /** How the delivery went. */
      state: 'pending' | 'delivered' | 'failed' | 'held'
      /** How many requests Sealane has made. */
      attempts: number
      /** The number of the event at this webhook, from 1, without gaps. */
      sequence: number | null
      /** Whether the event is made up, as a test. */
      isTest: boolean
      /** The ids and states that fill the body. */
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
        /** Whether the verification is a part of another one. */
        isScan?: boolean
        /** The earlier status. */
        status?: string
        /** The earlier result. */
        result?: string | null
        /** The stage of a criminal record check. */
        subStatus?: string | null
        /** Whether the verification is simulated. */
        simulated?: boolean
        /** The metadata of the opened link. */
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
        /** When the webhook was switched off. */
        disabledAt?: string | null
        /** Why it was switched off. */
        disabledReason?: string | null
      }
      /** When it happened. */
      occurredAt: string
      /** When it is tried again. */
      nextAttemptAt: string | null
      /** When the event was delivered or given up. */
      finishedAt: string | null
    }
    create: { kind?: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled' }
    update: never
    relationships: { webhook: 'webhooks'; event: 'events'; verification: 'verifications' | null; submission: 'submissions' | null; signer: 'signers' | null; deliveryAttempts: 'delivery-attempts'[] }
  }
  /** Attempts of each webhook, by the time of their events: a day by hours, a week by six hours, a month by days. The id is the webhook and the span. */
  'webhook-statistics': {
    attributes: {
      /** How far back. */
      span: 'day' | 'week' | 'month'
      /** How many attempts Sealane made. */
      attempts: number
      /** How many of the examined attempts got a 2xx. */
      delivered: number
      /** How many of the examined attempts failed. */
      failed: number
      /** The same by stretches of time, oldest first, with the duration of requests. Of very many attempts, only the newest are examined. */
      stretches: Array<{
        since: string
        attempts: number
        /** How many attempts the other numbers count. */
        sampled: number
        delivered: number
        failed: number
        medianMs: number | null
        p90Ms: number | null
      }>
      /** The causes of failures, the most frequent first. */
      causes: Array<{
        outcome: string
        httpStatus: number | null
        attempts: number
        lastError: string | null
        lastErrorSentence: {
          /** The name of the sentence, which never changes, such as faults.max_length. */
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
  /** Subscriptions to events. Only the reply to the creation shows the signing secret. Create a secret rotation to get a new one. When destinationUrl changes to another origin, send customHeaders, clientCertificate and oauth again. */
  webhooks: {
    attributes: {
      /** Where events are sent. */
      destinationUrl: string
      /** The event types; by default verification, agreement.viewed, agreement.signed, agreement.completed. */
      eventTypes: ('verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled')[]
      /** The mail addresses that are told when deliveries fail. */
      notificationEmails: string[]
      /** The addresses that get no mail yet, because nobody has confirmed them. */
      unconfirmedEmails: string[]
      /** Whether events are sent. */
      serviceStatus: boolean
      /** When the webhook was switched off. */
      disabledAt: string | null
      /** Why it was switched off. */
      disabledReason: 'user' | 'gone' | 'failing' | null
      /** Since when deliveries fail; null while they succeed. */
      failingSince: string | null
      /** How many requests have failed in a row. */
      consecutiveFailures: number
      /** The last failure, as a sentence. It stays after deliveries succeed again. */
      lastError: string | null
      /** The same as a code with values, for a translation. */
      lastErrorSentence: {
        /** The name of the sentence, which never changes, such as faults.max_length. */
        sentence: string
        /** What it is made with. */
        values: Record<string, unknown>
      } | null
      /** When the receiver last answered with a 2xx, to the minute. */
      lastSuccessAt: string | null
      /** Until when nothing is sent, because the receiver asked for a pause or failed too often. */
      restsUntil: string | null
      /** How many deliveries wait to be sent; at most 10000 are counted. */
      waiting: number
      /** The version of the REST dialect of the bodies. */
      apiVersion: string
      /** Whether the events of one agreement arrive in order. */
      ordered: boolean
      /** How many requests may be open at once. */
      maxConcurrency: number
      /** How many requests begin per second; null is no limit. */
      maxPerSecond: number | null
      /** Whether deliveries also have v1a signatures. Switching this off and on again makes another key. */
      asymmetric: boolean
      /** The key that verifies v1a signatures. */
      publicKey: string | null
      /** Your own headers for each request. Values are never shown. Null keeps the stored value. */
      customHeaders: Record<string, string | null> | null
      /** The client certificate for mutual TLS, in PEM; null for none. The private key is never shown. */
      clientCertificate: {
        subject: string
        fingerprintSha256: string
        expiresAt: string
      } | null
      /** OAuth 2.0 client credentials; null for none. The client secret is never shown. */
      oauth: {
        tokenUrl: string
        clientId: string
        scope: string | null
      } | null
      /** Filters: only events of one of these agreements, of one of these links, with all of this metadata. Null filters nothing. */
      filters: {
        agreementIds?: Array<string>
        agreementLinkIds?: Array<string>
        metadata?: Record<string, string>
      } | null
      /** Only for a change of a webhook: keep or rotate. The reply to a move to another origin has kept or rotated. Sending that value back changes nothing. */
      signingSecret: 'keep' | 'rotate' | 'kept' | 'rotated'
      /** The secret that signs the bodies. Only the reply to the request that made it has it. */
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
  /** Create a withdrawal to take back a consent. Unfinished verifications that need the consent are cancelled. */
  withdrawals: {
    attributes: {
      /** When. */
      withdrawnAt: string
    }
    create: Record<string, never>
    update: never
    relationships: { consent: 'consents'; user: 'users' | null }
  }
  /** Previews an agreement that you are writing, as signers will see it, and lists its faults. Nothing is stored. The same request at /agreement-previews/pdf gives the document. */
  'agreement-previews': {
    attributes: {
      /** What it is called. */
      title: string
      /** The text, with {{key}} at the place of each field; empty for an agreement of a PDF. */
      source: string
      /** The language of the text, as a BCP 47 tag; detected by default. */
      language: string | null
      /** Who signs. */
      signerRoles: Array<{
        key: string
        name: string
        /** The turn of the role. Roles with the same order act at the same time. A role with a later order acts once all earlier roles have acted. By default, the place of the role in the list. */
        order?: number
        /** What the role does: sign, approve without signing, or only get the finished document; `signer` by default. */
        kind?: 'signer' | 'approver' | 'copy'
      }>
      /** The blanks of the text. */
      fields: Array<{
        /** Key of the field, which its placeholders name. */
        key: string
        /** Type of the value. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in automatically; `email`: the e-mail address of the person, filled in automatically; `signing_date`: the day on which the person signs or approves, in UTC, filled in automatically. */
        type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
        /** Key of the signer role that fills the field in. */
        role: string
        /** Label for people. */
        label: string
        /** Whether the field must be filled in. */
        required: boolean
        /** Greatest number of characters in a text. */
        maxLength?: number
        /** Least number of characters in a text. */
        minLength?: number
        /** Regular expression (RE2) that the whole text must match. */
        pattern?: string
        /** Description of `pattern` for people. */
        patternWords?: string
        /** Whether a text may have several lines. */
        multiline?: boolean
        /** Least number, or first day as YYYY-MM-DD. */
        min?: number | string
        /** Greatest number, or last day as YYYY-MM-DD. */
        max?: number | string
        /** Greatest number of decimal places; 2 by default. */
        decimals?: number
        /** Texts from which the signer chooses one. */
        choices?: Array<string>
        /** How choices are shown; `radio` by default. */
        display?: 'radio' | 'dropdown'
        /** The field is shown by the value of a field of the same or an earlier role; always by default. */
        showIf?: {
          /** Key of the other field. */
          field: string
          /** The field is shown if the other field has this value; `true` means a ticked box. */
          equals?: string | number | boolean
          /** The field is shown if the other field has another value or no value. */
          notEquals?: string | number | boolean
          /** The field is shown if the other field is filled in; with `false`, if it is empty. */
          filled?: boolean
        }
        /** Accepted types of files; pdf, jpeg and png by default. */
        accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
        /** Greatest size of a file in MiB; 5 by default. */
        maxMegabytes?: number
        /** Name of the metadata that fills the field at first; the key of the field by default. */
        prefill?: string
        /** Whether the signer cannot change the value that the sender filled in. */
        fixed?: boolean
        /** Page of the PDF, counted from 1. */
        page?: number
        /** Left side of the field, as a fraction of the visible page. */
        x?: number
        /** Upper side of the field, as a fraction of the visible page. */
        y?: number
        /** Width of the field, as a fraction of the visible page. */
        width?: number
        /** Height of the field, as a fraction of the visible page. */
        height?: number
      }>
      /** The verifications that signers pass through. */
      requiredVerifications: Array<{
        type: string
        tier: string | null
        role: string
      }>
      /** The values of the fields, by key. Values that do not fit their field are left out. */
      values: Record<string, string>
      /** The role whose signing page is shown. With a role, a text is shown with the controls of its fields. Without one, a text is shown as it reads, and a PDF is shown for the first role that acts. */
      shownTo: string
      /** The text, or the pages of a PDF, as the signing pages show it; null when it cannot be read. */
      html: string | null
      /** The places of fields on a PDF, including fields at words in braces. */
      spots: Array<{
        /** The place of the field in the list of fields, from 0. */
        field: number
        page: number
        x: number
        y: number
        width: number
        height: number
      }>
      /** The address of the stylesheet of the preview. */
      stylesheet: string
      /** The faults of the agreement. Without faults, it can be created. */
      faults: Array<{
        /** The place of the fault, as a JSON pointer into the request. */
        pointer: string
        /** The line of the source, from 1. */
        line: number | null
        rule: string
        /** What to do. */
        detail: string
        /** The name of the sentence, which never changes, such as faults.max_length. */
        sentence: string
        /** What it is made with. */
        values: Record<string, unknown>
      }>
    }
    create: { title: string; source: string; language?: string | null; signerRoles: Resources['agreement-previews']['attributes']['signerRoles']; fields: Resources['agreement-previews']['attributes']['fields']; requiredVerifications?: Resources['agreement-previews']['attributes']['requiredVerifications']; values?: Resources['agreement-previews']['attributes']['values']; shownTo?: string }
    update: never
    relationships: { agreement: 'agreements' }
  }
  /** Checks a file of people as a bulk send does, names every bad row, and lists what each column becomes. Nothing is stored. */
  'bulk-send-previews': {
    attributes: {
      /** The file, at most 4 MiB. The first line names the columns: email, name, <role>.email, <role>.name; other columns become metadata. Each further line is one submission. */
      fileUpload: {
        name: string
        base64: string
      }
      /** Whether the links are mailed (email, the default) or are in the result file (link). */
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
  /** The request that a webhook would get for an event: for its newest event of the type, or for a made-up one, in its own version or in another. Nothing is sent or stored. */
  'webhook-previews': {
    attributes: {
      /** The type of the event. */
      kind: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
      /** The version of the body; by default the version of the webhook. */
      apiVersion: '2.2' | '2.1' | '2.0'
      /** Whether the webhook subscribes to such events. */
      isHeard: boolean
      /** Whether the event is made up, because the webhook has had no such event yet. */
      isInvented: boolean
      /** The headers. The values of your own headers are hidden, and the signature is left out. */
      requestHeaders: Record<string, string>
      /** The body. */
      requestBody: string
    }
    create: { kind: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'; apiVersion?: '2.2' | '2.1' | '2.0' }
    update: never
    relationships: { webhook: 'webhooks' }
  }
  /** The whole server. Its only id is this. Only for operators of the server. */
  'server-states': {
    attributes: {
      /** The version of Sealane. */
      version: string
      /** The version of Node.js. */
      nodeVersion: string
      /** The version of PostgreSQL. */
      databaseVersion: string
      /** The size of the database on its disk, to a megabyte. */
      databaseBytes: number
      /** What is free on the disk of the home, to 100 megabytes. */
      freeBytes: number
      /** What that disk has. */
      diskBytes: number
      /** When this process started. */
      startedAt: string
      /** Whether the server has a mail server. Without one, mails stay in the outbox. */
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
  /** The findings of doctor: what it tested just now, and the command that mends each fault. Only for operators of the server. */
  'server-findings': {
    attributes: {
      /** What was tried. */
      about: string
      /** The finding, as a sentence. */
      says: string
      /** The same as a code with values, for a translation. */
      said: {
        /** The name of the sentence, which never changes, such as faults.max_length. */
        sentence: string
        /** What it is made with. */
        values: Record<string, unknown>
      }
      /** The command that mends the fault; null when the test passed. */
      mend: string | null
      /** Whether the test passed. */
      isWell: boolean
    }
    create: never
    update: never
    relationships: {  }
  }
  /** The queues of all organizations. Each is counted up to 100,000. Only for operators of the server. */
  'server-queues': {
    attributes: {
      /** How much there is. */
      waiting: number
      /** For how long the oldest has been due; null when that is unknown. */
      oldestSeconds: number | null
    }
    create: never
    update: never
    relationships: {  }
  }
  /** Jobs that failed for good or were set aside. Set isRetried to retry a job. Delete a job to discard it. Only for operators of the server. */
  'server-jobs': {
    attributes: {
      /** What it does. */
      task: string
      /** Its organization; null for the server’s own. */
      organization: string | null
      /** How often it was tried. */
      attempts: number
      /** Whether the job ended its process twice. Otherwise it used up its attempts. */
      isSetAside: boolean
      /** Whether the job is retried. */
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
  /** Mails that were written without a mail server. Set isSent to hand a mail to the present mail server. Delete a mail to discard it. Only for operators of the server. */
  'server-mails': {
    attributes: {
      /** The address of the recipient. */
      to: string
      /** What it is about. */
      subject: string
      /** What it says. */
      text: string
      /** Whether the mail was handed to the mail server. */
      isSent: boolean
      /** When it was written. */
      writtenAt: string
    }
    create: never
    update: { isSent?: boolean }
    relationships: {  }
  }
  /** The organizations of the server, and whether each is in maintenance. Only for operators of the server. */
  'server-organizations': {
    attributes: {
      /** Its sub-domain. */
      slug: string
      /** Its name. */
      name: string
      /** How many members it has. */
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
  /** Create a test mail to send a message to an address now, and to see whether the mail server accepts it. Only for operators of the server. */
  'server-test-mails': {
    attributes: {
      /** The address. */
      to: string
      /** When the mail was accepted. */
      sentAt: string
    }
    create: { to: string }
    update: never
    relationships: {  }
  }
  /** Create an invitation link to see the link of an open invitation of your organization, once. This works only on a server without a mail server. The earlier link ends, and the audit trail records who saw the new one. Only for operators of the server. */
  'server-invitation-links': {
    attributes: {
      /** The invitation. */
      invitation: string
      /** The link for the person. Only the reply to the creation has it. */
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
