create function crisis_timeline_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The time line of a crisis is append only: % of an entry is refused.', lower(tg_op);
end;
$$;

create trigger crisis_timeline_append_only before update or delete on crisis_timeline
    for each row execute function crisis_timeline_refuse_change();

create trigger crisis_timeline_no_truncate before truncate on crisis_timeline
    for each statement execute function crisis_timeline_refuse_change();
