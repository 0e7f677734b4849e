create or replace function crisis_timeline_refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op <> 'TRUNCATE' then
        if exists (select 1 from destruction_permit p
            where p.table_name = 'crisis_timeline' and p.row_key = old.crisis_id) then
            if tg_op = 'DELETE' then
                return old;
            end if;
            if new.id = old.id and new.crisis_id = old.crisis_id and new.at = old.at and new.kind = old.kind
                and new.activity = old.activity then
                return new;
            end if;
        end if;
    end if;
    raise exception 'The time line of a crisis is append only: % of an entry is refused.', lower(tg_op);
end;
$$;
