-- Accounts as the desk changed or added them; one with an id of the settings stands in its place.
create table account (
    id          varchar(60)  not null primary key,
    name        varchar(400) not null,
    channel     varchar(20)  not null,
    platform    varchar(400) not null,
    zone        varchar(60)  not null,
    country     varchar(2)   not null,
    work_from   varchar(5)   not null,
    work_to     varchar(5)   not null,
    work_days   varchar(100) not null,
    grace       varchar(20)  not null,
    title_limit integer      not null,
    body_limit  integer      not null,
    ai_label    varchar(800) not null,
    retired     boolean      not null
);

-- Who changes accounts holds this row, so that two people cannot retire the last two at the same moment.
create table account_lock (
    id integer not null primary key check (id = 1)
);

insert into account_lock (id) values (1);
