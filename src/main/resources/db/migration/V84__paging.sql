-- A question "still on it?" may be put to the same person at the same step more than once.
alter table crisis_page drop constraint if exists crisis_page_once;

-- Which round of addresses a page is in; it starts over while nobody is reached.
alter table crisis_page add column round_number integer default 1 not null;

-- The repeat that told the person about this one as well.
alter table crisis_page add column told_with varchar(40);

create index crisis_page_person on crisis_page (person, state);

-- Every attempt to reach an address.
create table crisis_page_attempt (
    id           varchar(40)              not null primary key,
    page_id      varchar(40)              not null,
    round_number integer                  not null,
    person       varchar(200)             not null,
    way          varchar(10)              not null,
    target       varchar(400)             not null,
    -- Counts the tries at this address in this round, from 1.
    number       integer                  not null,
    started_at   timestamp with time zone not null,
    ended_at     timestamp with time zone,
    -- waiting, delivered, refused, failed
    outcome      varchar(20)              not null,
    said         varchar(1000)
);

create index crisis_page_attempt_page on crisis_page_attempt (page_id);
create index crisis_page_attempt_person on crisis_page_attempt (person, outcome);

-- Which node watches over the crisis line; another takes over when it has been silent for a while.
create table self_watch_node (
    id      integer                  not null primary key,
    node    varchar(100)             not null,
    seen_at timestamp with time zone not null
);

insert into self_watch_node (id, node, seen_at) values (1, 'nobody', timestamp with time zone '2000-01-01 00:00:00+00:00');

-- What the self-watch found and told; a row is removed when it is mended.
create table self_watch_alarm (
    name     varchar(200)             not null primary key,
    sentence varchar(2000)            not null,
    since    timestamp with time zone not null,
    -- Null until it could be told.
    told_at  timestamp with time zone
);

-- News of crises for people who work on them; what happens within a window is told together.
create sequence crisis_follow_up_number start with 1;

create table crisis_follow_up (
    id         bigint                   not null primary key,
    person     varchar(255)             not null,
    crisis_id  varchar(40)              not null,
    headline   varchar(200)             not null,
    sentence   varchar(1000)            not null,
    created_at timestamp with time zone not null,
    told_at    timestamp with time zone
);

create index crisis_follow_up_person on crisis_follow_up (person, told_at);
