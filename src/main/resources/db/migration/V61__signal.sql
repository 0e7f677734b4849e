-- Everything that was ever received from outside. What was answered with 2xx stands here, whatever happened next.
create sequence signal_number start with 6001;

create table signal (
    id                    varchar(20)              not null primary key,
    source                varchar(60)              not null,
    event_id              varchar(255)             not null,
    account               varchar(60),
    topic                 varchar(200),
    title                 varchar(400)             not null,
    full_text             varchar(1000000)         not null,
    link                  varchar(2000),
    facts                 varchar(100000)          not null,
    occurred_at           timestamp with time zone not null,
    received_at           timestamp with time zone not null,
    state                 varchar(20)              not null,
    crisis_id             varchar(20),
    -- The person who reported it, where it was one.
    reported_by           varchar(255),
    -- When its sender said that it is over.
    resolved_at           timestamp with time zone,
    -- Set in the transaction that starts the assessment; empty ones are started by the sweep.
    assessment_started_at timestamp with time zone,
    assessment_attempts   integer                  not null,
    -- The same event of the same source is the same signal.
    constraint signal_event unique (source, event_id)
);

create index signal_waiting on signal (assessment_started_at, assessment_attempts, received_at);
create index signal_subject on signal (account, topic, received_at);
create index signal_crisis on signal (crisis_id, occurred_at);
create index signal_reporter on signal (reported_by, received_at);
