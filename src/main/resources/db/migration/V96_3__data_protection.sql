-- What was destroyed, when, why and by whom; without what it was.
create sequence destruction_number start with 1001;
create sequence pseudonym_number start with 1001;
create sequence data_request_number start with 1001;

create table destruction_record (
    id             varchar(20)              not null primary key,
    -- erasure or retention
    kind           varchar(20)              not null,
    -- Who the erased person is called since then.
    pseudonym      varchar(100),
    ground         varchar(2000)            not null,
    requested_by   varchar(255),
    approved_by    varchar(255),
    carried_out_by varchar(255)             not null,
    carried_out_at timestamp with time zone not null,
    -- JSON: rows deleted and rows changed by table.
    counts         varchar(100000)          not null
);

-- Lets the rows of an append-only table go while a destruction is carried out; no row outlives its transaction.
create table destruction_permit (
    table_name varchar(60)  not null,
    row_key    varchar(255) not null,
    record_id  varchar(20)  not null,
    primary key (table_name, row_key)
);

-- The nightly run; one row a day.
create table clean_up_run (
    id         bigint                   not null primary key,
    started_at timestamp with time zone not null,
    ended_at   timestamp with time zone,
    counts     varchar(100000),
    problem    varchar(2000)
);

-- Wishes to see or to erase what is held about somebody.
create table data_request (
    id             varchar(20)              not null primary key,
    -- export or erasure
    kind           varchar(20)              not null,
    -- Id of a team member; null for somebody outside.
    person         varchar(255),
    -- Sealed JSON: how somebody outside is called in what was received; null once it is carried out.
    words          varchar(100000),
    pseudonym      varchar(100),
    state          varchar(20)              not null,
    reason         varchar(4000)            not null,
    outcome        varchar(4000),
    requested_by   varchar(255)             not null,
    requested_at   timestamp with time zone not null,
    decided_by     varchar(255),
    decided_at     timestamp with time zone,
    carried_out_by varchar(255),
    carried_out_at timestamp with time zone
);

-- The file of an export in sealed pieces.
create table data_export (
    id         varchar(40)              not null primary key,
    request_id varchar(20)              not null references data_request (id),
    number     integer                  not null,
    part       varchar(1000000)         not null,
    made_at    timestamp with time zone not null
);
create index data_export_request on data_export (request_id, number);
