create or replace function words_of_verification_kind(kind smallint, out type text, out subtype text, out tier text, out is_scan boolean,
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
