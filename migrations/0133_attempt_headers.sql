-- What of a request cannot be told from its event and webhook: [timestamp, signature, names of the other headers]; and
-- the headers of the answer, cut.
alter table attempts add column sent jsonb, add column answer_headers jsonb;
