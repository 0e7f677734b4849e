-- The one change of an entry that is let through: a redaction, which leaves the chain as it is and is accounted for.
create or replace function audit_entry_refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'audit_entry' then
        if new.sequence = old.sequence
            and new.at = old.at
            and new.action = old.action
            and new.previous_hash = old.previous_hash
            and new.hash = old.hash
            and new.commitment is not distinct from old.commitment
            and new.salt is distinct from old.salt
            and new.redacted_by is distinct from old.redacted_by
            and exists (select 1 from audit_redaction r
                where r.record_id = new.redacted_by and r.sequence = new.sequence) then
            return new;
        end if;
    end if;
    raise exception 'The audit log is append only: % of an entry is refused.', lower(tg_op);
end;
$$;

create trigger audit_redaction_append_only before update or delete on audit_redaction
    for each row execute function audit_entry_refuse_change();

create trigger audit_redaction_no_truncate before truncate on audit_redaction
    for each statement execute function audit_entry_refuse_change();
