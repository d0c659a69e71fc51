-- The kind of a verification as a number. Each word is its place in the catalogue; 0 is no word.
-- words_of_verification_kind is the inverse.
create or replace function verification_kind(type text, subtype text, tier text, is_scan boolean, is_simulated boolean, status text,
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
