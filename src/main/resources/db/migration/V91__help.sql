-- A crisis that somebody has and that needs more people: who is called to help, and who came.
create sequence crisis_help_number start with 1;

create table crisis_help (
    id            varchar(40)              not null primary key,
    crisis_id     varchar(40)              not null,
    -- The round of the ladder in which it was demanded; it ends when who has the crisis loses it.
    round_step    integer                  not null,
    reason        varchar(1000)            not null,
    -- The lowest tier that is asked, the lowest that is not called yet, and the highest that is demanded.
    first_tier    integer                  not null,
    next_tier     integer                  not null,
    demanded_tier integer                  not null,
    asked_at      timestamp with time zone not null,
    given_by      varchar(255),
    given_at      timestamp with time zone,
    note          varchar(1000)
);

create index crisis_help_of on crisis_help (crisis_id, round_step);
