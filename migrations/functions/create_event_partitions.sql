-- Creates the missing weekly partitions between two moments. Rows in the default partition (a clock was far off) move
-- into the new one.
create or replace function create_event_partitions(first_moment timestamptz, last_moment timestamptz) returns void language plpgsql as $$
declare
  week timestamptz;
  part text;
  spec record;
begin
  for week in select generate_series(date_trunc('week', first_moment at time zone 'UTC'), last_moment at time zone 'UTC', '7 days')
              at time zone 'UTC' loop
    for spec in select * from (values ('events', 'id'), ('event_bodies', 'event_id'), ('closed_deliveries', 'event_id'),
                                      ('attempts', 'event_id')) as spec (parent, key) loop
      part := format('%s_%s', spec.parent, to_char(week at time zone 'UTC', 'YYYYMMDD'));
      continue when to_regclass(part) is not null;
      execute format('create table %I (like %I including defaults including constraints including indexes)', part, spec.parent);
      execute format('with moved as (delete from %I where %I >= %L and %I < %L returning *) insert into %I select * from moved',
        spec.parent || '_default', spec.key, first_id_at(week), spec.key, first_id_at(week + interval '7 days'), part);
      execute format('alter table %I attach partition %I for values from (%L) to (%L)',
        spec.parent, part, first_id_at(week), first_id_at(week + interval '7 days'));
    end loop;
  end loop;
end $$;
