-- Lists of verifications without a text to search through: what is enumerated becomes one small number, and newest first
-- is by id, whose first half is the moment of the creation.

-- Each word is its place in the catalogue; 0 is none. words_of_verification_kind reads it back.
create function verification_kind(type text, subtype text, tier text, is_scan boolean, is_simulated boolean, status text,
  result text, sub_status text) returns smallint language sql immutable parallel safe as $$
  select (
    case when is_simulated then 16384 else 0 end
    + (array_position(array['enhanced_identity_verification', 'us_criminal_record_check', 'motor_vehicle_record', 'panel_drug'], type) - 1) * 4096
    + coalesce(array_position(array['single_state_county_record_check_result', 'all_state_county_record_check_result', 'ssn_id_document_reports'], subtype), 0) * 1024
    + coalesce(array_position(array['request_us_criminal_record_check_tier_1', 'request_us_criminal_record_check_tier_2',
        'request_us_criminal_record_check_tier_3', 'panel 5', 'panel 7', 'panel 9', 'panel 10'], tier), 0) * 128
    + case when is_scan then 64 else 0 end
    + (array_position(array['started', 'cancelled', 'in_progress', 'completed'], status) - 1) * 16
    + coalesce(array_position(array['pending', 'verified', 'rejected'], result), 0) * 4
    + coalesce(array_position(array['county_level_check', 'national_level_check'], sub_status), 0))::smallint
$$;

create function words_of_verification_kind(kind smallint, out type text, out subtype text, out tier text, out is_scan boolean,
  out is_simulated boolean, out status text, out result text, out sub_status text) language sql immutable parallel safe as $$
  select
    (array['enhanced_identity_verification', 'us_criminal_record_check', 'motor_vehicle_record', 'panel_drug'])[(kind >> 12 & 3) + 1],
    (array['single_state_county_record_check_result', 'all_state_county_record_check_result', 'ssn_id_document_reports'])[kind >> 10 & 3],
    (array['request_us_criminal_record_check_tier_1', 'request_us_criminal_record_check_tier_2',
      'request_us_criminal_record_check_tier_3', 'panel 5', 'panel 7', 'panel 9', 'panel 10'])[kind >> 7 & 7],
    kind & 64 > 0,
    kind & 16384 > 0,
    (array['started', 'cancelled', 'in_progress', 'completed'])[(kind >> 4 & 3) + 1],
    (array['pending', 'verified', 'rejected'])[kind >> 2 & 3],
    (array['county_level_check', 'national_level_check'])[kind & 3]
$$;

alter table verifications
  drop column search_text,
  add column kind smallint not null generated always as
    (verification_kind(type, subtype, tier, is_scan, is_simulated, status, result, sub_status)) stored;

drop index verifications_created;
drop index verifications_status;
drop index verifications_link;
create index verifications_live on verifications (organization_id, id desc) include (kind) where deleted_at is null;
create index verifications_kind on verifications (organization_id, kind, id desc) where deleted_at is null;
create index verifications_link on verifications (organization_id, agreement_link_id, id);
create index verifications_last_status on verifications (organization_id, last_status_at, id) where deleted_at is null;
create index verifications_submitted on verifications (organization_id, submitted_at, id) where deleted_at is null;
create index verifications_completed on verifications (organization_id, completed_at, id) where deleted_at is null;
create index verifications_cancelled on verifications (organization_id, cancelled_at, id) where deleted_at is null;
create index verifications_provider on verifications (organization_id, provider, id) where deleted_at is null;

-- The moment inside a UUIDv7; first_id_at is the way back.
create function time_of_id(id uuid) returns timestamptz language sql immutable strict parallel safe as
  $$ select to_timestamp(('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint / 1000.0) $$;
