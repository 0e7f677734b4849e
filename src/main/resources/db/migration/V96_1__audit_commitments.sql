-- From now on the chain runs over a salted commitment to an entry's words instead of the words themselves; so a person's
-- name can be taken out of an entry by an erasure, and the chain still holds. Entries from before have no commitment.
alter table audit_entry add column salt varchar(32);
alter table audit_entry add column commitment varchar(64);
-- The destruction record that took somebody's name out of this entry.
alter table audit_entry add column redacted_by varchar(20);

-- What each redacted entry says since then; an entry "audit.redacted" in the chain vouches for the rows of a record.
create table audit_redaction (
    record_id  varchar(20) not null,
    sequence   bigint      not null,
    commitment varchar(64) not null,
    primary key (record_id, sequence)
);

-- What each daily verification found.
create table audit_check (
    -- Counts the periods since 1970.
    id       bigint                   not null primary key,
    at       timestamp with time zone not null,
    intact   boolean                  not null,
    entries  bigint                   not null,
    head     varchar(64)              not null,
    sentence varchar(2000)            not null
);

