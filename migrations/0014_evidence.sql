-- What was finished stays as it was finished, whatever goes wrong in a tenant's request; and an organization is made and
-- removed by the owner only.
revoke update, delete on documents, document_contents from sealane_tenant;
revoke delete on submissions, signers, field_values, consents from sealane_tenant;
revoke insert, delete on organizations from sealane_tenant;

-- A function of the owner's looks into its own schema before a caller's temporary tables.
alter function find_or_create_user set search_path = public, pg_temp;
