-- At most `most` changes after a position, oldest first, up to where all transactions have ended. Without a position,
-- only the horizon. The caller is a listener for a minute, and while there is one, others write notes. `is_whole` says
-- whether notes exist since. It is plpgsql, because the rows must be read by a later statement than the horizon.
create or replace function changes_since(organization uuid, after bigint, most integer, out horizon bigint, out changes jsonb, out is_whole boolean)
  language plpgsql as $$
declare
  moment constant timestamptz := delivery_clock();
  listener change_listeners;
  forgotten bigint;
begin
  select * into listener from change_listeners l where l.organization_id = organization;
  if listener is null or listener.until < moment + interval '40 seconds' then
    with old as (
      delete from change_notes n where n.organization_id = organization and n.noted_at < moment - interval '5 minutes' returning position
    ) select max(position) into forgotten from old;
    -- Transactions that are recording now do not see this row. Notes are certain only for positions that are given out
    -- after this one.
    insert into change_listeners as l (organization_id, since, until)
    values (organization, (select case when is_called then last_value else 0 end from event_positions), moment + interval '60 seconds')
    on conflict (organization_id) do update set until = greatest(l.until, excluded.until),
      since = case when l.until < moment then excluded.since else greatest(l.since, forgotten) end
    returning * into listener;
  end if;
  horizon := event_horizon(organization);
  -- If no position has moved, nothing is missing, however long a transaction stays open. Its notes may be missing, so
  -- the reply after its end is not whole.
  is_whole := after >= least(listener.since, horizon);
  select jsonb_agg(to_jsonb(c) order by c.position) into changes from (
    select * from (
      (select a.position, 'audit' as source, a.id::text, a.subject_type as kind, a.subject_id::text as subject, a.action as what,
         a.occurred_at as at, nullif(a.chain, organization) as chain, a.actor->>'id' as actor, null::jsonb as data
       from audit_events a where a.organization_id = organization and a.position > after and a.position <= horizon order by a.position limit most)
      union all
      (select e.position, 'event', e.id::text, e.subject_type, e.subject_id::text, e.type, e.occurred_at, null, null, e.data
       from events e where e.organization_id = organization and e.position > after and e.position <= horizon order by e.position limit most)
      union all
      (select n.position, 'note', null, n.kind, n.subject, n.what, n.noted_at, null, null, null
       from change_notes n where n.organization_id = organization and n.position > after and n.position <= horizon order by n.position limit most)
    ) found order by position limit most) c;
end $$;
