-- Which keys the sealed values of this database need; the keys themselves are never here.
create table sealing_key (
    id         varchar(16)              not null primary key,
    since      timestamp with time zone not null,
    -- When nothing was left that needs it.
    retired_at timestamp with time zone
);

-- Sealed, a key is longer.
alter table crisis_link_key alter column secret set data type varchar(1000);
