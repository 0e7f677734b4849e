-- Word and link lists, version by version; the highest number is in force.
create table screening_list (
    number       integer                  not null primary key,
    activated_at timestamp with time zone not null,
    activated_by varchar(255)             not null
);

create table screening_word (
    list_number integer      not null references screening_list (number),
    term        varchar(100) not null,
    severity    varchar(20)  not null,
    category    varchar(60)  not null,
    reason      varchar(500) not null,
    primary key (list_number, term)
);

create table screening_allowed (
    list_number integer      not null references screening_list (number),
    phrase      varchar(100) not null,
    reason      varchar(500) not null,
    primary key (list_number, phrase)
);

create table screening_host (
    list_number integer      not null references screening_list (number),
    host        varchar(253) not null,
    verdict     varchar(20)  not null,
    reason      varchar(500) not null,
    primary key (list_number, host)
);

-- What was found in which version; the newest report counts.
create table screening_report (
    id           bigint generated always as identity primary key,
    piece_id     varchar(20)              not null,
    version      integer                  not null,
    list_version varchar(20)              not null,
    screened_at  timestamp with time zone not null,
    findings     varchar(1000000)         not null
);

create index screening_report_version on screening_report (piece_id, version, id);
