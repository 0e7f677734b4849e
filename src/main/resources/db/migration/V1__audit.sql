-- The record of who did what. Every entry carries the hash of the one before it; the head is locked while entries are added.
create table audit_entry (
    sequence      bigint                   not null primary key,
    at            timestamp with time zone not null,
    actor         varchar(255)             not null,
    action        varchar(255)             not null,
    subject       varchar(255)             not null,
    before_json   varchar(1000000),
    after_json    varchar(1000000),
    previous_hash varchar(64)              not null,
    hash          varchar(64)              not null unique
);

create index audit_entry_subject on audit_entry (subject, sequence);

create table audit_head (
    id       integer     not null primary key check (id = 1),
    sequence bigint      not null,
    hash     varchar(64) not null
);

insert into audit_head (id, sequence, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
