-- What people decided about the publications that a crisis held; carried out when the review is completed.
create table held_decision (
    crisis_id varchar(40) not null,
    publication_id varchar(40) not null,
    choice varchar(20) not null,
    reason varchar(2000),
    -- Local time of the account; only for a move.
    new_slot varchar(20),
    decided_by varchar(200) not null,
    decided_at timestamp with time zone not null,
    applied_at timestamp with time zone,
    primary key (crisis_id, publication_id)
);

-- What people decided about posts that were out already when the crisis came.
create table published_verdict (
    crisis_id varchar(40) not null,
    publication_id varchar(40) not null,
    verdict varchar(20) not null,
    reason varchar(2000),
    decided_by varchar(200) not null,
    decided_at timestamp with time zone not null,
    primary key (crisis_id, publication_id)
);

create table crisis_retrospective (
    crisis_id varchar(40) primary key,
    due_at timestamp with time zone not null,
    causes varchar(1000000),
    went_well varchar(1000000),
    shortcomings varchar(1000000),
    held_by varchar(200),
    held_at timestamp with time zone
);

create sequence crisis_action_number start with 8001;

create table crisis_action (
    id varchar(40) primary key,
    crisis_id varchar(40) not null,
    -- What agreed on it: RETROSPECTIVE or DRILL.
    origin varchar(20) not null,
    title varchar(500) not null,
    owner varchar(200) not null,
    due_at timestamp with time zone not null,
    state varchar(20) not null,
    agreed_by varchar(200) not null,
    agreed_at timestamp with time zone not null,
    -- Set in the transaction that starts its process.
    followed_since timestamp with time zone,
    -- What shows that it is done, or why it was dropped.
    outcome varchar(4000),
    ended_by varchar(200),
    ended_at timestamp with time zone
);

create index crisis_action_of on crisis_action (crisis_id, id);
create index crisis_action_open on crisis_action (state, due_at);

create sequence drill_number start with 7001;

create table drill (
    id varchar(40) primary key,
    -- Null for the moment between the request and the declaration.
    crisis_id varchar(40) unique,
    scenario varchar(40) not null,
    level varchar(20) not null,
    announced boolean not null,
    accounts varchar(4000) not null,
    leader varchar(200) not null,
    state varchar(20) not null,
    started_by varchar(200) not null,
    started_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    -- How many signals of the script have been played.
    played integer not null,
    observations varchar(1000000),
    score varchar(1000000),
    scored_at timestamp with time zone
);

create index drill_state on drill (state, started_at);
